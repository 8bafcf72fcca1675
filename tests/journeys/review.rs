//! The table for reviewing: what is sent back reaches the phone with its reason and comes back mended; by keyboard; many at once.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, join, new_visit, save, save_file, visit_file};

const DOWN: &str = "\u{E015}";
const UP: &str = "\u{E013}";
const END: &str = "\u{E010}";
const HOME: &str = "\u{E011}";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const GRID: &str = "#review-grid";

/// Opens the table and waits until rows stand in it.
fn open_table(browser: &Browser) {
    browser.open("#/review");
    browser.wait_for(&at("review-row"));
}

fn wait_states(browser: &Browser, state: &str, count: usize) {
    let script = format!(
        "return [...document.querySelectorAll('.review-table {}')].filter(tag => tag.textContent === '{state}').length === {count}",
        at("review-state")
    );
    browser.wait_js(&format!("{count} times {state}"), &script);
}

fn wait_selected(browser: &Browser, count: usize) {
    let script = format!("return document.querySelectorAll('tr[aria-selected=true]').length === {count}");
    browser.wait_js(&format!("{count} marked"), &script);
}

fn wait_at(browser: &Browser, row: usize) {
    let script =
        format!("return document.querySelector('{GRID}').getAttribute('aria-activedescendant') === 'row-{row}'");
    browser.wait_js(&format!("the keyboard is in row {row}"), &script);
}

#[test]
fn a_reason_travels_to_the_phone_and_the_mended_note_back_in_spanish() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let file = visit_file(&phone);

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&file]);
        open_table(&desk);
        wait_states(&desk, "completa", 1);
        desk.click(&at("review-row"));
        desk.wait_text("La planta procesa cuatro quintales por día.");
        desk.click(&at("review-back"));
        // Nobody can mend what they are not told.
        desk.wait_for(&format!("{}:disabled", at("review-do")));
        desk.fill(&at("review-answer"), "¿Cuántas familias entregan café?");
        desk.wait_text("Cambian 1 de 1.");
        desk.click(&at("review-do"));
        wait_states(&desk, "devuelta", 1);
        let back = save_file(&desk);

        join(&phone, &[&back]);
        phone.open("");
        phone.wait_for(&at("sent-back-list"));
        phone.wait_text("¿Cuántas familias entregan café?");
        phone.click(&at("to-sent-back"));
        phone.wait_for(&at("sent-back"));
        phone.click(&at("edit"));
        phone.wait_for(&at("sent-back"));
        phone.wait_text("¿Cuántas familias entregan café?");
        phone.fill(&at("visit-observations"), "Doce familias entregan café a la planta.");
        save(&phone);
        phone.wait_gone(&at("sent-back"));
        phone.open("");
        phone.wait_for(&at("new-visit"));
        phone.wait_gone(&at("sent-back-list"));
        let mended = save_file(&phone);

        join(&desk, &[&mended]);
        open_table(&desk);
        wait_states(&desk, "corregida", 1);
        desk.click(&at("review-row"));
        desk.wait_text("Doce familias entregan café a la planta.");
        desk.wait_text("¿Cuántas familias entregan café?");
        desk.click(&at("review-yes"));
        wait_states(&desk, "revisada", 1);
        desk.wait_text("No entra en el informe: es solo para el equipo.");
        // The same page makes it ready for the report.
        desk.click(&at("review-who"));
        desk.click(&at("review-who-may-public"));
        desk.wait_text("Cambian 1 de 1.");
        desk.click(&at("review-do"));
        desk.wait_text("Entra en el informe.");
        wait_states(&desk, "revisada", 1);
    });
}

#[test]
fn the_table_is_worked_by_keyboard_alone_in_english() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Office");
        for purpose in ["Apples", "Beans", "Cocoa", "Dairy"] {
            new_visit(&desk, purpose);
        }
        open_table(&desk);
        // The latest comes first.
        desk.type_keys(GRID, DOWN);
        wait_at(&desk, 1);
        desk.type_keys(GRID, END);
        wait_at(&desk, 3);
        desk.type_keys(GRID, &["\u{E008}", UP, "\u{E000}"].concat());
        wait_at(&desk, 2);
        wait_selected(&desk, 2);
        desk.type_keys(GRID, " ");
        wait_selected(&desk, 1);
        desk.type_keys(GRID, HOME);
        wait_at(&desk, 0);
        desk.type_keys(GRID, ENTER);
        desk.wait_for(&at("review-detail"));
        assert_eq!(desk.text_of(&at("review-title")), "Dairy");
        desk.type_keys(GRID, &[DOWN, ENTER].concat());
        desk.wait_js("the next", "return document.querySelector('[data-test=review-title]').textContent === 'Cocoa'");
        desk.type_keys(GRID, ESCAPE);
        desk.wait_gone(&at("review-detail"));

        // By name, up and then down; the head says so.
        let first = "th:nth-child(2)";
        desk.type_keys(&format!("{first} .sort"), ENTER);
        desk.wait_js("up", "return document.querySelector('th:nth-child(2)').ariaSort === 'ascending' && document.querySelector('tr#row-0 b').textContent === 'Apples'");
        desk.type_keys(&format!("{first} .sort"), ENTER);
        desk.wait_js("down", "return document.querySelector('th:nth-child(2)').ariaSort === 'descending' && document.querySelector('tr#row-0 b').textContent === 'Dairy'");

        // A column less, and it stays away.
        desk.click(&at("choose-columns"));
        desk.click(&at("review-columns-confidentiality"));
        desk.wait_js("six heads", "return document.querySelectorAll('#review-grid th').length === 6");
        desk.reload();
        desk.wait_for(&at("review-row"));
        desk.wait_js("six heads", "return document.querySelectorAll('#review-grid th').length === 6");
    });
}

#[test]
fn many_are_sent_back_at_once_and_that_is_undone_as_one_in_english() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Office");
        for purpose in ["Apples", "Beans", "Cocoa"] {
            new_visit(&desk, purpose);
        }
        open_table(&desk);
        desk.type_keys(GRID, &["\u{E009}", "a", "\u{E000}"].concat());
        wait_selected(&desk, 3);
        // What lacks something can not be marked as reviewed, and that is said before.
        desk.click(&at("many-reviewed"));
        desk.wait_text("This changes 0 of 3. Not possible: 3.");
        desk.click(&at("review-cancel"));
        desk.click(&at("many-back"));
        desk.fill(&at("review-answer"), "Where was it?");
        desk.wait_text("This changes 3 of 3.");
        desk.click(&at("review-do"));
        wait_states(&desk, "sent back", 3);
        desk.click(&at("undo"));
        wait_states(&desk, "draft", 3);
    });
}

#[test]
fn on_a_phone_the_table_is_a_list_with_one_detail_at_a_time_in_spanish() {
    journey(|stage| {
        let phone = stage.small_phone(Language::Spanish);
        begin(&phone, "Oficina");
        phone.open("#/review");
        phone.wait_for(&at("review-empty"));
        phone.wait_text("Todavía no hay nada que revisar");
        new_visit(&phone, "Ver el vivero");
        open_table(&phone);
        phone.click(&at("review-row"));
        phone.wait_for(&at("review-detail"));
        let hidden = "return getComputedStyle(document.querySelector('.review .list')).display === 'none'";
        phone.wait_js("only the detail", hidden);
        phone.wait_js("nothing wider than the screen", "return document.documentElement.scrollWidth <= innerWidth");
        phone.click(&at("review-close"));
        phone.wait_gone(&at("review-detail"));
        phone.wait_for(&at("review-row"));
    });
}
