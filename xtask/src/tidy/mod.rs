//! `cargo xtask tidy`: the rules of the house that neither the compiler nor clippy knows.
//!
//! Each check is a function of one file's path and content (or of all of them) and gives findings: `path:line: what`.

mod length;
mod panics;
mod rooms;
mod rules;
mod source;
mod texts;

use crate::place;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

use source::Source;

/// The folders that are looked at, and the endings that count there.
const FOLDERS: [(&str, &str); 5] =
    [("src", ".rs"), ("xtask/src", ".rs"), ("tests", ".rs"), ("fuzz/fuzz_targets", ".rs"), ("style", ".css")];

/// All findings in the clone, in the order of the paths.
pub fn run() -> Result<Vec<String>> {
    let root = place::root();
    let mut files = Vec::new();
    for (folder, ending) in FOLDERS {
        collect(&root, folder, ending, &mut files)?;
    }
    files.sort();
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
    let mut findings: Vec<String> = sources.iter().flat_map(of_one).collect();
    findings.extend(rules::uncited(&sources));
    findings.extend(rules::readme(&fs::read_to_string(root.join("README.md")).unwrap_or_default()));
    Ok(findings)
}

fn of_one(source: &Source) -> Vec<String> {
    let checks = [length::check, source::readable, rooms::order, rooms::web, rooms::pure, panics::check, texts::check];
    checks.iter().flat_map(|check| check(source)).collect()
}

fn collect(root: &Path, folder: &str, ending: &str, files: &mut Vec<(String, String)>) -> Result<()> {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(root, &path, ending, files)?;
        } else if path.ends_with(ending) {
            let text = fs::read_to_string(entry.path()).with_context(|| format!("{path} can not be read"))?;
            files.push((path, text));
        }
    }
    Ok(())
}

/// The findings of `check` on one file, for the table tests of the checks: the line numbers.
#[cfg(test)]
fn lines(check: fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<usize> {
    let findings = check(&Source::new(path, text));
    findings.iter().filter_map(|finding| finding.split(':').nth(1)?.parse().ok()).collect()
}
