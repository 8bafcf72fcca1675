//! Where it was: a municipality of the gazetteer, or the place as it was written.

use super::combo::{Combo, ComboWords, Offer, Picked};
use super::icon::Pic;
use crate::record::{Field, Kind, gazetteer};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::El;

/// The field for the municipality of the visit or the course.
pub fn municipality(desk: Desk, filling: Filling, kind: Kind) -> El {
    let words = &desk.words().picker;
    let text = move |field| filling.form.see().text(kind, field).to_owned();
    let picked = move || {
        let (code, written) = (text(Field::Municipality), text(Field::PlaceAsWritten));
        match gazetteer::find(&code) {
            Some(found) => Some(Picked { title: found.name.to_owned(), note: above(found), pic: Pic::Pin }),
            None if !code.is_empty() => Some(Picked { title: code, note: String::new(), pic: Pic::Pin }),
            None if !written.is_empty() => {
                Some(Picked { title: written, note: words.was_as_written.to_owned(), pic: Pic::Edit })
            }
            None => None,
        }
    };
    let offers = move |typed: &str| {
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let found = gazetteer::search(typed, 6).into_iter();
        let mut offers: Vec<Offer> = found
            .map(|found| Offer {
                value: found.id.clone(),
                title: found.name.to_owned(),
                note: above(found),
                pic: Pic::Pin,
                is_other: false,
            })
            .collect();
        offers.push(Offer {
            value: typed.trim().to_owned(),
            title: (words.as_written)(typed.trim()),
            note: String::new(),
            pic: Pic::Edit,
            is_other: true,
        });
        offers
    };
    let write = move |code: &str, written: &str| {
        filling.edit(|form| {
            form.set(kind, Field::Municipality, code);
            form.set(kind, Field::PlaceAsWritten, written);
        });
    };
    let choose = move |offer: Option<Offer>| match offer {
        None => write("", ""),
        Some(offer) if offer.is_other => write("", &offer.value),
        Some(offer) => write(&offer.value, ""),
    };
    let words = ComboWords {
        label: (desk.words().labels.field)(Field::Municipality),
        placeholder: words.municipality_placeholder,
        list: words.municipalities,
        clear: desk.words().a11y.choose_another,
    };
    Combo { id: "municipality", words, picked, offers, choose }.view()
}

/// "Imbabura, Ecuador": what tells two of the same name apart.
fn above(found: &gazetteer::Municipality) -> String {
    [found.above, ", ", found.country].concat()
}
