//! Days on which the browser does not play along: nothing typed is lost, and one is told what is safe.

use crate::stage::{Language, journey};
use crate::steps::{at, begin, fill_in_visit, save};

/// Makes the browser refuse to write any further row, as on a full disk; `full = false` gives the room back.
fn full_disk(browser: &crate::stage::Browser, full: bool) {
    let script = "const store = IDBObjectStore.prototype;
         window.realAdd = window.realAdd || store.add;
         store.add = arguments[0]
             ? function () { throw new DOMException('no room', 'QuotaExceededError'); }
             : window.realAdd;";
    browser.run_js(script, &[full.into()]);
}

#[test]
fn a_full_disk_is_said_and_the_note_is_saved_once_there_is_room() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        fill_in_visit(&phone);
        full_disk(&phone, true);
        phone.click(&at("save"));
        phone.wait_for(&at("save-error"));
        let kept = "return document.querySelector('[data-test=commitment-what]').value.startsWith('Enviar el modelo')";
        phone.wait_js("what was typed still to stand there", kept);
        full_disk(&phone, false);
        save(&phone);
        phone.wait_text("La planta procesa cuatro quintales por día.");
    });
}

#[test]
fn two_tabs_see_each_others_notes_and_no_number_is_given_twice() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        for what in ["To see the coffee plant", "To see the roast"] {
            desk.open("#/visit/new");
            desk.fill(&at("visit-purpose"), what);
            save(&desk);
            desk.close_tab_and_reopen("#/visits");
        }
        desk.wait_for(&at("record-row"));
        assert_eq!(desk.texts_of(&at("record-row")).len(), 2);
        desk.wait_gone("[role=alert]");
    });
}
