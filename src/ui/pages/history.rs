//! What a record said before: every Save, who, when, and what it did.

use super::record::label;
use crate::app::{HistoryEntry, HistoryLine, Names, history as saves};
use crate::log::RecordView;
use crate::record::Value;
use crate::ui::desk::Desk;
use crate::ui::html::{El, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::values::in_words;

pub fn history(desk: Desk, names: Names, view: RecordView) -> El {
    let words = &desk.words().record;
    let entry = |entry: HistoryEntry| {
        let when = names.lang.moment(&entry.at, &desk.today());
        let when = el("time").attr("datetime", entry.at).child(when);
        let lines = entry.lines.iter().map(|line| el("p").child(line_in_words(desk, names, line)));
        el("li")
            .test("history-entry")
            .child(el("p").class("small stone").child(entry.by).child(" · ").child(when))
            .child(entry.is_first.then(|| el("p").child(el("b").child(words.began))))
            .child(lines.collect::<Vec<_>>())
    };
    let entries: Vec<El> = saves(names, view).into_iter().map(entry).collect();
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    el("details")
        .class("card")
        .test("history")
        .child(el("summary").class("line").child([el("h2").child(words.history), turn]))
        .child(el("ol").class("tale").child(entries))
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
