//! The page of one record: what it said before, and clearing up where two people wrote different things.

use super::{Names, Notebook};
use crate::log::{Change, ChangeId, RecordView};
use crate::record::complete::Saved;
use crate::record::{Choice, Draft, Field, Kind, RecordId, Value, complete, gather};

/// One Save of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    pub record: RecordId,
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
    /// Whether `after` can be taken back: it is no longer what is shown, and a person wrote it.
    pub can_take_back: bool,
    /// What the author saw and replaced; nothing where the field was empty or its change has not arrived.
    pub before: Option<Value>,
    pub after: Value,
}

/// Every Save of these records, latest first: a visit with its commitments, a training with its course, both with photos.
pub fn history(names: Names, views: &[RecordView]) -> Vec<HistoryEntry> {
    let saves = views.iter().flat_map(|view| {
        let first = view.first().map(|change| change.id());
        view.history().into_iter().map(move |change| (change.tick(), change.id(), entry(names, *view, change, first)))
    });
    let saves = saves.collect::<Vec<_>>();
    let saves = gather::ordered(saves, |a, b| (b.0, b.1).cmp(&(a.0, a.1)));
    saves.into_iter().map(|(_, _, entry)| entry).collect()
}

fn entry(names: Names, view: RecordView, change: &Change, first: Option<ChangeId>) -> HistoryEntry {
    let line = |field: &str, after: &Value| HistoryLine {
        field: field.to_owned(),
        can_take_back: !after.is_blank() && !follows_by_itself(view.id(), field) && view.shown(field) != Some(after),
        before: change.over(field).iter().find_map(|id| value_of(names, id, field)),
        after: after.clone(),
    };
    // What belongs to what is no news to a person, nor what a camera says.
    let shown = change.set().iter().filter(|(field, _)| !says_nothing(field));
    HistoryEntry {
        record: view.id().clone(),
        by: names.device(change.device()),
        at: change.at().to_owned(),
        is_first: Some(change.id()) == first,
        lines: shown.map(|(field, after)| line(field, after)).collect(),
    }
}

/// What nobody types: the bin has ways of its own, and the status of a note follows from its fields.
fn follows_by_itself(record: &RecordId, field: &str) -> bool {
    match Field::from_name(field) {
        Some(Field::Status) => record.kind() != Some(Kind::Agreement),
        field => field == Some(Field::Trashed),
    }
}

fn says_nothing(field: &str) -> bool {
    matches!(
        Field::from_name(field),
        Some(Field::Course | Field::Visit | Field::Of | Field::Attachment | Field::TakenOn | Field::ReviewedAs)
    )
}

fn value_of(names: Names, change: &ChangeId, field: &str) -> Option<Value> {
    names.log.change(change)?.set().get(field).filter(|value| **value != Value::Null).cloned()
}

/// The draft whose Save makes `value` the value of a field: where people wrote different things, and where an earlier value is
/// taken back. It replaces every value that is seen (M4); the status of a note follows from what it then says.
pub fn keep_one(notebook: &Notebook, record: &RecordId, field: &str, value: &Value) -> Draft {
    let mut draft = notebook.draft(record);
    put(notebook, &mut draft, field, value);
    if field != Field::Status.name() {
        let_status_follow(notebook, &mut draft);
    }
    draft
}

/// Makes a draft write this value, whatever is shown: the shown one may be the one to keep, so another one is "before".
pub(super) fn put(notebook: &Notebook, draft: &mut Draft, field: &str, value: &Value) {
    let variants = notebook.log.record(&draft.record).map(|view| view.variants(field)).unwrap_or_default();
    if variants.len() > 1 {
        let others = variants.into_iter().map(|variant| variant.value);
        let mut others = others.filter(|other| other != value && !(value.is_blank() && other.is_blank()));
        // Two that are both blank say the same to a draft; whatever is not blank does for "before" then.
        draft.before.0.insert(field.to_owned(), others.next().unwrap_or(Value::Bool(true)));
    }
    draft.fields.0.insert(field.to_owned(), value.clone());
}

/// The status of a visit is what its fields make it. Where two devices made it differently by themselves, that is settled too.
pub(super) fn let_status_follow(notebook: &Notebook, draft: &mut Draft) {
    let Some(kind @ Kind::Visit) = draft.record.kind() else { return };
    let status = complete::status(kind, &draft.fields, complete::is_edited(draft), Saved::Elsewhere);
    let by_itself = |value: &Value| {
        let choice = value.as_text().and_then(Choice::from_name);
        matches!(choice, Some(Choice::Draft | Choice::Complete))
    };
    let variants = notebook.log.record(&draft.record).map(|view| view.variants(Field::Status.name()));
    if variants.is_some_and(|all| all.len() > 1 && all.iter().all(|variant| by_itself(&variant.value))) {
        put(notebook, draft, Field::Status.name(), &status.name().into());
    } else {
        draft.fields.set(Field::Status, status.name());
    }
}

/// The drafts whose Save takes back what the Save of these drafts did, where that is still what is shown. What they began goes into
/// the bin; what somebody wrote since stays; where they decided between what people wrote differently, all of that stands
/// there again, undecided.
pub fn undo(notebook: &Notebook, saved: &[Draft]) -> Vec<Draft> {
    let back = |saved: &Draft| {
        let Some(view) = notebook.log.record(&saved.record) else { return Vec::new() };
        let mut draft = notebook.draft(&saved.record);
        if saved.is_new() {
            draft.fields.set(Field::Trashed, true);
            return vec![draft];
        }
        let mut others = Vec::new();
        for (field, value) in saved.changed() {
            if view.shown(&field) == Some(&value) {
                let seen = what_was_seen(notebook, saved, &field);
                if let [shown, rest @ ..] = seen.as_slice()
                    && !rest.is_empty()
                {
                    // Each is a change of its own that does not name the others. The shown one is written last.
                    others.extend(rest.iter().rev().chain([shown]).map(|value| again(&draft, &field, value)));
                    continue;
                }
                let before = saved.before.0.get(&field).cloned().unwrap_or(Value::Null);
                draft.fields.0.insert(field, before);
            }
        }
        others.insert(0, draft);
        others
    };
    saved.iter().flat_map(back).filter(Draft::is_changed).collect()
}

/// The different values of a field that the author of a Save saw, the shown one first.
fn what_was_seen(notebook: &Notebook, saved: &Draft, field: &str) -> Vec<Value> {
    let ids = saved.seen.get(field).map_or(&[][..], Vec::as_slice).iter().filter_map(|id| ChangeId::parse(id));
    let mut values: Vec<Value> = Vec::new();
    for value in ids.filter_map(|id| notebook.log.change(&id)?.set().get(field)) {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    values
}

/// A draft that writes one field only, over all that is seen of it now.
fn again(now: &Draft, field: &str, value: &Value) -> Draft {
    let mut draft = Draft::of(now.record.clone(), now.before.clone(), now.seen.clone());
    draft.fields.0.insert(field.to_owned(), value.clone());
    if !draft.is_changed() {
        // It is written all the same: something else stands for "before".
        let other = if value.is_blank() { Value::Bool(true) } else { Value::Null };
        draft.before.0.insert(field.to_owned(), other);
    }
    draft
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
