//! Where people wrote different things.

use super::{count, one};
use crate::i18n::{Clashes, fill};

/// After loading files: the way to the list.
pub const SEE: &str = "Look and decide";

pub const CLASHES: Clashes = Clashes {
    lead: |n| {
        let wait = one(n, "waits", "wait");
        fill("{} {} for somebody to decide. All that was written is kept; you can decide later.", &[&answers(n), wait])
    },
    waiting: |n| fill("{}: two people wrote different things", &[&answers(n)]),
    none: "There is nothing to decide",
    none_hint: "When two people write different things for the same answer, you see it here until somebody decides.",
    by_whom: "Who wrote?",
    which_field: "Which answer?",
    all: "All",
    many: "Decide many at once",
    many_hint: "Choose above who wrote, and you can keep everything of that person or team.",
    keep_of: |who, n| fill("Keep what {} wrote ({})", &[who, &super::number(n)]),
    both_of: |n| fill("Keep both texts ({})", &[&super::number(n)]),
    ask_keep: |n, who| fill("{}: keep what {} wrote?", &[&answers(n), who]),
    ask_both: |n| fill("{}: keep both texts?", &[&answers(n)]),
    do_it: "Yes, save",
    many_done: "Saved. The rest stays in “What it said before”.",
    hint: "Nothing is lost: all of it is kept. Keep one, keep both or decide later.",
    keep_this: "Keep this one",
    kept_this: "Saved. The other text stays in “What it said before”.",
    keep_both: "Keep both",
    kept_both: "Saved with what everybody wrote.",
    write: "Write another text",
    write_label: |field| fill("{}: write what should stay", &[field]),
    written: "Saved. The other texts stay in “What it said before”.",
    in_form: "Open the form",
    whole_text: "See the whole text",
    more_values: |n| fill("and {} more in “What it said before”", &[&super::number(n)]),
    bin: "Somebody put it in the bin, and somebody else took it back",
    put_there: "Put it in the bin",
    taken_back: "Took it back",
    leave_in_bin: "Leave it in the bin",
    to_all: "See everything that was written differently",
    show_more: "Show more",
    newer_kind: "From a newer version",
    decided: "Who decided what",
    none_decided: "Nobody has decided anything yet. Who decided what, and when, will be here.",
    kept: |value| fill("Kept: {}", &[value]),
    set_aside: |value| fill("Set aside: {}", &[value]),
    changed_since: "changed since",
    save_table: "Save as a table",
    table_name: "ayni-decisions.csv",
    columns: ["Record", "About", "Answer", "Kept", "Set aside", "Decided by", "When", "Still so"],
    separator: ',',
};

fn answers(n: usize) -> String {
    count(n, "answer", "answers")
}
