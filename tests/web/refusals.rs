//! What a browser may refuse, and what "saved" means there. The browser's own functions are stood in for while it lasts.

use super::storage::contract::{all_of, import, next, phone, quarantined, save};
use super::storage::{new_name, open};
use ayni::log::sha256_hex;
use ayni::storage::{IndexedDb, Kept, LogStore, NewPhoto, PhotoDb, PhotoError, PhotoStore, StoreError};
use indexed_db_futures::database::Database;
use js_sys::{Array, Function, Reflect};
use std::future::Future;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

pub const NO_ROOM: &str = "new DOMException('no room', 'QuotaExceededError')";

#[wasm_bindgen_test]
async fn no_room_is_called_so_and_nothing_is_written() {
    let no_room_now = ["function () { throw ", NO_ROOM, " }"].concat();
    // A browser may find it out only when all requests went well and the whole is to be written.
    let no_room_at_last =
        ["function () { Object.defineProperty(this, 'error', { value: ", NO_ROOM, " }); this.abort() }"];
    let no_room_at_last = no_room_at_last.concat();
    for (place, stand_in) in [
        ("IDBObjectStore.add", &no_room_now),
        ("IDBObjectStore.put", &no_room_now),
        ("IDBTransaction.commit", &no_room_at_last),
    ] {
        let store = open(&new_name("no room")).await;
        save(&store, &phone(), &["cuatro"]).await;
        let before = all_of(&store).await;
        let device = phone();
        let saving = store.save(&device, |writer| next(&device, writer, &["cinco"]));
        let saved = instead_of(place, stand_in, saving).await;
        assert_eq!(saved, Err(StoreError::Full("QuotaExceededError: no room".to_owned())), "{place}");
        if place != "IDBObjectStore.put" {
            let imported = instead_of(place, stand_in, store.import(&import(&["a line"], &[]))).await;
            assert_eq!(imported, Err(StoreError::Full("QuotaExceededError: no room".to_owned())), "{place}");
        }
        assert_eq!(all_of(&store).await, before, "{place}");
        save(&store, &phone(), &["with room again"]).await;
    }
}

/// What is tried to be kept, and what is held afterwards.
async fn keeping_a_photo(store: &PhotoDb, place: &str, stand_in: &str) -> (Result<(), PhotoError>, usize) {
    let name = sha256_hex(b"a photo");
    let photo = [NewPhoto { sha256: &name, bytes: b"a photo", thumbnail: b"small", made_at: 5 }];
    let kept = instead_of(place, stand_in, store.keep(&photo)).await;
    (kept, store.held().await.expect("it can be read").len())
}

#[wasm_bindgen_test]
async fn a_photo_for_which_there_is_no_room_leaves_nothing_behind() {
    let store = PhotoDb::open(&new_name("photos")).await.expect("the browser keeps it");
    let no_room = PhotoError::Full("QuotaExceededError: no room".to_owned());
    let now = ["function () { throw ", NO_ROOM, " }"].concat();
    let third = "(calls => function (value, key) { if (++calls > 2) throw new DOMException('no room', 'QuotaExceededError'); return real.call(this, value, key) })(0)";
    let at_last =
        ["function () { Object.defineProperty(this, 'error', { value: ", NO_ROOM, " }); this.abort() }"].concat();
    for (place, stand_in) in
        [("IDBObjectStore.put", now.as_str()), ("IDBObjectStore.put", third), ("IDBTransaction.commit", &at_last)]
    {
        assert_eq!(keeping_a_photo(&store, place, stand_in).await, (Err(no_room.clone()), 0), "{place}");
    }
    assert_eq!(keeping_a_photo(&store, "IDBObjectStore.clear", "real").await, (Ok(()), 1), "with room again");
}

#[wasm_bindgen_test]
async fn a_photo_that_is_read_back_differently_is_not_called_stored_and_thrown_away() {
    let store = PhotoDb::open(&new_name("photos")).await.expect("the browser keeps it");
    let damages = "function (value, key) {
        if (value instanceof ArrayBuffer) new Uint8Array(value)[0] ^= 1;
        return real.call(this, value, key);
    }";
    assert_eq!(keeping_a_photo(&store, "IDBObjectStore.put", damages).await, (Err(PhotoError::Differs), 0));
}

