use super::*;
use crate::app::hand::{Hand, record};
use crate::app::undo;
use crate::record::Kind;

const VISIT: &str = "visit/a";

/// Two devices that know the same visit, and then write in it without seeing each other.
fn two(fields: &[(Field, Value, Value)]) -> (Hand, Hand) {
    let (mut rosa, mut juan) = (Hand::of("rosa"), Hand::of("juan"));
    rosa.write("device/rosa000000", &[(Field::Name, "Rosa".into())]);
    rosa.write(VISIT, &[(Field::StartsOn, "2026-11-24".into())]);
    juan.join(&rosa);
    let of = |which: fn(&(Field, Value, Value)) -> &Value| -> Vec<(Field, Value)> {
        fields.iter().map(|all| (all.0, which(all).clone())).collect()
    };
    rosa.write(VISIT, &of(|all| &all.1));
    juan.write(VISIT, &of(|all| &all.2));
    rosa.join(&juan);
    juan.join(&rosa);
    (rosa, juan)
}

fn texts(all: &[(Field, &str, &str)]) -> Vec<(Field, Value, Value)> {
    all.iter().map(|(field, one, other)| (*field, (*one).into(), (*other).into())).collect()
}

fn decided(field: Field, value: impl Into<Value>) -> Decided {
    Decided { record: record(VISIT), field: field.name().to_owned(), value: value.into() }
}

fn fields(hand: &Hand) -> Vec<String> {
    spots(&hand.notebook.log).into_iter().map(|spot| spot.field).collect()
}

#[test]
fn what_people_wrote_differently_is_listed_until_somebody_decides() {
    let (mut rosa, juan) = two(&texts(&[(Field::Purpose, "ver", "oír"), (Field::Observations, "uno", "dos")]));
    let all = spots(&rosa.notebook.log);
    assert_eq!(fields(&rosa), ["observations", "purpose"]);
    assert_eq!((count(&rosa.notebook.log), all[0].by.len()), (2, 2));
    let view = rosa.notebook.log.record(&record(VISIT)).expect("it is there");
    let who = |side: &Side| (side.value.clone().into_text(), side.by.clone().remove(0).0);
    // Juan was later: his is shown, and stands first.
    let told: Vec<_> = sides(view, "purpose").iter().map(who).collect();
    assert_eq!(told, [("oír".to_owned(), juan.device), ("ver".to_owned(), rosa.device)]);
    rosa.save(&decide(&rosa.notebook, &[decided(Field::Purpose, "ver")]));
    assert_eq!(fields(&rosa), ["observations"]);
    // What is in the bin waits.
    rosa.write(VISIT, &[(Field::Trashed, true.into())]);
    assert_eq!((fields(&rosa).len(), count(&rosa.notebook.log)), (0, 0));
}

