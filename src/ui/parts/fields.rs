//! Fields to type in: a label, what is typed, a hint.

use super::icon::{Pic, icon};
use crate::record::{Field, Kind, personal};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::shared::Derived;

/// Which field of which record of the form, and its name for tests and labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    pub kind: Kind,
    pub field: Field,
}

impl At {
    /// The id in the page: `visit-purpose`.
    pub fn id(self) -> String {
        [self.kind.name(), "-", self.field.name()].concat().replace('_', "-")
    }
}

/// One line of text.
pub fn line(filling: Filling, at: At, label: &'static str, hint: &'static str) -> El {
    written(filling, at, label, el("input").class("input").attr("autocomplete", "off"), hint)
}

/// Several lines of text; the field grows with them.
pub fn lines(filling: Filling, at: At, label: &'static str, hint: &'static str) -> El {
    written(filling, at, label, el("textarea").class("input"), hint)
}

/// A day, `YYYY-MM-DD` in the log, picked the way the device does it.
pub fn day(filling: Filling, at: At, label: &'static str) -> El {
    day_by(filling, at, label, move |typed| filling.set_text(at.kind, at.field, typed))
}

/// A day of which `write` makes what it likes.
pub fn day_by(filling: Filling, at: At, label: &'static str, write: impl Fn(String) + 'static) -> El {
    let text = filling.text(at.kind, at.field);
    labelled(at, label, el("input").class("input").attr("type", "date").on_input(write), text)
}

fn written(filling: Filling, at: At, label: &'static str, input: El, hint: &'static str) -> El {
    let text = filling.text(at.kind, at.field);
    let input = input.on_input(move |typed| filling.set_text(at.kind, at.field, typed));
    let field = labelled(at, label, input, text).child(hint_line(hint));
    field.follow(move || personal_hint(filling.desk(), &text.get()))
}

fn labelled(at: At, label: &'static str, input: El, text: Derived<String>) -> El {
    let input = input.attr("id", at.id()).test(at.id()).value(move || text.get());
    div("field").child(el("label").attr("for", at.id()).child(label)).child(input)
}

pub fn hint_line(hint: &'static str) -> Option<El> {
    (!hint.is_empty()).then(|| el("p").class("hint").child(hint))
}

/// A word where something looks like somebody's phone, e-mail or identity number. It blocks nothing.
pub fn personal_hint(desk: Desk, text: &str) -> Option<El> {
    let (kind, found) = personal(text)?;
    let told = el("span").class("grow").child((desk.words().visit_more().personal)(kind, found));
    Some(el("p").class("note tight").attr("role", "status").test("personal-hint").child(icon(Pic::Shield)).child(told))
}
