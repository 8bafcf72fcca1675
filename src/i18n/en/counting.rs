//! What counting says besides the keys, and the page of a course.

use super::labels::LABELS;
use super::{count, number, one};
use crate::i18n::{Counting, Courses, Lang, fill};
use crate::record::Choice;

pub const COUNTING: Counting = Counting {
    way: "Way of counting",
    ways: ["Total only", "One by one", "With a list"],
    role_switch: "Who is counted",
    role: |role| match role {
        Choice::Other => "Other people",
        role => (LABELS.choice)(role),
    },
    more_roles: "More groups",
    type_numbers: "Type the numbers",
    type_in_boxes: "Type the number of each box",
    last_typed: |what| fill("typed: {}", &[what]),
    list_total: "Total of the list",
    of_list: |total| fill("of {} listed", &[&Lang::En.number(total)]),
    only_total: "How many people came in all?",
    only_total_hint: "A total alone does not tell how many women, men or young people came.",
    counted_stays: |n| fill("What was counted one by one stays: {}.", &[&Lang::En.number(n)]),
    total_stays: |n| fill("The total that was noted stays: {}.", &[&Lang::En.number(n)]),
    third_party: "This number stands apart: it is not added to what the team counted.",
    first_time_period: |from, to| fill("Period: {} to {}.", &[&Lang::En.date_short(from), &Lang::En.date_short(to)]),
    first_time_blank: "Leave it empty if nobody asked.",
    first_time_above: "No more people can come for the first time than came at all. Check both numbers.",
    no_minutes: "How long it took is missing. You can save all the same.",
    outside_course: "This date is outside the dates of the course. Check it.",
    in_future: "This date is still to come. Check it.",
    more: "More about the session",
    evidence_hint: "For example: the signed list is in the folder at the town hall.",
};

pub const COURSES: Courses = Courses {
    next_session: "Next session",
    next_of: "Next session of",
    sessions: "Sessions",
    count: |n| one(n, "session", "sessions"),
    about_course: "About the course",
    edit_course: "Edit the course",
    changes_all: |n| {
        fill(
            "What you change here changes in {} of the course.",
            &[&if n == 1 { "the session".to_owned() } else { fill("all {} sessions", &[&number(n)]) }],
        )
    },
    no_sessions: "It has no sessions yet.",
    attendance: "Attendance by session",
    chart_apart: "Light bars are numbers reported by others; they stand apart.",
    chart_units: "Sessions that count households or organisations are not drawn.",
    first_time: |from, to| {
        fill("for the first time, {} to {}", &[&Lang::En.date_short(from), &Lang::En.date_short(to)])
    },
    said_by: |said, all| fill("noted in {} of {}", &[&number(said), &count(all, "session", "sessions")]),
    no_total: "not recorded",
    to_course: "See the course",
};
