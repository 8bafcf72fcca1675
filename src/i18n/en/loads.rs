//! Loads of files: taking one back, trying again what could not be read, and looking at what would come in.

use super::count;
use super::pages::moment;
use crate::i18n::{Loads, fill, tell};

pub const LOADS: Loads = Loads {
    loaded: |files, at, today| {
        let what = count(files, "file loaded", "files loaded");
        [&what, " ", &moment(at, today), "."].concat()
    },
    take_back: "Undo this load",
    keep: "Keep it",
    sure: |n| {
        fill(
            "Everything that came with it goes: {}. What was here before does not change, and the files can be loaded again.",
            &[&count(n, "change", "changes")],
        )
    },
    taken_back: |n| fill("{} gone: everything is as it was before the load.", &[&count(n, "change is", "changes are")]),
    taken_back_hint: "The files were not touched; you can load them again.",
    not_taken_back: tell(
        "The load can not be undone any more: something was saved, sent or loaded after it.",
        "Everything is as it was.",
        "Correct what is needed in each record: what it said before is there. What is too much goes into the bin.",
    ),
    take_back_failed: tell(
        "The load could not be undone.",
        "Nothing changed: what was loaded is still here, and so is your own.",
        "Try again. If it happens again, close other tabs of Ayni.",
    ),
    read_again: "Read again",
    still_unread: "These texts can not be read yet.",
    still_unread_hint: "They are still kept whole. Ask for the file again, or try when there is a newer version of Ayni.",
    readable_now: |n| fill("{} be read now.", &[&count(n, "text can", "texts can")]),
    look: "Look at what is in them",
    looking: "Working out what would change…",
    clashes: "written differently",
    to_bin: "goes to the bin",
    changed: "edited",
    is_new: "new",
    cleared: "would be cleared",
    look_more: |n| fill("Show more ({} left)", &[&n.to_string()]),
};
