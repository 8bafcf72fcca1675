//! Two people wrote different things: all of it is listed until somebody decides, and then everybody sees the same.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, join, save, save_file};
use ayni::exchange::{Made, write};
use ayni::log::{Change, ChangeId, Compose, DeviceId, Log, Tick};
use ayni::record::{Map, RecordId, Value};

const FACTS: [&str; 3] = ["fact-community", "fact-observations", "fact-purpose"];

/// Writes the three texts into the form that is open and saves it.
fn write_in(browser: &Browser, [community, observations, purpose]: [&str; 3]) {
    browser.fill(&at("visit-community"), community);
    browser.fill(&at("visit-observations"), observations);
    browser.fill(&at("visit-purpose"), purpose);
    save(browser);
}

/// Opens the only visit there is and writes the three texts.
fn edit(browser: &Browser, texts: [&str; 3]) {
    browser.open("#/visits");
    browser.click(&at("open-record"));
    browser.click(&at("edit"));
    write_in(browser, texts);
}

fn wait_count(browser: &Browser, name: &str, count: usize) {
    let script = format!("return document.querySelectorAll('{}').length === {count}", at(name));
    browser.wait_js(&format!("{count} times {name}"), &script);
}

#[test]
fn what_two_phones_wrote_is_decided_at_the_desk_and_is_the_same_on_all_three_in_spanish() {
    journey(|stage| {
        let language = Language::Spanish;
        let [rosa, juan] = ["Rosa", "Juan"].map(|name| {
            let phone = stage.phone(language);
            begin(&phone, name);
            phone
        });
        rosa.open("#/visit/new");
        write_in(&rosa, ["Apuela", "La planta procesa cuatro quintales por día.", "Ver el café"]);
        let first = save_file(&rosa);
        join(&juan, &[&first]);
        edit(&rosa, ["Apuela Alta", "La planta procesa cinco quintales por día.", "Ver el café de altura"]);
        edit(&juan, ["Cuellaje", "La planta procesa seis quintales por día.", "Ver la mora"]);
        let files = [save_file(&rosa), save_file(&juan)];

        let desk = stage.desktop(language);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&files[0], &files[1]]);
        desk.wait_for(&at("conflicts-to-see"));
        desk.click(&at("to-clashes"));
        wait_count(&desk, "conflict", 3);
        desk.wait_text("3 datos esperan que alguien decida");
        // Where they differ is marked by a line and by weight, and nothing else is.
        let marked = desk.texts_of("mark");
        assert!(marked.contains(&"cinco".to_owned()) && marked.contains(&"seis".to_owned()), "{marked:?}");
        assert!(!marked.iter().any(|text| text.contains("quintales")), "{marked:?}");
        let sides = desk.texts_of(&at("conflict-side"));
        assert!(
            sides.iter().any(|side| side.starts_with("Rosa ·")) && sides.iter().any(|side| side.starts_with("Juan ·"))
        );

        // A third text for the first. It is still there after the tab was closed.
        desk.click(&at("write-other"));
        desk.fill(&at("clash-text"), "Apuela y Cuellaje");
        desk.close_tab_and_reopen("#/clashes");
        desk.wait_for(&at("clash-text"));
        assert_eq!(desk.value_of(&at("clash-text")), "Apuela y Cuellaje");
        desk.click(&at("clash-save"));
        wait_count(&desk, "conflict", 2);
        // Both for the second.
        desk.click(&at("keep-both"));
        wait_count(&desk, "conflict", 1);
        // One for the last, undone, and kept again, from the page of the record.
        let of_rosa = format!("{}:nth-child(2) {}", at("conflict-side"), at("keep-this"));
        desk.click(&of_rosa);
        desk.wait_for(&at("no-clashes"));
        desk.click(&at("undo"));
        wait_count(&desk, "conflict", 1);
        let sides = desk.texts_of(&at("conflict-side"));
        assert!(
            sides[0].starts_with("Juan ·") && sides[1].starts_with("Rosa ·"),
            "whoever undoes wrote nothing: {sides:?}"
        );
        desk.click(&at("open-record"));
        desk.click(&of_rosa);
        desk.wait_gone(&at("conflict"));

        // Who decided what, and a table of it.
        desk.open("#/clashes");
        desk.click(&format!("{} summary", at("decided")));
        wait_count(&desk, "decision", 4);
        desk.wait_text("Quedó: Apuela y Cuellaje");
        desk.wait_text("No quedó: Ver la mora");
        assert!(desk.texts_of(&at("decision")).iter().all(|row| row.contains("Oficina Quito")));
        assert_eq!(desk.texts_of(&format!("{} .tag", at("decision"))), ["cambió después"]);
        desk.click(&at("save-decisions"));
        let table = std::fs::read_to_string(desk.wait_download()).expect("a text");
        assert!(table.starts_with("\u{feff}Registro;De qué trata;"), "{table}");
        assert!(table.contains(";Comunidad;Apuela y Cuellaje;Cuellaje | Apuela Alta;Oficina Quito;"), "{table}");

        // Back on the phones: the same view on all three, and nothing to decide.
        let back = save_file(&desk);
        let all = [&rosa, &juan, &desk].map(|browser| {
            if !std::rc::Rc::ptr_eq(browser, &desk) {
                join(browser, &[&back]);
            }
            browser.open("#/clashes");
            browser.wait_for(&at("no-clashes"));
            browser.open("#/visits");
            browser.click(&at("open-record"));
            browser.wait_for(&at("fact-purpose"));
            FACTS.map(|fact| browser.text_of(&at(fact)))
        });
        let both = "La planta procesa seis quintales por día. La planta procesa cinco quintales por día.";
        assert_eq!(all[0], ["Apuela y Cuellaje", both, "Ver el café de altura"]);
        assert!(all[0] == all[1] && all[1] == all[2], "{all:?}");
    });
}

