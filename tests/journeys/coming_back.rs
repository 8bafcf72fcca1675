//! What was there before is there again: after a reload, after the battery was empty, on paper, under the keyboard.

use crate::searching::notes;
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, join, load, save, save_file};
use std::path::PathBuf;
use std::process::Command;

/// Whether the database of drafts has a text; to be asked until it does.
fn mirrored(text: &str) -> String {
    format!(
        "return new Promise(done => {{
            const request = indexedDB.open('ayni-drafts');
            request.onsuccess = () => {{
                const all = request.result.transaction('drafts').objectStore('drafts').getAll();
                all.onsuccess = () => {{ request.result.close(); done(all.result.some(held => held.includes('{text}'))); }};
            }};
        }})"
    )
}

/// A file of so many visits, loaded.
fn with_visits(browser: &Browser, name: &str, visits: usize) {
    let path = std::env::temp_dir().join(format!("ayni-{name}-{}.json", std::process::id()));
    std::fs::write(&path, notes::file(visits)).expect("it can be written");
    begin(browser, "Equipo Intag");
    join(browser, &[&path]);
    std::fs::remove_file(&path).expect("it is there");
}

#[test]
fn what_a_list_is_asked_and_the_place_in_it_survive_a_reload_and_the_way_back() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        with_visits(&phone, "reload", 2_000);
        phone.open("#/visits");
        phone.fill(&at("search"), "café");
        phone.wait_for(&at("hit"));
        phone.click(&at("filters"));
        phone.fill(&at("filter-status"), "reviewed");
        phone.wait_js("the address to say it", "return location.hash === '#/visits?q=caf%C3%A9&status=reviewed'");
        let found = phone.text_of(&at("found"));
        phone.click(&at("filters"));
        phone.run_js("scrollTo(0, document.documentElement.scrollHeight / 2)", &[]);
        let seen = "
            const rows = [...document.querySelectorAll('[data-test=record-row]')];
            const row = rows.find(row => row.getBoundingClientRect().top > 0);";
        phone.wait_js("rows in the middle", &format!("{seen} return !!row && Number(row.ariaRowIndex) > 100"));
        let before = phone.run_js(&format!("{seen} return Number(row.ariaRowIndex)"), &[]).as_i64().expect("a row");
        phone.reload();
        phone.wait_js(
            "the same place",
            &format!("{seen} return !!row && Math.abs(Number(row.ariaRowIndex) - {before}) <= 1"),
        );
        phone.wait_text(&found);
        assert_eq!(phone.value_of(&at("search")), "café");
        assert_eq!(phone.texts_of(&at("filter-set")).len(), 1);

        // To a record and back by the browser's own button; to the list by its tab, with all that it was asked.
        phone.run_js(&format!("{seen} row.querySelector('a').click()"), &[]);
        phone.wait_for(&at("record-title"));
        phone.run_js("history.back()", &[]);
        phone.wait_for(&at("filter-set"));
        assert_eq!(phone.text_of(&at("found")), found);

        // What this version does not know asks nothing.
        phone.open("#/visits?colour=blue&status=draft&from=yesterday");
        phone.wait_for(&at("filter-set"));
        assert_eq!(phone.value_of(&at("search")), "");
        phone.wait_js("the address without it", "return location.hash === '#/visits?status=draft'");
        phone.click(&at("filter-set"));
        phone.wait_js("nothing asked", "return location.hash === '#/visits'");
    });
}

#[test]
fn all_rows_of_a_list_are_printed() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        with_visits(&desk, "print", 400);
        desk.open("#/visits");
        desk.wait_for(&at("record-row"));
        let rows = "document.querySelectorAll('[data-test=record-row]').length";
        let drawn = desk.run_js(&format!("return {rows}"), &[]).as_i64().expect("a number");
        assert!(drawn < 200, "{drawn}");
        // The page's own listener came first.
        desk.run_js(&format!("addEventListener('beforeprint', () => window.printed ??= {rows})"), &[]);
        let pages = desk.print().len();
        assert_eq!(desk.run_js("return window.printed", &[]), 400);
        desk.wait_js("only what is seen again", &format!("return {rows} < 200"));
        desk.fill(&at("search"), "xilófono");
        desk.wait_for(&at("nothing-found"));
        assert!(desk.print().len() * 3 < pages, "they are on the paper");
    });
}

