//! Years of work in little time: devices that save, pass on files partly, are cloned and restored, with clocks and
//! versions that go their own ways.
//!
//! A part of the 1,000 histories runs with all tests, the whole with `AYNI_TORTURE=1`, a single one with `AYNI_SEED=n`.

use crate::dice::Dice;
use crate::law::{look, number_from};
use crate::phone::{Phone, new_name};
use crate::render::render_all;
use crate::tally::{Met, Tally};
use crate::words;
use crate::world::NOW;
use ayni::log::{Change, ChangeId, DeviceId, TRASHED};
use ayni::record::{RecordId, Value};
use ayni::storage::{LogStore, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

const STEPS: usize = 2_000;
const ALL_SEEDS: u64 = 1_000;
/// What the plain test command has time for.
const SEEDS: u64 = 40;
const MOST_PHONES: usize = 7;

/// M1, M6, M8, C5, F4: promises 1 and 2.
#[test]
fn m1_m6_m8_whatever_happens_to_phones_nothing_saved_is_lost_and_all_come_to_show_the_same() {
    let tally = Tally::new("simulation");
    let seeds = match number_from("AYNI_SEED") {
        Some(seed) => seed..seed + 1,
        None if number_from("AYNI_TORTURE").is_some() => 0..ALL_SEEDS,
        None => 0..SEEDS,
    };
    let single = seeds.end - seeds.start == 1;
    for seed in seeds {
        let run = catch_unwind(AssertUnwindSafe(|| Simulation::new(seed, &tally).run()));
        run.unwrap_or_else(|reason| {
            println!("AYNI_SEED={seed} cargo test --test laws simulation    runs this history again");
            resume_unwind(reason)
        });
        tally.met(Met::Case);
    }
    let about =
        [Met::Saved, Met::Exchange, Met::Clone, Met::Restore, Met::NewName, Met::Fork, Met::Erased, Met::CutOff];
    tally.close(if single { &[] } else { &about });
}

struct Simulation<'a> {
    dice: Dice,
    tally: &'a Tally,
    phones: Vec<Phone>,
    /// Copies that somebody keeps of a phone.
    copies: Vec<Phone>,
    /// All that a person was told is saved.
    said: BTreeSet<ChangeId>,
    /// What only a phone held that was set back to an older copy.
    lost: BTreeSet<ChangeId>,
    /// What was written under which number.
    written: BTreeMap<(DeviceId, i64), Vec<ChangeId>>,
    /// All that anyone had erased.
    erased: BTreeSet<ChangeId>,
    /// Names under which two may write.
    copied: BTreeSet<DeviceId>,
}

impl<'a> Simulation<'a> {
    fn new(seed: u64, tally: &'a Tally) -> Self {
        let mut dice = Dice::new(seed);
        let phones = (0..4).map(|_| Phone::new(new_name(&mut dice), NOW)).collect();
        Simulation {
            dice,
            tally,
            phones,
            copies: Vec::new(),
            said: BTreeSet::new(),
            lost: BTreeSet::new(),
            written: BTreeMap::new(),
            erased: BTreeSet::new(),
            copied: BTreeSet::new(),
        }
    }

    fn run(mut self) {
        (0..STEPS).for_each(|_| self.step());
        self.end();
    }

    fn step(&mut self) {
        let who = self.dice.below(self.phones.len());
        self.phones[who].now.ms += 1_000 + self.dice.throw() % 600_000;
        match self.dice.below(200) {
            0..=3 => self.exchange(who),
            4 => self.copy(who),
            5 if self.dice.once_in(2) => self.set_back(who),
            6 if self.dice.once_in(3) => self.clone_phone(who),
            7 => self.turn_the_clock(who),
            8 => self.phones[who].is_newer = !self.phones[who].is_newer,
            9 if self.dice.once_in(2) => self.erase(who),
            10 => self.restart(who),
            11..=18 => self.save(who, true),
            19..=120 => self.save(who, false),
            _ => {}
        }
    }

    fn save(&mut self, who: usize, is_bin: bool) {
        let rid = self.dice.below(40);
        let record = RecordId::parse(&format!("visit/{rid}")).expect("a fitting record");
        let field = words::pick(&mut self.dice, &["observations", "purpose", "total"]);
        let (field, value) = match is_bin {
            true => (TRASHED, Value::Bool(self.dice.once_in(2))),
            false => (field, Value::text(format!("nota {}", self.dice.below(1_000)))),
        };
        self.write(who, &|phone| phone.save(&record, &[(field, value.clone())]));
    }

    fn erase(&mut self, who: usize) {
        let held: Vec<ChangeId> = self.phones[who].book.log.changes().map(Change::id).collect();
        let Some(id) = self.dice.pick(&held).copied() else { return };
        let number = self.dice.below(1_000_000);
        self.write(who, &|phone| phone.erase(number, vec![id.as_str().into()]));
    }

