//! Any text as JSON: what is read is written in one form that reads the same, and other readers agree on what is JSON.
#![no_main]

use ayni::log::{Entry, canonical, canonical_object, change_id};
use ayni::record::Value;
use ayni::record::json::{self, Broken, Reader};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };

    let mut reader = Reader::new(text);
    let passed = reader.skip().is_ok();
    reader.skip_space();
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    assert_eq!(passed && reader.at() == text.len(), is_json, "what is passed over is JSON, and all JSON is");

    let known = serde_json::from_str::<serde_json::Value>(text);
    match json::read(text) {
        Ok(value) => {
            assert!(is_json);
            let form = canonical(&value);
            assert_eq!(json::read(&form).as_ref(), Ok(&value), "the canonical form says the same");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&form).ok(), known.ok(), "also to another reader");
            check_entry(&form);
            if let Value::Map(mut members) = value {
                // A text that names itself rightly is as easily a change as any other.
                members.remove("id");
                let id = change_id(&canonical_object(&members));
                members.insert("id".to_owned(), id.as_str().into());
                check_entry(&canonical_object(&members));
            }
        }
        Err(Broken::Syntax(_)) => assert!(known.is_err(), "what is no JSON here is none elsewhere"),
        // C1, C4: JSON that a change can not hold.
        Err(Broken::Number(_) | Broken::Twice(_) | Broken::Deep(_) | Broken::Many(_)) => {}
    }
    check_entry(text);
});

/// C3: a line is the canonical form of its change.
fn check_entry(text: &str) {
    if let Ok(entry) = Entry::read(text) {
        let again = Entry::read(entry.line());
        assert_eq!(again.as_ref(), Ok(&entry));
        assert_eq!(again.as_ref().map(Entry::line), Ok(entry.line()));
        assert_eq!(json::read(entry.line()), json::read(text), "nothing was added or left out");
    }
}
