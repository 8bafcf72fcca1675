//! Files: saving one, loading others, and what they would change.

use super::Noun;
use crate::exchange::Note;
use crate::log::Rejected;

/// The page with the two halves.
#[derive(Clone, Copy)]
pub struct Exchange {
    pub title: &'static str,
    pub lead: &'static str,
    pub load_title: &'static str,
    pub load_hint: &'static str,
    pub choose_files: &'static str,
    pub drag_here: &'static str,
    pub drop_here: &'static str,
    pub several: &'static str,
    /// A loaded file confirmed that so many records are held elsewhere.
    pub acknowledged: fn(usize) -> String,
    /// Texts that no program could accept.
    pub quarantine_title: &'static str,
    pub quarantine_hint: &'static str,
    /// The file and the line it came from.
    pub quarantined: fn(&str, usize) -> String,
    pub quarantine_save: &'static str,
}

/// What the chosen files would change, and what they did.
#[derive(Clone, Copy)]
pub struct Preview {
    pub title: fn(usize) -> String,
    pub nothing_changes_yet: &'static str,
    pub in_all: &'static str,
    pub files: &'static str,
    /// Who made the file and when: name, moment, today's date. Each of the first two may be empty.
    pub made_by: fn(&str, &str, &str) -> String,
    pub new_records: Noun,
    pub changed_records: Noun,
    pub new_changes: Noun,
    /// Of changes.
    pub already_here: Noun,
    /// Of fields.
    pub in_conflict: Noun,
    pub put_in_bin: Noun,
    /// Of changes.
    pub erased: Noun,
    pub from_newer: Noun,
    /// Of lines.
    pub damaged: Noun,
    pub photos_missing: Noun,
    pub file_whole: &'static str,
    pub file_damaged: &'static str,
    pub file_nothing_new: &'static str,
    pub file_refused: &'static str,
    pub damaged_hint: &'static str,
    /// Line of the file from 1, why it could not be read.
    pub damaged_line: fn(usize, &Rejected) -> String,
    pub note: fn(Note) -> String,
    /// The second question (I5): so many changes would be erased for ever.
    pub asks_erases: fn(usize) -> String,
    /// The second question (I5): so many of so many values would no longer be shown.
    pub asks_hides: fn(usize, usize) -> String,
    pub asks_yes: &'static str,
    /// So many changes.
    pub accept: fn(usize) -> String,
    pub cancelled: &'static str,
    pub nothing_new: &'static str,
    pub nothing_new_hint: &'static str,
    /// Changes joined, from how many files.
    pub joined: fn(usize, usize) -> String,
    /// After it: new records, changed records.
    pub joined_records: fn(usize, usize) -> String,
    pub conflicts_to_see: fn(usize) -> String,
}
