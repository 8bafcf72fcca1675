//! The set of changes a device holds, and the version vector that says how far it holds whose (M1, M3, F4).

use super::view::{FieldHeads, RecordView};
use super::{Change, ChangeId, DeviceId, Rejected, Tick};
use crate::record::{Kind, Map, RecordId, Value, gather};
use std::collections::BTreeMap;

/// A set of changes that only grows. Accepting one touches only its own record, in any order (M1).
#[derive(Clone, Debug, Default)]
pub struct Log {
    changes: BTreeMap<ChangeId, Change>,
    records: BTreeMap<RecordId, RecordState>,
    devices: BTreeMap<DeviceId, BTreeMap<i64, Vec<ChangeId>>>,
}

/// What is known of one record: its changes in the order of acceptance and the heads of each field.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordState {
    pub changes: Vec<ChangeId>,
    pub fields: Map<FieldHeads>,
}

/// How far one device's changes are held without a gap: the greatest such `seq` and the id of that change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub seq: i64,
    pub tip: ChangeId,
}

/// A version vector: for each device how far it is held (F4).
pub type Have = BTreeMap<DeviceId, Mark>;

impl Log {
    pub fn new() -> Self {
        Self::default()
    }

    /// A set from lines as they are stored. The lines that do not prove themselves come back with the reason.
    pub fn from_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> (Self, Vec<(String, Rejected)>) {
        let mut log = Log::new();
        let mut rejected = Vec::new();
        for line in lines {
            match Change::read(line) {
                Ok(change) => {
                    log.accept(change);
                }
                Err(reason) => rejected.push((line.to_owned(), reason)),
            }
        }
        (log, rejected)
    }

    /// Takes a change into the set; false if it was there already.
    pub fn accept(&mut self, change: Change) -> bool {
        let id = change.id();
        if self.changes.contains_key(&id) {
            return false;
        }
        let record = self.records.entry(change.record().clone()).or_default();
        record.changes.push(id);
        for name in change.set().keys() {
            match record.fields.get_mut(name) {
                Some(field) => field.accept(id, change.over(name)),
                None => {
                    let mut field = FieldHeads::default();
                    field.accept(id, change.over(name));
                    record.fields.insert(name.clone(), field);
                }
            }
        }
        self.devices.entry(change.device().clone()).or_default().entry(change.seq()).or_default().push(id);
        self.changes.insert(id, change);
        true
    }

    pub fn contains(&self, id: &ChangeId) -> bool {
        self.changes.contains_key(id)
    }

    pub fn change(&self, id: &ChangeId) -> Option<&Change> {
        self.changes.get(id)
    }

    /// All changes, sorted by id.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.changes.values()
    }

    pub fn len(&self) -> usize {
        self.changes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub fn record(&self, id: &RecordId) -> Option<RecordView<'_>> {
        self.records.get_key_value(id).map(|(id, state)| RecordView::new(self, id, state))
    }

    /// Every record, sorted by kind and rid.
    pub fn records(&self) -> impl Iterator<Item = RecordView<'_>> {
        self.records.iter().map(|(id, state)| RecordView::new(self, id, state))
    }

    pub fn records_of(&self, kind: Kind) -> impl Iterator<Item = RecordView<'_>> {
        self.records().filter(move |record| record.id().kind() == Some(kind))
    }

    /// The shown value of one field of one record.
    pub fn shown(&self, record: &RecordId, field: &str) -> Option<&Value> {
        self.record(record)?.shown(field)
    }

    /// F4: for each device the greatest `seq` up to which all changes are held, stopping before the first fork.
    pub fn have(&self) -> Have {
        let marked = self.devices.iter().filter_map(|(device, by_seq)| {
            let mut mark = None;
            for (expected, (seq, ids)) in (1..).zip(by_seq) {
                match ids.as_slice() {
                    [tip] if *seq == expected => mark = Some(Mark { seq: *seq, tip: *tip }),
                    _ => break,
                }
            }
            mark.map(|mark| (device.clone(), mark))
        });
        gather::map(marked)
    }

    /// True if the change at `mark.seq` of this device is the one the mark names, and all before it are held.
    pub fn agrees(&self, device: &DeviceId, mark: &Mark) -> bool {
        self.devices
            .get(device)
            .and_then(|by_seq| by_seq.get(&mark.seq))
            .is_some_and(|ids| ids.as_slice() == [mark.tip])
    }

    /// The last change of a device: the greatest `seq`, its id and its tick.
    pub fn last_of(&self, device: &DeviceId) -> Option<(i64, ChangeId, Tick)> {
        let (seq, ids) = self.devices.get(device)?.last_key_value()?;
        let id = ids.first()?;
        Some((*seq, *id, self.changes.get(id)?.tick()))
    }

    /// Records with at least one change of a person that `safe` does not cover, with the oldest such change.
    pub fn not_covered_by(&self, safe: &Have) -> BTreeMap<&RecordId, &Change> {
        let mut open: BTreeMap<&RecordId, &Change> = BTreeMap::new();
        let covered = |change: &Change| safe.get(change.device()).is_some_and(|mark| change.seq() <= mark.seq);
        for change in self.changes.values().filter(|change| !change.device().is_shipped() && !covered(change)) {
            let oldest = open.entry(change.record()).or_insert(change);
            if change.tick() < oldest.tick() {
                *oldest = change;
            }
        }
        open
    }
}
