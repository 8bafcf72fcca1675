//! The heads of each field of one record (M3), kept up to date change by change.

use super::ids::Ids;
use super::{ChangeId, Entry};
use crate::record::{Map, Name};

/// The heads of one field, and every id that any accepted change of the record replaces, received or not (M3).
#[derive(Clone, Debug, Default)]
pub(super) struct FieldHeads {
    /// In the order of acceptance.
    pub heads: Ids,
    /// Sorted. A list, because most fields were never or seldom replaced.
    replaced: Vec<ChangeId>,
}

impl FieldHeads {
    /// Takes in a change with this field; `over` are the ids it replaces. The order does not matter.
    fn accept(&mut self, id: ChangeId, over: &[ChangeId]) {
        if !over.is_empty() {
            self.heads.retain(|head| !over.contains(head));
        }
        for replaced in over {
            if let Err(at) = self.replaced.binary_search(replaced) {
                self.replaced.insert(at, *replaced);
            }
        }
        if self.replaced.binary_search(&id).is_err() {
            self.heads.push(id);
        }
    }
}

/// What is known of one record: its changes and stubs in the order of acceptance, and the heads of each field.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordState {
    pub entries: Vec<ChangeId>,
    pub fields: Map<FieldHeads>,
}

impl RecordState {
    /// Takes in one more change or stub; a stub has the fields named in its `over` (M6).
    pub fn accept(&mut self, entry: &Entry) {
        self.entries.push(entry.id());
        match entry {
            Entry::Change(change) => {
                change.set().keys().for_each(|name| self.accept_field(name, entry.id(), change.over(name)));
            }
            Entry::Stub(stub) => {
                stub.all_over().iter().for_each(|(name, over)| self.accept_field(name, entry.id(), over));
            }
        }
    }

    fn accept_field(&mut self, name: &Name, id: ChangeId, over: &[ChangeId]) {
        match self.fields.get_mut(name) {
            Some(field) => field.accept(id, over),
            None => {
                let mut field = FieldHeads::default();
                field.accept(id, over);
                self.fields.insert(name.clone(), field);
            }
        }
    }
}
