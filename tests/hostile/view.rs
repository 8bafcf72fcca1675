//! What some bytes give as a file, and the view of section 6.

use ayni::exchange::{Refused, have_value, read};
use ayni::log::{Bin, Log, RecordView, TRASHED};
use ayni::record::Value;
use std::collections::BTreeSet;

/// The exit status and the view of section 6 for one file; no view where it was refused.
pub fn of_file(bytes: &[u8]) -> (i64, usize, Option<Value>) {
    match read(bytes) {
        Ok(parcel) => {
            let mut log = Log::new();
            parcel.entries.into_iter().for_each(|entry| {
                log.accept(entry);
            });
            let damaged: BTreeSet<String> = parcel.damaged.into_iter().map(|damaged| damaged.text).collect();
            (0, damaged.len(), Some(view(&log, damaged.len())))
        }
        // F3: it is said that it is for reading; there is nothing wrong with it.
        Err(Refused::ForReading) => (0, 0, Some(view(&Log::new(), 0))),
        Err(_) => (3, 0, None),
    }
}

/// Section 6.
pub fn view(log: &Log, quarantined: usize) -> Value {
    let forks = log.forks().map(|(device, seq)| Value::List(vec![device.as_str().into(), seq.into()]));
    Value::map([
        ("devices", have_value(&log.have())),
        ("forks", Value::List(forks.collect())),
        ("quarantined", Value::Int(i64::try_from(quarantined).expect("not so many"))),
        ("records", Value::Map(log.records().map(|view| (view.id().to_string(), record(&view))).collect())),
    ])
}

fn record(view: &RecordView) -> Value {
    let mut fields = view.fields().0;
    fields.remove(TRASHED);
    let conflicts = view.conflicts().into_iter().map(|conflict| {
        let variants = conflict.variants.into_iter().map(|variant| {
            let ids = variant.ids.iter().map(|id| id.as_str().into()).collect();
            Value::map([("ids", Value::List(ids)), ("value", variant.value)])
        });
        (conflict.field, Value::List(variants.collect()))
    });
    Value::map([
        ("binned", (view.bin() == Bin::Inside).into()),
        ("conflicts", Value::Map(conflicts.collect())),
        ("edited_after_binning", (view.bin() == Bin::EditedSince).into()),
        ("fields", Value::Map(fields)),
    ])
}
