//! The steps, the quickest first.

use super::browser;
use super::count::{Tally, TestsFailed, tests_in};
use super::stage::Stage;
use super::{Say, Site, Step, oracle, packages};
use crate::tools::{self, WASM};
use crate::{app, place, shell, size, tidy};
use anyhow::{Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// All that must hold.
pub const ALL: &[Step] = &[
    Step { name: "compiler", run: compiler },
    Step { name: "formatting", run: formatting },
    Step { name: "tidy", run: tidy_checks },
    Step { name: "clippy for this machine", run: clippy_host },
    Step { name: "native tests", run: native_tests },
    Step { name: "oracle", run: second_reader },
    Step { name: "files for others", run: files_for_others },
    Step { name: "clippy for wasm32", run: clippy_wasm },
    Step { name: "tools", run: tools_there },
    Step { name: "browser", run: browser_there },
    Step { name: "wasm tests in Chromium", run: wasm_tests },
    Step { name: "release build", run: release_build },
    Step { name: "size budget", run: size_budget },
    Step { name: "journeys in Chromium", run: journeys },
    Step { name: "attacks in Chromium", run: attacks },
];

/// The compiler's parts are there, and the lock file fits the manifests.
fn compiler(_: &mut Site, say: Say) -> Result<Tally> {
    tools::components(say)?;
    tools::wasm_target(say)?;
    shell::must("fetch", &mut cargo("fetch --locked"))?;
    Ok(Tally::ONE)
}

fn formatting(_: &mut Site, _: Say) -> Result<Tally> {
    shell::must("formatting", &mut cargo("fmt --all --check"))?;
    Ok(Tally::ONE)
}

fn tidy_checks(_: &mut Site, _: Say) -> Result<Tally> {
    let findings = tidy::run()?;
    if !findings.is_empty() {
        bail!("{}", findings.join("\n"));
    }
    Ok(Tally::ONE)
}

fn clippy_host(_: &mut Site, _: Say) -> Result<Tally> {
    shell::must("clippy host", &mut cargo("clippy --workspace --all-targets --quiet -- -D warnings"))?;
    // Cargo leaves it out of "all targets", because plain `cargo test` does not run it.
    shell::must("clippy journeys", &mut cargo("clippy --test journeys --test attacks --quiet -- -D warnings"))?;
    Ok(Tally::ONE)
}

fn clippy_wasm(_: &mut Site, _: Say) -> Result<Tally> {
    let line = format!("clippy --target {WASM} --lib --bins --test web --quiet -- -D warnings");
    shell::must("clippy wasm32", &mut cargo(&line))?;
    Ok(Tally::ONE)
}

fn native_tests(_: &mut Site, say: Say) -> Result<Tally> {
    let tally = tests("native tests", &mut cargo("test --workspace --no-fail-fast"))?;
    say_what_was_met("native tests", say);
    Ok(tally)
}

/// The laws say what they met: proof that something was tried.
pub fn say_what_was_met(name: &str, say: Say) {
    let said = fs::read_to_string(place::log(name)).unwrap_or_default();
    said.lines().filter_map(|line| line.find("met by ").and_then(|at| line.get(at..))).for_each(say);
}

fn second_reader(_: &mut Site, _: Say) -> Result<Tally> {
    compare("1-40")
}

/// What reads spreadsheets, hashtags, maps and Word files elsewhere, with all that it needs.
const READERS: [&str; 25] = [
    "attrs==26.1.0",
    "certifi==2026.10.19.post1",
    "charset-normalizer==3.5.3",
    "et-xmlfile==2.0.0",
    "idna==3.20",
    "jsonpath-ng==1.16.0",
    "jsonschema==4.26.0",
    "jsonschema-specifications==2025.9.1",
    "libhxl==5.2.2",
    "lxml==6.1.3",
    "openpyxl==3.1.5",
    "packaging==26.4",
    "ply==3.11",
    "python-dateutil==4.0.0",
    "python-docx==1.2.0",
    "python-io-wrapper==0.3.1",
    "referencing==0.37.0",
    "requests==2.34.2",
    "rpds-py==2026.9.1",
    "structlog==26.1.0",
    "typing-extensions==4.16.0",
    "tzdata==2026.6",
    "unidecode==1.4.0",
    "urllib3==2.8.0",
    "xlrd3==1.1.0",
];

/// The programs that others use read what is made for them, and find in it what the records say.
fn files_for_others(_: &mut Site, say: Say) -> Result<Tally> {
    let readers = packages::ensure("readers", &READERS, say)?;
    let passed = oracle::compare_with("tables.py", &program()?, "1-8", Some(&readers))?;
    Ok(Tally { passed, failed: 0, counted: true })
}

fn program() -> Result<PathBuf> {
    shell::must("build ayni", &mut cargo("build --quiet --bin ayni"))?;
    Ok(place::target().join("debug").join(format!("ayni{}", std::env::consts::EXE_SUFFIX)))
}

/// Another program, written from the text of the format alone, reads the same files and prints the same view.
pub fn compare(seeds: &str) -> Result<Tally> {
    let program = program()?;
    // What is in a file, what its trainings add up to, and its visits, commitments and indicators.
    let passed = ["compare.py", "figures.py", "desk.py"]
        .iter()
        .map(|script| oracle::compare(script, &program, seeds))
        .sum::<Result<usize>>()?;
    Ok(Tally { passed, failed: 0, counted: true })
}

fn tools_there(site: &mut Site, say: Say) -> Result<Tally> {
    site.tools(say)?;
    Ok(Tally::ONE)
}

fn browser_there(site: &mut Site, say: Say) -> Result<Tally> {
    site.browser(say)?;
    Ok(Tally::ONE)
}

fn wasm_tests(site: &mut Site, say: Say) -> Result<Tally> {
    let browser = site.browser(say)?;
    let runner = site.tools(say)?.find("wasm-bindgen-test-runner");
    let mut command = cargo(&format!("test --target {WASM} --test web -- --nocapture"));
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    command.env("CHROMEDRIVER", &browser.driver);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser::write_capabilities(&browser)?);
    command.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60").env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    let tally = tests("wasm tests", &mut command)?;
    say_what_was_met("wasm tests", say);
    Ok(tally)
}

