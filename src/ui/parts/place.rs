//! Where it was: a municipality of the gazetteer, or the place as it was written.

use super::combo::{Combo, ComboWords, Offer, Picked};
use super::fields::{At, line};
use super::icon::Pic;
use super::values::in_words;
use crate::app::recent::{communities, recent};
use crate::record::{Field, Kind, gazetteer};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div};
use crate::ui::shared::Derived;

/// The field for the municipality of the visit or the course.
pub fn municipality(desk: Desk, filling: Filling, kind: Kind) -> El {
    place(desk, filling, At { kind, field: Field::Municipality }, Some(Field::PlaceAsWritten))
}

/// A field that holds the code of a municipality; `written` holds a place that is in no list, where that is allowed.
pub fn place(desk: Desk, filling: Filling, at: At, written: Option<Field>) -> El {
    let At { kind, field } = at;
    let words = desk.words().picker();
    let text = move |field| filling.form.see().text(kind, field).to_owned();
    let picked = move || {
        let (code, written) = (text(field), written.map(text).unwrap_or_default());
        match gazetteer::find(&code) {
            Some(found) => Some(Picked { title: found.name.to_owned(), note: above(found), pic: Pic::Pin }),
            None if !code.is_empty() => {
                let title = desk.with_names(|names| in_words(names, field.name(), &code.into()));
                Some(Picked { title, note: String::new(), pic: Pic::Pin })
            }
            None if !written.is_empty() => {
                Some(Picked { title: written, note: words.was_as_written.to_owned(), pic: Pic::Edit })
            }
            None => None,
        }
    };
    let offers = move |typed: &str| {
        if typed.trim().is_empty() {
            // Before anything is typed, the municipalities that were visited last.
            let used = recent(&desk.notebook.see().log, kind, Field::Municipality, 4, |_| true);
            return used.iter().filter_map(|id| gazetteer::find(id)).map(offer_of).collect();
        }
        let mut offers: Vec<Offer> = gazetteer::search(typed, 6).into_iter().map(offer_of).collect();
        if written.is_none() {
            return offers;
        }
        offers.push(Offer {
            value: typed.trim().to_owned(),
            title: (words.as_written)(typed.trim()),
            note: String::new(),
            pic: Pic::Edit,
            is_other: true,
        });
        offers
    };
    let write = move |code: &str, as_written: &str| {
        filling.edit(|form| {
            form.set(kind, field, code);
            if let Some(written) = written {
                form.set(kind, written, as_written);
            }
        });
    };
    let choose = move |offer: Option<Offer>| match offer {
        None => write("", ""),
        Some(offer) if offer.is_other => write("", &offer.value),
        Some(offer) => write(&offer.value, ""),
    };
    let words = ComboWords {
        label: (desk.words().labels.field)(field),
        placeholder: words.municipality_placeholder,
        list: words.municipalities,
        clear: desk.words().a11y.choose_another,
    };
    Combo { id: "municipality", words, picked, offers, choose }.view()
}

fn offer_of(found: &'static gazetteer::Municipality) -> Offer {
    Offer { value: found.id.clone(), title: found.name.to_owned(), note: above(found), pic: Pic::Pin, is_other: false }
}

/// The community, free to type; those noted before in the municipality are a tap away.
pub fn community(desk: Desk, filling: Filling, kind: Kind) -> El {
    let at = At { kind, field: Field::Community };
    let before = Derived::new(move || {
        let form = filling.form.see();
        let (place, typed) = (form.text(kind, Field::Municipality).to_owned(), form.text(kind, at.field));
        if place.is_empty() || !typed.is_empty() {
            return Vec::new();
        }
        communities(&desk.notebook.see().log, kind, &place, 4)
    });
    let chips = move || {
        let chip = |name: String| {
            let chosen = name.clone();
            button("chip", "community-before", move || filling.set_text(kind, at.field, chosen.clone())).child(name)
        };
        let before = before.get();
        let label = desk.words().visit_more().communities_before;
        let group = div("chips").attr("role", "group").attr("aria-label", label);
        (!before.is_empty()).then(|| group.child(before.into_iter().map(chip).collect::<Vec<_>>()))
    };
    line(filling, at, (desk.words().labels.field)(at.field), "").follow(chips)
}

/// "Imbabura, Ecuador": what tells two of the same name apart.
fn above(found: &gazetteer::Municipality) -> String {
    [found.above, ", ", found.country].concat()
}
