//! A file carries a set as it is (F1, F3, F4, C2, C3), and confirms no more than its maker holds (F4).

use crate::law::{ALL_KINDS, law, law_of, look, same};
use crate::render::render_all;
use crate::tally::Met;
use crate::world::log_of;
use ayni::exchange::{Contains, Made, acknowledge, read, write_parts};
use ayni::log::{DeviceId, Entry, Have, Log};
use ayni::record::RecordId;
use std::collections::BTreeSet;

/// A file of one part.
pub fn file_of(log: &Log, device: &DeviceId, contains: Contains) -> String {
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo \"Intag\" 🌽", device };
    write_parts(log, &made, contains, &[]).remove(0)
}

pub fn desk() -> DeviceId {
    DeviceId::parse("desk000000").expect("a fitting device")
}

/// F1, F3, C2, C3
#[test]
fn f1_f3_c2_what_goes_into_a_file_comes_out_byte_for_byte_known_or_not() {
    law("f1_export_import", ALL_KINDS, |world, _, tally| {
        let log = world.log();
        look(&log, tally);
        let file = file_of(&log, &desk(), Contains::Everything);
        let lines: BTreeSet<&str> = file.lines().map(|line| line.trim_end_matches(',')).collect();
        if let Some(entry) = log.entries().find(|entry| !lines.contains(entry.line())) {
            return Err(format!("{} stands on no line of its own", entry.id()));
        }
        let parcel = read(file.as_bytes()).map_err(|refused| refused.to_string())?;
        if !(parcel.damaged.is_empty() && parcel.notes.is_empty() && parcel.entries.len() == log.len()) {
            return Err(format!("{:?} {:?} {}", parcel.damaged, parcel.notes, parcel.entries.len()));
        }
        if parcel.header.have != log.have() {
            return Err("the header does not say what is held".to_owned());
        }
        same("read back", &render_all(&log_of(&parcel.entries)), &render_all(&log))
    });
}

/// M1: the same changes, however they are spread over files, some of them in several.
#[test]
fn m1_it_does_not_matter_in_how_many_files_the_changes_come() {
    // Who makes a file leaves out a stub that gave way, so stubs made by hand are another matter.
    let about: Vec<Met> = without_stubs_by_hand();
    law_of(
        "m1_partition",
        &about,
        |kind| !matches!(kind, 15 | 16),
        |world, dice, tally| {
            let mut parts: Vec<Vec<Entry>> = vec![Vec::new(); 1 + dice.below(5)];
            for entry in &world.entries {
                for _ in 0..=dice.below(2) {
                    let part = dice.below(parts.len());
                    parts[part].push(entry.clone());
                }
            }
            let mut log = Log::new();
            for part in parts {
                let file = file_of(&log_of(&part), &desk(), Contains::Everything);
                let parcel = read(file.as_bytes()).map_err(|refused| refused.to_string())?;
                parcel.entries.into_iter().for_each(|entry| {
                    log.accept(entry);
                });
            }
            look(&log, tally);
            same("from files", &render_all(&log), &render_all(&world.log()))
        },
    );
}

fn without_stubs_by_hand() -> Vec<Met> {
    ALL_KINDS.iter().copied().filter(|kind| !matches!(kind, Met::UnnamedStub | Met::DifferingStub)).collect()
}

/// F3, F4: also with phones that were cloned.
#[test]
fn f3_f4_a_file_of_what_is_new_brings_the_same_as_a_file_of_everything() {
    let about = [&without_stubs_by_hand()[..], &[Met::SentAgain]].concat();
    law_of(
        "f4_new_since",
        &about,
        |kind| !matches!(kind, 15 | 16),
        |world, dice, tally| {
            let sender = if dice.once_in(2) { world.log() } else { world.some_device(dice) };
            let receiver = world.some_device(dice);
            look(&sender, tally);
            let have = receiver.have();
            let with = |contains: Contains| {
                let file = file_of(&sender, &desk(), contains);
                let parcel = read(file.as_bytes()).map_err(|refused| refused.to_string())?;
                let mut log = receiver.clone();
                let count = parcel.entries.len();
                parcel.entries.into_iter().for_each(|entry| {
                    log.accept(entry);
                });
                Ok::<_, String>((render_all(&log), count))
            };
            let (all, everything) = with(Contains::Everything)?;
            let (new, some) = with(Contains::NewSince(&have, &[]))?;
            tally.add(Met::SentAgain, usize::from(some < everything));
            same("what is new", &new, &all)
        },
    );
}

/// F4: promise 4. Also where the set goes on growing after the file came back.
#[test]
fn f4_nothing_counts_as_safe_elsewhere_that_is_not_there() {
    // A stub made by hand can say of a change that it is another device's; who erases what was confirmed loses no work.
    let about = [Met::NewlySafe, Met::NotSafe, Met::Fork];
    law_of(
        "f4_acknowledged",
        &about,
        |kind| !matches!(kind, 15 | 16),
        |world, dice, tally| {
            let (own, maker) = (world.some_device(dice), world.some_device(dice));
            look(&own, tally);
            let file = file_of(&maker, &desk(), Contains::Everything);
            let parcel = read(file.as_bytes()).map_err(|refused| refused.to_string())?;
            let mut safe = Have::new();
            let phone = DeviceId::parse("phone00000").expect("a fitting device");
            acknowledge(&mut safe, &parcel.header, &phone, &own);
            for log in [own, world.log()] {
                let open: BTreeSet<&RecordId> = log
                    .records()
                    .map(|view| view.id())
                    .filter(|record| !log.is_covered_by(record.as_str(), &safe))
                    .collect();
                for change in log.changes() {
                    if open.contains(change.record()) {
                        tally.met(Met::NotSafe);
                    } else if maker.contains(&change.id()) {
                        tally.met(Met::NewlySafe);
                    } else {
                        return Err(format!("{} is not in the file", change.line()));
                    }
                }
            }
            Ok(())
        },
    );
}
