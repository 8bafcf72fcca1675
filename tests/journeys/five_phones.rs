//! The whole round: five phones, one desk, bad files among the good ones, and back, until all six show the same.

use crate::photos::Folder;
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, join, load, new_visit, save, save_file};
use ayni::exchange::{Contains, Made, Writing, read_with_photos};
use ayni::log::Log;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

/// What the same program prints in a terminal for a file (section 6 of the format).
fn view(file: &Path) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_ayni")).arg("view").arg(file).output().expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("the view is text")
}

/// The same file in two parts, as if its photo were too big for the first (F6).
fn in_parts(file: &Path, folder: &Folder) -> [PathBuf; 2] {
    let parcel = read_with_photos(&std::fs::read(file).expect("it is there")).expect("it is an export");
    let mut log = Log::default();
    parcel.entries.into_iter().for_each(|entry| {
        log.accept(entry);
    });
    let device = parcel.header.device.expect("it says which device made it");
    let made = Made { at: &parcel.header.at, by: &parcel.header.by, device: &device };
    let held = parcel.photos.iter().map(|photo| (photo.sha256.as_str(), photo.bytes.len()));
    let mut writing = Writing::new(&log, Contains::Everything, held);
    writing.parts.insert(0, Vec::new());
    [1, 2].map(|number| {
        let photos = if number == 2 { parcel.photos.iter().collect() } else { Vec::new() };
        folder.file(&format!("part-{number}-of-2.json"), writing.part(&made, number, photos).as_bytes())
    })
}

fn edit_purpose(browser: &Browser, to: &str) {
    browser.open("#/visits");
    browser.click_text("Ver la planta de café");
    browser.click(&at("edit"));
    browser.fill(&at("visit-purpose"), to);
    save(browser);
}

#[test]
fn five_phones_and_a_desk_come_to_show_the_same() {
    journey(|stage| {
        let folder = Folder::new("five-phones");
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        new_visit(&desk, "Ver la planta de café");
        let start = save_file(&desk);
        let phones: Vec<Rc<Browser>> = (0..5).map(|_| stage.phone(Language::Spanish)).collect();
        for (number, phone) in (1..).zip(&phones) {
            begin(phone, &format!("Equipo {number}"));
            join(phone, &[&start]);
        }
        // Three correct the same answer, each in their own way; two write down the same visit; one takes a photo.
        edit_purpose(&phones[0], "Ver la planta de café de Apuela");
        edit_purpose(&phones[1], "Ver la planta de café y el vivero");
        edit_purpose(&phones[2], "Comprar café");
        for phone in &phones[3..] {
            new_visit(phone, "Feria de Montecillo");
        }
        let photo = folder.photo(&phones[4], "feria.jpg", "#8a1733");
        phones[4].open("#/visit/new");
        phones[4].fill(&at("visit-purpose"), "Ver el vivero");
        phones[4].upload(&at("photo-gallery"), &[&photo]);
        phones[4].wait_text("1 de 1 foto guardada");
        save(&phones[4]);
        phones[4].wait_for(&at("photo"));

        let files: Vec<PathBuf> = phones.iter().map(|phone| save_file(phone)).collect();
        let third = std::fs::read_to_string(&files[2]).expect("the file is text");
        let damaged = folder.file("cut.json", &third.as_bytes()[..third.len() * 3 / 4]);
        let newer = folder.file("newer.json", third.replace("\"version\":1,", "\"version\":2,").as_bytes());
        let foreign = folder.file("map.json", b"{\"type\":\"FeatureCollection\",\"features\":[]}");
        let [first_part, second_part] = in_parts(&files[4], &folder);
        let all = [&second_part, &damaged, &files[0], &newer, &foreign, &files[2], &files[1], &files[3], &first_part];
        load(&desk, &all.map(PathBuf::as_path));
        desk.wait_for(&at("preview-total"));
        assert_eq!(desk.texts_of(&at("preview-file")).len(), all.len());
        desk.click(&at("accept"));
        desk.wait_for(&at("conflicts-to-see"));
        desk.open("#/visits");
        assert_eq!(desk.texts_of(&at("record-row")).len(), 4);
        desk.click_text("Ver el vivero");
        desk.wait_for(&at("photo-open"));

        // Three values for one answer, side by side; the second is kept.
        desk.open("#/visits");
        desk.click_text("afé");
        desk.wait_for(&at("conflict-side"));
        assert_eq!(desk.texts_of(&at("conflict-side")).len(), 3);
        let keep = "const side = [...document.querySelectorAll('[data-test=conflict-side]')]
            .find(side => side.textContent.includes('y el vivero'));
            side.querySelector('[data-test=keep-this]').click();";
        desk.run_js(keep, &[]);
        desk.wait_gone(&at("conflict-side"));

        let back = save_file(&desk);
        let held = view(&back);
        assert!(held.contains("Ver la planta de café y el vivero") && !held.contains("\"conflicts\":{\""));
        for phone in &phones {
            join(phone, &[&back]);
            phone.open("#/visits");
            phone.wait_text("Feria de Montecillo");
            phone.click_text("afé y el vivero");
            phone.wait_gone(&at("conflict-side"));
            phone.wait_for(&at("safe"));
            assert_eq!(view(&save_file(phone)), held, "a phone shows what the desk shows");
        }
        desk.open("#/visits");
        desk.wait_text("y el vivero");
    });
}
