//! What counting says besides the keys: ways, roles, first times; and the page of a course with its season.

use super::Noun;
use crate::record::Choice;

/// Around the count pad.
#[derive(Clone, Copy)]
pub struct Counting {
    /// What the switch at the top is for, for those who hear it.
    pub way: &'static str,
    /// Only the total; one by one; with a list. In this order.
    pub ways: [&'static str; 3],
    /// What the switch of roles is for, for those who hear it.
    pub role_switch: &'static str,
    /// A role in cells. As a choice of anything else "other" reads differently.
    pub role: fn(Choice) -> &'static str,
    /// Before one of the rarer roles was chosen.
    pub more_roles: &'static str,
    /// The key that turns the keys into fields, for those who hear it.
    pub type_numbers: &'static str,
    pub type_in_boxes: &'static str,
    /// What a typed number did, beside the total: its sex and age band.
    pub last_typed: fn(&str) -> String,
    pub list_total: &'static str,
    /// After what was counted: "25 de 26".
    pub of_list: fn(i64) -> String,
    pub only_total: &'static str,
    pub only_total_hint: &'static str,
    /// So many stay counted one by one while only the total is asked for.
    pub counted_stays: fn(i64) -> String,
    /// The typed total stays while one counts one by one.
    pub total_stays: fn(i64) -> String,
    pub third_party: &'static str,
    /// The period that "for the first time" speaks of: from, to.
    pub first_time_period: fn(&str, &str) -> String,
    pub first_time_blank: &'static str,
    pub first_time_above: &'static str,
    pub no_minutes: &'static str,
    pub outside_course: &'static str,
    pub in_future: &'static str,
    /// The closed part with what is rarely needed.
    pub more: &'static str,
    pub evidence_hint: &'static str,
}

/// Courses and their sessions.
#[derive(Clone, Copy)]
pub struct Courses {
    pub next_session: &'static str,
    /// Before the names of field schools that were used last.
    pub next_of: &'static str,
    pub sessions: &'static str,
    pub count: Noun,
    /// The folded line in the form of a session.
    pub about_course: &'static str,
    pub edit_course: &'static str,
    /// Over the form of a course with so many sessions.
    pub changes_all: fn(usize) -> String,
    pub no_sessions: &'static str,
    /// Over the chart.
    pub attendance: &'static str,
    /// What the chart leaves out or shows otherwise.
    pub chart_apart: &'static str,
    pub chart_units: &'static str,
    /// "por primera vez, del … al …" beside its number; and of how many sessions it is known: said, all.
    pub first_time: fn(&str, &str) -> String,
    pub said_by: fn(usize, usize) -> String,
    /// Where a session has no total.
    pub no_total: &'static str,
    pub to_course: &'static str,
}
