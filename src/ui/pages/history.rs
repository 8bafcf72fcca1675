//! What a record said before: every Save, who, when, and what it did.

use super::record::label;
use crate::app::{HistoryEntry, HistoryLine, Names, history as saves, keep_one};
use crate::log::RecordView;
use crate::record::{Field, Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::html::{El, Node, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::values::in_words;
use crate::ui::shared::Shared;
use leptos::prelude::AnyView;

/// The history of a record that is here.
pub fn late(desk: Desk, record: &RecordId, is_open: Shared<bool>) -> AnyView {
    let history = |names: Names| names.log.record(record).map(|view| history(desk, names, view, is_open));
    desk.with_names(history).into_one()
}

/// The history of a visit with its commitments, or of a training with its course, and of their photos. It stays open while the
/// page is drawn anew.
pub fn history(desk: Desk, names: Names, view: RecordView, is_open: Shared<bool>) -> El {
    let words = desk.words().record();
    let is_binned = view.is_binned();
    let photos = desk.notebook.see().referring(Kind::Photo, Field::Of, view.id());
    let views = with_belongings(desk, names, view, &photos);
    let entry = |entry: HistoryEntry| {
        let when = names.lang.moment(&entry.at, &desk.today());
        let when = el("time").attr("datetime", entry.at).child(when);
        let lines = entry.lines.iter().map(|line| one(desk, names, &entry.record, line, is_binned));
        // A commitment says what it is, a photo which it is; the course of a training is nothing that a person knows by itself.
        let photo = (1..).zip(&photos).find(|(_, photo)| **photo == entry.record);
        let kind = match (entry.record.kind(), photo) {
            (_, Some((number, _))) => Some((words.photo_numbered)(number)),
            (Some(kind @ Kind::Agreement), _) => Some((desk.words().labels.kind)(kind).to_owned()),
            _ => None,
        };
        let kind = kind.map(|kind| el("b").child([&kind, ": "].concat()));
        let began = entry.is_first && entry.record.kind() != Some(Kind::Course);
        let began = began.then_some(if photo.is_some() { words.photo_added } else { words.began });
        el("li")
            .test("history-entry")
            .child(el("p").class("small stone").child(entry.by).child(" · ").child(when))
            .child(el("p").child(kind).child(began.map(|began| el("b").child(began))))
            .child(lines.collect::<Vec<_>>())
    };
    let entries: Vec<El> = saves(names, &views).into_iter().map(entry).collect();
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    el("details")
        .class("card")
        .test("history")
        .is("open", move || is_open.get())
        .on("toggle", move |_| is_open.set(crate::ui::browser::is_there("[data-test=history][open]")))
        .child(el("summary").class("line").child([el("h2").child(words.history), turn]))
        .child(el("ol").class("tale").child(entries))
}

fn with_belongings<'a>(desk: Desk, names: Names<'a>, view: RecordView<'a>, photos: &[RecordId]) -> Vec<RecordView<'a>> {
    let belongings: Vec<RecordId> = match view.id().kind() {
        Some(Kind::Session) => {
            let course = view.shown(Field::Course.name()).and_then(Value::as_text).and_then(RecordId::parse);
            course.into_iter().collect()
        }
        _ => desk.notebook.see().referring(Kind::Agreement, Field::Visit, view.id()),
    };
    std::iter::once(view).chain(belongings.iter().chain(photos).filter_map(|record| names.log.record(record))).collect()
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
    let words = desk.words().record();
    let label = label(desk, &line.field);
    let say = |value: &Value| in_words(names, &line.field, value);
    if Field::from_name(&line.field) == Some(Field::Trashed) {
        let bin = &desk.words().bin;
        return if line.after == Value::Bool(true) { bin.is_there } else { bin.taken_back }.to_owned();
    }
    match (&line.before, &line.after) {
        (Some(before), Value::Null) => (words.emptied)(&label, &say(before)),
        (Some(before), after) => (words.changed)(&label, &say(before), &say(after)),
        (None, after) => (words.wrote)(&label, &say(after)),
    }
}
