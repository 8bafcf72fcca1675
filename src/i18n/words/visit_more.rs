//! The visit form beyond its essential questions: what repeats, who was there, practices, lessons, the point on the map.

use crate::record::Personal;

/// The rest of the visit form.
#[derive(Clone, Copy)]
pub struct VisitMore {
    pub again: &'static str,
    pub again_all: &'static str,
    /// On the page of a visit: a new note with what repeats of this one.
    pub new_like_this: &'static str,
    pub more: &'static str,
    pub part_exchange: &'static str,
    pub part_people: &'static str,
    pub part_practices: &'static str,
    pub part_thoughts: &'static str,
    pub part_lessons: &'static str,
    pub part_location: &'static str,
    pub communities_before: &'static str,
    pub people: Items,
    pub person_role: &'static str,
    pub person_organisation: &'static str,
    pub person_no_organisation: &'static str,
    pub practice_hint: &'static str,
    /// One of which nobody said what it is.
    pub practice_numbered: fn(usize) -> String,
    pub practice_stage: &'static str,
    pub practice_transferable: &'static str,
    pub practice_description: &'static str,
    pub practice_conditions: &'static str,
    pub lessons: Items,
    pub lesson_text: &'static str,
    pub lesson_for: &'static str,
    pub quotes: Items,
    pub quote_text: &'static str,
    pub quote_role: &'static str,
    pub quote_consent: &'static str,
    /// Takes something out of the form, by its name.
    pub remove: fn(&str) -> String,
    pub participants_hint: &'static str,
    pub women: &'static str,
    pub men: &'static str,
    pub not_stated: &'static str,
    pub others: &'static str,
    pub location: Location,
    /// A hint at what looks like somebody's number or address.
    pub personal: fn(Personal, &str) -> String,
    /// A new organisation that may be one that is there: by its name.
    pub alike: fn(&str) -> String,
    pub alike_use: &'static str,
    pub what_is_missing: &'static str,
}

/// A list that grows in place.
#[derive(Clone, Copy)]
pub struct Items {
    pub add: &'static str,
    pub hint: &'static str,
    pub numbered: fn(usize) -> String,
}

/// The point on the map.
#[derive(Clone, Copy)]
pub struct Location {
    pub measure: &'static str,
    pub again: &'static str,
    pub waiting: &'static str,
    /// How exact it is so far, in metres.
    pub so_far: fn(&str) -> String,
    pub accept: &'static str,
    pub poor: fn(&str) -> String,
    pub typed: &'static str,
    pub typed_hint: &'static str,
    pub typed_wrong: &'static str,
    pub clear: &'static str,
    pub privacy: &'static str,
}
