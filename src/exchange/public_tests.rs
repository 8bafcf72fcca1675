use super::*;
use crate::exchange::{Refused, read};
use crate::log::{Change, ChangeId, Compose, DeviceId, Entry, Tick};
use crate::record::json;

fn device() -> DeviceId {
    DeviceId::parse("k3v9q2m7x1").expect("ten characters")
}

fn change(record: &str, fields: &[(Field, Value)], device: &DeviceId, seq: i64, prev: Option<ChangeId>) -> Change {
    let set = fields.iter().map(|(field, value)| (field.name().to_owned(), value.clone())).collect();
    let record = RecordId::parse(record).expect("a fitting record");
    let tick = Tick::parse(&format!("0000000000{seq:02}-0000")).expect("a fitting tick");
    let at = "2026-11-24T08:11:22-05:00";
    let (over, seen) = (Map::new(), Vec::new());
    let compose = Compose { record: &record, set, over, seen, device, seq, prev, at, tick };
    Change::compose(compose).expect("it can be composed")
}

/// A set in which each record was written once.
fn log(records: &[(&str, &[(Field, Value)])]) -> Log {
    let mut log = Log::default();
    let mut prev = None;
    for (seq, (record, fields)) in (1..).zip(records) {
        let change = change(record, fields, &device(), seq, prev);
        prev = Some(change.id());
        log.accept(Entry::from(change));
    }
    log
}

fn text(log: &Log) -> String {
    Public::of(log).write(&Made { at: "2026-11-24T18:05:12-05:00", by: "Rosa Quispe", device: &device() })
}

fn visit(level: &str, more: &[(Field, Value)]) -> Vec<(Field, Value)> {
    let level = (Field::Confidentiality, level.into());
    [&[level, (Field::Purpose, "ver el vivero".into())], more].concat()
}

#[test]
fn f3_only_visits_that_somebody_lets_others_read_go_out() {
    let (shared, public, internal) = (visit("shareable", &[]), visit("public", &[]), visit("internal", &[]));
    let unsaid = [(Field::Purpose, "sin decir".into())];
    let log = log(&[("visit/a", &shared), ("visit/b", &public), ("visit/c", &internal), ("visit/d", &unsaid)]);
    let copy = Public::of(&log);
    assert_eq!((copy.visits, copy.visits_kept), (2, 2));
    let text = text(&log);
    assert!(text.contains("\"id\":\"a\"") && text.contains("\"id\":\"b\""));
    assert!(!text.contains("\"id\":\"c\"") && !text.contains("\"id\":\"d\""));
}

#[test]
fn f3_nothing_of_it_can_be_merged_and_nobody_is_confirmed() {
    let text = text(&log(&[("visit/a", &visit("public", &[]))]));
    assert!(text.contains("\"contains\":\"records\"") && text.contains("\"have\":{}"));
    assert!(!text.contains("Rosa Quispe"));
    assert!(matches!(read(text.as_bytes()), Err(Refused::ForReading)), "{:?}", read(text.as_bytes()));
}

#[test]
fn what_is_personal_stays_at_home() {
    let quote = |said: &str, consent: &str| Value::map([("text", said.into()), ("consent", consent.into())]);
    let place = Value::map([
        ("latitude", (-17_389_512).into()),
        ("longitude", (-66_156_800).into()),
        ("accuracy_m", 8.into()),
        ("source", "device".into()),
    ]);
    let more = [
        (Field::Quotes, vec![quote("con permiso", "given"), quote("sin permiso", "unknown")].into()),
        (Field::Location, place),
        (Field::Observations, "Llamar a Juana, 0991234567 o juana@mail.ec, el lunes".into()),
        (Field::PeopleMet, vec![Value::map([("role", "presidenta Juana".into())])].into()),
        (Field::Remarks, "nota privada".into()),
    ];
    let promise = [
        (Field::Visit, "visit/a".into()),
        (Field::What, "Enviar semilla".into()),
        (Field::Responsible, "Juana Mamani".into()),
    ];
    let photo = [(Field::Of, "visit/a".into()), (Field::Caption, "Doña Juana".into())];
    let named = [(Field::Name, "Rosa Quispe".into())];
    let log = log(&[
        ("visit/a", &visit("public", &more)),
        ("agreement/p", &promise),
        ("photo/f", &photo),
        ("device/k3v9q2m7x1", &named),
    ]);
    let text = text(&log);
    for gone in
        ["sin permiso", "0991234567", "juana@mail.ec", "presidenta", "privada", "Mamani", "Doña", "Rosa", "accuracy"]
    {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    for there in ["con permiso", "Llamar a Juana, […] o […], el lunes", "-17390000", "-66160000", "Enviar semilla"]
    {
        assert!(text.contains(there), "{there}: {text}");
    }
    let copy = Public::of(&log);
    assert_eq!((copy.quotes_kept, copy.blotted), (1, 1));
}

#[test]
fn hosts_places_and_words_go_with_what_names_them_and_no_others() {
    let host =
        [(Field::HostOrganisation, "organisation/h".into()), (Field::Themes, vec![Value::from("term/t")].into())];
    let organisation = [(Field::Name, "Caficultores".into()), (Field::Place, "place/p".into())];
    let place = [(Field::Name, "Apuela".into()), (Field::Latitude, 366_999.into())];
    let log = log(&[
        ("visit/a", &visit("public", &host)),
        ("organisation/h", &organisation),
        ("place/p", &place),
        ("term/t", &[(Field::LabelEs, "agua".into())]),
        ("organisation/other", &[(Field::Name, "Nadie la nombra".into())]),
    ]);
    let text = text(&log);
    assert!(text.contains("Caficultores") && text.contains("Apuela") && text.contains("agua"));
    assert!(text.contains("\"latitude\":370000"));
    assert!(!text.contains("Nadie la nombra"));
}

#[test]
fn where_two_people_disagree_whether_it_may_be_shared_it_stays() {
    let mut both = log(&[("visit/a", &visit("public", &[]))]);
    let other = DeviceId::parse("p0aab3c4d5").expect("ten characters");
    let internal = [(Field::Confidentiality, "internal".into())];
    both.accept(Entry::from(change("visit/a", &internal, &other, 1, None)));
    assert_eq!(Public::of(&both).visits, 0);
}

#[test]
fn sessions_go_as_counts_without_what_was_written_about_them() {
    let course = [(Field::Name, "Poda".into()), (Field::Facilitator, "Ing. Pérez".into())];
    let session = [
        (Field::Course, "course/c".into()),
        (Field::Total, 30.into()),
        (Field::Remarks, "Faltó Juana".into()),
        (Field::Evidence, "lista en casa de Juana".into()),
    ];
    let text = text(&log(&[("course/c", &course), ("session/s", &session)]));
    assert!(text.contains("Poda") && text.contains("\"total\":30"));
    assert!(!text.contains("Pérez") && !text.contains("Juana"));
}

/// F5
#[test]
fn f5_its_trailer_fits_what_stands_in_it() {
    let text = text(&log(&[("visit/a", &visit("public", &[]))]));
    let file = json::read(&text).expect("it is JSON");
    let end = file.member("end").expect("a trailer");
    let records = crate::log::canonical(file.member("records").expect("records"));
    assert_eq!(
        end.member("records").and_then(Value::as_text),
        Some(crate::log::sha256_hex(records.as_bytes()).as_str())
    );
    assert_eq!(end.member("changes").and_then(Value::as_int), Some(0));
}
