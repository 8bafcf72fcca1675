//! Two records side by side: what both say, where they differ, and what only one of them says.

use super::read_as;
use crate::log::Log;
use crate::record::{Field, Name, RecordId, Value};

/// How the two values of a field are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    Differs,
    OnlyOne,
    OnlyOther,
    Same,
}

/// A field of two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub field: Name,
    /// `Null` where nothing was written.
    pub values: [Value; 2],
    pub difference: Difference,
}

/// What follows from other fields, or is decided here.
const NOT_COMPARED: [Field; 7] = [
    Field::Trashed,
    Field::JoinedInto,
    Field::KeptApart,
    Field::Status,
    Field::ReturnedBecause,
    Field::ReviewedAs,
    Field::Confidentiality,
];

/// The fields of two records: those that differ first, then what only one of them says, then what is the same.
pub fn compare(log: &Log, one: &RecordId, other: &RecordId) -> Vec<Row> {
    let fields = [one, other].map(|record| log.record(record).map(|view| view.fields()).unwrap_or_default());
    let [first, second] = &fields;
    let names = crate::record::gather::set(first.0.keys().chain(second.0.keys()).cloned());
    let is_compared = |name: &Name| Field::from_name(name).is_none_or(|field| !NOT_COMPARED.contains(&field));
    let rows = names.into_iter().filter(is_compared).filter_map(|field| {
        let values = [first, second].map(|fields| fields.0.get(&field).filter(|value| !value.is_blank()));
        let difference = match values {
            [None, None] => return None,
            [Some(_), None] => Difference::OnlyOne,
            [None, Some(_)] => Difference::OnlyOther,
            [Some(one), Some(other)] if is_same_value(log, one, other) => Difference::Same,
            _ => Difference::Differs,
        };
        let values = values.map(|value| value.cloned().unwrap_or(Value::Null));
        Some(Row { field, values, difference })
    });
    // By the order in which the program knows the fields: name before place, day before what was seen.
    let place =
        |row: &Row| Field::ALL.iter().position(|field| field.name() == row.field.as_str()).unwrap_or(usize::MAX);
    let is_half = |row: &Row| matches!(row.difference, Difference::OnlyOne | Difference::OnlyOther);
    crate::record::gather::ordered_by(rows.collect(), |row: &Row| {
        (row.difference == Difference::Same, is_half(row), place(row))
    })
}

/// The same as it is read now: two references that stand for one record are one.
pub fn is_same_value(log: &Log, one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => read_as(log, one) == read_as(log, other),
        (Value::List(one), Value::List(other)) => {
            let has = |all: &[Value], item: &Value| all.iter().any(|held| is_same_value(log, held, item));
            one.iter().all(|item| has(other, item)) && other.iter().all(|item| has(one, item))
        }
        _ => one == other,
    }
}
