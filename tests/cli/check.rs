//! `ayni check`: what each file is worth.

use super::stage::{DESK, Folder, PHONE, Phone, at, photo, value};
use ayni::log::canonical;
use ayni::record::Value;

#[test]
fn whole_files_are_told_with_what_is_new_and_what_was_known() {
    let folder = Folder::new("check-whole");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    folder.put("a.json", phone.file());
    phone.save("visit/b", &[("notes", "cinco".into())]);
    folder.put("b.json", phone.file());
    let ran = folder.ayni(&["check", "a.json", "b.json"]).fine();
    assert!(ran.out.contains("a.json: whole\n"), "{}", ran.out);
    assert!(ran.out.contains("made by Equipo Intag at 2026-11-24T18:05:12-05:00 on k3v9q2m7x1"), "{}", ran.out);
    assert!(ran.out.contains("2 changes: 1 new, 1 known already"), "{}", ran.out);
    assert!(ran.out.contains("in all, 2 files: 2 changes of 2 records"), "{}", ran.out);
}

#[test]
fn a_damaged_change_is_named_by_its_line_with_the_reason() {
    let folder = Folder::new("check-damaged");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    phone.save("visit/b", &[("notes", "cinco".into())]);
    let text = phone.file();
    let is_change = |line: &str| line.contains("\"tick\"") && line.contains("cuatro");
    let (line, change) = (1..).zip(text.lines()).find(|(_, line)| is_change(line)).expect("it is there");
    folder.put("a.json", text.replace(change, &change.replace("cuatro", "catorce")));
    let ran = folder.ayni(&["check", "a.json"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("a.json: not whole\n"), "{}", ran.out);
    assert!(ran.out.contains(&format!("in quarantine, line {line}: the id ")), "{}", ran.out);
    let json = value(&folder.ayni(&["check", "--json", "a.json"]).out);
    let [file] = at(&json, &["files"]).as_list().expect("a list") else { panic!("one file") };
    let [text] = at(file, &["quarantine"]).as_list().expect("a list") else { panic!("one text") };
    assert_eq!((at(text, &["line"]), at(file, &["whole"])), (&Value::Int(line), &false.into()));
    assert_eq!(at(&json, &["all", "quarantined"]), &Value::Int(1));
}

#[test]
fn a_refused_a_cut_off_and_a_hand_edited_file_are_not_taken_for_whole() {
    let folder = Folder::new("check-cut");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    phone.save("visit/b", &[("notes", "cinco".into())]);
    let file = phone.file();
    let check = |content: &str, expected: &str| {
        folder.put("a.json", content);
        let ran = folder.ayni(&["check", "a.json"]);
        assert_eq!(ran.status, 1, "{}", ran.out);
        assert!(ran.out.contains(expected), "{expected}: {}", ran.out);
    };
    check("nota de campo", "a.json: refused: the file is a plain text");
    check(file.split("\"attachments\"").next().expect("a beginning"), "the file was cut off");
    check(&file.replacen("cuatro", "catorce", 1), "somebody edited `records` by hand");
    check(&file.replace("\"version\":1,", ""), "the version is missing or odd");
}

#[test]
fn clashes_clones_and_missing_photos_are_seen_before_anybody_relies_on_the_files() {
    let folder = Folder::new("check-clash");
    let (mut phone, mut clone, mut desk) = (Phone::new(PHONE, 1), Phone::new(PHONE, 50), Phone::new(DESK, 100));
    let (here, gone) = (photo(1), photo(2));
    phone.save("visit/a", &[("women", 30.into())]);
    clone.save("photo/p", &[("attachment", here.sha256.as_str().into())]);
    clone.save("photo/q", &[("attachment", gone.sha256.as_str().into())]);
    desk.save("visit/a", &[("women", 32.into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", clone.file_with(&[here]));
    folder.put("c.json", desk.file());
    let ran = folder.ayni(&["check", "a.json", "b.json", "c.json"]).fine();
    assert!(ran.out.contains("in conflict: visit/a women, 2 values"), "{}", ran.out);
    assert!(ran.out.contains("k3v9q2m7x1 wrote its change 1 twice"), "{}", ran.out);
    assert!(ran.out.contains("1 photo, 1 missing"), "{}", ran.out);
    let json = value(&folder.ayni(&["check", "--json", "a.json", "b.json", "c.json"]).fine().out);
    assert_eq!(canonical(at(&json, &["all", "forks"])), r#"[["k3v9q2m7x1",1]]"#);
    assert_eq!(canonical(at(&json, &["all", "photos", "missing"])), format!("[\"{}\"]", gone.sha256));
    let files = at(&json, &["files"]).as_list().expect("a list");
    let conflicts: Vec<&Value> = files.iter().map(|file| at(file, &["conflicts"])).collect();
    assert_eq!(conflicts, [&Value::Int(0), &Value::Int(0), &Value::Int(1)]);
}

#[test]
fn a_name_in_a_file_can_not_play_tricks_on_the_terminal() {
    let folder = Folder::new("check-escape");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    folder.put("a.json", phone.file().replace("Equipo Intag", "\\u001b[2JEquipo"));
    let ran = folder.ayni(&["check", "a.json"]).fine();
    assert!(ran.out.contains("\u{fffd}[2JEquipo") && !ran.out.contains('\u{1b}'), "{}", ran.out);
}
