//! Nothing is cut off or has to be scrolled sideways: on the smallest phone, and in letters twice as large.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, save};

/// How many pixels stick out of the screen, and what the widest of it is.
const OVER: &str = "
    const over = document.documentElement.scrollWidth - innerWidth;
    const all = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility());
    const right = element => element.getBoundingClientRect().right;
    const out = all.filter(element => right(element) > innerWidth + 1 && !element.closest('.unseen, .scroll, .skip'));
    const told = element => element.tagName + '.' + element.className + '[' + (element.dataset.test ?? '') + '] ' +
        element.textContent.trim().slice(0, 40) + ' to ' + Math.round(right(element));
    return over > 0 ? over + ': ' + out.slice(-3).map(told).join(' | ') : '';";

/// Words of a heading, a button or a row of which letters are cut off or stand on a line of their own.
const CUT: &str = "
    const all = [...document.querySelectorAll('main :is(h1, h2, h3, .btn, .chip, .title, .tag, label, b, p)')];
    const cut = element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline'
        && element.clientWidth > 1 && !element.closest('.unseen, .scroll, .only-narrow');
    return all.filter(element => element.checkVisibility() && cut(element))
        .map(element => element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 60));";

struct Look<'a> {
    browser: &'a Browser,
    name: String,
    found: Vec<String>,
}

impl Look<'_> {
    fn at(&mut self, screen: &str) {
        // Fonts and pictures may still move something.
        self.browser.run_js("return new Promise(done => requestAnimationFrame(() => setTimeout(done)))", &[]);
        let over = self.browser.run_js(OVER, &[]);
        let over = over.as_str().unwrap_or_default();
        if !over.is_empty() {
            self.found.push(format!("{}, {screen}: {over}", self.name));
        }
        for cut in self.browser.run_js(CUT, &[]).as_array().into_iter().flatten() {
            self.found.push(format!("{}, {screen}: cut off: {cut}", self.name));
        }
        if std::env::var_os("AYNI_LOOK").is_some() {
            self.browser.screenshot(&format!("look-{}-{screen}", self.name).replace([' ', '/'], "-"));
        }
    }

    fn open(&mut self, hash: &str, wait: &str) {
        self.browser.open(hash);
        self.browser.wait_for(wait);
        self.at(hash.trim_start_matches("#/"));
    }
}

/// Every screen of the visits, empty first and then full.
fn look_at_all(browser: &Browser, name: &str, large: bool) -> Vec<String> {
    begin(browser, "Equipo Intag");
    if large {
        browser.run_at_start(
            "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '32px' })",
        );
    }
    let mut look = Look { browser, name: name.to_owned(), found: Vec::new() };
    browser.reload();
    for (hash, wait) in [
        ("#/visits", ".empty"),
        ("#/directory", "h1"),
        ("#/bin", &at("bin-empty")),
        ("#/my-data", &at("kept")),
        ("#/words", "h1"),
        ("#/visit/new", &at("visit-form")),
        ("#/organisation/new", &at("plain-form")),
        ("#/exchange/new", &at("plain-form")),
        ("#/place/new", &at("plain-form")),
        ("#/visit/nowhere", &at("not-here")),
        ("#/trainings", ".empty"),
        ("#/training/new", &at("training-form")),
        ("#/figures", &at("no-figures")),
        ("#/files", &at("no-other-files")),
        ("#/figures/settings", &at("counting-form")),
    ] {
        look.open(hash, wait);
    }
    browser.open("#/visit/new");
    browser.click(&at("show-missing"));
    browser.wait_for(&at("missing-list"));
    look.at("what is missing");
    browser.click(&at("show-missing"));
    fill_in_visit(browser);
    look.at("form filled in");
    browser.run_js("document.querySelectorAll('details').forEach(details => details.open = true)", &[]);
    browser.run_js("document.querySelectorAll('[data-test$=\"-add\"]').forEach(add => add.click())", &[]);
    look.at("form with all parts open");
    save(browser);
    look.at("record");
    browser.click(&format!("{} summary", at("history")));
    look.at("history");
    browser.click(&at("edit"));
    browser.wait_for(&at("visit-form"));
    browser.click(&at("commitment-remove"));
    look.at("something taken out");
    browser.open("#/visits");
    browser.wait_for(&at("record-row"));
    look.at("one visit");

    browser.open("#/settings");
    browser.reload();
    browser.click(&at("open-example"));
    browser.wait_for(&at("example-banner"));
    browser.run_js("location.hash = '#/visits'", &[]);
    browser.wait_for(&at("record-row"));
    look.at("visits");
    browser.click(&at("filters"));
    browser.wait_for(&at("filter-status"));
    look.at("filters");
    browser.fill(&at("filter-status"), "complete");
    browser.wait_for(&at("filter-set"));
    let theme = "return document.querySelector('[data-test=filter-theme]').options[1].value";
    let theme = browser.run_js(theme, &[]).as_str().expect("a theme").to_owned();
    browser.fill(&at("filter-theme"), &theme);
    browser.fill(&at("search"), "comercio");
    look.at("filters set");
    browser.fill(&at("search"), "otorrinolaringólogo");
    browser.wait_for(&at("nothing-found"));
    look.at("no hit");
    browser.click(&at("clear-all"));
    browser.click(&at("open-record"));
    browser.wait_for(&at("record-title"));
    look.at("record of the example");
    for (hash, wait) in [
        ("#/directory", at("open-listed")),
        ("#/twins", at("no-twins")),
        ("#/words", "h1".to_owned()),
        ("#/trainings", at("record-row")),
        ("#/figures", at("reported")),
        ("#/files", at("left-out")),
        ("#/course/escuelas-de-campo", at("record-title")),
        ("#/session/escuelas-de-campo", at("record-title")),
    ] {
        browser.run_js(&format!("location.hash = '{hash}'"), &[]);
        browser.wait_for(&wait);
        look.at(&format!("{} of the example", hash.trim_start_matches("#/")));
    }
    browser.run_js("location.hash = '#/directory'", &[]);
    browser.click(&at("open-listed"));
    browser.wait_for(&at("record-title"));
    look.at("organisation");
    browser.run_js("location.hash = '#/visits'", &[]);
    browser.click(&at("open-record"));
    browser.click(&at("to-bin"));
    browser.wait_for(&at("undo"));
    look.at("put into the bin");
    browser.run_js("location.hash = '#/bin'", &[]);
    browser.wait_for(&at("binned"));
    look.at("bin");
    look.found
}

#[track_caller]
fn nothing(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn nothing_sticks_out_on_the_smallest_phone() {
    journey(|stage| {
        let spanish = look_at_all(&stage.small_phone(Language::Spanish), "320 es", false);
        nothing([spanish, look_at_all(&stage.small_phone(Language::English), "320 en", false)].concat());
    });
}

#[test]
fn nothing_sticks_out_in_letters_twice_as_large_on_a_phone() {
    journey(|stage| {
        let spanish = look_at_all(&stage.phone(Language::Spanish), "large es", true);
        nothing([spanish, look_at_all(&stage.phone(Language::English), "large en", true)].concat());
    });
}

#[test]
fn nothing_sticks_out_in_letters_twice_as_large_on_a_laptop() {
    journey(|stage| {
        let spanish = look_at_all(&stage.desktop(Language::Spanish), "large laptop es", true);
        nothing([spanish, look_at_all(&stage.desktop(Language::English), "large laptop en", true)].concat());
    });
}
