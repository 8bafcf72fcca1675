//! Nothing is cut off or has to be scrolled sideways: on the smallest phone, and in letters twice as large. And nothing keeps those
//! out who can not see the screen, see it badly or have no mouse, as far as axe can tell.

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

/// What axe finds by the rules of WCAG 2.2 AA and by what it calls best practice: rule, place, and why.
const BARRIERS: &str = "
    if (!window.axe) return ['axe is not here'];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // What lies under the bar at the foot is scrolled out from under it.
    const isCovered = node => [...node.any].some(check => /obscured/.test(check.message));
    const told = rule => rule.nodes.filter(node => !isCovered(node)).map(node => rule.id + ' at ' + node.target.join(' ') + ': ' +
        [...node.any, ...node.all, ...node.none].map(check => check.message).join('; '));
    const still = Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0)));
    return still.then(() => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
        .then(found => found.violations.flatMap(told)));";

/// With whose eyes the screens are looked at.
#[derive(Clone, Copy)]
enum Eye<'a> {
    /// Nothing may stick out or be cut off.
    Plain,
    /// The same, in letters twice as large.
    Large,
    /// Nothing may keep anybody out: the script that tells it.
    Axe(&'a str),
}

struct Look<'a> {
    browser: &'a Browser,
    name: String,
    eye: Eye<'a>,
    found: Vec<String>,
}

impl Look<'_> {
    fn at(&mut self, screen: &str) {
        // Fonts and pictures may still move something.
        self.browser.run_js("return new Promise(done => requestAnimationFrame(() => setTimeout(done)))", &[]);
        if let Eye::Axe(_) = self.eye {
            for found in self.browser.run_js(BARRIERS, &[]).as_array().into_iter().flatten() {
                self.found.push(format!("{}, {screen}: {found}", self.name));
            }
            return;
        }
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
fn look_at_all(browser: &Browser, name: &str, eye: Eye) -> Vec<String> {
    begin(browser, "Equipo Intag");
    match eye {
        Eye::Plain => {}
        Eye::Large => browser.run_at_start(
            "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '32px' })",
        ),
        Eye::Axe(script) => browser.run_at_start(script),
    }
    let mut look = Look { browser, name: name.to_owned(), eye, found: Vec::new() };
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
        ("#/indicators", "main h1"),
        ("#/indicator/new", "main form"),
        ("#/review", "main h1"),
        ("#/reports", &at("no-reports")),
        ("#/report/new", &at("report-form")),
        ("#/help", &at("topics")),
        ("#/help/counting", &at("help-steps")),
        ("#/help/report", &at("help-steps")),
        ("#/help/hosting", &at("help-steps")),
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
    browser.fill(&at("filter-status"), "reviewed");
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
        ("#/review", at("review-row")),
        ("#/report/new", at("sources")),
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
        let spanish = look_at_all(&stage.small_phone(Language::Spanish), "320 es", Eye::Plain);
        nothing([spanish, look_at_all(&stage.small_phone(Language::English), "320 en", Eye::Plain)].concat());
    });
}

#[test]
fn nothing_sticks_out_in_letters_twice_as_large_on_a_phone() {
    journey(|stage| {
        let spanish = look_at_all(&stage.phone(Language::Spanish), "large es", Eye::Large);
        nothing([spanish, look_at_all(&stage.phone(Language::English), "large en", Eye::Large)].concat());
    });
}

#[test]
fn nothing_sticks_out_in_letters_twice_as_large_on_a_laptop() {
    journey(|stage| {
        let spanish = look_at_all(&stage.desktop(Language::Spanish), "large laptop es", Eye::Large);
        nothing([spanish, look_at_all(&stage.desktop(Language::English), "large laptop en", Eye::Large)].concat());
    });
}

/// Every screen; at last one with a picture that says nothing, to know that axe really looks.
fn look_with_axe(browser: &Browser, name: &str, axe: &str) {
    nothing(look_at_all(browser, name, Eye::Axe(axe)));
    browser.run_js("document.querySelector('main').append(new Image())", &[]);
    let found = browser.run_js(BARRIERS, &[]).to_string();
    assert!(found.contains("image-alt"), "{found}");
}

#[test]
fn axe_finds_nothing_that_keeps_people_out_on_a_phone() {
    journey(|stage| look_with_axe(&stage.phone(Language::Spanish), "axe es", &stage.axe()));
}

#[test]
fn axe_finds_nothing_that_keeps_people_out_on_a_laptop() {
    journey(|stage| look_with_axe(&stage.desktop(Language::English), "axe laptop en", &stage.axe()));
}
