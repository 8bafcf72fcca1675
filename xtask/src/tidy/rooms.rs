//! Who may use whom: a room of the house uses only those above it, the web stays below, and the pure rooms have no
//! clock, no chance and no I/O.

use super::source::{Source, Token, starts_with};

/// From the top of the house down. The command line does not use the screens.
const ROOMS: [&str; 10] = ["record", "log", "exchange", "insight", "i18n", "report", "storage", "app", "ui", "cli"];
const SCREENS: &str = "ui";
const TERMINAL: &str = "cli";
/// Rooms whose functions get time, ids and chance passed in.
const PURE: [&str; 7] = ["record", "log", "exchange", "insight", "report", "i18n", "app"];
/// Rooms that may use a browser's interfaces.
const WEB_ROOMS: [&str; 2] = ["storage", "ui"];
const WEB_CRATES: [&str; 10] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "gloo_events",
    "gloo_timers",
    "indexed_db_futures",
    "console_error_panic_hook",
];
/// Parts of the standard library that reach outside.
const OUTSIDE: [&str; 5] = ["env", "fs", "net", "process", "thread"];
const IMPURE: [&[&str]; 8] = [
    &["SystemTime"],
    &["Instant", ":", ":", "now"],
    &["rand", ":", ":"],
    &["getrandom"],
    &["println", "!"],
    &["eprintln", "!"],
    &["print", "!"],
    &["eprint", "!"],
];

/// Uses of a room that is not above.
pub fn order(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else { return Vec::new() };
    let Some(place) = ROOMS.iter().position(|other| *other == room) else {
        return vec![source.finding(1, &format!("`{room}` is no room of the house; see design and tidy/rooms.rs"))];
    };
    let allowed = |used: &str| match ROOMS.iter().position(|other| *other == used) {
        Some(other) => other <= place && !(room == TERMINAL && used == SCREENS),
        None => true,
    };
    let tokens: Vec<&Token> = source.tokens.iter().collect();
    let mut used = heads(&tokens, "crate");
    used.extend(heads(&tokens, "ayni"));
    used.extend(above_the_room(source, &tokens));
    let wrong = used.into_iter().filter(|(_, name)| !allowed(name));
    wrong.map(|(line, name)| source.finding(line, &format!("`{room}` may not use `{name}`"))).collect()
}

/// Web crates where they do not belong.
pub fn web(source: &Source) -> Vec<String> {
    let Some(room) = source.room().filter(|room| !WEB_ROOMS.contains(room)) else { return Vec::new() };
    let uses = source.tokens.iter().filter(|token| WEB_CRATES.contains(&token.text.as_str()));
    uses.map(|token| source.finding(token.line, &format!("`{room}` may not use `{}`", token.text))).collect()
}

/// Clocks, chance and I/O in a pure room. Its tests may read files.
pub fn pure(source: &Source) -> Vec<String> {
    let Some(room) = source.room().filter(|room| PURE.contains(room)) else { return Vec::new() };
    let tokens = source.product();
    let mut findings = Vec::new();
    let mut found = |line, what: &str| {
        findings.push(source.finding(line, &format!("`{room}` is pure: `{what}` has to be passed in from outside")));
    };
    for at in 0..tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        for words in IMPURE.iter().filter(|words| starts_with(rest, words)) {
            found(rest.first().map_or(0, |token| token.line), &words.concat());
        }
    }
    for (line, part) in heads(&tokens, "std").into_iter().filter(|(_, part)| OUTSIDE.contains(part)) {
        found(line, part);
    }
    findings
}

/// What follows `root::`, or each of what stands in `root::{…}`, with its line.
fn heads<'a>(tokens: &[&'a Token], root: &str) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        if starts_with(rest, &[root, ":", ":"]) {
            found.extend(first_names(rest.get(3..).unwrap_or_default()));
        }
    }
    found
}

