use super::super::hand::{Hand, record};
use super::*;

const NOW: Now = Now { ms: 1_795_525_882_000, offset_minutes: -300 };

fn school() -> Hand {
    let mut hand = Hand::of("phone");
    hand.write("course/mora", &[(Field::Name, "ECA Mora".into()), (Field::Method, "field_school".into())]);
    let session = |hand: &mut Hand, rid: &str, day: &str, more: &[(Field, Value)]| {
        let base = [(Field::Course, "course/mora".into()), (Field::HeldOn, day.into())];
        hand.write(rid, &[&base[..], more].concat());
    };
    let period = Value::map([("from", "2026-01-01".into()), ("to", "2026-12-31".into())]);
    let first = |count: i64| [(Field::FirstTime, count.into()), (Field::FirstTimePeriod, period.clone())];
    session(&mut hand, "session/b", "2026-05-08", &[&[(Field::Total, 22.into())], &first(4)[..]].concat());
    session(&mut hand, "session/a", "2026-05-01", &[&[(Field::Total, 25.into())], &first(25)[..]].concat());
    let last = [
        (Field::Number, 7.into()),
        (Field::Minutes, 90.into()),
        (Field::Venue, "Vivero".into()),
        (Field::CountBasis, "signed_list".into()),
        (Field::Total, 24.into()),
        (Field::Remarks, "llovió".into()),
    ];
    session(&mut hand, "session/c", "2026-05-15", &last);
    hand
}

#[test]
fn a_season_is_in_the_order_of_its_days() {
    let mut hand = school();
    let totals = |hand: &Hand| {
        season(&hand.notebook.log, &record("course/mora")).iter().map(|meeting| meeting.total).collect::<Vec<_>>()
    };
    assert_eq!(totals(&hand), [Some(25), Some(22), Some(24)]);
    hand.write("session/b", &[(Field::Trashed, true.into())]);
    assert_eq!(totals(&hand), [Some(25), Some(24)]);
    let log = &hand.notebook.log;
    assert!(is_shared(log, &record("course/mora"), &record("session/a")));
    assert!(!is_shared(log, &record("course/other"), &record("session/a")));
}

/// Rule 8.
#[test]
fn a_session_for_which_another_counts_is_not_in_the_season_twice() {
    let mut hand = school();
    let sessions = |hand: &Hand| season(&hand.notebook.log, &record("course/mora")).len();
    hand.write("session/b", &[(Field::JoinedInto, "session/a".into())]);
    assert_eq!(sessions(&hand), 2);
    // In the bin that other one counts for nobody.
    hand.write("session/a", &[(Field::Trashed, true.into())]);
    assert_eq!(sessions(&hand), 2);
}

#[test]
fn the_next_session_takes_over_what_repeats_and_no_number() {
    let hand = school();
    let form = Form::next_session(&hand.notebook, &record("course/mora"), record("session/d"), NOW).expect("a form");
    let main = form.main();
    assert_eq!((main.int(Field::Number), main.int(Field::Minutes)), (Some(8), Some(90)));
    assert_eq!((main.text(Field::Venue), main.text(Field::CountBasis)), ("Vivero", "signed_list"));
    assert_eq!((main.text(Field::HeldOn), main.text(Field::CountingUnit)), ("2026-11-24", "people"));
    for blank in [Field::Total, Field::Cells, Field::Remarks, Field::FirstTime] {
        assert!(main.is_blank(blank), "{blank:?}");
    }
    assert_eq!(form.fields_of(Kind::Course), None);
    assert_eq!(form.course_fields(&hand.notebook.log).text(Field::Name), "ECA Mora");
    assert!(!form.is_typed_in());
    assert_eq!(Form::next_session(&hand.notebook, &record("course/none"), record("session/d"), NOW), None);
}

#[test]
fn sessions_without_numbers_are_counted() {
    let mut hand = Hand::of("phone");
    hand.write("course/x", &[(Field::Name, "X".into())]);
    hand.write("session/a", &[(Field::Course, "course/x".into())]);
    let form = Form::next_session(&hand.notebook, &record("course/x"), record("session/b"), NOW).expect("a form");
    assert_eq!(form.main().int(Field::Number), Some(2));
}

#[test]
fn a_session_of_a_season_is_edited_without_its_course() {
    let mut hand = school();
    let kinds = |hand: &Hand| {
        let form = Form::edit(&hand.notebook, &record("session/a")).expect("a form");
        form.fields_of(Kind::Course).is_some()
    };
    assert!(!kinds(&hand));
    for other in ["session/b", "session/c"] {
        hand.write(other, &[(Field::Trashed, true.into())]);
    }
    assert!(kinds(&hand), "a workshop of one day is one screen");
    let course = Form::edit(&hand.notebook, &record("course/mora")).expect("a form");
    assert_eq!(course.kind, FormKind::Plain);
}

#[test]
fn first_timers_are_added_up_within_one_period_alone() {
    // "Counting honestly", 2: a first-timer is counted once in the period.
    let mut hand = school();
    let found = |hand: &Hand| -> Vec<(String, i64, usize)> {
        let all = first_times(&hand.notebook.log, &record("course/mora"));
        all.into_iter().map(|one| (one.period.from, one.count, one.sessions)).collect()
    };
    assert_eq!(found(&hand), [("2026-01-01".to_owned(), 29, 2)]);
    let other = Value::map([("from", "2026-07-01".into()), ("to", "2026-12-31".into())]);
    hand.write("session/c", &[(Field::FirstTime, 2.into()), (Field::FirstTimePeriod, other)]);
    assert_eq!(found(&hand), [("2026-01-01".to_owned(), 29, 2), ("2026-07-01".to_owned(), 2, 1)]);
    // 3 and 5: no households, nothing that others reported.
    hand.write("session/c", &[(Field::CountingUnit, "households".into())]);
    hand.write("session/b", &[(Field::CountBasis, "third_party".into())]);
    assert_eq!(found(&hand), [("2026-01-01".to_owned(), 25, 1)]);
}

#[test]
fn seasons_are_offered_the_one_that_met_last_first() {
    let mut hand = school();
    hand.write("course/taller", &[(Field::Name, "Taller".into()), (Field::Method, "workshop".into())]);
    hand.write("session/t", &[(Field::Course, "course/taller".into()), (Field::HeldOn, "2026-06-01".into())]);
    hand.write("course/leche", &[(Field::Name, "ECA Leche".into()), (Field::Method, "field_school".into())]);
    hand.write("session/l", &[(Field::Course, "course/leche".into()), (Field::HeldOn, "2026-06-02".into())]);
    let found: Vec<String> = courses(hand.names(), 9, is_season).into_iter().map(|(_, name)| name).collect();
    assert_eq!(found, ["ECA Leche", "ECA Mora"]);
}
