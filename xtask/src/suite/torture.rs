//! `cargo xtask torture`: what takes hours. `cargo xtask test` runs a share of each.

use super::count::Tally;
use super::stage::Stage;
use super::steps::{cargo, compare, say_what_was_met, tests};
use super::{Say, Site, Step};
use anyhow::Result;

/// Cases of each law; `cargo xtask test` tries 10,000.
const CASES: &str = "100000";
/// Histories that both readers read; `cargo xtask test` takes other ones, the first forty.
const SEEDS: &str = "41-400";

/// Kills of the browser; `cargo xtask test` tries two hundred.
const KILLS: &str = "5000";

pub const ALL: &[Step] = &[
    Step { name: "simulation of 1,000 histories", run: simulation },
    Step { name: "oracle over more histories", run: more_histories },
    Step { name: "laws over more cases", run: more_cases },
    Step { name: "kills by the thousand", run: more_kills },
];

fn simulation(_: &mut Site, say: Say) -> Result<Tally> {
    let tally = tests("simulation", cargo("test --test laws simulation").env("AYNI_TORTURE", "1"))?;
    say_what_was_met("simulation", say);
    Ok(tally)
}

fn more_histories(_: &mut Site, _: Say) -> Result<Tally> {
    compare(SEEDS)
}

/// Other cases than those of the test command, too.
fn more_cases(_: &mut Site, say: Say) -> Result<Tally> {
    let mut command = cargo("test --test laws -- --skip simulation");
    let tally = tests("laws", command.env("AYNI_CASES", CASES).env("AYNI_SEED", "2"))?;
    say_what_was_met("laws", say);
    Ok(tally)
}

/// The built app has to be there: `cargo xtask build`.
fn more_kills(site: &mut Site, say: Say) -> Result<Tally> {
    let stage = Stage::set(site, say)?;
    let mut command = cargo("test --test attacks -- kills:: --nocapture");
    let kills = std::env::var("AYNI_KILLS").unwrap_or_else(|_| KILLS.to_owned());
    let tally = tests("kills", stage.give(&mut command).env("AYNI_KILLS", kills))?;
    say_what_was_met("kills", say);
    Ok(tally)
}
