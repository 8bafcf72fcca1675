//! How far an indicator is, and by which records (rules 2–6).

use crate::stage::Workspace;
use ayni::insight::indicators::{Indicator, Number, actual, indicators};
use ayni::insight::visits::Visits;
use ayni::record::periods::Period;

fn workspace() -> Workspace {
    let mut here = Workspace::default();
    here.put("ana", "course/dairy", r#"{"method":"field_school","topics":["term/milk"],"municipality":"EC1003"}"#);
    here.put("ana", "course/hens", r#"{"method":"workshop","topics":["term/eggs"],"municipality":"BO030903"}"#);
    let session = |course: &str, day: &str, rest: &str| {
        format!(r#"{{"course":"{course}","held_on":"{day}","counting_unit":"people"{rest}}}"#)
    };
    let cells = r#","total":10,"cells":[{"sex":"female","age":"30_59","role":"producer","count":7},{"sex":"male","age":"30_59","role":"producer","count":3}]"#;
    here.put("ana", "session/a", &session("course/dairy", "2026-05-03", cells));
    here.put("ana", "session/b", &session("course/dairy", "2026-08-03", r#","total":12"#));
    here.put("ana", "session/c", &session("course/hens", "2026-05-20", r#","total":20"#));
    here.put("ana", "session/d", &session("course/hens", "2026-05-21", r#","total":75,"count_basis":"third_party""#));
    let visit = r#"{"starts_on":"2026-05-04","municipality":"EC1003","production_areas":["term/dairy","term/coffee"],"visit_type":"site_visit"}"#;
    here.put("ana", "visit/a", visit);
    here.put("ana", "visit/b", r#"{"starts_on":"2026-08-04","municipality":"BO030903"}"#);
    here.put("ana", "visit/c", r#"{"municipality":"EC1003"}"#);
    here.put("ana", "visit/gone", r#"{"starts_on":"2026-05-04"}"#);
    here.bin("ana", "visit/gone");
    here.put("luz", "visit/same", r#"{"starts_on":"2026-05-04","joined_into":"visit/a"}"#);
    let done = r#"{"visit":"visit/same","what":"x","due_on":"2026-06-01","status":"done","closed_on":"2026-06-02"}"#;
    here.put("ana", "agreement/a", done);
    here.put("ana", "agreement/b", r#"{"visit":"visit/b","what":"y","due_on":"2026-07-01","status":"open"}"#);
    here.put("ana", "agreement/c", r#"{"visit":"visit/b","what":"z","status":"done"}"#);
    here
}

fn indicator(fields: &str) -> (Workspace, Indicator) {
    let mut here = workspace();
    here.put("ana", "indicator/one", fields);
    let read = indicators(&here.log).remove(0);
    (here, read)
}

fn reached(counts: &str, period: Option<(&str, &str)>) -> (Number, Vec<String>, Vec<String>) {
    let (here, read) = indicator(&format!(r#"{{"counts":{counts}}}"#));
    let period = period.map(|(from, to)| Period { from: from.to_owned(), to: to.to_owned() });
    let found = actual(&read, &here.trainings(), &Visits::read(&here.log), period.as_ref());
    let names = |records: &[ayni::record::RecordId]| records.iter().map(|record| record.rid().to_owned()).collect();
    (found.number, names(&found.records), names(&found.left_out))
}

#[test]
fn an_indicator_counts_what_it_says_and_names_the_records_behind_it() {
    const MAY: Option<(&str, &str)> = Some(("2026-05-01", "2026-05-31"));
    let check = |counts: &str, period, number: Number, behind: &[&str], left_out: &[&str]| {
        let found = reached(counts, period);
        let texts = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<String>>();
        assert_eq!(found, (number, texts(behind), texts(left_out)), "{counts}");
    };
    check(r#"{"measure":"sessions"}"#, None, Number::Exact(3), &["a", "b", "c"], &[]);
    check(r#"{"measure":"sessions"}"#, MAY, Number::Exact(2), &["a", "c"], &[]);
    check(r#"{"measure":"attendances","method":["field_school"]}"#, None, Number::Exact(22), &["a", "b"], &[]);
    check(r#"{"measure":"people","topic":["term/milk"]}"#, None, Number::Between(12, 22), &["a", "b"], &[]);
    // Of session b nobody wrote who was a woman: it is in the upper bound alone, and named.
    let women = r#"{"measure":"people","topic":["term/milk"],"sex":["female"]}"#;
    check(women, None, Number::Between(7, 19), &["a", "b"], &["b"]);
    check(r#"{"measure":"attendances","sex":["male"]}"#, MAY, Number::Exact(3), &["a"], &["c"]);
    check(r#"{"measure":"visits"}"#, None, Number::Exact(3), &["a", "b", "c"], &[]);
    check(r#"{"measure":"visits","place":["EC"]}"#, MAY, Number::Exact(1), &["a"], &["c"]);
    check(r#"{"measure":"visits","area":["term/coffee"]}"#, None, Number::Exact(1), &["a"], &[]);
    check(r#"{"measure":"agreements_made"}"#, MAY, Number::Exact(1), &["a"], &[]);
    check(r#"{"measure":"agreements_done"}"#, None, Number::Exact(2), &["a", "c"], &[]);
    check(r#"{"measure":"agreements_done"}"#, Some(("2026-06-01", "2026-06-30")), Number::Exact(1), &["a"], &["c"]);
    check(r#"{"measure":"agreements_done","place":["EC1003"]}"#, None, Number::Exact(1), &["a"], &[]);
}

#[test]
fn what_is_not_understood_counts_nothing_instead_of_something_else() {
    for counts in [
        "{}",
        r#"{"measure":"cows"}"#,
        r#"{"measure":"sessions","sex":["female"]}"#,
        r#"{"measure":"people","sex":["female","male"]}"#,
        r#"{"measure":"people","age":["young"]}"#,
        r#"{"measure":"visits","topic":["term/milk"]}"#,
        r#"{"measure":"visits","place":"EC"}"#,
        r#"{"measure":"visits","weather":["rain"]}"#,
        "null",
        "7",
    ] {
        assert_eq!(reached(counts, None).0, Number::Unknown, "{counts}");
    }
    assert_eq!(reached(r#"{"measure":"visits","area":[]}"#, None).0, Number::Exact(3));
}

#[test]
fn what_others_reported_stands_apart() {
    let (here, read) = indicator(r#"{"counts":{"measure":"people","topic":["term/eggs"]}}"#);
    let found = actual(&read, &here.trainings(), &Visits::read(&here.log), None);
    assert_eq!((found.number, found.by_others.len()), (Number::Exact(20), 1));
}

#[test]
fn a_percentage_needs_a_start_and_a_target_that_are_not_nothing() {
    let check = |direction: &str, baseline: &str, target: Option<i64>, reached: i64, expected: Option<i64>| {
        let (_, read) = indicator(&format!(r#"{{"direction":"{direction}","baseline":{baseline}}}"#));
        assert_eq!(read.progress(target, reached), expected, "{direction} {baseline} {target:?} {reached}");
    };
    check("up", "10", Some(30), 20, Some(50));
    check("up", "10", Some(30), 10, Some(0));
    check("up", "10", Some(30), 40, Some(150));
    check("up", "10", Some(30), 5, Some(-25));
    // Nearly there is not there.
    check("up", "1", Some(1001), 1000, Some(99));
    check("down", "30", Some(10), 20, Some(50));
    check("down", "30", Some(10), 40, Some(-50));
    check("up", "30", Some(10), 20, None);
    check("up", "10", Some(10), 10, None);
    for (baseline, target) in [("null", Some(30)), ("0", Some(30)), ("-5", Some(30)), ("10", None), ("10", Some(0))] {
        check("up", baseline, target, 20, None);
    }
}

#[test]
fn indicators_come_by_code_with_their_targets_in_order_and_none_from_the_bin() {
    let mut here = Workspace::default();
    here.put("ana", "indicator/z", r#"{"code":"1.1","name_es":"Mujeres"}"#);
    let targets = r#"{"code":"1.2","targets":[{"from":"2027-01-01","to":"2027-12-31"},{"from":"2026-01-01","to":"2026-12-31","value":40},{"value":3}]}"#;
    here.put("ana", "indicator/a", targets);
    here.put("ana", "indicator/gone", r#"{"code":"0"}"#);
    here.bin("ana", "indicator/gone");
    let read = indicators(&here.log);
    assert_eq!(read.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["1.1", "1.2"]);
    assert_eq!(read[1].targets.iter().map(|target| target.value).collect::<Vec<_>>(), [Some(40), None]);
    assert!(read.iter().all(|one| one.is_up && one.counts.is_none()));
}
