//! `ayni view`: what the files show together, so that two programs can be compared (section 6 of the format).

use super::files::Photos;
use super::union::Union;
use super::{End, Failure, args, say};
use crate::exchange::have_value;
use crate::log::{Bin, Conflict, Log, RecordView, TRASHED, Variant, canonical};
use crate::record::{Map, Value};
use std::io::{self, Write};

pub fn run(args: &args::View) -> Result<End, Failure> {
    let union = Union::load(&args.files, Photos::Leave)?;
    say::to_stdout(|out| write(out, &union.log, union.damaged.len()))?;
    Ok(if union.refused > 0 { End::Refused } else { End::Fine })
}

/// The whole view as one value. `quarantined` counts the distinct texts of damaged changes.
pub fn view(log: &Log, quarantined: usize) -> Value {
    let records = log.records().map(|view| (view.id().to_string(), record(&view))).collect();
    let [devices, forks, quarantined] = head(log, quarantined);
    Value::map([("devices", devices), ("forks", forks), ("quarantined", quarantined), ("records", Value::Map(records))])
}

/// The canonical form of [`view`], and a line feed, record by record: a second copy of a large set is never made.
pub fn write(out: &mut dyn Write, log: &Log, quarantined: usize) -> io::Result<()> {
    let [devices, forks, quarantined] = head(log, quarantined).map(|value| canonical(&value));
    write!(out, r#"{{"devices":{devices},"forks":{forks},"quarantined":{quarantined},"records":{{"#)?;
    let mut before = "";
    // The ids of records are ASCII: they come in the order that the canonical form asks for.
    for view in log.records() {
        write!(out, "{before}{}:{}", canonical(&view.id().as_str().into()), canonical(&record(&view)))?;
        before = ",";
    }
    out.write_all(b"}}\n")
}

fn head(log: &Log, quarantined: usize) -> [Value; 3] {
    let fork = |(device, seq): (&crate::log::DeviceId, i64)| Value::List(vec![device.as_str().into(), seq.into()]);
    [have_value(&log.have()), Value::List(log.forks().map(fork).collect()), number(quarantined)]
}

fn record(view: &RecordView) -> Value {
    let mut fields = view.fields().0;
    fields.remove(TRASHED);
    let conflict = |conflict: Conflict| {
        let variants = conflict.variants.into_iter().map(variant).collect();
        (conflict.field, Value::List(variants))
    };
    let conflicts: Map<Value> = view.conflicts().into_iter().map(conflict).collect();
    let bin = view.bin();
    Value::map([
        ("binned", (bin == Bin::Inside).into()),
        ("conflicts", Value::Map(conflicts)),
        ("edited_after_binning", (bin == Bin::EditedSince).into()),
        ("fields", Value::Map(fields)),
    ])
}

fn variant(variant: Variant) -> Value {
    let ids = variant.ids.iter().map(|id| id.as_str().into()).collect();
    Value::map([("ids", Value::List(ids)), ("value", variant.value)])
}

/// A count as it stands in JSON.
pub fn number(count: usize) -> Value {
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}
