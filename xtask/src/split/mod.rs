//! Takes the linked app apart: what a first visit needs stays in the module, pages that come later get files of their own.
//!
//! It is one program all the same, with one memory and one table of functions; nothing is there twice. The linker notes
//! where the program names a function or a text (`--emit-relocs`), so that the splitter knows what each page alone needs.
//! Where it begins is said in the program (`src/ui/pages/files.rs`).
//!
//! ```text
//! trunk: cargo → target/…/ayni.wasm → wasm-bindgen → its folder   (all in one file, put aside here)
//! here:  target/…/ayni.wasm → splitter → main.wasm → wasm-bindgen → ayni-….js, ayni-…_bg.wasm
//!                                      → a file for each part     → ayni-…-figures.wasm
//!                                      → what several share        → ayni-…-shared.wasm, where it is small
//! ```

mod pack;
mod script;

pub use pack::app as pack;

use crate::tools::{Tools, WASM};
use crate::{place, shell};
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cargo feature with which the program says where it can be taken apart.
pub const FEATURE: &str = "later";
/// What the linker must be told for it.
pub const LINKER: &str = "-C link-arg=--emit-relocs";
/// The script that the splitter writes. It is not used: ours stands in the app's own script, for one request less.
const SPLITTERS_SCRIPT: &str = "./later.js";

/// The files that each part of the app needs, as the splitter names them.
type Parts = BTreeMap<String, Vec<String>>;

/// Replaces what trunk left in its folder by the same app in several files.
pub fn app(tools: &Tools, dist: &Path) -> Result<()> {
    let work = place::target().join("split");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let linked = place::target().join(WASM).join("web").join("ayni.wasm");
    let linked = fs::read(&linked).with_context(|| format!("{} can not be read", linked.display()))?;
    let main = work.join("main.wasm");
    let parts = take_apart(&linked, &work, &main).context("the app could not be taken apart")?;
    let stem = stem(dist)?;
    let mut bindgen = Command::new(tools.find("wasm-bindgen"));
    // It would hide the table of functions, which all parts share.
    bindgen.args(["--target=web", "--no-typescript", "--keep-lld-exports"]).arg(format!("--out-name={stem}"));
    shell::must("wasm-bindgen of the first file", bindgen.arg("--out-dir").arg(&work).arg(&main))?;
    let name = format!("{stem}.js");
    let script = script::with_parts(&fs::read_to_string(work.join(&name))?, SPLITTERS_SCRIPT, &parts)?;
    fs::write(dist.join(&name), script)?;
    fs::copy(work.join(format!("{stem}_bg.wasm")), dist.join(format!("{stem}_bg.wasm")))?;
    for file in parts.values().flatten() {
        fs::copy(work.join(format!("{file}.wasm")), dist.join(format!("{stem}-{}.wasm", script::short(file))))?;
    }
    Ok(())
}

fn take_apart(linked: &[u8], work: &Path, main: &Path) -> Result<Parts> {
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = work;
    options.main_out_path = main;
    options.link_name = SPLITTERS_SCRIPT;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:#}"))?;
    ensure!(!split.prefetch_map.is_empty(), "it has no parts; was it built with the feature {FEATURE:?}?");
    Ok(split.prefetch_map.into_iter().collect())
}

/// What trunk called the app, with the hash of all of it.
pub fn stem(dist: &Path) -> Result<String> {
    let names = fs::read_dir(dist).context("the built app can not be read")?;
    let names: Vec<PathBuf> = names.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    let stems = names.iter().filter_map(|path| path.file_name()?.to_str()?.strip_suffix("_bg.wasm"));
    let stems: Vec<&str> = stems.collect();
    match stems.as_slice() {
        [stem] => Ok((*stem).to_owned()),
        _ => Err(anyhow!("there should be one app and there are {stems:?}")),
    }
}
