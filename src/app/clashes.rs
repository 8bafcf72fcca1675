//! Where people wrote different things without seeing each other's (M4): all of it in a list, and the ways to decide.
//!
//! Nothing here decides by itself. What a person decides becomes drafts, one Save for all of them; each names every value it
//! replaces, so what was not kept stays in the history.

use super::page::{let_status_follow, put};
use super::{Names, Notebook, Route};
use crate::log::{Change, Conflict, DeviceId, ERASURE, Log, MAX_TEXT, RecordView, TRASHED, Variant, canonical};
use crate::record::{Draft, Field, Kind, RecordId, Value, gather};

/// One field in which people wrote different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub record: RecordId,
    pub field: String,
    /// Who wrote one of the values, each once.
    pub by: Vec<DeviceId>,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub value: Value,
    /// Who wrote it and when; several where several wrote the same.
    pub by: Vec<(DeviceId, String)>,
}

/// What a person decided of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub record: RecordId,
    pub field: String,
    pub value: Value,
}

/// Two short texts in one line, when both are kept.
const BETWEEN: &str = " / ";
/// Two longer texts.
const BELOW: &str = "\n\n";
/// How much of a change one field may take when several are written together: a line has at most 256 KiB (C4).
const ROOM_FOR_LIST: usize = 120 * 1024;
/// When a change gets so long or has so many fields, the next is begun.
const ROOM: usize = 150 * 1024;
const FIELDS: usize = 100;

/// How far back an author is looked for.
const MOST_STEPS: usize = 200;

/// How many fields wait for somebody to decide.
pub fn count(log: &Log) -> usize {
    undecided(log).map(|view| view.conflicts().len()).sum()
}

/// All of them, those of the youngest record first. One that is decided leaves the others where they are.
pub fn spots(log: &Log) -> Vec<Spot> {
    let records = undecided(log).filter_map(|view| Some((view.first()?.tick(), view))).collect();
    let records = gather::ordered(records, |a: &(_, RecordView), b| b.0.cmp(&a.0));
    records.into_iter().flat_map(|(_, view)| spots_of(view)).collect()
}

/// Those of one record.
pub fn spots_of(view: RecordView) -> Vec<Spot> {
    let spot = |conflict: Conflict| {
        let mut by = Vec::new();
        for (device, _) in sides(view, &conflict.field).into_iter().flat_map(|side| side.by) {
            if !by.contains(&device) {
                by.push(device);
            }
        }
        Spot { record: view.id().clone(), field: conflict.field, by }
    };
    view.conflicts().into_iter().map(spot).collect()
}

/// Records with something to decide. What is in the bin waits until it is taken back; what was erased was decided for ever.
fn undecided(log: &Log) -> impl Iterator<Item = RecordView<'_>> {
    log.records().filter(|view| view.id().kind_name() != ERASURE && view.is_unclear() && !view.is_binned())
}

/// The values of a field, the shown one first.
pub fn sides(view: RecordView, field: &str) -> Vec<Side> {
    let side = |variant: Variant| {
        let mut by = Vec::new();
        for change in variant.ids.iter().filter_map(|id| view.change(id)) {
            let author = author(view, field, change);
            let one = (*author.device(), author.at().to_owned());
            if !by.contains(&one) {
                by.push(one);
            }
        }
        Side { value: variant.value, by }
    };
    view.variants(field).into_iter().map(side).collect()
}

/// Who wrote a value. Whoever decided and took that back again only put there what others had written.
fn author<'a>(view: RecordView<'a>, field: &str, change: &'a Change) -> &'a Change {
    let value = change.set().get(field);
    let mut author = change;
    // A decision over many values is several changes, one after the other (C4).
    let mut decisions: Vec<&Change> = match change.over(field) {
        [decision] => view.change(decision).into_iter().collect(),
        _ => Vec::new(),
    };
    for _ in 0..MOST_STEPS {
        let Some(decision) = decisions.pop() else { break };
        let before: Vec<&Change> = decision.over(field).iter().filter_map(|id| view.change(id)).collect();
        if decision.device() != author.device() || before.len() < 2 {
            continue;
        }
        match before.iter().find(|other| other.set().get(field) == value) {
            Some(found) => {
                author = found;
                decisions.clear();
                if let [decision] = found.over(field) {
                    decisions.extend(view.change(decision));
                }
            }
            None => decisions.extend(before),
        }
    }
    author
}

/// What a device wrote, where it wrote one of the values.
pub fn as_written_by(log: &Log, spots: &[Spot], device: &DeviceId) -> Vec<Decided> {
    let of = |view: RecordView, field: &str| {
        let mut sides = sides(view, field).into_iter();
        sides.find(|side| side.by.iter().any(|(by, _)| by == device)).map(|side| side.value)
    };
    decided(log, spots, &of)
}

/// Both, where that makes sense.
pub fn both(log: &Log, spots: &[Spot]) -> Vec<Decided> {
    decided(log, spots, &|view, field| keep_both(field, &values(view, field)))
}

fn decided(log: &Log, spots: &[Spot], choose: &dyn Fn(RecordView, &str) -> Option<Value>) -> Vec<Decided> {
    let one = |spot: &Spot| {
        let value = choose(log.record(&spot.record)?, &spot.field)?;
        Some(Decided { record: spot.record.clone(), field: spot.field.clone(), value })
    };
    spots.iter().filter_map(one).collect()
}

/// The different values of a field, the shown one first.
pub fn values(view: RecordView, field: &str) -> Vec<Value> {
    view.variants(field).into_iter().map(|variant| variant.value).collect()
}

