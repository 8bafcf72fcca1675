//! One look at each rule of the exchange format, through the front door of the rooms.
#![cfg(not(target_arch = "wasm32"))]

mod bin;
mod erasing;
mod make;
mod photos;
mod pictures;
mod searching;
mod travelling;

use ayni::app::{Notebook, Now};
use ayni::exchange::{Made, Note, Parcel, Refused, file_name, preview, read, write};
use ayni::log::{Change, Compose, DeviceId, Entry, Have, Log, Rejected, Tick, sha256_hex};
use ayni::record::{Draft, Map, RecordId, Value, json};
use ayni::storage::Writer;

const PHONE: &str = "k3v9q2m7x1";
const DESK: &str = "p0aab3c4d5";

/// The first Save of a device, about one field.
fn change(device: &str, record: &str, field: &str, value: Value, over: &[&Change], ms: u64) -> Change {
    let record = RecordId::parse(record).expect("a fitting record");
    let ids = over.iter().map(|change| change.id()).collect::<Vec<_>>();
    Change::compose(Compose {
        record: &record,
        set: Map::from([(field.to_owned(), value)]),
        over: Map::from([(field.to_owned(), ids)]),
        seen: Vec::new(),
        device: &DeviceId::parse(device).expect("a fitting device"),
        seq: 1,
        prev: None,
        at: "2026-11-24T08:11:22-05:00",
        tick: Tick::parse(&format!("{ms:012x}-0000")).expect("a fitting tick"),
    })
    .expect("a change within the limits")
}

fn text(device: &str, value: &str, over: &[&Change], ms: u64) -> Change {
    change(device, "visit/a", "observations", value.into(), over, ms)
}

fn log_of<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Log {
    let mut log = Log::new();
    changes.into_iter().for_each(|change| {
        log.accept(change.clone());
    });
    log
}

