//! What is handed in: reports from a template, filled from the records beside what a person wrote, and files for others:
//! spreadsheets and open data.
//!
//! Pure: the language, the day and whom it is for are passed in, so the same records give the same bytes in a browser and in a
//! terminal.

pub mod pictures;
pub mod svg;
