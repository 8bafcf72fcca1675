//! `ayni erase`: a person's right to have something erased (M6).

use super::stage::{AT, DESK, Folder, PHONE, Phone, at, photo};
use ayni::log::Entry;
use ayni::record::Value;

const OWN: &str = "term000001";

fn erase<'a>(files: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    [&["erase"], files, &["--reason", "asked for it", "-o", "out.json", "--at", AT], rest].concat()
}

/// M6
#[test]
fn m6_no_trace_of_the_words_is_left_not_even_of_a_damaged_copy() {
    let folder = Folder::new("erase-trace");
    let mut phone = Phone::new(PHONE, 1);
    let picture = photo(1);
    let secret = phone
        .save("visit/a", &[("notes", "secreto de la familia".into()), ("attachment", picture.sha256.as_str().into())]);
    phone.save("visit/b", &[("notes", "público".into())]);
    let file = phone.file_with(std::slice::from_ref(&picture));
    folder.put("a.json", &file);
    folder.put("b.json", file.replace("de la familia", "de la casa"));
    let id = secret.id();
    let ran = folder.ayni(&erase(&["a.json", "b.json"], &["--change", id.as_str(), "--device", OWN, "--yes"])).fine();
    assert!(ran.err.contains("Erased in out.json: 1 change of 1 record, 1 photo."), "{}", ran.err);
    assert!(ran.err.contains("Other copies keep them until they load out.json"), "{}", ran.err);
    let out = folder.text("out.json");
    let hash = picture.sha256.as_str();
    for trace in ["secreto", hash, &picture.line()] {
        assert!(!out.contains(trace), "{trace}");
    }
    assert!(out.contains("público") && out.contains("asked for it"));
    assert_eq!(folder.ayni(&["check", "out.json"]).fine().status, 0);
    let view = folder.view(&["out.json", "a.json"]);
    assert_eq!(at(&view, &["records", "visit/a", "fields"]), &Value::map([]), "it can not come back");
}

/// M6, C5
#[test]
fn m6_c5_an_erasure_goes_on_from_what_its_device_wrote_before() {
    let folder = Folder::new("erase-seq");
    let (mut phone, mut own) = (Phone::new(PHONE, 1), Phone::new(OWN, 0x0fff_ffff_ffff));
    phone.save("visit/a", &[("notes", "uno".into())]);
    phone.save("visit/a", &[("notes", "dos".into())]);
    let before = own.save("device/term000001", &[("name", "Mesa".into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", own.file());
    let ran = folder.ayni(&erase(&["a.json", "b.json"], &["--record", "visit/a", "--device", OWN, "--yes"])).fine();
    assert!(ran.err.contains("2 changes of 1 record"), "{}", ran.err);
    let entries = folder.entries("out.json");
    let erasure = entries.iter().filter_map(Entry::change).find(|change| change.is_erasure()).expect("one erasure");
    assert_eq!((erasure.seq(), erasure.erases().count()), (2, 2));
    assert!(erasure.line().contains(&format!("\"prev\":\"{}\"", before.id())));
    assert!(erasure.tick() > before.tick());
    assert_eq!(entries.iter().filter(|entry| entry.stub().is_some()).count(), 2);
    let again = folder.ayni(&erase(&["out.json"], &["--record", "visit/a", "--device", OWN, "--yes"]));
    assert_eq!(again.status, 2);
    assert!(again.err.contains("erased before"), "{}", again.err);
}

#[test]
fn nothing_is_erased_without_a_yes_or_under_a_name_that_would_fork() {
    let folder = Folder::new("erase-careful");
    let (mut phone, mut clone) = (Phone::new(PHONE, 1), Phone::new(PHONE, 50));
    let first = phone.save("visit/a", &[("notes", "uno".into())]);
    clone.save("visit/b", &[("notes", "dos".into())]);
    let mut desk = Phone::new(DESK, 100);
    let line = desk.save("visit/c", &[("notes", "tres".into())]).line().to_owned();
    let short = desk.file().replace(&line, "");
    for (name, content) in [("a.json", phone.file()), ("b.json", clone.file()), ("short.json", short)] {
        folder.put(name, content);
    }
    folder.put("c.json", "nota de campo");
    let id = first.id();
    let check = |files: &[&str], rest: &[&str], status: i32, expected: &str| {
        let ran = folder.ayni(&erase(files, &[&["--change", id.as_str()], rest].concat()));
        assert_eq!(ran.status, status, "{rest:?}: {}", ran.err);
        assert!(ran.err.contains(expected), "{expected}: {}", ran.err);
        assert!(!folder.names().contains(&"out.json".to_owned()));
    };
    check(&["a.json"], &["--device", OWN], 2, "--yes");
    check(&["a.json"], &["--yes"], 2, "--device");
    check(&["a.json", "b.json"], &["--device", PHONE, "--yes"], 2, "cloned or restored");
    check(&["a.json", "short.json"], &["--device", DESK, "--yes"], 2, "wrote more than the files hold");
    check(&["a.json"], &["--device", "ayni000000", "--yes"], 2, "is the app itself");
    check(&["a.json"], &["--device", OWN, "--yes", "--record", "visit/none"], 2, "visit/none is in none of the files");
    check(&["a.json", "c.json"], &["--device", OWN, "--yes"], 3, "every file has to be read first");
}
