//! How often the words of the lists are used, and which of them last.

use crate::insight::joins::resolve;
use crate::log::{Log, RecordView, Tick};
use crate::record::{Field, Kind, Map, RecordId, Value};

/// The use of one word in records that are not in the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// In how many records.
    pub times: usize,
    /// The tick of the last change of such a record.
    pub last: Tick,
}

/// The use of every word that these fields of records of this kind name. What was joined counts as what it was joined into, once
/// for each record.
pub fn uses(log: &Log, kind: Kind, fields: &[Field]) -> Map<Use> {
    let mut uses: Map<Use> = Map::new();
    for view in log.records_of(kind) {
        let named = named_in(log, &view, fields);
        // Most records name nothing new; what has no word in it costs no more than this look.
        if named.is_empty() || view.is_binned() {
            continue;
        }
        let Some(last) = view.last().map(|change| change.tick()) else { continue };
        for term in named {
            match uses.get_mut(term.as_str()) {
                Some(known) => {
                    known.times = known.times.saturating_add(1);
                    known.last = known.last.max(last);
                }
                None => uses.insert(term.as_str(), Use { times: 1, last }),
            }
        }
    }
    uses
}

/// The words a record names in these fields, each once.
fn named_in(log: &Log, view: &RecordView, fields: &[Field]) -> Vec<RecordId> {
    let mut references = Vec::new();
    let shown = fields.iter().filter_map(|field| view.shown(field.name()));
    shown.for_each(|value| references_in(value, &mut references));
    let mut named: Vec<RecordId> = Vec::new();
    for term in references.into_iter().filter_map(RecordId::parse) {
        let term = resolve(log, term);
        if !named.contains(&term) {
            named.push(term);
        }
    }
    named
}

/// Every reference to a word in a value: by itself, in a list, or as a member of what stands in a list.
pub fn references_in<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Text(text) if text.starts_with("term/") => found.push(text),
        Value::List(items) => items.iter().for_each(|item| references_in(item, found)),
        Value::Map(members) => members.values().for_each(|member| references_in(member, found)),
        _ => {}
    }
}
