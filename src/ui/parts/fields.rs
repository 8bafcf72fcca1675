//! Fields to type in: a label, what is typed, a hint.

use crate::record::{Field, Kind};
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};

/// Which field of which record of the form, and its name for tests and labels.
#[derive(Clone, Copy)]
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
    labelled(filling, at, label, el("input").class("input").attr("autocomplete", "off")).child(hint_line(hint))
}

/// Several lines of text; the field grows with them.
pub fn lines(filling: Filling, at: At, label: &'static str, hint: &'static str) -> El {
    labelled(filling, at, label, el("textarea").class("input")).child(hint_line(hint))
}

/// A day, `YYYY-MM-DD` in the log, picked the way the device does it.
pub fn day(filling: Filling, at: At, label: &'static str) -> El {
    labelled(filling, at, label, el("input").class("input").attr("type", "date"))
}

fn labelled(filling: Filling, at: At, label: &'static str, input: El) -> El {
    let text = filling.text(at.kind, at.field);
    let input = input
        .attr("id", at.id())
        .test(at.id())
        .value(move || text.get())
        .on_input(move |typed| filling.set_text(at.kind, at.field, typed));
    div("field").child(el("label").attr("for", at.id()).child(label)).child(input)
}

pub fn hint_line(hint: &'static str) -> Option<El> {
    (!hint.is_empty()).then(|| el("p").class("hint").child(hint))
}
