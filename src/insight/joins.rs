//! What was joined: "A is the same as B". References to A stay as they were written and are read as B.

use crate::log::{Log, RecordView};
use crate::record::{Field, RecordId, Value};

/// The record that a reference stands for now: the end of its chain of joins.
///
/// Two people who did not know of each other can join A into B and B into A. Then the least id of the ring stands for all of
/// it, on every device alike. A join into what has not arrived is not followed: the name that is here is better than none.
pub fn resolve(log: &Log, record: RecordId) -> RecordId {
    end(log, record, false)
}

/// What a reference is read as: the same, but nothing that is in the bin, because what was put away can speak for nothing. Then it
/// is the last before that, or the reference itself.
pub fn standing(log: &Log, record: RecordId) -> RecordId {
    end(log, record, true)
}

/// The last of a chain of joins, or the least of the ring that it runs into; of those alone that are not in the bin, if asked so.
fn end(log: &Log, record: RecordId, without_bin: bool) -> RecordId {
    let mut chain = vec![record.clone()];
    let mut ring = usize::MAX;
    while let Some(next) = chain.last().and_then(|last| joined_into(log, last)) {
        if let Some(start) = chain.iter().position(|passed| *passed == next) {
            ring = start;
            break;
        }
        chain.push(next);
    }
    if chain.len() == 1 {
        return record;
    }
    let mut best = (false, record);
    for (at, name) in chain.into_iter().enumerate() {
        let is_in_ring = at >= ring;
        let is_away = without_bin && log.record(&name).is_none_or(|view| view.is_binned());
        if !is_away && (!best.0 || name < best.1) {
            best = (is_in_ring, name);
        }
    }
    best.1
}

/// A record, and after it those that are read as it.
pub fn with_joined(log: &Log, record: &RecordId) -> Vec<RecordId> {
    let mut all = vec![record.clone()];
    let Some(kind) = record.kind() else { return all };
    for view in log.records_of(kind) {
        let is_other = view.id() != record && view.shown(Field::JoinedInto.name()).is_some();
        if is_other && standing(log, view.id().clone()) == *record && !view.is_binned() {
            all.push(view.id().clone());
        }
    }
    all
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
