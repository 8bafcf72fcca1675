//! Finding a note again: by a word, by filters, in a list of any length.

#[path = "../../benches/notes.rs"]
pub mod notes;

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, join, save};
use std::path::PathBuf;

/// How many rows of a list are in the page.
const ROWS: &str = "return document.querySelectorAll('[data-test=record-row]').length";
/// Whether the last row of all stands on the screen.
const AT_END: &str = "
    const table = document.querySelector('table.records');
    const rows = [...document.querySelectorAll('[data-test=record-row]')];
    const last = rows.find(row => row.ariaRowIndex === table.ariaRowCount);
    return !!last && last.getBoundingClientRect().top < innerHeight && last.getBoundingClientRect().bottom > 0;";

/// A file of so many visits.
fn file(name: &str, notes: usize) -> PathBuf {
    let path = std::env::temp_dir().join(format!("ayni-{name}-{}.json", std::process::id()));
    std::fs::write(&path, notes::file(notes)).expect("it can be written");
    path
}

fn open_example(browser: &Browser) {
    browser.open("");
    browser.click(&at("open-example"));
    browser.wait_for(&at("example-banner"));
    browser.open("#/visits");
    browser.wait_for(&at("record-row"));
}

#[test]
fn a_note_is_found_by_a_word_without_its_accent_and_shown_in_its_sentence() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        fill_in_visit(&phone);
        phone.fill(&at("visit-observations"), "Hay biodigestores. La señora Ñusta guarda el ají seco.");
        save(&phone);
        phone.open("#/visits");
        phone.fill(&at("search"), "nusta aji");
        phone.wait_text("1 de 1");
        assert_eq!(phone.text_of(&at("hit")), "…La señora Ñusta guarda el ají seco.");
        assert_eq!(phone.texts_of(&format!("{} mark", at("hit"))), ["Ñusta", "ají"]);

        // What is saved now is found at once; what it said before is not.
        phone.click(&at("open-record"));
        phone.click(&at("edit"));
        phone.fill(&at("visit-observations"), "Hay un vivero de cedrón.");
        save(&phone);
        phone.click(&at("back"));
        phone.wait_for(&at("nothing-found"));
        assert_eq!(phone.value_of(&at("search")), "nusta aji");
        phone.fill(&at("search"), "cedro");
        phone.wait_text("Hay un vivero de cedrón.");
        phone.click(&at("search-clear"));
        phone.wait_gone(&at("hit"));
        assert_eq!(phone.texts_of(&at("record-row")).len(), 1);
    });
}

#[test]
fn notes_are_found_in_either_language_and_nothing_found_says_what_to_do() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        open_example(&desk);
        let all = desk.texts_of(&at("record-row")).len();
        desk.fill(&at("search"), "comercio justo");
        desk.wait_text(&format!(" of {all}"));
        let found = desk.texts_of(&at("record-row")).len();
        assert!(0 < found && found < all, "{found} of {all}");
        desk.fill(&at("search"), "fair trade");
        desk.wait_text(&format!("{found} of {all}"));
        desk.type_keys(&at("search"), " xylophone");
        desk.wait_for(&at("nothing-found"));
        desk.click(&at("clear-all"));
        desk.wait_gone(&at("nothing-found"));
        assert_eq!(desk.texts_of(&at("record-row")).len(), all);
    });
}

#[test]
fn filters_narrow_the_list_and_each_is_taken_back_with_one_tap() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        open_example(&phone);
        let all = phone.texts_of(&at("record-row")).len();
        phone.click(&at("filters"));
        phone.wait_for(&at("filter-status"));
        phone.fill(&at("filter-status"), "reviewed");
        phone.wait_for(&at("filter-set"));
        let complete = phone.texts_of(&at("record-row")).len();
        assert!(0 < complete && complete < all, "{complete} of {all}");
        let theme = "return document.querySelector('[data-test=filter-theme]').options[1].value";
        let theme = phone.run_js(theme, &[]).as_str().expect("a theme").to_owned();
        phone.fill(&at("filter-theme"), &theme);
        phone.wait_js("two filters", "return document.querySelectorAll('[data-test=filter-set]').length === 2");
        assert!(phone.texts_of(&at("record-row")).len() < complete);

        // They stay while one looks at a record, and go when one goes elsewhere.
        phone.click(&at("open-record"));
        phone.wait_for(&at("record-title"));
        phone.click(&at("back"));
        phone.wait_for(&at("record-row"));
        assert_eq!(phone.texts_of(&at("filter-set")).len(), 2);
        assert_eq!(phone.value_of(&at("filter-theme")), theme);
        phone.click(&at("filter-set"));
        phone.wait_js("one filter", "return document.querySelectorAll('[data-test=filter-set]').length === 1");
        phone.click(&at("filter-set"));
        phone.wait_gone(&at("filter-set"));
        assert_eq!(phone.texts_of(&at("record-row")).len(), all);
        assert_eq!(phone.value_of(&at("filter-theme")), "");
        phone.fill(&at("filter-status"), "draft");
        phone.wait_for(&at("filter-set"));
        phone.open("#/trainings");
        phone.wait_for(&at("record-row"));
        phone.open("#/visits");
        phone.wait_for(&at("record-row"));
        assert_eq!(phone.texts_of(&at("record-row")).len(), all);
    });
}