#[wasm_bindgen_test]
async fn an_import_that_breaks_off_half_way_leaves_nothing() {
    let store = open(&new_name("half an import")).await;
    save(&store, &phone(), &["cuatro"]).await;
    let before = all_of(&store).await;
    let third_fails =
        "(calls => function (value) { if (++calls > 2) throw new Error('broken'); return real.call(this, value) })(0)";
    let bad = [quarantined(2, "one"), quarantined(3, "two")];
    let imported = instead_of("IDBObjectStore.add", third_fails, store.import(&import(&["a line"], &bad))).await;
    assert!(matches!(imported, Err(StoreError::Failed(_))), "{imported:?}");
    assert_eq!(all_of(&store).await, before);
}

#[wasm_bindgen_test]
async fn saved_is_said_only_when_the_browser_says_that_it_is_on_the_disk() {
    let store = open(&new_name("durable")).await;
    // Notes how each transaction was asked for and when it was complete.
    let noted = "function (stores, mode, options) {
        const transaction = real.call(this, stores, mode, options);
        const note = text => (window.noted ??= []).push(text);
        if (mode !== 'readwrite') return transaction;
        note(mode + ' ' + options?.durability);
        transaction.addEventListener('complete', () => note('complete'));
        return transaction;
    }";
    let notes = || {
        let notes = Reflect::get(&js_sys::global(), &"noted".into()).expect("the window");
        let texts = Array::from(&notes).iter().filter_map(|note| note.as_string()).collect::<Vec<_>>();
        Reflect::set(&js_sys::global(), &"noted".into(), &Array::new()).expect("the window");
        texts
    };
    instead_of("IDBDatabase.transaction", noted, save(&store, &phone(), &["cuatro"])).await;
    assert_eq!(notes(), ["readwrite strict", "complete"]);
    instead_of("IDBDatabase.transaction", noted, store.import(&import(&["a line"], &[]))).await.expect("imported");
    assert_eq!(notes(), ["readwrite strict", "complete"]);
}

#[wasm_bindgen_test]
async fn what_the_browser_wrote_differently_is_not_called_saved() {
    // Half of each row is lost on the way; the browser says nothing of it.
    let loses = "function (value, ...more) { return real.call(this, value.slice(0, value.length / 2), ...more) }";
    let store = open(&new_name("differs")).await;
    let device = phone();
    let saving = store.save(&device, |writer| next(&device, writer, &["cinco"]));
    assert_eq!(instead_of("IDBObjectStore.add", loses, saving).await, Err(StoreError::Differs));
    let importing = instead_of("IDBObjectStore.add", loses, store.import(&import(&["a line"], &[]))).await;
    assert_eq!(importing, Err(StoreError::Differs));
    save(&store, &device, &["again"]).await;
}

#[wasm_bindgen_test]
async fn a_store_that_the_browser_closed_is_opened_again_and_nothing_is_missing() {
    let store = open(&new_name("closed under us")).await;
    save(&store, &phone(), &["cuatro"]).await;
    let before = all_of(&store).await;
    // The first transaction finds the database closed, as after a while out of view.
    let closes = "(isClosed => function (...asked) {
        if (!isClosed) { isClosed = true; this.close(); }
        return real.apply(this, asked);
    })(false)";
    assert_eq!(instead_of("IDBDatabase.transaction", closes, all_of(&store)).await, before);
    let saved = instead_of("IDBDatabase.transaction", closes, save(&store, &phone(), &["cinco"])).await;
    assert_eq!(saved.row, 2);
    let imported = instead_of("IDBDatabase.transaction", closes, store.import(&import(&["a line"], &[]))).await;
    assert_eq!(imported, Ok(Some(3)));
    assert_eq!(all_of(&store).await.0.len(), 3);
}

#[wasm_bindgen_test]
async fn a_store_that_is_lost_while_it_is_read_is_read_again() {
    let store = open(&new_name("lost while reading")).await;
    save(&store, &phone(), &["cuatro"]).await;
    let before = all_of(&store).await;
    let breaks = "(calls => function (...asked) {
        if (++calls === 1) throw new DOMException('connection lost', 'UnknownError');
        return real.apply(this, asked);
    })(0)";
    for place in ["IDBObjectStore.getAll", "IDBObjectStore.getAllKeys", "IDBObjectStore.get"] {
        assert_eq!(instead_of(place, breaks, all_of(&store)).await, before, "{place}");
    }
}

