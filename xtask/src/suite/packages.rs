//! Python packages that only tests need, in exact versions, in a folder of their own below `target`.

use super::Say;
use super::oracle::python;
use crate::{place, shell};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with these packages (`name==version`) and nothing beside them: what they depend on is named as well. It is filled
/// once for each list.
pub fn ensure(name: &str, pins: &[&str], say: Say) -> Result<PathBuf> {
    let list = pins.join("\n");
    let folder = place::target().join("python").join(name);
    let kept = folder.join("pins.txt");
    if fs::read_to_string(&kept).is_ok_and(|kept| kept == list) {
        return Ok(folder);
    }
    say(&format!("fetching {} …", pins.join(", ")));
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    let mut command = pip()?;
    command.args(["install", "--quiet", "--no-deps", "--no-compile", "--target"]).arg(&folder).args(pins);
    shell::must("pip", &mut command)?;
    // Last, so that a list that was cut short is fetched again.
    fs::write(&kept, list).with_context(|| format!("could not write {}", kept.display()))?;
    Ok(folder)
}

/// Python's own installer. Where a system leaves it out, an environment of our own brings it along.
fn pip() -> Result<Command> {
    let has_pip = |python: &Path| shell::answer(Command::new(python).args(["-m", "pip", "--version"])).is_some();
    let mut python = python()?;
    if !has_pip(&python) {
        let own = place::target().join("python").join("own");
        let inside = own.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        if !has_pip(&inside) {
            let made = shell::must("venv", Command::new(&python).args(["-m", "venv"]).arg(&own));
            made.context(
                "Python's pip is missing. Install it with\n    sudo apt-get install -y python3-pip python3-venv",
            )?;
        }
        python = inside;
    }
    let mut command = Command::new(python);
    command.args(["-m", "pip"]);
    Ok(command)
}
