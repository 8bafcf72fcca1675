//! The laws of the log and of the file: what must hold for every history, tried on many of them.
//!
//! `AYNI_CASES=n` tries n histories for each law, `AYNI_SEED=n` others than usual, or one history of the simulation again;
//! `AYNI_TORTURE=1` runs the whole simulation.
#![cfg(not(target_arch = "wasm32"))]

mod clashes;
mod clock;
mod dice;
mod drafts;
mod files;
mod import;
mod json;
mod law;
mod model;
mod orders;
mod phone;
mod render;
mod salvage;
mod search;
mod simulation;
mod steps;
mod tally;
mod twins;
mod union;
mod words;
mod world;
