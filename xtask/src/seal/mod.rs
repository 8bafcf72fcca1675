//! Seals a build: every file gets the build's own name, and the service worker the list of them with their hashes.
//!
//! The name is a hash over all files. It stands in the names of the app's files (so that parts of two builds never meet), in the
//! page (`data-build`), and at the head of `sw.js`. A page without it knows that it is not for keeping.

mod other;

pub use other::{Change, other};

use crate::first_load::{self, Files, WORKER};
use crate::{place, split};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The way out, which is put in the place of the worker by hand.
const WAY_OUT: &str = "sw-off.js";
const PAGE: &str = "index.html";
/// So many letters of the hash: enough to tell builds apart, short enough to be read aloud.
const LETTERS: usize = 12;

/// Seals what trunk made in this folder.
pub fn build(folder: &Path) -> Result<()> {
    let files = first_load::read(folder)?;
    let worker = fs::read_to_string(place::root().join("assets").join(WORKER)).context("the worker can not be read")?;
    let mut all = Sha256::new();
    all.update(&worker);
    for (name, bytes) in &files {
        all.update(name);
        all.update(Sha256::digest(bytes));
    }
    let id = shortened(&all.finalize());
    let stem = split::stem(folder)?;
    let mut files = renamed(files, &stem, &["ayni-", &id].concat());
    mark(&mut files, &id)?;
    write(folder, &files, &worker, &id)
}

/// The same files with another word in the place of one, in their names and in what names them.
fn renamed(files: Files, from: &str, to: &str) -> Files {
    let text = |name: &str| [".html", ".js"].iter().any(|end| name.ends_with(end));
    let changed = files.into_iter().map(|(name, bytes)| {
        let bytes = if text(&name) { String::from_utf8_lossy(&bytes).replace(from, to).into_bytes() } else { bytes };
        (name.replace(from, to), bytes)
    });
    changed.collect()
}

/// Writes the build's name into the page.
fn mark(files: &mut Files, id: &str) -> Result<()> {
    let page = files.get_mut(PAGE).context("there is no page")?;
    let html = String::from_utf8_lossy(page).replacen("<html", &format!("<html data-build={id}"), 1);
    ensure!(html.contains(id), "the page has no <html>");
    *page = html.into_bytes();
    Ok(())
}

/// Puts these files into the folder, and nothing else but the worker that keeps them and the way out.
fn write(folder: &Path, files: &Files, worker: &str, id: &str) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)?;
    }
    fs::write(folder.join(WORKER), [&list(files, id), worker].concat())?;
    fs::copy(place::root().join("assets").join(WAY_OUT), folder.join(WAY_OUT)).context("the way out is missing")?;
    Ok(())
}

/// The head of the worker: the build, and all its files with their hashes.
fn list(files: &Files, id: &str) -> String {
    let mut text = format!("const BUILD = {id:?}, FILES = {{\n");
    for (name, bytes) in files {
        writeln!(text, "  {name:?}: \"{}\",", hex(&Sha256::digest(bytes))).ok();
    }
    text + "};\n"
}

fn shortened(hash: &[u8]) -> String {
    hex(hash).chars().take(LETTERS).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Files {
        let files = [("index.html", "<html lang=es><script>import('./ayni-1.js')"), ("ayni-1_bg.wasm", "ayni-1")];
        files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into()
    }

    #[test]
    fn names_and_what_names_them_change_together() {
        let files = renamed(example(), "ayni-1", "ayni-abc");
        let page = files.get("index.html").map(|page| String::from_utf8_lossy(page).into_owned());
        assert_eq!(page.as_deref(), Some("<html lang=es><script>import('./ayni-abc.js')"));
        // Only pages and scripts name files; in a module it would be something else.
        assert_eq!(files.get("ayni-abc_bg.wasm").map(Vec::as_slice), Some(b"ayni-1".as_slice()));
    }

    #[test]
    fn the_page_says_which_build_it_is() -> Result<()> {
        let mut files = example();
        mark(&mut files, "abc")?;
        let page = files.get("index.html").map(|page| String::from_utf8_lossy(page).into_owned());
        assert!(page.is_some_and(|page| page.starts_with("<html data-build=abc lang=es>")));
        assert!(mark(&mut Files::new(), "abc").is_err());
        Ok(())
    }

    #[test]
    fn the_list_has_every_file_with_its_hash() {
        let files = Files::from([("a b.js".to_owned(), b"abc".to_vec())]);
        let expected = "const BUILD = \"x\", FILES = {\n  \"a b.js\": \
                        \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",\n};\n";
        assert_eq!(list(&files, "x"), expected);
    }
}
