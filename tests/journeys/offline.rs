//! Without a network: a start from what is kept, a whole day of work, and what happens where keeping it does not work.

use crate::photos::Folder;
use crate::stage::{Browser, FAULTS, Fault, Host, Language, Stage, journey};
use crate::steps::{at, begin, fill_in_visit, record_training, save, save_file};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

/// A phone that has opened the app once, from a host of the journey's own.
pub fn ready_phone(stage: &Stage, host: &Host) -> Rc<Browser> {
    let phone = stage.phone(Language::Spanish);
    phone.move_to(&host.serve("/campo/ayni/", stage.build("a")));
    begin(&phone, "Equipo Intag");
    wait_offline(&phone, "ready");
    phone
}

pub fn wait_offline(browser: &Browser, state: &str) {
    let script = format!("return document.documentElement.dataset.offline === {state:?}");
    browser.wait_js(&format!("the app to be {state}"), &script);
}

/// The network is back, as browsers tell pages.
pub fn come_online(browser: &Browser) {
    browser.run_js("dispatchEvent(new Event('online'))", &[]);
}

/// The files that a build keeps, by the list of its worker.
fn files_of(stage: &Stage, build: &str) -> Vec<String> {
    let worker = fs::read_to_string(stage.build(build).join("sw.js")).expect("the build has a worker");
    let list = worker.lines().skip(1).take_while(|line| line.starts_with("  \""));
    list.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

/// The same with one picture of the help for all of them, which are alike on their way: what is tried with each file takes its time.
pub fn kinds_of_files(stage: &Stage, build: &str) -> Vec<String> {
    let mut files = files_of(stage, build);
    let mut pictures = 0;
    files.retain(|name| {
        pictures += usize::from(name.starts_with("help/"));
        !name.starts_with("help/") || pictures == 1
    });
    files
}

/// The caches of builds; the room set aside for a full phone is none.
const OURS: &str = "const ours = () => caches.keys().then(names => names.filter(name => name !== 'ayni-ballast'));";

/// What is kept: the caches, each with the number of its entries.
pub fn kept(browser: &Browser) -> Vec<(String, u64)> {
    let script = "return ours().then(names => Promise.all(names.map(async name =>
        [name, (await (await caches.open(name)).keys()).length])))";
    let kept = browser.run_js(&[OURS, script].concat(), &[]);
    let pair = |pair: &Value| Some((pair.get(0)?.as_str()?.to_owned(), pair.get(1)?.as_u64()?));
    kept.as_array().into_iter().flatten().filter_map(pair).collect()
}

/// What was asked of the host, but for the browser's own look at the worker.
fn asked_for(host: &Host) -> Vec<String> {
    host.asked().into_iter().filter(|path| !path.ends_with("/sw.js")).collect()
}

#[test]
fn it_starts_from_the_address_and_from_the_home_screen_without_a_network() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        let start = "return fetch(document.querySelector('link[rel=manifest]').href)
            .then(answer => answer.json()).then(manifest => new URL(manifest.start_url, location.href).href)";
        let start = phone.run_js(start, &[]);
        host.away(true);
        phone.kill();
        phone.start();
        phone.open("");
        phone.wait_js("the app", "return !document.getElementById('frame')");
        phone.open_address("about:blank");
        phone.open_address(start.as_str().unwrap_or_default());
        phone.wait_js("the app", "return !document.getElementById('frame')");
        phone.open_address("about:blank");
        phone.open("index.html?from=home");
        phone.wait_js("the app", "return !document.getElementById('frame')");
        wait_offline(&phone, "ready");
    });
}

#[test]
fn a_whole_day_of_work_asks_for_nothing() {
    journey(|stage| {
        let folder = Folder::new("whole-day");
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        asked_for(&host);
        host.away(true);
        phone.close_tab_and_reopen("#/visit/new");
        fill_in_visit(&phone);
        phone.upload(&at("photo-gallery"), &[&folder.photo(&phone, "IMG_1.jpg", "#1f4f2a")]);
        phone.wait_text("1 de 1 foto guardada");
        save(&phone);
        record_training(&phone);
        phone.close_tab_and_reopen("#/figures");
        phone.wait_for(&at("figure-people"));
        phone.open("#/settings");
        let build = phone.attribute_of("html", "data-build").unwrap_or_default();
        assert_eq!(phone.text_of(&at("offline-ready")), format!("Funciona sin internet (versión {build})"));
        phone.click(&at("open-example"));
        phone.wait_for(&at("example-banner"));
        phone.click(&at("leave-example"));
        let file = save_file(&phone);
        assert!(fs::read_to_string(file).is_ok_and(|text| text.contains("La planta procesa cuatro quintales")));
        phone.close_tab_and_reopen("#/visits");
        phone.wait_for(&at("record-row"));
        assert_eq!(asked_for(&host), [""; 0]);
    });
}

