//! The program in a terminal, run as people and scripts run it: files in, output, messages and exit status out.
#![cfg(not(target_arch = "wasm32"))]

mod check;
mod decisions;
mod erase;
mod figures;
mod input;
mod merge;
mod report;
mod seal;
mod stage;
mod tables;
mod view;