#[test]
fn both_are_kept_only_where_that_makes_sense() {
    let list = |items: &[&str]| Value::List(items.iter().map(|item| (*item).into()).collect());
    let check = |field: Field, values: &[Value], expected: Option<Value>| {
        assert_eq!(keep_both(field.name(), values), expected, "{field:?} {values:?}");
    };
    let texts: [Value; 2] = ["uno".into(), "dos".into()];
    check(Field::Observations, &texts, Some("uno\n\ndos".into()));
    check(Field::Community, &texts, Some("uno / dos".into()));
    check(Field::Observations, &["a".into(), "b".into(), "c".into()], Some("a\n\nb\n\nc".into()));
    // What one says within the other is not said twice.
    check(Field::Observations, &["Hay café.".into(), " Hay café. Y mora.".into()], Some("Hay café. Y mora.".into()));
    check(Field::Observations, &["a".into(), "a ".into()], Some("a".into()));
    // One of them says nothing.
    check(Field::Observations, &["a".into(), Value::Null], None);
    check(Field::Observations, &["a".into(), " ".into()], None);
    check(Field::Themes, &[list(&["x", "y"]), list(&["z", "x"])], Some(list(&["x", "y", "z"])));
    check(Field::Themes, &[list(&["x"]), "x".into()], None);
    let lesson = |text: &str| Value::List(vec![Value::map([("text", text.into())])]);
    let both = Value::List([lesson("a"), lesson("b")].into_iter().flat_map(Value::into_list).collect());
    check(Field::Lessons, &[lesson("a"), lesson("b")], Some(both));
    // Numbers, dates, choices, references, names, counts: never.
    check(Field::Total, &[30.into(), 32.into()], None);
    check(Field::StartsOn, &["2026-11-24".into(), "2026-11-25".into()], None);
    check(Field::VisitType, &["meeting".into(), "workshop".into()], None);
    check(Field::HostOrganisation, &["organisation/a".into(), "organisation/b".into()], None);
    check(Field::Municipality, &["EC1003".into(), "EC1001".into()], None);
    check(Field::Name, &texts, None);
    check(Field::Cells, &[Value::List(vec![1.into()]), Value::List(vec![2.into()])], None);
    check(Field::Trashed, &[true.into(), false.into()], None);
    assert_eq!(keep_both("of_a_newer_version", &texts), None);
    // C4
    let long = |letter: &str| Value::from(letter.repeat(40_000));
    check(Field::Observations, &[long("a"), long("b")], None);
}

/// Every field has its way: what people type in freely can be written anew, and nothing else.
#[test]
fn numbers_dates_choices_and_references_have_no_way_to_be_put_together() {
    let free = Field::ALL.iter().filter(|field| way(field.name()) != Way::Other);
    let (lists, texts): (Vec<&Field>, Vec<&Field>) = free.partition(|field| way(field.name()) == Way::List);
    assert_eq!((lists.len(), texts.len()), (14, 22));
}

#[test]
fn what_is_decided_can_be_undone_and_then_waits_again_with_those_who_wrote_it() {
    for kept in ["ver", "oír", "ver y oír"] {
        let (mut rosa, juan) = two(&texts(&[(Field::Purpose, "ver", "oír")]));
        let (before, spots_before) = (rosa.text(VISIT, Field::Purpose).to_owned(), spots(&rosa.notebook.log));
        let sides_of = |hand: &Hand| {
            let view = hand.notebook.log.record(&record(VISIT)).expect("it is there");
            sides(view, "purpose")
        };
        let sides_before = sides_of(&rosa);
        let drafts = decide(&rosa.notebook, &[decided(Field::Purpose, kept)]);
        rosa.save(&drafts);
        assert_eq!((fields(&rosa).len(), rosa.text(VISIT, Field::Purpose)), (0, kept));
        rosa.save(&undo(&rosa.notebook, &drafts));
        assert_eq!((spots(&rosa.notebook.log), sides_of(&rosa)), (spots_before, sides_before), "{kept}");
        assert_eq!(rosa.text(VISIT, Field::Purpose), before);
        // Juan sees the same, and once more: nobody's name is lost on the way.
        let drafts = decide(&rosa.notebook, &[decided(Field::Purpose, kept)]);
        rosa.save(&drafts);
        rosa.save(&undo(&rosa.notebook, &drafts));
        let who: Vec<DeviceId> = sides_of(&rosa).into_iter().flat_map(|side| side.by).map(|by| by.0).collect();
        assert_eq!(who, [juan.device, rosa.device]);
    }
}

