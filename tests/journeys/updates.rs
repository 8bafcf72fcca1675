//! Newer builds: they are taken in whole or not at all, and never in the middle of something.

use crate::offline::{come_online, kept, kinds_of_files, ready_phone, wait_offline};
use crate::stage::{Browser, FAULTS, Fault, Host, Language, journey};
use crate::steps::{CLOSED_ROAD, at, begin, fill_in_visit, save};
use serde_json::json;

const B: &str = "bbbbbbbbbbbb";
const C: &str = "cccccccccccc";

/// A page that tries nothing again by itself, so that each attempt meets the road as it was made for it.
const PATIENT: &str = "
    const later = window.setTimeout;
    window.setTimeout = (then, pause, ...more) => pause < 10000 ? later(then, pause, ...more) : 0;";

/// Lets the browser look for a newer build, and says what became of the worker that it found. The browser looks by itself after
/// a page was loaded: that comes to its end first.
const UPDATE: &str = "return (async () => {
    const found = await navigator.serviceWorker.getRegistration();
    const end = worker => new Promise(resolve => {
        const tell = () => worker.state !== 'installing' && resolve(worker.state);
        worker.addEventListener('statechange', tell);
        tell();
    });
    for (;;) {
        if (found.installing) await end(found.installing);
        let worker;
        found.addEventListener('updatefound', () => { worker = found.installing }, { once: true });
        try { await found.update() } catch { return 'no worker' }
        // The promise may be kept before the event has come.
        worker ||= found.installing;
        if (worker) return end(worker);
        if (found.waiting) return found.waiting.state;
    }
})()";

fn update(browser: &Browser) -> String {
    browser.run_js(UPDATE, &[]).as_str().unwrap_or_default().to_owned()
}

fn wait_build(browser: &Browser, build: &str) {
    let script =
        format!("return document.documentElement.dataset.build === {build:?} && !document.getElementById('frame')");
    browser.wait_js(&format!("the build {build}"), &script);
}

fn wait_waiting(browser: &Browser, build: &str) {
    let script = format!("return document.documentElement.dataset.waiting === {build:?}");
    browser.wait_js(&format!("the build {build} to wait"), &script);
}

#[test]
fn an_update_that_is_cut_at_any_file_in_any_way_leaves_the_old_build_working() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        phone.run_at_start(PATIENT);
        phone.reload();
        wait_offline(&phone, "ready");
        let before = kept(&phone);
        let build = phone.attribute_of("html", "data-build").unwrap_or_default();
        let mut files = kinds_of_files(stage, "b");
        files.push("sw.js".to_owned());
        host.fault(Some(("sw.js", Fault::Broken)));
        host.serve("/campo/ayni/", stage.build("b"));
        let mut tried = 0;
        for file in &files {
            // A worker with a byte changed may be one that works: only its list is held against what it names.
            for fault in FAULTS.into_iter().filter(|fault| file != "sw.js" || *fault != Fault::WrongByte) {
                host.fault(Some((file, fault)));
                let ended = update(&phone);
                assert!(["redundant", "no worker"].contains(&ended.as_str()), "{file} {fault:?}: {ended}");
                assert_eq!(kept(&phone), before, "{file} {fault:?}");
                tried += 1;
            }
            host.away(true);
            phone.reload();
            wait_build(&phone, &build);
            wait_offline(&phone, "ready");
            host.away(false);
        }
        assert_eq!(tried, 5 * files.len() - 1);
        host.fault(None);
        assert_eq!(update(&phone), "installed");
        wait_waiting(&phone, B);
    });
}

#[test]
fn a_newer_build_waits_behind_a_quiet_mark_until_it_is_asked_for() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        let build = phone.attribute_of("html", "data-build").unwrap_or_default();
        for (folder, name, before) in [("b", B, build.as_str()), ("c", C, B)] {
            host.serve("/campo/ayni/", stage.build(folder));
            phone.open("#/");
            phone.wait_for(&at("tab-today"));
            assert_eq!(phone.texts_of(&at("newer-dot")), [""; 0]);
            host.asked();
            assert_eq!(update(&phone), "installed");
            let asked = host.asked();
            phone.wait_for(&at("newer-dot"));
            assert_eq!(phone.attribute_of("html", "data-build").as_deref(), Some(before));
            phone.click(&at("open-settings"));
            phone.wait_for(&at("newer-version"));
            phone.click(&at("use-newer"));
            wait_build(&phone, name);
            wait_offline(&phone, "ready");
            phone.wait_gone(&at("newer-version"));
            // Of what is the same in both nothing comes again: only what names the build.
            let modules = asked.iter().filter(|path| path.ends_with(".wasm")).count();
            assert_eq!(modules == 0, folder == "c", "{asked:?}");
            // This one and the one before are kept, and the one whose worker is in use.
            let names: Vec<String> = kept(&phone).into_iter().map(|(name, _)| name).collect();
            for build in [before, name] {
                assert!(names.contains(&format!("ayni /campo/ayni/ {build}")), "{build}: {names:?}");
            }
            let builds = names.iter().filter(|name| name.starts_with("ayni /campo")).count();
            assert!(builds <= 3, "{names:?}");
            host.away(true);
            phone.close_tab_and_reopen("#/settings");
            wait_build(&phone, name);
            phone.wait_for(&at("offline-ready"));
            host.away(false);
        }
    });
}