#[test]
fn one_comes_back_to_the_same_place_of_a_long_list() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let path = file("place", 2_000);
        join(&phone, &[&path]);
        std::fs::remove_file(&path).expect("it is there");
        phone.open("#/visits");
        phone.fill(&at("search"), "cafe");
        phone.wait_for(&at("hit"));
        // Into the middle of what is found, and to the record that stands there.
        phone.run_js("scrollTo(0, document.documentElement.scrollHeight / 2)", &[]);
        let seen = "
            const rows = [...document.querySelectorAll('[data-test=record-row]')];
            const row = rows.find(row => row.getBoundingClientRect().top > 0);";
        phone.wait_js("rows in the middle", &format!("{seen} return !!row && Number(row.ariaRowIndex) > 300"));
        let place = format!("{seen} return Number(row.ariaRowIndex)");
        let steps: [fn(&Browser); 2] =
            [|phone| phone.click(&at("back")), |phone| drop(phone.run_js("history.back()", &[]))];
        for go_back in steps {
            let before = phone.run_js(&place, &[]).as_i64().expect("a row");
            phone.run_js(&format!("{seen} row.querySelector('a').click()"), &[]);
            phone.wait_for(&at("record-title"));
            go_back(&phone);
            phone.wait_gone(&at("record-title"));
            phone.wait_js("the same place", &format!("return Math.abs((() => {{ {place} }})() - {before}) <= 1"));
            assert_eq!(phone.value_of(&at("search")), "cafe");
        }
    });
}

#[test]
fn a_list_of_thousands_has_only_what_is_seen_in_the_page_and_is_walked_with_the_keyboard() {
    journey(|stage| {
        let path = file("long", 2_000);
        for browser in [stage.phone(Language::Spanish), stage.desktop(Language::English)] {
            begin(&browser, "Mesa");
            join(&browser, &[&path]);
            browser.open("#/visits");
            browser.wait_for(&at("record-row"));
            let few = |browser: &Browser| {
                let rows = browser.run_js(ROWS, &[]).as_i64().expect("a number");
                assert!(0 < rows && rows <= 200, "{rows} rows are in the page");
            };
            few(&browser);
            assert_eq!(browser.attribute_of("table.records", "aria-rowcount").as_deref(), Some("2001"));
            // What is near the end may be a little higher than it was likely to be: who is not there yet presses again.
            browser.type_keys("body", "\u{E010}");
            browser.wait_js("rows near the end", "return !!document.querySelector('[aria-rowindex=\"1990\"]')");
            browser.type_keys(":root", "\u{E010}");
            browser.wait_js("the last row", AT_END);
            few(&browser);

            // From the first row to beyond what was drawn, by Tab alone.
            browser.type_keys("body", "\u{E011}");
            browser
                .wait_js("the first row", "return scrollY === 0 && !!document.querySelector('[aria-rowindex=\"2\"]')");
            browser.run_js("document.querySelector('[aria-rowindex=\"2\"] a').focus()", &[]);
            for row in 3..120 {
                browser.type_keys(":focus", "\u{E004}");
                let here = format!("return document.activeElement.closest('tr')?.ariaRowIndex === '{row}'");
                browser.wait_js(&format!("row {row} under the keyboard"), &here);
            }
            few(&browser);

            // A period narrows it, and one that has nothing says so.
            browser.click(&at("filters"));
            browser.fill(&at("filter-from"), "2026-01-01");
            browser.wait_for(&at("filter-set"));
            browser.wait_js("fewer rows", "return Number(document.querySelector('table.records').ariaRowCount) < 1000");
            browser.fill(&at("filter-to"), "2025-01-01");
            browser.wait_for(&at("nothing-found"));
            browser.click(&at("clear-all"));
            browser.wait_for(&at("record-row"));
        }
        std::fs::remove_file(&path).expect("it is there");
    });
}
