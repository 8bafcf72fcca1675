//! The standard library, built along with the app for size: a phone then loads about 20 KB less.
//!
//! The library that comes with the compiler carries the text and place of every panic it can think of. Built here, with
//! panics that stop at once, it does not. The flags for that are not stable yet, so they are used with the one compiler
//! they were tried with, and where its sources can be had; any other build gives the same app, only heavier, and says so.

use super::{WASM, rustup};
use crate::shell;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler that the flags were tried with, as it names itself.
const COMPILER: &str = "rustc 1.95.";

/// What switches it on. It goes into the environment of one build alone, so that nothing else is compiled this way.
const SWITCHES: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
/// And the flags for the compiler.
const FLAGS: &str = "-Z unstable-options -C panic=immediate-abort -Z location-detail=none -Z fmt-debug=none";

/// Whether it can be used here; sets up what is missing and says so, also where it can not.
pub fn ensure(say: &dyn Fn(&str)) -> bool {
    let reason = match missing(say) {
        None => return true,
        Some(reason) => reason,
    };
    say(&format!("  the app will be about 20 KB heavier than it could be: {reason}"));
    false
}

/// Makes a build for the browser use it, if it is given these flags as well.
pub fn switch_on(command: &mut Command) -> &'static str {
    command.envs(SWITCHES);
    FLAGS
}

fn missing(say: &dyn Fn(&str)) -> Option<String> {
    let ask = |args: &[&str]| shell::answer(Command::new("rustc").args(args)).unwrap_or_default();
    let compiler = ask(&["--version"]);
    if !compiler.starts_with(COMPILER) {
        return Some(format!("this was tried with {COMPILER}* only, and here is {compiler}"));
    }
    let library = Path::new(&ask(&["--print", "sysroot"])).join("lib/rustlib/src/rust/library");
    sources(&library, say).err().map(|error| format!("{error:#}"))
}

/// The sources of the library, and of the few crates it uses.
fn sources(library: &Path, say: &dyn Fn(&str)) -> Result<()> {
    let manifest: PathBuf = library.join("sysroot/Cargo.toml");
    if !manifest.is_file() {
        say("adding the sources of the standard library …");
        rustup(&["component", "add", "rust-src"])?;
    }
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--locked", "--target", WASM, "--manifest-path"]).arg(manifest);
    shell::must("fetch std", fetch.env("RUSTC_BOOTSTRAP", "1")).map(drop)
}
