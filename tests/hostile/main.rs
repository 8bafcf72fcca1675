//! Files that people do not make on purpose, and some do: what a broken, foreign or hostile file gives, and what it costs.
//!
//! [`small`]: the corpus in `tests/fixtures/hostile`, whose expected views were worked out by another program
//! (`tests/oracle`). [`large`]: files of megabytes, made here; each is read in a process of its own, whose memory is
//! measured. [`golden`]: the files of version 1 as people have them.
#![cfg(not(target_arch = "wasm32"))]

mod golden;
mod large;
mod large_cases;
mod small;
mod view;
