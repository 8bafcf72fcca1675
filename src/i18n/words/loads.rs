//! Loads of files: taking one back, trying again what could not be read, and looking at what would come in.

use super::Tell;

#[derive(Clone, Copy)]
pub struct Loads {
    /// Files, when, today's date.
    pub loaded: fn(usize, &str, &str) -> String,
    pub take_back: &'static str,
    pub keep: &'static str,
    /// So many changes would go.
    pub sure: fn(usize) -> String,
    pub taken_back: fn(usize) -> String,
    pub taken_back_hint: &'static str,
    /// Something was written since.
    pub not_taken_back: Tell,
    /// The store did not do it.
    pub take_back_failed: Tell,
    pub read_again: &'static str,
    pub still_unread: &'static str,
    pub still_unread_hint: &'static str,
    /// So many texts of an older version's quarantine.
    pub readable_now: fn(usize) -> String,
    /// Looking before accepting.
    pub look: &'static str,
    pub looking: &'static str,
    pub clashes: &'static str,
    pub to_bin: &'static str,
    pub changed: &'static str,
    pub is_new: &'static str,
    pub cleared: &'static str,
    /// So many more records.
    pub look_more: fn(usize) -> String,
}
