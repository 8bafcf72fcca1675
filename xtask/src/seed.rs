//! `cargo xtask seed`: makes anew, from their sources in `data`, the records and the names of places that the app ships.
//!
//! The generator is part of `tests/shipped`, which proves that the files are its work; here it is told to write them. So
//! this program need not be linked with the app.

use crate::{place, shell};
use anyhow::Result;
use std::process::Command;

/// Writes the files. Fails where a source says something that is not a record.
pub fn run() -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["test", "--quiet", "--test", "shipped", "what_is_shipped_is_what_the_generator_makes"]);
    shell::must("seed", command.env("AYNI_SEED", "write").current_dir(place::root())).map(|_| ())
}
