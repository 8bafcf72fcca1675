//! Fields to type in: a label, what is typed, a hint.

use crate::record::{Field, Kind};
use crate::ui::filling::Filling;
use leptos::prelude::*;

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
pub fn line(filling: Filling, at: At, label: &'static str, hint: &'static str) -> impl IntoView {
    let text = filling.text(at.kind, at.field);
    let typed = move |event| filling.set_text(at.kind, at.field, event_target_value(&event));
    view! {
        <div class="field">
            <label for=at.id()>{label}</label>
            <input class="input" id=at.id() data-test=at.id() autocomplete="off" prop:value=text on:input=typed />
            {hint_line(hint)}
        </div>
    }
}

/// Several lines of text; the field grows with them.
pub fn lines(filling: Filling, at: At, label: &'static str, hint: &'static str) -> impl IntoView {
    let text = filling.text(at.kind, at.field);
    let typed = move |event| filling.set_text(at.kind, at.field, event_target_value(&event));
    view! {
        <div class="field">
            <label for=at.id()>{label}</label>
            <textarea class="input" id=at.id() data-test=at.id() prop:value=text on:input=typed></textarea>
            {hint_line(hint)}
        </div>
    }
}

/// A day, `YYYY-MM-DD` in the log, picked the way the device does it.
pub fn day(filling: Filling, at: At, label: &'static str) -> impl IntoView {
    let text = filling.text(at.kind, at.field);
    let typed = move |event| filling.set_text(at.kind, at.field, event_target_value(&event));
    view! {
        <div class="field">
            <label for=at.id()>{label}</label>
            <input class="input" type="date" id=at.id() data-test=at.id() prop:value=text on:input=typed />
        </div>
    }
}

fn hint_line(hint: &'static str) -> Option<impl IntoView> {
    (!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })
}
