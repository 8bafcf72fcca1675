//! The stage is trusted by every journey, so it is proven first, on a page of its own in place of the app's.

use crate::stage::{Browser, Language, journey};
use serde_json::json;
use std::fs;

/// One of everything that the stage can touch.
const PAGE: &str = r#"
    <h1>  A page
        of its own</h1>
    <input class="name"><textarea class="note">old</textarea><input class="day" type="date">
    <select class="sort"><option value="a">A</option><option value="b">B</option></select>
    <button class="press">Press   me</button><button class="hidden" hidden>Hidden</button>
    <input class="files" type="file" multiple hidden>
    <a class="save" download="saved.txt" href="data:text/plain,kept">Save</a>
    <p class="out"></p>"#;

/// Tells in the paragraph what happened on the page.
const WIRING: &str = r#"
    document.body.innerHTML = arguments[0];
    const at = name => document.querySelector('.' + name);
    const say = text => at('out').textContent += text + ';';
    for (const name of ['name', 'note', 'day', 'sort']) at(name).oninput = event => { at(name).dataset.heard = event.target.value };
    at('press').onclick = () => { say('pressed'); at('hidden').hidden = false };
    at('hidden').onclick = () => at('hidden').remove();
    at('files').onchange = async event => { for (const file of event.target.files) say(await file.text()) };
    document.ondragover = event => event.preventDefault();
    document.ondrop = async event => { event.preventDefault(); for (const file of event.dataTransfer.files) say(await file.text()) };
"#;

fn own_page(browser: &Browser) {
    browser.open("");
    browser.wait_text("Ayni");
    browser.run_js(WIRING, &[json!(PAGE)]);
}

#[test]
fn fields_hold_what_was_typed_and_the_page_hears_of_it() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        own_page(&phone);
        for (field, text) in [
            (".name", "Doña Ñusta"),
            (".name", "El maíz 🌽 y tú"),
            (".name", ""),
            (".note", "new, in place of the old"),
            (".day", "2026-11-24"),
            (".sort", "b"),
        ] {
            phone.fill(field, text);
            assert_eq!(phone.value_of(field), text);
            assert_eq!(phone.attribute_of(field, "data-heard").as_deref(), Some(text), "{field}");
        }
        phone.type_keys(".note", " one");
        assert_eq!(phone.value_of(".note"), "new, in place of the old one");
    });
}

#[test]
fn texts_are_read_and_pressed_as_a_person_sees_them() {
    journey(|stage| {
        let desktop = stage.desktop(Language::English);
        own_page(&desktop);
        desktop.wait_text("A page of its own");
        desktop.wait_gone(".hidden");
        desktop.click_text("Press me");
        desktop.wait_for(".hidden");
        desktop.click(".hidden");
        desktop.wait_gone(".hidden");
        desktop.wait_no_text("Hidden");
        assert_eq!(desktop.text_of(".out"), "pressed;");
        assert_eq!(desktop.texts_of("button"), ["Press me"]);
    });
}

#[test]
fn files_go_in_and_come_out() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        own_page(&phone);
        phone.click(".save");
        let saved = phone.wait_download();
        assert_eq!(fs::read_to_string(&saved).ok().as_deref(), Some("kept"));
        phone.click(".save");
        let again = phone.wait_download();
        assert_ne!(saved, again);
        phone.upload(".files", &[&saved, &again]);
        phone.wait_text("kept;kept;");
        phone.drop_files("h1", &[("a.txt", "dropped")]);
        phone.wait_text("dropped;");
        let picture = phone.screenshot("stage-files");
        assert!(fs::metadata(picture).is_ok_and(|file| file.len() > 1000));
    });
}

#[test]
fn a_browser_has_the_size_and_the_language_it_was_asked_for() {
    journey(|stage| {
        for (browser, expected) in [
            (stage.phone(Language::Spanish), json!([360, 740, "es-BO", ["es-BO", "es"], true])),
            (stage.desktop(Language::English), json!([1366, 768, "en-GB", ["en-GB", "en"], false])),
        ] {
            let script = "return [innerWidth, innerHeight, navigator.language, navigator.languages, navigator.maxTouchPoints > 0]";
            browser.open("");
            assert_eq!(browser.run_js(script, &[]), expected);
            browser.close_tab_and_reopen("");
            assert_eq!(browser.run_js(script, &[]), expected, "also in a new tab");
        }
    });
}

#[test]
fn a_killed_browser_comes_back_with_what_it_had_stored() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        own_page(&phone);
        phone.run_js(
            "const open = indexedDB.open('stage', 1);
             open.onupgradeneeded = () => open.result.createObjectStore('box');
             open.onsuccess = () => {
                 const writing = open.result.transaction('box', 'readwrite', { durability: 'strict' });
                 writing.objectStore('box').put('kept', 1);
                 writing.oncomplete = () => { document.querySelector('.out').textContent = 'written' };
             };",
            &[],
        );
        phone.wait_text("written");
        phone.kill();
        phone.start();
        own_page(&phone);
        phone.run_js(
            "const open = indexedDB.open('stage', 1);
             open.onsuccess = () => {
                 const reading = open.result.transaction('box').objectStore('box').get(1);
                 reading.onsuccess = () => { document.querySelector('.out').textContent = 'found ' + reading.result };
             };",
            &[],
        );
        phone.wait_text("found kept");
    });
}

#[test]
fn without_a_network_nothing_is_fetched_until_it_is_back() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        own_page(&phone);
        phone.offline(true);
        phone.wait_js("no network", "return navigator.onLine === false");
        phone.offline(false);
        phone.wait_js("the network", "return navigator.onLine");
        phone.reload();
        phone.wait_text("Ayni");
    });
}

#[test]
fn an_error_in_the_console_is_not_overlooked() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        own_page(&phone);
        phone.run_js("setTimeout(() => { throw new Error('overlooked?') })", &[]);
        phone.wait_console_error("overlooked?");
    });
}
