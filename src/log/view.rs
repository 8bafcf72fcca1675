//! What is shown of a record: heads, shown value, conflicts, bin, history (M3, M4, M5).

use super::heads::RecordState;
use super::{Change, ChangeId, Entry, Log, TRASHED};
use crate::record::{Field, Fields, Name, RecordId, Value, gather};

/// One record as the set shows it.
#[derive(Clone, Copy)]
pub struct RecordView<'a> {
    log: &'a Log,
    id: &'a RecordId,
    state: &'a RecordState,
}

/// Whether a record is in the bin (M5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bin {
    /// Nobody put it there, or somebody took it back.
    Outside,
    Inside,
    /// Somebody put it there, and somebody who did not know wrote in it: it is shown, marked so.
    EditedSince,
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

    /// The heads of a field that have a value (M4), greatest (`tick`, `id`) first.
    pub fn heads(&self, field: &str) -> Vec<ChangeId> {
        self.head_changes(field).iter().map(|change| change.id()).collect()
    }

    fn heads_of(&self, field: &str) -> impl Iterator<Item = &'a Change> {
        self.changes_of(self.state.fields.get(field).map_or(&[][..], |field| field.heads.as_slice()))
    }

    fn changes_of(&self, ids: &'a [ChangeId]) -> impl Iterator<Item = &'a Change> {
        ids.iter().filter_map(|id| self.log.change(id))
    }

    fn head_changes(&self, field: &str) -> Vec<&'a Change> {
        let changes = self.heads_of(field).collect();
        gather::ordered(changes, |a: &&Change, b: &&Change| (b.tick(), b.id()).cmp(&(a.tick(), a.id())))
    }

    /// The value of the greatest head (M4); nothing where the field was never written or all that was is erased.
    pub fn shown(&self, field: &str) -> Option<&'a Value> {
        greatest(self.heads_of(field))?.set().get(field)
    }

    /// The shown value of every field that has one, as it stands in the log; cleared fields are left out.
    pub fn values(&self) -> impl Iterator<Item = (&'a Name, &'a Value)> + use<'a> {
        // Most fields of a record have the same head, which is looked up once.
        let view = *self;
        let mut last: Option<&'a Change> = None;
        view.state.fields.iter().filter_map(move |(name, field)| {
            let heads = field.heads.as_slice();
            let head = last.filter(|last| *heads == [last.id()]).or_else(|| greatest(view.changes_of(heads)))?;
            last = Some(head);
            let value = head.set().get(name).filter(|value| **value != Value::Null)?;
            Some((name, value))
        })
    }

    /// The shown value of every field that has one; cleared fields are left out.
    pub fn fields(&self) -> Fields {
        Fields(self.values().map(|(name, value)| (name.clone(), value.clone())).collect())
    }

    /// The names of all fields ever written.
    pub fn field_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.state.fields.keys().map(Name::as_str)
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
        variants.iter_mut().for_each(|variant| variant.ids.sort());
        variants
    }

    /// Whether a field has several heads: only then can there be a conflict. This costs nothing.
    pub fn is_unclear(&self) -> bool {
        self.state.fields.iter().any(|(_, field)| field.heads.len() > 1)
    }

    /// A change of this record; nothing for one of another record, or that was erased.
    pub fn change(&self, id: &ChangeId) -> Option<&'a Change> {
        self.log.change(id).filter(|change| change.record() == self.id)
    }

    pub fn conflicts(&self) -> Vec<Conflict> {
        // What two reviewers read is nothing that a person could decide between.
        let is_read = |name: &Name| name.as_str() != Field::ReviewedAs.name();
        let unclear = self.state.fields.iter().filter(|(name, field)| field.heads.len() > 1 && is_read(name));
        let all = unclear.map(|(name, _)| Conflict { field: name.to_string(), variants: self.variants(name) });
        all.filter(|conflict| conflict.variants.len() > 1).collect()
    }

    /// What became of the record with the bin (M5).
    pub fn bin(&self) -> Bin {
        if self.shown(TRASHED) != Some(&Value::Bool(true)) {
            return Bin::Outside;
        }
        let trashing = |change: &&Change| change.set().get(TRASHED) == Some(&Value::Bool(true));
        let binned_by: Vec<&Change> = self.heads_of(TRASHED).filter(trashing).collect();
        let is_known = |head: &Change| {
            binned_by.iter().any(|change| change.id() == head.id() || change.seen().binary_search(&head.id()).is_ok())
        };
        let all_known = self.state.fields.keys().all(|field| self.heads_of(field).all(is_known));
        if all_known { Bin::Inside } else { Bin::EditedSince }
    }

    pub fn is_binned(&self) -> bool {
        self.bin() == Bin::Inside
    }

    /// Its changes and stubs, in the order of acceptance.
    pub fn entries(&self) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let log = self.log;
        self.state.entries.iter().filter_map(move |id| log.entry(id))
    }

    /// How many of its changes were erased for ever (M6).
    pub fn erased(&self) -> usize {
        self.state.entries.iter().filter(|id| self.log.change(id).is_none()).count()
    }

    /// Every change of the record, oldest (`tick`, `id`) first.
    pub fn history(&self) -> Vec<&'a Change> {
        let changes = self.state.entries.iter().filter_map(|id| self.log.change(id)).collect();
        in_order(changes)
    }

    /// The change that began the record, as far as it was received.
    pub fn first(&self) -> Option<&'a Change> {
        self.state.entries.iter().filter_map(|id| self.log.change(id)).min_by_key(|change| (change.tick(), change.id()))
    }

    /// The change that came last.
    pub fn last(&self) -> Option<&'a Change> {
        self.state.entries.iter().filter_map(|id| self.log.change(id)).max_by_key(|change| (change.tick(), change.id()))
    }

    /// Whether any of it was written by a newer version of the program (M7).
    pub fn has_newer(&self) -> bool {
        self.state.entries.iter().filter_map(|id| self.log.change(id)).any(Change::is_newer_version)
    }
}

fn greatest<'a>(heads: impl Iterator<Item = &'a Change>) -> Option<&'a Change> {
    heads.max_by_key(|change| (change.tick(), change.id()))
}

/// Changes by (`tick`, `id`), oldest first.
pub fn in_order(changes: Vec<&Change>) -> Vec<&Change> {
    gather::ordered(changes, |a: &&Change, b: &&Change| (a.tick(), a.id()).cmp(&(b.tick(), b.id())))
}
