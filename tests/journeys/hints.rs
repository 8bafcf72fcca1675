//! Hints for the first time: there once, gone when their thing was done or somebody closed them, and never back.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, join, new_visit, record_training, save_file};

/// The page stands, and has this hint or none.
fn hint(browser: &Browser, page: &str, wait: &str) -> Vec<String> {
    browser.open(page);
    browser.wait_for(&at(wait));
    browser.texts_of(&at("hint"))
}

#[test]
fn a_hint_that_was_closed_is_gone_after_a_reload_and_in_the_other_language() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Intag");
        assert!(hint(&phone, "#/visit/new", "visit-form")[0].starts_with("Se guarda mientras escribe."));
        let size = "const { width, height } = document.querySelector('[data-test=close-hint]').getBoundingClientRect();
            return width >= 48 && height >= 48";
        phone.wait_js("a large button", size);
        assert_eq!(phone.attribute_of(&at("close-hint"), "aria-label").as_deref(), Some("Cerrar el consejo"));
        phone.click(&at("close-hint"));
        phone.wait_gone(&at("hint"));
        phone.wait_js("the keyboard at the heading", "return document.activeElement.tagName === 'H1'");
        phone.reload();
        assert_eq!(hint(&phone, "#/visit/new", "visit-form"), [""; 0]);
        // Another one is not closed with it.
        assert!(hint(&phone, "#/reports", "no-reports")[0].starts_with("Los títulos se llenan"));
        // Never at the cost of the pad, which is whole on one screen.
        assert_eq!(hint(&phone, "#/training/new", "training-form"), [""; 0]);
        phone.open("#/settings");
        phone.click(&at("language-en"));
        assert_eq!(hint(&phone, "#/visit/new", "visit-form"), [""; 0]);
        assert!(hint(&phone, "#/reports", "no-reports")[0].starts_with("The headings fill up"));
    });
}

#[test]
fn a_hint_goes_away_by_itself_once_its_thing_was_done() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        begin(&phone, "Intag");
        // There is nothing to share yet, so nothing is said of it.
        assert_eq!(hint(&phone, "#/exchange", "save-file"), [""; 0]);
        record_training(&phone);
        assert_eq!(hint(&phone, "#/training/new", "training-form"), [""; 0]);
        new_visit(&phone, "To see the coffee plant");
        assert_eq!(hint(&phone, "#/visit/new", "visit-form"), [""; 0]);
        assert!(hint(&phone, "#/exchange", "save-file")[0].starts_with("It is safe once"));
        let file = save_file(&phone);
        phone.wait_gone(&at("hint"));
        phone.reload();
        assert_eq!(hint(&phone, "#/exchange", "save-file"), [""; 0]);

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina");
        assert!(hint(&desk, "#/training/new", "training-form")[0].starts_with("Un toque por persona."));
        assert!(hint(&desk, "#/exchange", "load-files")[0].starts_with("Aquí se juntan"));
        join(&desk, &[&file]);
        desk.wait_gone(&at("hint"));
        desk.reload();
        assert_eq!(hint(&desk, "#/exchange", "load-files"), [""; 0]);
        assert!(hint(&desk, "#/review", "review-row")[0].starts_with("Abra una nota"));
        assert!(hint(&desk, "#/reports", "no-reports")[0].starts_with("Los títulos se llenan"));
        // In the example there is nothing to learn by doing.
        desk.open("#/settings");
        desk.click(&at("open-example"));
        desk.wait_for(&at("example-banner"));
        desk.run_js("location.hash = '#/review'", &[]);
        desk.wait_for(&at("review-row"));
        assert_eq!(desk.texts_of(&at("hint")), [""; 0]);
    });
}

#[test]
fn one_screen_leads_to_an_empty_notebook_that_says_how_it_works() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Intag");
        phone.wait_text("Así funciona");
        phone.wait_for(&at("to-help"));
        phone.wait_for(&at("open-example"));
        // What is empty says how to begin.
        for (page, begin) in [
            ("#/visits", "new-visit"),
            ("#/trainings", "new-training"),
            ("#/figures", "new-training"),
            ("#/indicators", "new-indicator"),
            ("#/reports", "new-report"),
            ("#/review", "to-exchange"),
            ("#/clashes", "to-exchange"),
            ("#/twins", "to-exchange"),
            ("#/files", "new-visit"),
            ("#/exchange", "new-visit"),
            ("#/my-data", "new-visit"),
            ("#/bin", "to-visits"),
            ("#/directory", "new-exchange"),
            ("#/words", "word-add"),
        ] {
            phone.open(page);
            phone.wait_for(&format!("main {}", at(begin)));
        }
    });
}
