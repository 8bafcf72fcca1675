//! `cargo xtask test`: everything that must hold, from the quickest check to the slowest, one line a step.

mod browser;
mod count;
mod oracle;
mod packages;
mod stage;
mod steps;
mod torture;

use crate::{app, shell};
use anyhow::{Context as _, Result, bail, ensure};
use std::cell::Cell;
use std::io::{Write as _, stdout};
use std::time::Instant;

use crate::tools::{self, Tools};
use browser::Browser;
use count::Tally;

/// Says what takes time, below the line of the step.
type Say<'a> = &'a dyn Fn(&str);

/// One thing to prove.
struct Step {
    /// What stands in its line; its words choose it on the command line.
    name: &'static str,
    run: fn(&mut Site, Say) -> Result<Tally>,
}

/// What several steps need; set up when the first of them asks for it.
#[derive(Default)]
struct Site {
    tools: Option<Tools>,
    browser: Option<Browser>,
}

impl Site {
    fn tools(&mut self, say: Say) -> Result<&Tools> {
        if self.tools.is_none() {
            self.tools = Some(tools::ensure(say)?);
        }
        self.tools.as_ref().ok_or_else(|| anyhow::anyhow!("no tools"))
    }

    fn browser(&mut self, say: Say) -> Result<Browser> {
        if self.browser.is_none() {
            self.browser = Some(browser::ensure(say)?);
        }
        self.browser.clone().ok_or_else(|| anyhow::anyhow!("no browser"))
    }
}

/// Runs the steps that `only` names, or all; true if all of them passed.
pub fn run(only: &[String]) -> Result<bool> {
    Ok(run_steps(&chosen(steps::ALL, only)?))
}

/// The same for what takes hours.
pub fn torture(only: &[String]) -> Result<bool> {
    Ok(run_steps(&chosen(torture::ALL, only)?))
}

/// Lets the journeys that measure print what a person waits for in a browser.
pub fn measure_in_browser() -> Result<()> {
    run_ignored("speed::").context("the browser could not be measured")
}

/// Lets the journey that takes the pictures of the help write them.
pub fn take_pictures() -> Result<()> {
    run_ignored("pictures::").context("the pictures could not be taken")
}

/// Builds the app and runs journeys that prove nothing, and so are not run with the others.
fn run_ignored(name: &str) -> Result<()> {
    let mut site = Site::default();
    let say: Say = &|text| println!("{text}");
    app::build(site.tools(say)?)?;
    let stage = stage::Stage::set(&mut site, say)?;
    let line = format!("test --quiet --test journeys {name} -- --ignored --nocapture --test-threads=1");
    ensure!(stage.give(&mut steps::cargo(&line)).status()?.success(), "a journey of {name} stopped");
    Ok(())
}

fn run_steps(steps: &[&'static Step]) -> bool {
    let mut site = Site::default();
    let mut sum = Tally::default();
    for (number, step) in steps.iter().enumerate() {
        let tally = run_step(step, number + 1, steps.len(), &mut site);
        sum = sum.plus(tally);
        if tally.failed > 0 {
            break;
        }
    }
    println!("{sum}");
    sum.failed == 0
}

fn chosen(from: &'static [Step], only: &[String]) -> Result<Vec<&'static Step>> {
    let all = from.iter();
    if only.is_empty() {
        return Ok(all.collect());
    }
    for word in only {
        if !from.iter().any(|step| named(step, word)) {
            let names: Vec<_> = from.iter().map(|step| step.name).collect();
            bail!("no step is called {word:?}. The steps are: {}", names.join(", "));
        }
    }
    Ok(all.filter(|step| only.iter().any(|word| named(step, word))).collect())
}

fn named(step: &Step, word: &str) -> bool {
    step.name == word || step.name.split(' ').any(|part| part == word)
}

fn run_step(step: &Step, number: usize, of: usize, site: &mut Site) -> Tally {
    print!("[{number:>2}/{of}] {} … ", step.name);
    stdout().flush().ok();
    let start = Instant::now();
    let said = Cell::new(false);
    let result = (step.run)(site, &|line| {
        print!("\n        {line}");
        stdout().flush().ok();
        said.set(true);
    });
    if said.get() {
        print!("\n        ");
    }
    match result {
        Ok(tally) if tally.counted => println!("{} tests passed ({})", tally.passed, shell::since(start)),
        Ok(_) => println!("ok ({})", shell::since(start)),
        Err(_) => println!("FAILED ({})", shell::since(start)),
    }
    result.unwrap_or_else(|reason| {
        println!("\n{reason:#}\n");
        count::of_failure(&reason)
    })
}
