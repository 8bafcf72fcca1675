//! Merging is a union (M1), and the view a pure function of the set.

use crate::law::{ALL_KINDS, law, look, same};
use crate::model;
use crate::render::{render, render_all, render_record};
use crate::tally::Met;
use crate::world::log_of;
use ayni::log::{Entry, Log};
use std::collections::BTreeSet;

/// M1
#[test]
fn m1_it_does_not_matter_who_takes_in_whose_file_first() {
    law("m1_union", ALL_KINDS, |world, dice, tally| {
        let [a, b, c] = [0; 3].map(|_| dice.some(&world.entries));
        let [first, second] = [&a, &b].map(log_of);
        let ab = merged(&first, &[&b]);
        let ba = merged(&second, &[&a]);
        look(&ab, tally);
        same("commutative", &render_all(&ab), &render_all(&ba))?;
        let left = merged(&ab, &[&c]);
        // What the second and third have together, as the file of both brings it.
        let right = merged(&first, &[&dice.shuffled(&[&b[..], &c].concat())]);
        same("associative", &render_all(&left), &render_all(&right))?;
        let again = merged(&left, &[&a, &b, &c]);
        same("idempotent", &render_all(&left), &render_all(&again))
    });
}

/// A set with these besides.
fn merged(one: &Log, others: &[&[Entry]]) -> Log {
    let mut log = one.clone();
    others.iter().flat_map(|other| other.iter()).for_each(|entry| {
        log.accept(entry.clone());
    });
    log
}

/// M1, M3, M4, M5, M6, M8
#[test]
fn m1_to_m8_the_screens_show_what_the_contract_says_in_whatever_order_changes_arrive() {
    law("m1_order", ALL_KINDS, |world, dice, tally| {
        let log = world.log();
        look(&log, tally);
        let expected = render_all(&log);
        same("as the contract says", &render(&log), &model::render(&world.entries))?;
        let twice = [&world.entries[..], &dice.some(&world.entries)].concat();
        same("in another order", &render_all(&log_of(&dice.shuffled(&twice))), &expected)?;
        let back: Vec<Entry> = world.entries.iter().rev().cloned().collect();
        same("backwards", &render_all(&log_of(&back)), &expected)
    });
}

/// M1, M6
#[test]
fn m1_a_change_that_arrives_touches_its_own_record_and_no_other() {
    law("m1_incremental", ALL_KINDS, |world, dice, tally| {
        let order = dice.shuffled(&world.entries);
        let at = dice.below(order.len());
        let mut log = log_of(&order[..at]);
        let entry = order[at].clone();
        // Its own, the one that a stub of the same name stood in, and those of what it erases.
        let mut may_change = BTreeSet::from([entry.record().clone()]);
        may_change.extend(log.entry(&entry.id()).map(|held| held.record().clone()));
        let erased = entry.change().into_iter().flat_map(|change| change.erases());
        for id in erased {
            may_change
                .extend(world.entries.iter().filter(|other| other.id() == id).map(|other| other.record().clone()));
        }
        let others = |log: &Log| {
            let others = log.records().filter(|record| !may_change.contains(record.id()));
            others.map(|record| render_record(&record)).collect::<Vec<_>>().join("\n\n")
        };
        let before = others(&log);
        log.accept(entry);
        same("other records", &before, &others(&log))?;
        same("built anew", &render_all(&log), &render_all(&log_of(&order[..=at])))?;
        order[at + 1..].iter().for_each(|entry| {
            log.accept(entry.clone());
        });
        look(&log, tally);
        same("all of it", &render_all(&log), &render_all(&world.log()))
    });
}

/// M3, M4, M6: promise 1.
#[test]
fn m4_m6_what_was_saved_stays_to_be_found_unless_a_person_had_it_erased() {
    let about = [ALL_KINDS, &[Met::Saved]].concat();
    law("m4_nothing_lost", &about, |world, _, tally| {
        let log = world.log();
        look(&log, tally);
        let changes = || world.entries.iter().filter_map(Entry::change);
        let erased: BTreeSet<_> = changes().flat_map(|change| change.erases()).collect();
        for change in changes() {
            let id = change.id();
            if erased.contains(&id) && !change.is_erasure() {
                let is_stub = log.entry(&id).is_some_and(|entry| entry.stub().is_some());
                is_stub.then_some(()).ok_or_else(|| format!("{id} was erased and is no stub"))?;
                continue;
            }
            let record = log.record(change.record()).ok_or_else(|| format!("the record of {id} is gone"))?;
            if !record.history().iter().any(|other| other.line() == change.line()) {
                return Err(format!("{id} is not in the history"));
            }
            for (field, value) in change.set().iter() {
                tally.met(Met::Saved);
                let shown = record.variants(field);
                let is_shown = shown.iter().any(|variant| variant.ids.contains(&id) && variant.value == *value);
                let is_replaced = record.entries().any(|other| names(other, field, &id));
                if is_shown == is_replaced {
                    return Err(format!("{field} of {id}: shown {is_shown}, replaced {is_replaced}"));
                }
            }
        }
        Ok(())
    });
}

/// Whether an entry says that it replaces this value; a stub says so in its line alone.
fn names(entry: &Entry, field: &str, id: &ayni::log::ChangeId) -> bool {
    match entry.change() {
        Some(change) => change.over(field).contains(id),
        None => {
            let line = ayni::record::json::read(entry.line()).expect("a line is JSON");
            let over = line.member("over").and_then(|over| over.member(field)).and_then(|ids| ids.as_list());
            over.unwrap_or_default().iter().any(|other| other.as_text() == Some(id.as_str()))
        }
    }
}
