//! Python, and the second reader of the format that is written in it (`tests/oracle`).

use crate::{place, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// `view.py` uses regular expressions that came with it.
const LEAST: (u32, u32) = (3, 11);

/// A Python that is new enough.
pub fn python() -> Result<PathBuf> {
    let names = ["python3", "python"];
    let found = names.iter().filter_map(|name| place::on_path(name)).find(|path| {
        let answer = shell::answer(Command::new(path).arg("--version"));
        answer.as_deref().and_then(version).is_some_and(|version| version >= LEAST)
    });
    let line = match (place::on_path("apt-get").is_some(), cfg!(target_os = "macos")) {
        (true, _) => "sudo apt-get install -y python3",
        (_, true) => "brew install python",
        _ => "your package manager: python3",
    };
    found.with_context(|| format!("Python {}.{} or later is missing. Install it with\n    {line}", LEAST.0, LEAST.1))
}

/// `Python 3.11.2` is (3, 11).
fn version(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.strip_prefix("Python ")?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// Compares the program with a script of the second reader over these seeds. Returns how many comparisons there were.
pub fn compare(script: &str, program: &Path, seeds: &str) -> Result<usize> {
    compare_with(script, program, seeds, None)
}

/// The same, with packages from a folder.
pub fn compare_with(script: &str, program: &Path, seeds: &str, packages: Option<&Path>) -> Result<usize> {
    let script = place::root().join("tests/oracle").join(script);
    let mut command = Command::new(python()?);
    if let Some(packages) = packages {
        command.env("PYTHONPATH", packages);
    }
    command.arg(script).arg(program).args(["--seeds", seeds]).current_dir(place::root());
    let text = shell::must("oracle", command.env("PYTHONDONTWRITEBYTECODE", "1"))?;
    match comparisons(&text) {
        Some(count) if count > 0 => Ok(count),
        _ => bail!("{}\nthe oracle compared nothing", shell::tail(&text)),
    }
}

/// `40 seeds, 520 comparisons, no difference; …` are 520.
fn comparisons(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.lines().find(|line| line.contains("no difference"))?.split(' ').collect();
    let at = words.iter().position(|word| word.starts_with("comparisons"))?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_tells_its_version() {
        let check = |answer, expected| assert_eq!(version(answer), expected, "{answer}");
        check("Python 3.11.2", Some((3, 11)));
        check("Python 3.14.0rc1", Some((3, 14)));
        check("Python 2.7", Some((2, 7)));
        check("pypy", None);
        check("Python", None);
    }

    #[test]
    fn comparisons_count_only_where_no_difference_was_found() {
        assert_eq!(comparisons("40 seeds, 520 comparisons, no difference; met: {}\n"), Some(520));
        assert_eq!(comparisons("seed 3, files 00-device.json\nexit status: program 3, oracle 0\n"), None);
        assert_eq!(comparisons(""), None);
    }
}
