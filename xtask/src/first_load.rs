//! Which files of the built app a browser fetches when a person opens it for the first time.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files by their path below `dist/`, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The service worker: it comes when the app is up, and fetches in the background what its list names.
pub const WORKER: &str = "sw.js";

/// All files below a folder. Fails where there is none or one can not be read.
pub fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    collect(folder, "", &mut files).with_context(|| format!("{} can not be read", folder.display()))?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The page, and whatever it names, and whatever those name. Of the icons in a manifest a browser takes one: the
/// heaviest is assumed.
///
/// A file counts as soon as its name stands in a page, a script or a style sheet; rather one too many than one too few. The
/// parts of the app that are fetched afterwards have names that the script puts together (`split/script.rs`).
pub fn first_load(files: &Files) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec!["index.html"];
    while let Some(name) = open.pop() {
        let Some(bytes) = files.get(name) else { continue };
        if !found.insert(name.to_owned()) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        let named = files.keys().map(String::as_str).filter(|other| *other != WORKER && names(&text, other));
        match name.rsplit('.').next().unwrap_or_default() {
            "html" | "js" | "css" => open.extend(named),
            "webmanifest" | "json" => open.extend(named.max_by_key(|other| files.get(*other).map(Vec::len))),
            _ => {}
        }
    }
    found
}

/// Whether `text` names the file, as a whole name: `a.js` does not stand in `data.js`.
fn names(text: &str, file: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.match_indices(file).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end_matches("./").chars().next_back();
        let after = text.get(at + file.len()..).unwrap_or_default().chars().next();
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

/// The quoted addresses of a page that begin at the host's root, so that they break under a sub-path.
pub fn absolute_addresses(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for quote in ['"', '\''] {
        for (at, _) in html.match_indices(&format!("{quote}/")) {
            let rest = html.get(at + 1..).unwrap_or_default();
            let address = rest.split([quote, '\n']).next().unwrap_or_default();
            // `"/>` ends an element; an address goes on with a name.
            if address.chars().nth(1).is_some_and(|c| c.is_alphanumeric() || c == '/') {
                found.push(address);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_the_page_and_all_it_leads_to() {
        let check = |files: &[(&str, &str)], expected: &[&str]| {
            let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
            let found = first_load(&files);
            assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{files:?}");
        };
        check(&[], &[]);
        check(&[("index.html", "<p>data.js"), ("a.js", ""), ("data.jsx", "")], &["index.html"]);
        check(&[("index.html", "register('sw.js')"), ("sw.js", "'late.wasm'"), ("late.wasm", "")], &["index.html"]);
        check(
            &[
                (
                    "index.html",
                    "<link href=\"./m.webmanifest\"><script>import i from './app-1.js'; i('./app-1_bg.wasm')",
                ),
                ("app-1.js", "import {x} from './snippets/s-1/inline0.js';"),
                ("app-1_bg.wasm", "late.json"),
                ("app-1-figures.wasm", ""),
                ("snippets/s-1/inline0.js", "import '../../app-1.js'"),
                ("m.webmanifest", "{\"icons\":[\"icons/small.png\",\"./icons/large.png\"]}"),
                ("icons/small.png", "1"),
                ("icons/large.png", "123"),
                ("late.json", ""),
            ],
            &["app-1.js", "app-1_bg.wasm", "icons/large.png", "index.html", "m.webmanifest", "snippets/s-1/inline0.js"],
        );
    }

    #[test]
    fn an_address_that_breaks_under_a_sub_path_is_found() {
        let check = |html, expected: &[&str]| assert_eq!(absolute_addresses(html), expected, "{html}");
        check("<link href=\"./a.css\"><script src='a.js'></script>", &[]);
        check("<link href=\"/a.css\">", &["/a.css"]);
        check("<script>import x from '/a.js'; '//cdn/x'.split('/')", &["/a.js", "//cdn/x"]);
        check("<p>and/or \"yes\"/\"no\"", &[]);
    }
}
