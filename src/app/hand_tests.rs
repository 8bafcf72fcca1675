//! A hand for tests: it saves drafts under a device of its own and joins what others wrote.

use super::{Names, Notebook, Now};
use crate::i18n::Lang;
use crate::log::{DeviceId, Entry};
use crate::record::{Draft, Field, RecordId, Value};
use crate::storage::Writer;

pub struct Hand {
    pub notebook: Notebook,
    pub device: DeviceId,
    writer: Writer,
    ms: u64,
}

pub fn record(text: &str) -> RecordId {
    RecordId::parse(text).expect("a fitting record")
}

impl Hand {
    pub fn of(name: &str) -> Self {
        let device = DeviceId::parse(&format!("{name:0<10}")).expect("a fitting device");
        // A minute apart, so that no two Saves have one moment.
        Hand { notebook: Notebook::default(), device, writer: Writer::default(), ms: 1_795_525_882_000 }
    }

    pub fn names(&self) -> Names<'_> {
        Names { log: &self.notebook.log, lang: Lang::Es }
    }

    /// Saves drafts as one.
    pub fn save(&mut self, drafts: &[Draft]) {
        self.ms += 60_000;
        let now = Now { ms: self.ms, offset_minutes: -300 };
        let changes = self.notebook.changes_for(drafts, &self.device, &self.writer, now).expect("it can be saved");
        for change in changes {
            self.writer = Writer { seq: change.seq(), tip: Some(change.id()), tick: change.tick() };
            self.notebook.accept(Entry::from(change), &self.device, now);
        }
    }

    /// Writes fields of a record, new or known.
    pub fn write(&mut self, what: &str, fields: &[(Field, Value)]) {
        let mut draft = self.notebook.draft(&record(what));
        fields.iter().for_each(|(field, value)| draft.fields.set(*field, value.clone()));
        self.save(&[draft]);
    }

    /// Takes in everything that the other holds.
    pub fn join(&mut self, other: &Hand) {
        let now = Now { ms: self.ms.max(other.ms), offset_minutes: -300 };
        self.ms = now.ms;
        other.notebook.log.entries().cloned().for_each(|entry| self.notebook.accept(entry, &self.device, now));
    }

    /// The text that is shown of a field; empty where there is none.
    pub fn text(&self, what: &str, field: Field) -> &str {
        self.notebook.log.shown(&record(what), field.name()).and_then(Value::as_text).unwrap_or_default()
    }
}

#[test]
fn a_hand_writes_one_unbroken_chain() {
    let mut hand = Hand::of("phone");
    hand.write("visit/a", &[(Field::Purpose, "ver".into())]);
    hand.write("visit/a", &[(Field::Purpose, "oír".into())]);
    assert_eq!(hand.text("visit/a", Field::Purpose), "oír");
    assert_eq!(hand.notebook.log.last_of(&hand.device).map(|(seq, _)| seq), Some(2));
}
