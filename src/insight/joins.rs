//! What was joined: "A is the same as B". References to A stay as they were written and are read as B.

use crate::log::{Log, RecordView};
use crate::record::{Field, RecordId, Value};

/// The record that a reference stands for now: the end of its chain of joins.
///
/// Two people who did not know of each other can join A into B and B into A. Then the least id of the ring stands for all of
/// it, on every device alike. A join into what has not arrived is not followed: the name that is here is better than none.
pub fn resolve(log: &Log, record: RecordId) -> RecordId {
    let (mut chain, ring) = chain(log, record);
    match ring {
        // A chain holds at least what it begins with.
        None => chain.pop().unwrap_or_else(RecordId::workspace),
        Some(start) => chain.into_iter().skip(start).min().unwrap_or_else(RecordId::workspace),
    }
}

/// What a reference is read as: the same, but nothing that is in the bin, because what was put away can speak for nothing. Then it
/// is the last before that, or the reference itself.
pub fn standing(log: &Log, record: RecordId) -> RecordId {
    let (mut chain, ring) = chain(log, record);
    if let [alone] = chain.as_slice() {
        return alone.clone();
    }
    let is_here = |record: &RecordId| log.record(record).is_some_and(|view| !view.is_binned());
    let ring = chain.split_off(ring.unwrap_or(chain.len()));
    let own = chain.first().or(ring.first()).cloned();
    let stands = ring.into_iter().filter(is_here).min().or_else(|| chain.into_iter().rfind(is_here));
    stands.or(own).unwrap_or_else(RecordId::workspace)
}

/// A record and what it was joined into, one after the other; where it goes round, the place of the first that comes again.
fn chain(log: &Log, record: RecordId) -> (Vec<RecordId>, Option<usize>) {
    let mut chain = vec![record];
    while let Some(next) = chain.last().and_then(|last| joined_into(log, last)) {
        if let Some(start) = chain.iter().position(|passed| *passed == next) {
            return (chain, Some(start));
        }
        chain.push(next);
    }
    (chain, None)
}

/// The records that are read as this one, which is not among them.
pub fn joined_to(log: &Log, record: &RecordId) -> Vec<RecordId> {
    let all = record.kind().into_iter().flat_map(|kind| log.records_of(kind));
    let others = all.filter(|view| view.id() != record && is_counted_elsewhere(log, *view) && !view.is_binned());
    others.map(|view| view.id().clone()).filter(|other| standing(log, other.clone()) == *record).collect()
}

/// Whether two references stand for the same.
pub fn is_same(log: &Log, one: &str, other: &str) -> bool {
    let stands_for = |reference| RecordId::parse(reference).map(|record| standing(log, record));
    one == other || stands_for(one).is_some_and(|one| stands_for(other) == Some(one))
}

/// Whether a record was joined into another one that counts for it as well. What was joined into nothing but
/// what is in the bin, and would be seen nowhere, counts by itself.
pub fn is_counted_elsewhere(log: &Log, view: RecordView) -> bool {
    if view.shown(Field::JoinedInto.name()).is_none_or(Value::is_blank) {
        return false;
    }
    standing(log, view.id().clone()) != *view.id()
}

/// What this record was joined into, if that is here. A visit can not stand for an organisation, whatever a file says.
fn joined_into(log: &Log, record: &RecordId) -> Option<RecordId> {
    let into = RecordId::parse(log.shown(record, Field::JoinedInto.name())?.as_text()?)?;
    log.record(&into).filter(|_| into.kind_name() == record.kind_name()).map(|view| view.id().clone())
}
