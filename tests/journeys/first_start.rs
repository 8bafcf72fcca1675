//! The first start: language and name, nothing else.

use crate::stage::{Language, journey};
use crate::steps::{at, begin};

#[test]
fn the_language_of_the_browser_decides_and_can_be_changed() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.open("");
        phone.wait_text("Empezar");
        let desk = stage.desktop(Language::English);
        desk.open("");
        desk.wait_text("Start");
        desk.click(&at("language-es"));
        desk.wait_text("Empezar");
        desk.fill(&at("device-name"), "Oficina");
        desk.click(&at("start"));
        desk.wait_text("Nueva visita");
        desk.reload();
        desk.wait_text("Nueva visita");
        assert_eq!(desk.attribute_of("html", "lang").as_deref(), Some("es"));
    });
}

#[test]
fn without_a_name_one_is_told_what_is_missing() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.open("");
        phone.click(&at("start"));
        phone.wait_for(".why");
        phone.fill(&at("device-name"), "Equipo Cayambe");
        phone.click(&at("start"));
        phone.wait_gone(&at("first-start"));
        phone.wait_for(&at("new-visit"));
    });
}

#[test]
fn a_name_that_changes_goes_with_every_record() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Cayambe");
        phone.open("#/settings");
        phone.fill(&at("device-name"), "Equipo Kayambi");
        phone.click(&at("save-name"));
        phone.wait_for(&at("toast"));
        phone.reload();
        phone.wait_for(&at("device-name"));
        assert_eq!(phone.value_of(&at("device-name")), "Equipo Kayambi");
    });
}
