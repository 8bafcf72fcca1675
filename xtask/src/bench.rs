//! Figures of speed and memory, printed and never judged: a machine may be slow or busy.

use crate::{place, suite};
use anyhow::{Result, ensure};
use std::process::Command;

/// Builds the benchmark for speed and lets it print.
pub fn run() -> Result<()> {
    println!("building for speed; this takes minutes the first time …");
    let status =
        Command::new("cargo").args(["bench", "--quiet", "--bench", "log"]).current_dir(place::root()).status()?;
    ensure!(status.success(), "the benchmark stopped");
    suite::measure_in_browser()
}
