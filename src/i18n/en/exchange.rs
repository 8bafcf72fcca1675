//! Files: saving one, loading others, and what they would change.

use super::pages::moment;
use super::{count, number, one};
use crate::exchange::Note;
use crate::i18n::{Exchange, Preview, fill};
use crate::log::Rejected;

pub const EXCHANGE: Exchange = Exchange {
    title: "Share and join",
    lead: "Your records travel in files. Ayni sends nothing by itself.",
    load_title: "Load other people's files",
    load_hint: "You see first what is in them. Nothing changes until you accept.",
    choose_files: "Choose files",
    drag_here: "Drag the files here, or choose them.",
    drop_here: "Drop the files here",
    several: "You can choose several at once.",
    acknowledged: |n| fill("{} safe on the desk.", &[&count(n, "record is", "records are")]),
    quarantine_title: "What could not be read",
    quarantine_hint: "It is kept whole, apart from your records. Ask for the file again; if it happens again, send this one to whoever helps you with Ayni.",
    quarantined: |file, line| fill("{}, line {}", &[file, &line.to_string()]),
    quarantine_save: "Save these texts as a file",
};

/// On the buttons that accept what files bring.
pub const JOIN: &str = "Join";

pub const PREVIEW: Preview = Preview {
    title: |n| count(n, "file read", "files read"),
    nothing_changes_yet: "Nothing changes until you accept.",
    in_all: "In all",
    files: "Files",
    made_by: |who, at, today| match (who, at) {
        ("", "") => "It is not known who made it or when.".to_owned(),
        ("", at) => fill("Made {}", &[&moment(at, today)]),
        (who, "") => fill("Made by {}", &[who]),
        (who, at) => fill("Made by {}, {}", &[who, &moment(at, today)]),
    },
    new_records: |n| one(n, "new record", "new records"),
    changed_records: |n| one(n, "edited record", "edited records"),
    new_changes: |n| one(n, "new change", "new changes"),
    already_here: |n| one(n, "change is already here", "changes are already here"),
    in_conflict: |n| one(n, "answer that two people wrote differently", "answers that two people wrote differently"),
    put_in_bin: |n| one(n, "record goes to the bin", "records go to the bin"),
    erased: |n| one(n, "value is erased for ever", "values are erased for ever"),
    from_newer: |n| one(n, "change from a newer version", "changes from a newer version"),
    damaged: |n| one(n, "line could not be read", "lines could not be read"),
    photos_missing: |n| one(n, "photo could not be taken over", "photos could not be taken over"),
    file_whole: "whole",
    file_damaged: "damaged",
    file_nothing_new: "nothing new",
    file_refused: "can not be joined",
    damaged_hint: "The rest is whole and can be joined. Ask for the file again to get what is missing.",
    damaged_line: |line, why| fill("Line {}: {}", &[&number(line), rejected(why)]),
    note: |note| match note {
        Note::CutOff => "The end of the file is missing. Everything that arrived whole is read.".to_owned(),
        Note::TrailerDiffers => {
            "The count at the end of the file does not fit what is in it. A part may be missing.".to_owned()
        }
        Note::RecordsEdited => {
            "Somebody changed the part of the file that is for reading by hand. That is not joined; the rest is."
                .to_owned()
        }
        Note::VersionUnclear => {
            "The file does not say which version it is. It was read as one of the first.".to_owned()
        }
        Note::PhotosNotTaken(n) => fill(
            "{} in the file. This version of Ayni does not take photos over; keep the file.",
            &[&count(n, "photo stays", "photos stay")],
        ),
    },
    accept: |n| fill("{} {}", &[JOIN, &count(n, "change", "changes")]),
    asks_erases: |n| {
        fill(
            "Somebody asked to erase for ever {} that you have here. What is erased can not be taken back. Everything else stays. Shall we erase it?",
            &[&count(n, "value", "values")],
        )
    },
    asks_hides: |hidden, shown| {
        fill(
            "After joining, {} of {} that you see now would no longer be seen. They are not lost: they stay in what it said before and in the bin. Shall we join all the same?",
            &[&number(hidden), &count(shown, "value", "values")],
        )
    },
    asks_yes: "Yes, go on",
    cancelled: "Nothing was joined. Everything is as before.",
    nothing_new: "Nothing new.",
    nothing_new_hint: "Everything in the files was already here.",
    joined: |changes, files| {
        fill("{} joined from {}.", &[&count(changes, "change", "changes"), &count(files, "file", "files")])
    },
    joined_records: |new, changed| {
        let new = count(new, "new record", "new records");
        fill("{}, {}.", &[&new, &count(changed, "edited record", "edited records")])
    },
    conflicts_to_see: |n| {
        fill(
            "In {} two people wrote different things. Nothing is lost: both texts are kept.",
            &[&count(n, "answer", "answers")],
        )
    },
};

fn rejected(why: &Rejected) -> &'static str {
    match why {
        Rejected::Unreadable(_) | Rejected::NotAnObject | Rejected::Piece => "it is cut off or not well written.",
        Rejected::Photo(_) => "a photo in it is not what it says it is.",
        Rejected::Member(_) => "a part of it is missing.",
        Rejected::TooLarge(_) => "it is too long.",
        Rejected::WrongId { .. } => "somebody changed it after it was saved.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_who_made_it_as_far_as_it_is_known() {
        let check = |who, at, expected: &str| assert_eq!((PREVIEW.made_by)(who, at, "2015-10-27"), expected);
        check("", "", "It is not known who made it or when.");
        check("Team Intag", "", "Made by Team Intag");
        check("", "2015-10-26T18:05:12-05:00", "Made yesterday at 18:05");
        check("Team Intag", "2015-09-12T01:05:12-05:00", "Made by Team Intag, on 12 Sep 2015 at 01:05");
    }

    #[test]
    fn joining_says_how_much() {
        assert_eq!((PREVIEW.accept)(1200), "Join 1,200 changes");
        assert_eq!((PREVIEW.joined)(1, 2), "1 change joined from 2 files.");
        assert_eq!((EXCHANGE.acknowledged)(1), "1 record is safe on the desk.");
    }
}
