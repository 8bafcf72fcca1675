//! The page of one record: what it said before, and clearing up where two people wrote different things.

use super::{Names, Notebook};
use crate::log::{Change, ChangeId, RecordView};
use crate::record::{Draft, RecordId, Value};

/// One Save of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Who saved, by name.
    pub by: String,
    /// RFC 3339, as the device's own clock showed it.
    pub at: String,
    /// True for the Save that began the record.
    pub is_first: bool,
    pub lines: Vec<HistoryLine>,
}

/// What a Save did to one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    pub field: String,
    /// What the author saw and replaced; nothing where the field was empty or its change has not arrived.
    pub before: Option<Value>,
    pub after: Value,
}

/// Every Save of a record, latest first.
pub fn history(names: Names, view: RecordView) -> Vec<HistoryEntry> {
    let saves = view.history();
    let first = saves.first().map(|change| change.id());
    let entry = |change: &&Change| HistoryEntry {
        by: names.device(change.device()),
        at: change.at().to_owned(),
        is_first: Some(change.id()) == first,
        lines: change
            .set()
            .iter()
            .map(|(field, after)| HistoryLine {
                field: field.to_string(),
                before: change.over(field).iter().find_map(|id| value_of(names, id, field)),
                after: after.clone(),
            })
            .collect(),
    };
    saves.iter().rev().map(entry).collect()
}

fn value_of(names: Names, change: &ChangeId, field: &str) -> Option<Value> {
    names.log.change(change)?.set().get(field).filter(|value| **value != Value::Null).cloned()
}

/// The draft whose Save keeps `value` where people wrote different things: it replaces every value they saw (M4).
pub fn keep_one(notebook: &Notebook, record: &RecordId, field: &str, value: &Value) -> Draft {
    let mut draft = notebook.draft(record);
    // The shown value may be the one to keep; the field has to be written all the same, so another one is "before".
    let variants = notebook.log.record(record).map(|view| view.variants(field)).unwrap_or_default();
    if let Some(other) = variants.into_iter().map(|variant| variant.value).find(|other| other != value) {
        draft.before.0.insert(field.to_owned(), other);
    }
    draft.fields.0.insert(field.to_owned(), value.clone());
    draft
}
