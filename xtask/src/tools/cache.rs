//! The folder of built tools that every clone of a user shares: one folder per package and version.

use super::{Tool, fits};
use crate::shell;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Building with these takes a third of the time that the packages' own profiles take.
const FAST_PROFILE: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_INCREMENTAL", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "debuginfo"),
];
/// A build in progress; what is left of one that was killed is removed by the next.
const WORK_PREFIX: &str = "work-";

/// The folder with the tool's programs, built now if it is not there yet.
pub fn folder_of(tool: &Tool, say: &dyn Fn(&str)) -> Result<PathBuf> {
    let cache = cache_folder(&|name| env::var_os(name), cfg!(target_os = "macos"))?;
    let home = cache.join(format!("{}-{}", tool.package, tool.version));
    let bin = home.join("bin");
    if fits(tool, &bin) {
        return Ok(bin);
    }
    fs::create_dir_all(&cache).with_context(|| format!("could not make {}", cache.display()))?;
    let lock = File::create(cache.join("lock"))?;
    if lock.try_lock().is_err() {
        say(&format!("another clone is building tools in {}; waiting for it …", cache.display()));
        lock.lock()?;
    }
    if fits(tool, &bin) {
        return Ok(bin);
    }
    sweep(&cache)?;
    let work = cache.join(format!("{WORK_PREFIX}{}", tool.package));
    install(tool, &cache, &work, say)?;
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    fs::rename(work.join("root"), &home)?;
    fs::remove_dir_all(&work)?;
    if !fits(tool, &bin) {
        bail!("{} {} was built, but its programs in {} do not answer so", tool.package, tool.version, bin.display());
    }
    Ok(bin)
}

/// Builds the package into `work/root`. The lock file the package came with is used where the registry can serve it.
fn install(tool: &Tool, cache: &Path, work: &Path, say: &dyn Fn(&str)) -> Result<()> {
    let start = Instant::now();
    say(&format!("building {} {} from source, once; this takes one to five minutes …", tool.package, tool.version));
    let log = format!("install {}", tool.package);
    if !shell::capture(&log, cargo_install(tool, cache, work).arg("--locked"))?.ok {
        say("  not with the versions it was released with (--locked): trying with those that are there …");
        shell::must(&log, &mut cargo_install(tool, cache, work))?;
    }
    say(&format!("  built in {}, kept in {}", shell::since(start), cache.display()));
    Ok(())
}

fn cargo_install(tool: &Tool, cache: &Path, work: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.args(["install", tool.package, "--version", &format!("={}", tool.version)]).args(tool.features);
    command.arg("--root").arg(work.join("root")).arg("--target-dir").arg(work.join("target"));
    // Away from the clone, whose own settings are not meant for the tools.
    command.current_dir(cache).envs(FAST_PROFILE);
    command.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET").env_remove("RUSTFLAGS");
    command
}

/// Removes what killed builds left behind. Only called while the lock is held, so none of it is in use.
fn sweep(cache: &Path) -> Result<()> {
    for entry in fs::read_dir(cache)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(WORK_PREFIX) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// `AYNI_TOOLS`, else the user's cache folder as the system has it.
fn cache_folder(var: &dyn Fn(&str) -> Option<OsString>, macos: bool) -> Result<PathBuf> {
    let var = |name| var(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = var("AYNI_TOOLS") {
        return Ok(folder);
    }
    let caches = match (var("XDG_CACHE_HOME"), var("HOME")) {
        (Some(caches), _) => caches,
        (None, Some(home)) => home.join(if macos { "Library/Caches" } else { ".cache" }),
        (None, None) => bail!("no folder to keep tools in: set HOME, XDG_CACHE_HOME or AYNI_TOOLS"),
    };
    Ok(caches.join("ayni").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clone_of_a_user_finds_the_same_tools() {
        let check = |vars: &[(&str, &str)], macos, expected: Option<&str>| {
            let var = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
            assert_eq!(cache_folder(&var, macos).ok(), expected.map(PathBuf::from), "{vars:?}");
        };
        check(&[("HOME", "/h")], false, Some("/h/.cache/ayni/tools"));
        check(&[("HOME", "/h")], true, Some("/h/Library/Caches/ayni/tools"));
        check(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c")], false, Some("/c/ayni/tools"));
        check(&[("HOME", "/h"), ("XDG_CACHE_HOME", "")], false, Some("/h/.cache/ayni/tools"));
        check(&[("HOME", "/h"), ("AYNI_TOOLS", "/t")], true, Some("/t"));
        check(&[], false, None);
    }
}
