//! The files of version 1 as people have them: each reads to what it read to when it was made, for ever.

use super::view::{of_file, view};
use ayni::exchange::{Note, Refused, read, read_with_photos, seal};
use ayni::log::{Entry, Log, canonical, sha256_hex};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// It stands in the README beside the file.
const PASSPHRASE: &str = "maíz en mazorca";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports/v1")
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn view_of(name: &str) -> String {
    String::from_utf8(bytes(&format!("{name}.view.json"))).expect("a view is UTF-8")
}

fn union(name: &str) -> Log {
    let mut log = Log::new();
    let parcel = read(&bytes(&format!("{name}.json"))).unwrap_or_else(|refused| panic!("{name}: {refused}"));
    parcel.entries.into_iter().for_each(|entry| {
        log.accept(entry);
    });
    log
}

/// M1–M8, I2, F2, F3, I4
#[test]
fn each_golden_file_reads_to_the_view_that_it_had_when_it_was_made() {
    let check = |name: &str, exit: i64| {
        let (found, _, view) = of_file(&bytes(&format!("{name}.json")));
        let view = view.unwrap_or_else(|| super::view::view(&Log::new(), 0));
        assert_eq!(found, exit, "{name}");
        assert_eq!(canonical(&view) + "\n", view_of(name), "{name}");
    };
    check("small", 0);
    check("conflicts", 0);
    check("large", 0);
    check("photos", 0);
    check("cut", 0);
    check("damaged", 0);
    check("newer-schema", 0);
    check("newer-version", 3);
    check("reading-copy", 3);
    assert_eq!(read(&bytes("newer-version.json")), Err(Refused::NewerVersion(2)));
    assert_eq!(read(&bytes("reading-copy.json")), Err(Refused::ForReading));
}

/// F1, F4, F5, C2, C3: what is whole says so, and each line goes out as it came.
#[test]
fn the_header_and_the_trailer_of_a_whole_golden_file_fit_what_is_in_it() {
    for name in ["small", "conflicts", "large", "photos", "newer-schema"] {
        let file = bytes(&format!("{name}.json"));
        let parcel = read_with_photos(&file).unwrap_or_else(|refused| panic!("{name}: {refused}"));
        assert_eq!((parcel.notes, parcel.damaged), (vec![], vec![]), "{name}");
        let log = union(name);
        assert_eq!(parcel.header.have, log.have(), "{name}");
        let file = String::from_utf8(file).expect("it is UTF-8");
        let lines: BTreeSet<&str> = file.lines().map(|line| line.trim_end_matches(',')).collect();
        assert!(log.entries().map(Entry::line).all(|line| lines.contains(line)), "{name}");
    }
}

/// F4, F6, I6
#[test]
fn the_photos_of_a_golden_file_are_taken_and_the_one_that_is_not_there_is_named() {
    let parcel = read_with_photos(&bytes("photos.json")).expect("it can be read");
    let kinds: BTreeSet<&str> = parcel.photos.iter().map(|photo| photo.kind).collect();
    assert_eq!(kinds, BTreeSet::from(["image/jpeg", "image/png"]));
    assert_eq!(parcel.header.missing.len(), 1);
    let log = union("photos");
    let held: BTreeSet<&str> = parcel.photos.iter().map(|photo| photo.sha256.as_str()).collect();
    let missing: BTreeSet<&str> = log.attachments().difference(&held).copied().collect();
    assert_eq!(missing, parcel.header.missing.iter().map(String::as_str).collect());
}

/// I2
#[test]
fn a_golden_file_that_broke_says_so() {
    let cut = read(&bytes("cut.json")).expect("it can be read");
    assert!(cut.notes.contains(&Note::CutOff));
    let damaged = read(&bytes("damaged.json")).expect("it can be read");
    assert_eq!(damaged.damaged.len(), 5);
    let whole: BTreeMap<_, _> = union("conflicts").entries().map(|entry| (entry.id(), entry.clone())).collect();
    let stubbed = |entry: &Entry| whole.get(&entry.id()).is_some_and(|known| known.stub().is_some());
    assert!(damaged.entries.iter().all(|entry| whole.get(&entry.id()) == Some(entry) || stubbed(entry)));
}

/// S1, S2, S3
#[test]
fn the_sealed_golden_file_opens_with_its_passphrase_and_with_no_other() {
    let sealed = bytes("sealed.json");
    assert_eq!(read(&sealed), Err(Refused::Sealed));
    let opened = seal::open(&sealed, PASSPHRASE).expect("it opens");
    assert_eq!(opened, bytes("small.json"));
    assert_eq!(canonical(&view(&union("small"), 0)) + "\n", view_of("sealed"));
    // The same letters, written with a combining accent (S1).
    assert_eq!(seal::open(&sealed, "mai\u{301}z en mazorca").as_ref(), Ok(&opened));
    assert_eq!(seal::open(&sealed, "maiz en mazorca"), Err(seal::Closed::WrongOrDamaged));
    let salt = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
    let again = seal::seal(&opened, PASSPHRASE, salt, [7; 12]);
    assert_eq!(again.map(String::into_bytes), Ok(sealed), "sealed in the same way today");
}

/// What was sent to people can not be called back: a file that has to change here is a file that broke there.
#[test]
fn no_golden_file_was_ever_written_again() {
    let list = String::from_utf8(bytes("SHA256SUMS")).expect("a list of hashes is UTF-8");
    let expected: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ")).map(|(a, b)| (b, a)).collect();
    let entries = fs::read_dir(folder()).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned());
    let names: BTreeSet<String> = names.filter(|name| name.ends_with(".json")).collect();
    assert_eq!(names, expected.keys().map(|name| (*name).to_owned()).collect());
    for (name, hash) in expected {
        assert_eq!(sha256_hex(&bytes(name)), hash, "{name}");
    }
}