fn file_of(log: &Log) -> String {
    let device = DeviceId::parse(PHONE).expect("a fitting device");
    write(log, &Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo Intag", device: &device })
}

fn shown(log: &Log) -> Option<String> {
    let record = RecordId::parse("visit/a")?;
    log.shown(&record, "observations").and_then(Value::as_text).map(str::to_owned)
}

/// C2, C3
#[test]
fn c2_c3_what_a_newer_version_adds_is_kept_byte_for_byte() {
    let plain = text(PHONE, "café", &[], 1);
    let Ok(Value::Map(mut members)) = serde_json::from_str(plain.line()) else { panic!("a line is an object") };
    members.remove("id");
    members.insert("mood".to_owned(), Value::List(vec![1.into(), Value::Null]));
    members.insert("record".to_owned(), "harvest_day/x-1".into());
    members.insert("schema".to_owned(), 9.into());
    let id = ayni::log::change_id(&ayni::log::canonical_object(&members));
    members.insert("id".to_owned(), id.as_str().into());
    let line = ayni::log::canonical_object(&members);
    let newer = Change::read(&line).expect("unknown members and kinds are accepted");
    assert_eq!(newer.line(), line);
    assert!(file_of(&log_of([&newer])).lines().any(|written| written == line));
}

/// C4
#[test]
fn c4_a_text_up_to_64_kib_is_taken_and_one_byte_more_is_refused() {
    let compose = |length: usize| {
        let record = RecordId::parse("visit/a").expect("a fitting record");
        Change::compose(Compose {
            record: &record,
            set: Map::from([("observations".to_owned(), "a".repeat(length).into())]),
            over: Map::new(),
            seen: Vec::new(),
            device: &DeviceId::parse(PHONE).expect("a fitting device"),
            seq: 1,
            prev: None,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::default(),
        })
    };
    assert!(compose(64 * 1024).is_ok());
    assert_eq!(compose(64 * 1024 + 1), Err(Rejected::TooLarge("text")));
}

/// M1
#[test]
fn m1_files_in_any_order_any_number_of_times_give_the_same() {
    let first = text(PHONE, "cuatro", &[], 1);
    let second = text(DESK, "cinco", &[&first], 2);
    let one = log_of([&first, &second]);
    let other = log_of([&second, &first, &second]);
    assert_eq!(file_of(&one), file_of(&other));
    assert_eq!(shown(&one).as_deref(), Some("cinco"));
}

/// M2
#[test]
fn m2_a_line_that_was_altered_is_not_accepted() {
    let line = text(PHONE, "cuatro quintales", &[], 1).line().replace("cuatro", "catorce");
    assert!(matches!(Change::read(&line), Err(Rejected::WrongId { .. })));
}

/// M3
#[test]
fn m3_a_value_that_was_seen_and_replaced_is_no_head_even_if_it_comes_later() {
    let first = text(PHONE, "cuatro", &[], 9);
    let second = text(DESK, "cinco", &[&first], 1);
    for log in [log_of([&first, &second]), log_of([&second, &first])] {
        let record = RecordId::parse("visit/a").expect("a fitting record");
        assert_eq!(log.record(&record).expect("it is there").heads("observations"), [second.id()]);
    }
}

/// M4
#[test]
fn m4_two_values_that_did_not_see_each_other_both_stay_until_one_names_both() {
    let (phone, desk) = (text(PHONE, "treinta", &[], 1), text(DESK, "treinta y dos", &[], 2));
    let mut log = log_of([&phone, &desk]);
    let record = RecordId::parse("visit/a").expect("a fitting record");
    let conflicts = log.record(&record).expect("it is there").conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(shown(&log).as_deref(), Some("treinta y dos"), "the greatest tick is shown first");
    log.accept(text("aaaaaaaaa1", "treinta y uno", &[&phone, &desk], 3));
    assert!(log.record(&record).expect("it is there").conflicts().is_empty());
    // The same value written twice is no conflict.
    let same = log_of([&text(PHONE, "30", &[], 1), &text(DESK, "30", &[], 2)]);
    assert!(same.record(&record).expect("it is there").conflicts().is_empty());
}

/// F1, F4, F5
#[test]
fn f1_f4_f5_a_file_reads_back_whole_and_says_what_it_holds() {
    let change = text(PHONE, "maíz 🌽", &[], 1);
    let log = log_of([&change]);
    let file = file_of(&log);
    let Parcel { header, entries, damaged, notes, .. } = read(file.as_bytes()).expect("our own file");
    assert_eq!((entries, damaged, notes), (vec![change.clone().into()], vec![], vec![]));
    assert_eq!((header.by.as_str(), header.have), ("Equipo Intag", log.have()));
    let value: Value = serde_json::from_str(&file).expect("a file is JSON");
    let end = value.member("end").expect("a trailer");
    let expected = sha256_hex([change.id().as_str(), "\n"].concat().as_bytes());
    assert_eq!(end.member("sha256").and_then(Value::as_text), Some(expected.as_str()));
    assert_eq!(end.member("changes").and_then(Value::as_int), Some(1));
}

/// F2
#[test]
fn f2_a_readable_part_edited_by_hand_is_said_and_not_merged() {
    let file = file_of(&log_of([&text(PHONE, "cuatro", &[], 1)]));
    let edited = file.replacen("cuatro", "catorce", 1);
    let parcel = read(edited.as_bytes()).expect("the changes are whole");
    assert_eq!(parcel.notes, [Note::RecordsEdited]);
    assert_eq!(shown(&log_of(parcel.entries.iter().filter_map(Entry::change))).as_deref(), Some("cuatro"));
}

/// F3
#[test]
fn f3_a_copy_for_reading_merges_nothing() {
    let file = file_of(&Log::new()).replace("\"contains\":\"everything\"", "\"contains\":\"records\"");
    assert_eq!(read(file.as_bytes()), Err(Refused::ForReading));
}

/// I1
#[test]
fn i1_a_preview_tells_the_numbers_and_changes_nothing() {
    let (first, other) = (text(PHONE, "cuatro", &[], 1), text(DESK, "seis", &[], 2));
    let log = log_of([&first]);
    let before = file_of(&log);
    let file = file_of(&log_of([&first, &other]));
    let found = preview(&log, vec![("a.json".to_owned(), read(file.as_bytes()))]);
    let numbers = (found.total.new, found.total.known, found.total.changed_records, found.total.conflicts);
    assert_eq!(numbers, (1, 1, 1, 1));
    assert_eq!(file_of(&log), before);
    let again = preview(&log_of([&first, &other]), vec![("a.json".to_owned(), read(file.as_bytes()))]);
    assert_eq!((again.total.new, again.entries.len()), (0, 0));
}

/// I7
#[test]
fn i7_a_wrong_file_is_called_by_its_name() {
    let check = |bytes: &[u8], expected: Refused| assert_eq!(read(bytes), Err(expected));
    check(b"", Refused::Empty);
    check(b"\xff\xd8\xff\xe0", Refused::Picture("JPEG"));
    check(b"PK\x03\x04", Refused::Zip);
    check(b"%PDF-1.7", Refused::Pdf);
    check(b"<!DOCTYPE html><p>", Refused::Html);
    check(b"{\"type\":\"Feature\"}", Refused::OtherJson);
    check(b"nota de campo", Refused::Text);
    check(b"{\"data\":\"\",\"format\":\"ayni-sealed\",\"version\":1}", Refused::Sealed);
    check(b"\xff\xfe{\0", Refused::Encoding("UTF-16"));
}

/// C5: through the notebook, as the app writes.
#[test]
fn c5_a_far_clock_in_a_file_is_kept_and_pulls_nobody_along() {
    let now = Now { ms: 1_795_500_000_000, offset_minutes: -300 };
    let far = text(DESK, "del futuro", &[], now.ms + 25 * 60 * 60 * 1000);
    let near = text(PHONE, "de aquí", &[], now.ms + 23 * 60 * 60 * 1000);
    let own = DeviceId::parse("aaaaaaaaa1").expect("a fitting device");
    let mut draft = Draft::new(RecordId::parse("visit/b").expect("a fitting record"));
    draft.fields.0.insert("purpose".to_owned(), "ver".into());
    let tick_with = |change: &Change| {
        let mut notebook = Notebook::default();
        notebook.accept(change.clone().into(), &own, now);
        assert!(notebook.log.contains(&change.id()), "nothing is rejected for its clock");
        let changes = notebook.changes_for(&[draft.clone()], &own, &Writer::default(), now).expect("a change");
        changes[0].tick()
    };
    assert!(tick_with(&far).ms() == now.ms && tick_with(&near) > near.tick());
}

/// C6
#[test]
fn c6_what_the_app_ships_is_the_same_in_every_copy_and_nobodys_unsaved_work() {
    let [one, other] = [(); 2].map(|()| Notebook::own(Have::new()));
    assert!(one.log.changes().map(Change::line).eq(other.log.changes().map(Change::line)));
    assert!(one.log.len() > 10 && one.log.changes().all(|change| change.device().is_shipped()));
    assert_eq!(one.not_safe().records, 0);
}

/// M7
#[test]
fn m7_changes_of_a_newer_version_take_part_in_everything() {
    let old = text(PHONE, "cuatro", &[], 1);
    let Ok(Value::Map(mut members)) = json::read(text(DESK, "cinco", &[&old], 2).line()) else { panic!("an object") };
    members.remove("id");
    members.insert("schema".to_owned(), 9.into());
    let id = ayni::log::change_id(&ayni::log::canonical_object(&members));
    members.insert("id".to_owned(), id.as_str().into());
    let newer = Change::read(&ayni::log::canonical_object(&members)).expect("it is accepted");
    let log = log_of([&newer, &old]);
    assert_eq!(shown(&log).as_deref(), Some("cinco"), "it replaces what it saw");
    let record = RecordId::parse("visit/a").expect("a fitting record");
    assert!(log.record(&record).expect("it is there").has_newer());
    let found = preview(&Log::new(), vec![("a.json".to_owned(), read(file_of(&log).as_bytes()))]);
    assert_eq!((found.total.new, found.total.newer), (2, 1));
}

/// M9
#[test]
fn m9_two_counts_of_one_session_are_a_conflict_and_never_a_sum() {
    let count = |device, people: i64| change(device, "session/a", "total", people.into(), &[], 1);
    let log = log_of([&count(PHONE, 30), &count(DESK, 32)]);
    let record = RecordId::parse("session/a").expect("a fitting record");
    let conflicts = log.record(&record).expect("it is there").conflicts();
    let values: Vec<_> = conflicts[0].variants.iter().filter_map(|variant| variant.value.as_int()).collect();
    assert!(values == [30, 32] || values == [32, 30]);
}

/// F7
#[test]
fn f7_a_renamed_file_is_known_by_what_is_in_it() {
    let device = DeviceId::parse(PHONE).expect("a fitting device");
    assert_eq!(file_name("Equipo Íntag", &device, "2026-11-24", (2, 3)), "ayni-equipo-intag-2026-11-24-2-of-3.json");
    let found = preview(&Log::new(), vec![("photo.txt".to_owned(), read(file_of(&Log::new()).as_bytes()))]);
    assert!(found.files.iter().all(|file| file.content.is_ok()));
}