    /// Saves as the app does: who finds out that another writes under the same name takes a new one (M8).
    fn write(&mut self, who: usize, save: &dyn Fn(&mut Phone) -> Result<Option<Change>, StoreError>) {
        let phone = &mut self.phones[who];
        let must_rename = phone.knows_of_another_self();
        let old = phone.id;
        let saved = match save(phone) {
            Err(StoreError::Forked) => {
                assert!(must_rename, "a new name without need");
                self.tally.met(Met::NewName);
                phone.id = new_name(&mut self.dice);
                save(phone)
            }
            done => done,
        };
        let Some(change) = saved.expect("memory has room") else { return };
        assert!(!must_rename || *change.device() != old, "M8: {} was written under an old name", change.id());
        self.tally.met(Met::Saved);
        let (device, seq) = (*change.device(), change.seq());
        let before = self
            .written
            .get(&(device, seq - 1))
            .is_some_and(|ids| ids.iter().any(|id| change.line().contains(&format!("\"prev\":\"{id}\""))));
        assert!(seq == 1 || before, "number {seq} of {device} follows on nothing");
        let same = self.written.entry((device, seq)).or_default();
        assert!(same.is_empty() || self.copied.contains(&device), "number {seq} of {device} was given twice");
        same.push(change.id());
        self.said.insert(change.id());
        self.erased.extend(change.erases());
    }

    fn exchange(&mut self, who: usize) {
        let from = self.dice.below(self.phones.len());
        let have = self.phones[who].book.log.have();
        let mut bytes = self.phones[from].file(if self.dice.once_in(4) { None } else { Some(&have) });
        if self.dice.once_in(5) {
            self.tally.met(Met::CutOff);
            bytes.truncate(self.dice.below(bytes.len()));
        }
        let before = self.phones[who].book.log.len();
        self.phones[who].take_in(&bytes);
        assert!(self.phones[who].book.log.len() >= before, "a set only grows");
        self.tally.met(Met::Exchange);
    }

    fn copy(&mut self, who: usize) {
        self.copied.insert(self.phones[who].id);
        self.copies.push(self.phones[who].clone());
        if self.copies.len() > 3 {
            self.copies.remove(0);
        }
    }

    fn set_back(&mut self, who: usize) {
        let Some(copy) = self.dice.pick(&self.copies).cloned() else { return };
        let gone = std::mem::replace(&mut self.phones[who], copy);
        let is_gone = |id: &ChangeId| !self.phones.iter().any(|phone| phone.book.log.contains(id));
        self.lost.extend(gone.book.log.entries().map(|entry| entry.id()).filter(is_gone));
        self.tally.met(Met::Restore);
    }

    fn clone_phone(&mut self, who: usize) {
        if self.phones.len() < MOST_PHONES {
            self.copied.insert(self.phones[who].id);
            self.phones.push(self.phones[who].clone());
            self.tally.met(Met::Clone);
        }
    }

    fn turn_the_clock(&mut self, who: usize) {
        const YEAR: u64 = 365 * 24 * 60 * 60 * 1000;
        let times = [0, NOW - YEAR, NOW, NOW + YEAR, 3 * NOW];
        self.phones[who].now.ms = self.dice.pick(&times).copied().unwrap_or(NOW);
        self.tally.met(Met::FarClock);
    }

    /// The app is killed; what it said is saved is there when it starts again.
    fn restart(&mut self, who: usize) {
        let before = render_all(&self.phones[who].book.log);
        self.phones[who].restart();
        assert!(render_all(&self.phones[who].book.log) == before, "another view after a restart");
    }

    /// Everyone gives everything to everyone, by way of the first.
    fn end(mut self) {
        for other in 1..self.phones.len() {
            let bytes = self.phones[other].file(None);
            self.phones[0].take_in(&bytes);
        }
        let all = self.phones[0].file(None);
        let log = self.phones[0].book.log.clone();
        let expected = render_all(&log);
        for phone in self.phones.iter_mut().skip(1) {
            phone.take_in(&all);
            assert!(render_all(&phone.book.log) == expected, "{} shows something else", phone.id);
        }
        look(&log, self.tally);
        let lost: Vec<&ChangeId> = self.said.iter().filter(|id| !log.contains(id) && !self.lost.contains(id)).collect();
        assert!(lost.is_empty(), "said to be saved, and gone: {lost:?}");
        let erased: BTreeSet<ChangeId> = log.changes().flat_map(Change::erases).collect();
        let in_full = log.changes().filter(|change| !change.is_erasure() && erased.contains(&change.id())).count();
        // The erasure itself may be lost with a phone that had passed on the stub already.
        let unasked = |id: &ChangeId| !erased.contains(id) && !self.erased.contains(id);
        let gone = log.entries().filter(|entry| entry.stub().is_some() && unasked(&entry.id())).count();
        assert_eq!((in_full, gone), (0, 0), "erased is what somebody had erased, and nothing else");
        for phone in &self.phones {
            for row in crate::import::at_once(phone.store.rows(0)).expect("memory can be read") {
                let kept = row.lines.lines().filter_map(|line| Change::read(line).ok());
                let kept = kept.filter(|change| erased.contains(&change.id()) && !change.is_erasure()).count();
                assert_eq!(kept, 0, "erased, and still in the store of {}", phone.id);
            }
        }
    }
}
