//! A field for a whole number. What is no number is said and not taken over; blank is not zero.

use super::fields::At;
use super::trouble::why;
use crate::record::cells::parse_count;
use crate::record::{Field, Value};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::shared::Shared;

/// What a number is called, and what stands behind it.
#[derive(Clone, Copy)]
pub struct Asked {
    pub at: At,
    pub test: &'static str,
    pub label: &'static str,
    pub unit: &'static str,
}

impl Asked {
    /// A number under the usual name of its field.
    pub fn plain(desk: Desk, at: At, test: &'static str) -> Self {
        Asked { at, test, label: (desk.words().labels.field)(at.field), unit: "" }
    }
}

/// A number that is written to its field.
pub fn number(desk: Desk, filling: Filling, asked: Asked) -> El {
    let At { kind, field } = asked.at;
    number_by(desk, filling, asked, move |number| {
        filling.edit(|form| form.set(kind, field, number.map_or(Value::Null, Value::Int)));
    })
}

/// A number of which `write` makes what it likes.
pub fn number_by(desk: Desk, filling: Filling, asked: Asked, write: impl Fn(Option<i64>) + 'static) -> El {
    let Asked { at, test, label, unit } = asked;
    let held = filling.form.peek().fields_of(at.kind).and_then(|fields| fields.int(at.field));
    let typed = Shared::new(held.map(|number| number.to_string()).unwrap_or_default());
    let is_wrong = move || {
        let text = typed.see();
        !text.trim().is_empty() && parse_count(&text).is_none()
    };
    let input = el("input")
        .attr("id", at.id())
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .test(test)
        .value(move || typed.get())
        .on_input(move |text| {
            let number = parse_count(&text);
            typed.set(text);
            write(number);
        });
    // A total is read from afar.
    let large = if at.field == Field::Total { "box total" } else { "box" };
    div("field")
        .class_when("wrong", is_wrong)
        .child(el("label").attr("for", at.id()).child(label))
        .child(div(large).child([input, el("span").class("stone unit").child(unit)]))
        .follow(move || is_wrong().then(|| why("not-a-number", desk.words().form().not_a_count)))
}
