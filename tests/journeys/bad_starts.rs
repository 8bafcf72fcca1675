//! Days on which the app itself does not come, or stops: a screen says so, and all that is here can be saved to a file.

use crate::photos::Folder;
use crate::stage::{Browser, Language, Stage, journey};
use crate::steps::{at, begin, fill_in_visit, join, record_training, save};
use ayni::exchange::{Note, Parcel, read, read_with_photos};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The module never comes through, until the road is open.
const BLOCKED_ROAD: &str = "
    const fetching = window.fetch;
    window.fetch = (what, ...more) => /_bg\\.wasm/.test(what.url ?? what) && !sessionStorage.isRoadOpen
        ? new Promise(() => {}) : fetching(what, ...more);";

/// An older browser, or an iPhone in Lockdown Mode.
const NO_WEBASSEMBLY: &str = "delete window.WebAssembly;";

/// Everything in a store, as it is kept.
const KEPT: &str = "
    const [name, store] = arguments;
    return new Promise((done, failed) => {
        const open = indexedDB.open(name);
        open.onerror = failed;
        open.onsuccess = () => {
            const all = open.result.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => { open.result.close(); done(all.result); };
        };
    })";

/// The app's own module is called with what nobody would give it, and traps as it does in a panic.
const TRAP: &str = "
    const [name] = /ayni-\\w+\\.js/.exec(document.documentElement.innerHTML);
    return import(new URL(name, document.baseURI)).then(async glue => {
        const exported = Object.values(await glue.default());
        const wrong = exported.find(one => typeof one === 'function' && one.length >= 2);
        setTimeout(() => wrong(...Array(wrong.length).fill(-1)));
    })";

/// A line that broke, a row that is no text, a text that could not be read, and two photos of which only one fits into a part (F6).
const ODD: &str = "
    const [broken, damaged] = arguments;
    const put = (name, store, ...rows) => new Promise((done, failed) => {
        const open = indexedDB.open(name, 1);
        open.onupgradeneeded = () => ['photos', 'thumbnails', 'about'].map(one => open.result.createObjectStore(one));
        open.onerror = failed;
        open.onsuccess = () => {
            const writing = open.result.transaction(store, 'readwrite');
            rows.forEach(row => writing.objectStore(store).put(...row));
            writing.oncomplete = () => { open.result.close(); done(); };
        };
    });
    const photo = new ArrayBuffer(8_000_000);
    return Promise.all([put('ayni', 'rows', [broken], [17]), put('ayni', 'quarantine', [damaged]),
        put('ayni-photos', 'photos', [photo, 'a'.repeat(64)], [photo, 'b'.repeat(64)])]);";

fn kept(browser: &Browser, database: &str, store: &str) -> Vec<String> {
    let kept = browser.run_js(KEPT, &[json!(database), json!(store)]);
    kept.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A start that fails for the page to see, without the wait for one that hangs.
fn fail_to_start(browser: &Browser) {
    browser.run_js("setTimeout(() => Promise.reject(new Error('no start')))", &[]);
    browser.wait_console_error("no start");
    browser.wait_for(&at("not-up"));
}

/// A phone with a visit with a photo, a training, and a note that is still being written.
fn full_phone(stage: &Stage, folder: &Folder) -> Rc<Browser> {
    let phone = stage.phone(Language::Spanish);
    begin(&phone, "Equipo Intag");
    let photo = folder.photo(&phone, "IMG_1.jpg", "#1f4f2a");
    phone.open("#/visit/new");
    fill_in_visit(&phone);
    phone.upload(&at("photo-gallery"), &[&photo]);
    phone.wait_text("1 de 1 foto guardada");
    save(&phone);
    record_training(&phone);
    phone.open("#/visit/new");
    phone.fill(&at("visit-purpose"), "Ver el vivero de cedro");
    phone
}

/// Presses the button and waits for the file and for what is said of it.
fn rescue(browser: &Browser, said: &str) -> PathBuf {
    browser.click(&at("save-all"));
    let file = browser.wait_download();
    browser.wait_text(said);
    file
}

/// The file as the app's own reader takes it, which finds nothing wrong with it; it holds each kept line, each once.
fn whole(file: &Path, kept: &[String]) -> Parcel {
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with("ayni-") && name.ends_with(".json"), "{name}");
    let parcel = read_with_photos(&fs::read(file).expect("the file is there")).expect("a file of Ayni");
    assert_eq!((parcel.damaged.as_slice(), parcel.notes.as_slice()), ([].as_slice(), [].as_slice()));
    let lines: BTreeSet<&str> = kept.iter().flat_map(|row| row.lines()).collect();
    let saved: Vec<&str> = parcel.entries.iter().map(|entry| entry.line()).collect();
    assert_eq!(saved.iter().copied().collect::<BTreeSet<_>>(), lines);
    assert_eq!(saved.len(), lines.len());
    parcel
}

