//! The contract of `tests/storage`, on the two stores that a running app has.

#[path = "../storage/contract.rs"]
pub mod contract;

#[path = "../storage/packing.rs"]
pub mod packing;

#[path = "../storage/photos.rs"]
pub mod photos;

#[path = "../storage/taking_back.rs"]
pub mod taking_back;

use ayni::storage::{IndexedDb, Kept, KeptPhotos, LogStore, Memory, MemoryPhotos, PhotoDb, PhotoStore};
use wasm_bindgen_test::wasm_bindgen_test;

/// A name that no other test and no earlier run has used.
pub fn new_name(test: &str) -> String {
    format!("{test} {} {}", js_sys::Date::now(), js_sys::Math::random())
}

pub async fn open(name: &str) -> IndexedDb {
    IndexedDb::open(name).await.expect("the browser keeps it")
}

mod on_disk {
    use super::*;

    macro_rules! on_disk {
        ($($check:ident)*) => { $(
            #[wasm_bindgen_test]
            async fn $check() {
                let name = new_name(stringify!($check));
                let (one, other) = (Kept::OnDisk(open(&name).await), Kept::OnDisk(open(&name).await));
                contract::$check(&one, &other).await;
            }
        )* };
    }
    contract::on_every_store!(on_disk);
}

mod packed_on_disk {
    use super::*;

    macro_rules! on_disk {
        ($($check:ident)*) => { $(
            #[wasm_bindgen_test]
            async fn $check() {
                let name = new_name(stringify!($check));
                let (one, other) = (Kept::OnDisk(open(&name).await), Kept::OnDisk(open(&name).await));
                packing::$check(&one, &other).await;
            }
        )* };
    }
    packing::on_every_packed_store!(on_disk);
}

mod taken_back_on_disk {
    use super::*;

    macro_rules! on_disk {
        ($($check:ident)*) => { $(
            #[wasm_bindgen_test]
            async fn $check() {
                let name = new_name(stringify!($check));
                let (one, other) = (Kept::OnDisk(open(&name).await), Kept::OnDisk(open(&name).await));
                taking_back::$check(&one, &other).await;
            }
        )* };
    }
    taking_back::on_every_forgiving_store!(on_disk);
}

mod photos_on_disk {
    use super::*;

    macro_rules! on_disk {
        ($($check:ident)*) => { $(
            #[wasm_bindgen_test]
            async fn $check() {
                let name = new_name(stringify!($check));
                let open = async || KeptPhotos::OnDisk(PhotoDb::open(&name).await.expect("the browser keeps it"));
                photos::$check(&open().await, &open().await).await;
            }
        )* };
    }
    photos::on_every_photo_store!(on_disk);
}

#[wasm_bindgen_test]
async fn photos_are_there_on_the_next_visit() {
    let name = new_name("photos");
    let first = PhotoDb::open(&name).await.expect("the browser keeps it");
    photos::a_photo_comes_back_byte_for_byte_with_its_small_picture(&first, &first).await;
    let before = first.held().await;
    drop(first);
    let second = PhotoDb::open(&name).await.expect("the browser keeps it");
    assert_eq!(second.held().await, before);
    let store = KeptPhotos::InMemory(MemoryPhotos::default());
    photos::an_empty_store_holds_no_photo(&store, &store).await;
}

mod in_memory {
    use super::*;

    macro_rules! in_memory {
        ($($check:ident)*) => { $(
            #[wasm_bindgen_test]
            async fn $check() {
                let store = Kept::InMemory(Memory::default());
                contract::$check(&store, &store).await;
            }
        )* };
    }
    contract::on_every_store!(in_memory);
}

#[wasm_bindgen_test]
async fn what_one_visit_wrote_the_next_one_finds() {
    let name = new_name("visits");
    let first = open(&name).await;
    contract::save(&first, &contract::phone(), &["cuatro"]).await;
    first
        .import(&contract::import(&["from a file"], &[contract::quarantined(1, "not a change")]))
        .await
        .expect("imported");
    let before = contract::all_of(&first).await;
    drop(first);
    let second = open(&name).await;
    assert_eq!(contract::all_of(&second).await, before);
    assert_eq!(before.0.len(), 2);
    assert_eq!(contract::save(&second, &contract::phone(), &["cinco"]).await.changes[0].seq(), 2);
}

#[wasm_bindgen_test]
async fn two_databases_know_nothing_of_each_other() {
    let one = open(&new_name("one")).await;
    contract::save(&one, &contract::phone(), &["cuatro"]).await;
    let other = open(&new_name("other")).await;
    contract::an_empty_store_gives_nothing(&other, &other).await;
}
