//! Several tabs of the same app: each sees what the others save, and says when a note is open in two.

use crate::stage::{Language, journey};
use crate::steps::{at, begin, new_visit, save};

/// Whoever comes back to a tab has it look at the store: that must not be what shows a note here.
const UNTOUCHED: &str = "
    for (const [target, type] of [[window, 'focus'], [document, 'visibilitychange']])
        target.addEventListener(type, event => event.stopImmediatePropagation(), true);";

#[test]
fn a_note_saved_in_one_tab_is_seen_in_the_others_without_a_touch() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        desk.run_at_start(UNTOUCHED);
        begin(&desk, "Mesa");
        desk.open("#/visits");
        desk.wait_for(".empty");
        let first = desk.tab();
        let second = desk.new_tab();
        desk.open("#/visit/new");
        desk.fill(&at("visit-purpose"), "Ver el vivero de cedro");
        save(&desk);
        let record = desk.run_js("return location.hash", &[]);

        desk.to_tab(&first);
        desk.wait_for(&at("record-row"));
        assert_eq!(desk.run_js("return location.hash", &[]), "#/visits", "nobody touched this tab");

        // The same for a correction, and for the draft that goes with the saving of it.
        desk.open("");
        desk.to_tab(&second);
        desk.open(&format!("{}/edit", record.as_str().expect("an address")));
        desk.fill(&at("visit-observations"), "Hay ocho mil plantines.");
        desk.wait_for(&at("draft-saved"));
        save(&desk);
        desk.to_tab(&first);
        desk.wait_gone(&at("continue-draft"));
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_text("Hay ocho mil plantines.");
    });
}

#[test]
fn a_note_that_is_open_in_two_tabs_says_so_in_the_second_until_the_first_is_closed() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        new_visit(&desk, "To see the nursery");
        let form = format!("{}/edit", desk.run_js("return location.hash", &[]).as_str().expect("an address"));
        desk.open(&form);
        desk.wait_for(&at("visit-form"));
        desk.wait_gone(&at("open-elsewhere"));
        let first = desk.tab();
        let second = desk.new_tab();
        desk.open(&form);
        desk.wait_for(&at("open-elsewhere"));
        // Read, not edited: nothing to warn of.
        desk.open(form.trim_end_matches("/edit"));
        desk.wait_for(&at("record-title"));
        desk.wait_gone(&at("open-elsewhere"));
        desk.open(&form);
        desk.wait_for(&at("open-elsewhere"));

        // The first tab leaves the form: the second one has it for itself.
        desk.to_tab(&first);
        desk.wait_gone(&at("open-elsewhere"));
        desk.close_tab(&second);
        desk.wait_gone(&at("open-elsewhere"));
        desk.fill(&at("visit-observations"), "Eight thousand seedlings.");
        save(&desk);
        desk.wait_text("Eight thousand seedlings.");
    });
}