#[test]
fn a_start_takes_the_newer_build_at_once_and_only_once() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        host.serve("/campo/ayni/", stage.build("b"));
        assert_eq!(update(&phone), "installed");
        phone.close_tab_and_reopen("#/visits");
        wait_build(&phone, B);
        assert_eq!(phone.run_js("return location.hash", &[]), json!("#/visits"));
        // A build that this tab has taken already and that waits all the same is not taken again by itself.
        host.serve("/campo/ayni/", stage.build("c"));
        assert_eq!(update(&phone), "installed");
        phone.run_js(&format!("sessionStorage.setItem('ayni/taken', '{C}')"), &[]);
        phone.reload();
        wait_waiting(&phone, C);
        wait_build(&phone, B);
    });
}

#[test]
fn nothing_is_swapped_while_a_form_is_open() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        let build = phone.attribute_of("html", "data-build").unwrap_or_default();
        phone.open("#/visit/new");
        phone.fill(&at("visit-observations"), "Cuatro quintales por día.");
        host.serve("/campo/ayni/", stage.build("b"));
        assert_eq!(update(&phone), "installed");
        wait_waiting(&phone, B);
        assert_eq!(phone.run_js("return ayniTakeUpdate()", &[]), json!(false));
        phone.reload();
        wait_waiting(&phone, B);
        wait_build(&phone, &build);
        assert_eq!(phone.value_of(&at("visit-observations")), "Cuatro quintales por día.");
        // Left for the settings, it is a draft; the newer build brings it back.
        let note = phone.run_js("return location.hash", &[]);
        phone.open("#/settings");
        phone.click(&at("use-newer"));
        wait_build(&phone, B);
        phone.open(note.as_str().unwrap_or_default());
        phone.wait_for(&at("visit-form"));
        assert_eq!(phone.value_of(&at("visit-observations")), "Cuatro quintales por día.");
    });
}

#[test]
fn an_older_tab_goes_on_beside_a_newer_one() {
    journey(|stage| {
        let host = Host::start();
        let desk = stage.desktop(Language::English);
        desk.move_to(&host.serve("/campo/ayni/", stage.build("a")));
        desk.run_at_start(CLOSED_ROAD);
        begin(&desk, "Desk");
        wait_offline(&desk, "ready");
        let (old_build, old) = (desk.attribute_of("html", "data-build").unwrap_or_default(), desk.tab());
        desk.open("#/visit/new");
        desk.fill(&at("visit-purpose"), "To see the coffee plant");

        let new = desk.new_tab();
        desk.open("#/settings");
        wait_offline(&desk, "ready");
        host.serve("/campo/ayni/", stage.build("b"));
        assert_eq!(update(&desk), "installed");
        desk.click(&at("use-newer"));
        wait_build(&desk, B);
        desk.open("#/visit/new");
        fill_in_visit(&desk);
        save(&desk);

        // The old tab was not loaded again; its own late files come from its own build, and it saves.
        desk.to_tab(&old);
        wait_build(&desk, &old_build);
        wait_waiting(&desk, B);
        host.away(true);
        desk.run_js("window.isRoadOpen = true", &[]);
        desk.click(&at("fetch-again"));
        desk.wait_for(&at("photo-take"));
        assert_eq!(desk.value_of(&at("visit-purpose")), "To see the coffee plant");
        save(&desk);
        for tab in [old, new] {
            desk.to_tab(&tab);
            desk.open("#/visits");
            desk.wait_js("both notes", "return document.querySelectorAll('[data-test=record-row]').length === 2");
        }
    });
}

#[test]
fn a_build_that_does_not_start_gives_way_to_the_next() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        host.serve("/campo/ayni/", stage.build("broken"));
        assert_eq!(update(&phone), "installed");
        phone.close_tab_and_reopen("#/");
        phone.wait_js("the broken build", "return document.documentElement.dataset.build === 'dddddddddddd'");
        phone.wait_for(&at("not-up"));
        assert_eq!(phone.texts_of(&at("newer")), [""; 0]);
        phone.wait_console_error("");
        host.serve("/campo/ayni/", stage.build("b"));
        come_online(&phone);
        phone.run_js("ayniLook()", &[]);
        phone.wait_for(&at("newer"));
        phone.click(&at("reload"));
        wait_build(&phone, B);
        phone.wait_for(&at("new-visit"));
    });
}
