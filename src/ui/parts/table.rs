//! A list of records: rows on a phone, a table where there is room. One table in the page either way.

use super::icon::{Pic, icon};
use crate::app::{Entry, Route, Status};
use crate::i18n::in_running_text;
use crate::record::{Choice, Field, Kind};
use crate::ui::desk::Desk;
use leptos::prelude::*;

/// What a table shows beside name, date, place and who recorded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Every kind; who it was with.
    Everything,
    Visits,
    /// How many came, and what that counts.
    Trainings,
}

pub fn records(desk: Desk, columns: Columns, caption: &'static str, entries: Vec<Entry>) -> impl IntoView + use<> {
    let words = &desk.words().lists;
    let name = match columns {
        Columns::Everything => words.column_record,
        Columns::Visits => words.column_visit,
        Columns::Trainings => words.column_topic,
    };
    let with = match columns {
        Columns::Everything => words.column_with,
        Columns::Visits => words.column_host,
        Columns::Trainings => (desk.words().labels.short)(Field::Organiser),
    };
    let last = if columns == Columns::Trainings { words.column_total } else { words.column_status };
    let head = [name, words.column_date, words.column_place, with, words.column_by, last];
    view! {
        <table class="records" role="table">
            <caption class="unseen">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">{head.map(|name| view! { <th role="columnheader" scope="col">{name}</th> }).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{entries.into_iter().map(|entry| row(desk, columns, entry)).collect_view()}</tbody>
        </table>
    }
}

fn row(desk: Desk, columns: Columns, entry: Entry) -> impl IntoView {
    let lang = desk.lang.get();
    let href = Route::Record(entry.page.clone()).hash();
    let last = match columns {
        Columns::Trainings => total(desk, &entry).into_any(),
        _ => state(desk, &entry).into_any(),
    };
    view! {
        <tr role="row" data-test="record-row">
            <td role="cell" class="first">
                <a class="title" href=href data-test="open-record">{title(desk, &entry)}</a>
            </td>
            <td role="cell"><time datetime=entry.date.clone()>{lang.date_short(&entry.date)}</time></td>
            <td role="cell">{entry.place.clone()}</td>
            <td role="cell">{if columns == Columns::Everything { entry.with.clone() } else { with_or_none(&entry) }}</td>
            <td role="cell" class="aside" data-test="recorded-by">{entry.by.clone()}</td>
            <td role="cell" class="state">{last}</td>
        </tr>
    }
}

/// On the list of visits the host is the name already.
fn with_or_none(entry: &Entry) -> String {
    if entry.with == entry.title { String::new() } else { entry.with.clone() }
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
pub fn state(desk: Desk, entry: &Entry) -> Option<AnyView> {
    let words = desk.words();
    if entry.in_conflict {
        return Some(view! { <span class="tag bad">{icon(Pic::Warning)}{words.lists.in_conflict}</span> }.into_any());
    }
    let Status::Is(status) = entry.status else { return None };
    let label = in_running_text((words.labels.choice)(status));
    let (class, pic) = match status {
        Choice::Complete | Choice::Reviewed | Choice::Done => ("tag ok", Pic::Check),
        Choice::Draft => ("tag wait", Pic::Edit),
        _ => ("tag", Pic::Info),
    };
    Some(view! { <span class=class>{icon(pic)}{label}</span> }.into_any())
}

/// A number and what it counts; a dash where nothing was counted, because blank is not zero.
fn total(desk: Desk, entry: &Entry) -> impl IntoView + use<> {
    let counted = entry.total.map(|total| (desk.words().common.total)(total, entry.unit));
    let conflict = entry.in_conflict.then(|| state(desk, entry));
    view! { <span data-test="row-total">{counted.unwrap_or_else(|| "—".to_owned())}</span> {conflict} }
}
