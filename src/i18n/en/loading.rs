//! Loading: how far it is.

use super::{count, number, one};
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
    paste: "Paste",
    pasted: "Pasted text",
    nothing_to_paste: "There is nothing to paste. Copy the text of a file first, whole.",
    folder_watch: "Watch a folder",
    folder_hint: "New files in it are offered here. Ayni only reads there.",
    folder_new: |n, name| match n {
        0 => fill("Nothing new in “{}”.", &[name]),
        _ => fill("{} in “{}”.", &[&count(n, "new file", "new files"), name]),
    },
    folder_asleep: |name| fill("The browser asks you before Ayni may look into “{}”.", &[name]),
    folder_gone: |name| fill("“{}” can not be opened. Is it still there?", &[name]),
    folder_load: "Load",
    folder_look: "Look into it",
    folder_again: "Look again",
    folder_stop: "Stop watching",
    hidden: |n| one(n, "value would no longer be seen", "values would no longer be seen"),
};
