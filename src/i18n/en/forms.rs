//! The two forms and their parts.

use super::labels::LABELS;
use super::{count, number, one};
use crate::i18n::{Commitments, Form, Pad, Picker, Training, Visit, age, fill, in_running_text};
use crate::record::{Choice, Field, Kind};

pub const FORM: Form = Form {
    draft_fresh: "Saved while you write",
    draft_saved: |time| fill("Draft saved {}", &[time]),
    draft_not_kept: "Draft not saved",
    saving: "Saving…",
    save: "Save",
    missing: |fields| match fields {
        [] => "Nothing is missing".to_owned(),
        [_] | [_, _] | [_, _, _] => {
            let names: Vec<String> = fields.iter().map(missing_name).collect();
            fill("Missing: {}", &[&names.join(", ")])
        }
        many => fill("{} answers missing; you can save all the same", &[&number(many.len())]),
    },
    ends_before_it_starts: "It ends before it starts. Check one of the two dates.",
    not_a_count: "Write a whole number from 0 to 9999.",
};

pub const PICKER: Picker = Picker {
    municipality_placeholder: "Type the beginning",
    municipalities: "Municipalities",
    as_written: |typed| fill("Leave “{}” as written", &[typed]),
    was_as_written: "as written",
    organisation_placeholder: "Search or type a name",
    organisations: "Organisations",
    create_organisation: |name| fill("Add “{}” as a new organisation", &[name]),
    will_be_created: "new organisation",
};

pub const VISIT: Visit = Visit {
    title_new: "New visit",
    title: "Visit",
    part_where: "Where and who",
    part_what: "What it is about",
    part_privacy: "Who it is for",
    purpose_hint: "For example: to see how they process and sell their coffee.",
    observations_hint: "What you saw and what you were told. Opinions have a place of their own.",
    confidentiality_hint: "Only what may be shared or is public goes into a report.",
};

pub const COMMITMENTS: Commitments = Commitments {
    title: "Commitments",
    hint: "What somebody promised to do after the visit.",
    add: "Add a commitment",
    numbered: |number| fill("Commitment {}", &[&number.to_string()]),
    removed: "A commitment was taken out.",
    overdue: "overdue",
    soon: "due soon",
    close: |what| fill("Close the commitment: {}", &[what]),
    how_it_ended: "How did it end?",
    how: "Tell it in a few words",
    how_hint: "For example: the model came by message.",
    how_missing: "Write in a few words how it ended.",
    reopen: "Open again",
    with_host: "From earlier visits to this host",
};

pub const TRAINING: Training = Training {
    title: "Training",
    show_count: "Count",
    show_about: "Details",
    part_session: "The session",
    part_basis: "How it was counted",
    minutes: "minutes",
    own_topic: "Another name or topic, in your own words",
    difference: |difference| {
        let n = usize::try_from(difference.unsigned_abs()).unwrap_or(usize::MAX);
        match difference {
            0 => "Both agree".to_owned(),
            1.. => fill("{} still to be counted", &[&count(n, "person is", "people are")]),
            _ => fill("{} too many counted", &[&number(n)]),
        }
    },
    why_different: "Why do they differ?",
};

/// Over what nobody said.
pub const UNKNOWN: &str = "n/r";

pub const PAD: Pad = Pad {
    region: "Count people",
    caption: "Producers",
    column: |sex| match sex {
        Choice::Female => "Women",
        Choice::Male => "Men",
        _ => UNKNOWN,
    },
    sex: |sex| match sex {
        Choice::Female => "women",
        Choice::Male => "men",
        _ => "sex not recorded",
    },
    one: |sex| match sex {
        Choice::Female => "woman",
        Choice::Male => "man",
        _ => "sex not recorded",
    },
    age: |band| age(band, UNKNOWN, ["< {}", "{}–{}", "{} +"]),
    age_long: |band| age(band, "age not recorded", ["under {} years", "{} to {} years", "{} years or older"]),
    key: |name, counted, takes_away| {
        let counted = counted.map_or_else(|| "not counted".to_owned(), |counted| counted.to_string());
        let tap = if takes_away { ". Take one away" } else { ". Add one" };
        fill("{}: {}{}", &[name, &counted, tap])
    },
    tap_each: "Tap one box for each person",
    tap_to_remove: "Tap where there is one too many",
    last: |sex, band, takes_away| {
        let began = if takes_away { "taken away: " } else { "last: " };
        fill("{}{}, {}", &[began, (PAD.one)(sex), &(PAD.age)(band)])
    },
    one_less: "Take one away",
    counted: |n| one(n, "person counted", "people counted"),
};

/// A field in "Missing: …". Remarks are missing only where the total and the count differ.
fn missing_name((kind, field): &(Kind, Field)) -> String {
    match (kind, field) {
        (Kind::Session, Field::Remarks) => "why the total and the count differ".to_owned(),
        (Kind::Agreement, Field::What) => "what the commitment is".to_owned(),
        (_, field) => in_running_text((LABELS.short)(*field)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_while_it_is_short() {
        let check = |fields: &[(Kind, Field)], expected: &str| assert_eq!((FORM.missing)(fields), expected);
        let visit = |field| (Kind::Visit, field);
        check(&[], "Nothing is missing");
        check(&[visit(Field::Purpose), visit(Field::Municipality)], "Missing: purpose, municipality");
        check(&[visit(Field::Purpose); 5], "5 answers missing; you can save all the same");
    }

    #[test]
    fn the_difference_says_which_side_lacks_people() {
        let check = |difference, expected: &str| assert_eq!((TRAINING.difference)(difference), expected);
        check(0, "Both agree");
        check(1, "1 person is still to be counted");
        check(2, "2 people are still to be counted");
        check(-1, "1 too many counted");
    }
}
