//! The pictures of the help, taken from the running app: `cargo xtask pictures` runs this and says what they weigh.
//!
//! The workspace is the example, loaded as a file of somebody else's, and notes that are written here in each language.

use crate::offline::wait_offline;
use crate::stage::{Browser, Language, Stage, journey};
use crate::steps::{at, begin, join, load, pick, save, save_file};
use ayni::app::{Notebook, help};
use ayni::exchange::{Made, write};
use ayni::i18n::{Lang, Topic};
use ayni::log::DeviceId;
use std::fs;
use std::path::{Path, PathBuf};

/// No picture may be heavier, in bytes: people pay for each.
const MOST: usize = 9_500;
/// Tried one after the other until a picture is light enough.
const QUALITIES: [u32; 6] = [60, 50, 40, 30, 20, 12];

/// What is written on the pictures.
struct Texts {
    teams: [&'static str; 3],
    saw: [&'static str; 3],
}

const fn texts(lang: Lang) -> Texts {
    match lang {
        Lang::Es => Texts {
            teams: ["Equipo Intag", "Equipo Cuellaje", "Oficina Quito"],
            saw: [
                "La planta procesa cuatro quintales por día.",
                "La planta procesa cinco quintales por día.",
                "La planta procesa seis quintales por día.",
            ],
        },
        Lang::En => Texts {
            teams: ["Team Intag", "Team Cuellaje", "Quito desk"],
            saw: [
                "The plant processes four quintals a day.",
                "The plant processes five quintals a day.",
                "The plant processes six quintals a day.",
            ],
        },
    }
}

struct Camera<'a> {
    browser: &'a Browser,
    lang: Lang,
}

impl Camera<'_> {
    /// Takes what begins at an element, as wide and high as the page of the help shows it.
    fn take(&self, topic: Topic, from: &str) {
        let bytes = QUALITIES.map(|quality| self.browser.photograph(from, help::size(topic), quality));
        let light = bytes.iter().find(|bytes| bytes.len() <= MOST).unwrap_or(&bytes[QUALITIES.len() - 1]);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(help::picture(topic, self.lang));
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(&path, light).expect("it can be written");
        println!("{:>6} bytes  {}", light.len(), path.display());
    }

    fn close_hint(&self) {
        self.browser.click(&at("close-hint"));
        self.browser.wait_gone(&at("hint"));
    }
}

/// The example as a file that somebody sent.
fn example(folder: &Path) -> PathBuf {
    let lines = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/example.jsonl"));
    let log = Notebook::example(&lines.expect("it is there")).log;
    let device = DeviceId::parse("phone00000").expect("ten letters");
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo Sacaba", device: &device };
    let path = folder.join("equipo-sacaba.json");
    fs::write(&path, write(&log, &made)).expect("it can be written");
    path
}

#[test]
#[ignore = "writes the pictures of the help: `cargo xtask pictures`"]
fn pictures_of_the_help() {
    let folder = std::env::temp_dir().join(format!("ayni-pictures-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    journey(|stage| {
        let example = example(&folder);
        for (lang, language) in [(Lang::Es, Language::Spanish), (Lang::En, Language::English)] {
            on_phones(stage, lang, language);
            at_a_desk(stage, lang, language, &example);
        }
    });
    fs::remove_dir_all(&folder).expect("it is there");
}

fn on_phones(stage: &Stage, lang: Lang, language: Language) {
    let words = texts(lang);
    let [phone, other] = [0, 1].map(|team| {
        let phone = stage.phone(language);
        begin(&phone, words.teams[team]);
        phone
    });
    let camera = Camera { browser: &phone, lang };
    phone.open("#/visit/new");
    camera.close_hint();
    pick(&phone, "municipality", "cotacachi", "Imbabura");
    phone.fill(&at("visit-community"), "Apuela");
    phone.fill(&at("host-search"), "Caficultores Río Intag");
    phone.click(&at("host-other"));
    phone.wait_for(&at("host-picked"));
    camera.take(Topic::FirstVisit, "main .head");
    phone.fill(&at("visit-observations"), words.saw[0]);
    save(&phone);

    phone.open("#/training/new");
    phone.wait_for(&at("training-form"));
    for (key, times) in
        [("key-w-18_29", 6), ("key-w-30_59", 9), ("key-m-18_29", 4), ("key-m-30_59", 5), ("key-w-60_plus", 1)]
    {
        (0..times).for_each(|_| phone.click(&at(key)));
    }
    camera.take(Topic::Counting, ".pad-sheet");
    save(&phone);

    phone.open("#/my-data");
    phone.wait_for(&at("kept"));
    camera.take(Topic::NewPhone, "main .head");
    phone.open("#/exchange");
    phone.wait_for(&at("send-holds"));
    camera.take(Topic::Sending, "[aria-labelledby=save]");
    phone.open("#/settings");
    wait_offline(&phone, "ready");
    camera.take(Topic::Hosting, "[aria-labelledby=offline]");

    // The other team corrects the note, and so does this one.
    join(&other, &[&save_file(&phone)]);
    for (team, saw) in [(&other, words.saw[2]), (&phone, words.saw[1])] {
        team.open("#/visits");
        team.click(&at("open-record"));
        team.click(&at("edit"));
        team.fill(&at("visit-observations"), saw);
        save(team);
    }
    join(&phone, &[&save_file(&other)]);
    phone.open("#/clashes");
    phone.wait_for(&at("conflict"));
    camera.take(Topic::Clashes, &at("clash-record"));
}

fn at_a_desk(stage: &Stage, lang: Lang, language: Language, example: &Path) {
    let desk = stage.desktop(language);
    begin(&desk, texts(lang).teams[2]);
    // As narrow as a laptop's layout goes, so that no card is cut.
    desk.resize(900, 768);
    let camera = Camera { browser: &desk, lang };
    load(&desk, &[example]);
    desk.wait_for(&at("accept"));
    camera.take(Topic::Loading, "main .head");
    desk.click(&at("accept"));
    desk.wait_for(&at("import-result"));
    desk.open("#/report/new");
    desk.wait_for(&at("sources"));
    camera.take(Topic::Report, "section:has([data-test=sources])");
}
