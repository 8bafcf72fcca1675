//! What is shown of a record: heads, shown value, conflicts, history (M3, M4).

use super::set::RecordState;
use super::{Change, ChangeId, Log};
use crate::record::{Fields, RecordId, Value, gather};
use std::collections::BTreeSet;

/// The heads of one field and every id that any accepted change of the record replaces, received or not (M3).
#[derive(Clone, Debug, Default)]
pub(super) struct FieldHeads {
    heads: Vec<ChangeId>,
    replaced: BTreeSet<ChangeId>,
}

impl FieldHeads {
    /// Takes in a change with this field in its `set`; `over` are the ids it replaces. The order does not matter.
    pub fn accept(&mut self, id: ChangeId, over: &[ChangeId]) {
        self.heads.retain(|head| !over.contains(head));
        self.replaced.extend(over);
        if !self.replaced.contains(&id) {
            self.heads.push(id);
        }
    }
}

/// One record as the set shows it.
#[derive(Clone, Copy)]
pub struct RecordView<'a> {
    log: &'a Log,
    id: &'a RecordId,
    state: &'a RecordState,
}

/// A field in which people wrote different things without seeing each other's (M4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub field: String,
    /// At least two; the shown one first.
    pub variants: Vec<Variant>,
}

/// One of the values of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub value: Value,
    /// The heads that carry it, sorted.
    pub ids: Vec<ChangeId>,
}

impl<'a> RecordView<'a> {
    pub(super) fn new(log: &'a Log, id: &'a RecordId, state: &'a RecordState) -> Self {
        RecordView { log, id, state }
    }

    pub fn id(&self) -> &'a RecordId {
        self.id
    }

    /// The heads of a field, greatest (`tick`, `id`) first.
    pub fn heads(&self, field: &str) -> Vec<ChangeId> {
        self.head_changes(field).iter().map(|change| change.id()).collect()
    }

    fn head_changes(&self, field: &str) -> Vec<&'a Change> {
        let heads = self.state.fields.get(field).map_or(&[][..], |field| &field.heads);
        let changes = heads.iter().filter_map(|id| self.log.change(id)).collect();
        gather::ordered(changes, |a: &&Change, b: &&Change| (b.tick(), b.id()).cmp(&(a.tick(), a.id())))
    }

    /// The value of the greatest head (M4); nothing where the field was never written.
    pub fn shown(&self, field: &str) -> Option<&'a Value> {
        self.head_changes(field).first()?.set().get(field)
    }

    /// The shown value of every field that has one; cleared fields are left out.
    pub fn fields(&self) -> Fields {
        let shown = self.state.fields.keys().filter_map(|name| Some((name.clone(), self.shown(name)?.clone())));
        Fields(shown.filter(|(_, value)| *value != Value::Null).collect())
    }

    /// The names of all fields ever written.
    pub fn field_names(&self) -> impl Iterator<Item = &'a str> {
        self.state.fields.keys().map(String::as_str)
    }

    /// The distinct values of a field's heads, greatest (`tick`, `id`) first; more than one is a conflict.
    pub fn variants(&self, field: &str) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        for change in self.head_changes(field) {
            let Some(value) = change.set().get(field) else { continue };
            match variants.iter_mut().find(|variant| variant.value == *value) {
                Some(variant) => variant.ids.push(change.id()),
                None => variants.push(Variant { value: value.clone(), ids: vec![change.id()] }),
            }
        }
        variants.iter_mut().for_each(|variant| variant.ids = gather::set(variant.ids.drain(..)).into_iter().collect());
        variants
    }

    pub fn conflicts(&self) -> Vec<Conflict> {
        let all =
            self.state.fields.keys().map(|field| Conflict { field: field.clone(), variants: self.variants(field) });
        all.filter(|conflict| conflict.variants.len() > 1).collect()
    }

    /// Every change of the record, oldest (`tick`, `id`) first.
    pub fn history(&self) -> Vec<&'a Change> {
        let changes = self.state.changes.iter().filter_map(|id| self.log.change(id)).collect();
        in_order(changes)
    }

    /// The change that began the record, as far as it was received.
    pub fn first(&self) -> Option<&'a Change> {
        self.state.changes.iter().filter_map(|id| self.log.change(id)).min_by_key(|change| (change.tick(), change.id()))
    }

    /// The change that came last.
    pub fn last(&self) -> Option<&'a Change> {
        self.state.changes.iter().filter_map(|id| self.log.change(id)).max_by_key(|change| (change.tick(), change.id()))
    }

    /// Whether any of it was written by a newer version of the program (M7).
    pub fn has_newer(&self) -> bool {
        self.state.changes.iter().filter_map(|id| self.log.change(id)).any(Change::is_newer_version)
    }
}

/// Changes by (`tick`, `id`), oldest first.
pub fn in_order(changes: Vec<&Change>) -> Vec<&Change> {
    gather::ordered(changes, |a: &&Change, b: &&Change| (a.tick(), a.id()).cmp(&(b.tick(), b.id())))
}
