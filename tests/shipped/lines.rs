//! The records in `data/seed/*.json` as the changes that every copy of the app ships (C6).

use ayni::app::shipped::changes;
use ayni::record::{RecordId, Value};

/// One line a change.
pub fn make(source: &str) -> String {
    changes(source).iter().flat_map(|change| [change.line(), "\n"]).collect()
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

/// Composing stops where a source is not of its form: that one word is missing must not go unseen.
#[test]
fn every_entry_of_every_source_becomes_a_change() {
    for name in ["seed/vocabulary.json", "seed/example.json"] {
        let source = super::read(name);
        assert_eq!(changes(&source).len(), source.matches("\"record\":").count(), "{name}");
        assert!(!changes(&source).is_empty());
    }
}
