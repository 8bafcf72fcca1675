//! Whatever is put away or changed can be taken back: at once, later, and field by field.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, join, save, save_file};

const HOST: &str = "Asociación de Caficultores Río Intag";

/// A whole visit with a commitment, saved; its page is open.
fn saved_visit(browser: &Browser) {
    browser.open("#/visit/new");
    fill_in_visit(browser);
    save(browser);
}

#[test]
fn a_note_put_in_the_bin_is_back_with_one_tap_or_later_from_the_bin() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        saved_visit(&phone);

        // At once.
        phone.click(&at("to-bin"));
        phone.wait_for(&at("undo"));
        phone.wait_gone(&at("record-row"));
        phone.click(&at("undo"));
        phone.wait_for(&at("record-row"));

        // Later, after the app was closed: the commitment goes along and comes back.
        phone.click(&at("open-record"));
        phone.wait_text("Enviar el modelo de biodigestor");
        phone.click(&at("to-bin"));
        phone.wait_gone(&at("record-row"));
        phone.close_tab_and_reopen("#/settings");
        phone.click(&at("to-bin-page"));
        phone.wait_text(HOST);
        phone.wait_text("Por Equipo Intag");
        phone.wait_text("1 compromiso o foto más");
        assert_eq!(phone.texts_of(&at("binned")).len(), 1);

        // It can be read there, and nothing else.
        phone.click(&at("open-record"));
        phone.wait_for(&at("in-bin"));
        phone.wait_text("La planta procesa cuatro quintales por día.");
        phone.wait_gone(&at("edit"));
        phone.wait_gone(&at("close-promise"));
        phone.click(&at("take-back"));
        phone.wait_gone(&at("in-bin"));
        phone.wait_for(&at("edit"));
        phone.wait_for(&at("close-promise"));
        phone.open("#/bin");
        phone.wait_for(&at("bin-empty"));
    });
}

#[test]
fn a_training_and_a_commitment_can_be_put_away_and_taken_back_by_keyboard() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        crate::steps::record_training(&desk);
        desk.type_keys(&at("to-bin"), "\u{E007}");
        desk.wait_for(&at("undo"));
        desk.wait_gone(&at("record-row"));
        desk.type_keys(&at("undo"), "\u{E007}");
        desk.wait_for(&at("record-row"));

        saved_visit(&desk);
        desk.click(&at("promise-to-bin"));
        desk.wait_gone(&at("commitment"));
        desk.open("#/bin");
        desk.wait_text("Enviar el modelo de biodigestor");
        desk.click(&at("take-back"));
        desk.wait_for(&at("bin-empty"));

        // Out of a form as well: undone at once, or with Save.
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_for(&at("commitment"));
        desk.click(&at("edit"));
        desk.click(&at("commitment-remove"));
        desk.wait_gone(&at("commitment-what"));
        desk.click(&at("commitment-restore"));
        desk.wait_for(&at("commitment-what"));
        desk.click(&at("commitment-remove"));
        save(&desk);
        desk.wait_gone(&at("commitment"));
        desk.open("#/bin");
        desk.wait_text("Enviar el modelo de biodigestor");
    });
}

#[test]
fn an_earlier_text_is_taken_back_and_the_later_one_is_not_lost() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        saved_visit(&phone);
        phone.click(&at("edit"));
        phone.fill(&at("visit-observations"), "Son cinco quintales.");
        save(&phone);
        phone.click(&format!("{} summary", at("history")));
        assert_eq!(phone.texts_of(&at("value-back")).len(), 1, "only what is no longer shown");
        phone.click(&at("value-back"));
        phone.wait_js(
            "the earlier text among what was recorded",
            "return document.querySelector('[data-test=fact-observations]').textContent.startsWith('La planta procesa cuatro')",
        );
        // The history is still open, and offers the other one now; undo brings it back at once.
        phone.wait_text("Volver a este valor");
        phone.wait_text("Son cinco quintales.");
        phone.click(&at("undo"));
        phone.wait_js(
            "the later text among what was recorded",
            "return document.querySelector('[data-test=fact-observations]').textContent === 'Son cinco quintales.'",
        );
    });
}

#[test]
fn a_note_that_one_put_away_and_another_wrote_in_is_shown_until_somebody_decides() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        saved_visit(&phone);
        let first = save_file(&phone);
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&first]);
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.click(&at("to-bin"));
        desk.wait_for(&at("undo"));

        phone.open("#/visits");
        phone.click(&at("open-record"));
        phone.click(&at("edit"));
        phone.fill(&at("visit-observations"), "Son cinco quintales.");
        save(&phone);
        let second = save_file(&phone);
        join(&desk, &[&second]);
        desk.open("#/visits");
        desk.click(&at("open-record"));
        desk.wait_for(&at("edited-since"));
        desk.wait_text("Son cinco quintales.");
        desk.click(&at("keep-record"));
        desk.wait_gone(&at("edited-since"));
        desk.wait_for(&at("commitment"));
    });
}
