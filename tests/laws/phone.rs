//! One device of the simulation: it saves, makes files and takes them in through the same calls as the app.

use crate::dice::Dice;
use crate::files::file_of;
use crate::import::at_once;
use ayni::app::{Notebook, Now};
use ayni::exchange::{Contains, acknowledge, preview, read};
use ayni::log::{Change, DeviceId, Entry, Have, Stub, canonical_object, change_id};
use ayni::record::{Draft, RecordId, Value, json};
use ayni::storage::{Import, LogStore, Memory, Quarantined, StoreError};

/// A device with its store; a clone of it is a cloned device.
#[derive(Clone, Debug)]
pub struct Phone {
    pub id: DeviceId,
    pub store: Memory,
    pub book: Notebook,
    pub now: Now,
    /// It runs a later version, which writes a newer schema and members that this one does not know.
    pub is_newer: bool,
}

impl Phone {
    pub fn new(id: DeviceId, ms: u64) -> Self {
        let now = Now { ms, offset_minutes: -300 };
        Phone { id, store: Memory::default(), book: Notebook::default(), now, is_newer: false }
    }

    /// Writes these fields over all that is shown of them.
    pub fn save(&mut self, record: &RecordId, fields: &[(&str, Value)]) -> Result<Option<Change>, StoreError> {
        let mut draft: Draft = self.book.draft(record);
        fields.iter().for_each(|(name, value)| draft.fields.0.insert((*name).to_owned(), value.clone()));
        if !draft.is_changed() {
            return Ok(None);
        }
        let (book, id, now, is_newer) = (&self.book, &self.id, self.now, self.is_newer);
        let saved = at_once(self.store.save(id, |writer| {
            let changes = book.changes_for(&[draft], id, writer, now)?;
            Ok(if is_newer { changes.iter().map(of_later_version).collect() } else { changes })
        }))?;
        let change = saved.changes.into_iter().next();
        if let Some(change) = &change {
            self.accept(change.clone().into());
        }
        Ok(change)
    }

    pub fn accept(&mut self, entry: Entry) {
        self.book.accept(entry, &self.id, self.now);
    }

    /// Has changes erased for ever, here at once and elsewhere as files arrive (M6).
    pub fn erase(&mut self, number: usize, changes: Vec<Value>) -> Result<Option<Change>, StoreError> {
        let record = RecordId::parse(&format!("erasure/{number}")).expect("a fitting record");
        let held: Vec<Change> = self.book.log.changes().cloned().collect();
        let erasure = self.save(&record, &[("changes", Value::List(changes)), ("reason", "a pedido".into())])?;
        let gone = held.iter().filter(|change| self.book.log.change(&change.id()).is_none());
        let import = Import { erased: gone.map(Stub::of).collect(), ..Import::default() };
        at_once(self.store.import(&import)).map(|_| erasure)
    }

    /// The bytes of a file: of everything, or of what someone who holds so much lacks.
    pub fn file(&self, since: Option<&Have>) -> Vec<u8> {
        file_of(&self.book.log, &self.id, since.map_or(Contains::Everything, |since| Contains::NewSince(since, &[])))
            .into_bytes()
    }

    /// Takes in a file as the app does: read, preview, one durable import, then the screens.
    pub fn take_in(&mut self, bytes: &[u8]) {
        let Ok(parcel) = read(bytes) else { return };
        let header = parcel.header.clone();
        let found = preview(&self.book.log, vec![("a.json".to_owned(), Ok(parcel))]);
        let damaged = found.files.iter().filter_map(|file| file.content.as_ref().ok()).flat_map(|file| &file.damaged);
        let quarantined = damaged.map(|damaged| Quarantined {
            file: "a.json".to_owned(),
            line: damaged.line,
            reason: damaged.reason.to_string(),
            text: damaged.text.clone(),
        });
        let import = Import {
            lines: found.entries.iter().map(Entry::line).collect(),
            quarantined: quarantined.collect(),
            erased: found.erases.clone(),
            ..Import::default()
        };
        at_once(self.store.import(&import)).expect("memory has room");
        found.entries.iter().for_each(|entry| self.accept(entry.clone()));
        acknowledge(&mut self.book.safe, &header, &self.id, &self.book.log);
    }

    /// What the store gives after the app was killed and started again.
    pub fn restart(&mut self) {
        let mut book = Notebook::default();
        book.safe = self.book.safe.clone();
        for row in at_once(self.store.rows(0)).expect("memory can be read") {
            assert_eq!(book.take_row(&row.lines, &self.id, self.now), 0, "every line proves itself");
        }
        self.book = book;
    }

    /// True if the set knows of work under this device's name that its store did not write (M8).
    pub fn knows_of_another_self(&self) -> bool {
        let writer = at_once(self.store.writer(&self.id)).expect("memory can be read");
        let log = &self.book.log;
        let own = |entry: &&Entry| *entry.device() == self.id;
        let mut seqs: Vec<i64> = log.entries().filter(own).map(Entry::seq).collect();
        seqs.sort_unstable();
        seqs.windows(2).any(|pair| pair[0] == pair[1]) || seqs.last().is_some_and(|last| *last > writer.seq)
    }
}

/// What a later version of the program would have written.
fn of_later_version(change: &Change) -> Change {
    let mut members = json::read(change.line()).expect("a line is JSON").into_map();
    members.remove("id");
    members.insert("schema".to_owned(), 9.into());
    members.insert("mood".to_owned(), "🌽".into());
    let id = change_id(&canonical_object(&members));
    members.insert("id".to_owned(), id.as_str().into());
    Change::read(&canonical_object(&members)).expect("what is unknown is kept (C2)")
}

/// A name that no device had yet.
pub fn new_name(dice: &mut Dice) -> DeviceId {
    DeviceId::parse(&format!("{:010}", dice.throw() % 10_000_000_000)).expect("ten digits")
}
