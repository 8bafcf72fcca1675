//! Commitments keep living, and the words of the lists belong to the team.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, pick, save};

const HOST: &str = "Asociación de Caficultores Río Intag";
const PROMISE: &str = "Enviar el modelo de biodigestor";

/// A visit with a commitment that was due long ago, saved.
fn visit_with_old_promise(browser: &Browser) {
    browser.open("#/visit/new");
    fill_in_visit(browser);
    browser.fill(&at("commitment-due"), "2026-01-15");
    save(browser);
}

#[test]
fn a_commitment_comes_back_on_today_and_is_closed_there_with_a_word() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        visit_with_old_promise(&phone);
        phone.open("#/");
        phone.wait_for(&at("promises"));
        phone.wait_text(PROMISE);
        phone.wait_text("vencido");
        phone.click(&at("close-promise"));
        // Without a word it is not closed.
        phone.click(&at("closing-save"));
        phone.wait_for(&at("how-missing"));
        phone.fill(&at("closing-how"), "El modelo llegó por mensaje.");
        phone.click(&at("closing-save"));
        phone.wait_gone(&at("promises"));

        // Closed too soon: undone at once, then closed again, and opened again from its visit.
        phone.click(&at("undo"));
        phone.wait_for(&at("promises"));
        phone.click(&at("close-promise"));
        phone.click(&at("closing-dropped"));
        phone.type_keys(&at("closing-how"), "Cambiaron de plan.\u{E007}");
        phone.wait_gone(&at("promises"));
        phone.open("#/visits");
        phone.click(&at("open-record"));
        phone.wait_text("Cambiaron de plan.");
        phone.wait_text("dejado");
        phone.click(&at("reopen-promise"));
        phone.wait_for(&at("close-promise"));
        phone.wait_text("vencido");
    });
}

#[test]
fn who_visits_a_host_again_sees_what_was_promised_there() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        visit_with_old_promise(&desk);
        desk.open("#/visit/new");
        desk.wait_for(&at("visit-form"));
        desk.fill(&at("visit-purpose"), "To see it again");
        desk.wait_gone(&at("promises-of-host"));
        pick(&desk, "host", "caficultores", HOST);
        desk.wait_for(&at("promises-of-host"));
        desk.wait_text(PROMISE);
        desk.click(&at("close-promise"));
        // Enter closes the commitment; the form around it stays as it is.
        desk.type_keys(&at("closing-how"), "The model came by message.\u{E007}");
        desk.wait_gone(&at("promises-of-host"));
        assert_eq!(desk.value_of(&at("visit-purpose")), "To see it again");
        save(&desk);
        desk.open("#/");
        desk.wait_for(&at("new-visit"));
        desk.wait_gone(&at("promises"));
    });
}

#[test]
fn a_word_is_added_on_the_spot_renamed_and_joined_with_another() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        phone.wait_for(&at("visit-form"));
        phone.click(&at("visit-themes-add"));
        // One that is there already under nearly the same name is offered.
        phone.fill(&at("visit-themes-new"), "comercio jsto");
        phone.wait_text("Comercio justo");
        phone.fill(&at("visit-themes-new"), "Cosecha de agua");
        phone.click(&at("visit-themes-new-add"));
        phone.wait_gone(&at("visit-themes-new"));
        phone.wait_js(
            "the new word to be chosen",
            "return [...document.querySelectorAll('[data-test=visit-themes] label')].some(
                 label => label.textContent === 'Cosecha de agua' && label.querySelector('input').checked)",
        );
        // It survives a killed tab, as everything in a draft.
        phone.fill(&at("visit-purpose"), "Ver los reservorios");
        phone.close_tab_and_reopen("#/");
        phone.wait_for(&at("visit-form"));
        save(&phone);
        assert_eq!(phone.text_of(&at("fact-themes")), "Cosecha de agua");
        let visit = phone.run_js("return location.hash", &[]).as_str().expect("an address").to_owned();

        phone.open("#/words");
        phone.click(&at("word-list-theme"));
        phone.wait_text("Cosecha de agua");
        phone.wait_text("en 1 registro");
        phone.click_text("Cosecha de agua");
        phone.fill(&at("word-es"), "Cosecha de lluvia");
        phone.click(&at("word-save"));
        phone.wait_text("Cosecha de lluvia");
        phone.wait_gone(&at("word-open"));
        phone.open(&visit);
        assert_eq!(phone.text_of(&at("fact-themes")), "Cosecha de lluvia");

        phone.open("#/words");
        phone.click(&at("word-list-theme"));
        phone.click_text("Cosecha de lluvia");
        phone.fill(&at("word-other"), "term/theme-food-security");
        phone.click(&at("word-join"));
        phone.wait_text("es lo mismo que «Seguridad alimentaria»");
        phone.open(&visit);
        assert_eq!(phone.text_of(&at("fact-themes")), "Seguridad alimentaria");
        // In the form the one that it was joined with is chosen.
        phone.click(&at("edit"));
        phone.wait_js(
            "the word of both to be chosen",
            "return document.querySelector('[data-test=visit-themes-theme-food-security] input')?.checked === true",
        );

        // And parted again.
        phone.open("#/words");
        phone.click(&at("word-list-theme"));
        phone.click_text("Cosecha de lluvia");
        phone.click(&at("word-part"));
        phone.wait_no_text("es lo mismo que");
        phone.open(&visit);
        assert_eq!(phone.text_of(&at("fact-themes")), "Cosecha de lluvia");
    });
}

#[test]
fn a_word_that_is_no_longer_offered_stays_where_it_is_used() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        desk.open("#/visit/new");
        fill_in_visit(&desk);
        save(&desk);
        let used = desk.text_of(&at("fact-themes"));
        desk.open("#/words");
        desk.click(&at("word-list-theme"));
        desk.click_text(&used);
        desk.click(&at("word-retire"));
        desk.wait_text("no longer offered");
        desk.open("#/visit/new");
        desk.wait_for(&at("visit-themes"));
        let offered = desk.text_of(&at("visit-themes"));
        assert!(!offered.contains(&used), "{used} in {offered}");
        desk.open("#/visits");
        desk.click(&at("open-record"));
        assert_eq!(desk.text_of(&at("fact-themes")), used);
        desk.click(&at("edit"));
        desk.wait_for(&at("visit-themes"));
        assert!(desk.text_of(&at("visit-themes")).contains(&used), "it can be given up where it is chosen");
    });
}
