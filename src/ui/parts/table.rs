//! A list of records: rows on a phone, a table where there is room. One table in the page either way.

use super::icon::{Pic, icon};
use crate::app::{Entry, Names, Route, Status, line};
use crate::i18n::in_running_text;
use crate::insight::{Piece, marked};
use crate::record::{Choice, Field, Kind, RecordId};
use crate::ui::desk::Desk;
use crate::ui::html::{El, Node, el, follow, link};
use crate::ui::window::{CHUNK, FIRST, REST};
use leptos::prelude::AnyView;
use std::sync::Arc;

/// What a table shows beside name, date, place and who recorded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Every kind; who it was with.
    Everything,
    Visits,
    /// How many came, and what that counts.
    Trainings,
}

/// What a list has.
pub struct Lines {
    pub all: Arc<Vec<RecordId>>,
    /// Those that are shown, by their place among all.
    pub shown: Arc<Vec<u32>>,
    /// What is looked for, to be marked where it stands.
    pub words: Arc<Vec<String>>,
}

impl Lines {
    /// All of them.
    pub fn all(all: Arc<Vec<RecordId>>) -> Self {
        let shown = Arc::new((0..all.len() as u32).collect());
        Lines { all, shown, words: Arc::default() }
    }
}

pub fn records(desk: Desk, columns: Columns, caption: &'static str, lines: Lines) -> El {
    let words = &desk.words().lists;
    let (name, with) = match columns {
        Columns::Everything => (words.column_record, words.column_with),
        Columns::Visits => (words.column_host, (desk.words().labels.short)(Field::VisitType)),
        Columns::Trainings => (words.column_topic, (desk.words().labels.short)(Field::Organiser)),
    };
    let last = if columns == Columns::Trainings { words.column_total } else { words.column_status };
    let head = [name, words.column_date, words.column_place, with, words.column_by, last];
    let head = head.map(|name| el("th").attr("role", "columnheader").attr("scope", "col").child(name));
    let head = el("tr").attr("role", "row").attr("aria-rowindex", "1").child(head);
    let count = lines.shown.len().saturating_add(1).to_string();
    desk.finding.window.open();
    el("table")
        .class("records")
        .attr("role", "table")
        .attr("aria-rowcount", count)
        .attr("style", desk.finding.window.likely())
        .child(el("caption").class("unseen").child(caption))
        .child(el("thead").attr("role", "rowgroup").child(head))
        .child(chunks(desk, columns, Arc::new(lines), 0, FIRST))
}

/// The chunks from one number to another, and a place for the rest.
fn chunks(desk: Desk, columns: Columns, lines: Arc<Lines>, first: usize, end: usize) -> (Vec<El>, Option<AnyView>) {
    let skipped = first.saturating_mul(CHUNK);
    let shown = lines.shown.get(skipped..).unwrap_or_default();
    let chunks =
        (first..end).zip(shown.chunks(CHUNK)).map(|(number, shown)| chunk(desk, columns, &lines, number, shown));
    let chunks = chunks.collect();
    let left = lines.shown.len().saturating_sub(end.saturating_mul(CHUNK));
    let is_beyond = desk.finding.window.is_beyond(end);
    let rest = move || match is_beyond.get() {
        true => chunks_of(desk, columns, lines.clone(), end),
        false => group(left).class(REST).into_one(),
    };
    (chunks, (left > 0).then(|| follow(rest)))
}

/// As many chunks again as there are.
fn chunks_of(desk: Desk, columns: Columns, lines: Arc<Lines>, first: usize) -> AnyView {
    chunks(desk, columns, lines, first, first.saturating_mul(2)).into_one()
}

/// A row group, as high as so many rows while it is empty.
fn group(rows: usize) -> El {
    el("tbody").attr("role", "rowgroup").attr("style", ["--n:", &rows.to_string()].concat())
}

fn chunk(desk: Desk, columns: Columns, lines: &Arc<Lines>, number: usize, shown: &[u32]) -> El {
    let lines = lines.clone();
    let first = number.saturating_mul(CHUNK);
    let is_drawn = desk.finding.window.has(number);
    let rows = move || -> Vec<El> {
        let shown = lines.shown.iter().skip(first).take(if is_drawn.get() { CHUNK } else { 0 });
        let records = (first.saturating_add(2)..).zip(shown.filter_map(|at| lines.all.get(*at as usize)));
        let row = |(at, record)| desk.with_names(|names| row(desk, columns, names, at, record, &lines.words));
        records.filter_map(row).collect()
    };
    group(shown.len()).follow(rows)
}

