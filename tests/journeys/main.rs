//! Journeys: what a person does, in a real browser, against the release build, served under a sub-path.
//!
//! `cargo xtask test journeys` starts the server and the driver and runs them; without these they skip themselves.
//! A journey is a plain test that opens browsers of its own and speaks about what a person sees:
//!
//! ```ignore
//! #[test]
//! fn a_visit_is_there_after_the_tab_was_closed() {
//!     journey(|stage| {
//!         let phone = stage.phone(Language::Spanish);
//!         phone.open("#/visit/new");
//!         phone.fill("[data-test=community]", "Cuellaje");
//!         phone.close_tab_and_reopen("#/visit/new");
//!         phone.wait_text("Cuellaje");
//!     });
//! }
//! ```
//!
//! Nothing in a journey sleeps: each step waits for what it needs and fails after [`stage::DEADLINE`] with a picture in
//! `target/journeys/`, the text of the page and the name of what it waited for. An error in the console of any browser
//! fails a journey at its end.
#![cfg(not(target_arch = "wasm32"))]

mod bad_days;
mod bad_starts;
mod clashes;
mod clones;
mod coming_back;
mod counting;
mod example;
mod figures;
mod files;
mod first_start;
mod five_phones;
mod help;
mod hints;
mod hostile_files;
mod indicators;
mod kept_watch;
mod later;
mod loading;
mod loads;
mod look;
mod my_data;
mod notes;
mod offline;
mod opening;
mod other_files;
mod phone_to_desk;
mod photos;
mod pictures;
mod promises;
mod reports;
mod review;
mod searching;
mod sending;
mod speed;
mod stage;
mod stage_itself;
mod steps;
mod tabs;
mod taking_back;
mod twins;
mod updates;
mod ways_in;
