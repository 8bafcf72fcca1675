//! Pages that come in files of their own: fetched while nothing else is to do, asked for again where they did not come.

use crate::stage::{Browser, Language, journey};
use crate::steps::{CLOSED_ROAD, at, begin};

/// What the files are called, after the name of the app.
const FILES: [&str; 9] = ["notes", "more", "rooms", "exchange", "clashes", "figures", "review", "reports", "help"];

fn wait_files(browser: &Browser) {
    for file in FILES {
        let script = format!(
            "return performance.getEntriesByType('resource').some(file => file.name.endsWith('-{file}.wasm') && file.responseEnd)"
        );
        browser.wait_js(&format!("the file of {file}"), &script);
    }
}

#[test]
fn every_page_is_there_without_a_network_once_the_browser_had_nothing_else_to_do() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        wait_files(&phone);
        phone.offline(true);
        phone.open("#/figures");
        phone.wait_for(&at("no-figures"));
        phone.open("#/exchange");
        phone.wait_for(&at("save-file"));
        phone.open("#/settings");
        phone.click(&at("to-words"));
        phone.wait_for(&at("words"));
        phone.open("#/visit/new");
        phone.wait_for(&at("photo-take"));
    });
}

#[test]
fn a_page_opened_by_its_address_waits_for_its_file() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        begin(&phone, "Team");
        phone.open_address("about:blank");
        phone.open("#/figures");
        phone.wait_for(&at("no-figures"));
    });
}

#[test]
fn who_opens_a_page_whose_file_did_not_come_is_told_and_loses_nothing() {
    journey(|stage| {
        for (language, told, again) in [
            (Language::Spanish, "Esta parte de Ayni no llegó todavía a este teléfono", "Volver a intentar"),
            (Language::English, "This part of Ayni has not reached this phone yet", "Try again"),
        ] {
            let phone = stage.phone(language);
            phone.run_at_start(CLOSED_ROAD);
            begin(&phone, "Intag");
            // The note can be written; only what stands further down has to wait.
            phone.click(&at("new-visit"));
            phone.fill(&at("visit-observations"), "Cuatro quintales por día.");
            phone.wait_text(told);
            let note = phone.run_js("return location.hash", &[]);
            phone.open("#/settings");
            phone.wait_text(told);
            phone.click_text(again);
            phone.wait_for(&at("not-fetched"));

            phone.run_js("window.isRoadOpen = true", &[]);
            phone.click_text(again);
            phone.wait_for(&at("to-words"));
            phone.wait_gone(&at("not-fetched"));
            phone.open(note.as_str().unwrap_or_default());
            phone.wait_for(&at("photo-take"));
            assert_eq!(phone.value_of(&at("visit-observations")), "Cuatro quintales por día.");
        }
    });
}

#[test]
fn a_file_that_never_answers_is_given_up_after_a_minute_and_can_be_asked_for_again() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        // The minute is a second here; the road is silent until it is opened.
        phone.run_at_start(
            "const limit = AbortSignal.timeout;
             AbortSignal.timeout = milliseconds => limit.call(AbortSignal, milliseconds / 60);
             const fetching = window.fetch;
             window.fetch = (what, how) => /-more\\.wasm$/.test(String(what)) && !window.isRoadOpen
                 ? new Promise((_, no) => how.signal.addEventListener('abort', () => no(how.signal.reason)))
                 : fetching(what, how);",
        );
        begin(&phone, "Intag");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el vivero");
        phone.wait_text("Esta parte de Ayni no llegó todavía a este teléfono");
        phone.run_js("window.isRoadOpen = true", &[]);
        phone.click(&at("fetch-again"));
        phone.wait_for(&at("photo-take"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero");
    });
}

#[test]
fn who_starts_a_note_before_its_form_came_is_told_and_asks_again() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.run_at_start(
            "const fetching = window.fetch;
             window.fetch = (what, ...more) => /-notes\\.wasm$/.test(String(what)) && !window.isRoadOpen
                 ? Promise.reject(new TypeError('no road')) : fetching(what, ...more);",
        );
        begin(&phone, "Intag");
        phone.click(&at("new-visit"));
        phone.wait_text("Esta parte de Ayni no llegó todavía a este teléfono");
        phone.run_js("window.isRoadOpen = true", &[]);
        phone.click(&at("fetch-again"));
        phone.fill(&at("visit-purpose"), "Ver el vivero");
        phone.click(&at("save"));
        phone.wait_for(&at("toast"));
    });
}