#[test]
fn a_first_visit_that_is_cut_at_any_file_works_and_is_tried_again() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        for (number, file) in kinds_of_files(stage, "a").iter().enumerate() {
            let fault = FAULTS.get(number % FAULTS.len()).copied().unwrap_or(Fault::Cut);
            let forget = "return navigator.serviceWorker.getRegistration().then(found => found.unregister())
                .then(() => caches.keys()).then(names => Promise.all(names.map(name => caches.delete(name))))";
            // From a page without the app, which has nothing to mend.
            phone.open("icons/favicon.svg");
            phone.run_js(forget, &[]);
            host.fault(Some((file, fault)));
            phone.open("#/settings");
            wait_offline(&phone, "failed");
            phone.wait_for(&at("offline-failed"));
            assert_eq!(kept(&phone), [], "{file} {fault:?}");
            host.fault(None);
            come_online(&phone);
            wait_offline(&phone, "ready");
            phone.wait_for(&at("offline-ready"));
        }
    });
}

#[test]
fn ready_is_not_said_of_what_is_damaged_and_it_is_mended() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        let damage = "return ours().then(([name]) => caches.open(name))
            .then(cache => cache.put('example.jsonl', new Response('{}')))";
        let length = "return caches.match('example.jsonl').then(kept => kept.text()).then(text => text.length > 1000)";
        phone.run_js(&[OURS, damage].concat(), &[]);
        host.away(true);
        phone.close_tab_and_reopen("#/settings");
        phone.wait_for(&at("offline-failed"));
        assert_eq!(phone.texts_of(&at("offline-ready")), [""; 0]);
        host.away(false);
        come_online(&phone);
        phone.wait_for(&at("offline-ready"));
        phone.wait_js("the right file", length);

        // One that is gone is fetched and kept again when it is asked for.
        let gone = "return ours().then(([name]) => caches.open(name)).then(cache => cache.delete('example.jsonl'))";
        phone.run_js(&[OURS, gone].concat(), &[]);
        phone.click(&at("open-example"));
        phone.wait_for(&at("example-banner"));
        phone.wait_js("the right file", length);
    });
}

#[test]
fn two_copies_on_one_host_leave_each_other_alone_and_one_can_be_given_up() {
    journey(|stage| {
        let host = Host::start();
        let one = host.serve("/uno/", stage.build("a"));
        let inner = host.serve("/uno/dos/", stage.build("b"));
        let desk = stage.desktop(Language::Spanish);
        desk.move_to(&one);
        begin(&desk, "Oficina");
        wait_offline(&desk, "ready");
        desk.open_address(&inner);
        desk.wait_for(&at("tab-today"));
        wait_offline(&desk, "ready");
        assert_eq!(desk.attribute_of("html", "data-build").as_deref(), Some("bbbbbbbbbbbb"));
        assert_eq!(kept(&desk).len(), 2);

        // The way out, for the outer one.
        let off = with_way_out(stage);
        host.serve("/uno/", off.clone());
        desk.open_address(&one);
        desk.wait_for(&at("tab-today"));
        let one = [OURS, "return ours().then(names => names.length === 1)"].concat();
        desk.wait_js("only the other one to be kept", &one);
        let registered = "return navigator.serviceWorker.getRegistrations().then(all => all.length)";
        desk.open_address("about:blank");
        host.away(true);
        desk.open_address(&inner);
        desk.wait_for(&at("tab-today"));
        assert_eq!(desk.run_js(registered, &[]), json!(1));
        wait_offline(&desk, "ready");
        fs::remove_dir_all(off).ok();
    });
}

/// The build as a host has it that wants no worker any more: what people saved stays.
fn with_way_out(stage: &Stage) -> PathBuf {
    let (from, to) = (stage.build("a"), stage.build("off"));
    let files = files_of(stage, "a");
    let pairs = files.iter().map(|name| (name.as_str(), name.as_str())).chain([("sw-off.js", "sw.js")]);
    for (name, copy) in pairs {
        let to = to.join(copy);
        fs::create_dir_all(to.parent().expect("a folder above it")).expect("a folder");
        fs::copy(from.join(name), to).expect("the file is copied");
    }
    to
}

#[test]
fn a_script_is_never_answered_with_a_page() {
    journey(|stage| {
        let host = Host::start();
        let phone = ready_phone(stage, &host);
        phone.reload();
        wait_offline(&phone, "ready");
        host.fault(Some(("ayni-gone.js", Fault::Portal)));
        let ask = "return fetch('ayni-gone.js').then(answer => answer.text(), () => 'refused')";
        assert_eq!(phone.run_js(ask, &[]), json!("refused"));
        phone.wait_console_error("ayni-gone.js");
        // What is none of the app's matters is the network's.
        let other = "return fetch('./other').then(answer => answer.status)";
        assert_eq!(phone.run_js(other, &[]), json!(404));
        phone.wait_console_error("other");
    });
}
