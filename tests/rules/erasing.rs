//! Erasing for ever (M6), and names that two wrote under (M8).

use crate::make::{Save, log_of, record};
use ayni::app::{Notebook, Now};
use ayni::exchange::acknowledge;
use ayni::log::{Change, Entry, Have, Log, Mark, Stub};
use ayni::record::{Draft, Field, Kind};
use ayni::storage::{StoreError, Writer};

fn log_in(order: &[&Entry]) -> Log {
    let mut log = Log::new();
    order.iter().for_each(|entry| {
        log.accept(Entry::clone(entry));
    });
    log
}

fn stub(line: &str) -> Entry {
    let stub = Entry::read(line).expect("a stub by its members");
    assert!(stub.stub().is_some());
    stub
}

/// M6
#[test]
fn m6_what_was_erased_is_a_stub_and_can_not_come_back_in_any_order() {
    let change = Save::of("phone").text("observations", "con su nombre").now();
    let erasure: Entry = Save::of("desk00").erase(&[change.id()]).now().into();
    let (full, own) = (Entry::from(change.clone()), Entry::from(Stub::of(&change)));
    for order in [
        vec![&full, &erasure],
        vec![&erasure, &full],
        vec![&full, &erasure, &full],
        vec![&own, &erasure, &full],
        vec![&own, &full, &erasure],
        vec![&erasure, &own, &full],
    ] {
        let log = log_in(&order);
        assert_eq!(log.entry(&change.id()).map(Entry::line), Some(own.line()));
        let view = log.record(&record()).expect("a record of which only a stub is left is still there");
        assert_eq!((view.shown("observations"), view.erased()), (None, 1));
    }
}

/// M6
#[test]
fn m6_the_stub_says_who_and_what_was_replaced_and_nothing_else() {
    let first = Save::of("phone").text("observations", "cuatro").now();
    let second = Save::of("phone").text("observations", "cinco").over("observations", &[&first]).after(&first).now();
    let expected = format!(
        r#"{{"by":{{"device":"phone00000","seq":2}},"erased":true,"id":"{}","over":{{"observations":["{}"]}},"record":"visit/a"}}"#,
        second.id(),
        first.id()
    );
    assert_eq!(Stub::of(&second).line(), expected);
    // What it replaced stays replaced: erasing brings nothing back (M3).
    let erasure = Save::of("desk00").erase(&[second.id()]).now();
    let log = log_of([&first, &second, &erasure]);
    assert_eq!(log.shown(&record(), "observations"), None);
}

/// M6
#[test]
fn m6_an_erasure_can_not_be_erased_and_stays_in_force_whatever_becomes_of_its_record() {
    let note = Save::of("phone").text("observations", "a").now();
    let erasure = Save::of("desk00").erase(&[note.id()]).now();
    let other = Save::of("other").erase(&[erasure.id()]).now();
    let binned = Save::of("third").about("erasure/a").bin(true, &[], &[&erasure, &other]).now();
    let log = log_of([&other, &binned, &erasure, &note]);
    assert_eq!(log.change(&erasure.id()), Some(&erasure));
    assert_eq!(log.change(&note.id()), None);
    // Nor can a stub of it stand in its way.
    let stub = Entry::from(Stub::of(&erasure));
    let log = log_in(&[&stub, &other.into(), &note.into(), &erasure.clone().into()]);
    assert_eq!(log.change(&erasure.id()), Some(&erasure));
    assert_eq!(log.changes().count(), 2);
}

/// M6
#[test]
fn m6_a_stub_that_no_erasure_names_gives_way_and_of_differing_ones_the_least_counts() {
    let change = Save::of("phone").text("observations", "a").now();
    let full = Entry::from(change.clone());
    let made = |device: &str| {
        stub(&format!(
            r#"{{"by":{{"device":"{device}","seq":1}},"erased":true,"id":"{}","record":"visit/a"}}"#,
            change.id()
        ))
    };
    let (least, own, greatest) = (made("aaaaaaaaaa"), made("phone00000"), made("zzzzzzzzzz"));
    assert_eq!(log_in(&[&least, &full]).change(&change.id()), Some(&change));
    assert_eq!(log_in(&[&full, &least]).change(&change.id()), Some(&change));
    let erasure: Entry = Save::of("desk00").erase(&[change.id()]).now().into();
    let check = |order: &[&Entry], expected: &Entry| {
        assert_eq!(log_in(order).entry(&change.id()).map(Entry::line), Some(expected.line()));
    };
    check(&[&greatest, &least, &own], &least);
    check(&[&greatest, &erasure, &full], &own);
    check(&[&least, &full, &erasure], &least);
    check(&[&full, &erasure, &least, &greatest], &least);
}

/// M6
#[test]
fn m6_values_that_are_no_ids_erase_nothing_and_ids_not_yet_received_are_erased_when_they_come() {
    let note = Save::of("phone").text("observations", "a").now();
    let erasure = Save::of("desk00").about("erasure/a").text("changes", note.id().as_str()).now();
    assert_eq!(erasure.erases().count(), 0, "a text is no list of ids");
    assert!(log_of([&note, &erasure]).change(&note.id()).is_some());
    let elsewhere = Save::of("desk00").about("visit/b").text("changes", "a").now();
    assert_eq!(elsewhere.erases().count(), 0, "only records of the kind `erasure` erase");
}

