//! Counting people: the pad, the three ways in, and a field school over a season.

use crate::stage::{Browser, Language, Stage, journey};
use crate::steps::{at, begin, pick, save, show_about};

/// Holds a key down until it takes one away, as a thumb does.
fn hold(phone: &Browser, key: &str) {
    let before = phone.text_of(&at(key));
    phone.touch(&at(key));
    phone.wait_js(
        "the key to take one away",
        &format!("return document.querySelector('{}').innerText.trim() !== '{before}'", at(key)),
    );
    phone.lift();
}

fn wait_total(phone: &Browser, total: &str) {
    phone.wait_js(
        &format!("a total of {total}"),
        &format!("return document.querySelector('[data-test=total] b').textContent === '{total}'"),
    );
}

/// Fills in what a course needs, on the side that tells what it was about.
fn tell_course(phone: &Browser, method: &str, name: &str) {
    show_about(phone);
    phone.click(&format!("{} label:first-of-type", at("course-topics")));
    phone.fill(&at("course-name"), name);
    phone.click(&at(&format!("course-method-{method}")));
    pick(phone, "municipality", "cotacachi", "Imbabura");
    phone.fill(&at("organiser-search"), "Municipio de Cotacachi");
    phone.click(&at("organiser-other"));
    phone.fill(&at("minutes"), "90");
}

#[test]
fn a_workshop_is_counted_with_one_thumb_in_spanish() {
    journey(|stage| workshop(stage, Language::Spanish));
}

#[test]
fn a_workshop_is_counted_with_one_thumb_in_english() {
    journey(|stage| workshop(stage, Language::English));
}

fn workshop(stage: &Stage, language: Language) {
    let phone = stage.phone(language);
    begin(&phone, "Equipo Intag");
    phone.offline(true);
    phone.open("#/training/new");
    phone.wait_for(&at("count-pad"));
    // All of it is on the screen at once: the first switch, and Save.
    phone.wait_js(
        "the whole pad on one screen",
        "return document.documentElement.scrollHeight <= innerHeight
            && document.querySelector('[data-test=save]').getBoundingClientRect().bottom <= innerHeight",
    );
    for key in ["key-w-18_29", "key-w-18_29", "key-w-18_29", "key-m-30_59", "key-o-not_recorded"] {
        phone.click(&at(key));
    }
    wait_total(&phone, "5");
    // A held key takes one away, and lifting the thumb is no tap.
    hold(&phone, "key-w-18_29");
    wait_total(&phone, "4");
    assert_eq!(phone.text_of(&at("key-w-18_29")), "2");
    phone.click(&at("pad-undo"));
    wait_total(&phone, "5");
    phone.click(&at("pad-less"));
    phone.click(&at("key-w-18_29"));
    wait_total(&phone, "4");
    // Another role has cells of its own, and the switch says how many.
    phone.click(&at("role-official"));
    wait_total(&phone, "4");
    phone.click(&at("key-m-30_59"));
    phone.fill(&at("role-more"), "promoter");
    phone.click(&at("key-w-30_59"));
    wait_total(&phone, "6");
    assert!(phone.text_of(&at("role-official")).ends_with('1'));
    phone.click(&at("role-producer"));
    // A list on paper is typed in; what is no number is not taken.
    phone.click(&at("pad-type"));
    phone.fill(&at("key-w-30_59"), "1x2");
    wait_total(&phone, "18");
    assert_eq!(phone.value_of(&at("key-w-30_59")), "12");
    phone.fill(&at("key-m-60_plus"), "0");
    phone.wait_js("a zero to stay a zero", "return document.querySelector('[data-test=key-m-60_plus]').value === '0'");
    phone.click(&at("pad-undo"));
    phone.click(&at("pad-undo"));
    wait_total(&phone, "6");
    phone.click(&at("pad-type"));
    tell_course(&phone, "workshop", "Injertos de mora");
    phone.click(&at("session-count-basis-head_count"));
    phone.fill(&at("first-time"), "7");
    phone.wait_for(&at("note-first-time"));
    phone.fill(&at("first-time"), "3");
    phone.wait_gone(&at("note-first-time"));
    let (period, nothing, first) = match language {
        Language::Spanish => ("Período: del 01/01/2026 al 31/12/2026", "No falta nada", "01/01/2026 – 31/12/2026"),
        Language::English => ("Period: 1 Jan 2026 to 31 Dec 2026", "Nothing is missing", "1 Jan 2026 – 31 Dec 2026"),
    };
    phone.fill(&at("session-held-on"), "2026-05-04");
    phone.wait_text(period);
    phone.wait_text(nothing);
    save(&phone);
    assert_eq!(phone.text_of(&at("fact-first-time-period")), first);
    assert!(phone.text_of(&at("total")).starts_with('6'));
    for grid in ["grid-producer", "grid-official", "grid-promoter"] {
        phone.wait_for(&at(grid));
    }
}