fn first_names<'a>(tokens: &[&'a Token]) -> Vec<(usize, &'a str)> {
    let name = |token: &&'a Token| (token.line, token.text.as_str());
    if !starts_with(tokens, &["{"]) {
        return tokens.first().map(name).into_iter().collect();
    }
    let mut found = Vec::new();
    let mut depth = 0;
    let mut expected = false;
    for token in tokens {
        match token.text.as_str() {
            "{" => {
                depth += 1;
                expected = depth == 1;
            }
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," => expected = depth == 1,
            _ if expected => {
                found.push(name(token));
                expected = false;
            }
            _ => {}
        }
    }
    found
}

/// `super::super::log` in `src/record/value.rs` is the room `log`: as many steps up as the file lies deep.
fn above_the_room<'a>(source: &Source, tokens: &[&'a Token]) -> Vec<(usize, &'a str)> {
    let inside = source.path.strip_prefix("src/").unwrap_or_default();
    let module = inside.strip_suffix("/mod.rs").or(inside.strip_suffix(".rs")).unwrap_or_default();
    let depth = module.split('/').count();
    let step = ["super", ":", ":"];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let steps = rest.chunks(3).take_while(|chunk| starts_with(chunk, &step)).count();
        if steps >= depth {
            found.extend(first_names(rest.get(3 * steps..).unwrap_or_default()));
        }
        at += (3 * steps).max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    #[test]
    fn a_room_uses_only_those_above_it() {
        let check = |path, text, expected: &[usize]| assert_eq!(lines(order, path, text), expected, "{path}: {text}");
        check("src/log/view.rs", "use crate::record::Value;\nuse crate::log::Set;", &[]);
        check("src/record/value.rs", "use crate::record::x;\nuse crate::log::Set;", &[2]);
        check("src/log/view.rs", "use crate::{\n record::{ui, Value},\n storage,\n app::x,\n};", &[3, 4]);
        check("src/app/state.rs", "fn f() { crate::ui::show(); }", &[1]);
        check("src/record/value.rs", "use super::super::log::Set;", &[1]);
        check("src/record/mod.rs", "use super::{log::Set};", &[1]);
        check("src/record/value.rs", "mod tests { use super::log; use super::names::log; }", &[]);
        check("src/ui/page.rs", "use ayni::app;\nuse ayni::cli;", &[2]);
        check("src/cli/mod.rs", "use crate::app::x; use crate::ui::y;", &[1]);
        check("src/main.rs", "use ayni::ui; use ayni::cli;", &[]);
        check("src/cellar/mod.rs", "", &[1]);
    }

    #[test]
    fn the_web_stays_in_storage_and_on_the_screens() {
        let check = |path, expected: &[usize]| {
            assert_eq!(lines(web, path, "use leptos::prelude::*;\nfn f() { web_sys::window(); }"), expected, "{path}");
        };
        check("src/app/state.rs", &[1, 2]);
        check("src/cli/mod.rs", &[1, 2]);
        check("src/ui/page.rs", &[]);
        check("src/storage/idb.rs", &[]);
        check("src/main.rs", &[]);
    }

    #[test]
    fn a_pure_room_can_not_fail_for_outside_reasons() {
        let check = |path, text, expected: &[usize]| assert_eq!(lines(pure, path, text), expected, "{path}: {text}");
        check("src/log/clock.rs", "let a = 1;\nlet t = std::time::SystemTime::now();", &[2]);
        check("src/log/clock.rs", "use std::{\n fmt,\n fs::File,\n};", &[3]);
        check("src/app/a.rs", "fn f() { rand::random(); println!(); Instant::now(); }", &[1, 1, 1]);
        check("src/app/a.rs", "struct Instant; fn f(brand: u8) { writeln!(x); }", &[]);
        check("src/app/a.rs", "#[cfg(test)] mod tests { use std::fs; }", &[]);
        check("src/cli/mod.rs", "use std::fs; fn f() { println!(); }", &[]);
    }
}
