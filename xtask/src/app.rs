//! The browser app: built with trunk, for release into `dist/`.

use crate::first_load::absolute_addresses;
use crate::tools::{self, Tools};
use crate::{place, seal, shell, slim, split};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Trunk's settings for a release: with a hook that calls [`finish`]. Its own development server does without, so that there is
/// no worker to keep an old page.
const RELEASE: &str = "Trunk.release.toml";
/// Where trunk puts a build together, and tells its hooks so.
const STAGING: &str = "TRUNK_STAGING_DIR";

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
    command.args(["--release", "--public-url", "./", "--features", split::FEATURE, "--config", RELEASE]);
    // The hook is this very program.
    let here = env::current_exe().context("this program does not know where it is")?;
    let here = here.parent().map(Path::to_owned).unwrap_or_default();
    let path = tools.path()?;
    let folders = env::split_paths(&path).chain([here]);
    command.env("PATH", env::join_paths(folders).context("a folder of PATH can not be named")?);
    shell::must("build", &mut command).map(drop)
}

/// Trunk calls this before it puts a build in the place of the one before: takes the app apart, slims it, packs its small parts, and seals it. So
/// `dist/` is never half done.
pub fn finish() -> Result<()> {
    let folder = PathBuf::from(env::var_os(STAGING).context("this is for trunk to call")?);
    split::app(&Tools::on_path(), &folder)?;
    slim::app(&folder)?;
    split::pack(&folder)?;
    seal::build(&folder)?;
    check_addresses(&folder)
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
fn check_addresses(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("{} can not be read", page.display()))?;
    let wrong = absolute_addresses(&html);
    if !wrong.is_empty() {
        bail!("these addresses in index.html only work at the root of a host: {}", wrong.join(", "));
    }
    Ok(())
}