#[test]
fn a_field_school_goes_on_from_session_to_session() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/training/new");
        for key in ["key-w-18_29", "key-w-30_59", "key-m-30_59"] {
            phone.click(&at(key));
        }
        tell_course(&phone, "field_school", "ECA Mora de Castilla");
        phone.click(&at("session-count-basis-head_count"));
        phone.click(&at("more-session"));
        phone.fill(&at("session-venue"), "Vivero de Peñaherrera");
        phone.fill(&at("enrolled"), "25");
        phone.fill(&at("session-held-on"), "2026-10-06");
        save(&phone);

        // From the page of a session.
        phone.click(&at("next-session"));
        phone.wait_text("Sesión 2 · ECA Mora de Castilla");
        phone.click(&at("key-m-18_29"));
        wait_total(&phone, "1");
        show_about(&phone);
        // What repeats is there, and the course is not asked again.
        assert_eq!(phone.value_of(&at("minutes")), "90");
        phone.wait_gone(&at("course-name"));
        phone.click(&at("about-course"));
        phone.wait_text("Municipio de Cotacachi");
        phone.click(&at("more-session"));
        assert_eq!(phone.value_of(&at("session-venue")), "Vivero de Peñaherrera");
        assert_eq!(phone.value_of(&at("number")), "2");
        phone.fill(&at("session-held-on"), "2026-10-13");
        save(&phone);

        // From the start of a new training.
        phone.open("#/training/new");
        phone.click(&at("next-of"));
        phone.wait_text("Sesión 3 · ECA Mora de Castilla");
        phone.click(&at("way-total"));
        phone.fill(&at("typed-total"), "22");
        show_about(&phone);
        phone.fill(&at("session-held-on"), "2026-10-20");
        save(&phone);

        phone.click(&at("to-course"));
        phone.wait_for(&at("chart"));
        assert_eq!(phone.texts_of(&at("open-session")).len(), 3);
        phone.wait_text("Sesión 3 20/10/2026");
        let spoken = phone.attribute_of(&format!("{} svg", at("chart")), "aria-label").expect("what the chart says");
        assert_eq!(
            spoken,
            "Asistencia por sesión: 06/10/2026: 3 personas; 13/10/2026: 1 persona; 20/10/2026: 22 personas"
        );
        assert!(phone.text_of(&at("enrolled")).starts_with("25"));
        // What is corrected there is said to change all of them.
        phone.click(&at("edit"));
        phone.wait_text("Lo que cambie aquí cambia en las 3 sesiones del curso.");
        phone.fill(&at("completed"), "19");
        save(&phone);
        assert!(phone.text_of(&at("completed")).starts_with("19"));
        phone.open("#/trainings");
        phone.click(&at("open-course"));
        phone.wait_text("ECA Mora de Castilla");
        // From the page of the course.
        phone.click(&at("next-session"));
        phone.wait_text("Sesión 4 · ECA Mora de Castilla");
    });
}

#[test]
fn a_total_alone_is_enough_and_stays_blank_by_sex() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        begin(&phone, "Intag team");
        phone.open("#/training/new");
        phone.click(&at("way-total"));
        phone.fill(&at("typed-total"), "75");
        phone.click(&at("way-grid"));
        // Nothing goes away by turning to another way.
        phone.wait_text("The total that was noted stays: 75.");
        phone.click(&at("way-total"));
        assert_eq!(phone.value_of(&at("typed-total")), "75");
        tell_course(&phone, "workshop", "Milk hygiene");
        phone.click(&at("session-count-basis-third_party"));
        phone.wait_text("This number stands apart");
        phone.wait_text("Nothing is missing");
        save(&phone);
        assert!(phone.text_of(&at("total")).starts_with("75"));
        phone.wait_for(&at("third-party"));
        phone.wait_gone(&at("grid-producer"));
    });
}

