//! What may have been written down twice.

use crate::insight::twins::Reason;
use crate::record::Kind;

/// The texts of the page "Is it the same?", and of what pages of records say of it.
#[derive(Clone, Copy)]
pub struct Twins {
    pub title: &'static str,
    pub hint: &'static str,
    pub comparing: &'static str,
    pub none: &'static str,
    pub none_hint: &'static str,
    /// The heading of the pairs of a kind.
    pub kind: fn(Kind) -> &'static str,
    /// With a capital; several stand in one line, the others in running text.
    pub reason: fn(Reason) -> &'static str,
    // One pair
    pub differs: &'static str,
    pub only_here: &'static str,
    pub nothing: &'static str,
    /// The fields that say the same in both.
    pub same_in: fn(&str) -> String,
    pub same: &'static str,
    pub apart: &'static str,
    pub later: &'static str,
    pub which: &'static str,
    pub which_hint: &'static str,
    /// The fields that the standing one would take over.
    pub take_over: fn(&str) -> String,
    pub join: &'static str,
    pub joined: &'static str,
    pub kept_apart: &'static str,
    // The list
    pub put_off: fn(usize) -> String,
    pub show_again: &'static str,
    pub more: fn(usize) -> String,
    /// So many of so many are shown.
    pub bound: fn(usize, usize) -> String,
    pub may_be_more: &'static str,
    // What was decided
    pub decided: &'static str,
    pub decided_hint: &'static str,
    pub is_same: fn(&str, &str) -> String,
    pub is_not_same: fn(&str, &str) -> String,
    pub part: &'static str,
    pub parted: &'static str,
    pub ask_again: &'static str,
    pub asked_again: &'static str,
    // On other pages
    /// So many pairs are to be looked at.
    pub to_look_at: fn(usize) -> String,
    pub was_joined: &'static str,
    pub was_joined_hint: &'static str,
    pub stands_for: &'static str,
    pub may_be: &'static str,
    pub look: &'static str,
    pub more_sessions: &'static str,
}
