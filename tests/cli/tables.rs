//! `ayni tables`: for spreadsheets.

use super::stage::{DESK, Folder, PHONE, Phone};
use ayni::record::Value;
use std::fs;

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

/// A visit that may be shared, and one that may not.
fn shared(folder: &Folder) {
    let mut phone = Phone::new(PHONE, 1);
    phone.save("organisation/o", &[("name", "Asociación Río Íntag".into())]);
    let open = [("purpose", "=1+1".into()), ("starts_on", "2026-11-20".into()), ("confidentiality", "public".into())];
    phone.save("visit/a", &[&open[..], &[("host_organisation", "organisation/o".into())]].concat());
    phone.save("visit/b", &[("purpose", "interna".into()), ("themes", Value::List(vec!["term/theme-water".into()]))]);
    folder.put("a.json", phone.file());
}

#[test]
fn tables_for_others_speak_a_language_and_say_whom_they_are_for() {
    let folder = Folder::new("tables-others");
    shared(&folder);
    let ayni = |more: &[&str]| folder.ayni(&[&["tables", "a.json", "-o", "out", "--format"], more].concat());
    let ran = ayni(&["csv", "--language", "es"]).fine();
    assert!(ran.err.contains("out: "), "{}", ran.err);
    let table = folder.text("out/visitas-equipo.csv");
    assert!(table.starts_with("\u{feff}Id;Fecha de inicio;"), "{table}");
    assert!(
        table.contains("\r\na;2026-11-20;") && table.contains(";Asociación Río Íntag;") && table.contains(";'=1+1;")
    );
    assert!(table.contains("\r\nb;"), "{table}");
    ayni(&["csv", "--for", "public", "--separator", "comma", "--language", "es"]).fine();
    let table = folder.text("out/visitas-publico.csv");
    assert!(table.starts_with("\u{feff}Id,Fecha de inicio,") && !table.contains("interna"), "{table}");
    ayni(&["hxl"]).fine();
    assert!(folder.text("out/visits-team.hxl.csv").contains("\r\n#activity+visit+id,#date+start,"));
    ayni(&["geojson", "--for", "public"]).fine();
    assert!(folder.text("out/ayni-public.geojson").contains("\"for\":\"public\""));
    ayni(&["xlsx", "--at", "2026-11-24T18:05:12-05:00"]).fine();
    let first = fs::read(folder.path().join("out/ayni-team.xlsx")).expect("it was written");
    ayni(&["xlsx", "--at", "2026-11-24T18:05:12-05:00"]).fine();
    assert!(first.starts_with(b"PK\x03\x04") && fs::read(folder.path().join("out/ayni-team.xlsx")).ok() == Some(first));
}

#[test]
fn what_makes_no_sense_together_is_refused_before_anything_is_written() {
    let folder = Folder::new("tables-refused");
    shared(&folder);
    for words in [
        &["--for", "public"][..],
        &["--language", "es"],
        &["--separator", "comma"],
        &["--format", "xlsx", "--separator", "comma"],
        &["--format", "xlsx", "--with-binned"],
        &["--format", "ods"],
    ] {
        assert_eq!(folder.ayni(&[&["tables", "a.json", "-o", "out"], words].concat()).status, 2, "{words:?}");
        assert!(
            folder.path().join("out").read_dir().is_ok_and(|mut all| all.next().is_none())
                || !folder.path().join("out").exists()
        );
    }
}
