//! Visits and commitments: each number has its records, and nothing stands twice without saying so.

use crate::stage::Workspace;
use ayni::insight::trainings::PlaceWanted;
use ayni::insight::visits::{By, VisitFilter, Visits};
use ayni::record::RecordId;
use ayni::record::periods::Period;

fn workspace() -> Visits {
    let mut here = Workspace::default();
    let both = r#"{"starts_on":"2026-05-04","municipality":"EC1003","production_areas":["term/dairy","term/old"],"visit_type":"meeting"}"#;
    here.put("ana", "visit/a", both);
    here.put(
        "ana",
        "visit/b",
        r#"{"starts_on":"2026-05-09","municipality":"EC1001","production_areas":["term/dairy"]}"#,
    );
    here.put("ana", "visit/c", r#"{"starts_on":"2026-04-01","municipality":"BO030903","community":"Junín"}"#);
    here.put("ana", "visit/d", r#"{"starts_on":"mañana"}"#);
    here.put("luz", "term/old", r#"{"joined_into":"term/coffee"}"#);
    here.put("luz", "term/coffee", r#"{"label_es":"Café"}"#);
    here.put("luz", "visit/same", r#"{"starts_on":"2026-05-04","joined_into":"visit/a"}"#);
    here.put("ana", "agreement/1", r#"{"visit":"visit/same","due_on":"2026-06-01"}"#);
    here.put("ana", "agreement/2", r#"{"visit":"visit/b","due_on":"2026-06-10","status":"open"}"#);
    here.put(
        "ana",
        "agreement/3",
        r#"{"visit":"visit/b","due_on":"2026-06-10","status":"done","closed_on":"2026-06-11"}"#,
    );
    here.put(
        "ana",
        "agreement/4",
        r#"{"visit":"visit/b","due_on":"2026-06-10","status":"done","closed_on":"2026-06-10"}"#,
    );
    here.put(
        "ana",
        "agreement/5",
        r#"{"visit":"visit/c","due_on":"2026-06-01","status":"dropped","closed_on":"2026-07-10"}"#,
    );
    here.put("ana", "agreement/6", r#"{"what":"without visit or day"}"#);
    here.put("ana", "agreement/7", r#"{"visit":"visit/c"}"#);
    here.bin("ana", "agreement/7");
    Visits::read(&here.log)
}

fn names(records: &[RecordId]) -> String {
    records.iter().map(RecordId::rid).collect::<Vec<_>>().join(" ")
}

#[test]
fn visits_stand_under_what_they_were_about_and_what_was_not_recorded_comes_last() {
    let visits = workspace();
    let check = |by: By, expected: &[(&str, &str)]| {
        let rows = visits.rows(&VisitFilter::default(), by);
        let rows: Vec<(&str, String)> = rows.iter().map(|row| (row.key.as_str(), names(&row.records))).collect();
        let expected: Vec<(&str, String)> = expected.iter().map(|(key, names)| (*key, (*names).to_owned())).collect();
        assert_eq!(rows, expected, "{by:?}");
    };
    check(By::Area, &[("term/dairy", "a b"), ("term/coffee", "a"), ("", "c d")]);
    check(By::Theme, &[("", "a b c d")]);
    check(By::Municipality, &[("BO030903", "c"), ("EC1001", "b"), ("EC1003", "a"), ("", "d")]);
    check(By::Region, &[("EC10", "a b"), ("BO03", "c"), ("", "d")]);
    check(By::Manner, &[("meeting", "a"), ("", "b c d")]);
    check(By::Month, &[("2026-04", "c"), ("2026-05", "a b"), ("", "d")]);
    assert!(By::ALL.iter().filter(|(by, _)| by.overlaps()).count() == 2);
}

#[test]
fn only_what_was_asked_for_is_counted() {
    let visits = workspace();
    let may = Period { from: "2026-05-01".to_owned(), to: "2026-05-31".to_owned() };
    let place = |code: &str, community: &str| PlaceWanted { code: code.to_owned(), community: community.to_owned() };
    let check = |filter: VisitFilter, expected: &str, promised: &str| {
        let taken: Vec<RecordId> = visits.taken(&filter).map(|visit| visit.record.clone()).collect();
        let made: Vec<RecordId> = visits.promises_of(&filter).iter().map(|made| made.record.clone()).collect();
        assert_eq!((names(&taken), names(&made)), (expected.to_owned(), promised.to_owned()), "{filter:?}");
    };
    check(VisitFilter::default(), "a b c d", "1 2 3 4 5 6");
    check(VisitFilter { days: Some(may), ..VisitFilter::default() }, "a b", "1 2 3 4");
    check(VisitFilter { areas: vec!["term/coffee".to_owned()], ..VisitFilter::default() }, "a", "1");
    check(VisitFilter { places: vec![place("EC10", "")], ..VisitFilter::default() }, "a b", "1 2 3 4");
    check(VisitFilter { places: vec![place("BO", "junin")], ..VisitFilter::default() }, "c", "5");
    check(VisitFilter { manners: vec!["meeting".to_owned()], ..VisitFilter::default() }, "a", "1");
}

#[test]
fn a_commitment_is_late_once_its_day_is_over_and_no_longer_when_it_was_dropped() {
    let visits = workspace();
    let check = |on: &str, open: &str, overdue: &str| {
        let standing = visits.standing(&VisitFilter::default(), on);
        assert_eq!((names(&standing.open), names(&standing.overdue)), (open.to_owned(), overdue.to_owned()), "{on}");
        assert_eq!((names(&standing.done), names(&standing.done_late)), ("3 4".to_owned(), "3".to_owned()));
        assert_eq!(names(&standing.dropped), "5");
    };
    check("2026-06-01", "1 2 6", "");
    check("2026-06-02", "1 2 6", "1");
    check("2026-06-11", "1 2 6", "1 2");
}
