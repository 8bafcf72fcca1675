//! `ayni erase`: a person's right to have something erased (M6), for ever and with a reason.

use super::files::{Photos, is_standard, name_of};
use super::made::{Moment, random};
use super::say::{ask, count, tell};
use super::union::Union;
use super::{End, Failure, args, merge};
use crate::app::random_name;
use crate::exchange::{Contains, Made};
use crate::log::{Change, ChangeId, Clock, Compose, DeviceId, ERASURE, Entry, Log};
use crate::record::{MAX_INT, Map, RecordId, Value, gather};
use std::collections::BTreeSet;

/// Ids in one erasure: what fits into a line (C4) with a long reason.
const AT_ONCE: usize = 5_000;

pub fn run(args: &args::Erase) -> Result<End, Failure> {
    let moment = Moment::of(args.made.at.as_deref())?;
    let mut union = Union::load(&args.files, Photos::Take)?;
    if args.reason.trim().is_empty() {
        return Err(usage("--reason is empty: whoever loads the file should know why"));
    }
    if union.refused > 0 {
        // What was refused may hold changes of the record, or of the device that writes.
        tell("ayni: nothing was erased: every file has to be read first");
        return Ok(End::Refused);
    }
    may_write(&union, &args.device)?;
    let named = named(&union.log, &args.change, &args.record)?;
    let (held, elsewhere): (Vec<ChangeId>, Vec<ChangeId>) =
        named.into_iter().partition(|id| union.log.change(id).is_some());
    let of = records_of(&union.log, &held);
    confirm(args, &[count(held.len(), "change"), count(of, "record")].join(" of "))?;
    let photos = union.unnamed_photos();
    let all: Vec<ChangeId> = held.iter().chain(&elsewhere).copied().collect();
    write_erasures(&mut union.log, &all, args, &moment)?;
    let photos = union.unnamed_photos().saturating_sub(photos);
    if union.log.changes().any(|change| all.contains(&change.id())) {
        return Err(usage("some of it could not be erased; nothing was written"));
    }
    let made = Made { at: &moment.at, by: &args.made.by, device: &args.device };
    merge::write(&mut union, &made, Contains::Everything, true, &args.output)?;
    union.tell_damaged();
    for id in &elsewhere {
        tell(&[id.as_str(), " is in none of the files in full; it is erased wherever it turns up"].concat());
    }
    let out = name_of(&args.output);
    let gone = [count(held.len(), "change"), count(of, "record"), count(photos, "photo")];
    let [changes, records, photos] = gone;
    tell(&["Erased in ", &out, ": ", &changes, " of ", &records, ", ", &photos, "."].concat());
    tell(
        &["Other copies keep them until they load ", &out, "; the files that were read keep them until they go."]
            .concat(),
    );
    Ok(End::Fine)
}

/// What is erased does not come back, so somebody has to say yes.
fn confirm(args: &args::Erase, what: &str) -> Result<(), Failure> {
    let is_taken = args.files.files.iter().any(|path| is_standard(path));
    let answer = match () {
        () if args.yes => Some(true),
        () if is_taken => None,
        () => ask(&["Erase ", what, " for ever?"].concat()),
    };
    match answer {
        Some(true) => Ok(()),
        Some(false) => Err(usage("nothing was erased")),
        None => Err(usage("there is no terminal to ask on: --yes says that you are sure")),
    }
}

fn usage(why: &str) -> Failure {
    Failure::Usage(why.to_owned())
}

/// A device that is two would fork further (M8), and so would one of whose changes some are elsewhere; nobody writes as
/// the app itself (C6).
fn may_write(union: &Union, device: &DeviceId) -> Result<(), Failure> {
    let log = &union.log;
    let why = match () {
        () if device.is_shipped() => "is the app itself",
        () if log.forks().any(|(forked, _)| forked == device) => "was cloned or restored",
        () if log.last_of(device).is_some_and(|(seq, _)| seq >= MAX_INT) => "has counted as far as it can",
        () if union.has_more_of(device) => "wrote more than the files hold",
        () => return Ok(()),
    };
    Err(Failure::Usage(format!("{device} {why}: give another --device")))
}

/// What is to be erased and is not yet. An erasure can not be erased.
fn named(log: &Log, changes: &[ChangeId], records: &[RecordId]) -> Result<BTreeSet<ChangeId>, Failure> {
    let mut named = gather::set(changes.iter().copied());
    for record in records {
        let view = log.record(record).ok_or_else(|| Failure::Usage(format!("{record} is in none of the files")))?;
        named.extend(view.entries().map(Entry::id));
    }
    if let Some(id) = named.iter().find(|id| log.change(id).is_some_and(Change::is_erasure)) {
        return Err(Failure::Usage(format!("{id} is an erasure, which can not be erased")));
    }
    let erased: BTreeSet<ChangeId> = gather::set(log.changes().flat_map(Change::erases));
    named.retain(|id| !erased.contains(id));
    if named.is_empty() { Err(usage("all of it was erased before; nothing was written")) } else { Ok(named) }
}

fn records_of(log: &Log, changes: &[ChangeId]) -> usize {
    gather::set(changes.iter().filter_map(|id| log.change(id)).map(Change::record)).len()
}

/// Takes the erasures into the set; as a rule there is one. They go on from what the device wrote before (C5).
fn write_erasures(log: &mut Log, all: &[ChangeId], args: &args::Erase, moment: &Moment) -> Result<(), Failure> {
    let mut clock = Clock::default();
    log.changes().for_each(|change| clock.adopt(change.tick(), change.device() == &args.device, moment.ms));
    for ids in all.chunks(AT_ONCE) {
        let name = random_name(&random::<10>()?);
        let record = RecordId::parse(&[ERASURE, "/", &name].concat()).ok_or_else(|| usage("no name was found"))?;
        let last = log.last_of(&args.device);
        let ids = ids.iter().map(|id| id.as_str().into()).collect();
        let erasure = Change::compose(Compose {
            record: &record,
            set: Map::from([
                ("changes".to_owned(), Value::List(ids)),
                ("reason".to_owned(), args.reason.as_str().into()),
            ]),
            over: Map::new(),
            seen: Vec::new(),
            device: &args.device,
            seq: last.map_or(1, |(seq, _)| seq + 1),
            prev: last.map(|(_, id)| id),
            at: &moment.at,
            tick: clock.next(moment.ms),
        });
        log.accept(erasure.map_err(|reason| Failure::Usage(reason.to_string()))?);
    }
    Ok(())
}
