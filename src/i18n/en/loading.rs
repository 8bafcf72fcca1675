//! Loading: how far it is.

use super::number;
use crate::i18n::{Loading, fill};

pub const LOADING: Loading = Loading {
    reading: "Reading the files…",
    comparing: "Comparing with what is here…",
    writing: "Saving…",
    joining: "Joining…",
    no_way_back: "Everything is saved at once. This can not be stopped halfway.",
    how_far: "How far it is",
    file: |name, number, of| match of {
        0 | 1 => name.to_owned(),
        _ => fill("File {} of {}: {}", &[&number.to_string(), &of.to_string(), name]),
    },
    percent: |n| fill("{} %", &[&number(n)]),
    compared_again: "Something was saved here meanwhile, so the files were compared again. Look once more before you accept.",
};
