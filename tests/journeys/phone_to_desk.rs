//! The whole main job: a note and a count travel from a phone to a desktop and back.

use crate::stage::{Language, Stage, journey};
use crate::steps::{at, begin, fill_in_visit, join, load, record_training, save, save_file};

#[test]
fn a_note_and_a_count_travel_from_a_phone_to_a_desktop_and_back_in_spanish() {
    journey(|stage| there_and_back(stage, Language::Spanish));
}

#[test]
fn a_note_and_a_count_travel_from_a_phone_to_a_desktop_and_back_in_english() {
    journey(|stage| there_and_back(stage, Language::English));
}

fn there_and_back(stage: &Stage, language: Language) {
    let phone = stage.phone(language);
    begin(&phone, "Equipo Intag");
    phone.wait_for(&at("new-visit"));

    // In the field, without a network.
    phone.offline(true);
    phone.click(&at("new-visit"));
    fill_in_visit(&phone);
    save(&phone);
    phone.wait_text("Asociación de Caficultores Río Intag");
    phone.wait_text("La planta procesa cuatro quintales por día.");
    phone.wait_text("Enviar el modelo de biodigestor");
    phone.wait_for(&at("only-here"));
    record_training(&phone);
    phone.wait_text("Tiquipaya");

    // The tab is closed in the middle of a third note; it is found as it was typed.
    phone.offline(false);
    phone.open("#/visit/new");
    phone.fill(&at("visit-purpose"), "Ver el vivero de mora y morti");
    phone.wait_for(&at("draft-saved"));
    phone.close_tab_and_reopen("");
    phone.wait_for(&at("visit-form"));
    assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero de mora y morti");
    phone.click(&at("back"));
    phone.open("");
    phone.wait_for(&at("not-safe"));
    let file = save_file(&phone);

    // At the desk, in a browser that has never seen the app.
    let desk = stage.desktop(language);
    begin(&desk, "Oficina Quito");
    join(&desk, &[&file]);
    desk.open("#/visits");
    desk.wait_text("Asociación de Caficultores Río Intag");
    assert_eq!(desk.text_of(&at("recorded-by")), "Equipo Intag");
    desk.click(&at("open-record"));
    desk.wait_text("La planta procesa cuatro quintales por día.");
    desk.wait_text("Agroecólogos de Intag");
    desk.open("#/trainings");
    assert!(desk.text_of(&at("row-total")).starts_with("5 "), "{}", desk.text_of(&at("row-total")));
    desk.click(&at("open-record"));
    desk.wait_js(
        "the counts of the phone",
        "const cell = (r, c) => document.querySelector(`[data-test=grid-producer] tbody tr:nth-child(${r}) td:nth-child(${c})`).textContent;
         return cell(2, 2) === '2' && cell(3, 2) === '1' && cell(3, 3) === '1' && cell(4, 3) === '1'",
    );
    desk.wait_text("Equipo Intag");

    // The same file again brings nothing new.
    load(&desk, &[&file]);
    desk.wait_for(&at("nothing-new"));

    // An edit at the desk travels back with its author.
    desk.open("#/visits");
    desk.click(&at("open-record"));
    desk.click(&at("edit"));
    desk.fill(&at("visit-observations"), "La planta procesa cinco quintales por día.");
    save(&desk);
    desk.wait_text("cinco quintales");
    let back = save_file(&desk);

    join(&phone, &[&back]);
    phone.open("#/visits");
    phone.click(&at("open-record"));
    phone.wait_text("La planta procesa cinco quintales por día.");
    assert!(phone.text_of(&at("edited-by")).contains("Oficina Quito"));
    phone.click(&format!("{} summary", at("history")));
    phone.wait_text("cuatro quintales");
    // What the desk's file confirms is no longer only on the phone (F4).
    phone.open("");
    phone.wait_for(&at("new-visit"));
    phone.wait_gone(&at("not-safe"));
}