#[test]
fn a_draft_is_there_when_local_storage_lost_it_and_stays_gone_when_it_was_given_up() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el vivero de cedro");
        phone.wait_js("the draft on the disk", &mirrored("vivero de cedro"));
        let lose = "
            const draft = Object.keys(localStorage).find(key => key.startsWith('ayni/draft/'));
            window.lost = [draft, localStorage[draft]];
            localStorage.removeItem(draft);";
        phone.run_js(lose, &[]);
        phone.reload();
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero de cedro");

        // An older one that local storage still has gives way.
        let age = "
            const draft = Object.keys(localStorage).find(key => key.startsWith('ayni/draft/'));
            window.held = localStorage[draft];
            const older = JSON.parse(held);
            older.typed_at = '2026-01-01T00:00:00-04:00';
            older.drafts[0].fields.purpose = 'Ver';
            localStorage[draft] = JSON.stringify(older);";
        phone.run_js(age, &[]);
        phone.reload();
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero de cedro");

        // Given up: local storage that has it again brings nothing back.
        let keep = "
            const draft = Object.keys(localStorage).find(key => key.startsWith('ayni/draft/'));
            return [draft, localStorage[draft]];";
        let kept = phone.run_js(keep, &[]);
        phone.click(&at("discard"));
        phone.click(&at("discard-yes"));
        phone.wait_js("the draft gone from the disk", &mirrored("gone_at"));
        phone.run_js("localStorage[arguments[0][0]] = arguments[0][1]", &[kept]);
        phone.open("");
        phone.reload();
        phone.wait_for(&at("new-visit"));
        phone.wait_gone(&at("continue-draft"));
    });
}

#[test]
fn a_draft_survives_an_empty_battery() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver el vivero de cedro");
        phone.wait_js("the draft on the disk", &mirrored("vivero de cedro"));
        phone.kill();
        phone.start();
        phone.open("");
        phone.wait_js(
            "the note that was begun",
            "return !!document.querySelector('[data-test=visit-form], [data-test=continue-draft], [data-test=start]')",
        );
        // Local storage may have lost even who one is.
        if !phone.texts_of(&at("start")).is_empty() {
            begin(&phone, "Equipo Intag");
        }
        if phone.texts_of(&at("visit-form")).is_empty() {
            phone.click(&at("continue-draft"));
        }
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero de cedro");
    });
}

#[test]
fn without_local_storage_the_mirror_keeps_what_is_typed_and_the_form_says_so() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        // The settings are there, and nothing more goes in.
        phone.run_at_start(
            "const { setItem } = Storage.prototype;
             Storage.prototype.setItem = function (key, value) {
                 if (key.startsWith('ayni/draft/')) throw new DOMException('full', 'QuotaExceededError');
                 return setItem.call(this, key, value);
             };",
        );
        phone.open("");
        phone.reload();
        phone.click(&at("new-visit"));
        phone.fill(&at("visit-purpose"), "Ver el vivero");
        phone.wait_for(&at("draft-saved"));
        phone.wait_js("the draft on the disk", &mirrored("Ver el vivero"));
        phone.click(&at("back"));
        phone.open("");
        phone.click(&at("continue-draft"));
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero");
        phone.reload();
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-purpose")), "Ver el vivero");
    });
}

#[test]
fn what_was_taken_out_of_a_list_is_put_back_where_it_stood() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        phone.click(&at("more-lessons"));
        for text in ["Secar despacio", "Sembrar sombra"] {
            phone.click(&at("visit-lessons-add"));
            let last = "return [...document.querySelectorAll('[id^=visit-lessons-][id$=-text]')].at(-1).id";
            let last = phone.run_js(last, &[]).as_str().expect("a field").to_owned();
            phone.fill(&at(&last), text);
        }
        phone.click(&at("visit-lessons-remove"));
        let texts = "return [...document.querySelectorAll('[id^=visit-lessons-][id$=-text]')].map(field => field.value).join('|')";
        phone.wait_js("one lesson", &texts.replace(".join('|')", ".join('|') === 'Sembrar sombra'"));
        phone.click(&at("visit-lessons-put-back"));
        phone.wait_js("both again", &texts.replace(".join('|')", ".join('|') === 'Secar despacio|Sembrar sombra'"));
        save(&phone);
        phone.wait_text("Secar despacio");
    });
}

#[test]
fn a_place_is_written_into_the_directory_and_a_delegation_comes_again_with_one_tap() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.open("#/directory");
        phone.click(&at("new-place"));
        phone.fill(&at("place-name"), "Cuellaje");
        phone.fill(&at("place-as-written"), "Cuellage");
        save(&phone);
        assert_eq!(phone.text_of(&at("record-title")), "Cuellaje");
        phone.click(&at("edit"));
        phone.wait_for(&at("plain-form"));
        assert_eq!(phone.value_of(&at("place-name")), "Cuellaje");
        phone.open("#/directory");
        phone.wait_text("Cuellaje");

        phone.open("#/visit/new");
        phone.click(&at("more-people"));
        phone.fill(&at("delegation-search"), "Bartolinas de Sacaba");
        phone.click(&at("delegation-other"));
        phone.wait_for(&at("delegation-chosen"));
        save(&phone);
        phone.open("#/visit/new");
        phone.wait_for(&at("again"));
        assert_eq!(phone.texts_of(&at("again-one")), ["Bartolinas de Sacaba"]);
        phone.click(&at("again-one"));
        phone.wait_gone(&at("again"));
        phone.click(&at("more-people"));
        phone.wait_for(&at("delegation-chosen"));
        save(&phone);
        phone.wait_text("Bartolinas de Sacaba");
    });
}

