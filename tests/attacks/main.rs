//! Attacks on the built app: its processes are killed, its room is taken away, many tabs write at once. Nothing that it called
//! saved may be lost, and no start may come without its records.
//!
//! `cargo xtask test attacks` runs a share, `cargo xtask torture kills` thousands; without the built app they skip themselves.
//! The browser is driven by its own protocol, because the usual driver gives up when a page dies. A script in the page
//! (`pilot.js`) acts as a person does and tells each step; what it told before it died is held against what is there
//! afterwards. All dice come from a seed, which is printed.
#![cfg(not(target_arch = "wasm32"))]

mod chrome;
mod devtools;
mod kept;
mod kills;
mod quota;
mod tabs;

use std::env;
use std::io::{Write as _, stderr};

/// What the suite passes on.
struct Setting {
    app: String,
    chrome: String,
    flags: Vec<String>,
}

/// Runs an attack; without a built app it says that it did not.
fn attack(name: &str, body: impl FnOnce(&Setting)) {
    let var = |name| env::var(name).ok();
    let setting = || {
        let flags = var("AYNI_CHROME_FLAGS")?.split(' ').map(str::to_owned).collect();
        Some(Setting { app: var("AYNI_APP_URL")?, chrome: var("AYNI_CHROME")?, flags })
    };
    match setting() {
        Some(setting) => body(&setting),
        // Not through `eprintln!`, which the test harness hides for tests that pass.
        None => drop(writeln!(stderr(), "{name}: SKIPPED, run `cargo xtask test attacks`")),
    }
}

/// A number from the environment.
fn number(name: &str, default: u64) -> u64 {
    env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(default)
}

/// The dice of an attack: the same seed throws the same.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Below `sides`.
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides.max(1)
    }
}
