//! What is handed in: reports from a template, filled from the records beside what a person wrote, and files for others:
//! spreadsheets and open data.
//!
//! Pure: the language, the day and whom it is for are passed in, so the same records give the same bytes in a browser and in a
//! terminal.

pub mod csv;
pub mod document;
pub mod docx;
pub mod fill;
mod geojson;
pub mod html;
pub mod markdown;
mod markup;
pub mod names;
pub mod others;
pub mod package;
pub mod pictures;
pub mod sheets;
pub mod svg;
mod xlsx;

pub use names::Names;

#[cfg(test)]
#[path = "hand_tests.rs"]
mod hand;
#[cfg(test)]
#[path = "others_tests.rs"]
mod others_tests;
