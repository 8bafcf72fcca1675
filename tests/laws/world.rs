//! Histories: small random operations, turned into what several devices write and pass on through the library.

use crate::dice::Dice;
use crate::tally::{Met, Tally};
use crate::words;
use ayni::log::{Change, ChangeId, Clock, Compose, DeviceId, Entry, Log, Stub, TRASHED, canonical_object, change_id};
use ayni::record::{Map, RecordId, Value};

/// Where the clocks of all devices begin: 24 November 2026.
pub const NOW: u64 = 1_795_500_000_000;

const DEVICES: [&str; 4] = ["k3v9q2m7x1", "p0aab3c4d5", "zz0000000z", "0123456789"];
/// Two of them are of kinds that this version does not know (M7).
const RECORDS: [&str; 5] = ["visit/a", "visit/b", "session/s-1", "harvest_day/x-1", "zz_kind/9"];
const FIELDS: [&str; 4] = ["observations", "purpose", "total", "attachment"];

/// All that was ever written, in the order of writing.
pub struct World {
    pub entries: Vec<Entry>,
    devices: Vec<Device>,
}

/// One phone: what it knows, and where its numbers stand.
#[derive(Clone)]
struct Device {
    id: DeviceId,
    seq: i64,
    prev: Option<ChangeId>,
    clock: Clock,
    now: u64,
    log: Log,
}

/// What a newer or another program may add to a change (C2, M7).
#[derive(Default)]
struct Odd {
    schema: Option<i64>,
    members: Vec<(&'static str, Value)>,
    /// Fields that name nothing in `over`.
    empty_over: Vec<String>,
}

/// What happened, when these operations were carried out one after the other.
pub fn world(operations: &[u32], tally: &Tally) -> World {
    let device = |name: &&str| Device {
        id: DeviceId::parse(name).expect("a fitting device"),
        seq: 0,
        prev: None,
        clock: Clock::default(),
        now: NOW,
        log: Log::new(),
    };
    let mut world = World { entries: Vec::new(), devices: DEVICES.iter().map(device).collect() };
    operations.iter().for_each(|operation| world.carry_out(*operation, tally));
    tally.met(Met::Case);
    tally.add(Met::Change, world.entries.len());
    world
}

impl World {
    /// A set with all of it.
    pub fn log(&self) -> Log {
        log_of(&self.entries)
    }

    /// Sets such as devices have: whatever they hold, they hold what the same device wrote before it.
    pub fn some_device(&self, dice: &mut Dice) -> Log {
        dice.pick(&self.devices).expect("there are devices").log.clone()
    }

    /// The first five bits say what, the next three who; the rest is chance for the details.
    fn carry_out(&mut self, operation: u32, tally: &Tally) {
        let who = usize::try_from(operation >> 5 & 7).unwrap_or_default() % self.devices.len();
        let dice = &mut Dice::new(u64::from(operation >> 8));
        self.devices[who].now += 1_000;
        match operation & 31 {
            0..=5 => self.save(who, dice),
            6..=8 => self.edit_what_was_seen(who, dice),
            9 => self.save_the_same(who, dice),
            10 | 11 => self.bin(who, true, dice),
            12 => self.bin(who, false, dice),
            13 | 14 => self.erase(who, dice, tally),
            15 => self.stub_without_erasure(who, dice, tally),
            16 => self.differing_stub(who, dice, tally),
            17 => self.clone_device(who),
            18 => self.newer(who, dice, tally),
            19 => self.odd_letters(who, dice, tally),
            20 => self.turn_the_clock(who, dice, tally),
            21 => self.clear(who, dice, tally),
            22 => self.empty_over(who, dice, tally),
            _ => self.pass_on(who, dice),
        }
    }

    fn save(&mut self, who: usize, dice: &mut Dice) {
        let record = words::pick(dice, &RECORDS);
        let count = 1 + dice.below(3);
        let set: Map<Value> =
            (0..count).map(|_| (words::pick(dice, &FIELDS).to_owned(), words::plain_value(dice))).collect();
        self.write(who, record, set, Map::new(), Vec::new(), Odd::default());
    }

    fn edit_what_was_seen(&mut self, who: usize, dice: &mut Dice) {
        let record = words::pick(dice, &RECORDS);
        let set: Map<Value> = [(words::pick(dice, &FIELDS).to_owned(), words::plain_value(dice))].into();
        let all = !dice.once_in(4);
        let over = set.keys().map(|field| {
            let heads = self.heads(who, record, field);
            (field.clone(), if all { heads } else { dice.some(&heads) })
        });
        let over = over.collect();
        self.write(who, record, set, over, Vec::new(), Odd::default());
    }

