//! Days on which the store itself loses something, is full, or belongs to a newer version: one is told, nothing is lost in silence.

use crate::photos::Folder;
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, device, join, new_visit, save, save_file};
use serde_json::json;

/// Takes away the rows of these numbers, and forgets who wrote what.
const LOSE_ROWS: &str = "
    const numbers = arguments[0];
    return new Promise((done, failed) => {
        const open = indexedDB.open('ayni');
        open.onerror = failed;
        open.onsuccess = () => {
            const writing = open.result.transaction(['rows', 'writers'], 'readwrite');
            numbers.forEach(number => writing.objectStore('rows').delete(number));
            writing.objectStore('writers').clear();
            writing.oncomplete = () => { open.result.close(); done(); };
        };
    });";

fn listed(browser: &Browser) -> usize {
    browser.open("#/visits");
    browser.wait_for(&at("record-row"));
    browser.texts_of(&at("record-row")).len()
}

#[test]
fn a_store_that_comes_back_with_less_raises_an_alarm_and_what_is_left_can_be_saved_first() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        for purpose in ["Ver el vivero", "Ver el tostado", "Ver el molino"] {
            new_visit(&phone, purpose);
        }
        let earlier = save_file(&phone);
        // The first row says who one is; the second is the first visit.
        phone.run_js(LOSE_ROWS, &[json!([2, 3])]);
        phone.reload();
        phone.wait_for(&at("store-lacks"));
        phone.wait_text("Faltan 2 cambios que estaban guardados en este teléfono.");
        assert_eq!(phone.texts_of(".empty, [data-test=record-row], [data-test=new-visit]"), [""; 0]);
        assert_eq!(phone.texts_of(&at("go-on")), [""; 0], "not before what is there was saved");
        // It is said until somebody says that they know.
        phone.reload();
        phone.wait_for(&at("store-lacks"));
        phone.click(&at("save-all"));
        let left = phone.wait_download();
        phone.wait_for(&at("save-all-result"));
        assert!(std::fs::read_to_string(left).is_ok_and(|file| file.contains("Ver el molino")));
        phone.click(&at("go-on"));
        phone.wait_gone(&at("store-lacks"));
        assert_eq!(listed(&phone), 1);
        join(&phone, &[&earlier]);
        assert_eq!(listed(&phone), 3, "the last shared file brings back what is missing");
        new_visit(&phone, "Ver la feria");
        phone.reload();
        assert_eq!(listed(&phone), 4);
        phone.wait_gone("[role=alert]");
    });
}

#[test]
fn an_empty_store_where_there_were_records_is_no_empty_list() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        new_visit(&desk, "To see the nursery");
        let before = device(&desk);
        desk.run_js(LOSE_ROWS, &[json!([1, 2])]);
        desk.reload();
        desk.wait_for(&at("store-lacks"));
        desk.wait_text("2 changes that were saved on this computer are missing.");
        desk.click(&at("save-all"));
        desk.wait_text("Nothing is left that could be put into a file.");
        desk.click(&at("go-on"));
        desk.wait_gone(&at("store-lacks"));
        assert_ne!(device(&desk), before, "the lost changes had the numbers that come next");
        new_visit(&desk, "To see the roast");
        assert_eq!(listed(&desk), 1);
    });
}

#[test]
fn what_is_cleared_while_the_app_is_open_is_written_again_by_the_app() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        new_visit(&phone, "Ver el vivero");
        new_visit(&phone, "Ver el tostado");
        let clear = "return new Promise((done, failed) => {
            const gone = indexedDB.deleteDatabase('ayni');
            gone.onsuccess = () => done(true);
            gone.onerror = gone.onblocked = failed;
        })";
        assert_eq!(phone.run_js(clear, &[]), json!(true));
        // The next thing one does finds it out: here, opening a list.
        phone.open("#/visits");
        phone.wait_for(&at("written-again"));
        phone.reload();
        assert_eq!(listed(&phone), 2);
        phone.wait_gone("[role=alert]");

        // And here, a Save.
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el molino");
        assert_eq!(phone.run_js(clear, &[]), json!(true));
        save(&phone);
        phone.wait_for(&at("written-again"));
        phone.reload();
        assert_eq!(listed(&phone), 3);
        phone.wait_gone("[role=alert]");
    });
}

