//! `ayni report`: what is handed in.

use super::stage::{DESK, Folder, PHONE, Phone, photo};
use ayni::record::Value;
use std::fs;

const AT: &str = "2026-11-26T10:00:00-05:00";

fn visit(phone: &mut Phone, name: &str, more: &[(&str, Value)]) {
    let fields: [(&str, Value); 6] = [
        ("starts_on", "2026-05-02".into()),
        ("municipality", "EC1003".into()),
        ("purpose", "Ver el vivero <b>grande</b>".into()),
        ("observations", "Riegan de noche.".into()),
        ("status", "reviewed".into()),
        ("confidentiality", "shareable".into()),
    ];
    phone.save(name, &[&fields, more].concat());
}

#[test]
fn a_report_holds_what_was_reviewed_and_says_how_much_stays_out() {
    let folder = Folder::new("report");
    let mut phone = Phone::new(PHONE, 1);
    visit(&mut phone, "visit/a", &[]);
    visit(&mut phone, "visit/b", &[("status", "complete".into()), ("purpose", "No revisada".into())]);
    visit(&mut phone, "visit/c", &[("confidentiality", "internal".into()), ("purpose", "Solo del equipo".into())]);
    folder.put("a.json", phone.file());
    let ran = folder.ayni(&["report", "a.json", "--language", "es", "--at", AT]).fine();
    assert!(
        ran.out.contains("| 02/05/2026 | Cotacachi · Imbabura | Ver el vivero \\<b\\>grande\\</b\\> |"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("No revisada") && !ran.out.contains("Solo del equipo"), "{}", ran.out);
    assert!(ran.err.contains("not in the report, because not reviewed or only for the team: 2 records"), "{}", ran.err);
}

#[test]
fn what_two_people_wrote_under_two_headings_is_both_in_the_report() {
    let folder = Folder::new("report-two");
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    visit(&mut phone, "visit/a", &[]);
    phone.save("report/r", &[("text_summary", "Resumen de Rosa.".into()), ("title", "El informe".into())]);
    desk.save("report/r", &[("text_lessons", "Lecciones de Juan.".into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", desk.file());
    let words = ["--report", "report/r", "--language", "es", "--at", AT];
    let one = folder.ayni(&[&["report", "a.json", "b.json"], &words[..]].concat()).fine().out;
    let other = folder.ayni(&[&["report", "b.json", "a.json"], &words[..]].concat()).fine().out;
    assert_eq!(one, other);
    assert!(
        one.starts_with("# El informe\n") && one.contains("Resumen de Rosa.") && one.contains("Lecciones de Juan."),
        "{one}"
    );
}

#[test]
fn only_photos_with_consent_and_caption_are_shown_and_none_to_the_public() {
    let folder = Folder::new("report-photos");
    let mut phone = Phone::new(PHONE, 1);
    visit(&mut phone, "visit/a", &[]);
    let photos = [photo(1), photo(2), photo(3)];
    for (at, (consent, caption)) in
        [("given", "El vivero"), ("unknown", "Una cara"), ("given", "")].into_iter().enumerate()
    {
        let attachment = photos[at].sha256.as_str();
        let fields = [
            ("of", "visit/a".into()),
            ("attachment", attachment.into()),
            ("consent", consent.into()),
            ("caption", caption.into()),
        ];
        phone.save(&format!("photo/p{at}"), &fields);
    }
    folder.put("a.json", phone.file_with(&photos));
    folder.ayni(&["report", "a.json", "--format", "html", "--at", AT, "-o", "team.html"]).fine();
    let team = folder.text("team.html");
    assert_eq!((team.matches("<img ").count(), team.matches("El vivero").count() > 0), (1, true));
    assert!(!team.contains("Una cara"));
    assert!(team.contains("&lt;b&gt;grande&lt;/b&gt;") && !team.contains("<b>grande"), "nothing typed is markup");
    folder.ayni(&["report", "a.json", "--format", "html", "--for", "public", "--at", AT, "-o", "public.html"]).fine();
    assert!(!folder.text("public.html").contains("<img "));
}

#[test]
fn a_word_file_is_the_same_each_time_and_has_the_parts_of_one() {
    let folder = Folder::new("report-docx");
    let mut phone = Phone::new(PHONE, 1);
    visit(
        &mut phone,
        "visit/a",
        &[("lessons", Value::List(vec![Value::map([("text", "Regar\u{1}de noche".into())])]))],
    );
    folder.put("a.json", phone.file());
    for name in ["one.docx", "two.docx"] {
        folder.ayni(&["report", "a.json", "--format", "docx", "--at", AT, "-o", name]).fine();
    }
    let [one, two] = ["one.docx", "two.docx"].map(|name| fs::read(folder.path().join(name)).expect("it was written"));
    assert!(one == two && one.starts_with(b"PK\x03\x04"));
    for part in ["[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/footer.xml"] {
        assert!(one.windows(part.len()).any(|bytes| bytes == part.as_bytes()), "{part}");
    }
}

#[test]
fn what_can_not_be_carried_out_is_said_before_anything_is_written() {
    let folder = Folder::new("report-usage");
    folder.put("a.json", Phone::new(PHONE, 1).file());
    for words in [
        &["--template", "visit"][..],
        &["--template", "visit", "--visit", "visit/nowhere"],
        &["--from", "2026-05-02", "--to", "2026-05-01"],
        &["--from", "2026-05-02"],
        &["--exchange", "exchange/nowhere"],
    ] {
        let ran = folder.ayni(&[&["report", "a.json", "-o", "out.md"], words].concat());
        assert_eq!(ran.status, 2, "{words:?}: {}", ran.err);
        assert!(!folder.names().contains(&"out.md".to_owned()), "{words:?}");
    }
}
