//! What the app ships as records and as places (C6): made by the generator, and what it says holds.
//!
//! The generator lives here ([`lines`], [`places`]), so that the same code makes the files in `data` and proves that they
//! are its work. `cargo xtask seed` runs the test below with `AYNI_SEED=write`, which writes them instead.

mod example;
mod lines;
mod outlines;
mod pictures;
mod places;
mod records;
mod report;

use std::fs;
use std::path::{Path, PathBuf};

/// A file in `data`.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("data/{name}: {error}"))
}

/// The generated files and what they must hold.
fn made() -> [(&'static str, String); 5] {
    [
        ("vocabulary.jsonl", lines::make(&read("seed/vocabulary.json"))),
        ("example.jsonl", lines::make(&read("seed/example.json"))),
        ("municipalities.txt", places::make(&read("gazetteer.csv"), &read("seed/other-names.csv"))),
        ("points.txt", places::points(&read("gazetteer.csv"))),
        ("outlines.txt", outlines::outlines(&read("seed/outlines.json"))),
    ]
}

#[test]
fn what_is_shipped_is_what_the_generator_makes() {
    let write = std::env::var("AYNI_SEED").is_ok_and(|wish| wish == "write");
    for (name, text) in made() {
        if write {
            fs::write(path(name), text).unwrap_or_else(|error| panic!("data/{name}: {error}"));
        } else {
            let (kept, made) = (read(name), text);
            let differs = kept.lines().zip(made.lines()).find(|(kept, made)| kept != made);
            assert_eq!(differs, None, "data/{name} is not what its source says: run `cargo xtask seed`");
            assert_eq!(kept.len(), made.len(), "data/{name} has more or fewer lines than its source says");
        }
    }
}
