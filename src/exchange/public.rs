//! A copy for the public (F3, `records`): for reading, never for merging.
//!
//! It is made by lists of what goes, not of what stays: a kind or a field that this version does not know stays at home. Visits
//! go where somebody said that they may be shared; with them what they name. Places are rounded to two decimals, quotes need
//! consent, and what looks like a phone or identity number or an e-mail address is blotted out. No names of who recorded or
//! who was met, no free texts about trainings, no photos.

use super::Made;
use super::write::{Sheet, sheet};
use crate::log::{Have, Log, RecordView};
use crate::record::pace::{Pace, Steps};
use crate::record::{Choice, Field, Kind, Map, RecordId, Value, personal};
use std::collections::BTreeSet;

/// What a copy for the public holds, before it is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Public {
    records: Map<Value>,
    pub visits: usize,
    /// Visits that are only for the team.
    pub visits_kept: usize,
    pub sessions: usize,
    pub quotes_kept: usize,
    /// Texts in which something was blotted out.
    pub blotted: usize,
}

/// What stands in a text instead of what was blotted out.
const BLOT: &str = "[…]";

/// Millionths of a degree to which places are rounded: two decimals, about a kilometre.
const ROUNDED: i64 = 10_000;

const VISIT: [Field; 24] = [
    Field::Assessment,
    Field::Community,
    Field::Confidentiality,
    Field::Delegation,
    Field::Difficulties,
    Field::EndsOn,
    Field::Exchange,
    Field::HostOrganisation,
    Field::Lessons,
    Field::Location,
    Field::Municipality,
    Field::Observations,
    Field::Participants,
    Field::PlaceAsWritten,
    Field::Practices,
    Field::ProductionAreas,
    Field::Products,
    Field::Purpose,
    Field::Quotes,
    Field::Recommendations,
    Field::StartsOn,
    Field::Themes,
    Field::VisitType,
    Field::WhatWorked,
];

/// The fields of a kind that may go; of a kind that is not here nothing goes.
fn fields_of(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Visit => &VISIT,
        Kind::Agreement => &[Field::Visit, Field::What, Field::DueOn, Field::Status, Field::ClosedOn],
        Kind::Course => &[
            Field::Name,
            Field::Method,
            Field::Topics,
            Field::Organiser,
            Field::Funder,
            Field::Municipality,
            Field::StartsOn,
            Field::EndsOn,
            Field::Enrolled,
        ],
        Kind::Session => &[
            Field::Course,
            Field::Number,
            Field::HeldOn,
            Field::Minutes,
            Field::CountBasis,
            Field::CountingUnit,
            Field::Cells,
            Field::Total,
            Field::FirstTime,
            Field::FirstTimePeriod,
        ],
        Kind::Exchange => &[
            Field::Title,
            Field::Countries,
            Field::StartsOn,
            Field::EndsOn,
            Field::Funder,
            Field::ThematicAreas,
            Field::Summary,
        ],
        Kind::Organisation => &[Field::Name, Field::ActorType, Field::Country, Field::Place, Field::Roles],
        Kind::Place => &[Field::Name, Field::Level, Field::Parent, Field::Code, Field::Latitude, Field::Longitude],
        Kind::Term => &[Field::List, Field::LabelEs, Field::LabelEn],
        Kind::Photo | Kind::Device | Kind::Setting | Kind::Indicator | Kind::Report => &[],
    }
}

impl Public {
    /// Gathers what may go.
    pub fn of(log: &Log) -> Self {
        Steps::new(|pace| Public::gathered(log, pace)).finish()
    }

    /// The same, which can be put down: a unit of it is a record.
    pub async fn gathered(log: &Log, pace: Pace) -> Self {
        let mut copy = Public::default();
        let mut named = Vec::new();
        let mut visits = BTreeSet::new();
        for visit in held(log, Kind::Visit) {
            if visit.fields().choice(Field::Confidentiality).is_some_and(|level| level != Choice::Internal)
                && is_agreed(visit)
            {
                visits.insert(visit.id().clone());
                copy.take(visit, &mut named);
                copy.visits += 1;
            } else {
                copy.visits_kept += 1;
            }
            pace.spend(1).await;
        }
        for promise in held(log, Kind::Agreement) {
            let of = RecordId::parse(promise.fields().text(Field::Visit));
            if of.is_some_and(|visit| visits.contains(&visit)) {
                copy.take(promise, &mut named);
            }
            pace.spend(1).await;
        }
        for session in held(log, Kind::Session) {
            copy.take(session, &mut named);
            copy.sessions += 1;
            pace.spend(1).await;
        }
        copy.take_named(log, named, &pace).await;
        copy
    }

    /// What goes of the records of a kind: of each its fields, and its name under `id`.
    pub fn records_of(&self, kind: Kind) -> &[Value] {
        self.records.get(kind.name()).and_then(Value::as_list).unwrap_or_default()
    }

    /// Whether anything goes at all.
    pub fn is_empty(&self) -> bool {
        self.visits == 0 && self.sessions == 0
    }

    /// The text of the file. It confirms nothing (F4), and says the device but not the name of who made it.
    pub fn write(&self, made: &Made) -> String {
        sheet(&Sheet {
            made: &Made { by: "", ..*made },
            contains: ("records", None),
            have: &Have::default(),
            missing: Vec::new(),
            part: ("public", 1, 1),
            records: self.records.clone(),
            entries: Vec::new(),
            photos: Vec::new(),
        })
    }

