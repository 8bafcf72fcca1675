//! The words of the lists.

use super::count;
use crate::i18n::{Vocabulary, fill};
use crate::record::Choice;

pub const VOCABULARY: Vocabulary = Vocabulary {
    title: "Word lists",
    hint: "These are the words that the forms offer. What you change here reaches your team with the file you share.",
    which: "Which list?",
    list: |list| match list {
        Choice::ProductionArea => "Production areas",
        Choice::Theme => "Themes",
        Choice::Topic => "Training topics",
        Choice::Practice => "Practices",
        _ => "Products",
    },
    uses: |n| match n {
        0 => "not used yet".to_owned(),
        n => fill("in {}", &[&count(n, "record", "records")]),
    },
    empty: "The words of this list will be here. Add the first one.",
    retired: "no longer offered",
    same_as: |other| fill("the same as “{}”", &[other]),
    add_another: "Add another word",
    new_word: "New word",
    add: "Add",
    similar: "Is it one of these?",
    retire: "Stop offering it",
    use_again: "Offer it again",
    join: "It is the same as",
    join_choose: "Choose the other word",
    join_do: "Join",
    join_hint: "Wherever it was noted, the other one will be read. You can take them apart later.",
    part: "Take apart again",
};
