//! What a preview tells is what happens (I1, I5), and what it hands to the store is all that a reload needs.

use crate::files::{desk, file_of};
use crate::law::{ALL_KINDS, law, look, same};
use crate::render::render_all;
use crate::tally::Met;
use crate::world::log_of;
use ayni::exchange::{Asks, Contains, preview, read};
use ayni::log::{Entry, Log, RecordView};
use ayni::storage::{Import, LogStore, Memory};
use std::collections::BTreeSet;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Memory never waits, so one look is enough.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("a store in memory has nothing to wait for"),
    }
}

/// I1, I5, M6
#[test]
fn i1_i5_an_import_does_what_its_preview_told_and_is_there_after_a_reload() {
    let about = [ALL_KINDS, &[Met::Known]].concat();
    law("i1_preview", &about, |world, dice, tally| {
        let store = Memory::default();
        let mut before = Log::new();
        for entry in dice.some(&world.entries) {
            if before.accept(entry.clone()) {
                let stubs = before.entries().filter_map(Entry::stub).cloned().collect();
                let line =
                    before.entry(&entry.id()).filter(|_| entry.change().is_some()).map_or(entry.line(), Entry::line);
                let import = Import { lines: vec![line], erased: stubs, ..Import::default() };
                at_once(store.import(&import)).map_err(|error| error.to_string())?;
            }
        }
        let files: Vec<String> = (0..1 + dice.below(2))
            .map(|_| file_of(&log_of(&dice.some(&world.entries)), &desk(), Contains::Everything))
            .collect();
        let parcels: Vec<_> = files.iter().map(|file| read(file.as_bytes()).expect("our own file")).collect();
        let found = preview(&before, parcels.iter().map(|parcel| ("a.json".to_owned(), Ok(parcel.clone()))).collect());

        let mut after = before.clone();
        let entries = || parcels.iter().flat_map(|parcel| &parcel.entries);
        let new = entries().filter(|entry| after.accept(Entry::clone(entry))).count();
        look(&after, tally);
        tally.add(Met::Known, found.total.known);
        let told = &found.total;
        let numbers =
            |counts: [usize; 7]| format!("new, known, erased, conflicts, binned, new and changed records: {counts:?}");
        let erased = before.changes().filter(|change| after.change(&change.id()).is_none()).count();
        let conflicts = after.records().map(|record| {
            let held: Vec<String> =
                before.record(record.id()).iter().flat_map(|held| held.conflicts()).map(|c| c.field).collect();
            record.conflicts().iter().filter(|conflict| !held.contains(&conflict.field)).count()
        });
        let is_binned = |log: &Log, id| log.record(id).is_some_and(|record| record.is_binned());
        let binned = after.records().filter(|record| record.is_binned() && !is_binned(&before, record.id())).count();
        let (old, fresh): (Vec<_>, Vec<_>) = after.records().partition(|record| before.record(record.id()).is_some());
        let changed =
            old.iter().filter(|record| before.record(record.id()).is_none_or(|held| lines(&held) != lines(record)));
        let known = entries().count() - new;
        let real = [new, known, erased, conflicts.sum(), binned, fresh.len(), changed.count()];
        let said =
            [told.new, told.known, told.erased, told.conflicts, told.binned, told.new_records, told.changed_records];
        same("the preview", &numbers(said), &numbers(real))?;
        if (erased > 0) != matches!(found.asks(), Some(Asks::Erases(_))) {
            return Err("erasing has to be asked for".to_owned());
        }

        let lines = found.entries.iter().map(Entry::line).collect();
        let import = Import { lines, erased: found.erases.clone(), ..Import::default() };
        at_once(store.import(&import)).map_err(|error| error.to_string())?;
        let rows = at_once(store.rows(0)).map_err(|error| error.to_string())?;
        let (reloaded, rejected) = Log::from_lines(rows.iter().flat_map(|row| row.lines.lines()));
        if !rejected.is_empty() {
            return Err(format!("{rejected:?}"));
        }
        let erased: BTreeSet<_> = after.changes().flat_map(|change| change.erases()).collect();
        for row in rows.iter().flat_map(|row| row.lines.lines()) {
            let entry = Entry::read(row).map_err(|error| error.to_string())?;
            if entry.change().is_some_and(|change| erased.contains(&change.id()) && !change.is_erasure()) {
                return Err(format!("erased, and still kept: {row}"));
            }
        }
        same("reloaded", &render_all(&reloaded), &render_all(&after))
    });
}

/// All that is held of a record.
fn lines<'a>(record: &RecordView<'a>) -> BTreeSet<&'a str> {
    record.entries().map(Entry::line).collect()
}
