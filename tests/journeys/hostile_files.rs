//! Broken, foreign and hostile files, through the page.

use crate::stage::{Language, journey};
use crate::steps::{at, begin, load, new_visit, save_file};
use ayni::exchange::read_with_photos;
use ayni::log::Entry;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The changes that a device holds, as it says itself in a file.
fn lines(file: &Path) -> BTreeSet<String> {
    let parcel = read_with_photos(&fs::read(file).expect("it is there")).expect("our own file");
    parcel.entries.iter().map(Entry::line).map(str::to_owned).collect()
}

/// Devices, forks and records as the program shows them in a terminal for all these files; what it refuses is left out.
fn view(files: &[&Path]) -> [serde_json::Value; 3] {
    let ran = Command::new(env!("CARGO_BIN_EXE_ayni")).arg("view").args(files).output().expect("the program runs");
    let view: serde_json::Value = serde_json::from_slice(&ran.stdout).expect("it prints a view");
    ["devices", "forks", "records"].map(|part| view[part].clone())
}

#[test]
fn hostile_files_are_told_apart_and_change_nothing_before_one_accepts() {
    journey(|stage| {
        let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile");
        let files =
            fs::read_dir(corpus).expect("the corpus is there").map(|entry| entry.expect("it can be listed").path());
        // A protected file asks for its passphrase, which is another journey.
        let is_plain = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            name != "expected.json" && !name.starts_with("sealed-")
        };
        let files: BTreeSet<PathBuf> = files.filter(is_plain).collect();
        let some: Vec<&Path> = files.iter().step_by(4).map(PathBuf::as_path).collect();
        assert!(some.len() > 50);
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Mesa");
        new_visit(&desk, "Ver el vivero");
        let first = save_file(&desk);
        let (before, own_file) = (lines(&first), fs::read(&first).expect("it is there"));
        for path in &some {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
            load(&desk, &[path]);
            let told = format!(
                "return !!document.querySelector('[data-test=nothing-new]')
                    || document.querySelector('[data-test=preview-file]')?.textContent.includes('{name}')"
            );
            desk.wait_js(name, &told);
            if desk.run_js("return !!document.querySelector('[data-test=preview-file]')", &[]) == true {
                desk.click(&at("cancel"));
                desk.wait_for(&at("load-cancelled"));
            }
        }
        desk.wait_gone(&at("quarantine"));
        assert_eq!(lines(&save_file(&desk)), before);
        // All at once, and taken in: what proves itself is there, and the page goes on.
        load(&desk, &some);
        desk.wait_for(&at("accept"));
        desk.click(&at("accept"));
        desk.wait_js(
            "the second question or the end",
            "if (document.querySelector('[data-test=second-question]')) document.querySelector('[data-test=accept]').click();
             return !!document.querySelector('[data-test=import-result]')",
        );
        desk.reload();
        let joined = save_file(&desk);
        assert!(lines(&joined).is_superset(&before));
        // The same as a terminal makes of them.
        let own = joined.with_file_name("own.json");
        fs::write(&own, own_file).expect("it can be written");
        let all: Vec<&Path> = some.iter().copied().chain([own.as_path()]).collect();
        assert_eq!(view(&[&joined]), view(&all));
    });
}
