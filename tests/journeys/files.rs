//! Files that are damaged, foreign or in conflict: nothing is lost, nothing is silent.

use crate::stage::{Language, journey};
use crate::steps::{at, begin, join, load, save, save_file, visit_file};
use std::path::{Path, PathBuf};

/// Writes a file beside another one.
fn beside(file: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = file.with_file_name(name);
    std::fs::write(&path, bytes).expect("a file can be written beside the download");
    path
}

#[test]
fn a_wrong_file_says_what_it_is_and_changes_nothing() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        let own = visit_file(&desk);
        let wrong = [
            beside(&own, "empty.json", b""),
            beside(&own, "photo.json", b"\xff\xd8\xff\xe0 picture"),
            beside(&own, "list.xlsx", b"PK\x03\x04 sheet"),
            beside(&own, "other.json", b"{\"type\":\"FeatureCollection\"}"),
            beside(&own, "page.html", b"<!doctype html><p>page</p>"),
        ];
        let paths: Vec<&Path> = wrong.iter().map(PathBuf::as_path).collect();
        load(&desk, &paths);
        desk.wait_for(&at("preview-file"));
        let told = desk.texts_of(&at("preview-file"));
        assert_eq!(told.len(), wrong.len());
        for (part, told) in ["empty", "JPEG", "ZIP", "JSON", "web page"].iter().zip(&told) {
            assert!(told.contains(part), "{part} in: {told}");
        }
        desk.wait_gone(&at("accept"));
        desk.click(&at("cancel"));
        desk.wait_for(&at("load-cancelled"));
        desk.open("#/visits");
        desk.wait_for(&at("record-row"));
        assert_eq!(desk.texts_of(&at("record-row")).len(), 1);
    });
}

#[test]
fn a_damaged_file_gives_every_undamaged_record_and_keeps_the_rest_to_be_seen() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let file = visit_file(&phone);
        let whole = std::fs::read_to_string(&file).expect("the file is text");
        let line = whole.lines().find(|line| line.contains("\"record\":\"agreement/")).expect("a commitment is in it");
        let damaged =
            beside(&file, "damaged.json", whole.replace(line, &line.replace("biodigestor", "biodigestxr")).as_bytes());

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        load(&desk, &[&damaged]);
        desk.wait_for(&at("count-damaged"));
        desk.click(&at("accept"));
        desk.wait_for(&at("import-result"));
        desk.wait_for(&at("quarantine"));
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_text("La planta procesa cuatro quintales por día.");
        desk.wait_no_text("biodigest");

        // The whole file brings the rest.
        join(&desk, &[&file]);
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_text("Enviar el modelo de biodigestor");
    });
}

#[test]
fn what_two_people_wrote_differently_stays_until_someone_decides() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let first = visit_file(&phone);
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&first]);

        for (browser, text) in [(&phone, "Son cinco quintales."), (&desk, "Son unos seis quintales.")] {
            browser.open("#/visits");
            browser.click(&at("open-record"));
            browser.click(&at("edit"));
            browser.fill(&at("visit-observations"), text);
            save(browser);
        }
        let second = save_file(&phone);
        load(&desk, &[&second]);
        desk.wait_for(&at("count-in-conflict"));
        desk.click(&at("accept"));
        desk.wait_for(&at("conflicts-to-see"));
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_for(&at("conflict"));
        desk.wait_text("Son cinco quintales.");
        desk.wait_text("Son unos seis quintales.");
        desk.screenshot("conflict");
        desk.click(&at("keep-this"));
        desk.wait_gone(&at("conflict"));
    });
}
