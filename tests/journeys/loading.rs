//! Loading files as people live it: many, large, by every way in, looked at before, and taken back.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, load, new_visit, save_file};
use ayni::exchange::{Contains, Made, write_parts};
use ayni::log::{Change, Compose, DeviceId, Log, Tick};
use ayni::record::{Map, RecordId};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder for files that are made here.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("ayni-loading-{name}-{}", std::process::id()));
    fs::create_dir_all(&path).expect("a folder can be made");
    path
}

/// A file with so many visits of one phone, which says who made it.
pub fn file_of(phone: &str, visits: usize) -> String {
    let device = DeviceId::parse(phone).expect("ten letters");
    let mut log = Log::new();
    let mut prev = None;
    for number in 1..=visits {
        let record = RecordId::parse(&format!("visit/{phone}-{number}")).expect("it fits");
        let set = Map::from([
            ("purpose".to_owned(), format!("Visita {number} de {phone}").as_str().into()),
            ("starts_on".to_owned(), "2026-11-20".into()),
        ]);
        let tick = Tick::parse(&format!("{:012x}-0000", 1_790_000_000_000 + number)).expect("a tick");
        let seq = i64::try_from(number).expect("small");
        let at = "2026-11-24T08:11:22-05:00";
        let parts =
            Compose { record: &record, set, over: Map::new(), seen: vec![], device: &device, seq, prev, at, tick };
        let change = Change::compose(parts).expect("a change");
        prev = Some(change.id());
        log.accept(change);
    }
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: &format!("Equipo {phone}"), device: &device };
    write_parts(&log, &made, Contains::Everything, &[]).remove(0)
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("it can be written");
    path
}

/// How many lines the list of visits has.
pub fn visits(browser: &Browser) -> usize {
    browser.open("#/visits");
    browser.wait_for(&at("record-row"));
    browser.texts_of(&at("record-row")).len()
}

/// Files are given out only when the test says so.
const HOLD_FILES: &str = "
    const real = Blob.prototype.arrayBuffer;
    window.held = [];
    Blob.prototype.arrayBuffer = function () {
        return new Promise(done => held.push(done)).then(() => real.call(this));
    };
    window.letGo = () => { const given = held.splice(0); given.forEach(done => done()); return given.length; };";

#[test]
fn a_loading_that_is_given_up_midway_changes_nothing() {
    journey(|stage| {
        let folder = folder("cancel");
        let files: Vec<PathBuf> = ["aaaaaaaaaa", "bbbbbbbbbb"]
            .map(|phone| written(&folder, &format!("{phone}.json"), &file_of(phone, 5)))
            .to_vec();
        let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Mesa");
        new_visit(&desk, "Ver el vivero");
        desk.run_js(HOLD_FILES, &[]);
        load(&desk, &paths);
        desk.wait_for(&at("progress"));
        desk.wait_js("the first file", "return held.length === 1 && letGo() === 1");
        desk.wait_js("the second file", "return held.length === 1");
        assert!(
            desk.text_of(&at("progress-file")).contains("bbbbbbbbbb.json"),
            "{}",
            desk.text_of(&at("progress-file"))
        );
        let share: usize =
            desk.attribute_of(&at("progress"), "value").and_then(|share| share.parse().ok()).expect("a share");
        assert!((1..1_000).contains(&share), "{share}");
        desk.click(&at("cancel-loading"));
        desk.wait_for(&at("load-cancelled"));
        desk.run_js("letGo()", &[]);
        assert_eq!(visits(&desk), 1);
        desk.reload();
        assert_eq!(visits(&desk), 1);
        // The same files come in as ever.
        crate::steps::join(&desk, &paths);
        assert_eq!(visits(&desk), 11);
        fs::remove_dir_all(folder).expect("it is there");
    });
}

#[test]
fn twenty_files_at_once_are_read_named_and_joined() {
    journey(|stage| {
        let folder = folder("many");
        let files: Vec<PathBuf> = (0..20)
            .map(|number| {
                written(&folder, &format!("equipo-{number}.json"), &file_of(&format!("phone000{number:02}"), 30))
            })
            .collect();
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        load(&desk, &files.iter().map(PathBuf::as_path).collect::<Vec<_>>());
        desk.wait_for(&at("accept"));
        let told = desk.texts_of(&at("preview-file"));
        assert_eq!(told.len(), 20);
        assert!(told[19].contains("equipo-19.json") && told[19].contains("30 new records"), "{}", told[19]);
        assert!(desk.text_of(&at("count-new-records")).contains("600"));
        desk.click(&at("accept"));
        desk.wait_for(&at("import-result"));
        let file = fs::read_to_string(save_file(&desk)).expect("it is text");
        assert_eq!(file.matches("\"record\":\"visit/").count(), 600);
        fs::remove_dir_all(folder).expect("it is there");
    });
}

#[test]
fn what_was_saved_in_another_tab_meanwhile_is_compared_before_anything_is_joined() {
    journey(|stage| {
        let folder = folder("again");
        let file = written(&folder, "a.json", &file_of("aaaaaaaaaa", 3));
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Mesa");
        load(&desk, &[&file]);
        desk.wait_for(&at("accept"));
        let first = desk.tab();
        let second = desk.new_tab();
        desk.to_tab(&second);
        new_visit(&desk, "Ver el vivero");
        desk.to_tab(&first);
        desk.click(&at("accept"));
        desk.wait_for(&at("compared-again"));
        desk.click(&at("accept"));
        desk.wait_for(&at("import-result"));
        assert_eq!(visits(&desk), 4);
        fs::remove_dir_all(folder).expect("it is there");
    });
}
