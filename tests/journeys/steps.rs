//! What people do again and again, as steps of a journey.

use crate::stage::Browser;
use std::path::PathBuf;

/// No file that comes later arrives, until the road is open; only that of the notes, with what it shares, has come.
pub const CLOSED_ROAD: &str = "
    const fetching = window.fetch;
    window.fetch = (what, ...more) => {
        const isLater = /-(more|rooms|exchange|clashes|figures|review|reports|help)\\.wasm$/.test(String(what));
        return isLater && !window.isRoadOpen ? Promise.reject(new TypeError('no road')) : fetching(what, ...more);
    };";

/// The selector of an element by its name for tests.
pub fn at(name: &str) -> String {
    format!("[data-test=\"{name}\"]")
}

/// Opens the app for the first time and says who one is.
pub fn begin(browser: &Browser, name: &str) {
    browser.open("");
    browser.fill(&at("device-name"), name);
    browser.click(&at("start"));
    browser.wait_gone(&at("first-start"));
}

/// Types into a search field and takes the first suggestion that says `choice`.
pub fn pick(browser: &Browser, field: &str, typed: &str, choice: &str) {
    browser.fill(&at(&format!("{field}-search")), typed);
    browser.wait_text(choice);
    browser.click_text(choice);
    browser.wait_for(&at(&format!("{field}-picked")));
}

/// Fills in a whole note of a visit to coffee growers in Intag, and leaves it unsaved.
pub fn fill_in_visit(browser: &Browser) {
    browser.wait_for(&at("visit-form"));
    pick(browser, "municipality", "cotacachi", "Imbabura");
    browser.fill(&at("visit-community"), "Apuela");
    let host = "Asociación de Caficultores Río Intag";
    browser.fill(&at("host-search"), host);
    browser.click(&at("host-other"));
    browser.wait_for(&at("host-picked"));
    browser.click(&at("visit-visit-type-site_visit"));
    browser.click(&format!("{} label:first-of-type", at("visit-production-areas")));
    browser.click(&format!("{} label:first-of-type", at("visit-themes")));
    browser.fill(&at("visit-purpose"), "Conocer el procesamiento");
    browser.fill(&at("visit-observations"), "La planta procesa cuatro quintales por día.");
    browser.click(&at("commitment-add"));
    browser.fill(&at("commitment-what"), "Enviar el modelo de biodigestor");
    browser.fill(&at("commitment-who"), "Agroecólogos de Intag");
    browser.fill(&at("commitment-due"), "2026-12-15");
}

/// Saves the form that is open and waits until the page says that it is kept.
pub fn save(browser: &Browser) {
    browser.click(&at("save"));
    browser.wait_for(&at("record-title"));
}

/// Writes a note of one line and saves it.
pub fn new_visit(browser: &Browser, purpose: &str) {
    browser.open("#/visit/new");
    browser.fill(&at("visit-purpose"), purpose);
    save(browser);
}

/// The name under which this device writes.
pub fn device(browser: &Browser) -> String {
    let device = browser.run_js("return JSON.parse(localStorage['ayni/settings']).device", &[]);
    device.as_str().expect("a name").to_owned()
}

/// Counts a training with three women and two men by taps, one tap taken back, and saves it.
pub fn record_training(browser: &Browser) {
    browser.open("#/training/new");
    browser.wait_for(&at("training-form"));
    for key in ["key-w-18_29", "key-w-18_29", "key-w-30_59", "key-m-30_59", "key-m-60_plus", "key-m-60_plus"] {
        browser.click(&at(key));
    }
    browser.click(&at("pad-undo"));
    browser.wait_js("the total of five", "return document.querySelector('[data-test=total] b').textContent === '5'");
    show_about(browser);
    browser.click(&format!("{} label:first-of-type", at("course-topics")));
    browser.click(&at("course-method-workshop"));
    pick(browser, "municipality", "tiquipaya", "Cochabamba");
    browser.fill(&at("organiser-search"), "Municipio de Tiquipaya");
    browser.click(&at("organiser-other"));
    browser.fill(&at("minutes"), "90");
    browser.click(&at("session-count-basis-signed_list"));
    save(browser);
}

/// On a phone the pad and what the training was about are two sides; on a desktop both are seen.
pub fn show_about(browser: &Browser) {
    let is_phone = browser.run_js("return window.innerWidth < 900", &[]) == true;
    if is_phone {
        browser.click(&at("show-about"));
    }
}

/// Saves everything as a file.
pub fn save_file(browser: &Browser) -> PathBuf {
    browser.open("#/exchange");
    browser.click(&at("save-file"));
    let path = browser.wait_download();
    browser.wait_for(&at("file-saved"));
    path
}

/// Records a whole visit, saves it and gives the file for the desk.
pub fn visit_file(browser: &Browser) -> PathBuf {
    browser.open("#/visit/new");
    fill_in_visit(browser);
    save(browser);
    save_file(browser)
}

/// Loads files and waits for the preview.
pub fn load(browser: &Browser, paths: &[&std::path::Path]) {
    browser.open("#/exchange");
    browser.wait_for(&at("load-files"));
    browser.upload(&at("file-input"), paths);
}

/// Loads files and accepts what they bring.
pub fn join(browser: &Browser, paths: &[&std::path::Path]) {
    load(browser, paths);
    browser.click(&at("accept"));
    browser.wait_for(&at("import-result"));
}
