//! The state behind the screens: the set of changes, this device's clock, and what is safe elsewhere.

use crate::log::{Change, ChangeId, Clock, Compose, DeviceId, Entry, Have, Log, MAX_OVER, TRASHED};
use crate::record::pace::{Pace, Steps};
use crate::record::{Draft, Field, Kind, Map, Name, RecordId, Value, gather};
use crate::storage::{StoreError, Writer};
use std::collections::BTreeSet;

use super::{Now, shipped};

/// One workspace: this device's own, or the example.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    pub log: Log,
    /// What other devices confirmed to hold (F4).
    pub safe: Have,
    /// Photos of what they hold that they lack (F4).
    pub photos_not_there: BTreeSet<String>,
    clock: Clock,
}

/// Work that no other device has confirmed to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotSafe {
    /// Visits and trainings; what belongs to one (commitments, a new host) counts with it.
    pub records: usize,
    /// RFC 3339; the oldest change among them.
    pub oldest_at: String,
}

impl Notebook {
    /// A person's own workspace before its rows are read, with what the program ships for everyone.
    pub fn own(safe: Have) -> Self {
        Notebook { log: shipped::vocabulary(), safe, ..Notebook::default() }
    }

    /// The example workspace, from its lines. It lives in memory alone, beside a person's own records, and is never mixed
    /// with them.
    pub fn example(lines: &str) -> Self {
        let mut log = shipped::vocabulary();
        for entry in lines.lines().filter_map(|line| Entry::read(line).ok()) {
            log.accept(entry);
        }
        Notebook { log, ..Notebook::default() }
    }

    /// Takes in the lines of a stored row. Returns how many lines no longer prove themselves: a damaged store.
    pub fn take_row(&mut self, lines: &str, own: &DeviceId, now: Now) -> usize {
        self.take_row_telling(lines, own, now, &mut |_, _| {})
    }

    /// The same; each entry is told of before it is taken in.
    pub fn take_row_telling(
        &mut self,
        lines: &str,
        own: &DeviceId,
        now: Now,
        tell: &mut dyn FnMut(&Log, &Entry),
    ) -> usize {
        let mut damaged = 0;
        for line in lines.lines() {
            match Entry::read(line) {
                Ok(entry) => {
                    tell(&self.log, &entry);
                    self.accept(entry, own, now);
                }
                Err(_) => damaged += 1,
            }
        }
        damaged
    }

    /// Takes in a change or a stub that is durably kept, and the tick of the change (C5).
    pub fn accept(&mut self, entry: Entry, own: &DeviceId, now: Now) {
        if let Some(change) = entry.change() {
            self.clock.adopt(change.tick(), change.device() == own, now.ms);
        }
        self.log.accept(entry);
    }

    /// True if the set holds nothing of this device beyond what its store says it wrote last. A phone that was cloned or
    /// restored, or lost its store, finds more or other; it must take a new name before it writes (M8).
    pub fn follows_on(&self, device: &DeviceId, writer: &Writer) -> bool {
        if self.log.first_fork(device).is_some() {
            return false;
        }
        match self.log.last_of(device) {
            None => writer.seq == 0,
            Some((seq, id)) => seq == writer.seq && Some(id) == writer.tip,
        }
    }

    /// The changes that a Save of these drafts writes, numbered from what the store says was written last.
    pub fn changes_for(
        &self,
        drafts: &[Draft],
        device: &DeviceId,
        writer: &Writer,
        now: Now,
    ) -> Result<Vec<Change>, StoreError> {
        if !self.follows_on(device, writer) && self.log.last_of(device).is_some_and(|(seq, _)| seq >= writer.seq) {
            return Err(StoreError::Forked);
        }
        let mut clock = self.clock;
        clock.adopt(writer.tick, true, now.ms);
        let (mut seq, mut prev) = (writer.seq, writer.tip);
        let at = now.rfc3339();
        let mut changes = Vec::new();
        for draft in drafts {
            let set = draft.changed();
            let mut over: Map<Vec<ChangeId>> =
                set.keys().map(|field| (field.clone(), self.seen_heads(draft, field))).collect();
            let mut is_written = set.is_empty();
            while !is_written {
                // C4: who replaces more heads than one change may name writes several, one after the other.
                let too_many = |field: &str| over.get(field).is_some_and(|heads| heads.len() > MAX_OVER);
                is_written = !set.keys().any(|field| too_many(field));
                let part = set.iter().filter(|(field, _)| is_written || too_many(field)).cloned();
                let part: Map<Value> = part.collect();
                let named = |field: &Name| {
                    let heads = over.get(field)?;
                    Some((field.clone(), heads.get(..MAX_OVER).unwrap_or(heads).to_vec()))
                };
                let named: Map<Vec<ChangeId>> = part.keys().filter_map(named).collect();
                let fields: Vec<Name> = part.keys().cloned().collect();
                // M5: what was not known to the author shows the record again.
                let seen = if part.contains_key(TRASHED) {
                    draft.all_seen().filter_map(ChangeId::parse).collect()
                } else {
                    Vec::new()
                };
                seq += 1;
                let (tick, record) = (clock.next(now.ms), &draft.record);
                let change = Change::compose(Compose {
                    record,
                    set: part,
                    over: named,
                    seen,
                    device,
                    seq,
                    prev,
                    at: &at,
                    tick,
                })?;
                prev = Some(change.id());
                // The next one replaces this one, and what it had no room to name.
                for field in &fields {
                    if let Some(heads) = over.get_mut(field) {
                        heads.drain(..heads.len().min(MAX_OVER));
                        heads.push(change.id());
                    }
                }
                changes.push(change);
            }
        }
        Ok(changes)
    }

