//! How long a person waits, in a real browser: `cargo xtask bench` runs this and prints it. Figures, never a verdict.

#[path = "../../benches/sample.rs"]
mod sample;
#[path = "../../benches/trainings.rs"]
mod trainings;

use crate::searching::notes;
use crate::stage::{Browser, Language, Stage, journey};
use crate::steps::{at, begin, join};
use ayni::exchange::{Made, write};
use ayni::log::{DeviceId, Entry, Log};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Notes when things that people wait for stand on the screen: when they are in the page and it was drawn. In each page
/// before the page's own scripts, so the clock starts with the load.
const WATCH: &str = "
    window.noted = {};
    const note = name => requestAnimationFrame(() => setTimeout(() => { noted[name] ??= performance.now(); }));
    const places = { preview: '[data-test=accept]', joined: '[data-test=import-result]', listed: '[data-test=record-row]',
        counted: '[data-test=figure-people]', reviewed: '[data-test=review-row]', filled: '[data-test=report-form] [data-test=sources]' };
    new MutationObserver(() => {
        for (const name in places) if (!(name in noted) && document.querySelector(places[name])) note(name);
    }).observe(document, { childList: true, subtree: true });
    document.addEventListener('change', () => { noted.chosen = performance.now(); }, true);
    document.addEventListener('click', () => { noted.pressed = performance.now(); }, true);
    addEventListener('hashchange', () => { noted = { moved: performance.now() }; });";

/// What one file took, in milliseconds.
struct Times {
    read: f64,
    stored: f64,
    listed: f64,
    again: f64,
}

#[test]
#[ignore = "prints figures: `cargo xtask bench`"]
fn how_long_a_desk_waits_for_a_file() {
    for (size, runs) in [(10_000, 5), (100_000, 2)] {
        let path = std::env::temp_dir().join(format!("ayni-speed-{}-{size}.json", std::process::id()));
        fs::write(&path, sample::file(size)).expect("it can be written");
        let runs: Vec<Times> = (0..runs).map(|_| load(&path)).collect();
        fs::remove_file(&path).expect("it is there");
        // The quickest, as each step was at its best: what is slower than that is another program's doing.
        let best = |of: fn(&Times) -> f64| runs.iter().map(of).fold(f64::INFINITY, f64::min);
        let (read, stored, listed) = (best(|run| run.read), best(|run| run.stored), best(|run| run.listed));
        println!("{size} changes in headless Chromium, the best of {}", runs.len());
        let rate = size as f64 / read * 1e3;
        println!("  read, checked by hash and merged into a preview: {read:.0} ms, {rate:.0} changes/s");
        println!("  stored durably: {stored:.0} ms");
        println!("  listed: {listed:.0} ms; from the file to the list {:.0} ms", read + stored + listed);
        println!("  listed again after a reload: {:.0} ms", best(|run| run.again));
    }
}

/// Types into the search field: for each key press the time until the rows are in the page.
const PRESS: &str = "
    const field = document.querySelector('[data-test=search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const times = [];
    const settle = () => new Promise(done => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    });
    return (async () => {
        for (const text of arguments[0]) for (let end = 1; end <= text.length; end++) {
            set.call(field, text.slice(0, end));
            const start = performance.now();
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await settle();
            document.body.offsetHeight;
            times.push(performance.now() - start);
        }
        return times;
    })();";
/// Notes each time that the page did not answer for more than 50 ms.
const TASKS: &str = "
    window.tasks = [];
    new PerformanceObserver(list => { for (const task of list.getEntries()) tasks.push(Math.round(task.duration)); })
        .observe({ type: 'longtask', buffered: true });";

#[test]
#[ignore = "prints figures: `cargo xtask bench`"]
fn how_long_one_waits_for_what_one_looks_for() {
    let path = std::env::temp_dir().join(format!("ayni-speed-search-{}.json", std::process::id()));
    fs::write(&path, notes::file(10_000)).expect("it can be written");
    journey(|stage| {
        for (name, browser) in [("laptop", stage.desktop(Language::Spanish)), ("phone", stage.phone(Language::Spanish))]
        {
            browser.run_at_start(WATCH);
            browser.run_at_start(TASKS);
            begin(&browser, "Mesa");
            join(&browser, &[&path]);
            browser.reload();
            browser.wait_for(&at("load-files"));
            browser.run_js("tasks.length = 0; location.hash = '#/visits'", &[]);
            let listed = noted(&browser, "listed") - noted(&browser, "moved");
            // The choices of the filters come from the index, when all of it is there.
            browser.click(&at("filters"));
            browser.wait_for(&at("filter-status"));
            let tasks = browser.run_js("return tasks", &[]);
            browser.click(&at("filters"));
            let typed = serde_json::json!(["café", "asociación agua", "de la", "compostaje", "tierra familia"]);
            let pressed = browser.run_js(PRESS, &[typed]);
            let mut pressed: Vec<f64> =
                pressed.as_array().into_iter().flatten().filter_map(|time| time.as_f64()).collect();
            pressed.sort_by(f64::total_cmp);
            println!("10000 visits in headless Chromium with the screen of a {name}");
            println!("  listed: {listed:.0} ms");
            println!("  held the screen over 50 ms while listed and indexed, in ms: {tasks}");
            let [middle, late] = [pressed.len() / 2, pressed.len() * 99 / 100].map(|at| pressed[at]);
            println!("  key press to rows, of {}: {middle:.0} ms the median, {late:.0} ms in 99 of 100", pressed.len());
        }
    });
    fs::remove_file(&path).expect("it is there");
}

