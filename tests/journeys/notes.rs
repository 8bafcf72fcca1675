//! The note of a visit, written standing up: all that it can hold, and nothing of it lost.

use crate::stage::{Browser, Language, Stage, journey};
use crate::steps::{at, begin, fill_in_visit, pick, save};

#[test]
fn a_whole_note_is_written_on_a_phone_without_a_network_in_spanish() {
    journey(|stage| whole_note(stage, Language::Spanish));
}

#[test]
fn a_whole_note_is_written_on_a_phone_without_a_network_in_english() {
    journey(|stage| whole_note(stage, Language::English));
}

fn whole_note(stage: &Stage, language: Language) {
    let phone = stage.phone(language);
    begin(&phone, "Equipo Intag");
    phone.offline(true);
    phone.click(&at("new-visit"));
    fill_in_visit(&phone);

    phone.click(&at("more-people"));
    phone.fill(&at("delegation-search"), "Lecheros de Sacaba");
    phone.click(&at("delegation-other"));
    phone.fill(&at("delegation-search"), "Municipio de Sacaba");
    phone.click(&at("delegation-other"));
    phone.click(&at("visit-people-met-add"));
    phone.fill(&at("visit-people-met-0-role"), "presidenta");
    phone.fill(&at("participants-producers-women"), "12");
    phone.fill(&at("participants-producers-men"), "0");

    phone.click(&at("more-practices"));
    phone.click(&format!("{} label:first-of-type", at("visit-practices")));
    phone.click(&at("visit-practices-0-stage-tried"));
    phone.fill(&at("visit-practices-0-description"), "Con estiércol de cuy");

    phone.click(&at("more-thoughts"));
    phone.fill(&at("visit-assessment"), "Vale la pena repetirla");
    phone.fill(&at("visit-difficulties"), "El camino de tierra");

    phone.click(&at("more-lessons"));
    phone.click(&at("visit-lessons-add"));
    phone.fill(&at("visit-lessons-0-text"), "Vender juntos rinde más");
    phone.click(&at("visit-lessons-0-for-both"));
    phone.click(&at("visit-quotes-add"));
    phone.fill(&at("visit-quotes-0-text"), "Antes vendíamos cada una por su lado");
    phone.click(&at("visit-quotes-0-consent-given"));
    // A line that is added and left empty is not kept.
    phone.click(&at("visit-lessons-add"));
    phone.wait_for(&at("visit-lessons-1-text"));

    phone.click(&at("more-location"));
    phone.fill(&at("location-typed"), "0,3012 N 78,2645 O");
    phone.type_keys(&at("location-typed"), "\u{E004}");
    phone.wait_for(&at("location-held"));
    save(&phone);

    for said in [
        "Lecheros de Sacaba, Municipio de Sacaba",
        "presidenta",
        "Con estiércol de cuy",
        "Vale la pena repetirla",
        "El camino de tierra",
        "Vender juntos rinde más",
        "Antes vendíamos cada una por su lado",
    ] {
        phone.wait_text(said);
    }
    let (point, women) = match language {
        Language::Spanish => ("0,301200 ; -78,264500", "12 mujeres · 0 hombres"),
        Language::English => ("0.301200, -78.264500", "12 women · 0 men"),
    };
    assert_eq!(phone.text_of(&at("fact-location")), point);
    assert!(phone.text_of(&at("fact-participants")).contains(women), "{}", phone.text_of(&at("fact-participants")));
    phone.click(&at("edit"));
    phone.wait_for(&at("visit-form"));
    phone.click(&at("more-lessons"));
    phone.wait_for(&at("visit-lessons-0-text"));
    phone.wait_gone(&at("visit-lessons-1-text"));
}

#[test]
fn a_phone_that_dies_in_the_middle_of_a_word_comes_back_to_the_same_note_field_and_place() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el vivero");
        phone.click(&at("more-thoughts"));
        phone.fill(&at("visit-difficulties"), "El camino se cor");
        let seen = "const field = document.querySelector('[data-test=visit-difficulties]');
             if (!field || document.activeElement !== field) return 0;
             const { top, bottom } = field.getBoundingClientRect();
             return bottom > 0 && top < innerHeight";
        phone.wait_js("the field to be seen", seen);
        let scrolled = || phone.run_js("return scrollY", &[]).as_f64().expect("a number");
        let before = scrolled();
        phone.close_tab_and_reopen("");
        phone.wait_js("the field to have the keyboard again, in sight", seen);
        assert_eq!(phone.value_of(&at("visit-difficulties")), "El camino se cor");
        // A line of the head that came or went moves it a little.
        assert!((scrolled() - before).abs() < 120.0, "{before} before, {} now", scrolled());
        // Leaving keeps the draft, and the next start begins with Today.
        phone.click(&at("back"));
        phone.wait_for(&at("new-visit"));
        phone.close_tab_and_reopen("");
        phone.click(&at("continue-draft"));
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero");
    });
}

