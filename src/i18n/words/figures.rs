//! Figures of trainings: three numbers, each with its words and the rule that gave it; tables; what to look at.

use super::Noun;
use crate::insight::trainings::{Alert, Dimension, Lower, Upper};

#[derive(Clone, Copy)]
pub struct Figures {
    /// No training was recorded yet.
    pub empty: &'static str,
    pub empty_hint: &'static str,
    pub counting: &'static str,
    // What they are about
    pub period: &'static str,
    pub place: &'static str,
    pub sex: &'static str,
    pub age: &'static str,
    pub role: &'static str,
    pub everyone: &'static str,
    pub all_time: &'static str,
    /// A period from one day to another, already in words.
    pub from_to: fn(&str, &str) -> String,
    // The three numbers
    pub sessions: Noun,
    pub sessions_rule: &'static str,
    pub attendances: Noun,
    pub attendances_rule: &'static str,
    /// Where the filter is of some people only.
    pub attendances_of_some: &'static str,
    pub people: Noun,
    /// "entre 25 y 75", the numbers already in words.
    pub between: fn(&str, &str) -> String,
    pub not_deduplicated: &'static str,
    pub at_least: fn(&str, Lower) -> String,
    pub at_most: fn(&str, Upper) -> String,
    pub exactly: fn(Upper) -> &'static str,
    /// The share of women among attendances, in words, and how many have no record of their sex.
    pub women: &'static str,
    pub women_rule: fn(&str) -> String,
    pub women_of_all: &'static str,
    // What others reported
    pub by_others: &'static str,
    pub by_others_hint: &'static str,
    pub sum_it: &'static str,
    /// Who asked for it to be summed, and when.
    pub summed_by: fn(&str, &str) -> String,
    pub summed: &'static str,
    pub not_summed: &'static str,
    pub unit_first: &'static str,
    // Tables
    pub table: &'static str,
    pub rows: &'static str,
    pub columns: &'static str,
    pub no_columns: &'static str,
    pub counts: &'static str,
    pub dimension: fn(Dimension) -> &'static str,
    pub put_together: &'static str,
    pub put_together_hint: &'static str,
    pub no_bands: &'static str,
    pub sum: &'static str,
    /// Rows or columns of this dimension overlap.
    pub overlap: fn(&str) -> String,
    /// So many more stand in the table than on the lists (or fewer, below zero).
    pub difference: fn(&str) -> String,
    // What to look at
    pub doubts: &'static str,
    pub no_doubts: &'static str,
    /// What there is to say, and of how many sessions.
    pub alert: fn(Alert) -> &'static str,
    // The same session twice
    pub twice: &'static str,
    pub twice_why: &'static str,
    pub keep_this: &'static str,
    pub are_two: &'static str,
    pub joined: &'static str,
    pub kept_apart: &'static str,
    /// On the page of a session that stands for another or was joined into one.
    pub joined_into: &'static str,
    pub take_apart: &'static str,
    pub taken_apart: &'static str,
    // Settings
    pub settings: &'static str,
    pub settings_hint: &'static str,
    pub bands: &'static str,
    pub bands_hint: &'static str,
    pub from_age: &'static str,
    pub to_age: &'static str,
    pub and_older: &'static str,
    pub add_band: &'static str,
    pub remove: fn(&str) -> String,
    pub fault_number: &'static str,
    pub fault_bounds: &'static str,
    pub fault_overlap: &'static str,
    pub periods: &'static str,
    pub periods_hint: &'static str,
    pub add_period: &'static str,
    pub fault_period: &'static str,
    pub settings_saved: &'static str,
}
