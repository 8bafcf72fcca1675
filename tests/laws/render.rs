//! The whole view of a set as one text: section 6 of the contract.

use ayni::exchange::have_value;
use ayni::log::{Bin, Log, RecordView, TRASHED, canonical};
use ayni::record::{Map, Value};

/// What two programs would compare.
pub fn render(log: &Log) -> String {
    let forks = log.forks().map(|(device, seq)| Value::List(vec![device.as_str().into(), seq.into()])).collect();
    let records = log.records().map(|record| (record.id().to_string(), of_record(&record))).collect();
    canonical(&Value::map([
        ("devices", have_value(&log.have())),
        ("forks", Value::List(forks)),
        ("records", Value::Map(records)),
    ]))
}

/// The view and every line that stands behind it.
pub fn render_all(log: &Log) -> String {
    let lines: Vec<&str> = log.entries().map(|entry| entry.line()).collect();
    [&render(log), "\n", &lines.join("\n")].concat()
}

/// One record, with what the history page tells of it besides.
pub fn render_record(record: &RecordView) -> String {
    let history: Vec<&str> = record.history().iter().map(|change| change.line()).collect();
    let text = [canonical(&of_record(record)), record.erased().to_string(), history.join("\n")];
    text.join("\n")
}

fn of_record(record: &RecordView) -> Value {
    let mut fields = record.fields().0;
    fields.remove(TRASHED);
    let conflicts = record.conflicts().into_iter().map(|conflict| {
        let variants = conflict.variants.into_iter().map(|variant| {
            let ids = variant.ids.iter().map(|id| id.as_str().into()).collect();
            Value::map([("ids", Value::List(ids)), ("value", variant.value)])
        });
        (conflict.field, Value::List(variants.collect()))
    });
    let conflicts: Map<Value> = conflicts.collect();
    Value::map([
        ("binned", record.is_binned().into()),
        ("conflicts", Value::Map(conflicts)),
        ("edited_after_binning", (record.bin() == Bin::EditedSince).into()),
        ("fields", Value::Map(fields)),
    ])
}