    fn seen_heads(&self, draft: &Draft, field: &str) -> Vec<ChangeId> {
        let seen = draft.seen.get(field).map_or(&[][..], Vec::as_slice);
        seen.iter().filter_map(|id| ChangeId::parse(id)).collect()
    }

    /// A draft that starts from what is shown of a record now, or from nothing for a new one.
    pub fn draft(&self, record: &RecordId) -> Draft {
        let Some(view) = self.log.record(record) else { return Draft::new(record.clone()) };
        let heads = |field: &str| view.heads(field).iter().map(ToString::to_string).collect();
        let seen = view.field_names().map(|field| (field.to_owned(), heads(field))).collect();
        Draft::of(record.clone(), view.fields(), seen)
    }

    /// The draft that gives this device its name, where the log does not say so already.
    pub fn name_draft(&self, device: &DeviceId, name: &str) -> Option<Draft> {
        let mut draft = self.draft(&RecordId::new(Kind::Device, device.as_str())?);
        draft.fields.set(Field::Name, name.trim());
        draft.is_changed().then_some(draft)
    }

    /// What is not yet safe elsewhere: records that a person knows as one thing.
    pub fn not_safe(&self) -> NotSafe {
        self.not_safe_steps().finish()
    }

    /// The same step by step; a record counts as one. Where nothing was confirmed, each change of the log is looked at.
    pub fn not_safe_steps(&self) -> Steps<'_, NotSafe> {
        Steps::new(move |pace| self.open(&self.safe, &self.photos_not_there, pace))
    }

    /// The same for somebody who holds this much, and lacks some photos of it.
    pub fn open_for(&self, have: &Have, photos: &BTreeSet<String>) -> NotSafe {
        Steps::new(move |pace| self.open(have, photos, pace)).finish()
    }

    async fn open(&self, have: &Have, photos: &BTreeSet<String>, pace: Pace) -> NotSafe {
        let lacks = |change: &&Change| change.attachment().is_some_and(|photo| photos.contains(photo));
        let without_photo = self.log.changes_with_photo().filter(lacks).map(|change| (change.record(), Some(change)));
        // Records come in order, so that those that count for themselves need no set.
        let mut main: Vec<&str> = Vec::new();
        let (mut belonging, mut other) = (BTreeSet::new(), BTreeSet::new());
        let mut oldest: Option<&Change> = None;
        for (record, open) in self.log.oldest_not_covered_by(have).chain(without_photo) {
            pace.spend(1).await;
            let Some(change) = open else { continue };
            match record.kind() {
                Some(Kind::Device) => continue,
                Some(Kind::Visit | Kind::Session) if main.last().is_none_or(|last| *last < record.as_str()) => {
                    main.push(record.as_str());
                }
                Some(kind @ (Kind::Visit | Kind::Session | Kind::Agreement | Kind::Photo)) => {
                    let of = match kind {
                        Kind::Photo => Some(Field::Of),
                        Kind::Agreement => Some(Field::Visit),
                        _ => None,
                    };
                    let of = of.and_then(|of| self.log.shown(record, of.name())?.as_text());
                    belonging.insert(of.unwrap_or(record.as_str()));
                }
                _ => {
                    other.insert(record.as_str());
                }
            }
            if oldest.is_none_or(|oldest| change.tick() < oldest.tick()) {
                oldest = Some(change);
            }
        }
        let more = belonging.iter().filter(|record| main.binary_search(record).is_err()).count();
        let records = if main.len() + more == 0 { other.len() } else { main.len() + more };
        NotSafe { records, oldest_at: oldest.map_or_else(String::new, |change| change.at().to_owned()) }
    }

    /// How many visits and trainings are held.
    pub fn recorded(&self) -> usize {
        self.log.records_of(Kind::Visit).count() + self.log.records_of(Kind::Session).count()
    }

    /// Whether any is, which is known at once.
    pub fn holds_records(&self) -> bool {
        [Kind::Visit, Kind::Session].into_iter().any(|kind| self.log.records_of(kind).next().is_some())
    }

    /// The records of a kind that name `target` in `field`, oldest first.
    pub fn referring(&self, kind: Kind, field: Field, target: &RecordId) -> Vec<RecordId> {
        let refers = |record: &crate::log::RecordView| {
            record.shown(field.name()).and_then(Value::as_text) == Some(target.as_str())
        };
        let found = self.log.records_of(kind).filter(refers).collect();
        let found = gather::ordered_by(found, |record: &crate::log::RecordView| {
            record.first().map(|change| (change.tick(), change.id()))
        });
        found.into_iter().map(|record| record.id().clone()).collect()
    }
}
