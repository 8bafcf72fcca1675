//! What is proposed as the same depends on what was written alone, each pair is one pair, and what was joined and taken apart
//! again is as it was before (rule 8).

use crate::dice::Dice;
use crate::law::run;
use crate::tally::{Met, Tally};
use crate::words;
use crate::world::log_of;
use ayni::app::twice::{keep_apart, take_apart};
use ayni::app::{Notebook, Now, twins};
use ayni::insight::twins::{KINDS, Twins};
use ayni::log::{DeviceId, Entry, Log};
use ayni::record::{Draft, Field, RecordId, Value};
use ayni::storage::Writer;
use proptest::prelude::any;
use std::collections::BTreeSet;

const DEVICES: [&str; 3] = ["k3v9q2m7x1", "p0aab3c4d5", "zz0000000z"];
const NAMES: [&str; 6] = ["Caficultores Íntag", "Caficultores de Intag", "Mora", "ACRI", "San José", "San Jose Alto"];
const DAYS: [&str; 4] = ["2026-05-04", "2026-05-05", "2026-05-06", ""];
const PLACES: [&str; 3] = ["EC1003", "BO0310", ""];

/// A notebook in which three devices write in turn.
struct Desk {
    notebook: Notebook,
    writers: [Writer; 3],
    now: u64,
}

impl Desk {
    fn save(&mut self, who: usize, drafts: &[Draft]) {
        self.now += 1_000;
        let now = Now { ms: self.now, offset_minutes: 0 };
        let device = DeviceId::parse(DEVICES[who]).expect("a fitting device");
        let changes = self.notebook.changes_for(drafts, &device, &self.writers[who], now).expect("it can be saved");
        for change in changes {
            self.writers[who] = Writer { seq: change.seq(), tip: Some(change.id()), tick: change.tick() };
            self.notebook.accept(Entry::from(change), &device, now);
        }
    }

    fn write_something(&mut self, dice: &mut Dice) {
        let kind = words::pick(dice, &["visit", "organisation", "place"]);
        let record = RecordId::parse(&format!("{kind}/{}", dice.below(5))).expect("a fitting record");
        let mut draft = self.notebook.draft(&record);
        let fields = &mut draft.fields;
        match kind {
            "visit" => {
                fields.set(Field::StartsOn, words::pick(dice, &DAYS));
                fields.set(Field::EndsOn, words::pick(dice, &DAYS));
                fields.set(Field::Municipality, words::pick(dice, &PLACES));
                fields.set(Field::Community, words::pick(dice, &["Apuela", "apuela", ""]));
                fields.set(Field::HostOrganisation, format!("organisation/{}", dice.below(5)));
            }
            _ => {
                fields.set(Field::Name, words::pick(dice, &NAMES));
                let place = if kind == "place" { Field::Parent } else { Field::Place };
                fields.set(place, words::pick(dice, &PLACES));
                fields.set(Field::AlsoKnownAs, vec![Value::from(words::pick(dice, &NAMES))]);
            }
        }
        if dice.once_in(8) {
            fields.set(Field::JoinedInto, format!("{kind}/{}", dice.below(5)));
        }
        if dice.once_in(12) {
            fields.set(Field::Trashed, true);
        }
        let who = dice.below(3);
        self.save(who, &[draft]);
    }
}

/// A record, whether it is in the bin, and its fields.
type Shown = (String, bool, Vec<(String, Value)>);

/// All that is shown but what something was joined into, which reads the same empty and never filled in.
fn shown(log: &Log) -> Vec<Shown> {
    let records = log.records().map(|view| {
        let fields = view.fields().0.into_iter();
        let fields = fields.filter(|(name, value)| name.as_str() != Field::JoinedInto.name() && !value.is_blank());
        let fields = fields.map(|(name, value)| (name.to_string(), value)).collect();
        (view.id().to_string(), view.is_binned(), fields)
    });
    records.collect()
}

#[test]
fn what_is_proposed_follows_from_what_was_written_and_joining_is_undone_without_a_trace() {
    let tally = Tally::new("twins");
    run(&any::<u64>(), |chance| {
        let dice = &mut Dice::new(chance);
        let mut desk = Desk { notebook: Notebook::default(), writers: Default::default(), now: 1_795_500_000_000 };
        for _ in 0..4 + dice.below(14) {
            desk.write_something(dice);
        }
        tally.met(Met::Case);
        let log = &desk.notebook.log;
        let found = Twins::read(log);
        let entries: Vec<Entry> = log.entries().cloned().collect();
        if Twins::read(&log_of(&dice.shuffled(&entries))) != found {
            return Err("another order of changes gives other proposals".to_owned());
        }
        let mut reading = ayni::insight::twins::Reading::default();
        let views: Vec<_> = KINDS.iter().flat_map(|kind| log.records_of(*kind)).collect();
        dice.shuffled(&views).into_iter().for_each(|view| reading.add(log, view));
        if reading.finish() != found {
            return Err("another order of reading gives other proposals".to_owned());
        }
        let pairs: Vec<_> =
            [&found.visits, &found.organisations, &found.places].map(|found| found.pairs.clone()).concat();
        let each = pairs.iter().map(|pair| (pair.one.clone(), pair.other.clone())).collect::<BTreeSet<_>>();
        if each.len() != pairs.len() || pairs.iter().any(|pair| pair.one >= pair.other) {
            return Err(format!("a pair is proposed twice, or in no order: {pairs:?}"));
        }
        tally.add(Met::Proposed, pairs.len());
        let Some(pair) = dice.pick(&pairs) else { return Ok(()) };
        let (other, into) = if dice.once_in(2) { (&pair.one, &pair.other) } else { (&pair.other, &pair.one) };
        let (before, who) = (shown(log), dice.below(3));

        let joined = twins::join(&desk.notebook, other, into, false);
        desk.save(who, &joined);
        let is_proposed = |desk: &Desk| {
            let found = Twins::read(&desk.notebook.log);
            let pairs = [found.visits, found.organisations, found.places].map(|found| found.pairs).concat();
            pairs.iter().any(|held| (&held.one, &held.other) == (&pair.one, &pair.other))
        };
        if joined.is_empty() || is_proposed(&desk) {
            return Err(format!("{pair:?} was joined and is proposed again"));
        }
        desk.save(dice.below(3), &[take_apart(&desk.notebook, other)]);
        if shown(&desk.notebook.log) != before || !is_proposed(&desk) {
            return Err(format!("{pair:?} was joined and taken apart, and is not as before"));
        }
        tally.met(Met::Joined);
        desk.save(who, &[keep_apart(&desk.notebook, other, into)]);
        if is_proposed(&desk) {
            return Err(format!("{pair:?} was kept apart and is proposed again"));
        }
        tally.met(Met::KeptApart);
        Ok(())
    });
    tally.close(&[Met::Proposed, Met::Joined, Met::KeptApart]);
}