/// One line; `at` counts from the head, which is 1.
fn row(desk: Desk, columns: Columns, names: Names, at: usize, record: &RecordId, words: &[String]) -> Option<El> {
    let entry = line(names, record)?;
    let last = match columns {
        Columns::Trainings => {
            vec![
                Some(total(desk, &entry)),
                state(desk, &entry).filter(|_| entry.in_conflict || entry.is_joined || is_returned(&entry)),
            ]
        }
        Columns::Everything if entry.kind == Kind::Session && !entry.in_conflict => vec![Some(total(desk, &entry))],
        _ => vec![state(desk, &entry)],
    };
    // On the list of visits the host is the name already.
    let with = match entry.manner {
        Some(manner) if columns == Columns::Visits => (desk.words().labels.choice)(manner).to_owned(),
        _ => entry.with.clone(),
    };
    let title = title(desk, &entry);
    let sentence = || desk.sentence(names, record, words, &[&title, &entry.place, &with, &entry.by]);
    let sentence = (!words.is_empty()).then(sentence).flatten();
    let sentence = sentence.map(|pieces| {
        cell("sentence").attr("aria-colspan", "6").test("hit").child(pieces.into_iter().map(piece).collect::<Vec<_>>())
    });
    let date = el("time").attr("datetime", entry.date.clone()).child(names.lang.date_short(&entry.date));
    let name = link("title", "open-record", Route::Record(entry.page.clone()).hash()).child(with_marks(title, words));
    let line = el("tr")
        .attr("role", "row")
        .attr("aria-rowindex", at.to_string())
        .test("record-row")
        .child(cell("first").child(name))
        .child(cell("").child(date))
        .child(cell("").child(with_marks(entry.place, words)))
        .child(cell("").child(with_marks(with, words)))
        .child(cell("aside").test("recorded-by").child(with_marks(entry.by, words)))
        .child(cell("state").child(last))
        .child(sentence);
    Some(line)
}

/// A text in which what is looked for is marked; nothing for an empty one, so that an empty cell can be told from a filled
/// one.
fn with_marks(text: String, words: &[String]) -> Vec<AnyView> {
    match text.is_empty() {
        true => Vec::new(),
        false if words.is_empty() => vec![text.into_one()],
        false => marked(&text, words).into_iter().map(piece).collect(),
    }
}

/// Elements cost a cheap phone most of the time that a row takes, so what is no hit is none.
fn piece(piece: Piece) -> AnyView {
    if piece.is_hit { el("mark").child(piece.text).into_one() } else { piece.text.into_one() }
}

fn cell(class: &'static str) -> El {
    el("td").attr("role", "cell").class(class)
}

/// The name of an entry, or the words for one that has none yet.
pub fn title(desk: Desk, entry: &Entry) -> String {
    let words = &desk.words().lists;
    match entry.kind {
        _ if !entry.title.trim().is_empty() => entry.title.clone(),
        Kind::Session => words.without_title_training.to_owned(),
        Kind::Agreement => (desk.words().labels.kind)(Kind::Agreement).to_owned(),
        _ => words.without_title_visit.to_owned(),
    }
}

/// The tag that says how far a record is; none where that would say nothing.
pub fn state(desk: Desk, entry: &Entry) -> Option<El> {
    let words = desk.words();
    if entry.in_conflict {
        return Some(tag("tag bad", Some(Pic::Warning), words.lists.in_conflict));
    }
    if entry.is_joined {
        return Some(tag("tag", Some(Pic::Info), words.lists.counted_elsewhere));
    }
    let Status::Is(status) = entry.status else { return None };
    let label = in_running_text((words.labels.choice)(status));
    let (class, pic) = match status {
        Choice::Complete | Choice::Reviewed | Choice::Done => ("tag ok", Pic::Check),
        Choice::Draft => ("tag wait", Pic::Edit),
        _ => ("tag", Pic::Info),
    };
    Some(tag(class, Some(pic), label))
}

fn is_returned(entry: &Entry) -> bool {
    entry.status == Status::Is(Choice::Returned)
}

/// A word in a coloured field, with a picture so that the colour is not all that tells.
pub fn tag(class: &'static str, pic: Option<Pic>, label: impl Node) -> El {
    el("span").class(class).child(pic.map(icon)).child(label)
}

/// A number and what it counts; a dash where nothing was counted, because blank is not zero.
fn total(desk: Desk, entry: &Entry) -> El {
    let counted = entry.total.map(|total| (desk.words().common.total)(total, entry.unit));
    el("span").test("row-total").child(counted.unwrap_or_else(|| "—".to_owned()))
}
