//! Searching and filtering the lists.

use super::number;
use crate::i18n::{Search, fill};

pub const SEARCH: Search = Search {
    visits: "Search the visits",
    trainings: "Search the trainings",
    placeholder: "Word, place, person…",
    clear: "Empty the search",
    filters: "Filters",
    any: "Any",
    period: |from, to| match (from, to) {
        ("", to) => fill("until {}", &[to]),
        (from, "") => fill("from {}", &[from]),
        (from, to) => fill("{} to {}", &[from, to]),
    },
    without: |filter| fill("Take away the filter {}", &[filter]),
    clear_all: "Show everything again",
    shown: |shown, all| fill("{} of {}", &[&number(shown), &number(all)]),
    preparing: "Getting the search ready…",
    nothing: "Nothing has that",
    nothing_hint: "Try fewer words, or only how one begins. Accents do not matter. You can also take filters away.",
};
