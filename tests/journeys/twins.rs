//! Two phones write down the same visit to the same host, spelt differently: a person at the desk says what is one, and takes it
//! back.

use crate::stage::{Browser, Language, Stage, journey};
use crate::steps::{at, begin, join, load, pick, save, save_file};
use std::path::Path;

const HOSTS: [&str; 2] = ["Asociación de Caficultores Río Intag", "Caficultores Rio Íntag"];
const SEEN: [&str; 2] = ["La planta procesa cuatro quintales por día.", "Secan el grano en camas elevadas."];

/// A note of the visit in Apuela as one of the two wrote it, and the file with it.
fn visit_of(stage: &Stage, language: Language, which: usize) -> std::path::PathBuf {
    let phone = stage.phone(language);
    begin(&phone, ["Equipo Intag", "Equipo Sacaba"][which]);
    phone.open("#/visit/new");
    phone.wait_for(&at("visit-form"));
    pick(&phone, "municipality", "cotacachi", "Imbabura");
    phone.fill(&at("visit-community"), ["Apuela", " apuela"][which]);
    phone.fill(&at("host-search"), HOSTS[which]);
    phone.click(&at("host-other"));
    phone.wait_for(&at("host-picked"));
    if which == 0 {
        phone.fill(&at("visit-purpose"), "Conocer el procesamiento");
    } else {
        phone.click(&at("visit-visit-type-site_visit"));
        phone.click(&at("commitment-add"));
        phone.fill(&at("commitment-what"), "Enviar el modelo de biodigestor");
        phone.fill(&at("commitment-who"), "Agroecólogos de Intag");
    }
    phone.fill(&at("visit-observations"), SEEN[which]);
    save(&phone);
    save_file(&phone)
}

/// The desk with what both phones wrote.
fn desk_with_both(stage: &Stage, desk: &Browser, language: Language) {
    let files = [0, 1].map(|which| visit_of(stage, language, which));
    begin(desk, "Oficina Quito");
    join(desk, &files.each_ref().map(std::path::PathBuf::as_path));
}

fn wait_rows(browser: &Browser, rows: usize) {
    let script = format!("return document.querySelectorAll('{}').length === {rows}", at("record-row"));
    browser.wait_js(&format!("{rows} rows"), &script);
}

/// How many pairs of a kind stand on the page.
fn wait_pairs(browser: &Browser, kind: &str, pairs: usize) {
    let script = format!(
        "return document.querySelectorAll('{} {}').length === {pairs}",
        at(&format!("twins-{kind}")),
        at("twin")
    );
    browser.wait_js(&format!("{pairs} pairs of {kind}"), &script);
}

fn of(kind: &str, what: &str) -> String {
    format!("{} {}", at(&format!("twins-{kind}")), at(what))
}

#[test]
fn two_notes_of_one_visit_are_joined_by_a_person_on_a_desktop_and_taken_apart_again() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        joined_and_taken_apart(stage, &desk, Language::English, &["Same day", "hosts with names alike", "Names alike"]);
    });
}

#[test]
fn two_notes_of_one_visit_are_joined_by_a_person_on_a_phone_and_taken_apart_again() {
    journey(|stage| {
        let desk = stage.phone(Language::Spanish);
        let reasons = ["Mismo día", "organizaciones visitadas de nombre parecido", "Nombres parecidos"];
        joined_and_taken_apart(stage, &desk, Language::Spanish, &reasons);
    });
}

