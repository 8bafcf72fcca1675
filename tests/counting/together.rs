//! Rules 7 and 8: the same session from two devices is proposed, and joined only by a person.

use crate::stage::{Workspace, season};
use ayni::insight::trainings::{Alert, Filter, twice};

const COURSE: &str = r#"{"topics":["term/topic-pgs"],"municipality":"EC1003","community":"Peñaherrera"}"#;

/// Two phones record a session each, of a course each.
fn two(course: &str, session: &str, other_course: &str, other_session: &str, other_phone: &str) -> Workspace {
    let mut workspace = Workspace::default();
    workspace.put("phone", "course/a", course);
    workspace.put("phone", "session/a", r#"{"course":"course/a","counting_unit":"people","minutes":60}"#);
    workspace.put("phone", "session/a", session);
    workspace.put(other_phone, "course/b", other_course);
    workspace.put(other_phone, "session/b", r#"{"course":"course/b","counting_unit":"people","minutes":60}"#);
    workspace.put(other_phone, "session/b", other_session);
    workspace
}

fn is_proposed(workspace: &Workspace) -> bool {
    !twice(&workspace.trainings()).is_empty()
}

#[test]
fn rule_8_the_same_place_date_and_topic_from_two_devices() {
    const DAY: &str = r#"{"held_on":"2026-05-04","total":30}"#;
    let check = |course: &str, session: &str, phone: &str, expected: bool| {
        assert_eq!(is_proposed(&two(COURSE, DAY, course, session, phone)), expected, "{course} {session} {phone}");
    };
    check(COURSE, r#"{"held_on":"2026-05-04","total":32}"#, "tablet", true);
    check(r#"{"topics":["term/topic-dairy","term/topic-pgs"],"municipality":"EC1003"}"#, DAY, "tablet", true);
    check(r#"{"topics":["term/topic-pgs"],"municipality":"EC1003","community":"penaherrera"}"#, DAY, "tablet", true);
    check(COURSE, DAY, "phone", false);
    check(COURSE, r#"{"held_on":"2026-05-05"}"#, "tablet", false);
    check(r#"{"topics":["term/topic-dairy"],"municipality":"EC1003"}"#, DAY, "tablet", false);
    check(r#"{"topics":["term/topic-pgs"],"municipality":"EC1001"}"#, DAY, "tablet", false);
    check(r#"{"topics":["term/topic-pgs"],"municipality":"EC1003","community":"Junín"}"#, DAY, "tablet", false);
    check(COURSE, r#"{"held_on":"2026-05-04","count_basis":"third_party"}"#, "tablet", false);
    check(r#"{"municipality":"EC1003"}"#, DAY, "tablet", false);
}

fn same() -> Workspace {
    let day = |total: i64| format!(r#"{{"held_on":"2026-05-04","total":{total}}}"#);
    two(COURSE, &day(30), COURSE, &day(32), "tablet")
}

#[test]
fn rule_8_nothing_is_joined_by_itself() {
    let figures = same().figures(&season());
    assert_eq!((figures.sessions, figures.attendances), (2, 62));
    let pair = vec!["a".to_owned(), "b".to_owned()];
    assert!(same().alerts(&season()).contains(&(Alert::SameSession, pair)));
}

#[test]
fn rule_8_a_person_joins_two_and_undoes_it() {
    let mut workspace = same();
    workspace.put("desk", "session/b", r#"{"joined_into":"session/a"}"#);
    let figures = workspace.figures(&Filter::default());
    assert_eq!((figures.sessions, figures.attendances, is_proposed(&workspace)), (1, 30, false));
    workspace.put("desk", "session/b", r#"{"joined_into":null}"#);
    assert_eq!(workspace.figures(&Filter::default()).sessions, 2);
    assert!(is_proposed(&workspace));
}

#[test]
fn rule_8_what_was_joined_into_something_in_the_bin_counts_again() {
    let mut workspace = same();
    workspace.put("desk", "session/b", r#"{"joined_into":"session/a"}"#);
    workspace.bin("desk", "session/a");
    assert_eq!(workspace.figures(&Filter::default()).attendances, 32);
}

#[test]
fn rule_8_what_a_person_kept_apart_is_not_asked_again() {
    for (one, other) in [("a", "b"), ("b", "a")] {
        let mut workspace = same();
        workspace.put("desk", &format!("session/{one}"), &format!(r#"{{"kept_apart":["session/{other}"]}}"#));
        assert!(!is_proposed(&workspace));
        assert_eq!(workspace.figures(&Filter::default()).sessions, 2);
    }
}
