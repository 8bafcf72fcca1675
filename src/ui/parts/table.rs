//! A list of records: rows on a phone, a table where there is room. One table in the page either way.

use super::icon::{Pic, icon};
use crate::app::{Entry, Route, Status};
use crate::i18n::in_running_text;
use crate::record::{Choice, Field, Kind};
use crate::ui::desk::Desk;
use crate::ui::html::{El, Node, button, div, el, link};
use crate::ui::shared::Shared;

/// Rows that a list begins with.
const ROWS_AT_ONCE: usize = 100;

/// What a table shows beside name, date, place and who recorded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Every kind; who it was with.
    Everything,
    Visits,
    /// How many came, and what that counts.
    Trainings,
}

pub fn records(desk: Desk, columns: Columns, caption: &'static str, entries: Vec<Entry>) -> El {
    let words = &desk.words().lists;
    let (name, with) = match columns {
        Columns::Everything => (words.column_record, words.column_with),
        Columns::Visits => (words.column_host, (desk.words().labels.short)(Field::VisitType)),
        Columns::Trainings => (words.column_topic, (desk.words().labels.short)(Field::Organiser)),
    };
    let last = if columns == Columns::Trainings { words.column_total } else { words.column_status };
    let head = [name, words.column_date, words.column_place, with, words.column_by, last];
    let head = head.map(|name| el("th").attr("role", "columnheader").attr("scope", "col").child(name));
    // A page of many thousands of rows would hold the screen; what is seen first is drawn first.
    let shown = Shared::new(ROWS_AT_ONCE);
    let all = entries.len();
    let rows = move || -> Vec<El> {
        entries.iter().take(shown.get()).map(|entry| row(desk, columns, entry.clone())).collect()
    };
    let more = move || {
        let show = move || shown.update(|shown| *shown = shown.saturating_mul(4));
        (shown.get() < all).then(|| button("btn quiet wide", "show-more", show).child(words.show_more))
    };
    let table = el("table")
        .class("records")
        .attr("role", "table")
        .child(el("caption").class("unseen").child(caption))
        .child(el("thead").attr("role", "rowgroup").child(el("tr").attr("role", "row").child(head)))
        .child(el("tbody").attr("role", "rowgroup").follow(rows));
    div("stack").child(table).follow(more)
}

fn row(desk: Desk, columns: Columns, entry: Entry) -> El {
    let lang = desk.lang.get();
    let last = match columns {
        Columns::Trainings => vec![Some(total(desk, &entry)), state(desk, &entry).filter(|_| entry.in_conflict)],
        Columns::Everything if entry.kind == Kind::Session && !entry.in_conflict => vec![Some(total(desk, &entry))],
        _ => vec![state(desk, &entry)],
    };
    // On the list of visits the host is the name already.
    let with = match entry.manner {
        Some(manner) if columns == Columns::Visits => (desk.words().labels.choice)(manner).to_owned(),
        _ => entry.with.clone(),
    };
    let date = el("time").attr("datetime", entry.date.clone()).child(lang.date_short(&entry.date));
    let name = link("title", "open-record", Route::Record(entry.page.clone()).hash()).child(title(desk, &entry));
    el("tr")
        .attr("role", "row")
        .test("record-row")
        .child(cell("first").child(name))
        .child(cell("").child(date))
        .child(cell("").child(some(entry.place)))
        .child(cell("").child(some(with)))
        .child(cell("aside").test("recorded-by").child(entry.by))
        .child(cell("state").child(last))
}

/// Nothing for an empty text, so that an empty cell can be told from a filled one.
fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
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
    let Status::Is(status) = entry.status else { return None };
    let label = in_running_text((words.labels.choice)(status));
    let (class, pic) = match status {
        Choice::Complete | Choice::Reviewed | Choice::Done => ("tag ok", Pic::Check),
        Choice::Draft => ("tag wait", Pic::Edit),
        _ => ("tag", Pic::Info),
    };
    Some(tag(class, Some(pic), label))
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
