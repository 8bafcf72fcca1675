//! The corpus: what each file gives is written beside it (I2, I3, I4, I7, M2).

use super::view::of_file;
use ayni::log::canonical;
use ayni::record::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Fewer would be another corpus than the one that was reviewed.
const LEAST: usize = 240;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile")
}

fn read(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// I2, I3, I4, I7, M2, F3
#[test]
fn every_hostile_file_gives_what_the_contract_says() {
    let text = String::from_utf8(read("expected.json")).expect("it is UTF-8");
    let Ok(Value::Map(expected)) = json::read_up_to(&text, 1_000_000) else { panic!("expected.json is an object") };
    assert!(expected.len() >= LEAST, "{} files", expected.len());
    let mut wrong = Vec::new();
    for (name, entry) in expected.iter() {
        let number = |member: &str| entry.member(member).and_then(Value::as_int).unwrap_or(-1);
        let why = entry.member("why").and_then(Value::as_text).unwrap_or_default();
        let view = entry.member("view").filter(|view| **view != Value::Null);
        let (exit, quarantined, found) = of_file(&read(name));
        let written = |view: Option<&Value>| view.map(canonical).unwrap_or_default();
        if exit != number("exit") || i64::try_from(quarantined).ok() != Some(number("quarantined")) {
            wrong.push(format!("{name} ({why}): exit {exit}, {quarantined} damaged"));
        } else if written(found.as_ref()) != written(view) {
            wrong.push(format!("{name} ({why}):\n  {}\n  {}", written(found.as_ref()), written(view)));
        }
    }
    assert!(wrong.is_empty(), "{} files differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// A file without an expectation proves nothing.
#[test]
fn every_file_of_the_corpus_is_expected() {
    let text = String::from_utf8(read("expected.json")).expect("it is UTF-8");
    let Ok(Value::Map(expected)) = json::read_up_to(&text, 1_000_000) else { panic!("expected.json is an object") };
    let entries = fs::read_dir(folder()).expect("the corpus is there");
    let names = entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned());
    let names: BTreeSet<String> = names.filter(|name| name != "expected.json").collect();
    assert_eq!(names, expected.keys().map(|name| name.to_string()).collect::<BTreeSet<String>>());
}
