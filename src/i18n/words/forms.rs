//! The two forms and their parts. The questions themselves are labels of fields.

use super::Noun;
use crate::record::{Choice, Field, Kind};

/// What both forms say.
#[derive(Clone, Copy)]
pub struct Form {
    /// Before anything was typed.
    pub draft_fresh: &'static str,
    /// "Borrador guardado 10:42".
    pub draft_saved: fn(&str) -> String,
    pub draft_not_kept: &'static str,
    pub saving: &'static str,
    pub save: &'static str,
    /// What is missing, as `app::Form::missing` says it; also where nothing is.
    pub missing: fn(&[(Kind, Field)]) -> String,
    pub ends_before_it_starts: &'static str,
    pub not_a_count: &'static str,
}

/// Search fields for a municipality and for an organisation.
#[derive(Clone, Copy)]
pub struct Picker {
    pub municipality_placeholder: &'static str,
    pub municipalities: &'static str,
    /// Takes the place as it was typed.
    pub as_written: fn(&str) -> String,
    pub was_as_written: &'static str,
    pub organisation_placeholder: &'static str,
    pub organisations: &'static str,
    pub create_organisation: fn(&str) -> String,
    pub will_be_created: &'static str,
}

/// The visit form.
#[derive(Clone, Copy)]
pub struct Visit {
    pub title_new: &'static str,
    pub title: &'static str,
    pub part_where: &'static str,
    pub part_what: &'static str,
    pub part_privacy: &'static str,
    pub purpose_hint: &'static str,
    pub observations_hint: &'static str,
    pub confidentiality_hint: &'static str,
}

/// The commitments of a visit.
#[derive(Clone, Copy)]
pub struct Commitments {
    pub title: &'static str,
    pub hint: &'static str,
    pub add: &'static str,
    pub numbered: fn(usize) -> String,
    /// One was taken out of the form.
    pub removed: &'static str,
    pub overdue: &'static str,
    /// Within two weeks.
    pub soon: &'static str,
    /// What a button closes, for those who hear it.
    pub close: fn(&str) -> String,
    /// Done or dropped.
    pub how_it_ended: &'static str,
    /// A word on how.
    pub how: &'static str,
    pub how_hint: &'static str,
    pub how_missing: &'static str,
    pub reopen: &'static str,
    /// Open ones of earlier visits, when their host is visited again.
    pub with_host: &'static str,
}

/// The training form with the count pad.
#[derive(Clone, Copy)]
pub struct Training {
    pub title: &'static str,
    pub show_count: &'static str,
    pub show_about: &'static str,
    pub part_session: &'static str,
    pub part_basis: &'static str,
    pub minutes: &'static str,
    pub own_topic: &'static str,
    /// How many the typed total is above the counted ones; below where negative.
    pub difference: fn(i64) -> String,
    pub why_different: &'static str,
}

/// The count pad.
#[derive(Clone, Copy)]
pub struct Pad {
    /// What this part of the screen is, for those who hear it.
    pub region: &'static str,
    /// Over the pad: who is counted.
    pub caption: &'static str,
    /// Head of a column.
    pub column: fn(Choice) -> &'static str,
    /// The same inside a sentence.
    pub sex: fn(Choice) -> &'static str,
    /// One person of it: "mujer".
    pub one: fn(Choice) -> &'static str,
    /// Head of a row, by the id of the age band; what is no band is shown as it is.
    pub age: fn(&str) -> String,
    /// The same to be read aloud.
    pub age_long: fn(&str) -> String,
    /// A key read aloud: "mujeres, 18 a 29 años" from the two above, count so far, whether a tap takes one away.
    pub key: fn(&str, Option<i64>, bool) -> String,
    pub tap_each: &'static str,
    pub tap_to_remove: &'static str,
    /// The last tap: sex, id of the age band, whether it took one away.
    pub last: fn(Choice, &str, bool) -> String,
    pub one_less: &'static str,
    /// Beside the running total.
    pub counted: Noun,
}