    fn save_the_same(&mut self, who: usize, dice: &mut Dice) {
        let set = Map::from([("purpose".to_owned(), "igual".into())]);
        self.write(who, words::pick(dice, &RECORDS[..2]), set, Map::new(), Vec::new(), Odd::default());
    }

    /// Puts a record in the bin or takes it back; now and then by someone who saw only a part of it.
    fn bin(&mut self, who: usize, into: bool, dice: &mut Dice) {
        let record = words::pick(dice, &RECORDS[..3]);
        let over = Map::from([(TRASHED.to_owned(), self.heads(who, record, TRASHED))]);
        let mut seen = self.all_heads(who, record);
        if dice.once_in(4) {
            seen = dice.some(&seen);
        }
        let set = Map::from([(TRASHED.to_owned(), into.into())]);
        self.write(who, record, set, over, seen, Odd::default());
    }

    fn erase(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let mut named: Vec<Value> = Vec::new();
        for _ in 0..=dice.below(2) {
            let erasures = self.entries.iter().filter_map(Entry::change).filter(|change| change.is_erasure());
            let erasures: Vec<ChangeId> = erasures.map(Change::id).collect();
            let held: Vec<ChangeId> = self.devices[who].log.changes().map(Change::id).collect();
            let any: Vec<ChangeId> = self.entries.iter().map(Entry::id).collect();
            let id = match dice.below(8) {
                0 => dice.pick(&erasures).inspect(|_| tally.met(Met::ErasureOfErasure)).copied(),
                1 => Some(unknown_id(dice)).inspect(|_| tally.met(Met::ErasureOfUnknown)),
                2 => dice.pick(&any).copied(),
                3 => {
                    tally.met(Met::ErasureOfNoId);
                    named.extend(["no id".into(), 7.into(), Value::Null]);
                    None
                }
                _ => dice.pick(&held).copied(),
            };
            // Some programs name a thing twice.
            let times = 1 + usize::from(dice.once_in(3));
            named.extend(id.iter().cycle().take(times * id.iter().len()).map(|id| Value::text(id.as_str())));
        }
        let record = format!("erasure/{}", dice.below(4));
        let set = Map::from([("changes".to_owned(), Value::List(named)), ("reason".to_owned(), "a pedido".into())]);
        self.write(who, &record, set, Map::new(), Vec::new(), Odd::default());
    }

    /// A stub that came before its erasure, or without one (M6).
    fn stub_without_erasure(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let changes: Vec<&Change> = self.entries.iter().filter_map(Entry::change).collect();
        let Some(change) = dice.pick(&changes) else { return };
        let stub = Stub::of(change);
        tally.met(Met::UnnamedStub);
        self.take(who, stub.into());
    }

    /// A stub that somebody wrote by hand: of the same id, saying something else (M6).
    fn differing_stub(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let ids: Vec<ChangeId> = self.entries.iter().map(Entry::id).collect();
        let id = dice.pick(&ids).copied().unwrap_or_else(|| unknown_id(dice));
        let device = words::pick(dice, &DEVICES);
        let seq = 1 + i64::try_from(dice.below(4)).unwrap_or_default();
        let mut members = Map::from([
            ("by".to_owned(), Value::map([("device", device.into()), ("seq", seq.into())])),
            ("erased".to_owned(), true.into()),
            ("id".to_owned(), id.as_str().into()),
            ("record".to_owned(), words::pick(dice, &RECORDS).into()),
        ]);
        if dice.once_in(2) {
            let replaced = dice.pick(&ids).map(|id| Value::text(id.as_str()));
            let over = Value::Map(
                [(words::pick(dice, &FIELDS).to_owned(), Value::List(replaced.into_iter().collect()))].into(),
            );
            members.insert("over".to_owned(), over);
        }
        tally.met(Met::DifferingStub);
        self.take(who, Entry::read(&canonical_object(&members)).expect("a stub by its members"));
    }

    /// From here on two devices write under one name and number (M8).
    fn clone_device(&mut self, who: usize) {
        if self.devices.len() < DEVICES.len() + 2 {
            self.devices.push(self.devices[who].clone());
        }
    }

    fn newer(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let set =
            Map::from([("mood".to_owned(), words::odd_value(dice)), ("total".to_owned(), words::plain_value(dice))]);
        let odd = Odd {
            schema: dice.once_in(2).then_some(9),
            members: vec![("mood", words::odd_value(dice)), ("erased", true.into())],
            empty_over: Vec::new(),
        };
        tally.met(Met::UnknownMember);
        self.write(who, words::pick(dice, &RECORDS), set, Map::new(), Vec::new(), odd);
    }

