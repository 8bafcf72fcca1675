//! What building needs beyond cargo: the wasm target, trunk, and the wasm-bindgen programs of the version in
//! `Cargo.lock`.
//!
//! A program on `PATH` is used where its version fits exactly. Otherwise it is built once, with a fast profile because a
//! tool need not be optimised, into a folder that every clone of this user shares ([`cache`]).

mod cache;
mod lock;
mod small_std;

use crate::{place, shell};
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The last trunk that builds with the Rust this project uses.
const TRUNK: &str = "0.21.14";
/// The target of the browser app.
pub const WASM: &str = "wasm32-unknown-unknown";
/// What flags for its compiler are called in the environment.
pub const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// One program to have, or several from one package.
struct Tool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    features: &'static [&'static str],
}

/// What a build can use: the folders of the tools, to be put in front of `PATH`, and the small standard library.
pub struct Tools {
    folders: Vec<PathBuf>,
    has_small_std: bool,
}

impl Tools {
    /// Those that whoever called this program has put on `PATH`.
    pub fn on_path() -> Self {
        Tools { folders: Vec::new(), has_small_std: false }
    }

    /// Where `program` lies.
    pub fn find(&self, program: &str) -> PathBuf {
        let mut paths = self.folders.iter().map(|folder| folder.join(program));
        paths.find(|path| path.is_file()).unwrap_or_else(|| PathBuf::from(program))
    }

    /// Makes a release build for the browser as small as it can be here, along with these flags for the compiler.
    pub fn make_small(&self, command: &mut Command) -> &'static str {
        if self.has_small_std { small_std::switch_on(command) } else { "" }
    }

    /// `PATH` with the tools in front.
    pub fn path(&self) -> Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(all).context("a folder of PATH can not be named")
    }
}

/// Makes sure that everything for building the app is there, and says what it does.
pub fn ensure(say: &dyn Fn(&str)) -> Result<Tools> {
    wasm_target(say)?;
    let locked = fs::read_to_string(place::root().join("Cargo.lock")).context("Cargo.lock can not be read")?;
    let bindgen = lock::version_of(&locked, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    let wanted = [
        // The server's TLS and the look-up of newer versions are left out: they are not used and take minutes to build.
        Tool {
            package: "trunk",
            version: TRUNK.to_owned(),
            programs: &["trunk"],
            features: &["--no-default-features"],
        },
        Tool {
            package: "wasm-bindgen-cli",
            version: bindgen.to_owned(),
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            features: &["--no-default-features"],
        },
    ];
    let folders = wanted.iter().map(|tool| folder_of(tool, say)).collect::<Result<_>>()?;
    Ok(Tools { folders, has_small_std: small_std::ensure(say) })
}

/// Adds the browser's target where the compiler lacks it.
pub fn wasm_target(say: &dyn Fn(&str)) -> Result<()> {
    let sysroot = shell::answer(Command::new("rustc").args(["--print", "sysroot"])).context("rustc does not answer")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    say(&format!("adding the compiler's target {WASM} …"));
    rustup(&["target", "add", WASM])
}

/// Adds rustfmt and clippy where they are missing.
pub fn components(say: &dyn Fn(&str)) -> Result<()> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if shell::answer(Command::new("cargo").args([program, "--version"])).is_none() {
            say(&format!("adding {component} …"));
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    if place::on_path("rustup").is_none() {
        bail!("`rustup {}` is needed, and rustup is missing. Install it from https://rustup.rs", args.join(" "));
    }
    shell::must("rustup", Command::new("rustup").args(args)).map(drop)
}

/// The folder that has all programs of the tool in exactly its version.
fn folder_of(tool: &Tool, say: &dyn Fn(&str)) -> Result<PathBuf> {
    let on_path = tool.programs.first().and_then(|first| place::on_path(first));
    if let Some(folder) = on_path.as_deref().and_then(Path::parent)
        && fits(tool, folder)
    {
        return Ok(folder.to_owned());
    }
    cache::folder_of(tool, say)
}

/// Whether each program of the tool is in `folder` and answers with the version.
fn fits(tool: &Tool, folder: &Path) -> bool {
    tool.programs.iter().all(|program| {
        let answer = shell::answer(Command::new(folder.join(program)).arg("--version"));
        answer.is_some_and(|line| lock::answers_with(&line, &tool.version))
    })
}