#[test]
fn many_are_decided_at_once_by_who_wrote_them() {
    let (mut rosa, juan) = two(&texts(&[(Field::Purpose, "ver", "oír"), (Field::Observations, "uno", "dos")]));
    let log = &rosa.notebook.log;
    let all = spots(log);
    assert_eq!(as_written_by(log, &all, &Hand::of("other").device), []);
    let his = as_written_by(log, &all, &juan.device);
    assert_eq!(his, [decided(Field::Observations, "dos"), decided(Field::Purpose, "oír")]);
    let drafts = decide(&rosa.notebook, &his);
    assert_eq!(drafts.len(), 1, "one change for one record");
    rosa.save(&drafts);
    assert_eq!((fields(&rosa).len(), rosa.text(VISIT, Field::Observations)), (0, "dos"));
    rosa.save(&undo(&rosa.notebook, &drafts));
    assert_eq!(fields(&rosa), ["observations", "purpose"]);
    let both = both(&rosa.notebook.log, &all);
    rosa.save(&decide(&rosa.notebook, &both));
    assert_eq!((fields(&rosa).len(), rosa.text(VISIT, Field::Purpose)), (0, "oír\n\nver"));
}

#[test]
fn the_status_follows_from_what_was_decided() {
    let (mut rosa, mut juan) = (Hand::of("rosa"), Hand::of("juan"));
    let needed = crate::record::complete::missing(Kind::Visit, &Default::default());
    let whole: Vec<(Field, Value)> = needed.iter().map(|field| (*field, "x".into())).collect();
    rosa.write(VISIT, &[&whole[..], &[(Field::Status, "complete".into())]].concat());
    juan.join(&rosa);
    rosa.write(VISIT, &[(Field::Purpose, Value::Null), (Field::Status, "draft".into())]);
    juan.write(VISIT, &[(Field::Purpose, "y".into()), (Field::Remarks, "z".into())]);
    rosa.join(&juan);
    rosa.save(&decide(&rosa.notebook, &[decided(Field::Purpose, "y")]));
    assert_eq!(rosa.text(VISIT, Field::Status), "complete");

    // Two devices made it different things by themselves: nobody is asked about that.
    let (mut rosa, _) = two(&texts(&[(Field::Purpose, "ver", "oír"), (Field::Status, "complete", "draft")]));
    rosa.save(&decide(&rosa.notebook, &[decided(Field::Purpose, "ver")]));
    assert_eq!((fields(&rosa).len(), rosa.text(VISIT, Field::Status)), (0, "draft"));
    // What a reviewer decided is somebody's word.
    let (mut rosa, _) = two(&texts(&[(Field::Purpose, "ver", "oír"), (Field::Status, "reviewed", "draft")]));
    rosa.save(&decide(&rosa.notebook, &[decided(Field::Purpose, "ver")]));
    assert_eq!(fields(&rosa), ["status"]);
}

#[test]
fn after_two_devices_decided_there_is_nothing_to_decide_unless_they_decided_differently() {
    let check = |ones: &str, others: &str, left: usize| {
        let (mut rosa, mut juan) = two(&texts(&[(Field::Purpose, "ver", "oír")]));
        rosa.save(&decide(&rosa.notebook, &[decided(Field::Purpose, ones)]));
        juan.save(&decide(&juan.notebook, &[decided(Field::Purpose, others)]));
        rosa.join(&juan);
        juan.join(&rosa);
        assert_eq!((count(&rosa.notebook.log), count(&juan.notebook.log)), (left, left), "{ones} {others}");
        assert_eq!(rosa.text(VISIT, Field::Purpose), juan.text(VISIT, Field::Purpose));
    };
    check("ver", "ver", 0);
    check("ver", "oír", 1);
    check("ver", "ambos", 1);
}

