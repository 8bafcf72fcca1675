//! `ayni decisions`: who decided what.

use super::stage::{DESK, Folder, PHONE, Phone};

#[test]
fn it_is_told_who_kept_what_and_what_was_set_aside() {
    let folder = Folder::new("decisions");
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    let first = phone.save("session/s", &[("total", 30.into())]);
    let second = desk.save("session/s", &[("total", 32.into())]);
    desk.save(&format!("device/{DESK}"), &[("name", "=Oficina".into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", desk.file());
    let head = "\u{feff}record,field,kept,set_aside,device,name,at,stands\r\n";
    assert_eq!(folder.ayni(&["decisions", "a.json", "b.json"]).fine().out, head);

    desk.log.accept(first.clone());
    desk.save_over("session/s", &[("total", 30.into())], &[&first, &second]);
    folder.put("b.json", desk.file());
    let row = "session/s,total,30,[32],p0aab3c4d5,'=Oficina,2026-11-24T08:11:22-05:00,true\r\n";
    assert_eq!(folder.ayni(&["decisions", "b.json", "a.json"]).fine().out, [head, row].concat());
    folder.ayni(&["decisions", "b.json", "-o", "out.csv"]).fine();
    assert_eq!(folder.text("out.csv"), [head, row].concat());
}

#[test]
fn a_table_never_takes_the_place_of_a_file_that_is_read() {
    let folder = Folder::new("decisions-place");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("purpose", "ver".into())]);
    folder.put("a.json", phone.file());
    let before = folder.text("a.json");
    let ran = folder.ayni(&["decisions", "a.json", "-o", "a.json"]);
    assert!(ran.err.contains("a.json"), "{}", ran.err);
    assert_eq!(folder.text("a.json"), before);
}
