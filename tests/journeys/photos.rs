//! Photos: two of them on a visit, without a network, through a closed tab, a save and a file.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, join, load, save, save_file};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::{Path, PathBuf};

/// A photo as a camera writes it, of one colour with a stripe: made by the browser itself.
const PAINT: &str = "
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1800];
    const context = canvas.getContext('2d');
    context.fillStyle = arguments[0];
    context.fillRect(0, 0, 2400, 1800);
    context.fillStyle = '#fff';
    context.fillRect(300, 800, 1800, 200);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];";

/// How many of the pictures that fit stand on the page and were really read: their width in picture elements.
fn widths(browser: &Browser, css: &str) -> Vec<i64> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(picture => picture.naturalWidth)";
    let widths = browser.run_js(script, &[css.into()]);
    widths.as_array().into_iter().flatten().filter_map(serde_json::Value::as_i64).collect()
}

fn wait_pictures(browser: &Browser, css: &str, count: usize) {
    let script = format!(
        "const all = [...document.querySelectorAll('{css}')];
         return all.length === {count} && all.every(picture => picture.complete && picture.naturalWidth > 0)"
    );
    browser.wait_js(&format!("{count} pictures in {css}"), &script);
}

/// Files beside each other, in a folder that goes when this is dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ayni-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for photos");
        Folder(folder)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).expect("it can be written");
        path
    }

    pub fn photo(&self, browser: &Browser, name: &str, colour: &str) -> PathBuf {
        let painted = browser.run_js(PAINT, &[colour.into()]);
        self.file(name, &STANDARD.decode(painted.as_str().expect("base64")).expect("base64"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn open_the_visit(browser: &Browser) {
    browser.open("#/visits");
    browser.click(&at("open-record"));
    browser.wait_for(&at("record-title"));
}

#[test]
fn a_visit_with_two_photos_is_recorded_offline_and_a_desk_sees_them() {
    journey(|stage| {
        let folder = Folder::new("two-photos");
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let photos = [folder.photo(&phone, "IMG_1.jpg", "#1f4f2a"), folder.photo(&phone, "IMG_2.jpg", "#8a1733")];
        let text = folder.file("lista.jpg", "Lista de asistentes".as_bytes());

        // In the field, without a network.
        phone.offline(true);
        phone.click(&at("new-visit"));
        fill_in_visit(&phone);
        phone.upload(&at("photo-gallery"), &[&photos[0], &photos[1]]);
        phone.wait_text("2 de 2 fotos guardadas");
        phone.fill(&at("photo-caption"), "La planta de café");
        phone.click(&at("photo-consent-1-given"));
        phone.wait_for(&at("photos-room"));

        // The tab is closed; what was stored is there with what was written about it.
        phone.offline(false);
        phone.close_tab_and_reopen("");
        phone.wait_text("2 de 2 fotos guardadas");
        phone.offline(true);
        assert_eq!(phone.value_of(&at("photo-caption")), "La planta de café");
        wait_pictures(&phone, "[data-test=form-photo] img", 2);
        assert_eq!(widths(&phone, "[data-test=form-photo] img"), [240, 240], "small ones in the form");

        // What is no photo is told, and keeps nothing from being saved. One taken out by mistake comes back.
        phone.upload(&at("photo-gallery"), &[&text]);
        phone.wait_text("«lista.jpg» no es una foto que Ayni pueda leer.");
        phone.click(&at("photo-remove"));
        phone.wait_text("1 de 1 foto guardada");
        phone.click(&at("photo-undo"));
        phone.wait_text("2 de 2 fotos guardadas");
        save(&phone);
        wait_pictures(&phone, "[data-test=photo] img", 2);
        assert_eq!(phone.texts_of(&at("photo-consent")), ["Con permiso", "No se preguntó"]);

        // One of them large, and back by Escape.
        phone.click(&at("photo-open"));
        wait_pictures(&phone, "[data-test=photo-large] img", 1);
        assert_eq!(widths(&phone, "[data-test=photo-large] img"), [1600]);
        assert_eq!(phone.attribute_of("[data-test=photo-large] img", "alt").as_deref(), Some("La planta de café"));
        phone.type_keys(&at("photo-close"), "\u{E00C}");
        phone.wait_gone(&at("photo-large"));

        phone.open("#/exchange");
        phone.wait_text("Lleva también 2 fotos");
        let file = save_file(&phone);
        let whole = fs::read_to_string(&file).expect("the file is text");
        let records: String =
            whole.lines().filter(|line| !line.starts_with("{\"sha256\":")).flat_map(|line| [line, "\n"]).collect();
        let without = folder.file("ayni-without.json", records.as_bytes());

        // The records come first, as when a part of the files is still on its way.
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        load(&desk, &[&without]);
        desk.wait_for(&at("count-photos-missing"));
        desk.click(&at("accept"));
        desk.wait_for(&at("import-result"));
        open_the_visit(&desk);
        desk.wait_text("Esta foto no está aquí todavía. La tiene Equipo Intag");
        assert_eq!(desk.texts_of(&at("photo-not-here")).len(), 2);
        desk.open("#/exchange");
        desk.wait_text("2 fotos no están aquí y no van en el archivo.");

        // Then the photos.
        load(&desk, &[&file]);
        assert!(desk.text_of(&at("count-photos")).starts_with("2 "));
        desk.click_text("Unir 2 fotos");
        desk.wait_for(&at("import-result"));
        open_the_visit(&desk);
        wait_pictures(&desk, "[data-test=photo] img", 2);
        assert_eq!(desk.texts_of(&at("photo-not-here")).len(), 0);
        desk.wait_text("La planta de café");
        load(&desk, &[&file]);
        desk.wait_for(&at("nothing-new"));

        // Into the bin and back.
        open_the_visit(&desk);
        desk.click(&at("photo-to-bin"));
        wait_pictures(&desk, "[data-test=photo] img", 1);
        desk.click(&format!("{} summary", at("photos-binned")));
        desk.click(&at("photo-take-back"));
        wait_pictures(&desk, "[data-test=photo] img", 2);
    });
}

#[test]
fn a_photo_without_room_is_told_and_the_note_is_saved_all_the_same() {
    journey(|stage| {
        let folder = Folder::new("full-disk");
        let phone = stage.phone(Language::English);
        begin(&phone, "Team");
        let photo: &Path = &folder.photo(&phone, "IMG_1.jpg", "#27306b");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "To see the coffee plant");
        let full = "const { put } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.put = function (value, key) {
                if (value instanceof ArrayBuffer) throw new DOMException('no room', 'QuotaExceededError');
                return put.call(this, value, key);
            };";
        phone.run_js(full, &[]);
        phone.upload(&at("photo-gallery"), &[photo]);
        phone.wait_text("“IMG_1.jpg” could not be saved: the phone is full.");
        phone.wait_text("Your note and the other photos have not changed.");
        assert_eq!(phone.texts_of(&at("form-photo")).len(), 0);
        save(&phone);
        phone.wait_text("To see the coffee plant");

        // With room again it is added to the saved note.
        phone.reload();
        phone.click(&at("edit"));
        phone.wait_for(&at("visit-form"));
        phone.upload(&at("photo-gallery"), &[photo]);
        phone.wait_text("1 of 1 photo saved");
        save(&phone);
        wait_pictures(&phone, "[data-test=photo] img", 1);
        // What travels back to a desk of its own is the same photo.
        let file = save_file(&phone);
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        join(&desk, &[&file]);
        open_the_visit(&desk);
        wait_pictures(&desk, "[data-test=photo] img", 1);
    });
}