#[test]
fn many_are_decided_at_once_by_who_wrote_them_and_undone_in_english() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        begin(&phone, "Team Intag");
        let folder = std::env::temp_dir().join(format!("ayni-clashes-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("crowd.json");
        std::fs::write(&path, crowd(6)).expect("a file");
        join(&phone, &[&path]);
        // The way there is on Today.
        phone.open("");
        phone.wait_text("18 answers: two people wrote different things");
        phone.click(&at("to-clashes"));
        wait_count(&phone, "conflict", 18);

        phone.click(&format!("{} summary", at("many")));
        phone.click(&at("clash-by-rosa000000"));
        assert_eq!(phone.text_of(&at("keep-of")), "Keep what Rosa wrote (18)");
        phone.click(&at("clash-field-purpose"));
        wait_count(&phone, "conflict", 6);
        assert_eq!(phone.text_of(&at("keep-of")), "Keep what Rosa wrote (6)");
        phone.click(&at("keep-of"));
        assert!(phone.text_of(&at("many-asked")).contains("6 answers: keep what Rosa wrote?"));
        phone.click(&at("many-yes"));
        wait_count(&phone, "conflict", 12);
        phone.click(&at("undo"));
        wait_count(&phone, "conflict", 18);

        // All of it, by keyboard; numbers are not put together.
        assert_eq!(phone.text_of(&at("both-of")), "Keep both texts (6)");
        phone.type_keys(&at("both-of"), "\u{E007}");
        phone.type_keys(&at("many-yes"), "\u{E007}");
        wait_count(&phone, "conflict", 12);
        phone.click(&at("clash-by-juan000000"));
        phone.click(&at("keep-of"));
        phone.click(&at("many-yes"));
        phone.wait_for(&at("no-clashes"));
        phone.open("");
        phone.wait_for(&at("new-visit"));
        phone.wait_gone(&at("to-clashes"));
        std::fs::remove_dir_all(&folder).expect("it is there");
    });
}

#[test]
fn a_thousand_are_shown_by_fifty() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        let path = std::env::temp_dir().join(format!("ayni-clashes-{}-many.json", std::process::id()));
        std::fs::write(&path, crowd(400)).expect("a file");
        join(&desk, &[&path]);
        desk.click(&at("to-clashes"));
        desk.wait_text("1.200 datos esperan que alguien decida");
        let shown = |at_least: usize| {
            let count = "document.querySelectorAll('[data-test=conflict]').length";
            desk.wait_js(
                "as many as are wanted",
                &format!("return {count} >= {at_least} && {count} < {at_least} + 10"),
            );
        };
        shown(50);
        desk.click(&at("more-clashes"));
        shown(100);
        desk.click(&format!("{} summary", at("many")));
        desk.click(&at("clash-by-rosa000000"));
        desk.click(&at("keep-of"));
        desk.click(&at("many-yes"));
        desk.wait_for(&at("no-clashes"));
        desk.click(&at("undo"));
        desk.wait_text("1.200 datos esperan que alguien decida");
        std::fs::remove_file(&path).expect("it is there");
    });
}

