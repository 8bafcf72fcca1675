//! Loads of files: taken back as a whole, and what could not be read tried again.

use crate::photos::Folder;
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, join, load, new_visit, save, save_file};
use std::path::{Path, PathBuf};

/// What a file holds, but not when it was made.
fn held(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).expect("the file is text");
    text.lines().filter(|line| !line.starts_with("\"made\"")).map(str::to_owned).collect()
}

/// A phone's file with a visit and its photo.
fn of_a_phone(phone: &Browser, folder: &Folder) -> PathBuf {
    begin(phone, "Equipo Intag");
    let photo = folder.photo(phone, "uno.jpg", "#1f4f2a");
    phone.open("#/visit/new");
    fill_in_visit(phone);
    phone.upload(&at("photo-gallery"), &[&photo]);
    phone.wait_text("1 de 1 foto guardada");
    save(phone);
    phone.wait_for(&at("photo"));
    save_file(phone)
}

#[test]
fn a_load_of_the_wrong_file_is_taken_back_whole() {
    journey(|stage| {
        let folder = Folder::new("take-back");
        let file = of_a_phone(&stage.phone(Language::Spanish), &folder);
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        new_visit(&desk, "Lo que ya estaba aquí");
        let before = save_file(&desk);
        join(&desk, &[&file]);
        let tab = desk.tab();
        let other = desk.new_tab();
        desk.to_tab(&other);
        desk.open("#/visits");
        desk.wait_text("Asociación de Caficultores Río Intag");
        desk.to_tab(&tab);

        desk.click(&at("take-load-back"));
        desk.click(&at("keep-load"));
        desk.click(&at("take-load-back"));
        desk.click(&at("take-load-back-yes"));
        desk.wait_for(&at("load-taken-back"));
        desk.wait_gone(&at("last-load"));
        desk.open("#/visits");
        desk.wait_text("Lo que ya estaba aquí");
        desk.wait_no_text("Asociación de Caficultores Río Intag");
        desk.to_tab(&other);
        desk.wait_text("Lo que ya estaba aquí");
        desk.wait_no_text("Asociación de Caficultores Río Intag");
        desk.close_tab(&tab);
        assert_eq!(held(&save_file(&desk)), held(&before));
        // Nothing is missing at the next start, and the same file can be loaded again.
        desk.reload();
        desk.wait_for(&at("load-files"));
        desk.wait_gone(&at("store-lacks"));
        join(&desk, &[&file]);
        desk.open("#/visits");
        desk.click_text("Asociación de Caficultores Río Intag");
        desk.wait_for(&at("photo-open"));
    });
}

#[test]
fn what_was_built_upon_is_not_taken_back() {
    journey(|stage| {
        let folder = Folder::new("not-taken-back");
        let file = of_a_phone(&stage.phone(Language::Spanish), &folder);
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk Quito");
        join(&desk, &[&file]);
        desk.reload();
        desk.wait_for(&at("take-load-back"));
        new_visit(&desk, "Written after it");
        desk.open("#/exchange");
        desk.wait_for(&at("load-files"));
        desk.wait_gone(&at("last-load"));

        let colleague = stage.desktop(Language::English);
        begin(&colleague, "Desk La Paz");
        join(&colleague, &[&file]);
        colleague.wait_for(&at("take-load-back"));
        save_file(&colleague);
        colleague.wait_gone(&at("last-load"));
    });
}

/// Puts a text among those that could not be read, as an older version would have kept it.
const KEEP: &str = "
    window.kept = false;
    const asked = indexedDB.open('ayni');
    asked.onsuccess = () => {
        const write = asked.result.transaction('quarantine', 'readwrite');
        write.objectStore('quarantine').add(JSON.stringify(
            { file: 'intag.json', line: 1, reason: 'version 2 of the format', text: arguments[0] }));
        write.oncomplete = () => { asked.result.close(); window.kept = true; };
    };";

/// I4, M2
#[test]
fn what_an_older_version_could_not_read_is_offered_once_it_can_be_read() {
    journey(|stage| {
        let folder = Folder::new("read-again");
        let file = of_a_phone(&stage.phone(Language::Spanish), &folder);
        let text = std::fs::read_to_string(&file).expect("the file is text");
        let line = text.lines().find(|line| line.contains("\"record\":\"agreement/")).expect("a commitment");
        let damaged =
            folder.file("damaged.json", text.replace(line, &line.replace("biodigestor", "biodigestxr")).as_bytes());

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        load(&desk, &[&damaged]);
        desk.click(&at("cancel"));
        desk.run_js(KEEP, &[line.replace("biodigestor", "biodigestxr").as_str().into()]);
        desk.wait_js("one text kept", "return window.kept");
        desk.reload();
        desk.click(&format!("{} summary", at("quarantine")));
        desk.click(&at("quarantine-again"));
        desk.wait_for(&at("still-unread"));

        desk.run_js(KEEP, &[text.as_str().into()]);
        desk.wait_js("another text kept", "return window.kept");
        desk.reload();
        desk.wait_for(&at("quarantine-readable"));
        desk.click(&at("quarantine-again"));
        desk.wait_text("intag.json");
        desk.click(&at("accept"));
        desk.wait_for(&at("import-result"));
        desk.click(&format!("{} summary", at("quarantine")));
        desk.wait_text("intag.json, línea 1");
        assert_eq!(desk.texts_of(&format!("{} li", at("quarantine"))).len(), 1, "the damaged one stays");
        desk.open("#/visits");
        desk.wait_text("Asociación de Caficultores Río Intag");
    });
}

#[test]
fn what_files_would_change_is_looked_at_before_it_is_accepted() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        new_visit(&phone, "Ver la planta de café");
        let first = save_file(&phone);
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&first]);
        for (browser, purpose) in [(&phone, "Ver la planta nueva"), (&desk, "Ver la planta de Apuela")] {
            browser.open("#/visits");
            browser.click(&at("open-record"));
            browser.click(&at("edit"));
            browser.fill(&at("visit-purpose"), purpose);
            save(browser);
        }
        new_visit(&phone, "Otra visita");
        let second = save_file(&phone);
        load(&desk, &[&second]);
        desk.wait_for(&at("look"));
        desk.click(&format!("{} summary", at("look")));
        desk.wait_for(&at("look-record"));
        let rows = desk.texts_of(&at("look-record"));
        assert!(rows[0].contains("escrito distinto") && rows.iter().any(|row| row.contains("nuevo")), "{rows:?}");
        desk.click(&at("look-record"));
        desk.wait_for(&at("look-field"));
        let told = desk.text_of(&at("look-field"));
        assert!(told.contains("Ver la planta nueva") && told.contains("Ver la planta de Apuela"), "{told}");
        // Nothing was taken in by looking.
        desk.click(&at("cancel"));
        desk.open("#/visits");
        desk.wait_text("Ver la planta de Apuela");
        desk.wait_no_text("Otra visita");
    });
}