    fn odd_letters(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let set = Map::from([(words::pick(dice, &FIELDS).to_owned(), words::odd_value(dice))]);
        tally.met(Met::OddText);
        self.write(who, words::pick(dice, &RECORDS), set, Map::new(), Vec::new(), Odd::default());
    }

    fn turn_the_clock(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        const YEAR: u64 = 365 * 24 * 60 * 60 * 1000;
        tally.met(Met::FarClock);
        let times = [0, NOW - YEAR, NOW, NOW + 60_000, NOW + YEAR, 40 * NOW];
        self.devices[who].now = dice.pick(&times).copied().unwrap_or(NOW);
    }

    fn clear(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let (record, field) = (words::pick(dice, &RECORDS), words::pick(dice, &FIELDS));
        let over = Map::from([(field.to_owned(), self.heads(who, record, field))]);
        tally.met(Met::Cleared);
        let set = Map::from([(field.to_owned(), Value::Null)]);
        self.write(who, record, set, over, Vec::new(), Odd::default());
    }

    fn empty_over(&mut self, who: usize, dice: &mut Dice, tally: &Tally) {
        let field = words::pick(dice, &FIELDS).to_owned();
        let set = Map::from([(field.clone(), words::plain_value(dice))]);
        tally.met(Met::EmptyOver);
        let odd = Odd { empty_over: vec![field], ..Odd::default() };
        self.write(who, words::pick(dice, &RECORDS), set, Map::new(), Vec::new(), odd);
    }

    /// One device takes in what another knows: all of it, or only what was written up to some moment.
    fn pass_on(&mut self, who: usize, dice: &mut Dice) {
        let from = dice.below(self.devices.len());
        let known = |entry: &&Entry| self.devices[from].log.contains(&entry.id());
        let held: Vec<Entry> = self.entries.iter().filter(known).cloned().collect();
        let up_to = if dice.once_in(3) { dice.below(held.len() + 1) } else { held.len() };
        let device = &mut self.devices[who];
        for entry in held.into_iter().take(up_to) {
            if let Some(change) = entry.change() {
                device.clock.adopt(change.tick(), *change.device() == device.id, device.now);
            }
            device.log.accept(entry);
        }
    }

    fn heads(&self, who: usize, record: &str, field: &str) -> Vec<ChangeId> {
        let record = RecordId::parse(record).expect("a fitting record");
        self.devices[who].log.record(&record).map(|record| record.heads(field)).unwrap_or_default()
    }

    fn all_heads(&self, who: usize, record: &str) -> Vec<ChangeId> {
        let record = RecordId::parse(record).expect("a fitting record");
        let Some(view) = self.devices[who].log.record(&record) else { return Vec::new() };
        view.field_names().flat_map(|field| view.heads(field)).collect()
    }

    fn write(
        &mut self,
        who: usize,
        record: &str,
        set: Map<Value>,
        over: Map<Vec<ChangeId>>,
        seen: Vec<ChangeId>,
        odd: Odd,
    ) {
        let device = &mut self.devices[who];
        let record = RecordId::parse(record).expect("a fitting record");
        let plain = Change::compose(Compose {
            record: &record,
            set,
            over,
            seen,
            device: &device.id,
            seq: device.seq + 1,
            prev: device.prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: device.clock.next(device.now),
        });
        let change = odd.add_to(plain.expect("a change within the limits"));
        device.seq += 1;
        device.prev = Some(change.id());
        self.take(who, change.into());
    }

    fn take(&mut self, who: usize, entry: Entry) {
        self.devices[who].log.accept(entry.clone());
        self.entries.push(entry);
    }
}

impl Odd {
    fn add_to(self, change: Change) -> Change {
        if self.schema.is_none() && self.members.is_empty() && self.empty_over.is_empty() {
            return change;
        }
        let value = ayni::record::json::read(change.line()).expect("a line is JSON");
        let mut members = value.into_map();
        members.remove("id");
        if let Some(schema) = self.schema {
            members.insert("schema".to_owned(), schema.into());
        }
        self.members.into_iter().for_each(|(name, value)| members.insert(name.to_owned(), value));
        if !self.empty_over.is_empty() {
            let empty = self.empty_over.into_iter().map(|field| (field, Value::List(Vec::new())));
            members.insert("over".to_owned(), Value::Map(empty.collect()));
        }
        let id = change_id(&canonical_object(&members));
        members.insert("id".to_owned(), id.as_str().into());
        Change::read(&canonical_object(&members)).expect("what is unknown is kept (C2)")
    }
}

/// A set of these, taken in in this order.
pub fn log_of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Log {
    let mut log = Log::new();
    entries.into_iter().for_each(|entry| {
        log.accept(entry.clone());
    });
    log
}

fn unknown_id(dice: &mut Dice) -> ChangeId {
    change_id(&dice.throw().to_string())
}
