//! What was joined: "A is the same as B". References to A stay as they were written and are read as B.

use crate::log::{Log, RecordView};
use crate::record::{Field, RecordId, Value};

/// The record that a reference stands for now: the end of its chain of joins.
///
/// Two people who did not know of each other can join A into B and B into A. Then the least id of the ring stands for all of
/// it, on every device alike. A join into what has not arrived is not followed: the name that is here is better than none.
pub fn resolve(log: &Log, record: RecordId) -> RecordId {
    let mut passed = Vec::new();
    let mut last = record;
    while let Some(next) = joined_into(log, &last) {
        passed.push(last);
        if let Some(start) = passed.iter().position(|passed| *passed == next) {
            return passed.into_iter().skip(start).min().unwrap_or(next);
        }
        last = next;
    }
    last
}

/// What a reference is read as: the record that stands for it, unless that is in the bin. Then it is read as itself, because what
/// was put away can speak for nothing.
pub fn standing(log: &Log, record: RecordId) -> RecordId {
    let end = resolve(log, record.clone());
    let is_away = end != record && log.record(&end).is_none_or(|view| view.is_binned());
    if is_away { record } else { end }
}

/// The records that are read as this one, which is not among them.
pub fn joined_to(log: &Log, record: &RecordId) -> Vec<RecordId> {
    let all = record.kind().into_iter().flat_map(|kind| log.records_of(kind));
    let others = all.filter(|view| view.id() != record && is_counted_elsewhere(log, *view) && !view.is_binned());
    others.map(|view| view.id().clone()).filter(|other| resolve(log, other.clone()) == *record).collect()
}

/// Whether two references stand for the same.
pub fn is_same(log: &Log, one: &str, other: &str) -> bool {
    let stands_for = |reference| RecordId::parse(reference).map(|record| standing(log, record));
    one == other || stands_for(one).is_some_and(|one| stands_for(other) == Some(one))
}

/// Whether a record was joined into another one that counts for it as well. Of what was joined into something in the bin, and
/// would be seen nowhere, the record counts by itself.
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
