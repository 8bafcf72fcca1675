//! The bin, undo, and earlier values taken back.

use super::one;
use super::pages::moment;
use crate::i18n::{Bin, fill};

pub const BIN: Bin = Bin {
    title: "Bin",
    hint: "Nothing is erased here. You can take it back at any time.",
    empty: "The bin is empty",
    empty_hint: "What you put in the bin from its page shows up here, and is taken back from here.",
    put: "Put in the bin",
    is_there: "It is in the bin",
    take_back: "Take back",
    taken_back: "Taken back",
    put_by: |who, at, today| fill("By {}, {}", &[who, &moment(at, today)]),
    along: |n| one(n, "more commitment or photo", "more commitments and photos"),
    edited_since: "Someone put it in the bin, and someone else wrote in it",
    edited_since_hint: "The one who put it in the bin did not know what was written. So it still shows until someone decides.",
    keep: "Keep it",
    kept: "It is kept",
    undone: "Undone",
    not_undone: "This can no longer be undone: someone changed it since. Everything is in “What it said before”.",
    value_back: "Take this value back",
    value_is_back: "It says again what it said before",
};