/// C4
#[test]
fn c4_more_values_than_a_change_can_name_are_replaced_by_several() {
    let mut rosa = Hand::of("rosa");
    rosa.write(VISIT, &[(Field::StartsOn, "2026-11-24".into())]);
    let mut start = Hand::of("start");
    start.join(&rosa);
    for number in 0..150 {
        let mut other = Hand::of(&["p", &number.to_string(), "x"].concat());
        other.join(&start);
        other.write(VISIT, &[(Field::Purpose, number.to_string().into()), (Field::Trashed, false.into())]);
        rosa.join(&other);
    }
    let view = |hand: &Hand, field: &str| {
        let view = hand.notebook.log.record(&record(VISIT)).expect("it is there");
        (view.variants(field).len(), view.heads(field).len())
    };
    assert_eq!(view(&rosa, "purpose"), (150, 150));
    let drafts = decide(&rosa.notebook, &[decided(Field::Purpose, "7")]);
    rosa.save(&drafts);
    assert_eq!((view(&rosa, "purpose"), rosa.text(VISIT, Field::Purpose)), ((1, 1), "7"));
    rosa.save(&undo(&rosa.notebook, &drafts));
    assert_eq!(view(&rosa, "purpose"), (150, 150));
    let view_of = rosa.notebook.log.record(&record(VISIT)).expect("it is there");
    let who: std::collections::BTreeSet<DeviceId> =
        sides(view_of, "purpose").into_iter().flat_map(|side| side.by).map(|by| by.0).collect();
    assert_eq!(who.len(), 150, "each is still told as the one who wrote it");
    // M5: putting it away replaces as many, and it stays in the bin.
    rosa.save(&crate::app::bin::put_away(&rosa.notebook, &record(VISIT)));
    assert!(rosa.notebook.log.record(&record(VISIT)).is_some_and(|view| view.is_binned()));
}

#[test]
fn what_is_too_long_for_one_change_becomes_several() {
    let all = [Field::Purpose, Field::Observations, Field::Assessment, Field::WhatWorked, Field::Difficulties];
    let long = |letter: &str| Value::from(letter.repeat(60_000));
    let written: Vec<(Field, Value, Value)> = all.iter().map(|field| (*field, "corto".into(), "otro".into())).collect();
    let (mut rosa, _) = two(&written);
    let decisions: Vec<Decided> = all.iter().map(|field| decided(*field, long("a"))).collect();
    let drafts = decide(&rosa.notebook, &decisions);
    assert_eq!(drafts.len(), 3);
    rosa.save(&drafts);
    assert_eq!(fields(&rosa), Vec::<String>::new());
    rosa.save(&undo(&rosa.notebook, &drafts));
    assert_eq!(fields(&rosa).len(), 5);
}

#[test]
fn two_that_both_say_nothing_are_settled_as_well() {
    let (mut rosa, _) = two(&[(Field::Purpose, "".into(), Value::List(Vec::new()))]);
    // A draft writes nothing for what is blank: these come from another program.
    assert_eq!(fields(&rosa), Vec::<String>::new());
    let (mut one, mut other) = (Hand::of("one"), Hand::of("other"));
    one.write(VISIT, &[(Field::Purpose, "a".into())]);
    other.join(&one);
    one.write(VISIT, &[(Field::Purpose, Value::Null)]);
    other.write(VISIT, &[(Field::Purpose, "b".into())]);
    one.join(&other);
    one.save(&decide(&one.notebook, &[decided(Field::Purpose, Value::Null)]));
    assert_eq!((fields(&one).len(), one.text(VISIT, Field::Purpose)), (0, ""));
    rosa.join(&one);
}

#[test]
fn each_record_leads_to_the_page_that_has_it() {
    let mut hand = Hand::of("rosa");
    hand.write("agreement/p", &[(Field::Visit, VISIT.into())]);
    hand.write("photo/f", &[(Field::Of, "session/s".into())]);
    let check = |what: &str, page: Option<Route>, form: Option<Route>| {
        let log = &hand.notebook.log;
        assert_eq!((page_of(log, &record(what)), form_of(log, &record(what))), (page, form), "{what}");
    };
    check(VISIT, Some(Route::Record(record(VISIT))), Some(Route::Edit(record(VISIT))));
    check("agreement/p", Some(Route::Record(record(VISIT))), Some(Route::Edit(record(VISIT))));
    check("photo/f", Some(Route::Record(record("session/s"))), Some(Route::Edit(record("session/s"))));
    check("term/t", Some(Route::Words), Some(Route::Words));
    check("harvest_day/x", None, None);
}
