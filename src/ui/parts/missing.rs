//! What a note still needs, at the foot of its form: a tap leads to the field.

use super::fields::At;
use super::icon::{Pic, icon};
use crate::app::Form;
use crate::record::{Field, Kind};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::{Derived, Shared};

/// The line that says it, and the list that opens above it. `show` is called first with the field: a form of two sides
/// turns to the right one.
pub fn missing(desk: Desk, filling: Filling, show: impl Fn(Field) + Copy + Send + 'static) -> [El; 2] {
    let words = desk.words().form();
    let missing = Derived::new(move || filling.form.see().missing().into_iter().map(Missing::from).collect::<Vec<_>>());
    let is_open = Shared::new(false);
    let said = move || {
        let pairs: Vec<(Kind, Field)> = missing.see().iter().filter_map(|missing| missing.0).collect();
        (words.missing)(&pairs)
    };
    let line = move || {
        let text = said();
        if missing.see().is_empty() {
            return el("p").class("missing").child(text);
        }
        let turn = move || is_open.update(|is_open| *is_open = !*is_open);
        button("missing", "show-missing", turn)
            .attr_when("aria-expanded", move || Some(is_open.get().to_string()))
            .child(text)
    };
    let list = move || {
        let missing = missing.get();
        let item = |missing: Missing| {
            let at = missing.0?;
            let go = move || {
                is_open.set(false);
                show(at.1);
                browser::reveal_soon(["[data-test=\"", &name(at, &filling.form.peek()), "\"]"].concat());
            };
            let row = button("row", "missing-field", go).child((desk.words().labels.short)(at.1));
            Some(el("li").child(row.child(icon(Pic::Chevron))))
        };
        (is_open.get() && !missing.is_empty()).then(|| {
            let title = el("p").class("label").child(desk.words().visit_more().what_is_missing);
            let rows = missing.into_iter().filter_map(item).collect::<Vec<_>>();
            div("missing-list").test("missing-list").child(title).child(el("ul").class("rows").child(rows))
        })
    };
    [div("above").follow(list), div("grow").test("missing").follow(line)]
}

/// A field that is missing; empty only for the sake of a signal, which wants a value to begin with.
#[derive(Clone, Copy, Default, PartialEq)]
struct Missing(Option<(Kind, Field)>);

impl From<(Kind, Field)> for Missing {
    fn from(at: (Kind, Field)) -> Self {
        Missing(Some(at))
    }
}

/// The name in the page of what is to be filled in.
fn name((kind, field): (Kind, Field), form: &Form) -> String {
    let name = match (kind, field) {
        (_, Field::Municipality) => "municipality-search",
        (_, Field::HostOrganisation) => "host-search",
        (_, Field::Organiser) => "organiser-search",
        (_, Field::Minutes) => "minutes",
        (_, Field::Total) => "counting",
        (Kind::Agreement, Field::What | Field::Responsible) => {
            let lacks = |draft: &&crate::record::Draft| draft.fields.is_blank(field);
            let first = form.agreements().find(lacks).map(|draft| draft.record.rid().to_owned());
            return ["commitment-", first.as_deref().unwrap_or_default()].concat();
        }
        (kind, field) => return At { kind, field }.id(),
    };
    name.to_owned()
}
