//! Two records that are the same: which of them stands, and what it takes over from the other (rule 8).
//!
//! Joining rewrites nothing of what was joined: it only says what it is read as. What the standing one takes over is a change of
//! its own fields in the same Save, so that one tap undoes both.

use super::Notebook;
use crate::insight::joins::{resolve, standing};
use crate::insight::twins::{Difference, compare, is_same_value};
use crate::record::complete::Saved;
use crate::record::text::fold;
use crate::record::{Draft, Field, Kind, Name, RecordId, Value, complete};

/// Numbers of people are never put together from two records (M9), nor what says how they were counted.
const COUNTED: [Field; 10] = [
    Field::Cells,
    Field::Total,
    Field::FirstTime,
    Field::FirstTimePeriod,
    Field::CountBasis,
    Field::CountingUnit,
    Field::SummedAnyway,
    Field::Number,
    Field::Course,
    Field::HeldOn,
];

/// Which of the two stands unless somebody says otherwise: the one that says more; of two that say as much the older one.
pub fn fuller(notebook: &Notebook, one: &RecordId, other: &RecordId) -> RecordId {
    let says = |record: &RecordId| {
        let view = notebook.log.record(record);
        let filled = view.map(|view| view.values().filter(|(_, value)| !value.is_blank()).count());
        let since = view.and_then(|view| view.first()).map(|first| (first.tick(), first.id()));
        (std::cmp::Reverse(filled), since)
    };
    if says(other) < says(one) { other.clone() } else { one.clone() }
}

/// The fields in which `into` has something to take over from `other`, in the order of reading.
pub fn lacking(notebook: &Notebook, other: &RecordId, into: &RecordId) -> Vec<Name> {
    let draft = with_more(notebook, other, into);
    let changed = draft.changed();
    let rows = compare(&notebook.log, into, other).into_iter().map(|row| row.field);
    let mut fields: Vec<Name> = rows.filter(|field| changed.contains_key(field.as_str())).collect();
    // The other's name becomes one that it is also known by, whether or not there were such names before.
    let known = Name::from(Field::AlsoKnownAs.name());
    if changed.contains_key(known.as_str()) && !fields.contains(&known) {
        fields.push(known);
    }
    fields
}

/// The drafts whose Save lets `into` stand for `other` as well; with `takes_over`, what only the other says is written into it.
/// Nothing where that would go round in a ring.
pub fn join(notebook: &Notebook, other: &RecordId, into: &RecordId, takes_over: bool) -> Vec<Draft> {
    let into = standing(&notebook.log, into.clone());
    if into == *other || resolve(&notebook.log, into.clone()) == *other || notebook.log.record(&into).is_none() {
        return Vec::new();
    }
    let more = takes_over.then(|| with_more(notebook, other, &into)).filter(Draft::is_changed);
    let joined = super::twice::join(notebook, other, &into);
    more.into_iter().chain([joined]).collect()
}

/// The standing one with what it lacks: fields that it leaves empty, and what is missing in its lists.
fn with_more(notebook: &Notebook, other: &RecordId, into: &RecordId) -> Draft {
    let mut draft = notebook.draft(into);
    let log = &notebook.log;
    let has_place = !draft.fields.is_blank(Field::Municipality);
    for row in compare(log, into, other) {
        let field = Field::from_name(&row.field);
        // A place as it was written says nothing beside the municipality itself.
        let is_told = has_place && field == Some(Field::PlaceAsWritten);
        if is_told || field.is_some_and(|field| COUNTED.contains(&field)) {
            continue;
        }
        let [own, others] = row.values;
        match (row.difference, own, others) {
            (Difference::OnlyOther, _, others) => draft.fields.0.insert(row.field, others),
            // Who took part is counted: two lists of it are never put together.
            (Difference::Differs, Value::List(own), Value::List(others)) if field != Some(Field::Participants) => {
                let mut all = own;
                for item in others {
                    if !all.iter().any(|held| is_same_value(log, held, &item)) {
                        all.push(item);
                    }
                }
                draft.fields.0.insert(row.field, Value::List(all));
            }
            _ => {}
        }
    }
    if into.kind() == Some(Kind::Organisation) {
        know_by(&mut draft, &notebook.draft(other));
    }
    if let Some(kind @ Kind::Visit) = into.kind()
        && draft.is_changed()
    {
        let is_edited = complete::is_edited(&draft);
        draft.fields.set(Field::Status, complete::status(kind, &draft.fields, is_edited, Saved::Elsewhere).name());
    }
    draft
}

/// Under the other's name it is looked for as well.
fn know_by(draft: &mut Draft, other: &Draft) {
    let name = other.fields.text(Field::Name).trim();
    let mut known = draft.fields.list(Field::AlsoKnownAs).to_vec();
    let own = draft.fields.text(Field::Name).to_owned();
    let is_own = |text: &str| fold(text) == fold(&own);
    // What the other was also known by may be what this one is called.
    known.retain(|known| known.as_text().is_none_or(|known| !is_own(known)));
    let is_held = known.iter().filter_map(Value::as_text).any(|held| fold(held) == fold(name));
    if !name.is_empty() && !is_own(name) && !is_held {
        known.push(name.into());
    }
    if known != draft.fields.list(Field::AlsoKnownAs) {
        draft.fields.set(Field::AlsoKnownAs, known);
    }
}

#[cfg(test)]
#[path = "twins_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "proposed_tests.rs"]
mod proposed;
