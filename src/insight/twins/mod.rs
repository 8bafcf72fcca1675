//! "Is it the same?" for visits, organisations and places: what may have been written down twice, with the reason (rule 8).
//!
//! Only proposals: a person joins or keeps apart, and what was decided is not proposed again. What is in the bin and what the
//! program ships is never proposed. Sessions are compared in `trainings`, where their courses are known.
//!
//! Records are read one by one ([`Reading::add`]), in pieces where a screen waits; [`Reading::finish`] puts them into buckets by host,
//! municipality and rare words, so that never all are compared with all.

pub mod alike;
mod compared;
mod decided;
mod named;
mod visits;

pub use compared::{Difference, Row, compare, is_same_value};
pub use decided::{Decision, decisions};

use super::joins::{is_counted_elsewhere, standing};
use crate::log::{Log, RecordView};
use crate::record::pace::Steps;
use crate::record::{Field, Kind, Name, RecordId, Value, gather};
use named::Named;
use std::collections::BTreeSet;
use visits::Visits;

/// So many of a kind are enough to look at; the others are only counted.
pub const MOST: usize = 500;
/// So many comparisons of a kind are made at most: a file made to have more does not stop the app.
const COMPARED: usize = 200_000;

/// The kinds that can be joined here, in the order of the page.
pub const KINDS: [Kind; 3] = [Kind::Visit, Kind::Organisation, Kind::Place];

/// Why two records may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    SameName,
    /// One is called what the other is also known as.
    AlsoKnownAs,
    AlikeName,
    SameDay,
    OverlappingDays,
    SameHost,
    /// The hosts are two records, and their names are alike.
    AlikeHost,
    SameCommunity,
    SamePlace,
    /// No more than about a hundred metres apart.
    Nearby,
    SameTopic,
    /// Two devices began them.
    TwoDevices,
}

/// Two records that may be the same; the lesser name comes first, so that a pair is one pair.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    pub one: RecordId,
    pub other: RecordId,
    pub reasons: Vec<Reason>,
}

/// The proposals of one kind, the likeliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// At most [`MOST`].
    pub pairs: Vec<Pair>,
    /// How many there are.
    pub count: usize,
    /// There may be more: not everything could be compared.
    pub is_more: bool,
}

/// All proposals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twins {
    pub visits: Found,
    pub organisations: Found,
    pub places: Found,
}

impl Twins {
    /// Reads a whole set at once.
    pub fn read(log: &Log) -> Self {
        let mut reading = Reading::default();
        KINDS.iter().flat_map(|kind| log.records_of(*kind)).for_each(|view| reading.add(log, view));
        reading.finish()
    }

    pub fn of(&self, kind: Kind) -> Option<&Found> {
        match kind {
            Kind::Visit => Some(&self.visits),
            Kind::Organisation => Some(&self.organisations),
            Kind::Place => Some(&self.places),
            _ => None,
        }
    }

    pub fn count(&self) -> usize {
        [&self.visits, &self.organisations, &self.places].map(|found| found.count).iter().sum()
    }
}

/// What proposals are made from, as far as it was read.
#[derive(Debug, Default)]
pub struct Reading {
    visits: Visits,
    organisations: Named,
    places: Named,
    apart: BTreeSet<(RecordId, RecordId)>,
}

impl Reading {
    pub fn add(&mut self, log: &Log, view: RecordView) {
        let Some(kind) = view.id().kind().filter(|kind| KINDS.contains(kind)) else { return };
        let said = Said(view.values().collect());
        // What was said of one that was joined holds for the one that stands for it.
        for other in said.list(Field::KeptApart).iter().filter_map(Value::as_text).filter_map(RecordId::parse) {
            self.apart.insert(in_order(standing(log, view.id().clone()), standing(log, other)));
        }
        let by = view.first().map(|first| *first.device()).filter(|by| !by.is_shipped());
        let is_away = said.get(Field::Trashed).is_some() && view.is_binned();
        let is_elsewhere = said.get(Field::JoinedInto).is_some() && is_counted_elsewhere(log, view);
        let Some(by) = by.filter(|_| !is_away && !is_elsewhere) else { return };
        match kind {
            Kind::Visit => self.visits.add(log, view.id(), &said, by),
            Kind::Organisation => self.organisations.add(log, view.id(), &said),
            _ => self.places.add(log, view.id(), &said),
        }
    }

    pub fn finish(self) -> Twins {
        self.finish_steps().finish()
    }

    /// The same step by step. A visit that is put in its place, or compared with the others, counts as one.
    pub fn finish_steps(self) -> Steps<'static, Twins> {
        Steps::new(move |pace| async move {
            let apart = &self.apart;
            let visits = found(self.visits.pairs(&pace).await, apart);
            pace.spend(STEP).await;
            let organisations = found(self.organisations.pairs(named::is_same_organisation), apart);
            pace.spend(STEP).await;
            let places = found(self.places.pairs(named::is_same_place), apart);
            Twins { visits, organisations, places }
        })
    }
}

/// What a record says, read once: looking every field up by itself costs most of the time.
struct Said<'a>(Vec<(&'a Name, &'a Value)>);

impl<'a> Said<'a> {
    fn get(&self, field: Field) -> Option<&'a Value> {
        self.0.iter().find(|(name, _)| name.as_str() == field.name()).map(|(_, value)| *value)
    }

    fn text(&self, field: Field) -> &'a str {
        self.get(field).and_then(Value::as_text).unwrap_or_default()
    }

    fn list(&self, field: Field) -> &'a [Value] {
        self.get(field).and_then(Value::as_list).unwrap_or_default()
    }
}

/// What ends a piece whatever its size.
const STEP: usize = usize::MAX;

/// Proposals before they are counted: how likely each is, and whether there may be more.
type Proposed = (Vec<(usize, Pair)>, bool);

fn found((pairs, is_more): Proposed, apart: &BTreeSet<(RecordId, RecordId)>) -> Found {
    let left = pairs.into_iter().filter(|(_, pair)| !apart.contains(&(pair.one.clone(), pair.other.clone())));
    let ordered = gather::ordered(left.collect(), |(a, one): &(usize, Pair), (b, other)| {
        (b, &one.one, &one.other).cmp(&(a, &other.one, &other.other))
    });
    let mut pairs: Vec<Pair> = ordered.into_iter().map(|(_, pair)| pair).collect();
    pairs.dedup_by(|a, b| (&a.one, &a.other) == (&b.one, &b.other));
    let count = pairs.len();
    pairs.truncate(MOST);
    Found { pairs, count, is_more }
}

fn in_order(one: RecordId, other: RecordId) -> (RecordId, RecordId) {
    if one <= other { (one, other) } else { (other, one) }
}

fn pair(one: &RecordId, other: &RecordId, reasons: Vec<Reason>) -> Pair {
    let (one, other) = in_order(one.clone(), other.clone());
    Pair { one, other, reasons }
}

/// What a reference is read as; other texts as they are.
fn read_as(log: &Log, reference: &str) -> String {
    match RecordId::parse(reference) {
        Some(record) => standing(log, record).as_str().to_owned(),
        None => reference.trim().to_owned(),
    }
}
