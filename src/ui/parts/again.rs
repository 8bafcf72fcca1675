//! What the visit or the training before this one said of place, host or organiser and more: offered, a tap each.

use super::icon::{Pic, icon};
use crate::app::recent::again as before;
use crate::record::{Field, Fields, Kind};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Derived;

const PLACE: &[Field] = &[Field::Municipality, Field::PlaceAsWritten, Field::Community];

/// Fields that are taken over together, and the picture beside their names.
const GROUPS: [(&[Field], Pic); 6] = [
    (PLACE, Pic::Pin),
    (&[Field::HostOrganisation], Pic::Building),
    (&[Field::Delegation], Pic::People),
    (&[Field::Exchange], Pic::Exchange),
    (&[Field::Organiser], Pic::Building),
    (&[Field::Topics], Pic::Leaf),
];

/// Only what the form does not say yet; nothing once all of it is taken over.
pub fn again(desk: Desk, filling: Filling, kind: Kind) -> El {
    let words = desk.words().visit_more();
    let before = before(&desk.notebook.peek().log, kind);
    let open = Derived::new(move || {
        let form = filling.form.see();
        let fits = |fields: &[Field]| {
            let any = fields.iter().any(|field| !before.is_blank(*field));
            let held = form.fields_of(kind);
            any && fields.iter().all(|field| held.is_none_or(|held| held.is_blank(*field)))
        };
        GROUPS
            .iter()
            .map(|(fields, _)| if fits(fields) { part(&before, fields) } else { Fields::default() })
            .collect::<Vec<_>>()
    });
    let take = move |fields: &Fields| filling.edit(|form| form.take_over(kind, fields));
    let card = move || {
        let open: Vec<(Fields, Pic)> = open
            .get()
            .into_iter()
            .zip(GROUPS.iter().map(|(_, pic)| *pic))
            .filter(|(fields, _)| !fields.0.is_empty())
            .collect();
        let chip = |(fields, pic): &(Fields, Pic)| {
            let taken = fields.clone();
            button("chip", "again-one", move || take(&taken)).child(icon(*pic)).child(label(desk, fields))
        };
        let chips = open.iter().map(chip).collect::<Vec<_>>();
        let every: Vec<Fields> = open.iter().map(|(fields, _)| fields.clone()).collect();
        let all = button("btn quiet", "again-all", move || every.iter().for_each(take)).child(words.again_all);
        let is_many = open.len() > 1;
        (!open.is_empty()).then(|| {
            el("section")
                .class("again stack tight")
                .attr("aria-label", words.again)
                .test("again")
                .child(el("p").class("label").child(words.again))
                .child(div("chips").child(chips).child(is_many.then_some(all)))
        })
    };
    div("found").follow(card)
}

fn part(fields: &Fields, which: &[Field]) -> Fields {
    let held = which.iter().filter_map(|field| Some((field.name(), fields.get(*field)?.clone())));
    Fields(held.collect())
}

/// "Apuela, Cotacachi · Imbabura", the host, "8 organizaciones", the exchange.
fn label(desk: Desk, fields: &Fields) -> String {
    let delegation = fields.list(Field::Delegation);
    if delegation.len() > 1 {
        return desk.lang.get().count(delegation.len(), desk.words().nouns.organisations);
    }
    desk.with_names(|names| {
        let parts = [
            fields.text(Field::Community).to_owned(),
            names.municipality(fields.text(Field::Municipality)),
            fields.text(Field::PlaceAsWritten).to_owned(),
            names.list(delegation),
            names.of(fields.text(Field::HostOrganisation)),
            names.of(fields.text(Field::Exchange)),
            names.of(fields.text(Field::Organiser)),
            names.list(fields.list(Field::Topics)),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    })
}
