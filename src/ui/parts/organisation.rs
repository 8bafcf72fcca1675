//! Organisations: one that is there or a new one, in one field. What was used last is offered before anything is typed.

use super::combo::{Combo, ComboWords, Offer, Picked};
use super::fields::At;
use super::icon::{Pic, icon};
use crate::app::{alike_organisations, recent::recent, similar_organisations};
use crate::record::{Field, Kind, text::fold};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Derived;

/// How many are offered.
const OFFERED: usize = 6;

/// A field that refers to one organisation.
pub fn organisation(desk: Desk, filling: Filling, id: &'static str, kind: Kind, field: Field) -> El {
    let words = desk.words().picker();
    let picked = move || {
        let reference = filling.form.see().text(kind, field).to_owned();
        if reference.is_empty() {
            return None;
        }
        // One that this form creates is not in the log yet.
        let new = filling.form.see().new_organisation(&reference).map(str::to_owned);
        Some(match new {
            Some(name) => Picked { title: name, note: words.will_be_created.to_owned(), pic: Pic::Plus },
            None => {
                Picked { title: desk.with_names(|names| names.of(&reference)), note: String::new(), pic: Pic::Building }
            }
        })
    };
    let offers = move |typed: &str| offers(desk, typed, field);
    let choose = move |offer: Option<Offer>| match offer {
        Some(offer) if offer.is_other => {
            if let Some(record) = desk.new_record(Kind::Organisation) {
                filling.edit(|form| form.create_organisation(kind, field, &record, &offer.value));
            }
        }
        known => {
            let reference = known.map(|offer| offer.value).unwrap_or_default();
            filling.edit(|form| form.choose_organisation(kind, field, &reference));
        }
    };
    let combo = Combo { id, words: combo_words(desk, field), picked, offers, choose }.view();
    let use_it = move |reference: &str| filling.edit(|form| form.choose_organisation(kind, field, reference));
    combo.follow(move || {
        let reference = filling.form.see().text(kind, field).to_owned();
        alike(desk, filling, &reference, use_it)
    })
}

/// A field that refers to several: those chosen, and a search for one more.
pub fn organisations(desk: Desk, filling: Filling, id: &'static str, at: At) -> El {
    let At { kind, field } = at;
    let held = Derived::new(move || {
        let form = filling.form.see();
        form.list(kind, field).iter().filter_map(|held| held.as_text()).map(str::to_owned).collect::<Vec<_>>()
    });
    let offers = move |typed: &str| {
        let held = held.see();
        offers(desk, typed, field).into_iter().filter(|offer| !held.contains(&offer.value)).collect()
    };
    let choose = move |offer: Option<Offer>| {
        let Some(offer) = offer else { return };
        if !offer.is_other {
            filling.edit(|form| form.add_organisation(kind, field, &offer.value));
        } else if let Some(record) = desk.new_record(Kind::Organisation) {
            filling.edit(|form| form.create_and_add(kind, field, &record, &offer.value));
        }
    };
    let one = move |reference: String| {
        let new = filling.form.peek().new_organisation(&reference).map(str::to_owned);
        let is_new = new.is_some();
        let name = new.unwrap_or_else(|| desk.with_names_now(|names| names.of(&reference)));
        let (out, own) = (reference.clone(), reference.clone());
        let remove = move || filling.edit(|form| form.remove_organisation(kind, field, &out));
        let remove = button("icon-btn", "", remove)
            .test([id, "-remove"].concat())
            .attr("aria-label", (desk.words().visit_more().remove)(&name))
            .child(icon(Pic::Close));
        let note = is_new.then(|| el("small").class("stone").child(desk.words().picker().will_be_created));
        let told = el("span").class("grow").child(el("b").child(name)).child(" ").child(note);
        let use_it = move |other: &str| {
            filling.edit(|form| {
                form.remove_organisation(kind, field, &own);
                form.add_organisation(kind, field, other);
            });
        };
        let chosen = div("box picked").child(icon(Pic::Building)).child(told).child(remove);
        el("li").test([id, "-chosen"].concat()).child(chosen).child(alike(desk, filling, &reference, use_it))
    };
    let list = move || el("ul").class("stack tight").child(held.get().into_iter().map(one).collect::<Vec<_>>());
    let combo = Combo { id, words: combo_words(desk, field), picked: || None, offers, choose }.view();
    div("stack tight").test(at.id()).child(combo).follow(list)
}

fn combo_words(desk: Desk, field: Field) -> ComboWords {
    let words = desk.words().picker();
    ComboWords {
        label: (desk.words().labels.field)(field),
        placeholder: words.organisation_placeholder,
        list: words.organisations,
        clear: desk.words().a11y.choose_another,
    }
}

/// What fits what was typed; before anything is typed, the hosts that were visited and the organisers that invited last.
fn offers(desk: Desk, typed: &str, field: Field) -> Vec<Offer> {
    let typed = typed.trim();
    let offer =
        |value: String, title: String| Offer { value, title, note: String::new(), pic: Pic::Building, is_other: false };
    let kind = match field {
        Field::HostOrganisation => Some(Kind::Visit),
        Field::Organiser => Some(Kind::Course),
        _ => None,
    };
    if let Some(kind) = kind.filter(|_| typed.is_empty()) {
        let used = desk.with_names(|names| {
            let used = recent(names.log, kind, field, OFFERED, |_| true).into_iter();
            used.map(|reference| (names.of(&reference), reference)).collect::<Vec<_>>()
        });
        if !used.is_empty() {
            return used.into_iter().map(|(name, reference)| offer(reference, name)).collect();
        }
    }
    let similar = {
        let notebook = desk.notebook.see();
        similar_organisations(&notebook.log, typed, OFFERED)
    };
    let is_known = similar.iter().any(|known| fold(&known.name) == fold(typed));
    let mut offers: Vec<Offer> = similar.into_iter().map(|known| offer(known.record.to_string(), known.name)).collect();
    if !typed.is_empty() && !is_known {
        let title = (desk.words().picker().create_organisation)(typed);
        offers.push(Offer { pic: Pic::Plus, is_other: true, ..offer(typed.to_owned(), title) });
    }
    offers
}

/// Under a new organisation: one that is there and may be the same. A hint, never a block.
fn alike(desk: Desk, filling: Filling, reference: &str, use_it: impl Fn(&str) + Clone + 'static) -> Vec<El> {
    let words = desk.words().visit_more();
    let name = filling.form.peek().new_organisation(reference).map(str::to_owned);
    let Some(name) = name else { return Vec::new() };
    let alike = alike_organisations(&desk.notebook.see().log, &name, 2);
    let hint = |known: crate::app::Similar| {
        let (use_it, known_id) = (use_it.clone(), known.record.to_string());
        let yes = button("btn quiet", "alike-use", move || use_it(&known_id)).child(words.alike_use);
        let told = el("p").class("grow").child((words.alike)(&known.name));
        div("note").attr("role", "status").test("alike").child(icon(Pic::Info)).child([told, yes])
    };
    alike.into_iter().map(hint).collect()
}
