//! The help: without internet, in both languages, on a phone, at a desk and on paper.

use crate::offline::wait_offline;
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin};
use ayni::app::help;
use ayni::i18n::{Lang, Topic};
use serde_json::Value;

/// The picture is there, and as large as the page kept free for it.
const PICTURED: &str = "
    const [picture] = document.querySelectorAll('main [data-test=help-picture]');
    return picture?.complete && picture.naturalWidth > 0
        && Math.abs(picture.naturalWidth / picture.naturalHeight - picture.width / picture.height) < .02;";

/// Steps that take more than two lines.
const LONG: &str = "
    return [...document.querySelectorAll('main [data-test=help-steps] span')].filter(step => step.checkVisibility()
        && step.getBoundingClientRect().height > 2.5 * parseFloat(getComputedStyle(step).lineHeight))
        .map(step => step.textContent);";

/// Every topic; gives the steps that take more than two lines.
fn look_through(browser: &Browser, lang: Lang) -> Vec<Value> {
    begin(browser, "Intag");
    wait_offline(browser, "ready");
    browser.offline(true);
    browser.open("#/help");
    let words = lang.words().help();
    let mut long = Vec::new();
    for topic in Topic::ALL {
        let told = (words.topic)(topic);
        browser.click(&at(&format!("topic-{}", help::name(topic))));
        browser.wait_text(told.about);
        browser.wait_js(told.name, PICTURED);
        assert_eq!(browser.attribute_of(&at("help-picture"), "alt").as_deref(), Some(told.picture));
        assert_eq!(browser.texts_of("main [data-test=help-steps] li").len(), told.steps.len());
        long.extend(browser.run_js(LONG, &[]).as_array().cloned().unwrap_or_default());
        browser.click(&at("back"));
        browser.wait_text(words.lead);
    }
    long
}

#[test]
fn all_topics_are_there_without_internet_on_a_phone_in_steps_of_two_lines() {
    journey(|stage| {
        let mut long = look_through(&stage.phone(Language::Spanish), Lang::Es);
        long.extend(look_through(&stage.phone(Language::English), Lang::En));
        assert!(long.is_empty(), "more than two lines: {long:?}");
    });
}

#[test]
fn all_topics_are_there_without_internet_on_a_laptop() {
    journey(|stage| {
        look_through(&stage.desktop(Language::Spanish), Lang::Es);
        look_through(&stage.desktop(Language::English), Lang::En);
    });
}

#[test]
fn from_a_form_one_reads_how_it_works_and_comes_back_to_what_was_written() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Intag");
        phone.open("#/visit/new");
        phone.fill(&at("visit-community"), "Apuela");
        phone.click(&at("how"));
        phone.wait_text("La primera visita");
        phone.click(&at("back"));
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-community")), "Apuela");

        phone.open("#/training/new");
        phone.click(&at("key-w-18_29"));
        phone.click(&at("how"));
        phone.wait_text("Contar una capacitación");
        // Opened by itself, the way back leads to the list.
        phone.open("#/help/counting");
        phone.click(&at("back"));
        phone.wait_for(&at("topics"));
    });
}

#[test]
fn each_page_that_a_topic_explains_leads_to_it_and_the_topic_to_where_one_begins() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Desk");
        for (page, begins) in [
            ("#/visit/new", "visit-form"),
            ("#/training/new", "training-form"),
            ("#/exchange", "load-files"),
            ("#/clashes", "no-clashes"),
            ("#/review", "review-empty"),
            ("#/reports", "review-empty"),
            ("#/my-data", "safety"),
        ] {
            desk.open(page);
            desk.click(&at("how"));
            desk.wait_for(&at("help-steps"));
            desk.click(&at("begin"));
            desk.wait_for(&at(begins));
        }
        for way in ["#/", "#/settings"] {
            desk.open(way);
            desk.click(&at("to-help"));
            desk.wait_for(&at("topics"));
        }
    });
}

#[test]
fn on_paper_the_list_is_all_of_the_help_with_its_pictures() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina");
        desk.open("#/help");
        desk.wait_for(&at("topics"));
        assert_eq!(desk.texts_of(".on-paper h2"), [""; 0]);
        desk.emulate("print", "light");
        desk.wait_gone(&at("topics"));
        assert_eq!(desk.texts_of(".on-paper h2").len(), Topic::ALL.len());
        desk.wait_js(
            "every picture",
            "const all = [...document.querySelectorAll('.on-paper img')];
             return all.length === 8 && all.every(one => one.complete && one.naturalWidth > 0)",
        );
        assert!(desk.print().len() > 100_000);
    });
}