#[test]
#[ignore = "prints figures: `cargo xtask bench`"]
fn how_long_one_waits_for_figures() {
    let path = std::env::temp_dir().join(format!("ayni-speed-figures-{}.json", std::process::id()));
    fs::write(&path, file_of(&trainings::log(10_000))).expect("it can be written");
    journey(|stage| {
        let desk = laptop_with(stage, &path);
        desk.run_js("tasks.length = 0; location.hash = '#/figures'", &[]);
        let counted = noted(&desk, "counted") - noted(&desk, "moved");
        desk.click(&at("figure-filters"));
        desk.wait_for(&at("figure-sex"));
        let tasks = desk.run_js("return tasks", &[]);
        let asked = desk.run_js(ASK, &[]).as_f64().expect("a time");
        println!("10000 sessions in headless Chromium with the screen of a laptop");
        println!("  read, counted and shown (target < 300 ms): {counted:.0} ms; for another filter {asked:.0} ms");
        println!("  held the screen over 50 ms meanwhile, in ms: {tasks}");
    });
    fs::remove_file(&path).expect("it is there");
}

/// A laptop that holds the records of a file and was opened anew, with those watching who measure.
fn laptop_with(stage: &Stage, path: &Path) -> Rc<Browser> {
    let desk = stage.desktop(Language::Spanish);
    desk.run_at_start(WATCH);
    desk.run_at_start(TASKS);
    begin(&desk, "Mesa");
    join(&desk, &[path]);
    desk.reload();
    desk.wait_for(&at("load-files"));
    desk
}

#[test]
#[ignore = "prints figures: `cargo xtask bench`"]
fn how_long_one_waits_for_a_report() {
    let path = std::env::temp_dir().join(format!("ayni-speed-report-{}.json", std::process::id()));
    fs::write(&path, notes::file(10_000)).expect("it can be written");
    journey(|stage| {
        let desk = laptop_with(stage, &path);
        desk.run_js("tasks.length = 0; location.hash = '#/report/new'", &[]);
        let filled = noted(&desk, "filled") - noted(&desk, "moved");
        let tasks = desk.run_js("return tasks", &[]);
        println!("a report of 10000 visits, of which half may enter, in headless Chromium with the screen of a laptop");
        println!("  filled from the records and shown (target < 1000 ms): {filled:.0} ms");
        println!("  held the screen over 50 ms meanwhile, in ms: {tasks}");
    });
    fs::remove_file(&path).expect("it is there");
}

/// Sorts by another column and waits for the rows.
const SORT: &str = "
    const start = performance.now();
    document.querySelectorAll('#review-grid .sort')[arguments[0]].click();
    return new Promise(done => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { document.body.offsetHeight; done(performance.now() - start); };
        port2.postMessage(0);
    });";

