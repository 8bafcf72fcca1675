//! Plain English.

mod bin;
pub(super) mod clashes;
pub(super) mod columns;
pub(super) mod counting;
pub(super) mod directory;
pub(super) mod document;
pub(super) mod errors;
pub(super) mod exchange;
pub(super) mod figures;
pub(super) mod forms;
pub(super) mod help;
pub(super) mod indicators;
mod labels;
pub(super) mod loading;
pub(super) mod loads;
pub(super) mod my_data;
pub(super) mod offline;
pub(super) mod other_files;
pub(super) mod pages;
pub(super) mod photos;
pub(super) mod reports;
pub(super) mod review;
mod search;
pub(super) mod sending;
pub(super) mod twins;
pub(super) mod visit_more;
pub(super) mod vocabulary;

use super::{A11y, Common, DateParts, Dates, Device, Lang, Nav, Nouns, Numbers, Words, fill};
use crate::record::Choice;

pub static EN: Words = Words {
    lang: Lang::En,
    name: "English",
    common: COMMON,
    nav: NAV,
    nouns: NOUNS,
    labels: labels::LABELS,
    start: pages::START,
    today: pages::TODAY,
    lists: pages::LISTS,
    search: search::SEARCH,
    commitments: forms::COMMITMENTS,
    bin: bin::BIN,
    example: pages::EXAMPLE,
    errors: errors::ERRORS,
    a11y: A11Y,
    dates: DATES,
    numbers: Numbers { thousands: ",", decimal: ".", percent: "%" },
};

const COMMON: Common = Common {
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    back: "Back",
    undo: "Undo",
    yes: "Yes",
    no: "No",
    coming: "Fetching this part of Ayni…",
    try_again: "Try again",
    not_recorded: "not recorded",
    saved_here: |device| match device {
        Device::Phone => "Saved on this phone",
        Device::Computer => "Saved on this computer",
    },
    safe: |device| match device {
        Device::Phone => "safe on the desk",
        Device::Computer => "also held elsewhere",
    },
    only_here: |device| match device {
        Device::Phone => "only on this phone",
        Device::Computer => "only on this computer",
    },
    stays_here: |device| match device {
        Device::Phone => "Everything stays on this phone. Nothing is sent.",
        Device::Computer => "Everything stays on this computer. Nothing is sent.",
    },
    total: |total, unit| {
        let noun = match unit {
            Some(Choice::People) => NOUNS.people,
            Some(Choice::Attendances) => NOUNS.attendances,
            Some(Choice::Households) => NOUNS.households,
            Some(Choice::Organisations) => NOUNS.organisations,
            _ => return Lang::En.number(total),
        };
        fill("{} {}", &[&Lang::En.number(total), noun(usize::try_from(total).unwrap_or_default())])
    },
    show_all: |n| fill("Show all {}", &[&number(n)]),
};

const NAV: Nav = Nav {
    today: "Today",
    visits: "Visits",
    trainings: "Trainings",
    exchange: "Share",
    settings: "Settings",
    figures: "Figures",
    review: "Review",
    report: "Report",
    directory: "Directory",
};

const NOUNS: Nouns = Nouns {
    attendances: |n| one(n, "attendance", "attendances"),
    people: |n| one(n, "person", "people"),
    households: |n| one(n, "household", "households"),
    organisations: |n| one(n, "organisation", "organisations"),
    minutes: |n| one(n, "minute", "minutes"),
};

const A11Y: A11y = A11y {
    skip: "Go to the content",
    main_nav: "Sections",
    choose_another: "Choose another one",
    remove_commitment: |number| fill("Remove commitment {}", &[&number.to_string()]),
    filled: "Answers noted",
    before: "Before:",
    after: "Now:",
};

const DATES: Dates = Dates {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    long: |date| long(&date),
    full: |date| fill("{} {}", &[&long(&date), &date.year]),
    short: |date| fill("{} {} {}", &[&date.day, date.month_name.get(..3).unwrap_or_default(), &date.year]),
    today: "today",
    yesterday: "yesterday",
    tomorrow: "tomorrow",
};

fn long(date: &DateParts) -> String {
    fill("{} {} {}", &[date.weekday, &date.day, date.month_name])
}

fn one(n: usize, one: &'static str, many: &'static str) -> &'static str {
    if n == 1 { one } else { many }
}

/// "1 record", "7 records".
fn count(n: usize, one: &'static str, many: &'static str) -> String {
    fill("{} {}", &[&number(n), self::one(n, one, many)])
}

fn number(n: usize) -> String {
    Lang::En.number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn here(device: Device) -> &'static str {
    match device {
        Device::Phone => "this phone",
        Device::Computer => "this computer",
    }
}

/// "a, b and c".
pub fn and(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_a_person_would_say_them() {
        let check = |items: &[&str], expected: &str| assert_eq!(and(items), expected);
        check(&[], "");
        check(&["maize"], "maize");
        check(&["maize", "coffee", "herbs"], "maize, coffee and herbs");
    }

    #[test]
    fn totals_say_what_they_count() {
        let check = |total, unit, expected: &str| assert_eq!((COMMON.total)(total, unit), expected);
        check(25, Some(Choice::Attendances), "25 attendances");
        check(1, Some(Choice::People), "1 person");
        check(1200, None, "1,200");
        check(3, Some(Choice::Female), "3");
    }
}