#[test]
fn what_is_missing_is_a_tap_away_and_a_note_without_gaps_is_complete() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        phone.wait_for(&at("visit-form"));
        phone.click(&at("show-missing"));
        phone.wait_for(&at("missing-list"));
        assert_eq!(phone.texts_of(&at("missing-field")).len(), 5);
        phone.click_text("Qué vieron");
        phone.wait_js(
            "the keyboard in the field",
            "return document.activeElement?.dataset.test === 'visit-observations'",
        );
        phone.wait_gone(&at("missing-list"));
        fill_in_visit(&phone);
        phone.wait_text("No falta nada");
        save(&phone);
        assert_eq!(phone.text_of(&at("status")), "completa");
    });
}

#[test]
fn what_repeats_is_offered_again_and_a_note_can_begin_like_another() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        fill_in_visit(&phone);
        save(&phone);
        phone.open("#/visit/new");
        phone.wait_for(&at("again"));
        assert_eq!(
            phone.texts_of(&at("again-one")),
            ["Apuela, Cotacachi · Imbabura", "Asociación de Caficultores Río Intag"]
        );
        phone.click(&at("again-all"));
        phone.wait_gone(&at("again"));
        phone.wait_for(&at("municipality-picked"));
        assert_eq!(phone.value_of(&at("visit-community")), "Apuela");
        phone.click(&at("discard"));
        phone.click(&at("discard-yes"));
        phone.click(&at("open-record"));
        phone.click(&at("new-like"));
        phone.wait_for(&at("host-picked"));
        phone.wait_js(
            "the kind of visit to be chosen",
            "return document.querySelector('[data-test=visit-visit-type-site_visit] input').checked",
        );
        assert_eq!(phone.value_of(&at("visit-observations")), "", "what was seen does not repeat");
        phone.fill(&at("visit-observations"), "Otra planta");
        save(&phone);
        phone.open("#/visits");
        phone.wait_for(&at("record-row"));
        assert_eq!(phone.texts_of(&at("record-row")).len(), 2);
    });
}

#[test]
fn the_point_is_measured_refused_measured_again_or_typed() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.offline(true);
        phone.stand_at(None);
        phone.open("#/visit/new");
        phone.click(&at("more-location"));
        phone.click(&at("location-measure"));
        phone.wait_for(&at("location-error"));
        phone.stand_at(Some((0.3012, -78.2645, 250.0)));
        phone.click(&at("location-again"));
        phone.wait_text("Exacto a ± 250 m");
        phone.click(&at("location-accept"));
        phone.wait_for(&at("location-poor"));
        phone.wait_text("0,301200 ; -78,264500");
        phone.stand_at(Some((0.3013, -78.2646, 8.0)));
        phone.click(&at("location-again"));
        phone.wait_text("± 8 m");
        phone.wait_gone(&at("location-poor"));
        phone.click(&at("location-clear"));
        phone.fill(&at("location-typed"), "cerca del río");
        phone.type_keys(&at("location-typed"), "\u{E004}");
        phone.wait_for(&at("location-wrong"));
        assert_eq!(phone.value_of(&at("location-typed")), "cerca del río");
    });
}

#[test]
fn a_host_that_may_be_known_already_and_a_phone_number_are_hinted_at_and_never_block() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Sacaba");
        new_organisation(&phone, "Asociación Bartolinas Villa Obrajes");
        phone.open("#/visit/new");
        phone.fill(&at("host-search"), "Mujeres Bartolina de Villa Obrajes");
        phone.click(&at("host-other"));
        phone.wait_text("¿Es la misma que «Asociación Bartolinas Villa Obrajes»?");
        phone.fill(&at("visit-purpose"), "Hablar con doña Rosa, 71234567");
        phone.wait_for(&at("personal-hint"));
        phone.click(&at("alike-use"));
        phone.wait_gone(&at("alike"));
        assert!(phone.text_of(&at("host-picked")).starts_with("Asociación Bartolinas Villa Obrajes"));
        save(&phone);
        phone.open("#/directory");
        phone.wait_for(&at("directory-organisation"));
        assert_eq!(phone.texts_of(&format!("{} {}", at("directory-organisation"), at("open-listed"))).len(), 1);
    });
}

#[test]
fn an_exchange_is_set_up_once_and_the_notes_of_its_days_belong_to_it() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Sacaba");
        phone.open("#/directory");
        phone.click(&at("new-exchange"));
        phone.fill(&at("exchange-title"), "Intercambio Bolivia y Ecuador");
        phone.click(&at("exchange-countries-BO"));
        phone.click(&at("exchange-countries-EC"));
        phone.fill(&at("exchange-starts-on"), "2020-01-01");
        phone.fill(&at("exchange-thematic-areas"), "Desarrollo local\nIgualdad de género\n");
        save(&phone);
        phone.wait_text("Bolivia, Ecuador");
        phone.wait_text("Desarrollo local, Igualdad de género");
        phone.open("#/visit/new");
        pick(&phone, "municipality", "sacaba", "Cochabamba");
        save(&phone);
        phone.wait_text("Intercambio Bolivia y Ecuador");
        phone.open("#/visit/new");
        phone.fill(&at("municipality-search"), "");
        phone.wait_text("Sacaba");
    });
}

pub fn new_organisation(browser: &Browser, name: &str) {
    browser.open("#/organisation/new");
    browser.fill(&at("organisation-name"), name);
    browser.click(&at("organisation-actor-type-womens_association"));
    save(browser);
    browser.wait_text(name);
}