fn release_build(site: &mut Site, say: Say) -> Result<Tally> {
    app::build(site.tools(say)?)?;
    Ok(Tally::ONE)
}

fn size_budget(_: &mut Site, say: Say) -> Result<Tally> {
    let sizes = size::measure(&place::dist())?;
    if !size::within_budget(&sizes) {
        bail!("{}", size::table(&sizes));
    }
    say(&size::verdict(&sizes));
    Ok(Tally::ONE)
}

fn journeys(site: &mut Site, say: Say) -> Result<Tally> {
    let stage = Stage::set(site, say)?;
    let mut command = cargo("test --test journeys -- --test-threads 2");
    // Whoever works on one screen need not wait for all.
    command.args(env::var("AYNI_JOURNEYS").iter().flat_map(|names| names.split(' ')));
    tests("journeys", stage.give(&mut command))
}

/// Kills, tabs and quota.
fn attacks(site: &mut Site, say: Say) -> Result<Tally> {
    let stage = Stage::set(site, say)?;
    let mut command = cargo("test --test attacks -- --test-threads 2 --nocapture");
    command.args(env::var("AYNI_JOURNEYS").iter().flat_map(|names| names.split(' ')));
    let tally = tests("attacks", stage.give(&mut command))?;
    say_what_was_met("attacks", say);
    Ok(tally)
}

/// Cargo, at the root of the clone.
pub fn cargo(line: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(line.split(' ')).current_dir(place::root());
    command
}

/// Runs a test program and counts; no tests at all are no proof, so that fails too.
pub fn tests(name: &str, command: &mut Command) -> Result<Tally> {
    let outcome = shell::capture(name, command)?;
    let tally = tests_in(&outcome.text);
    if outcome.ok && tally.passed > 0 && tally.failed == 0 {
        return Ok(tally);
    }
    let log = place::log(name);
    let reason = format!("{}\n{name} failed; all of the output is in {}", shell::tail(&outcome.text), log.display());
    Err(TestsFailed { tally, reason }.into())
}
