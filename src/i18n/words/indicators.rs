//! Indicators, charts and the map; figures of visits and commitments.

use super::Noun;
use crate::insight::indicators::Measure;
use crate::insight::visits::By;

#[derive(Clone, Copy)]
pub struct Indicators {
    pub title: &'static str,
    pub new: &'static str,
    pub empty: &'static str,
    pub empty_hint: &'static str,
    /// An indicator without a name in either language.
    pub unnamed: &'static str,
    // What it is
    pub measure: fn(Measure) -> &'static str,
    /// How its number is counted, in a sentence.
    pub counted: fn(Measure) -> &'static str,
    /// Nobody said what counts, or a newer version did.
    pub unknown: &'static str,
    pub only: &'static str,
    pub any: &'static str,
    pub theme: &'static str,
    pub funder: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    // How far it is
    pub period: &'static str,
    pub target: &'static str,
    pub actual: &'static str,
    pub progress: &'static str,
    pub all_time: &'static str,
    pub start: &'static str,
    pub no_percent: &'static str,
    pub left_out: Noun,
    pub by_others: Noun,
    // The form
    pub what_counts: &'static str,
    pub what_counts_hint: &'static str,
    pub where_from: &'static str,
    pub start_hint: &'static str,
    pub targets_hint: &'static str,
    pub add_target: &'static str,
    pub remove_target: fn(&str) -> String,
    pub unit_hint: &'static str,
    pub value: &'static str,
    pub not_a_number: &'static str,
    // Charts
    pub as_table: &'static str,
    pub save_svg: &'static str,
    pub save_png: &'static str,
    pub not_saved: &'static str,
    /// So many rows more are only in the table.
    pub more_in_table: fn(usize) -> String,
    // What stands behind a number
    pub behind: fn(&str) -> String,
    pub open_behind: fn(&str) -> String,
    pub and_more: fn(usize) -> String,
    pub close: &'static str,
    // Visits
    pub visits: &'static str,
    pub visits_by: &'static str,
    pub by: fn(By) -> &'static str,
    pub no_visits: &'static str,
    pub overlap: fn(&str) -> String,
    // Commitments
    pub commitments: &'static str,
    pub no_commitments: &'static str,
    pub open: &'static str,
    pub overdue: &'static str,
    pub done: &'static str,
    pub done_late: &'static str,
    pub dropped: &'static str,
    pub as_of: fn(&str) -> String,
    // The map
    pub map: &'static str,
    pub map_hint: &'static str,
    pub on_map: &'static str,
    pub visits_here: &'static str,
    pub sessions_here: &'static str,
    pub country: fn(&str) -> &'static str,
    pub no_place: fn(&str) -> String,
    pub nothing_on_map: &'static str,
    pub islands: &'static str,
    /// Who is to be named where the places are shown.
    pub places_from: &'static str,
}
