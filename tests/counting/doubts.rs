//! Rules 1 and 7: what is said of a count that may be wrong. Each has a case that is worth saying and one that is not.

use crate::stage::{Workspace, cell, counted, school};
use ayni::insight::trainings::{Alert, Filter};

/// Whether this is said of a field-school session with these fields.
fn is_said(alert: Alert, session: &str) -> bool {
    says(&school(r#"{"method":"field_school"}"#, &[session]), alert)
}

fn says(workspace: &Workspace, alert: Alert) -> bool {
    workspace.alerts(&Filter::default()).iter().any(|(said, _)| *said == alert)
}

fn check(alert: Alert, worth: &[&str], not_worth: &[&str]) {
    worth.iter().for_each(|session| assert!(is_said(alert, session), "{alert:?} is not said of {session}"));
    not_worth.iter().for_each(|session| assert!(!is_said(alert, session), "{alert:?} is said of {session}"));
}

#[test]
fn rule_1_a_total_that_is_not_the_sum_of_the_cells_needs_a_reason() {
    let cells = cell("female", "18_29", "producer", 6);
    let with = |rest: &str| format!(r#"{{"cells":[{cells}]{rest}}}"#);
    check(
        Alert::SumDiffers,
        &[&with(r#","total":7"#), &with(r#","total":5"#), &with(r#","total":7,"remarks":" ""#)],
        &[&with(r#","total":6"#), &with(""), &with(r#","total":7,"remarks":"Una se fue temprano""#), r#"{"total":7}"#],
    );
}

#[test]
fn rule_1_no_more_can_come_for_the_first_time_than_came() {
    check(
        Alert::FirstTimeAboveTotal,
        &[r#"{"total":7,"first_time":8}"#],
        &[r#"{"total":7,"first_time":7}"#, r#"{"total":7,"first_time":0}"#, r#"{"first_time":7}"#, r#"{"total":7}"#],
    );
}

#[test]
fn rule_1_a_number_of_people_is_whole_and_from_0_to_9999() {
    let bad_cell = cell("female", "18_29", "producer", -1);
    check(
        Alert::BadNumber,
        &[
            r#"{"total":-1}"#,
            r#"{"total":10000}"#,
            r#"{"total":"7"}"#,
            &format!(r#"{{"cells":[{bad_cell}],"total":7}}"#),
        ],
        &[r#"{"total":0}"#, r#"{"total":9999}"#, r#"{"total":""}"#, "{}"],
    );
}

#[test]
fn rule_1_blank_is_not_zero() {
    check(Alert::NoTotal, &["{}", r#"{"total":null}"#], &[r#"{"total":0}"#, &counted(&[("male", "18_29", 3)])]);
    check(Alert::TotalZero, &[r#"{"total":0}"#], &["{}", r#"{"total":1}"#]);
}

#[test]
fn rule_7_more_than_35_in_a_field_school_session() {
    check(
        Alert::ManyInSession,
        &[r#"{"total":36}"#],
        &[r#"{"total":35}"#, r#"{"total":36,"counting_unit":"households"}"#, "{}"],
    );
    assert!(!says(&school(r#"{"method":"workshop"}"#, &[r#"{"total":36}"#]), Alert::ManyInSession));
}

#[test]
fn rule_7_one_sex_only() {
    check(
        Alert::OneSex,
        &[
            &counted(&[("female", "18_29", 6), ("female", "60_plus", 1)]),
            &counted(&[("male", "18_29", 2), ("female", "18_29", 0)]),
        ],
        &[
            &counted(&[("female", "18_29", 6), ("male", "60_plus", 1)]),
            &counted(&[("female", "18_29", 6), ("other_or_not_stated", "60_plus", 1)]),
            &counted(&[("other_or_not_stated", "60_plus", 4)]),
            &counted(&[("female", "18_29", 1)]),
            r#"{"total":8}"#,
        ],
    );
}

#[test]
fn rule_7_only_round_tens_with_a_head_count() {
    let by = |basis: &str, session: &str| session.replacen('{', &format!(r#"{{"count_basis":"{basis}","#), 1);
    check(
        Alert::RoundTens,
        &[
            &by("head_count", r#"{"total":30}"#),
            &by("head_count", &counted(&[("female", "18_29", 20), ("male", "18_29", 10)])),
        ],
        &[
            &by("head_count", r#"{"total":31}"#),
            &by("head_count", r#"{"total":0}"#),
            &by("head_count", &counted(&[("female", "18_29", 13), ("male", "18_29", 17)])),
            &by("signed_list", r#"{"total":30}"#),
        ],
    );
}

#[test]
fn rule_7_more_than_a_fifth_without_an_age() {
    check(
        Alert::AgeNotRecorded,
        &[
            &counted(&[("female", "18_29", 7), ("male", "not_recorded", 2)]),
            &counted(&[("female", "18_29", 7)]).replace(r#""total":7"#, r#""total":9"#),
        ],
        &[&counted(&[("female", "18_29", 8), ("male", "not_recorded", 2)]), r#"{"total":8}"#],
    );
}

#[test]
fn rule_7_outside_the_dates_of_the_course() {
    let of = |course: &str, day: &str| {
        let workspace = school(course, &[&format!(r#"{{"total":8,"held_on":"{day}"}}"#)]);
        says(&workspace, Alert::OutsideDates)
    };
    let season = r#"{"starts_on":"2026-05-01","ends_on":"2026-10-31"}"#;
    assert!(of(season, "2026-04-30") && of(season, "2026-11-01"));
    assert!(!of(season, "2026-05-01") && !of(season, "2026-10-31") && !of("{\"name\":\"x\"}", "2026-04-30"));
}

#[test]
fn rule_7_how_long_it_took_is_missing() {
    check(Alert::NoDuration, &[r#"{"total":8,"minutes":null}"#, r#"{"total":8,"minutes":0}"#], &[r#"{"total":8}"#]);
}

/// M9: counts are never added up or chosen between in silence.
#[test]
fn two_peoples_30_and_32_are_a_conflict_to_look_at() {
    let mut workspace = school(r#"{"method":"workshop"}"#, &[r#"{"total":30}"#]);
    workspace.put_unseen("tablet", "session/s1", r#"{"total":32}"#);
    assert!(says(&workspace, Alert::Conflict));
    assert_eq!(workspace.figures(&Filter::default()).attendances, 32);
}

#[test]
fn of_what_others_reported_nothing_is_doubted_here() {
    let session = r#"{"total":70,"count_basis":"third_party","minutes":null}"#;
    assert_eq!(school(r#"{"method":"field_school"}"#, &[session]).alerts(&Filter::default()), []);
}

#[test]
fn each_alert_has_a_name_of_its_own_and_the_rule_it_comes_from() {
    let names: std::collections::BTreeSet<&str> = Alert::ALL.iter().map(|alert| alert.name()).collect();
    assert_eq!(names.len(), Alert::ALL.len());
    assert!(Alert::ALL.iter().all(|alert| (1..=8).contains(&alert.rule())));
}
