//! `ayni figures`: what a script reads of trainings.

use super::stage::{DESK, Folder, PHONE, Phone, at, value};
use ayni::record::Value;

fn cell(sex: &str, age: &str, count: i64) -> Value {
    Value::map([("age", age.into()), ("count", count.into()), ("role", "producer".into()), ("sex", sex.into())])
}

/// A field school of two sessions, and what others say of a third.
fn school() -> Phone {
    let mut phone = Phone::new(PHONE, 1);
    phone.save("term/fruta", &[("label_es", "Frutales".into()), ("list", "topic".into())]);
    phone.save("organisation/red", &[("name", "Red Kayambi".into())]);
    phone.save("place/junin", &[("name", "Junín".into()), ("parent", "EC1003".into())]);
    phone.save(
        "course/eca",
        &[
            ("topics", Value::List(vec!["term/fruta".into(), "term/topic-pgs".into()])),
            ("method", "field_school".into()),
            ("municipality", "EC1003".into()),
            ("community", "Junin".into()),
            ("organiser", "organisation/red".into()),
            ("enrolled", 28.into()),
        ],
    );
    let cells = vec![cell("female", "18_29", 12), cell("male", "30_59", 10), cell("female", "not_recorded", 3)];
    let session = |day: &str, total: i64| {
        let fields = [("course", "course/eca".into()), ("held_on", day.into()), ("total", total.into())];
        fields.into_iter().chain([("minutes", 90.into()), ("counting_unit", "people".into())]).collect::<Vec<_>>()
    };
    let mut first = session("2026-05-04", 25);
    first.push(("cells", Value::List(cells)));
    phone.save("session/a", &first);
    phone.save("session/b", &session("2026-06-08", 20));
    phone.save(
        "session/c",
        &[
            ("course", "course/eca".into()),
            ("total", 75.into()),
            ("count_basis", "third_party".into()),
            ("counting_unit", "not_stated".into()),
            ("remarks", "Lo dice una página.".into()),
        ],
    );
    phone
}

fn numbers(json: &Value) -> [Value; 4] {
    let people = at(json, &["people"]);
    [at(json, &["sessions"]), at(json, &["attendances"]), at(people, &["lower"]), at(people, &["upper"])]
        .map(Value::clone)
}

fn check(folder: &Folder, asked: &[&str], expected: [i64; 4]) {
    let ran = folder.ayni(&[&["figures", "a.json"], asked].concat()).fine();
    assert_eq!(numbers(&value(&ran.out)), expected.map(Value::Int), "{asked:?}: {}", ran.out);
}

#[test]
fn a_script_reads_the_same_three_numbers_as_the_screens() {
    let folder = Folder::new("figures");
    folder.put("a.json", school().file());
    let ran = folder.ayni(&["figures", "a.json"]).fine();
    assert_eq!(
        ran.out,
        concat!(
            r#"{"attendances":45,"people":{"exact":false,"lower":25,"upper":28},"reported_by_others":[{"course":"","#,
            r#""held_on":null,"note":"Lo dice una página.","session":"session/c","total":75,"unit":"not_stated"}],"#,
            r#""sessions":2,"warnings":[]}"#,
            "\n"
        )
    );
    check(&folder, &["--from", "2026-06-01", "--to", "2026-06-30"], [1, 20, 20, 20]);
    check(&folder, &["--sex", "female"], [2, 15, 15, 28]);
    check(&folder, &["--age", "30+"], [2, 10, 10, 28]);
    check(&folder, &["--role", "official"], [2, 0, 0, 20]);
    for topic in ["frutales", "fruta", "term/fruta", "Sistema participativo de garantía (SPG)", "topic-pgs"] {
        check(&folder, &["--topic", topic], [2, 45, 25, 28]);
    }
    check(&folder, &["--topic", "nadie lo enseñó"], [0, 0, 0, 0]);
    check(&folder, &["--organiser", "red kayambi", "--method", "field_school"], [2, 45, 25, 28]);
    for (place, sessions) in [("EC10", 2), ("EC1003", 2), ("BO", 0), ("place/junin", 2), ("place/otro", 0)] {
        let ran = folder.ayni(&["figures", "a.json", "--place", place]).fine();
        assert_eq!(at(&value(&ran.out), &["sessions"]), &Value::Int(sessions), "{place}");
    }
}

#[test]
fn a_table_says_what_it_counts_and_shows_no_sum_that_is_not_true() {
    let folder = Folder::new("figures-table");
    folder.put("a.json", school().file());
    let table = |asked: &[&str]| {
        let ran = folder.ayni(&[&["figures", "a.json", "--by"], asked].concat()).fine();
        at(&value(&ran.out), &["table"]).clone()
    };
    let ages = table(&["age", "sex", "--bands", "15-29", "30+"]);
    let rows = ["15_29", "30_plus", "not_recorded"].map(Value::from).to_vec();
    assert_eq!((at(&ages, &["rows"]), at(&ages, &["sum"])), (&Value::List(rows), &Value::Int(45)));
    let topics = table(&["topic"]);
    assert_eq!((at(&topics, &["sum"]), at(&topics, &["column_sums"])), (&Value::Null, &Value::Null));
    assert_eq!(at(&topics, &["counts"]), &Value::from("attendances"));
}

#[test]
fn what_can_not_be_asked_is_said_before_anything_is_read() {
    let folder = Folder::new("figures-wrong");
    for asked in
        [["--sex", "women"], ["--from", "2026-13-01"], ["--age", "old"], ["--by", "colour"], ["--count", "people"]]
    {
        let ran = folder.ayni(&[&["figures", "nowhere.json"][..], &asked[..]].concat());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{asked:?}");
        assert!(ran.err.contains(asked[1]), "{}", ran.err);
    }
    let ran = folder.ayni(&["figures", "nowhere.json", "--from", "2026-02-01", "--to", "2026-01-01"]);
    assert_eq!(ran.status, 2, "{}", ran.err);
}

#[test]
fn the_same_session_from_two_phones_is_named() {
    let folder = Folder::new("figures-twice");
    let mut desk = Phone::new(DESK, 50);
    desk.save("course/otra", &[("topics", Value::List(vec!["term/fruta".into()])), ("municipality", "EC1003".into())]);
    let fields = [("course", "course/otra".into()), ("held_on", "2026-05-04".into()), ("total", 24.into())];
    desk.save("session/z", &fields);
    folder.put("a.json", school().file());
    folder.put("b.json", desk.file());
    let ran = folder.ayni(&["figures", "a.json", "b.json"]).fine();
    let warning = r#"{"rule":8,"sessions":["session/a","session/z"],"warning":"same_session"}"#;
    assert!(ran.out.contains(warning), "{}", ran.out);
}
