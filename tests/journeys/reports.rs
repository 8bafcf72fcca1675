//! A report: written beside what the records say, renewed, printed, saved in three forms; on a laptop and on a phone.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin};
use std::fs;

fn open_example(browser: &Browser) {
    begin(browser, "Oficina");
    browser.open("#/settings");
    browser.click(&at("open-example"));
    browser.wait_for(&at("example-banner"));
}

fn go(browser: &Browser, hash: &str) {
    browser.run_js(&format!("location.hash = '{hash}'"), &[]);
}

fn write(browser: &Browser, text: &str) {
    browser.wait_for(&at("report-form"));
    browser.fill(&at("report-text-lessons"), text);
    browser.click(&at("save"));
    browser.wait_for(&at("report"));
}

fn save(browser: &Browser, test: &str) -> (String, Vec<u8>) {
    browser.click(&at(test));
    let path = browser.wait_download();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    (name, fs::read(path).expect("the file was saved"))
}

#[test]
fn a_coordinator_writes_a_report_and_hands_it_in_in_three_forms_and_on_paper() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        open_example(&desk);
        go(&desk, "#/reports");
        desk.wait_for(&at("no-reports"));
        desk.click(&at("new-report"));
        // What the records say stands beside the field.
        desk.wait_text("Milk production, Organic coffee, Alpaca weaving, Vegetables, Community tourism");
        desk.fill(&at("report-title"), "First exchange");
        write(&desk, "We learned to associate.");
        desk.wait_text("We learned to associate.");
        desk.wait_text("75 (not recorded)");
        assert_eq!(desk.texts_of(&at("left-out")).len(), 2);

        let (name, word) = save(&desk, "report-docx");
        assert!(name.starts_with("report-exchange-") && name.ends_with(".docx"), "{name}");
        assert!(word.starts_with(b"PK\x03\x04"));
        let (_, page) = save(&desk, "report-html");
        let page = String::from_utf8(page).expect("it is text");
        assert!(page.starts_with("<!doctype html>") && page.contains("<p>We learned to associate.</p>"), "{page}");
        assert!(
            page.contains("<h1>First exchange</h1>")
                && page.contains("What were the challenges and/or lessons learned?")
        );
        let (_, text) = save(&desk, "report-md");
        let text = String::from_utf8(text).expect("it is text");
        assert!(text.starts_with("# First exchange\n") && text.contains("\nWe learned to associate.\n"), "{text}");

        desk.run_js("window.print = () => {}", &[]);
        desk.click(&at("report-print"));
        let printed =
            "return (document.getElementById('print-frame')?.srcdoc ?? '').includes('We learned to associate.')";
        desk.wait_js("the page to be printed", printed);

        // For the public, free texts about trainings are not in it.
        assert!(text.contains("75 producers trained in AFS"));
        desk.click(&at("report-for-public"));
        desk.wait_for(&at("public-hint"));
        let (_, public) = save(&desk, "report-md");
        let public = String::from_utf8(public).expect("it is text");
        assert!(public.contains("75 (not recorded)") && !public.contains("AFS)"), "{public}");

        // The text stays when the filled-in part is renewed in another language.
        desk.click(&at("edit"));
        desk.click(&at("report-language-es"));
        desk.wait_text("Producción de leche, Café orgánico, Tejidos de alpaca, Hortalizas, Turismo comunitario");
        assert_eq!(desk.value_of(&at("report-text-lessons")), "We learned to associate.");
    });
}

#[test]
fn a_report_is_read_on_a_phone_and_each_line_leads_to_its_records() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        open_example(&phone);
        go(&phone, "#/settings");
        phone.click(&at("to-reports-page"));
        phone.click(&at("new-report"));
        write(&phone, "Aprendimos a asociarnos.");
        phone.wait_text("Aprendimos a asociarnos.");
        phone.click(&format!("{} summary", at("sources")));
        phone.wait_js("the records behind it", "return !!document.querySelector('.sources a[href]')");
        phone.click_text("Intercambio: Nuevas Comunidades / Saemaul Undong: intercambio Sur-Sur Bolivia–Ecuador");
        phone.wait_for(&at("record-title"));
    });
}