#[test]
fn after_a_tap_the_keyboard_stays_where_it_was() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Mesa");
        desk.open("#/visit/new");
        fill_in_visit(&desk);
        save(&desk);
        desk.click(&at("edit"));
        desk.fill(&at("visit-observations"), "Son cinco quintales.");
        save(&desk);
        desk.click(&format!("{} summary", at("history")));
        desk.wait_for(&at("value-back"));
        // A control that goes away leaves the keyboard close by, one that stays keeps it.
        let here =
            |what: &str, is: &str| desk.wait_js(what, &format!("const at = document.activeElement; return {is}"));
        desk.run_js("document.querySelector('[data-test=value-back]').focus()", &[]);
        desk.type_keys(":focus", "\u{E007}");
        desk.wait_for(&at("undo"));
        here("the keyboard in the history", "at.matches('[data-test=history] *') || at.matches('main :is(h1, h2)')");
        desk.click(&at("promise-to-bin"));
        desk.wait_gone(&at("commitment"));
        here("the keyboard in the page", "at.matches('main *') || at.matches('[data-test=undo]')");
    });
}

/// The file that a desk makes in a terminal to erase a record for ever (M6).
fn erasing(file: &PathBuf, record: &str) -> PathBuf {
    let out = file.with_extension("erased.json");
    let done = Command::new(env!("CARGO_BIN_EXE_ayni"))
        .arg("erase")
        .arg(file)
        .args(["--record", record, "--device", "desk000001", "--reason", "a pedido", "--yes", "-o"])
        .arg(&out)
        .output()
        .expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    out
}

#[test]
fn m6_an_import_that_erases_takes_the_photos_along_and_the_history_told_of_them() {
    journey(|stage| {
        let folder = crate::photos::Folder::new("erased");
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let photo = folder.photo(&phone, "IMG_1.jpg", "#1f4f2a");
        phone.open("#/visit/new");
        phone.fill(&at("visit-purpose"), "Ver la planta");
        phone.upload(&at("photo-gallery"), &[&photo]);
        phone.wait_text("1 de 1 foto guardada");
        phone.fill(&at("photo-caption"), "La planta de café");
        save(&phone);

        // The history tells of the photo: added, its caption changed and taken back, put away and back.
        phone.click(&at("edit"));
        phone.fill(&at("photo-caption"), "El secadero");
        save(&phone);
        phone.click(&at("photo-to-bin"));
        phone.wait_for(&at("photos-binned"));
        phone.click(&format!("{} summary", at("photos-binned")));
        phone.click(&at("photo-take-back"));
        phone.wait_gone(&at("photos-binned"));
        phone.click(&format!("{} summary", at("history")));
        for told in
            ["Foto 1: agregada", "Está en la papelera", "Recuperado", "cambió de «La planta de café» a «El secadero»"]
        {
            phone.wait_text(told);
        }
        phone.click(&at("value-back"));
        phone.wait_js(
            "the earlier caption",
            "return document.querySelector('[data-test=photo-caption]').textContent === 'La planta de café'",
        );

        let file = save_file(&phone);
        let line = std::fs::read_to_string(&file).expect("the file is text");
        let record = line.lines().find_map(|line| {
            let at = line.find("\"record\":\"photo/")?;
            line.get(at + 10..)?.split('"').next()
        });
        let erased = erasing(&file, record.expect("a photo"));
        phone.open("#/visits");
        phone.click(&at("open-record"));
        phone.wait_for(&at("photo"));
        // That can not be taken back, so it is asked.
        load(&phone, &[&erased]);
        phone.click(&at("accept"));
        phone.click_text("Sí, adelante");
        phone.wait_for(&at("import-result"));
        phone.open("#/visits");
        phone.click(&at("open-record"));
        phone.wait_text("Ver la planta");
        phone.wait_gone(&at("photo"));
        phone.wait_no_text("La planta de café");
        let held = "return new Promise(done => {
            const request = indexedDB.open('ayni-photos');
            request.onsuccess = () => {
                const count = request.result.transaction('photos').objectStore('photos').count();
                count.onsuccess = () => { request.result.close(); done(count.result === 0); };
            };
        })";
        phone.wait_js("no bytes of the photo", held);
        std::fs::remove_file(&erased).ok();
    });
}