/// M8, F4
#[test]
fn m8_f4_a_fork_is_told_and_what_is_held_is_counted_up_to_it() {
    let first = Save::of("phone").text("observations", "a").now();
    let one = Save::of("phone").text("observations", "b").after(&first).now();
    let other = Save::of("phone").text("observations", "c").after(&first).now();
    let next = Save::of("phone").text("observations", "d").after(&one).now();
    let log = log_of([&first, &one, &other, &next]);
    let forks: Vec<i64> = log.forks().map(|(_, seq)| seq).collect();
    assert_eq!(forks, [2]);
    let mark = Mark { seq: 1, tip: first.id() };
    assert_eq!(log.have(), Have::from([(*first.device(), mark)]));
    assert_eq!(log_of([&one]).have(), Have::new(), "whose change 1 is missing is left out");
    assert_eq!(log_of([&first, &next]).have().get(first.device()), Some(&mark), "a gap ends the count");
}

/// M8, F4: a desktop that knows one half of a cloned phone confirms nothing of the other.
#[test]
fn f4_m8_what_a_file_confirms_of_one_half_of_a_cloned_phone_does_not_count_for_the_other() {
    let first = Save::of("phone").text("observations", "a").now();
    let one = Save::of("phone").about("visit/b").text("observations", "b").after(&first).now();
    let other = Save::of("phone").about("visit/c").text("observations", "c").after(&first).now();
    let next = Save::of("phone").about("visit/d").text("observations", "d").after(&one).now();
    let header = ayni::exchange::Header {
        device: (*Save::of("desk00").text("purpose", "x").now().device()).into(),
        have: log_of([&first, &one, &next]).have(),
        ..Default::default()
    };
    let own = *Save::of("other").text("purpose", "x").now().device();
    let open = |changes: &[&Change], later: &[&Change]| {
        let (mut safe, mut log) = (Have::new(), log_of(changes.iter().copied()));
        acknowledge(&mut safe, &header, &own, &log);
        for change in later {
            log.accept(Change::clone(change));
        }
        log.records()
            .map(|view| view.id())
            .filter(|record| !log.is_covered_by(record.as_str(), &safe))
            .map(|record| record.rid().to_owned())
            .collect::<String>()
    };
    assert_eq!(open(&[&first, &one, &next], &[]), "");
    assert_eq!(open(&[&first, &one, &other, &next], &[]), "abcd", "it is known of both halves: nothing is counted");
    assert_eq!(open(&[&first, &one, &next], &[&other]), "bcd", "the other half came later");
}

/// C2
#[test]
fn c2_records_of_kinds_that_begin_alike_are_no_records_of_this_kind() {
    let all = ["visit/b", "visit/a", "visits/c", "visit_plan/d", "visi/e", "training_session/f"];
    let saved = all.map(|record| Save::of("phone").about(record).text("purpose", record).now());
    let log = log_of(&saved);
    let found: Vec<_> = log.records_of(Kind::Visit).map(|view| view.id().to_string()).collect();
    assert_eq!(found, ["visit/a", "visit/b"]);
    assert_eq!(log.records().count(), all.len(), "none is lost");
}

/// M6, F6
#[test]
fn m6_a_photo_that_only_an_erased_change_named_is_named_no_more() {
    let photo = "a".repeat(64);
    let named = Save::of("phone").about("photo/a").text("attachment", &photo).now();
    let mut log = log_of([&named]);
    assert_eq!(log.attachments().into_iter().collect::<Vec<_>>(), [&photo]);
    log.accept(Stub::of(&named));
    assert_eq!(log.attachments().len(), 1, "a stub alone erases nothing");
    log.accept(Save::of("desk").erase(&[named.id()]).now());
    assert!(log.attachments().is_empty());
}

/// M8
#[test]
fn m8_a_phone_that_meets_its_clone_writes_nothing_more_under_its_old_name() {
    let now = Now { ms: 1_795_500_000_000, offset_minutes: -300 };
    let first = Save::of("phone").text("observations", "a").now();
    let other = Save::of("phone").text("observations", "b").now();
    let device = *first.device();
    let mut notebook = Notebook::default();
    notebook.accept(first.clone().into(), &device, now);
    let writer = Writer { seq: 1, tip: Some(first.id()), tick: first.tick() };
    let mut draft = Draft::new(record());
    draft.fields.set(Field::Observations, "c");
    let writes = |notebook: &Notebook| notebook.changes_for(&[draft.clone()], &device, &writer, now);
    assert!(writes(&notebook).is_ok());
    // Both have written as many changes, so the number alone does not tell.
    notebook.accept(other.into(), &device, now);
    assert_eq!(writes(&notebook), Err(StoreError::Forked));
}
