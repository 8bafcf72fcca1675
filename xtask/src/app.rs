//! The browser app: built with trunk, for release into `dist/`.

use crate::first_load::absolute_addresses;
use crate::tools::{self, Tools};
use crate::{place, shell, slim, split};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;
use std::time::Instant;

/// Sets up what is missing, builds, and says what takes time.
pub fn build_saying(say: &dyn Fn(&str)) -> Result<()> {
    let tools = tools::ensure(say)?;
    say("building the app …");
    let start = Instant::now();
    build(&tools)?;
    say(&format!("  built in {}", shell::since(start)));
    Ok(())
}

/// Builds the app for release. What is in `dist/` afterwards can be served from any folder of any host.
pub fn build(tools: &Tools) -> Result<()> {
    let mut command = trunk(tools, "build")?;
    let flags = tools.make_small(&mut command);
    command.env(tools::RUSTFLAGS, [flags, split::LINKER].join(" "));
    command.args(["--release", "--public-url", "./", "--features", split::FEATURE]);
    shell::must("build", &mut command)?;
    split::app(tools)?;
    slim::app()?;
    check_addresses()
}

/// Trunk, so that it never reaches for the network and takes its tools from us.
pub fn trunk(tools: &Tools, subcommand: &str) -> Result<Command> {
    shell::must("fetch", Command::new("cargo").arg("fetch").current_dir(place::root()))?;
    let mut command = Command::new(tools.find("trunk"));
    command.arg(subcommand).arg("--offline").current_dir(place::root());
    // It takes NO_COLOR for an option of its own and stops at any value but true and false.
    command.env("PATH", tools.path()?).env_remove("NO_COLOR");
    Ok(command)
}

/// A page with an address that starts at the host's root would break under a sub-path.
fn check_addresses() -> Result<()> {
    let page = place::dist().join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("{} can not be read", page.display()))?;
    let wrong = absolute_addresses(&html);
    if !wrong.is_empty() {
        bail!("these addresses in dist/index.html only work at the root of a host: {}", wrong.join(", "));
    }
    Ok(())
}
