//! The browser fails at each call of its store in turn: what is there afterwards, opened anew, is the state before or the state
//! after, never one between.

use super::refusals::instead_of;
use super::storage::contract::{all_of, import, next, phone, quarantined, save};
use super::storage::{new_name, open};
use ayni::log::{Change, Stub};
use ayni::storage::{Import, IndexedDb, LogStore, StoreError};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Every function of the browser's store that the app calls while it works.
const PLACES: [&str; 9] = [
    "IDBDatabase.transaction",
    "IDBTransaction.objectStore",
    "IDBTransaction.commit",
    "IDBObjectStore.add",
    "IDBObjectStore.put",
    "IDBObjectStore.get",
    "IDBObjectStore.getAll",
    "IDBObjectStore.getAllKeys",
    "IDBObjectStore.delete",
];

/// The ways to fail: it refuses at once; the request is made and the whole is given up after it; it works, and the answer is lost.
const WAYS: [(&str, &str); 3] = [
    ("refused", "throw new DOMException('no', 'UnknownError')"),
    (
        "given up after it",
        "{ const done = real.apply(this, asked); (this.abort ? this : this.transaction)?.abort?.(); return done }",
    ),
    (
        "closed",
        "{ (this.close ? this : (this.transaction ?? this).db ?? this.objectStore?.transaction.db)?.close?.(); return real.apply(this, asked) }",
    ),
];

#[derive(Clone, Copy, Debug)]
enum Doing {
    Saving,
    Importing,
    Packing,
    Erasing,
}

async fn act(store: &IndexedDb, doing: Doing, erased: &Change) -> Result<(), StoreError> {
    let device = phone();
    match doing {
        Doing::Saving => store.save(&device, |writer| next(&device, writer, &["una", "dos"])).await.map(drop),
        Doing::Importing => {
            let import = import(&["one line", "another"], &[quarantined(3, "odd"), quarantined(4, "odder")]);
            store.import(&import).await.map(drop)
        }
        Doing::Packing => store.pack().await.map(drop),
        Doing::Erasing => {
            let erasing = Import { lines: vec!["an erasure"], erased: vec![Stub::of(erased)], ..Import::default() };
            store.import(&erasing).await.map(drop)
        }
    }
}

/// A store with so many rows, of which the first is to be erased.
async fn filled(rows: usize) -> (String, Change) {
    let name = new_name("faults");
    let store = open(&name).await;
    let device = phone();
    let first = save(&store, &device, &["con su nombre"]).await.changes.remove(0);
    let damaged = first.line().replace("nombre", "n0mbre");
    store.import(&import(&["a line"], &[quarantined(1, &damaged)])).await.expect("imported");
    for number in 2..rows {
        save(&store, &device, &[&format!("visita {number}")]).await;
    }
    (name, first)
}

/// Tries one way of failing at each call in turn, until a run meets no further call. Gives how many calls failed, and after how
/// many of them the state was the one after.
async fn at_every_call(doing: Doing, rows: usize, place: &str, way: &str, told: &str) -> (u32, u32) {
    let (mut met, mut done) = (0, 0);
    for call in 1.. {
        let (name, erased) = filled(rows).await;
        let store = open(&name).await;
        let before = all_of(&store).await;
        js_sys::eval("window.failed = false").expect("a script");
        let fails = format!(
            "(calls => function (...asked) {{ if (++calls === {call}) {{ window.failed = true; {way} }} return real.apply(this, asked) }})(0)"
        );
        let outcome = instead_of(place, &fails, act(&store, doing, &erased)).await;
        if !js_sys::eval("window.failed").is_ok_and(|failed| failed.is_truthy()) {
            assert_eq!(outcome, Ok(()), "{doing:?} without a fault");
            return (met, done);
        }
        met += 1;
        drop(store);
        let after = all_of(&open(&name).await).await;
        let told = format!("{doing:?}, {told} at call {call} of {place}");
        if after != before {
            done += 1;
            is_whole(doing, &before, &after, &told);
            continue;
        }
        assert!(outcome.is_err(), "{told}: called done, and nothing is there");
        let store = open(&name).await;
        act(&store, doing, &erased).await.unwrap_or_else(|error| panic!("{told}, tried again: {error}"));
        is_whole(doing, &before, &all_of(&store).await, &told);
    }
    (met, done)
}

type State = (Vec<ayni::storage::Row>, Vec<ayni::storage::Quarantined>, [ayni::storage::Writer; 2]);

/// The state after, with all of it.
fn is_whole(doing: Doing, before: &State, after: &State, told: &str) {
    let lines = |state: &State| state.0.iter().flat_map(|row| row.lines.lines()).map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(before), lines(after));
    match doing {
        Doing::Saving => {
            assert_eq!(new.len(), old.len() + 2, "{told}");
            assert!(new.starts_with(&old), "{told}");
            assert_eq!(after.2[0].seq, before.2[0].seq + 2, "{told}");
            let last = new.last().and_then(|line| Change::read(line).ok()).map(|change| change.id());
            assert_eq!(after.2[0].tip, last, "{told}");
        }
        Doing::Importing => {
            assert_eq!(new, [old, vec!["one line".to_owned(), "another".to_owned()]].concat(), "{told}");
            assert_eq!(after.1.len(), before.1.len() + 2, "{told}");
            assert_eq!(after.2, before.2, "{told}");
        }
        Doing::Packing => {
            assert_eq!(new, old, "{told}");
            assert!(after.0.len() < before.0.len(), "{told}");
            assert_eq!((&after.1, &after.2), (&before.1, &before.2), "{told}");
        }
        Doing::Erasing => {
            assert_eq!(new.len(), old.len() + 1, "{told}");
            assert!(!new.iter().any(|line| line.contains("con su nombre")), "{told}");
            assert!(after.1.is_empty(), "{told}");
            assert_eq!(after.2, before.2, "{told}");
        }
    }
}

async fn everywhere(doing: Doing, rows: usize) {
    let (mut met, mut done) = (0, 0);
    for place in PLACES {
        for (told, way) in WAYS {
            let (failed, written) = at_every_call(doing, rows, place, way, told).await;
            met += failed;
            done += written;
        }
    }
    console_log!("met by faults: {doing:?} failed at {met} calls, and was whole all the same after {done}");
    assert!(met >= 10, "{doing:?} met {met} calls only");
}

#[wasm_bindgen_test]
async fn a_save_that_fails_at_any_call_is_there_whole_or_not_at_all() {
    everywhere(Doing::Saving, 3).await;
}

#[wasm_bindgen_test]
async fn an_import_that_fails_at_any_call_is_there_whole_or_not_at_all() {
    everywhere(Doing::Importing, 3).await;
}

#[wasm_bindgen_test]
async fn rows_whose_joining_fails_at_any_call_say_the_same() {
    everywhere(Doing::Packing, 66).await;
}

#[wasm_bindgen_test]
async fn an_erasing_that_fails_at_any_call_is_done_everywhere_or_nowhere() {
    everywhere(Doing::Erasing, 3).await;
}
