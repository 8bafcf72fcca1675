//! The set of changes a device holds, and the version vector that says how far it holds whose (M1, M3, M6, F4).

use super::heads::RecordState;
use super::ids::Ids;
use super::view::RecordView;
use super::{Change, ChangeId, DeviceId, Entry, Rejected, Stub};
use crate::record::{Kind, RecordId, Value, gather};
use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::ops::Bound;

/// A set of changes that only grows. Accepting one touches only its own record, in any order (M1); only an erasure
/// touches the records of what it erases (M6).
#[derive(Clone, Debug, Default)]
pub struct Log {
    entries: BTreeMap<ChangeId, Entry>,
    /// What accepted erasures name, received or not. It only grows (M6).
    erased: BTreeSet<ChangeId>,
    /// Stubs that gave way to the full change: of use again should the change be erased. There are hardly ever any.
    gave_way: Vec<Stub>,
    /// One without entries is none: a stub may say of another record than the change it stands for.
    records: BTreeMap<RecordId, RecordState>,
    /// A number without ids is none, likewise.
    devices: BTreeMap<DeviceId, BTreeMap<i64, Ids>>,
    /// The changes that name a photo.
    with_photo: BTreeSet<ChangeId>,
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
            match Entry::read(line) {
                Ok(entry) => {
                    log.accept(entry);
                }
                Err(reason) => rejected.push((line.to_owned(), reason)),
            }
        }
        (log, rejected)
    }

    /// An empty set that knows what this one knows to be erased.
    pub fn with_erasures_of(other: &Log) -> Self {
        Log { erased: other.erased.clone(), gave_way: other.gave_way.clone(), ..Log::default() }
    }

    /// Takes a change or a stub into the set; false if that changes nothing.
    pub fn accept(&mut self, entry: impl Into<Entry>) -> bool {
        let entry = entry.into();
        let id = entry.id();
        let erases: Vec<ChangeId> = entry.change().into_iter().flat_map(Change::erases).collect();
        let is_new = match (self.entries.get(&id), &entry) {
            (None, Entry::Change(change)) if self.erases(change) => self.replace(Stub::of(change).into()),
            (None, _) => {
                self.index(&entry);
                self.entries.insert(id, entry);
                true
            }
            (Some(Entry::Change(_)), Entry::Change(_)) => false,
            (Some(Entry::Change(_)), Entry::Stub(stub)) => self.let_give_way(stub),
            (Some(Entry::Stub(held)), Entry::Stub(other)) => other.line() < held.line() && self.replace(entry),
            (Some(Entry::Stub(held)), Entry::Change(change)) => {
                if self.erases(change) {
                    let own = Stub::of(change);
                    own.line() < held.line() && self.replace(own.into())
                } else {
                    let held = Stub::clone(held);
                    self.let_give_way(&held);
                    self.replace(entry)
                }
            }
        };
        // Whatever became of the erasure itself before: it can not be erased, so it is here in full now.
        if is_new {
            erases.into_iter().for_each(|erased| self.erase(erased));
        }
        is_new
    }

    /// Whether this change was erased for ever. An erasure can not be erased (M6).
    fn erases(&self, change: &Change) -> bool {
        self.erased.contains(&change.id()) && !change.is_erasure()
    }

    /// Puts a stub in the place of a change, now or when it comes; of differing stubs the least counts (M6).
    fn erase(&mut self, id: ChangeId) {
        self.erased.insert(id);
        let Some(Entry::Change(change)) = self.entries.get(&id) else { return };
        if change.is_erasure() {
            return;
        }
        let own = Stub::of(change);
        let others = self.gave_way.iter().filter(|other| other.id() == id);
        let stub = others.fold(&own, |least, other| if other.line() < least.line() { other } else { least }).clone();
        self.replace(stub.into());
    }

    /// Keeps a stub of a change that is held in full; true if it is the least so far.
    fn let_give_way(&mut self, stub: &Stub) -> bool {
        let is_least = !self.gave_way.iter().any(|kept| kept.id() == stub.id() && kept.line() <= stub.line());
        if is_least {
            self.gave_way.push(stub.clone());
        }
        is_least
    }

    /// Puts an entry in the place of the one of the same id, if there is one.
    fn replace(&mut self, entry: Entry) -> bool {
        if let Some(old) = self.entries.get(&entry.id()).cloned() {
            self.unindex(&old);
        }
        self.index(&entry);
        self.entries.insert(entry.id(), entry);
        true
    }

    fn index(&mut self, entry: &Entry) {
        // Most changes are about a record that is known already; its name is copied only for the first.
        match self.records.get_mut(entry.record()) {
            Some(record) => record.accept(entry),
            None => self.records.entry(entry.record().clone()).or_default().accept(entry),
        }
        let by_seq = match self.devices.get_mut(entry.device()) {
            Some(by_seq) => by_seq,
            None => self.devices.entry(*entry.device()).or_default(),
        };
        by_seq.entry(entry.seq()).or_default().push(entry.id());
        if entry.change().and_then(Change::attachment).is_some() {
            self.with_photo.insert(entry.id());
        }
    }

    /// Takes an entry out of its record, which is built anew from what is left, and of its device.
    fn unindex(&mut self, entry: &Entry) {
        if let Some(record) = self.records.get_mut(entry.record()) {
            let held = std::mem::take(record).entries;
            let left = held.iter().filter(|id| **id != entry.id()).filter_map(|id| self.entries.get(id));
            left.for_each(|other| record.accept(other));
        }
        let by_seq = self.devices.get_mut(entry.device());
        if let Some(ids) = by_seq.and_then(|by_seq| by_seq.get_mut(&entry.seq())) {
            ids.retain(|id| *id != entry.id());
        }
        self.with_photo.remove(&entry.id());
    }

    /// Held in full or as a stub.
    pub fn contains(&self, id: &ChangeId) -> bool {
        self.entries.contains_key(id)
    }

    pub fn entry(&self, id: &ChangeId) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// The stub that would stay if this change were erased, where a lesser one than its own came along (M6).
    pub fn stub_aside(&self, id: &ChangeId) -> Option<&Stub> {
        // A stub is kept only where it is less than those before it.
        self.gave_way.iter().rev().find(|stub| stub.id() == *id)
    }

    /// Nothing for a change that was erased.
    pub fn change(&self, id: &ChangeId) -> Option<&Change> {
        self.entries.get(id)?.change()
    }

    /// All changes and stubs, sorted by id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// All changes that were not erased, sorted by id.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.entries.values().filter_map(Entry::change)
    }

    /// How many changes and stubs are held.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn record(&self, id: &RecordId) -> Option<RecordView<'_>> {
        let (id, state) = self.records.get_key_value(id).filter(|(_, state)| !state.entries.is_empty())?;
        Some(RecordView::new(self, id, state))
    }

    /// Every record, sorted by kind and rid.
    pub fn records(&self) -> impl Iterator<Item = RecordView<'_>> {
        let held = self.records.iter().filter(|(_, state)| !state.entries.is_empty());
        held.map(|(id, state)| RecordView::new(self, id, state))
    }

    /// Every record of a kind, sorted by rid: after the slash comes a nought.
    pub fn records_of(&self, kind: Kind) -> impl Iterator<Item = RecordView<'_>> {
        let held = self.states_of(kind.name()).filter(|(_, state)| !state.entries.is_empty());
        held.map(|(id, state)| RecordView::new(self, id, state))
    }

    // Many pages ask for records: the code that finds them stands here once.
    #[inline(never)]
    fn states_of(&self, kind: &str) -> btree_map::Range<'_, RecordId, RecordState> {
        let (from, to) = ([kind, "/"].concat(), [kind, "0"].concat());
        self.records.range::<str, _>((Bound::Included(&*from), Bound::Excluded(&*to)))
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
            mark.map(|mark| (*device, mark))
        });
        gather::map(marked)
    }

    /// Each device and `seq` under which more than one change is held: a cloned or restored phone (M8).
    pub fn forks(&self) -> impl Iterator<Item = (&DeviceId, i64)> {
        self.devices.iter().flat_map(|(device, by_seq)| {
            let forked = by_seq.iter().filter(|(_, ids)| ids.len() > 1);
            forked.map(move |(seq, _)| (device, *seq))
        })
    }

    /// The hashes of the photos that held changes name in a field called `attachment` (F6).
    pub fn attachments(&self) -> BTreeSet<&str> {
        gather::set(self.changes_with_photo().filter_map(Change::attachment))
    }

    /// The changes that name a photo, sorted by id.
    pub fn changes_with_photo(&self) -> impl Iterator<Item = &Change> {
        self.with_photo.iter().filter_map(|id| self.change(id))
    }

    /// The first `seq` under which more than one change of this device is held (M8).
    pub fn first_fork(&self, device: &DeviceId) -> Option<i64> {
        let by_seq = self.devices.get(device)?;
        by_seq.iter().find(|(_, ids)| ids.len() > 1).map(|(seq, _)| *seq)
    }

    /// True if the change at `mark.seq` of this device is the one the mark names, and all before it are held, each alone:
    /// of two under one `seq` no one can tell which of them the mark speaks of (F4).
    pub fn agrees(&self, device: &DeviceId, mark: &Mark) -> bool {
        let Some(by_seq) = self.devices.get(device) else { return false };
        let mut held = (1..).zip(by_seq.range(..=mark.seq));
        by_seq.get(&mark.seq).is_some_and(|ids| ids.as_slice() == [mark.tip])
            && held.all(|(expected, (seq, ids))| *seq == expected && ids.len() == 1)
    }

    /// The last change of a device: the greatest `seq` and its id.
    pub fn last_of(&self, device: &DeviceId) -> Option<(i64, ChangeId)> {
        let held = |(seq, ids): (&i64, &Ids)| Some((*seq, *ids.as_slice().first()?));
        self.devices.get(device)?.iter().rev().find_map(held)
    }

    /// Whether `safe` covers all that people wrote of a record.
    pub fn is_covered_by(&self, record: &str, safe: &Have) -> bool {
        let up_to = self.covered_up_to(safe);
        self.records.get(record).is_none_or(|state| self.oldest_open(state, &up_to).is_none())
    }

    /// Of each record the oldest change of a person that `safe` does not cover, if there is one.
    pub fn oldest_not_covered_by<'a>(
        &'a self,
        safe: &Have,
    ) -> impl Iterator<Item = (&'a RecordId, Option<&'a Change>)> + use<'a> {
        let up_to = self.covered_up_to(safe);
        self.records.iter().map(move |(id, state)| (id, self.oldest_open(state, &up_to)))
    }

    /// A fork may have come after the confirmation: from there on it speaks of one of two, and counts for neither.
    fn covered_up_to(&self, safe: &Have) -> BTreeMap<DeviceId, i64> {
        let up_to = |(device, mark): (&DeviceId, &Mark)| {
            (*device, self.first_fork(device).map_or(mark.seq, |fork| mark.seq.min(fork.saturating_sub(1))))
        };
        gather::map(safe.iter().map(up_to))
    }

    fn oldest_open(&self, state: &RecordState, up_to: &BTreeMap<DeviceId, i64>) -> Option<&Change> {
        let covered = |change: &Change| up_to.get(change.device()).is_some_and(|seq| change.seq() <= *seq);
        let changes = state.entries.iter().filter_map(|id| self.change(id));
        let open = changes.filter(|change| !change.device().is_shipped() && !covered(change));
        open.min_by_key(|change| change.tick())
    }
}
