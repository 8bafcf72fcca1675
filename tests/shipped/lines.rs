//! The records in `data/seed/*.json` as the changes that every copy of the app ships (C6).

use ayni::log::{Change, ChangeId, Compose, DeviceId, Tick};
use ayni::record::{Map, RecordId, Value};
use std::collections::BTreeMap;

/// One line a change. `seq`, `tick` and `prev` follow from the order, and a field that an earlier release wrote is
/// replaced (`over`), so a release appends to what was released before and never alters it.
pub fn make(source: &str) -> String {
    let source: Value = serde_json::from_str(source).expect("a source is JSON");
    let device = source.member("device").and_then(Value::as_text).and_then(DeviceId::parse).expect("`device`");
    let mut lines = String::new();
    let mut prev: Option<ChangeId> = None;
    let mut heads: BTreeMap<(RecordId, String), ChangeId> = BTreeMap::new();
    let mut seq = 0;
    for release in source.member("releases").and_then(Value::as_list).expect("`releases`") {
        let at = release.member("at").and_then(Value::as_text).expect("`at` of a release");
        for entry in release.member("changes").and_then(Value::as_list).expect("`changes` of a release") {
            let (record, set) = record_and_fields(entry);
            seq += 1;
            // Older than anything a person writes, so that a person's value is the one shown.
            let tick = Tick::parse(&format!("000000000001-{seq:04x}")).expect("fewer than 65,536 changes");
            let head = |field: &String| heads.get(&(record.clone(), field.clone())).copied();
            let over = set.keys().map(|field| (field.clone(), head(field).into_iter().collect())).collect();
            let fields: Vec<String> = set.keys().cloned().collect();
            let change = Change::compose(Compose {
                record: &record,
                set,
                over,
                seen: Vec::new(),
                device: &device,
                seq,
                prev,
                at,
                tick,
            })
            .unwrap_or_else(|error| panic!("{record}: {error}"));
            heads.extend(fields.into_iter().map(|field| ((record.clone(), field), change.id())));
            prev = Some(change.id());
            lines.push_str(change.line());
            lines.push('\n');
        }
    }
    lines
}

/// `{"record": "term/area-milk", "list": …}`: the record, and the rest as its fields.
fn record_and_fields(entry: &Value) -> (RecordId, Map<Value>) {
    let Value::Map(members) = entry else { panic!("a change is an object: {entry:?}") };
    let mut set = members.clone();
    let record = set.remove("record").and_then(|record| RecordId::parse(record.as_text()?));
    (record.unwrap_or_else(|| panic!("`record` is missing or not kind/rid: {entry:?}")), set)
}

#[test]
fn a_later_release_replaces_what_an_earlier_one_said() {
    let first = r#"{"at":"2026-01-01T00:00:00Z","changes":[{"record":"term/a","label_es":"Uno","label_en":"One"}]}"#;
    let second = r#"{"at":"2027-01-01T00:00:00Z","changes":[{"record":"term/a","label_es":"Un"}]}"#;
    let source = |releases: &str| format!(r#"{{"device":"ayni000000","releases":[{releases}]}}"#);
    let before = make(&source(first));
    let after = make(&source(&[first, second].join(",")));
    let correction = after.strip_prefix(&before).expect("what was released stays as it was");
    let (log, rejected) = ayni::log::Log::from_lines(after.lines());
    let term = RecordId::parse("term/a").expect("a record");
    assert_eq!(rejected, []);
    assert_eq!(correction.lines().count(), 1);
    assert_eq!(log.shown(&term, "label_es"), Some(&Value::from("Un")));
    assert_eq!(log.shown(&term, "label_en"), Some(&Value::from("One")));
    assert!(log.record(&term).expect("the term").conflicts().is_empty());
}
