//! Joining rows: what every store does with many small ones.

use super::contract::{all_of, import, phone, quarantined, rows, save};
use ayni::log::{Change, Stub};
use ayni::storage::{Import, LogStore};

macro_rules! on_every_packed_store {
    ($run:ident) => {
        $run! {
            many_small_rows_become_few_and_say_the_same
            who_had_read_some_of_the_rows_that_were_joined_misses_none
            saving_importing_and_erasing_go_on_after_rows_were_joined
        }
    };
}
pub(crate) use on_every_packed_store;

/// So many that they are worth being joined.
const MANY: u32 = 100;

/// A hundred Saves and a long row in the middle; gives all lines.
async fn write_many<S: LogStore>(store: &S) -> String {
    let long = "maíz ".repeat(60_000);
    for number in 1..=MANY {
        save(store, &phone(), &[&format!("visita {number}"), "y su acuerdo"]).await;
        if number == MANY / 2 {
            store.import(&import(&[&long], &[quarantined(2, "no change")])).await.expect("imported");
        }
    }
    lines(store, 0).await
}

async fn lines<S: LogStore>(store: &S, after: u32) -> String {
    rows(store, after).await.into_iter().map(|row| row.lines).collect::<Vec<_>>().join("\n")
}

pub async fn many_small_rows_become_few_and_say_the_same<S: LogStore>(one: &S, other: &S) {
    assert_eq!(one.pack().await, Ok(0), "there is nothing to join");
    save(one, &phone(), &["the first"]).await;
    assert_eq!(one.pack().await, Ok(0), "few rows stay as they are");
    let before = write_many(one).await;
    let (_, quarantine, writers) = all_of(one).await;
    let gone = one.pack().await.expect("joined");
    assert!(gone > 90, "{gone} rows went");
    let after = rows(other, 0).await;
    assert_eq!(after.len() + gone, 102);
    assert_eq!(after.last().map(|row| row.number), Some(102), "the last row keeps its number");
    assert_eq!(lines(other, 0).await, before, "the same lines in the same order");
    assert_eq!(all_of(other).await.1, quarantine);
    assert_eq!(all_of(other).await.2, writers, "numbers go on");
    assert_eq!(other.pack().await, Ok(0), "what was joined is not joined again");
}

pub async fn who_had_read_some_of_the_rows_that_were_joined_misses_none<S: LogStore>(one: &S, other: &S) {
    let before = write_many(one).await;
    let mut read = Vec::new();
    for seen in 0..=101 {
        read.push((seen, lines(other, seen).await));
    }
    one.pack().await.expect("joined");
    for (seen, missing) in read {
        let now = lines(other, seen).await;
        assert!(now.ends_with(&missing), "what came after row {seen} is there");
        assert!(before.ends_with(&now), "and nothing that was not there before");
    }
}

pub async fn saving_importing_and_erasing_go_on_after_rows_were_joined<S: LogStore>(one: &S, other: &S) {
    write_many(one).await;
    one.pack().await.expect("joined");
    let saved = save(other, &phone(), &["después"]).await;
    assert_eq!(saved.row, MANY + 2, "rows are numbered on");
    assert_eq!(saved.changes[0].seq(), i64::from(2 * MANY + 1));
    let all = lines(one, 0).await;
    let erased = Change::read(all.lines().next().expect("a line")).expect("a change");
    let stub = Stub::of(&erased);
    let line = stub.line().to_owned();
    let erasing = Import { lines: vec!["an erasure"], erased: vec![stub], ..Import::default() };
    assert_eq!(one.import(&erasing).await, Ok(Some(MANY + 3)));
    let now = lines(other, 0).await;
    assert!(!now.contains(erased.line()) && now.contains(&line), "M6 reaches into joined rows");
    assert_eq!(now.lines().count(), all.lines().count() + 1);
}
