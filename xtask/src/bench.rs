//! Figures of speed and memory, printed and never judged: a machine may be slow or busy.

use crate::{place, suite};
use anyhow::{Result, ensure};
use std::process::Command;

/// What a person waits for in a browser, and what the log, searching, counting and comparing cost on this machine. `browser_only` leaves the
/// second out.
pub fn run(browser_only: bool) -> Result<()> {
    if !browser_only {
        println!("building for speed; this takes minutes the first time …");
        let mut command = Command::new("cargo");
        let status = command
            .args([
                "bench", "--quiet", "--bench", "log", "--bench", "search", "--bench", "figures", "--bench", "twins",
                "--bench", "tables",
            ])
            .current_dir(place::root())
            .status()?;
        ensure!(status.success(), "the benchmark stopped");
    }
    suite::measure_in_browser()
}