    /// What is named by what goes, and by that in turn: hosts, their places, words.
    async fn take_named(&mut self, log: &Log, named: Vec<RecordId>, pace: &Pace) {
        let mut taken = BTreeSet::new();
        let mut waits = named;
        while let Some(record) = waits.pop() {
            let goes = matches!(
                record.kind(),
                Some(Kind::Course | Kind::Exchange | Kind::Organisation | Kind::Place | Kind::Term)
            );
            pace.spend(1).await;
            if !goes || taken.contains(&record) {
                continue;
            }
            if let Some(view) = log.record(&record).filter(|view| !view.is_binned()) {
                self.take(view, &mut waits);
            }
            taken.insert(record);
        }
    }

    /// Takes what may go of a record, and notes what it names.
    fn take(&mut self, view: RecordView, named: &mut Vec<RecordId>) {
        let Some(kind) = view.id().kind() else { return };
        let fields = view.fields();
        let mut out: Map<Value> = Map::new();
        for field in fields_of(kind) {
            let Some(value) = fields.get(*field).filter(|value| !value.is_blank()) else { continue };
            let value = match field {
                Field::Location | Field::Latitude | Field::Longitude => Some(rounded(value)),
                Field::Quotes => self.agreed_quotes(value),
                _ => Some(value.clone()),
            };
            if let Some(value) = value.filter(|value| !value.is_blank()) {
                references(&value, named);
                out.insert(field.name().to_owned(), self.blotted(value));
            }
        }
        out.insert("id".to_owned(), view.id().rid().into());
        let mut records = self.records.remove(kind.name()).unwrap_or(Value::Null).into_list();
        records.push(Value::Map(out));
        self.records.insert(kind.name().to_owned(), Value::List(records));
    }

    /// The quotes whose speaker agreed.
    fn agreed_quotes(&mut self, value: &Value) -> Option<Value> {
        let quotes = value.as_list()?;
        let is_agreed =
            |quote: &&Value| quote.member(Field::Consent.name()).and_then(Value::as_text) == Some(Choice::Given.name());
        let agreed: Vec<Value> = quotes.iter().filter(is_agreed).cloned().collect();
        self.quotes_kept += quotes.len().saturating_sub(agreed.len());
        Some(agreed.into())
    }

    fn blotted(&mut self, value: Value) -> Value {
        match value {
            Value::Text(text) => {
                let blotted = blotted(&text);
                self.blotted += usize::from(blotted.is_some());
                Value::Text(blotted.unwrap_or(text))
            }
            Value::List(items) => Value::List(items.into_iter().map(|item| self.blotted(item)).collect()),
            Value::Map(members) => {
                Value::Map(members.into_iter().map(|(name, value)| (name, self.blotted(value))).collect())
            }
            other => other,
        }
    }
}

/// Not in the bin, and not joined into another that stands for it.
fn held(log: &Log, kind: Kind) -> impl Iterator<Item = RecordView<'_>> {
    log.records_of(kind)
        .filter(|view| !view.is_binned() && view.shown(Field::JoinedInto.name()).is_none_or(Value::is_blank))
}

/// Where one person said that it may be shared and another that it may not, it stays.
fn is_agreed(visit: RecordView) -> bool {
    let says = visit.variants(Field::Confidentiality.name());
    says.iter().all(|said| said.value.as_text() != Some(Choice::Internal.name()))
}

/// Text with what looks personal blotted out; nothing where there is none of it.
pub fn blotted(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((_, found)) = personal(rest) {
        // What was found is a piece of the text, and never empty. Addresses are found first: numbers may stand before one.
        let (before, after) = rest.split_once(found)?;
        out.extend([&blotted(before).unwrap_or_else(|| before.to_owned()), BLOT]);
        rest = after;
    }
    (rest.len() < text.len()).then(|| out + rest)
}

/// A coordinate in millionths of a degree, as coarse as the public may know it.
pub fn coarse(millionths: i64) -> i64 {
    let half = if millionths < 0 { -ROUNDED / 2 } else { ROUNDED / 2 };
    millionths.saturating_add(half) / ROUNDED * ROUNDED
}

/// A coordinate, or a location with its two, rounded; how exact it was goes away with it.
fn rounded(value: &Value) -> Value {
    let round = |value: &Value| Value::Int(coarse(value.as_int().unwrap_or_default()));
    match value {
        Value::Map(_) => {
            let members = [Field::Latitude, Field::Longitude].into_iter();
            let members =
                members.filter_map(|field| Some((field.name().to_owned(), round(value.member(field.name())?))));
            Value::Map(members.collect())
        }
        value => round(value),
    }
}

/// The records that a value names, anywhere in it.
fn references(value: &Value, named: &mut Vec<RecordId>) {
    match value {
        Value::Text(text) => named.extend(RecordId::parse(text)),
        Value::List(items) => items.iter().for_each(|item| references(item, named)),
        Value::Map(members) => members.iter().for_each(|(_, value)| references(value, named)),
        _ => {}
    }
}

#[cfg(test)]
#[path = "public_tests.rs"]
mod tests;