/// How a field is filled in, as far as two of its values can be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A person writes what they like, in several lines.
    Lines,
    /// The same, in one line.
    Line,
    /// What something is called: it can be written anew, but two names are not one.
    Name,
    /// Any number of things, each once.
    List,
    /// A number, a date, a choice, a reference, or something of a newer version.
    Other,
}

pub fn way(field: &str) -> Way {
    use Field::*;
    let Some(field) = Field::from_name(field) else { return Way::Other };
    match field {
        Summary | Remarks | Purpose | Observations | Assessment | WhatWorked | Difficulties | Recommendations
        | ReturnedBecause | What | Evidence | Caption => Way::Lines,
        Community | AsWritten | PlaceAsWritten | Responsible | Facilitator | Venue => Way::Line,
        Name | Title | LabelEs | LabelEn => Way::Name,
        Countries | ThematicAreas | Roles | AlsoKnownAs | Delegation | PeopleMet | ProductionAreas | Themes
        | Practices | Products | Lessons | Quotes | Topics | KeptApart => Way::List,
        _ => Way::Other,
    }
}

/// Several values as one: texts below each other, lists without repeats. Nothing where the field is none of these, where only one
/// says something, or where it would be more than a field can hold (C4).
pub fn keep_both(field: &str, values: &[Value]) -> Option<Value> {
    let said: Vec<&Value> = values.iter().filter(|value| !value.is_blank()).collect();
    if said.len() < 2 {
        return None;
    }
    match way(field) {
        Way::Lines => joined(&said, BELOW),
        Way::Line => joined(&said, BETWEEN),
        Way::List => {
            let mut all: Vec<Value> = Vec::new();
            for value in said {
                for item in value.as_list()? {
                    if !all.contains(item) {
                        all.push(item.clone());
                    }
                }
            }
            let all = Value::List(all);
            (canonical(&all).len() <= ROOM_FOR_LIST).then_some(all)
        }
        Way::Name | Way::Other => None,
    }
}

/// Texts one after the other; one that another holds already is not said twice.
fn joined(values: &[&Value], between: &str) -> Option<Value> {
    let texts: Vec<&str> = values.iter().map(|value| value.as_text().map(str::trim)).collect::<Option<_>>()?;
    let mut kept: Vec<&str> = Vec::new();
    for (at, text) in (0..).zip(&texts) {
        let holds = |(other_at, other): (usize, &&str)| {
            other_at != at && other.contains(text) && (other.len() > text.len() || other_at < at)
        };
        if !(0..).zip(&texts).any(holds) {
            kept.push(text);
        }
    }
    let all = kept.join(between);
    (all.len() <= MAX_TEXT).then(|| all.into())
}

/// The drafts whose Save carries out these decisions, one for each record; the status of a visit follows from what it then says.
/// What would be too much for one change (C4) becomes several.
pub fn decide(notebook: &Notebook, decided: &[Decided]) -> Vec<Draft> {
    let by_record = gather::ordered(decided.iter().collect(), |a: &&Decided, b| a.record.cmp(&b.record));
    let of_one = by_record.chunk_by(|a, b| a.record == b.record);
    of_one.flat_map(|decided| decide_record(notebook, decided)).collect()
}

fn decide_record(notebook: &Notebook, decided: &[&Decided]) -> Vec<Draft> {
    let Some(record) = decided.first().map(|one| &one.record) else { return Vec::new() };
    let mut drafts = Vec::new();
    let mut draft = notebook.draft(record);
    let (mut size, mut fields) = (0, 0);
    for (at, one) in (0..).zip(decided) {
        let more = canonical(&one.value).len();
        if fields > 0 && (size + more > ROOM || fields == FIELDS) {
            let mut next = notebook.draft(record);
            // What is written before it is what this one starts from.
            for before in decided.iter().take(at) {
                next.before.0.insert(before.field.clone(), before.value.clone());
                next.fields.0.insert(before.field.clone(), before.value.clone());
            }
            drafts.push(std::mem::replace(&mut draft, next));
            (size, fields) = (0, 0);
        }
        put(notebook, &mut draft, &one.field, &one.value);
        (size, fields) = (size + more, fields + 1);
    }
    if !decided.iter().any(|one| one.field == Field::Status.name()) {
        let_status_follow(notebook, &mut draft);
    }
    drafts.push(draft);
    drafts
}

/// The page on which a record is read; nothing where it has none.
pub fn page_of(log: &Log, record: &RecordId) -> Option<Route> {
    let whose = |field: Field| log.shown(record, field.name()).and_then(Value::as_text).and_then(RecordId::parse);
    match record.kind()? {
        Kind::Visit
        | Kind::Session
        | Kind::Course
        | Kind::Organisation
        | Kind::Exchange
        | Kind::Place
        | Kind::Indicator
        | Kind::Report => Some(Route::Record(record.clone())),
        Kind::Agreement => whose(Field::Visit).map(Route::Record),
        Kind::Photo => whose(Field::Of).map(Route::Record),
        Kind::Term => Some(Route::Words),
        Kind::Device => Some(Route::Settings),
        Kind::Setting => Some(Route::Counting),
    }
}

/// Where a field can be filled in anew: the form of its record, or the page that has it.
pub fn form_of(log: &Log, record: &RecordId) -> Option<Route> {
    match page_of(log, record)? {
        Route::Record(record) => Some(Route::Edit(record)),
        page => Some(page),
    }
}

/// What a record goes by; empty where it says nothing of itself.
pub fn title(names: Names, record: &RecordId) -> String {
    names.log.record(record).map(|view| super::bin::title(names, view)).unwrap_or_default()
}

/// Whether it is about the bin: that has words of its own.
pub fn is_about_bin(field: &str) -> bool {
    field == TRASHED
}

#[cfg(test)]
#[path = "clashes_tests.rs"]
mod tests;