#[test]
fn an_older_app_reads_what_a_newer_one_made_and_saves_a_file_and_changes_nothing() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        new_visit(&phone, "Ver el vivero");
        // A newer version in another tab need not wait for this one.
        let newer = "return new Promise((done, failed) => {
            const open = indexedDB.open('ayni', 2);
            open.onupgradeneeded = () => open.result.createObjectStore('of the future');
            open.onsuccess = () => { open.result.close(); done(true); };
            open.onerror = open.onblocked = failed;
        })";
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el tostado");
        assert_eq!(phone.run_js(newer, &[]), json!(true));
        phone.click(&at("save"));
        phone.wait_for(&at("save-error"));
        phone.wait_text("Esta solo lo puede leer.");
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el tostado");

        phone.open("");
        phone.reload();
        phone.wait_for(&at("store-newer"));
        assert_eq!(listed(&phone), 1);
        let file = save_file(&phone);
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Mesa");
        join(&desk, &[&file]);
        assert_eq!(listed(&desk), 1);
    });
}

#[test]
fn a_store_that_does_not_open_shows_no_empty_list_and_opens_when_it_can() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        new_visit(&desk, "To see the nursery");
        desk.run_at_start(
            "const open = IDBFactory.prototype.open;
             IDBFactory.prototype.open = function (...asked) {
                 if (sessionStorage.isWell) return open.apply(this, asked);
                 return { error: new DOMException('', 'UnknownError'), set onerror(tell) { queueMicrotask(tell); } };
             };",
        );
        desk.open("#/visits");
        desk.reload();
        desk.wait_for(&at("store-error"));
        assert_eq!(desk.texts_of(".empty, [data-test=record-row]"), [""; 0]);
        desk.run_js("sessionStorage.isWell = 1", &[]);
        desk.click(&at("load-again"));
        desk.wait_gone(&at("store-error"));
        assert_eq!(listed(&desk), 1);
    });
}

#[test]
fn a_full_phone_still_takes_a_note_and_says_that_it_is_almost_full() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.wait_js("room to be set aside", "return caches.has('ayni-ballast')");
        // From now on there is only what was set aside.
        phone.run_js(
            "const add = IDBObjectStore.prototype.add, free = Cache.prototype.delete;
             let room = 0;
             Cache.prototype.delete = async function (name) {
                 const was = await free.call(this, name);
                 if (was && name === 'ballast') room = 1;
                 return was;
             };
             IDBObjectStore.prototype.add = function (...row) {
                 if (this.name === 'rows' && --room < 0) throw new DOMException('no room', 'QuotaExceededError');
                 return add.apply(this, row);
             };",
            &[],
        );
        new_visit(&phone, "Ver el vivero");
        phone.wait_for(&at("almost-full"));
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el tostado");
        phone.click(&at("save"));
        phone.wait_for(&at("save-error"));
        phone.wait_text("No se pudo guardar: el teléfono está lleno.");
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el tostado");
        phone.reload();
        save(&phone);
        assert_eq!(listed(&phone), 2);
    });
}

#[test]
fn photos_stop_before_notes_do() {
    journey(|stage| {
        let folder = Folder::new("stop-first");
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let photo = folder.photo(&phone, "IMG_1.jpg", "#1f4f2a");
        phone.run_js("StorageManager.prototype.estimate = async () => ({ quota: 100e6, usage: 96e6 })", &[]);
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el vivero");
        phone.upload(&at("photo-gallery"), &[&photo]);
        phone.wait_for(&at("photo-error"));
        save(&phone);
        phone.wait_text("Ver el vivero");
    });
}