#[test]
#[ignore = "prints figures: `cargo xtask bench`"]
fn how_long_one_waits_for_the_table_for_reviewing() {
    let path = std::env::temp_dir().join(format!("ayni-speed-review-{}.json", std::process::id()));
    fs::write(&path, notes::file(10_000)).expect("it can be written");
    journey(|stage| {
        let desk = laptop_with(stage, &path);
        let held = || desk.run_js("return tasks.splice(0)", &[]);
        held();
        desk.run_js("location.hash = '#/review'", &[]);
        let opened = noted(&desk, "reviewed") - noted(&desk, "moved");
        // The choices of the filters come from the index, when all of it is there.
        desk.click(&at("filters"));
        desk.wait_for(&at("filter-status"));
        let while_opened = held();
        let sorted =
            [0, 1, 3, 4].map(|column| desk.run_js(SORT, &[serde_json::json!(column)]).as_f64().unwrap_or_default());
        let while_sorted = held();
        let pressed = desk.run_js(PRESS, &[serde_json::json!(["café", "asociación agua", "tierra familia"])]);
        let mut pressed: Vec<f64> = pressed.as_array().into_iter().flatten().filter_map(|time| time.as_f64()).collect();
        pressed.sort_by(f64::total_cmp);
        let rows = desk.run_js("return document.querySelectorAll('[data-test=review-row]').length", &[]);
        println!("10000 visits in the table for reviewing, in headless Chromium with the screen of a laptop");
        println!("  opened: {opened:.0} ms; held the screen over 50 ms until all can be found, in ms: {while_opened}");
        println!("  sorted by four columns, in ms: {sorted:.0?}; held the screen over 50 ms: {while_sorted}");
        let [middle, last] = [pressed.len() / 2, pressed.len().saturating_sub(1)].map(|at| pressed[at]);
        println!("  key press to rows: {middle:.0} ms the median, {last:.0} ms the longest; over 50 ms: {}", held());
        println!("  rows in the page: {rows}");
    });
    fs::remove_file(&path).expect("it is there");
}

#[test]
#[ignore = "prints figures: `cargo xtask bench`"]
fn how_long_one_waits_for_many_files_and_for_a_large_one() {
    let name = |what: &str| std::env::temp_dir().join(format!("ayni-speed-{}-{what}.json", std::process::id()));
    let written = |what: &str, text: String| {
        let path = name(what);
        fs::write(&path, text).expect("it can be written");
        path
    };
    let many: Vec<Entry> = sample::log(10_000).entries().cloned().collect();
    let many = many.chunks(500).enumerate().map(|(number, entries)| {
        let mut log = Log::new();
        entries.iter().cloned().for_each(|entry| {
            log.accept(entry);
        });
        written(&format!("part-{number}"), file_of(&log))
    });
    let many: Vec<PathBuf> = many.collect();
    let large = vec![written("large", sample::file(100_000))];
    for (what, paths) in
        [("20 files × 500 records (target < 5 s)", &many), ("one file of 100,000 changes (target < 10 s)", &large)]
    {
        journey(|stage| {
            let desk = stage.desktop(Language::Spanish);
            desk.run_at_start(WATCH);
            desk.run_at_start(TASKS);
            begin(&desk, "Mesa");
            desk.open("#/exchange");
            desk.wait_for(&at("load-files"));
            let held = || desk.run_js("return tasks.splice(0)", &[]);
            held();
            desk.upload(&at("file-input"), &paths.iter().map(PathBuf::as_path).collect::<Vec<_>>());
            let read = noted(&desk, "preview") - noted(&desk, "chosen");
            let while_read = held();
            desk.click(&at("accept"));
            let stored = noted(&desk, "joined") - noted(&desk, "pressed");
            println!("{what} in headless Chromium: {:.0} ms", read + stored);
            println!("  read and compared: {read:.0} ms; held the screen over 50 ms, in ms: {while_read}");
            println!("  stored and joined: {stored:.0} ms; held the screen over 50 ms, in ms: {}", held());
        });
    }
    many.iter().chain(&large).for_each(|path| fs::remove_file(path).expect("it is there"));
}

/// The file of a log, as a phone would save it.
fn file_of(log: &Log) -> String {
    let device = DeviceId::parse("phone00000").expect("ten letters");
    write(log, &Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo Intag", device: &device })
}

/// Asks for women alone and waits until the figures stand there.
const ASK: &str = "
    const select = document.querySelector('[data-test=figure-sex]');
    select.value = 'female';
    const start = performance.now();
    select.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise(done => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { document.body.offsetHeight; done(performance.now() - start); };
        port2.postMessage(0);
    });";

/// Loads a file on a desk where the app was never opened.
fn load(path: &Path) -> Times {
    let mut times = None;
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        desk.run_at_start(WATCH);
        begin(&desk, "Mesa");
        desk.open("#/exchange");
        desk.upload(&at("file-input"), &[path]);
        let read = noted(&desk, "preview") - noted(&desk, "chosen");
        desk.click(&at("accept"));
        let stored = noted(&desk, "joined") - noted(&desk, "pressed");
        desk.run_js("location.hash = '#/visits'", &[]);
        let listed = noted(&desk, "listed") - noted(&desk, "moved");
        desk.reload();
        times = Some(Times { read, stored, listed, again: noted(&desk, "listed") });
    });
    times.expect("`cargo xtask bench` sets the stage")
}

/// Milliseconds since the page began to load.
fn noted(browser: &Browser, name: &str) -> f64 {
    browser.wait_js(name, &format!("return window.noted?.{name} !== undefined"));
    browser.run_js(&format!("return noted.{name}"), &[]).as_f64().expect("a time")
}