#[test]
fn all_is_saved_to_a_file_when_the_app_never_comes_and_another_computer_has_it() {
    journey(|stage| {
        let folder = Folder::new("never-comes");
        let phone = full_phone(stage, &folder);
        let rows = kept(&phone, "ayni", "rows");
        phone.run_at_start(BLOCKED_ROAD);
        phone.reload();
        // Here it is really waited for.
        phone.wait_for(&at("not-up"));
        phone.wait_text("Lo que guardó sigue en este teléfono; no se borró nada.");
        assert_eq!(phone.texts_of("[role=alert]").len(), 1);
        assert_eq!(phone.texts_of(&at("stopped")), [""; 0]);
        let file = rescue(&phone, "con 2 registros, 1 foto y 1 borrador.");
        let parcel = whole(&file, &rows);
        assert_eq!((parcel.header.by.as_str(), parcel.photos.len()), ("Equipo Intag", 1));
        assert!(fs::read_to_string(&file).is_ok_and(|text| text.contains("Ver el vivero de cedro")));

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&file]);
        desk.open("#/trainings");
        desk.wait_for(&at("record-row"));
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_text("La planta procesa cuatro quintales por día.");
        desk.wait_js("the photo", "return document.querySelector('[data-test=photo] img')?.naturalWidth > 0");
        // What was only saved from a phone that fails is no word that the phone is safe.
        assert!(parcel.header.have.is_empty());

        // The phone goes on as before once the road is open.
        phone.run_js("sessionStorage.isRoadOpen = 1", &[]);
        phone.click(&at("reload"));
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero de cedro");
    });
}

#[test]
fn an_app_that_stops_says_what_is_safe_and_saves_all_and_nobody_types_into_a_dead_page() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        desk.open("#/visit/new");
        fill_in_visit(&desk);
        save(&desk);
        let rows = kept(&desk, "ayni", "rows");
        desk.open("#/visit/new");
        desk.fill(&at("visit-purpose"), "To see the roast");
        desk.run_js(TRAP, &[]);
        desk.wait_for(&at("stopped"));
        desk.wait_console_error("RuntimeError");
        desk.wait_text("What you saved is still on this computer.");
        assert_eq!(desk.texts_of("[role=alert], [role=alertdialog]").len(), 1);
        let on = "return document.activeElement.id";
        assert_eq!(desk.run_js(on, &[]), json!("stopped-en"));
        desk.run_js("document.querySelector('[data-test=visit-purpose]').focus()", &[]);
        assert_eq!(desk.run_js(on, &[]), json!("stopped-en"), "the page below can not be used");
        desk.type_keys("#stopped-en", "\u{E00C}");
        desk.wait_for(&at("stopped"));
        // A second one changes nothing.
        desk.run_js(TRAP, &[]);
        desk.wait_console_error("RuntimeError");

        whole(&rescue(&desk, "with 1 record and 1 draft."), &rows);
        assert_eq!(desk.run_js("return ayniSaveAll()", &[]), json!("saved"));
        whole(&desk.wait_download(), &rows);
        desk.click(&at("reload"));
        desk.wait_gone(&at("stopped"));
        desk.wait_for(&at("visit-form"));
        assert_eq!(desk.value_of(&at("visit-purpose")), "To see the roast");
    });
}

