//! What the program itself writes down for everyone: the words of the lists (C6).
//!
//! Kept as its source and composed at each start, the same lines in every copy: their ids are hashes, which do not compress
//! and would be a tenth of what a phone loads of them.

use crate::log::{Change, Clock, Compose, DeviceId, Log};
use crate::record::{Map, RecordId, Value, json};

/// The words of the lists, as records: `data/seed/vocabulary.json`.
const VOCABULARY: &str = include_str!("../../data/seed/vocabulary.json");

/// The set of what every copy of the program ships.
pub fn vocabulary() -> Log {
    let mut log = Log::new();
    for change in changes(VOCABULARY) {
        log.accept(change);
    }
    log
}

/// The changes that a source makes, up to what is not of its form. `seq`, `tick` and `prev` follow from the order, and a field
/// that an earlier release wrote is replaced (`over`), so a release appends to what was released before and never alters it.
pub fn changes(source: &str) -> Vec<Change> {
    let mut log = Log::new();
    let mut clock = Clock::default();
    let mut changes: Vec<Change> = Vec::new();
    let source = json::read(source).unwrap_or(Value::Null);
    let Some(device) = source.member("device").and_then(Value::as_text).and_then(DeviceId::parse) else {
        return changes;
    };
    for release in source.member("releases").and_then(Value::as_list).unwrap_or_default() {
        let at = release.member("at").and_then(Value::as_text).unwrap_or_default();
        for entry in release.member("changes").and_then(Value::as_list).unwrap_or_default() {
            let Some((record, set)) = record_and_fields(entry) else { return changes };
            let last = changes.last();
            let (seq, prev) = (last.map_or(1, |last| last.seq() + 1), last.map(Change::id));
            // Older than anything a person writes, so that a person's value is the one shown.
            let tick = clock.next(1);
            let over = {
                let view = log.record(&record);
                let heads = |field: &str| view.map(|view| view.heads(field)).unwrap_or_default();
                set.keys().map(|field| (field.clone(), heads(field))).collect()
            };
            let parts = Compose { record: &record, set, over, seen: Vec::new(), device: &device, seq, prev, at, tick };
            let Ok(change) = Change::compose(parts) else { return changes };
            log.accept(change.clone());
            changes.push(change);
        }
    }
    changes
}

/// `{"record": "term/area-milk", "list": …}`: the record, and the rest as its fields.
fn record_and_fields(entry: &Value) -> Option<(RecordId, Map<Value>)> {
    let Value::Map(members) = entry else { return None };
    let mut set = members.clone();
    let record = set.remove("record")?;
    Some((RecordId::parse(record.as_text()?)?, set))
}