#[test]
fn one_that_was_put_away_and_taken_back_has_words_of_its_own() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let path = std::env::temp_dir().join(format!("ayni-clashes-{}-bin.json", std::process::id()));
        std::fs::write(&path, about_the_bin()).expect("a file");
        join(&phone, &[&path]);
        phone.open("#/clashes");
        phone.wait_text("Alguien la puso en la papelera y otra persona la recuperó");
        assert_eq!(phone.texts_of(&at("keep-this")), Vec::<String>::new());
        phone.click(&at("clash-to-bin"));
        phone.wait_for(&at("no-clashes"));
        phone.click(&at("undo"));
        phone.wait_for(&at("conflict"));
        phone.click(&at("clash-take-back"));
        phone.wait_for(&at("no-clashes"));
        phone.open("#/visits");
        phone.wait_for(&at("record-row"));
        std::fs::remove_file(&path).expect("it is there");
    });
}

/// Two devices and what both know.
struct Two {
    log: Log,
    /// For each its name, the last of its numbers and changes.
    pens: [(DeviceId, i64, Option<ChangeId>); 2],
    ms: u64,
}

impl Two {
    fn new() -> Self {
        let pen = |name| (DeviceId::parse(name).expect("a fitting device"), 0, None);
        let mut two = Two { log: Log::new(), pens: ["rosa000000", "juan000000"].map(pen), ms: 1_795_500_000_000 };
        two.write(0, "device/rosa000000", &[("name", "Rosa".into())], &[]);
        two.write(1, "device/juan000000", &[("name", "Juan".into())], &[]);
        two
    }

    fn write(&mut self, who: usize, record: &str, fields: &[(&str, Value)], over: &[ChangeId]) -> ChangeId {
        let (device, seq, prev) = &mut self.pens[who];
        *seq += 1;
        self.ms += 1_000;
        let change = Change::compose(Compose {
            record: &RecordId::parse(record).expect("a fitting record"),
            set: fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            over: fields.iter().map(|(name, _)| ((*name).to_owned(), over.to_vec())).collect::<Map<_>>(),
            seen: Vec::new(),
            device,
            seq: *seq,
            prev: *prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{:012x}-0000", self.ms)).expect("a fitting tick"),
        });
        let change = change.expect("a change within the limits");
        *prev = Some(change.id());
        let id = change.id();
        self.log.accept(change);
        id
    }

    fn file(&self) -> String {
        write(&self.log, &Made { at: "2026-11-24T18:05:12-05:00", by: "Rosa", device: &self.pens[0].0 })
    }
}

/// Visits in each of which the two wrote three fields differently.
fn crowd(visits: usize) -> String {
    let mut two = Two::new();
    for number in 0..visits {
        let record = format!("visit/v{number}");
        two.write(0, &record, &[("community", format!("Comunidad {number}").into())], &[]);
        let text = |what: &str| Value::from(format!("Vimos {what} en la parcela {number}."));
        two.write(
            0,
            &record,
            &[("purpose", text("café")), ("starts_on", "2026-10-01".into()), ("visit_type", "meeting".into())],
            &[],
        );
        two.write(
            1,
            &record,
            &[("purpose", text("mora")), ("starts_on", "2026-10-02".into()), ("visit_type", "workshop".into())],
            &[],
        );
    }
    two.file()
}

/// A visit that one put away and the other took back.
fn about_the_bin() -> String {
    let mut two = Two::new();
    two.write(0, "visit/a", &[("purpose", "Ver el café".into())], &[]);
    let before = two.write(0, "visit/a", &[("trashed", true.into())], &[]);
    two.write(0, "visit/a", &[("trashed", true.into())], &[before]);
    two.write(1, "visit/a", &[("trashed", false.into())], &[before]);
    two.file()
}
