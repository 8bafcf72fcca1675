//! Rule 4: tables whose sums are true, and tables that say that their rows overlap.

use crate::stage::{Workspace, add_course, cell, counted, school};
use ayni::insight::trainings::{Dimension, Filter, Measure, Table, behind, table};
use ayni::record::Choice;
use ayni::record::bands::Band;

fn workspace() -> Workspace {
    let one = counted(&[("female", "18_29", 6), ("male", "30_59", 4), ("male", "not_recorded", 1)]);
    let course = r#"{"method":"field_school","topics":["term/topic-dairy","term/topic-pgs"],"municipality":"EC1003"}"#;
    let mut workspace = school(course, &[&one, r#"{"total":9}"#]);
    let course = r#"{"method":"workshop","topics":["term/topic-pgs"],"municipality":"BO030903"}"#;
    let cells = [cell("female", "60_plus", "official", 2), cell("female", "18_29", "producer", 3)].join(",");
    let third = format!(r#"{{"cells":[{cells}],"total":5,"held_on":"2026-06-01"}}"#);
    add_course(&mut workspace, "taller", course, &[&third], 3);
    workspace
}

fn by(measure: Measure, rows: Dimension, columns: Option<Dimension>) -> Table {
    table(&workspace().trainings(), &Filter::default(), measure, [Some(rows), columns], &[])
}

#[test]
fn rule_4_sex_and_age_each_add_up_to_the_total() {
    let sexes = by(Measure::Attendances, Dimension::Sex, None);
    assert_eq!(sexes.rows, ["female", "male", "other_or_not_stated"]);
    assert_eq!((sexes.row_sums, sexes.sum, sexes.difference), (Some(vec![11, 5, 9]), Some(25), 0));
    let ages = by(Measure::Attendances, Dimension::Age, Some(Dimension::Sex));
    assert_eq!(ages.rows, ["18_29", "30_59", "60_plus", "not_recorded"]);
    assert_eq!(ages.row_sums, Some(vec![9, 4, 2, 10]));
    assert_eq!(ages.column_sums, Some(vec![11, 5, 9]));
    assert_eq!(ages.sum, Some(25));
    assert_eq!(ages.cells.first(), Some(&vec![Some(9), None, None]), "blank is not zero");
}

#[test]
fn rule_4_topics_overlap_and_show_no_sum() {
    let topics = by(Measure::Attendances, Dimension::Topic, Some(Dimension::Method));
    assert_eq!(topics.rows, ["term/topic-pgs", "term/topic-dairy"]);
    assert_eq!(topics.columns, ["field_school", "workshop"]);
    assert_eq!(topics.cells, [vec![Some(20), Some(5)], vec![Some(20), None]]);
    // Along a row nothing overlaps.
    assert_eq!((topics.row_sums, topics.column_sums, topics.sum), (Some(vec![25, 20]), None, None));
}

#[test]
fn rule_4_a_session_has_people_of_both_sexes_so_sessions_by_sex_show_no_sum() {
    let sexes = by(Measure::Sessions, Dimension::Sex, None);
    assert_eq!(sexes.cells, [vec![Some(2)], vec![Some(1)], vec![Some(1)]]);
    assert_eq!((sexes.column_sums, sexes.sum), (None, None));
    let months = by(Measure::Sessions, Dimension::Month, Some(Dimension::Region));
    assert_eq!(months.rows, ["2026-05", "2026-06"]);
    assert_eq!((months.row_sums, months.sum), (Some(vec![2, 1]), Some(3)));
}

#[test]
fn ages_are_put_together_for_a_donor_and_never_split() {
    let bands = [Band::new(15, Some(29)), Band::new(30, None)];
    let by = [Some(Dimension::Age), None];
    let ages = table(&workspace().trainings(), &Filter::default(), Measure::Attendances, by, &bands);
    assert_eq!(
        (ages.rows, ages.row_sums),
        (["15_29", "30_plus", "not_recorded"].map(str::to_owned).to_vec(), Some(vec![9, 6, 10]),)
    );
    let narrow = [Band::new(18, Some(24))];
    let ages = table(&workspace().trainings(), &Filter::default(), Measure::Attendances, by, &narrow);
    assert!(ages.rows.contains(&"18_29".to_owned()), "a band that does not fit stands by itself: {:?}", ages.rows);
}

#[test]
fn a_table_of_some_people_counts_only_those_of_whom_it_is_known() {
    let women = Filter { sex: Some(Choice::Female), ..Filter::default() };
    let by = [Some(Dimension::Role), None];
    let roles = table(&workspace().trainings(), &women, Measure::Attendances, by, &[]);
    assert_eq!((roles.rows, roles.sum), (["producer", "official"].map(str::to_owned).to_vec(), Some(11)));
}

#[test]
fn where_more_stand_in_cells_than_on_the_list_the_difference_is_told() {
    let cells = counted(&[("female", "18_29", 6), ("male", "30_59", 4)]);
    let workspace = school("{\"method\":\"workshop\"}", &[&cells.replace(r#""total":10"#, r#""total":8"#)]);
    let by = [Some(Dimension::Sex), None];
    let sexes = table(&workspace.trainings(), &Filter::default(), Measure::Attendances, by, &[]);
    assert_eq!((sexes.sum, sexes.difference), (Some(10), -2));
}

#[test]
fn behind_each_number_stand_the_sessions_that_make_it() {
    let trainings = workspace().trainings();
    let check = |measure, by, cell, expected: &[&str]| {
        let records = behind(&trainings, &Filter::default(), measure, by, &[], cell);
        assert_eq!(records.iter().map(|record| record.rid()).collect::<Vec<_>>(), expected, "{by:?} {cell:?}");
    };
    let all: Vec<&str> = trainings.sessions.iter().map(|session| session.record.rid()).collect();
    let [one, two, three] = all.as_slice() else { panic!("three sessions: {all:?}") };
    let sexes = [Some(Dimension::Sex), None];
    check(Measure::Attendances, sexes, (Some("female"), None), &[one, three]);
    check(Measure::Attendances, sexes, (Some("male"), None), &[one]);
    check(Measure::Attendances, sexes, (Some("other_or_not_stated"), None), &[two]);
    let topics = [Some(Dimension::Topic), Some(Dimension::Method)];
    check(Measure::Sessions, topics, (Some("term/topic-pgs"), Some("workshop")), &[three]);
    check(Measure::Sessions, topics, (Some("term/topic-pgs"), None), &[one, two, three]);
    check(Measure::Attendances, topics, (Some("term/topic-dairy"), Some("workshop")), &[]);
    // Sums over the rows, and over all.
    check(Measure::Sessions, topics, (None, Some("workshop")), &[three]);
    check(Measure::Sessions, topics, (None, None), &[one, two, three]);
    check(Measure::Attendances, sexes, (None, None), &[one, two, three]);
}
