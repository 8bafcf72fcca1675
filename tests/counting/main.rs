//! Counting honestly: each rule of the domain's section of that name as a table, and the bounds tried on many rosters.
//!
//! `AYNI_CASES=n` tries n rosters, `AYNI_SEED=n` one roster again.
#![cfg(not(target_arch = "wasm32"))]

mod breakdowns;
#[path = "../laws/dice.rs"]
mod dice;
mod doubts;
mod indicators;
mod numbers;
mod pad;
mod rosters;
mod stage;
mod together;
mod visits;
