//! Indicators, charts and the map: what the desk reads, and the records behind it.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, record_training};
use std::fs;

fn cells(browser: &Browser, which: &str) -> Vec<String> {
    browser.texts_of(&format!("{} {}", at("indicator-row"), at(which)))
}

#[test]
fn an_indicator_shows_a_percentage_only_with_a_start_and_a_target_and_opens_its_records() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Office");
        record_training(&desk);
        desk.open("#/figures");
        desk.click(&at("to-indicators"));
        desk.wait_for(&at("no-indicators"));
        desk.click(&at("new-indicator"));
        desk.fill(&at("indicator-code"), "1.1");
        desk.fill(&at("indicator-name-es"), "Personas que asisten a las capacitaciones");
        desk.fill(&at("indicator-name-en"), "Attendances at trainings");
        desk.click(&at("indicator-measure-attendances"));
        desk.click(&at("save"));
        desk.wait_text("1.1 · Attendances at trainings");
        desk.wait_for(&at("indicator-row"));
        assert_eq!(cells(&desk, "actual"), ["5"]);
        assert_eq!((cells(&desk, "target"), cells(&desk, "progress")), (vec!["—".to_owned()], vec!["—".to_owned()]));

        // A target alone is not enough.
        desk.click(&at("edit"));
        desk.click(&at("add-target"));
        desk.fill(&at("target-0-from"), "2020-01-01");
        desk.fill(&at("target-0-to"), "2035-12-31");
        desk.fill(&at("target-0-value"), "nine");
        desk.wait_for(&at("not-a-number"));
        desk.fill(&at("target-0-value"), "9");
        desk.wait_gone(&at("not-a-number"));
        desk.click(&at("save"));
        desk.wait_js("two lines", &format!("return document.querySelectorAll('{}').length === 2", at("indicator-row")));
        assert_eq!(cells(&desk, "target"), ["9", "—"]);
        assert_eq!(cells(&desk, "progress"), ["—", "—"]);
        desk.click(&at("edit"));
        desk.fill(&at("indicator-baseline"), "1");
        desk.click(&at("save"));
        desk.wait_text("50%");
        assert_eq!(cells(&desk, "progress"), ["50%", "—"]);

        // Behind the number are its records.
        desk.click(&at("open-behind"));
        desk.wait_for(&at("behind-record"));
        assert_eq!(desk.texts_of(&at("behind-record")).len(), 1);

        // The picture is a file of its own.
        desk.click(&at("save-svg"));
        let svg = fs::read_to_string(desk.wait_download()).expect("a file of text");
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n"), "{svg}");
        assert!(svg.contains("1.1 · Attendances at trainings"), "{svg}");
        desk.click(&at("save-png"));
        let png = fs::read(desk.wait_download()).expect("a file");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n") && png.len() > 2000, "{} bytes", png.len());

        // It stands on the list.
        desk.open("#/indicators");
        desk.wait_for(&at("indicator-row"));
        desk.wait_text("Attendances at trainings");
        desk.open("#/figures");
        desk.wait_for(&at("trainings-chart"));
    });
}

#[test]
fn a_phone_sees_what_happened_where_and_what_can_not_be_placed() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.open("");
        phone.click(&at("open-example"));
        phone.wait_for(&at("example-banner"));
        phone.open("#/figures");
        phone.wait_for(&at("visits-chart"));
        phone.wait_for(&at("map-ec"));
        let circles = "return document.querySelectorAll('.maps circle').length";
        assert!(phone.run_js(circles, &[]).as_i64().is_some_and(|circles| circles > 0), "something happened somewhere");
        let too_wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(phone.run_js(too_wide, &[]), false);
        // Each number leads to its records.
        phone.click(&format!("{} {}", at("figure-visits"), at("open-behind")));
        phone.wait_for(&at("behind-visits"));
        assert!(!phone.texts_of(&at("behind-record")).is_empty());
        phone.click(&at("close-behind"));
        phone.wait_gone(&at("behind-visits"));
    });
}
