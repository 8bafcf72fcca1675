//! The visit form beyond its essential questions.

use crate::i18n::{Items, Location, VisitMore, fill, in_running_text};
use crate::record::Personal;

pub const VISIT_MORE: VisitMore = VisitMore {
    again: "As last time",
    again_all: "Use all of it",
    new_like_this: "New like this one",
    more: "More, if you have it",
    part_exchange: "The exchange",
    part_people: "Who was there",
    part_practices: "Practices and products",
    part_thoughts: "What you think of it",
    part_lessons: "Lessons and quotes",
    part_location: "Point on the map",
    communities_before: "Communities noted before",
    people: Items {
        add: "Add somebody",
        hint: "Write their position or role, not their name.",
        numbered: |number| fill("Person {}", &[&number.to_string()]),
    },
    person_role: "Position or role",
    person_organisation: "From which organisation?",
    person_no_organisation: "No organisation",
    practice_hint: "Choose those you saw; then you can say more about each.",
    practice_numbered: |number| fill("Practice {}", &[&number.to_string()]),
    practice_stage: "How far did you get with it?",
    practice_transferable: "Can it be used elsewhere?",
    practice_description: "How do they do it?",
    practice_conditions: "What does it take to use it?",
    lessons: Items {
        add: "Add a lesson",
        hint: "What was learned and is of use to others.",
        numbered: |number| fill("Lesson {}", &[&number.to_string()]),
    },
    lesson_text: "What was learned?",
    lesson_for: "Whom is it for?",
    quotes: Items {
        add: "Add a quote",
        hint: "Somebody's words, exactly as they were said.",
        numbered: |number| fill("Quote {}", &[&number.to_string()]),
    },
    quote_text: "What was said?",
    quote_role: "Who said it? (position, no name)",
    quote_consent: "Did they agree to be quoted?",
    remove: |name| fill("Remove: {}", &[&in_running_text(name)]),
    participants_hint: "How many people came to the visit. Trainings are counted apart.",
    women: "Women",
    men: "Men",
    not_stated: "Not recorded",
    others: "Other people",
    location: Location {
        measure: "Measure where I am",
        again: "Measure again",
        waiting: "Looking for satellites. It helps to be under the open sky.",
        so_far: |metres| fill("Exact to ± {} m", &[metres]),
        accept: "Use this point",
        poor: |metres| fill("Not very exact: ± {} m. If you can, measure again under the open sky.", &[metres]),
        typed: "Or type latitude and longitude",
        typed_hint: "For example: -17.3895, -66.1568",
        typed_wrong: "That can not be understood. Type two numbers in degrees: first the latitude, then the longitude.",
        clear: "Remove the point",
        privacy: "It works without internet. In public files the point is rounded.",
    },
    personal: |kind, found| {
        let what = match kind {
            Personal::Email => "an e-mail address",
            Personal::Number => "a phone or identity number",
        };
        fill("“{}” looks like {}. If it is not needed, better take it out of the note.", &[found, what])
    },
    alike: |name| fill("Is it the same as “{}”?", &[name]),
    alike_use: "Yes, use that one",
    what_is_missing: "What is missing",
};
