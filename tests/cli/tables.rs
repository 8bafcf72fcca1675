//! `ayni tables`: for spreadsheets.

use super::stage::{DESK, Folder, PHONE, Phone};
use ayni::record::Value;

#[test]
fn a_table_opens_in_a_spreadsheet_and_nothing_in_it_runs() {
    let folder = Folder::new("tables");
    let mut phone = Phone::new(PHONE, 1);
    let themes = Value::List(vec!["agua".into(), "suelo".into()]);
    phone.save("visit/a", &[("notes", "=1+1, \"dos\"\ny tres".into()), ("women", (-5).into())]);
    phone.save("visit/b", &[("themes", themes), ("remote", true.into())]);
    let gone = phone.save("visit/c", &[("notes", "a la basura".into())]);
    phone.bin("visit/c", &[&gone]);
    phone.save("harvest_day/x", &[("mood", "+593".into())]);
    folder.put("a.json", phone.file());
    folder.ayni(&["tables", "a.json", "-o", "out"]).fine();
    assert_eq!(
        folder.text("out/visit.csv"),
        "id,notes,remote,themes,women\r\na,\"'=1+1, \"\"dos\"\"\ny tres\",,,-5\r\nb,,true,\"[\"\"agua\"\",\"\"suelo\"\"]\",\r\n"
    );
    assert_eq!(folder.text("out/harvest_day.csv"), "id,mood\r\nx,'+593\r\n");
    folder.ayni(&["tables", "a.json", "-o", "out", "--with-binned"]).fine();
    assert!(folder.text("out/visit.csv").contains("\r\nc,a la basura,,,true,\r\n"), "{}", folder.text("out/visit.csv"));
}

#[test]
fn a_table_never_hides_that_a_number_is_in_conflict() {
    let folder = Folder::new("tables-conflict");
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    phone.save("session/s", &[("women", 30.into())]);
    desk.save("session/s", &[("women", 32.into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", desk.file());
    let ran = folder.ayni(&["tables", "a.json", "b.json", "-o", "out"]).fine();
    assert!(ran.err.contains("1 field in conflict"), "{}", ran.err);
    assert_eq!(folder.text("out/session.csv"), "id,women\r\ns,32\r\n");
}
