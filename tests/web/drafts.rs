//! Drafts in their own database: the latest under each name, on the disk when it says so, or nothing.

use super::refusals::{NO_ROOM, instead_of};
use super::storage::new_name;
use ayni::storage::{DraftDb, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

async fn open(name: &str) -> DraftDb {
    DraftDb::open(name).await.expect("the browser keeps it")
}

fn drafts(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[wasm_bindgen_test]
async fn the_latest_text_under_each_name_is_there_on_the_next_start() {
    let name = new_name("drafts");
    let first = open(&name).await;
    assert_eq!(first.all().await, Ok(vec![]));
    first.keep(&drafts(&[("visit/a", "Hay"), ("visit/b", "ñ 🌽")])).await.expect("there is room");
    first.keep(&drafts(&[("visit/a", "Hay un vivero"), ("visit/c", "c")])).await.expect("there is room");
    first.keep(&drafts(&[("visit/c", ""), ("visit/d", "")])).await.expect("there is room");
    let second = open(&name).await;
    assert_eq!(second.all().await, Ok(drafts(&[("visit/a", "Hay un vivero"), ("visit/b", "ñ 🌽")])));
}

#[wasm_bindgen_test]
async fn drafts_for_which_there_is_no_room_leave_what_was_there() {
    let store = open(&new_name("drafts")).await;
    let before = drafts(&[("visit/a", "Hay")]);
    store.keep(&before).await.expect("there is room");
    let second = [
        "(calls => function (value, key) { if (++calls > 1) throw ",
        NO_ROOM,
        "; return real.call(this, value, key) })(0)",
    ];
    let after = drafts(&[("visit/a", "x"), ("visit/b", "b")]);
    let keeping = instead_of("IDBObjectStore.put", &second.concat(), store.keep(&after)).await;
    assert_eq!(keeping, Err(StoreError::Full("QuotaExceededError: no room".to_owned())));
    assert_eq!(store.all().await, Ok(before));
}