fn joined_and_taken_apart(stage: &Stage, desk: &Browser, language: Language, reasons: &[&str; 3]) {
    desk_with_both(stage, desk, language);
    // The way there stands where the files came in.
    desk.click(&at("to-twins"));
    desk.wait_for(&at("twins-visit"));
    let why = desk.text_of(&of("visit", "twin-why"));
    assert!(why.contains(reasons[0]) && why.contains(reasons[1]), "{why}");
    assert!(desk.text_of(&of("organisation", "twin-why")).contains(reasons[2]));
    for said in SEEN {
        desk.wait_text(said);
    }
    assert!(!desk.texts_of(&of("visit", "differs")).is_empty());

    // The hosts first: their names are then one.
    desk.click(&of("organisation", "is-same"));
    desk.wait_for(&at("joining"));
    desk.click(&at("join"));
    desk.wait_gone(&at("twins-organisation"));
    // The visits: what the one that stands lacks is taken over.
    desk.click(&of("visit", "is-same"));
    desk.wait_for(&at("take-over"));
    desk.click(&at("join"));
    desk.wait_for(&at("no-twins"));
    assert_eq!(desk.texts_of(&at("decision")).len(), 2);

    // The list shows one, and the words of both find it.
    desk.open("#/visits");
    wait_rows(desk, 1);
    for words in ["quintales", "camas", "biodigestor", "caficultores"] {
        desk.open(&format!("#/visits?q={words}"));
        wait_rows(desk, 1);
    }
    desk.open("#/visits");
    desk.click(&at("open-record"));
    desk.wait_text("Enviar el modelo de biodigestor");
    desk.wait_for(&at("stands-for"));
    // The other is still read at its own address, and says where all of it is.
    desk.click(&format!("{} a", at("stands-for")));
    desk.wait_for(&at("joined"));
    desk.open("#/directory");
    desk.wait_for(&at("open-listed"));
    assert_eq!(desk.texts_of(&format!("{} {}", at("directory-organisation"), at("open-listed"))).len(), 1);

    // Taken apart later, from what was decided.
    desk.open("#/twins");
    desk.wait_for(&at("decided"));
    desk.click(&at("undecide"));
    wait_pairs(desk, "visit", 1);
    desk.click(&at("undecide"));
    wait_pairs(desk, "organisation", 1);
    desk.wait_gone(&at("decided"));
    desk.open("#/visits");
    wait_rows(desk, 2);
    // And undone at once.
    desk.open("#/twins");
    desk.click(&of("visit", "is-same"));
    desk.click(&at("join"));
    desk.wait_gone(&at("twins-visit"));
    desk.click(&at("undo"));
    wait_pairs(desk, "visit", 1);
}

#[test]
fn what_is_kept_apart_is_not_asked_again_here_or_on_another_device() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        desk_with_both(stage, &desk, Language::Spanish);
        desk.open("#/directory");
        desk.click(&at("to-twins"));
        desk.wait_for(&at("twins-visit"));
        // Later is not never.
        desk.click(&of("organisation", "decide-later"));
        desk.wait_for(&at("twins-put-off"));
        wait_pairs(&desk, "organisation", 0);
        desk.click(&at("twins-again"));
        wait_pairs(&desk, "organisation", 1);
        desk.click(&of("organisation", "not-same"));
        desk.wait_gone(&at("twins-organisation"));
        // On the page of a visit it is asked as well.
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_for(&at("may-be-same"));
        desk.click(&format!("{} {}", at("may-be-same"), at("to-twins")));
        desk.click(&of("visit", "not-same"));
        desk.wait_for(&at("no-twins"));
        desk.reload();
        desk.wait_for(&at("no-twins"));
        assert_eq!(desk.texts_of(&at("decision")).len(), 2);
        let file = save_file(&desk);

        let phone = stage.phone(Language::English);
        begin(&phone, "Team Quito");
        join(&phone, &[&file]);
        phone.open("#/visits");
        wait_rows(&phone, 2);
        phone.open("#/twins");
        phone.wait_for(&at("no-twins"));
        assert_eq!(phone.texts_of(&at("decision")).len(), 2);
        // Who wants to be asked again is, and so is the desk.
        phone.click(&at("undecide"));
        phone.wait_for(&at("twin"));
        let back = save_file(&phone);
        take_in(&desk, &back);
        desk.open("#/twins");
        desk.wait_for(&at("twin"));
        assert_eq!(desk.texts_of(&at("decision")).len(), 1);
    });
}

fn take_in(browser: &Browser, file: &Path) {
    load(browser, &[file]);
    browser.click(&at("accept"));
    browser.wait_for(&at("import-result"));
}
