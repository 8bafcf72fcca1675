//! What people decided so far: what was joined, and what was kept apart. Each can be taken back.

use super::{KINDS, in_order};
use crate::log::{Change, DeviceId, Log, RecordView, Tick};
use crate::record::{Field, Kind, RecordId, Value, gather};

/// A decision about two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was joined; of two that were kept apart, the lesser name.
    pub one: RecordId,
    /// What it was joined into.
    pub other: RecordId,
    pub is_joined: bool,
    pub by: Option<DeviceId>,
    /// RFC 3339, as the device's own clock showed it.
    pub at: String,
    tick: Option<Tick>,
}

/// Every decision that holds, the last first. Two people who kept the same two apart decided one thing.
pub fn decisions(log: &Log) -> Vec<Decision> {
    let mut all: Vec<Decision> = Vec::new();
    for view in KINDS.iter().chain(&[Kind::Session]).flat_map(|kind| log.records_of(*kind)) {
        let joined = view.shown(Field::JoinedInto.name()).and_then(Value::as_text).and_then(RecordId::parse);
        let apart = view.shown(Field::KeptApart.name()).and_then(Value::as_list).unwrap_or_default();
        if (joined.is_none() && apart.is_empty()) || view.is_binned() {
            continue;
        }
        let is_here = |other: &RecordId| log.record(other).is_some_and(|other| !other.is_binned());
        let own = || view.id().clone();
        all.extend(joined.filter(is_here).map(|other| decision(log, view, own(), other, Field::JoinedInto)));
        for other in apart.iter().filter_map(Value::as_text).filter_map(RecordId::parse).filter(is_here) {
            let (one, other) = in_order(own(), other);
            all.push(decision(log, view, one, other, Field::KeptApart));
        }
    }
    // The last of two that say the same comes first and stays.
    let all = gather::ordered(all, |a, b| (b.tick, &b.one, &b.other).cmp(&(a.tick, &a.one, &a.other)));
    let mut each: Vec<Decision> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for decision in all {
        if seen.insert((decision.is_joined, decision.one.clone(), decision.other.clone())) {
            each.push(decision);
        }
    }
    each
}

fn decision(log: &Log, view: RecordView, one: RecordId, other: RecordId, field: Field) -> Decision {
    let last: Option<&Change> = view
        .heads(field.name())
        .iter()
        .filter_map(|id| log.change(id))
        .max_by_key(|change| (change.tick(), change.id()));
    Decision {
        one,
        other,
        is_joined: field == Field::JoinedInto,
        by: last.map(|change| *change.device()),
        at: last.map(|change| change.at().to_owned()).unwrap_or_default(),
        tick: last.map(Change::tick),
    }
}
