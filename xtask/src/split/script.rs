//! The lines that fetch parts of the app, in the script that wasm-bindgen writes.

use super::Parts;
use anyhow::{Context, Result};
use std::fmt::Write as _;

/// Where the small parts stand in their file: nowhere yet. `pack.rs` writes their places instead.
pub const PACKED: &str = "{ \"none\": [0, 0] }";

/// A part is fetched from beside the script, whatever hash stands in its name, and once: its texts would overwrite what became
/// of them. A file that did not come is asked for again the next time; one that takes longer than a minute did not come. The answer
/// goes to the function that the program named, by the table that all parts share.
/// Names of its own are words that stand in no text of it: they are all shortened (`slim`).
const FETCHING: &str = "\
const arriving = {};
let smallParts;
function fileOf(name) {
    const signal = AbortSignal.timeout?.(60000);
    return fetch(import.meta.url.replace(/\\.js$/, `-${name}.wasm`), { signal })
        .then(answer => answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status));
}
function bytesOf(part) {
    const place = packedParts[part];
    if (!place) return fileOf(part);
    smallParts ??= fileOf('shared').catch(reason => { smallParts = undefined; throw reason; });
    return smallParts.then(all => all.slice(...place));
}
function arrival(part) {
    return arriving[part] ??= bytesOf(part)
        .then(bytes => WebAssembly.instantiate(bytes, { __wasm_split: wasm }))
        .catch(reason => { delete arriving[part]; throw reason; });
}
function fetching(...parts) {
    return (told, about) => {
        Promise.all(parts.map(arrival)).then(() => 1, () => 0).then(came => wasm.__indirect_function_table.get(told)(about, came));
    };
}
";

/// The script, with those lines in place of the imports of another script: wasm-bindgen writes one for each part.
pub fn with_parts(script: &str, other: &str, parts: &Parts) -> Result<String> {
    let is_import = |line: &str| line.starts_with("import ") && line.contains(other);
    let mut names = script.lines().filter(|line| is_import(line)).filter_map(|line| line.split(' ').nth(3));
    let name = names.next().context("the script does not import how parts are fetched")?;
    let others: Vec<String> = names.map(|name| format!("{other:?}: {name},")).collect();
    let mut fetching = format!("const packedParts = {PACKED};\n{FETCHING}const {name} = {{\n");
    for (part, files) in parts {
        let files: Vec<String> = files.iter().map(|file| format!("{:?}", short(file))).collect();
        writeln!(fetching, "    __wasm_split_load_{part}: fetching({}),", files.join(", "))?;
    }
    fetching.push_str("};\n");
    let is_other = |line: &str| others.iter().any(|other| line.trim() == other);
    let rest = script.lines().filter(|line| !is_import(line) && !is_other(line));
    Ok(rest.fold(fetching, |script, line| script + line + "\n"))
}

/// The name of a part's file, after that of the app.
pub fn short(file: &str) -> String {
    file.strip_prefix("split_").unwrap_or(file).replace("chunk_", "shared-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_fetches_each_part_by_its_files() -> Result<()> {
        let parts = Parts::from([("photos".to_owned(), vec!["chunk_2".to_owned(), "split_photos".to_owned()])]);
        let script = "import * as import1 from \"./later.js\"\nimport * as import2 from \"./later.js\"\nlet a = {\n    \
                      \"./later.js\": import1,\n    \"./later.js\": import2,\n};\n";
        let script = with_parts(script, "./later.js", &parts)?;
        let expected = "const import1 = {\n    __wasm_split_load_photos: fetching(\"shared-2\", \"photos\"),\n};\n\
                        let a = {\n    \"./later.js\": import1,\n};\n";
        assert!(script.ends_with(expected), "{script}");
        assert!(with_parts("let a;", "./later.js", &parts).is_err());
        Ok(())
    }
}
