//! Both shipped sets of lines: each line proves itself, and what it says is known to this version.

use ayni::log::{Change, Log};
use ayni::record::{Choice, Field, Kind, RecordId, Value, gazetteer};

const SETS: [(&str, &str); 2] = [("vocabulary.jsonl", "ayni000000"), ("example.jsonl", "example000")];

fn changes(name: &str) -> Vec<Change> {
    super::read(name).lines().map(|line| Change::read(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

/// Everything in one set, as the example workspace holds it.
pub fn all() -> Log {
    let texts = SETS.map(|(name, _)| super::read(name));
    let (log, rejected) = Log::from_lines(texts.iter().flat_map(|text| text.lines()));
    assert_eq!(rejected, []);
    log
}

/// C6, C1, C3.
#[test]
fn every_copy_ships_the_same_lines_and_each_proves_itself() {
    for (name, _) in SETS {
        let text = super::read(name);
        for (line, change) in text.lines().zip(changes(name)) {
            assert_eq!(line, change.line(), "not canonical");
        }
        assert!(text.ends_with('\n') && !text.contains('\r') && !text.contains("\n\n"), "{name}");
    }
}

/// C6: the device's `seq` has no gaps, and each change names the one before.
#[test]
fn each_set_is_one_devices_unbroken_chain() {
    for (name, device) in SETS {
        let mut prev = None;
        for (seq, change) in (1..).zip(changes(name)) {
            assert_eq!((change.device().as_str(), change.seq()), (device, seq));
            assert!(change.device().is_shipped());
            let line: Value = serde_json::from_str(change.line()).expect("a line is JSON");
            assert_eq!(line.member("prev").and_then(Value::as_text).map(str::to_owned), prev, "{}", change.line());
            prev = Some(change.id().to_string());
        }
    }
}

/// C6: what a person writes is shown before what was shipped, and replaces it without a clash.
#[test]
fn a_persons_correction_is_shown_before_what_was_shipped() {
    let changes = SETS.iter().flat_map(|(name, _)| changes(name));
    assert!(changes.into_iter().all(|change| change.tick().ms() == 1));
}

#[test]
fn each_set_says_who_wrote_it() {
    let log = all();
    for (device, name) in [("ayni000000", "Ayni"), ("example000", "Ejemplo")] {
        let record = RecordId::new(Kind::Device, device).expect("a record");
        assert_eq!(log.shown(&record, "name"), Some(&Value::from(name)));
    }
}

#[test]
fn every_word_of_the_lists_has_a_label_in_both_languages_and_stands_there_once() {
    let log = all();
    let mut seen = std::collections::BTreeSet::new();
    for term in log.records_of(Kind::Term) {
        let fields = term.fields();
        let list = fields.choice(Field::List).unwrap_or_else(|| panic!("{}: no known list", term.id()));
        let lists = [Choice::ProductionArea, Choice::Theme, Choice::Topic, Choice::Practice, Choice::Product];
        assert!(lists.contains(&list), "{}", term.id());
        for field in [Field::LabelEs, Field::LabelEn] {
            let label = fields.text(field);
            assert!(label.starts_with(char::is_uppercase) && label == label.trim(), "{}: {label:?}", term.id());
            assert!(seen.insert((list, field, label.to_owned())), "{label:?} stands twice in {list:?}");
        }
    }
}

#[test]
fn the_lists_are_short_enough_to_choose_from() {
    let log = all();
    let of = |list: Choice| {
        log.records_of(Kind::Term).filter(|term| term.shown("list") == Some(&Value::from(list.name()))).count()
    };
    assert!((10..=15).contains(&of(Choice::Topic)));
    assert!((8..=15).contains(&of(Choice::ProductionArea)) && (8..=15).contains(&of(Choice::Theme)));
    assert!(log.records_of(Kind::Term).count() <= 55);
}

#[test]
fn every_reference_leads_somewhere() {
    let log = all();
    for record in log.records() {
        for (name, value) in record.fields().0 {
            each_text(&value, &mut |text| {
                let refers = RecordId::parse(text).is_some_and(|record| record.kind().is_some());
                assert!(!refers || log.record(&RecordId::parse(text).expect("a record")).is_some(), "{name}: {text}");
            });
        }
    }
}

#[test]
fn every_field_every_choice_every_place_and_every_date_is_one_this_version_knows() {
    let log = all();
    for record in log.records() {
        assert!(record.id().kind().is_some(), "{}", record.id());
        for (name, value) in record.fields().0 {
            let field = Field::from_name(&name).unwrap_or_else(|| panic!("{}: unknown field {name}", record.id()));
            match field {
                Field::Level
                | Field::ActorType
                | Field::Roles
                | Field::List
                | Field::VisitType
                | Field::Status
                | Field::Confidentiality
                | Field::Method
                | Field::CountBasis
                | Field::CountingUnit => each_text(&value, &mut |text| {
                    assert!(Choice::from_name(text).is_some(), "{}: {name} {text}", record.id());
                }),
                Field::Practices => each_member(&value, "stage", &[Choice::Seen, Choice::Tried, Choice::Adopted]),
                Field::Lessons => each_member(&value, "for", &[Choice::Bolivia, Choice::Ecuador, Choice::Both]),
                Field::Municipality => assert!(gazetteer::find(value.as_text().unwrap_or_default()).is_some()),
                Field::Place | Field::Parent => assert!(is_place(value.as_text().unwrap_or_default()), "{value:?}"),
                Field::Country | Field::Countries => each_text(&value, &mut |text| {
                    assert!(["BO", "EC", "KR", "PA"].contains(&text), "{text}");
                }),
                Field::StartsOn | Field::EndsOn | Field::HeldOn | Field::DueOn => {
                    let day = [value.as_text().unwrap_or_default(), "T00:00:00Z"].concat();
                    assert!(ayni::log::is_rfc3339(&day), "{day}");
                }
                _ => {}
            }
        }
    }
}

/// A place of the example, a municipality, or a country.
fn is_place(text: &str) -> bool {
    let is_record = RecordId::parse(text).is_some_and(|record| record.kind() == Some(Kind::Place));
    is_record || gazetteer::find(text).is_some() || ["BO", "EC"].contains(&text)
}

fn each_text(value: &Value, check: &mut impl FnMut(&str)) {
    match value {
        Value::Text(text) => check(text),
        Value::List(items) => items.iter().for_each(|item| each_text(item, check)),
        Value::Map(members) => members.values().for_each(|item| each_text(item, check)),
        Value::Null | Value::Bool(_) | Value::Int(_) => {}
    }
}

/// The member of each item of a list, where it is there, is one of the choices.
fn each_member(list: &Value, member: &str, choices: &[Choice]) {
    for text in list.as_list().unwrap_or_default().iter().filter_map(|item| item.member(member)?.as_text()) {
        assert!(Choice::from_name(text).is_some_and(|choice| choices.contains(&choice)), "{member}: {text}");
    }
}
