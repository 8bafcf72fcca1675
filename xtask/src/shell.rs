//! Starting other programs: their output goes to a log file and is shown when it matters.

use crate::place;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::time::Instant;

/// How much of a failed program's output is shown; the log file has all of it.
const TAIL_LINES: usize = 120;

/// What a finished program left behind.
pub struct Outcome {
    /// Whether it ended with success.
    pub ok: bool,
    /// Standard output and standard error, as they came.
    pub text: String,
}

/// Runs `command` without standard input and keeps what it prints in the log called `name`.
///
/// Fails only where the program could not be started or its output not be kept.
pub fn capture(name: &str, command: &mut Command) -> Result<Outcome> {
    let path = place::log(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    }
    let out = File::create(&path).with_context(|| format!("could not write {}", path.display()))?;
    let err = out.try_clone()?;
    let status = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .status()
        .with_context(|| format!("could not start {}", command.get_program().display()))?;
    let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
    Ok(Outcome { ok: status.success(), text })
}

/// Like [`capture`], but failure of the program is an error that shows the end of its output.
pub fn must(name: &str, command: &mut Command) -> Result<String> {
    let outcome = capture(name, command)?;
    if !outcome.ok {
        bail!("{}\n{name} failed; all of its output is in {}", tail(&outcome.text), place::log(name).display());
    }
    Ok(outcome.text)
}

/// The first line of what a program answers, or nothing if there is no such program.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}

/// The last lines of a long output.
pub fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let from = lines.len().saturating_sub(TAIL_LINES);
    lines.get(from..).unwrap_or_default().join("\n")
}

/// `12.3 s`, or `3 min 20 s` where that reads better.
pub fn since(start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    if seconds < 100.0 {
        return format!("{seconds:.1} s");
    }
    let whole = seconds.round() as u64;
    format!("{} min {} s", whole / 60, whole % 60)
}
