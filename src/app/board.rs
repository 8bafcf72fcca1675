//! The lists: what was recorded, newest first, with who recorded it.

use super::Names;
use crate::i18n::in_running_text;
use crate::insight::joins::{is_counted_elsewhere, standing};
use crate::log::{Log, RecordView, Tick};
use crate::record::{Choice, Field, Fields, Kind, RecordId, gather};

/// One line of a list, in words of the person's language. Empty texts mean that nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub record: RecordId,
    /// The page that shows it: its own, or that of what it belongs to.
    pub page: RecordId,
    pub kind: Kind,
    /// `YYYY-MM-DD`: the day of the visit or the session; the day it is due for a commitment.
    pub date: String,
    pub title: String,
    pub place: String,
    /// What kind of visit, or by which method.
    pub manner: Option<Choice>,
    /// Host of a visit, organiser of a training, responsible for a commitment.
    pub with: String,
    /// Who recorded it first, by name.
    pub by: String,
    /// RFC 3339: when it was recorded.
    pub recorded_at: String,
    pub status: Status,
    /// What the total counts is said by `unit`; nothing was typed or counted where it is missing.
    pub total: Option<i64>,
    pub unit: Option<Choice>,
    pub in_conflict: bool,
    /// Someone said that it is the same as another, which counts for both.
    pub is_joined: bool,
}

/// What to say about the state of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A choice such as draft, complete, open.
    Is(Choice),
    /// The kind has none.
    None,
}

/// All visits, the latest visited first.
pub fn visits(log: &Log) -> Vec<RecordId> {
    in_order(log, &[Kind::Visit], Some(Field::StartsOn))
}

/// All sessions of trainings, the latest held first.
pub fn trainings(log: &Log) -> Vec<RecordId> {
    in_order(log, &[Kind::Session], Some(Field::HeldOn))
}

/// Visits, trainings and commitments, the latest recorded first.
pub fn everything(log: &Log) -> Vec<RecordId> {
    in_order(log, &[Kind::Visit, Kind::Session, Kind::Agreement], None)
}

/// The records of these kinds that are not in the bin, the greatest date first, the latest recorded first where they are
/// alike. A visit that was joined into another is read there; a session stays on its list, because its number has to be found.
/// Only what the order needs is looked up: of ten thousand records a screen shows twenty.
fn in_order(log: &Log, kinds: &[Kind], date: Option<Field>) -> Vec<RecordId> {
    let records = kinds.iter().flat_map(|kind| log.records_of(*kind));
    let keyed = records.filter_map(|view| {
        let day = date.and_then(|date| view.shown(date.name())?.as_text()).unwrap_or_default();
        let tick = view.first()?.tick();
        let is_elsewhere = view.id().kind() == Some(Kind::Visit) && is_counted_elsewhere(log, view);
        (!is_elsewhere && !view.is_binned()).then_some((day, tick, view.id()))
    });
    let keyed = gather::ordered(keyed.collect(), |(day, tick, _): &(&str, Tick, &RecordId), other| {
        (other.0, other.1).cmp(&(day, *tick))
    });
    keyed.into_iter().map(|(_, _, record)| record.clone()).collect()
}

/// The line of a record; nothing where it is in the bin or not held.
pub fn line(names: Names, record: &RecordId) -> Option<Entry> {
    entry(names, names.log.record(record)?)
}

fn entry(names: Names, view: RecordView) -> Option<Entry> {
    let kind = view.id().kind()?;
    if view.is_binned() {
        return None;
    }
    let fields = view.fields();
    let first = view.first()?;
    let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| names.log.record(&course));
    let course = course.map(|course| course.fields()).unwrap_or_default();
    let base = Entry {
        record: view.id().clone(),
        page: view.id().clone(),
        kind,
        date: String::new(),
        title: String::new(),
        place: String::new(),
        manner: fields.choice(Field::VisitType).or_else(|| course.choice(Field::Method)),
        with: String::new(),
        by: names.device(first.device()),
        recorded_at: first.at().to_owned(),
        status: fields.choice(Field::Status).map_or(Status::None, Status::Is),
        total: None,
        unit: None,
        in_conflict: !view.conflicts().is_empty(),
        is_joined: is_counted_elsewhere(names.log, view),
    };
    Some(match kind {
        Kind::Visit => {
            let with = reference(names, fields.text(Field::HostOrganisation));
            let place = place(names, &fields);
            let title = visit_title(names, &fields);
            Entry { date: fields.text(Field::StartsOn).to_owned(), title, place, with, ..base }
        }
        Kind::Session => Entry {
            date: fields.text(Field::HeldOn).to_owned(),
            title: session_title(names, &course, &fields),
            place: place(names, &course),
            with: reference(names, course.text(Field::Organiser)),
            total: fields.int(Field::Total),
            unit: fields.choice(Field::CountingUnit),
            ..base
        },
        _ => Entry {
            page: RecordId::parse(fields.text(Field::Visit))
                .map_or_else(|| view.id().clone(), |visit| standing(names.log, visit)),
            date: fields.text(Field::DueOn).to_owned(),
            title: fields.text(Field::What).to_owned(),
            with: fields.text(Field::Responsible).to_owned(),
            ..base
        },
    })
}

/// What a visit goes by: whom it was to, else where it was, else what for; empty if nothing is known yet.
pub fn visit_title(names: Names, fields: &Fields) -> String {
    let with = reference(names, fields.text(Field::HostOrganisation));
    let place = place(names, fields);
    [&with, &place, fields.text(Field::Purpose)]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn reference(names: Names, reference: &str) -> String {
    if reference.is_empty() { String::new() } else { names.of(reference) }
}

/// The community and the municipality, or the place as it was written.
fn place(names: Names, fields: &Fields) -> String {
    let code = fields.text(Field::Municipality);
    let municipality =
        if code.is_empty() { fields.text(Field::PlaceAsWritten).to_owned() } else { names.municipality(code) };
    let parts = [fields.text(Field::Community).to_owned(), municipality];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

/// The name of the course, and which of its sessions it is where that was written.
fn session_title(names: Names, course: &Fields, session: &Fields) -> String {
    let title = training_title(names, course);
    match session.int(Field::Number).filter(|_| !title.is_empty()) {
        Some(number) => [&title, " · ", &in_running_text(&(names.lang.words().lists.session)(number))].concat(),
        None => title,
    }
}

/// The name of the course, else its topics.
pub fn training_title(names: Names, course: &Fields) -> String {
    match course.text(Field::Name).trim() {
        "" => names.list(course.list(Field::Topics)),
        name => name.to_owned(),
    }
}
