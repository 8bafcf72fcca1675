//! What a record said before: every Save, who, when, and what it did.

use super::record::label;
use crate::app::{HistoryEntry, HistoryLine, Names, history as saves};
use crate::log::RecordView;
use crate::record::Value;
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::values::in_words;
use leptos::prelude::*;

pub fn history(desk: Desk, names: Names, view: RecordView) -> impl IntoView + use<> {
    let words = &desk.words().record;
    let entry = |entry: HistoryEntry| {
        let when = names.lang.moment(&entry.at, &desk.today());
        let lines = entry.lines.iter().map(|line| view! { <p>{line_in_words(desk, names, line)}</p> }).collect_view();
        view! {
            <li data-test="history-entry">
                <p class="small stone">{entry.by}" · "<time datetime=entry.at>{when}</time></p>
                {entry.is_first.then(|| view! { <p><b>{words.began}</b></p> })}
                {lines}
            </li>
        }
    };
    view! {
        <details class="card" data-test="history">
            <summary class="line">
                <h2>{words.history}</h2>
                <span class="turn">{icon(Pic::Chevron)}</span>
            </summary>
            <ol class="tale">{saves(names, view).into_iter().map(entry).collect_view()}</ol>
        </details>
    }
}

fn line_in_words(desk: Desk, names: Names, line: &HistoryLine) -> String {
    let words = &desk.words().record;
    let label = label(desk, &line.field);
    let say = |value: &Value| in_words(names, &line.field, value);
    match (&line.before, &line.after) {
        (Some(before), Value::Null) => (words.emptied)(&label, &say(before)),
        (Some(before), after) => (words.changed)(&label, &say(before), &say(after)),
        (None, after) => (words.wrote)(&label, &say(after)),
    }
}
