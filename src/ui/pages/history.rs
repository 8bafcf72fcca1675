//! What a record said before: every Save, who, when, and what it did.

use super::record::label;
use crate::app::{HistoryEntry, HistoryLine, Names, history as saves, keep_one};
use crate::log::RecordView;
use crate::record::{Field, Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::values::in_words;
use crate::ui::shared::Shared;

/// The history of a visit with its commitments, or of a training with its course. It stays open while the page is drawn anew.
pub fn history(desk: Desk, names: Names, view: RecordView, is_open: Shared<bool>) -> El {
    let words = &desk.words().record;
    let is_binned = view.is_binned();
    let entry = |entry: HistoryEntry| {
        let when = names.lang.moment(&entry.at, &desk.today());
        let when = el("time").attr("datetime", entry.at).child(when);
        let lines = entry.lines.iter().map(|line| one(desk, names, &entry.record, line, is_binned));
        // A commitment says what it is; the course of a training is nothing that a person knows by itself.
        let kind = entry.record.kind().filter(|kind| *kind == Kind::Agreement);
        let kind = kind.map(|kind| el("b").child([(desk.words().labels.kind)(kind), ": "].concat()));
        let began = entry.is_first && entry.record.kind() != Some(Kind::Course);
        el("li")
            .test("history-entry")
            .child(el("p").class("small stone").child(entry.by).child(" · ").child(when))
            .child(el("p").child(kind).child(began.then(|| el("b").child(words.began))))
            .child(lines.collect::<Vec<_>>())
    };
    let entries: Vec<El> = saves(names, &with_belongings(desk, names, view)).into_iter().map(entry).collect();
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    el("details")
        .class("card")
        .test("history")
        .is("open", move || is_open.get())
        .on("toggle", move |_| is_open.set(crate::ui::browser::is_there("[data-test=history][open]")))
        .child(el("summary").class("line").child([el("h2").child(words.history), turn]))
        .child(el("ol").class("tale").child(entries))
}

fn with_belongings<'a>(desk: Desk, names: Names<'a>, view: RecordView<'a>) -> Vec<RecordView<'a>> {
    let belongings = match view.id().kind() {
        Some(Kind::Session) => {
            let course = view.shown(Field::Course.name()).and_then(Value::as_text).and_then(RecordId::parse);
            course.into_iter().collect()
        }
        _ => desk.notebook.see().referring(Kind::Agreement, Field::Visit, view.id()),
    };
    std::iter::once(view).chain(belongings.iter().filter_map(|record| names.log.record(record))).collect()
}

/// What a Save did to one field, and the way back to what it wrote.
fn one(desk: Desk, names: Names, record: &RecordId, line: &HistoryLine, is_binned: bool) -> El {
    let told = el("p").class("grow").child(line_in_words(desk, names, line));
    let can = line.can_take_back && !is_binned;
    div("line").child(told).child(can.then(|| back(desk, record.clone(), line.field.clone(), line.after.clone())))
}

fn back(desk: Desk, record: RecordId, field: String, value: Value) -> El {
    let words = &desk.words().bin;
    let label = [words.value_back, ": ", &label(desk, &field)].concat();
    let back = move |notebook: &_| vec![keep_one(notebook, &record, &field, &value)];
    let press = move || desk.change(words.value_is_back, &back);
    button("btn quiet", "value-back", press).attr("aria-label", label).child(icon(Pic::Undo)).child(words.value_back)
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
