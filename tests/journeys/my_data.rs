//! Where is my data? What is only here, what is safe elsewhere, and the reminder that can be put off but not lost.

use crate::stage::{Language, journey};
use crate::steps::{at, begin, join, new_visit, save_file};

#[test]
fn one_sees_how_many_records_are_only_here_until_the_desk_confirms_them() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/my-data");
        phone.wait_text("Todavía no hay nada anotado.");
        phone.wait_text("Nadie confirmó todavía");
        new_visit(&phone, "Ver el vivero");

        // One new record is said in a line, with the way to more about it.
        phone.open("");
        phone.wait_text("1 registro está solo en este teléfono.");
        phone.click(&at("to-my-data"));
        phone.wait_for(&at("safety"));
        assert!(phone.text_of(&at("safety")).contains("1 registro está solo en este teléfono."));
        assert_eq!(phone.text_of(&at("held")), "En total hay 1 registro.");
        // Sending a file is no proof.
        let file = save_file(&phone);
        phone.open("#/my-data");
        phone.wait_text("Último archivo guardado: hoy");
        assert!(phone.text_of(&at("safety")).contains("1 registro está solo"));

        let desk = stage.desktop(Language::English);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&file]);
        let back = save_file(&desk);
        join(&phone, &[&back]);
        phone.open("#/my-data");
        phone.wait_text("1 registro está a salvo en la oficina.");
        phone.wait_text("Última confirmación: hoy");
        assert!(phone.text_of(&at("last-confirmed")).ends_with("de Oficina Quito"));
    });
}

#[test]
fn a_reminder_can_be_put_off_until_tomorrow_and_comes_back() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        begin(&phone, "Equipo Intag");
        for purpose in ["The nursery", "The roast", "The market", "The seed house", "The mill"] {
            new_visit(&phone, purpose);
        }
        phone.open("");
        phone.click(&at("put-off"));
        phone.wait_gone(&at("put-off"));
        // Put off is not forgotten, not even by a new start.
        phone.reload();
        phone.wait_for(&at("not-safe"));
        phone.wait_text("5 records are only on this phone.");
        phone.wait_gone(&at("put-off"));
        phone.open("#/exchange");
        phone.wait_for(&at("not-safe"));

        // The next day.
        let tomorrow = "
            const settings = JSON.parse(localStorage['ayni/settings']);
            const day = new Date();
            settings.put_off.until = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
                .map(part => String(part).padStart(2, '0')).join('-');
            localStorage['ayni/settings'] = JSON.stringify(settings);";
        phone.run_js(tomorrow, &[]);
        phone.open("");
        phone.reload();
        phone.wait_for(&at("put-off"));
    });
}

#[test]
fn the_browser_is_asked_to_keep_everything_and_its_answer_is_shown() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        // It refuses first, and promises when it is asked again.
        phone.run_at_start(
            "window.asked = 0;
             navigator.storage.persisted = async () => window.asked > 1;
             navigator.storage.persist = async () => ++window.asked > 1;
             navigator.storage.estimate = async () => ({ usage: 3_000_000, quota: 33_000_000 });",
        );
        begin(&phone, "Equipo Intag");
        phone.wait_js("no question before there is anything to keep", "return window.asked === 0");
        new_visit(&phone, "To see the nursery");
        phone.wait_js("the browser asked", "return window.asked === 1");
        phone.open("#/my-data");
        phone.wait_text("The browser has not promised to keep it");
        phone.wait_text("Little room is left.");
        phone.click(&at("ask-to-keep"));
        phone.wait_text("The browser promised to keep it");
        // With the next record it is not asked once more.
        new_visit(&phone, "To see the roast");
        phone.wait_js("not asked again", "return window.asked === 2");
    });
}

#[test]
fn in_a_tab_on_an_iphone_one_is_told_to_use_the_home_screen_first() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.run_at_start("Object.defineProperty(Navigator.prototype, 'standalone', { value: false })");
        begin(&phone, "Equipo Intag");
        phone.wait_for(&at("iphone-first"));
        phone.click(&format!("{} a", at("iphone-first")));
        phone.wait_for(&at("iphone"));
        phone.wait_text("El icono nuevo empieza vacío.");
        phone.wait_text("Ayni no tiene clave propia.");
    });
}
