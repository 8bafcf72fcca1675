//! The bin, undo, and earlier values taken back.

use super::Noun;

#[derive(Clone, Copy)]
pub struct Bin {
    pub title: &'static str,
    pub hint: &'static str,
    pub empty: &'static str,
    pub empty_hint: &'static str,
    pub put: &'static str,
    /// The message after it.
    pub is_there: &'static str,
    pub take_back: &'static str,
    /// The message after it.
    pub taken_back: &'static str,
    /// Who put it there, when: name, moment, today's date.
    pub put_by: fn(&str, &str, &str) -> String,
    /// What was put there with a note and comes back with it.
    pub along: Noun,
    /// Put there by one who did not know what another one wrote.
    pub edited_since: &'static str,
    pub edited_since_hint: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub undone: &'static str,
    /// Somebody changed it since.
    pub not_undone: &'static str,
    pub value_back: &'static str,
    /// The message after it.
    pub value_is_back: &'static str,
}