#[test]
fn a_browser_without_webassembly_gives_out_what_it_still_has() {
    journey(|stage| {
        let folder = Folder::new("no-webassembly");
        let phone = full_phone(stage, &folder);
        let rows = kept(&phone, "ayni", "rows");
        phone.run_at_start(NO_WEBASSEMBLY);
        phone.reload();
        phone.wait_for(&at("no-wasm"));
        phone.wait_console_error("WebAssembly");
        assert_eq!(phone.texts_of("[role=alert]").len(), 1);
        assert_eq!(whole(&rescue(&phone, "con 2 registros, 1 foto y 1 borrador."), &rows).photos.len(), 1);

        // Photos that can not be read do not take the records along.
        let broken = "
            const get = IDBObjectStore.prototype.get;
            IDBObjectStore.prototype.get = function (key) {
                if (this.name === 'photos') throw new DOMException('lost', 'UnknownError');
                return get.call(this, key);
            };";
        phone.run_js(broken, &[]);
        let file = rescue(&phone, "No se pudo leer todo; falta una parte de esto: fotos.");
        assert_eq!(whole(&file, &rows).photos.len(), 0);

        // Whoever opens the address for the first time has nothing to save.
        let new = stage.phone(Language::English);
        new.run_at_start(NO_WEBASSEMBLY);
        new.open("");
        new.wait_for(&at("no-wasm"));
        new.wait_console_error("WebAssembly");
        assert_eq!(new.texts_of(&at("save-all")), [""; 0]);
    });
}

#[test]
fn where_nothing_is_saved_that_is_said_and_the_app_starts_as_new() {
    journey(|stage| {
        for before in ["", "delete IDBFactory.prototype.databases;"] {
            let phone = stage.phone(Language::Spanish);
            let listing = "window.listed = IDBFactory.prototype.databases;";
            phone.run_at_start(&[listing, before, BLOCKED_ROAD].concat());
            phone.open("");
            fail_to_start(&phone);
            phone.click(&at("save-all"));
            phone.wait_text("No hay nada guardado aquí.");
            assert_eq!(phone.run_js("return ayniSaveAll()", &[]), json!("nothing"));
            assert_eq!(phone.run_js("return listed.call(indexedDB)", &[]), json!([]));
            phone.run_js("sessionStorage.isRoadOpen = 1", &[]);
            phone.click(&at("reload"));
            begin(&phone, "Equipo Intag");
            phone.open("#/visit/new");
            phone.fill(&at("visit-purpose"), "Ver el vivero");
            save(&phone);
        }
    });
}

#[test]
fn a_store_that_can_not_be_opened_is_not_called_empty() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        begin(&phone, "Team");
        phone.run_at_start(
            &[BLOCKED_ROAD, "IDBFactory.prototype.open = () => { throw new DOMException('no') };"].concat(),
        );
        phone.reload();
        fail_to_start(&phone);
        phone.click(&at("save-all"));
        phone.wait_text("What is saved could not be read; nothing was erased.");
        assert_eq!(phone.run_js("return ayniSaveAll()", &[]), json!("failed"));
    });
}

#[test]
fn what_is_broken_here_goes_along_as_text_and_breaks_nothing_else() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        fill_in_visit(&phone);
        save(&phone);
        let rows = kept(&phone, "ayni", "rows");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el vivero de cedro");
        let line = rows.iter().flat_map(|row| row.lines()).last().expect("a line").to_owned();
        let broken = line.get(..line.len() - 9).expect("a part of it").to_owned();
        let damaged = json!({ "file": "a.json", "line": 3, "reason": "", "text": line.replace("visit", "vizit") });
        phone.run_js(ODD, &[json!(broken), json!(damaged.to_string())]);
        phone.run_at_start(BLOCKED_ROAD);
        phone.reload();
        fail_to_start(&phone);
        let first = rescue(&phone, "-1-of-2.json» y «ayni-rescate-");
        let second = phone.wait_download();
        phone.wait_text("con 1 registro, 2 fotos y 1 borrador.");
        phone.wait_text("No se pudo leer todo; falta una parte de esto: registros.");

        // Each part is whole by itself; what is no change is in nobody's way, also where the end of the file is lost.
        let bytes = [first, second].map(|file| fs::read(file).expect("the file is there"));
        let cut = bytes[0].windows(14).position(|part| part == b"\"attachments\":").expect("a list of photos");
        let count = rows.iter().flat_map(|row| row.lines()).count();
        for (bytes, entries, note) in [
            (bytes[0].as_slice(), count, Note::PhotosNotTaken(1)),
            (bytes[1].as_slice(), 0, Note::PhotosNotTaken(1)),
            (&bytes[0][..cut], count, Note::CutOff),
        ] {
            let parcel = read(bytes).expect("a file of Ayni");
            assert_eq!((parcel.entries.len(), parcel.notes), (entries, vec![note]));
            assert_eq!(parcel.damaged, []);
        }
        let text = String::from_utf8_lossy(&bytes[0]);
        for part in [broken, damaged.to_string()] {
            assert!(text.contains(&json!(part).to_string()), "{part}");
        }
    });
}