#[test]
fn a_list_and_a_count_that_differ_are_explained_and_a_correction_a_day_later_says_what_it_was() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/training/new");
        phone.click(&at("way-list"));
        phone.fill(&at("typed-total"), "4");
        for key in ["key-w-18_29", "key-w-30_59", "key-m-30_59"] {
            phone.click(&at(key));
        }
        phone.wait_js("the whole pad on one screen", "return document.documentElement.scrollHeight <= innerHeight");
        assert_eq!(phone.text_of(&at("difference")), "Falta 1 persona por contar");
        phone.wait_text("de 4 en lista");
        tell_course(&phone, "workshop", "Abonos");
        phone.wait_js(
            "the signed list to be proposed",
            "return document.querySelector('[data-test=session-count-basis-signed_list] input').checked",
        );
        phone.wait_text("Falta: por qué no coinciden el total y el conteo");
        phone.fill(&at("session-remarks"), "Una firmó y se fue.");
        phone.wait_text("No falta nada");
        save(&phone);

        // The next day.
        phone.run_at_start(
            "const Real = Date;
             globalThis.Date = class extends Real {
                 constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + 86400000); }
                 static now() { return Real.now() + 86400000; }
             };",
        );
        phone.reload();
        phone.click(&at("edit"));
        phone.wait_for(&at("count-pad"));
        phone.wait_js("the list again", "return document.querySelector('[data-test=typed-total]').value === '4'");
        phone.click(&at("key-m-30_59"));
        phone.wait_gone(&at("difference"));
        save(&phone);
        assert!(phone.text_of(&at("edited-by")).contains("hoy"), "{}", phone.text_of(&at("edited-by")));
        phone.click(&format!("{} summary", at("history")));
        phone.wait_text("cambió de «2 mujeres, 1 hombres» a «2 mujeres, 2 hombres»");
    });
}

#[test]
fn a_tab_that_dies_while_people_are_counted_has_every_tap_again_and_the_screen_stays_lit() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.run_at_start(
            "globalThis.asked = 0; globalThis.released = 0;
             const lock = { release: async () => { globalThis.released += 1; } };
             const wakeLock = { request: async kind => { if (kind === 'screen') globalThis.asked += 1; return lock; } };
             Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true });",
        );
        begin(&phone, "Equipo Intag");
        phone.click(&at("new-training"));
        phone.wait_js("the screen to be kept lit", "return asked === 1 && released === 0");
        phone.run_js("document.dispatchEvent(new Event('visibilitychange'))", &[]);
        phone.wait_js("it to be asked again on coming back", "return asked === 2");
        phone.click(&at("back"));
        phone.wait_js("it to be let go where nobody counts", "return asked === 2 && released === 2");
        phone.click(&at("new-training"));
        for _ in 0..3 {
            phone.click(&at("key-w-18_29"));
        }
        phone.click(&at("role-official"));
        phone.click(&at("key-m-30_59"));
        wait_total(&phone, "4");
        phone.close_tab_and_reopen("");
        phone.wait_for(&at("count-pad"));
        wait_total(&phone, "4");
        assert_eq!(phone.text_of(&at("key-w-18_29")), "3");
        assert!(phone.text_of(&at("role-official")).ends_with('1'));
        phone.click(&at("key-w-18_29"));
        wait_total(&phone, "5");
        phone.click(&at("back"));
        phone.wait_for(&at("new-training"));
        phone.click(&at("tab-today"));
        phone.click(&at("continue-draft"));
        wait_total(&phone, "5");
    });
}

#[test]
fn what_repeats_of_the_last_training_is_a_tap_away() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/training/new");
        phone.click(&at("key-w-18_29"));
        tell_course(&phone, "workshop", "Abonos");
        save(&phone);
        phone.open("#/training/new");
        show_about(&phone);
        phone.wait_for(&at("again"));
        assert_eq!(phone.texts_of(&at("again-one")).len(), 3);
        phone.click(&at("again-all"));
        phone.wait_gone(&at("again"));
        phone.wait_for(&at("organiser-picked"));
        assert_eq!(phone.value_of(&at("course-name")), "", "another training has another name");
    });
}
