//! Looking around in the example, without touching one's own records.

use crate::stage::{Language, journey};
use crate::steps::{at, begin, fill_in_visit, save};

#[test]
fn the_example_opens_and_goes_away_with_one_tap_and_leaves_ones_own_records_alone() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Sacaba");
        phone.open("#/visit/new");
        fill_in_visit(&phone);
        save(&phone);

        phone.open("#/settings");
        phone.click(&at("open-example"));
        phone.wait_for(&at("example-banner"));
        phone.open("#/visits");
        phone.wait_for(&at("example-banner"));
        phone.wait_for(&at("open-record"));
        phone.wait_no_text("Río Intag\nCotacachi");
        phone.open("#/exchange");
        phone.wait_for(&at("no-files-in-example"));
        assert!(phone.attribute_of(&at("save-file"), "disabled").is_some());

        phone.click(&at("leave-example"));
        phone.wait_gone(&at("example-banner"));
        phone.open("#/visits");
        phone.wait_text("Asociación de Caficultores Río Intag");
        assert_eq!(phone.texts_of(&at("record-row")).len(), 1);
    });
}

#[test]
fn the_example_can_be_seen_before_anything_is_typed() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        desk.open("");
        desk.click(&at("open-example"));
        desk.wait_for(&at("example-banner"));
        desk.open("#/trainings");
        desk.wait_text("75");
        desk.click(&at("leave-example"));
        desk.wait_for(&at("first-start"));
    });
}