#[wasm_bindgen_test]
async fn a_newer_version_need_not_wait_for_an_older_one_which_then_only_reads() {
    let name = new_name("older beside newer");
    let older = open(&name).await;
    save(&older, &phone(), &["cuatro"]).await;
    let before = all_of(&older).await;
    let newer = Database::open(name.as_str()).with_version(2_u32).await.expect("nobody holds it back");
    let device = phone();
    let saved = older.save(&device, |writer| next(&device, writer, &["cinco"])).await;
    assert!(matches!(saved, Err(StoreError::Newer(_))), "{saved:?}");
    let reader = IndexedDb::open_newer(&name).await.expect("it can be read");
    assert_eq!(all_of(&reader).await, before);
    let reader = Kept::ReadOnly(reader);
    let saved = reader.save(&device, |writer| next(&device, writer, &["cinco"])).await;
    assert!(matches!(saved, Err(StoreError::Newer(_))), "{saved:?}");
    assert!(matches!(reader.import(&import(&["a line"], &[])).await, Err(StoreError::Newer(_))));
    assert!(matches!(reader.pack().await, Err(StoreError::Newer(_))));
    assert_eq!(all_of(&reader).await, before);
    assert_eq!(newer.version(), 2.0);
}

#[wasm_bindgen_test]
async fn a_store_that_the_browser_closed_for_good_fails_and_does_not_end_the_app() {
    let store = open(&new_name("closed")).await;
    let closed = "function () { throw new DOMException('it is closing', 'InvalidStateError') }";
    let read = instead_of("IDBDatabase.transaction", closed, store.rows(0)).await;
    assert!(matches!(read, Err(StoreError::Failed(_))), "{read:?}");
    let written = instead_of("IDBDatabase.transaction", closed, store.import(&import(&["a line"], &[]))).await;
    assert!(matches!(written, Err(StoreError::Failed(_))), "{written:?}");
}

#[wasm_bindgen_test]
async fn a_store_of_a_newer_version_is_called_so_and_left_alone() {
    let name = new_name("newer");
    let newer = Database::open(name.as_str()).with_version(9_u32).await.expect("made by a newer version");
    let opened = IndexedDb::open(&name).await.map(|_| ());
    assert!(matches!(opened, Err(StoreError::Newer(_))), "{opened:?}");
    assert_eq!(newer.version(), 9.0);
}

#[wasm_bindgen_test]
async fn where_the_browser_gives_no_storage_that_is_what_is_said() {
    let refused = "function () { throw new DOMException('site data are blocked', 'SecurityError') }";
    let opened = instead_of("IDBFactory.open", refused, IndexedDb::open(&new_name("refused"))).await.map(|_| ());
    assert!(matches!(opened, Err(StoreError::Blocked(_))), "{opened:?}");
    for none in ["null", "undefined"] {
        let gone = format!("Object.defineProperty(window, 'indexedDB', {{ value: {none}, configurable: true }})");
        run("window.real = Object.getOwnPropertyDescriptor(window, 'indexedDB')");
        run(&gone);
        let opened = IndexedDb::open(&new_name("gone")).await.map(|_| ());
        run("Object.defineProperty(window, 'indexedDB', window.real)");
        assert!(matches!(opened, Err(StoreError::Blocked(_))), "{none}: {opened:?}");
    }
}

/// What was written before may still be there, so it must not look like a browser that keeps nothing.
#[wasm_bindgen_test]
async fn a_store_that_is_there_and_can_not_be_opened_is_not_taken_for_none() {
    for name in ["UnknownError", "AbortError"] {
        let error = format!("new DOMException('', '{name}')");
        let broken =
            format!("function () {{ return {{ error: {error}, set onerror(tell) {{ queueMicrotask(tell) }} }} }}");
        let opened = instead_of("IDBFactory.open", &broken, IndexedDb::open(&new_name("broken"))).await.map(|_| ());
        assert!(matches!(opened, Err(StoreError::Failed(_))), "{name}: {opened:?}");
    }
}

/// Puts `stand_in` in the place of the browser's own function (`real` to the stand-in) for as long as `work` takes.
pub async fn instead_of<T>(place: &str, stand_in: &str, work: impl Future<Output = T>) -> T {
    let real = run(&format!("return {place_of}", place_of = place.replace('.', ".prototype.")));
    let made = Function::new_with_args("real", &format!("return {stand_in}")).call1(&JsValue::NULL, &real);
    let (interface, function) = place.split_once('.').expect("an interface and its function");
    let prototype = run(&format!("return {interface}.prototype"));
    let put = |it: &JsValue| Reflect::set(&prototype, &function.into(), it).expect("it can be replaced");
    put(&made.expect("the stand-in is a function"));
    let done = work.await;
    put(&real);
    done
}

fn run(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).expect("the script runs")
}
