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

/// Whether two references stand for the same.
pub fn is_same(log: &Log, one: &str, other: &str) -> bool {
    let stands_for = |reference| RecordId::parse(reference).map(|record| resolve(log, record));
    one == other || stands_for(one).is_some_and(|one| stands_for(other) == Some(one))
}

/// Whether a record was joined into another one that counts for it as well. Of what was joined into something in the bin, and
/// would be seen nowhere, the record counts by itself.
pub fn is_counted_elsewhere(log: &Log, view: RecordView) -> bool {
    if view.shown(Field::JoinedInto.name()).is_none_or(Value::is_blank) {
        return false;
    }
    let stands_for = resolve(log, view.id().clone());
    stands_for != *view.id() && log.record(&stands_for).is_some_and(|other| !other.is_binned())
}

/// What this record was joined into, if that is here.
fn joined_into(log: &Log, record: &RecordId) -> Option<RecordId> {
    let into = RecordId::parse(log.shown(record, Field::JoinedInto.name())?.as_text()?)?;
    log.record(&into).map(|view| view.id().clone())
}
