//! Other builds of the same app, for journeys through updates.

use super::{PAGE, WAY_OUT, renamed, write};
use crate::first_load::{self, Files, WORKER};
use crate::place;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// How far another build differs from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only what names the build.
    Names,
    /// Every file.
    All,
    /// Every file, and its app does not start.
    Broken,
}

/// Makes another build out of a sealed one. `id` is its name, as long as that of the first.
pub fn other(from: &Path, to: &Path, id: &str, change: Change) -> Result<()> {
    let mut files = first_load::read(from)?;
    let page = String::from_utf8_lossy(files.get(PAGE).map(Vec::as_slice).unwrap_or_default()).into_owned();
    let old = page.split("data-build=").nth(1).and_then(|rest| rest.get(..id.len())).context("it is not sealed")?;
    files.retain(|name, _| name != WORKER && name != WAY_OUT);
    let mut files = renamed(files, old, id);
    if change != Change::Names {
        files.iter_mut().for_each(|(name, bytes)| bytes.extend(harmless(name)));
    }
    if change == Change::Broken {
        break_app(&mut files);
    }
    let worker = fs::read_to_string(place::root().join("assets").join(WORKER))?;
    write(to, &files, &worker, id)
}

/// What can stand at the end of such a file without changing what it does.
fn harmless(name: &str) -> &'static [u8] {
    match name.rsplit('.').next().unwrap_or_default() {
        // A section of its own that nobody reads.
        "wasm" => b"\0\x05\x04ayni",
        _ => b"\n",
    }
}

fn break_app(files: &mut Files) {
    for (_, bytes) in files.iter_mut().filter(|(name, _)| name.ends_with("_bg.wasm")) {
        bytes.truncate(bytes.len() / 2);
    }
}
