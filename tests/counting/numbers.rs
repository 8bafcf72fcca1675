//! Rules 2, 3 and 5: three numbers, none of which is ever another.

use crate::stage::{Workspace, add_course, counted, school, season};
use ayni::insight::trainings::{AgeWanted, Alert, Filter, Lower, PlaceWanted, Upper};
use ayni::record::bands::Band;
use ayni::record::{Choice, RecordId};

const SCHOOL: &str = r#"{"method":"field_school","topics":["term/topic-wild-fruit"],"municipality":"EC1003"}"#;
const FIRST_TIME: &str = r#""first_time_period":{"from":"2026-05-01","to":"2026-10-31"}"#;

/// Sessions, attendances, lower and upper bound of people.
fn check(workspace: &Workspace, filter: &Filter, expected: (usize, i64, i64, i64)) {
    let figures = workspace.figures(filter);
    let people = figures.people;
    assert_eq!((figures.sessions, figures.attendances, people.lower, people.upper), expected, "{filter:?}");
    assert_eq!(people.is_exact(), people.lower == people.upper);
}

#[test]
fn rule_2_who_came_twice_is_not_known_so_people_are_bounds() {
    let all = Filter::default();
    check(&school(SCHOOL, &[]), &all, (0, 0, 0, 0));
    check(&school(SCHOOL, &[r#"{"total":25}"#]), &all, (1, 25, 25, 25));
    check(&school(SCHOOL, &[r#"{"total":25}"#, r#"{"total":20}"#, r#"{"total":30}"#]), &all, (3, 75, 30, 75));
    check(&school(SCHOOL, &[r#"{"total":0}"#, r#"{"total":7}"#]), &all, (2, 7, 7, 7));
}

#[test]
fn rule_2_what_a_course_registered_bounds_its_people_unless_a_session_shows_it_wrong() {
    let sessions = [r#"{"total":25}"#, r#"{"total":20}"#];
    let with = |enrolled: &str| school(&SCHOOL.replace('}', &format!(r#","enrolled":{enrolled}}}"#)), &sessions);
    check(&with("28"), &Filter::default(), (2, 45, 25, 28));
    check(&with("25"), &Filter::default(), (2, 45, 25, 25));
    check(&with("24"), &Filter::default(), (2, 45, 25, 45));
    check(&with("60"), &Filter::default(), (2, 45, 25, 45));
    // A session of another month shows it wrong all the same.
    let second_day = Filter { from: Some("2026-05-02".to_owned()), ..Filter::default() };
    check(&with("24"), &second_day, (1, 20, 20, 20));
    assert_eq!(with("28").figures(&Filter::default()).people.upper_by, Upper::Enrolled);
    // Each course by itself.
    let mut two = with("28");
    add_course(&mut two, "otra", SCHOOL, &[r#"{"total":10}"#, r#"{"total":10}"#], 3);
    check(&two, &Filter::default(), (4, 65, 25, 48));
}

#[test]
fn rule_2_first_timers_are_counted_once_in_their_period() {
    let session = |total: i64, first: i64| format!(r#"{{"total":{total},"first_time":{first},{FIRST_TIME}}}"#);
    let some = [session(20, 20), session(22, 6), r#"{"total":21}"#.to_owned()];
    let some = school(SCHOOL, &some.each_ref().map(String::as_str));
    check(&some, &season(), (3, 63, 26, 63));
    assert_eq!(some.figures(&season()).people.lower_by, Lower::FirstTimes);
    // Of another period nobody asked.
    check(&some, &Filter::default(), (3, 63, 22, 63));
    let year = Filter { from: Some("2026-01-01".to_owned()), to: Some("2026-12-31".to_owned()), ..Filter::default() };
    check(&some, &year, (3, 63, 22, 63));
    // Nor of women alone.
    let women = Filter { sex: Some(Choice::Female), ..season() };
    check(&some, &women, (3, 0, 0, 63));

    let all = [session(20, 20), session(22, 6), session(21, 0)];
    let all = school(SCHOOL, &all.each_ref().map(String::as_str));
    check(&all, &season(), (3, 63, 26, 26));
    // Exact is the whole period and nothing else; of a part of it, it is a lower bound.
    let here = Filter { places: vec![place("EC1003")], ..season() };
    check(&all, &here, (3, 63, 26, 63));
}

#[test]
fn rule_2_first_timers_that_can_not_be_are_said_and_not_used() {
    let check_contradiction = |sessions: &[String], expected: (usize, i64, i64, i64)| {
        let sessions: Vec<&str> = sessions.iter().map(String::as_str).collect();
        let workspace = school(SCHOOL, &sessions);
        check(&workspace, &season(), expected);
        let alerts = workspace.alerts(&season());
        assert!(alerts.contains(&(Alert::FirstTimesTooMany, Vec::new())), "{alerts:?}");
    };
    let session = |total: i64, first: i64| format!(r#"{{"total":{total},"first_time":{first},{FIRST_TIME}}}"#);
    check_contradiction(&[session(20, 30), session(10, 10)], (2, 30, 20, 30));
    check_contradiction(&[session(20, 3), session(10, 4)], (2, 30, 20, 30));
}

#[test]
fn rule_2_of_a_session_without_the_breakdown_nobody_is_sure_and_all_are_possible() {
    let with = counted(&[("female", "18_29", 6), ("male", "18_29", 4)]);
    let workspace = school(SCHOOL, &[&with, r#"{"total":12}"#]);
    let women = Filter { sex: Some(Choice::Female), ..Filter::default() };
    check(&workspace, &women, (2, 6, 6, 18));
    assert!(workspace.alerts(&women).contains(&(Alert::NoBreakdown, vec!["s2".to_owned()])));
    assert!(!workspace.alerts(&Filter::default()).iter().any(|(alert, _)| *alert == Alert::NoBreakdown));
    // Of some it is not recorded.
    let partly = counted(&[("female", "18_29", 6), ("other_or_not_stated", "18_29", 2), ("male", "18_29", 4)]);
    let workspace = school(SCHOOL, &[&partly]);
    check(&workspace, &women, (1, 6, 6, 8));
    assert!(workspace.alerts(&women).contains(&(Alert::PartNotRecorded, vec!["s1".to_owned()])));
    // Those of the list who stand in no cell may be any.
    let less = with.replace(r#""total":10"#, r#""total":13"#);
    check(&school(SCHOOL, &[&less]), &women, (1, 6, 6, 9));
}

#[test]
fn rule_2_ages_are_put_together_and_never_split() {
    let cells = [("female", "under_18", 3), ("female", "18_29", 6), ("male", "30_59", 4), ("male", "60_plus", 2)];
    let workspace = school(SCHOOL, &[&counted(&cells)]);
    let of = |age: AgeWanted| Filter { age: Some(age), ..Filter::default() };
    check(&workspace, &of(AgeWanted::Band(Band::new(30, None))), (1, 6, 6, 6));
    // Who is under 18 may be 15 to 17, or not.
    check(&workspace, &of(AgeWanted::Band(Band::new(15, Some(29)))), (1, 6, 6, 9));
    check(&workspace, &of(AgeWanted::NotRecorded), (1, 0, 0, 0));
}

#[test]
fn rule_3_households_and_organisations_are_never_added_to_people() {
    let sessions = [
        r#"{"total":25}"#,
        r#"{"total":20,"counting_unit":"attendances"}"#,
        r#"{"total":11,"counting_unit":"households"}"#,
        r#"{"total":5,"counting_unit":"organisations"}"#,
        r#"{"total":40,"counting_unit":"not_stated"}"#,
    ];
    let workspace = school(SCHOOL, &sessions);
    check(&workspace, &Filter::default(), (5, 45, 25, 45));
    let alerts = workspace.alerts(&Filter::default());
    assert!(alerts.contains(&(Alert::OtherUnit, vec!["s3".to_owned(), "s4".to_owned()])), "{alerts:?}");
    assert!(alerts.contains(&(Alert::UnitNotStated, vec!["s5".to_owned()])), "{alerts:?}");
}

#[test]
fn rule_3_only_producers_are_producers_trained() {
    let cells = [
        crate::stage::cell("female", "18_29", "producer", 7),
        crate::stage::cell("male", "18_29", "official", 5),
        crate::stage::cell("male", "18_29", "student", 3),
    ];
    let workspace = school(SCHOOL, &[&format!(r#"{{"cells":[{}],"total":15}}"#, cells.join(","))]);
    check(&workspace, &Filter { role: Some(Choice::Producer), ..Filter::default() }, (1, 7, 7, 7));
}

#[test]
fn rule_5_what_others_reported_stands_apart_unless_someone_asks_for_it() {
    let sessions = [r#"{"total":25}"#, r#"{"total":75,"count_basis":"third_party"}"#];
    let mut workspace = school(SCHOOL, &sessions);
    check(&workspace, &Filter::default(), (1, 25, 25, 25));
    assert_eq!(workspace.figures(&Filter::default()).by_others, [1]);
    workspace.put("desk", "session/s2", r#"{"summed_anyway":true}"#);
    check(&workspace, &Filter::default(), (2, 100, 75, 100));
    let figures = workspace.figures(&Filter::default());
    assert_eq!((figures.by_others, figures.summed_anyway), (vec![], vec![1]));
}

#[test]
fn a_total_that_nobody_wrote_adds_nothing_and_is_said() {
    let cells = counted(&[("female", "18_29", 6)]).replace(r#","total":6"#, "");
    let workspace = school(SCHOOL, &["{}", &cells, r#"{"total":-4}"#, r#"{"total":10000}"#]);
    check(&workspace, &Filter::default(), (4, 6, 6, 6));
    let alerts = workspace.alerts(&Filter::default());
    assert!(alerts.contains(&(Alert::NoTotal, vec!["s1".to_owned()])), "{alerts:?}");
    assert!(alerts.contains(&(Alert::BadNumber, vec!["s3".to_owned(), "s4".to_owned()])), "{alerts:?}");
}

fn place(code: &str) -> PlaceWanted {
    PlaceWanted { code: code.to_owned(), community: String::new() }
}

#[test]
fn a_figure_is_about_what_was_asked_for_and_nothing_else() {
    let mut workspace = school(SCHOOL, &[r#"{"total":20}"#, r#"{"total":30}"#]);
    let course = r#"{"method":"workshop","topics":["term/topic-bio-inputs","term/topic-wild-fruit"],"municipality":"EC1001",
        "production_areas":["term/area-milk"],"organiser":"organisation/a","funder":"organisation/koica"}"#;
    add_course(&mut workspace, "taller", course, &[r#"{"total":12}"#], 3);
    add_course(&mut workspace, "bolivia", r#"{"municipality":"BO030903"}"#, &[r#"{"total":9}"#, r#"{"total":8}"#], 4);
    workspace.put("phone", "session/s5", r#"{"held_on":null}"#);
    let texts = |text: &str| vec![text.to_owned()];
    let all = Filter::default;
    check(&workspace, &all(), (5, 79, 30, 79));
    check(&workspace, &Filter { topics: texts("term/topic-wild-fruit"), ..all() }, (3, 62, 30, 62));
    check(&workspace, &Filter { topics: texts("term/topic-bio-inputs"), ..all() }, (1, 12, 12, 12));
    check(&workspace, &Filter { methods: texts("workshop"), ..all() }, (1, 12, 12, 12));
    check(&workspace, &Filter { areas: texts("term/area-milk"), ..all() }, (1, 12, 12, 12));
    check(&workspace, &Filter { organisers: texts("organisation/a"), ..all() }, (1, 12, 12, 12));
    check(&workspace, &Filter { funders: texts("organisation/koica"), ..all() }, (1, 12, 12, 12));
    check(&workspace, &Filter { course: RecordId::parse("course/escuela"), ..all() }, (2, 50, 30, 50));
    for (code, expected) in
        [("EC", 3), ("EC10", 3), ("EC1003", 2), ("EC1", 0), ("BO03", 2), ("BO0309", 2), ("BO030903", 2)]
    {
        assert_eq!(workspace.figures(&Filter { places: vec![place(code)], ..all() }).sessions, expected, "{code}");
    }
    let two_days = Filter { from: Some("2026-05-02".to_owned()), to: Some("2026-05-03".to_owned()), ..all() };
    check(&workspace, &two_days, (2, 42, 30, 42));
    // Without a day it is in no period, and that is said.
    check(&workspace, &season(), (4, 71, 30, 71));
    assert!(workspace.alerts(&season()).contains(&(Alert::NoDate, vec!["s5".to_owned()])));
}

#[test]
fn what_is_in_the_bin_is_in_no_figure() {
    let mut workspace = school(SCHOOL, &[r#"{"total":20}"#, r#"{"total":30}"#]);
    workspace.put("phone", "session/s2", r#"{"total":31}"#);
    assert_eq!(workspace.figures(&Filter::default()).attendances, 51);
    workspace.bin("phone", "session/s2");
    check(&workspace, &Filter::default(), (1, 20, 20, 20));
}

#[test]
fn words_that_were_joined_are_one_topic() {
    let mut workspace = school(SCHOOL, &[r#"{"total":20}"#]);
    workspace.put("desk", "term/topic-fruit", r#"{"list":"topic","label_es":"Frutales"}"#);
    workspace.put("desk", "term/topic-wild-fruit", r#"{"joined_into":"term/topic-fruit"}"#);
    check(&workspace, &Filter { topics: vec!["term/topic-fruit".to_owned()], ..Filter::default() }, (1, 20, 20, 20));
}
