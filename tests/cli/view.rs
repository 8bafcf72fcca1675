//! `ayni view`: section 6 of the format.

use super::stage::{DESK, Folder, PHONE, Phone, at, value};
use ayni::cli::view::{view, write};
use ayni::log::canonical;
use ayni::record::Value;

#[test]
fn two_programs_can_be_compared_by_the_exact_bytes_of_a_view() {
    let folder = Folder::new("exact");
    let mut phone = Phone::new(PHONE, 1);
    let first = phone.save("visit/7h2k9q", &[("municipality", "EC1003".into()), ("notes", Value::Null)]);
    folder.put("a.json", phone.file());
    let ran = folder.ayni(&["view", "a.json"]).fine();
    let id = first.id();
    let expected = [
        r#"{"devices":{"k3v9q2m7x1":{"seq":1,"tip":""#,
        id.as_str(),
        r#""}},"forks":[],"quarantined":0,"records":{"visit/7h2k9q":{"binned":false,"conflicts":{},"#,
        r#""edited_after_binning":false,"fields":{"municipality":"EC1003"}}}}"#,
        "\n",
    ];
    assert_eq!((ran.out, ran.err), (expected.concat(), String::new()));
}

/// M4
#[test]
fn m4_both_values_of_a_conflict_are_there_with_who_wrote_them_and_equal_ones_once() {
    let folder = Folder::new("conflict");
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    let mut third = Phone::new("aaaaaaaaa1", 50);
    let thirty = phone.save("session/s", &[("women", 30.into()), ("topic", "café".into())]);
    let more = desk.save("session/s", &[("women", 32.into()), ("topic", "café".into())]);
    let same = third.save("session/s", &[("women", 30.into())]);
    for (name, device) in [("a.json", &phone), ("b.json", &desk), ("c.json", &third)] {
        folder.put(name, device.file());
    }
    let all = folder.view(&["a.json", "b.json", "c.json"]);
    let record = at(&all, &["records", "session/s"]);
    let mut ids = [thirty.id().to_string(), same.id().to_string()];
    ids.sort();
    let conflict = format!(
        r#"{{"women":[{{"ids":["{}"],"value":32}},{{"ids":["{}","{}"],"value":30}}]}}"#,
        more.id(),
        ids[0],
        ids[1]
    );
    assert_eq!(canonical(at(record, &["conflicts"])), conflict);
    assert_eq!(canonical(at(record, &["fields"])), r#"{"topic":"café","women":32}"#);
}

/// M1
#[test]
fn m1_the_order_and_number_of_files_make_no_difference() {
    let folder = Folder::new("order");
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    let first = phone.save("visit/a", &[("notes", "cuatro".into())]);
    desk.save_over("visit/a", &[("notes", "cinco".into())], &[&first]);
    phone.save("visit/a", &[("notes", "seis".into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", desk.file());
    let out = |files: &[&str]| folder.ayni(&[&["view"], files].concat()).fine().out;
    let one = out(&["a.json", "b.json"]);
    assert_eq!(one, out(&["b.json", "a.json"]));
    assert_eq!(one, out(&["b.json", "a.json", "b.json", "a.json"]));
}

/// M5
#[test]
fn m5_a_record_in_the_bin_is_told_from_one_that_somebody_edited_unknowing() {
    let folder = Folder::new("bin");
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    let first = phone.save("visit/a", &[("notes", "cuatro".into())]);
    phone.bin("visit/a", &[&first]);
    folder.put("a.json", phone.file());
    let binned = folder.view(&["a.json"]);
    let of = |view: &Value| canonical(at(view, &["records", "visit/a"]));
    assert_eq!(
        of(&binned),
        r#"{"binned":true,"conflicts":{},"edited_after_binning":false,"fields":{"notes":"cuatro"}}"#
    );
    desk.save_over("visit/a", &[("notes", "cinco".into())], &[&first]);
    folder.put("b.json", desk.file());
    let edited = folder.view(&["a.json", "b.json"]);
    assert_eq!(
        of(&edited),
        r#"{"binned":false,"conflicts":{},"edited_after_binning":true,"fields":{"notes":"cinco"}}"#
    );
}

/// M6, M7, M8
#[test]
fn m6_m7_m8_what_is_erased_unknown_or_written_by_a_cloned_phone_is_listed_too() {
    let folder = Folder::new("odd");
    let (mut phone, mut clone) = (Phone::new(PHONE, 1), Phone::new(PHONE, 100));
    let secret = phone.save("visit/a", &[("notes", "secreto".into())]);
    clone.save("harvest_day/x-1", &[("mood", 5.into())]);
    let mut desk = Phone::new(DESK, 200);
    let named = Value::List(vec![secret.id().as_str().into()]);
    desk.save("erasure/e", &[("changes", named.clone()), ("reason", "asked for".into())]);
    for (name, device) in [("a.json", &phone), ("b.json", &clone), ("c.json", &desk)] {
        folder.put(name, device.file());
    }
    let view = folder.view(&["a.json", "b.json", "c.json"]);
    assert_eq!(canonical(at(&view, &["forks"])), r#"[["k3v9q2m7x1",1]]"#);
    assert_eq!(canonical(at(&view, &["records", "visit/a", "fields"])), "{}");
    assert_eq!(at(&view, &["records", "harvest_day/x-1", "fields", "mood"]), &Value::Int(5));
    assert_eq!(at(&view, &["records", "erasure/e", "fields", "changes"]), &named);
    assert!(view.member("devices").and_then(|devices| devices.member(PHONE)).is_none(), "counting stops at the fork");
}

/// M2
#[test]
fn m2_a_damaged_text_counts_once_however_many_files_have_it() {
    let folder = Folder::new("quarantined");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    phone.save("visit/b", &[("notes", "sano".into())]);
    let damaged = phone.file().replace("cuatro", "catorce");
    folder.put("a.json", &damaged);
    folder.put("b.json", &damaged);
    folder.put("c.json", phone.file().replace("cuatro", "quince"));
    let view = folder.view(&["a.json", "b.json", "c.json"]);
    assert_eq!(at(&view, &["quarantined"]), &Value::Int(2));
    assert!(at(&view, &["records"]).member("visit/a").is_none());
    assert!(at(&view, &["records"]).member("visit/b").is_some());
}

#[test]
fn one_refused_file_does_not_hide_the_others_and_is_named() {
    let folder = Folder::new("refused");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    folder.put("a.json", phone.file());
    folder.put("photo.json", b"\xff\xd8\xff\xe0");
    let ran = folder.ayni(&["view", "photo.json", "a.json"]);
    assert_eq!(ran.status, 3);
    assert_eq!(value(&ran.out), folder.view(&["a.json"]));
    assert_eq!(ran.err, "ayni: photo.json: the file is a picture (JPEG)\n");
}

#[test]
fn what_is_written_piece_by_piece_is_the_canonical_form_of_the_whole() {
    let mut phone = Phone::new(PHONE, 1);
    for record in ["visit/a", "visit/a-1", "visit/a0", "session/z", "harvest_day/x", "harvest/x"] {
        phone.save(record, &[("notes", "un \"texto\"\n".into())]);
    }
    let mut out = Vec::new();
    write(&mut out, &phone.log, 3).expect("memory takes it");
    assert_eq!(String::from_utf8_lossy(&out), canonical(&view(&phone.log, 3)) + "\n");
}
