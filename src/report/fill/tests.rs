use super::super::document::{Block, Lacking, Table};
use super::*;
use crate::insight::ready::WhyNot;
use crate::report::hand::{Hand, cells};

/// A visit that may enter.
fn visit(hand: &mut Hand, name: &str, more: &[(Field, Value)]) {
    let fields = [
        (Field::StartsOn, "2026-05-02".into()),
        (Field::Purpose, "Ver el vivero".into()),
        (Field::Status, "reviewed".into()),
        (Field::Confidentiality, "shareable".into()),
    ];
    hand.save(name, &[&fields, more].concat());
}

fn report(hand: &Hand, audience: Audience) -> Document {
    fill(&hand.log, &Asked { lang: Lang::En, audience, today: "2026-11-26".into(), ..Asked::default() })
}

fn section(document: &Document, heading: Heading) -> &[Block] {
    let found = document.sections.iter().find(|section| section.heading == heading);
    found.map(|section| section.filled.as_slice()).unwrap_or_default()
}

fn texts(document: &Document, heading: Heading) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Line(line) | Block::Note(line) => vec![line.text.clone()],
        Block::Items(lines) => lines.iter().map(|line| line.text.clone()).collect(),
        _ => Vec::new(),
    };
    section(document, heading).iter().flat_map(text).collect()
}

fn table<'a>(document: &'a Document, heading: Heading, caption: &str) -> &'a Table {
    let is_it = |block: &'a Block| if let Block::Table(table) = block { Some(table) } else { None };
    let mut all = section(document, heading).iter().filter_map(is_it);
    all.find(|table| table.caption == caption).unwrap_or_else(|| panic!("no table {caption:?}"))
}

fn rows(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.cells.join(" | ")).collect()
}

fn lesson(text: &str, whom: &str) -> Value {
    Value::map([("text", text.into()), ("for", whom.into())])
}

#[test]
fn an_empty_heading_says_so_and_what_a_person_wrote_stands_by_itself() {
    let mut hand = Hand::new();
    hand.save("report/r", &[(Field::TextRole, "UNDP helped.\n\n  And others did. ".into())]);
    let asked = Asked::of_record(&hand.log, &RecordId::parse("report/r").expect("a record"), "2026-11-26");
    let document = fill(&hand.log, &Asked { lang: Lang::En, ..asked });
    for one in &document.sections {
        let written: &[&str] = if one.heading == Heading::Role { &["UNDP helped.", "And others did."] } else { &[] };
        assert_eq!(one.written, written);
        assert_eq!(one.filled.len(), usize::from(written.is_empty()), "{:?}", one.heading);
    }
    assert_eq!(texts(&document, Heading::Lessons), ["No information recorded."]);
}

#[test]
fn lessons_that_say_the_same_are_one_with_all_their_sources() {
    let mut hand = Hand::new();
    visit(&mut hand, "visit/a", &[(Field::Lessons, vec![lesson("Regar de noche.", "bolivia")].into())]);
    let two = vec![lesson("regar  DE NOCHE", "bolivia"), lesson("Regar de noche", "ecuador")];
    visit(&mut hand, "visit/b", &[(Field::Lessons, two.into()), (Field::Purpose, "Ver el riego".into())]);
    let document = report(&hand, Audience::Team);
    assert_eq!(
        texts(&document, Heading::Lessons),
        ["Regar de noche. [For Bolivia] (Ver el vivero; Ver el riego)", "Regar de noche [For Ecuador] (Ver el riego)"]
    );
    assert_eq!(texts(&document, Heading::Results), ["For Bolivia: 2 lessons.", "For Ecuador: one lesson."]);
}

#[test]
fn people_are_told_as_bounds_and_few_are_not_told_to_the_public() {
    let mut hand = Hand::new();
    hand.save("course/c", &[(Field::Name, "Riego".into()), (Field::Method, "field_school".into())]);
    let counts = cells(&[("female", "18_29", "producer", 18), ("male", "18_29", "producer", 3)]);
    for (name, day) in [("session/a", "2026-05-02"), ("session/b", "2026-05-09")] {
        hand.save(
            name,
            &[
                (Field::Course, "course/c".into()),
                (Field::HeldOn, day.into()),
                (Field::CountBasis, "signed_list".into()),
                (Field::CountingUnit, "people".into()),
                (Field::Total, 21.into()),
                (Field::Cells, counts.clone()),
                (Field::Evidence, "Lista en la carpeta azul".into()),
            ],
        );
    }
    let team = report(&hand, Audience::Team);
    let numbers = rows(table(&team, Heading::Activities, "Trainings in numbers"));
    assert!(numbers[0].starts_with("sessions | 2 |") && numbers[1].starts_with("attendances | 42 |"), "{numbers:?}");
    assert!(numbers[2].starts_with("different people | between 21 and 42 | Not deduplicated."), "{numbers:?}");
    let by_sex = |document: &Document| rows(table(document, Heading::Activities, "Attendances by sex"));
    assert_eq!(by_sex(&team), ["Women | 36", "Men | 6", "Sum | 42"]);
    assert!(texts(&team, Heading::Results)[0].starts_with("Women: 86%"));
    assert_eq!(
        texts(&team, Heading::Evidence),
        ["Lista en la carpeta azul (2 May 2026)", "Lista en la carpeta azul (9 May 2026)"]
    );
    let public = report(&hand, Audience::Public);
    assert_eq!(texts(&public, Heading::Evidence), ["No information recorded."]);

    // One session alone has three men: nobody of the public learns that.
    let asked = |audience| Asked {
        lang: Lang::En,
        audience,
        period: Some(Period { from: "2026-05-01".into(), to: "2026-05-05".into() }),
        today: "2026-11-26".into(),
        ..Asked::default()
    };
    let public = fill(&hand.log, &asked(Audience::Public));
    assert_eq!(by_sex(&public), ["Women | ≥5", "Men | <5"], "the sum would tell it");
    assert_eq!(texts(&public, Heading::Results), ["No information recorded."]);
    assert_eq!(by_sex(&fill(&hand.log, &asked(Audience::Team))), ["Women | 18", "Men | 3", "Sum | 21"]);
}

#[test]
fn what_stays_out_is_named_with_the_reason() {
    let mut hand = Hand::new();
    let change = |status: &str, level: &str| [(Field::Status, status.into()), (Field::Confidentiality, level.into())];
    visit(&mut hand, "visit/a", &[]);
    visit(&mut hand, "visit/b", &change("complete", "public"));
    visit(&mut hand, "visit/c", &change("reviewed", "internal"));
    visit(&mut hand, "visit/d", &change("returned", "public"));
    hand.save("session/e", &[(Field::HeldOn, "2026-05-02".into()), (Field::Status, "returned".into())]);
    let document = report(&hand, Audience::Team);
    let why: Vec<(&str, WhyNot)> = document.left_out.iter().map(|(record, why)| (record.as_str(), *why)).collect();
    assert_eq!(
        why,
        [
            ("visit/b", WhyNot::NotReviewed),
            ("visit/c", WhyNot::Internal),
            ("visit/d", WhyNot::Returned),
            ("session/e", WhyNot::Returned)
        ]
    );
    assert_eq!(table(&document, Heading::Implemented, "Agenda").rows.len(), 1);
    assert!(document.closing.iter().any(|line| line.starts_with("4 visits and trainings are not in this report")));
}

#[test]
fn a_visit_belongs_to_the_exchange_it_names_else_to_that_of_its_days() {
    let mut hand = Hand::new();
    for (name, from, to) in [("exchange/x", "2026-05-01", "2026-05-10"), ("exchange/y", "2026-06-01", "2026-06-10")] {
        hand.save(name, &[(Field::Title, name.into()), (Field::StartsOn, from.into()), (Field::EndsOn, to.into())]);
    }
    visit(&mut hand, "visit/by-day", &[]);
    visit(&mut hand, "visit/named", &[(Field::Exchange, "exchange/x".into()), (Field::StartsOn, "2026-09-01".into())]);
    visit(&mut hand, "visit/of-other", &[(Field::Exchange, "exchange/y".into())]);
    visit(&mut hand, "visit/later", &[(Field::StartsOn, "2026-06-02".into())]);
    let of = |exchange: &str| {
        let asked = Asked { exchange: RecordId::parse(exchange), today: "2026-11-26".into(), ..Asked::default() };
        let document = fill(&hand.log, &asked);
        let agenda = table(&document, Heading::Implemented, "Agenda");
        agenda.rows.iter().flat_map(|row| &row.records).map(|record| record.rid().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("exchange/x"), ["by-day", "named"]);
    assert_eq!(of("exchange/y"), ["of-other", "later"]);
}

#[test]
fn an_indicator_without_a_target_has_no_share_and_is_named_as_missing() {
    let mut hand = Hand::new();
    visit(&mut hand, "visit/a", &[]);
    visit(&mut hand, "visit/b", &[]);
    let counts = Value::map([("measure", "visits".into())]);
    let period =
        |value: i64| Value::map([("from", "2026-01-01".into()), ("to", "2026-12-31".into()), ("value", value.into())]);
    let indicator = |hand: &mut Hand, name: &str, more: &[(Field, Value)]| {
        let fields = [(Field::NameEn, name.into()), (Field::Counts, counts.clone())];
        hand.save(&["indicator/", name].concat(), &[&fields, more].concat());
    };
    indicator(&mut hand, "a", &[(Field::Baseline, 1.into()), (Field::Targets, vec![period(3)].into())]);
    indicator(&mut hand, "b", &[]);
    let document = report(&hand, Audience::Team);
    let told = rows(table(&document, Heading::Achieved, "Indicators"));
    assert_eq!(told, ["a | 1 | 3 | 2 | 50% | visits, 1 Jan 2026 to 31 Dec 2026", "b | — | — | 2 | — | visits"]);
    let lacks: Vec<&str> =
        document.lacks.iter().filter(|lack| lack.what == Lacking::Target).map(|lack| lack.record.rid()).collect();
    assert_eq!(lacks, ["b"]);
    assert_eq!(rows(table(&document, Heading::Evidence, "Before and now")), ["a | 1 | 2"]);
}

#[test]
fn a_quote_needs_consent_and_the_public_sees_no_number_of_anybody() {
    let mut hand = Hand::new();
    let quote = |text: &str, consent: &str| {
        Value::map([("text", text.into()), ("role", "productora".into()), ("consent", consent.into())])
    };
    let quotes =
        vec![quote("Ahora regamos de noche", "given"), quote("No me cite", "refused"), quote("No sé", "unknown")];
    visit(
        &mut hand,
        "visit/a",
        &[(Field::Quotes, quotes.into()), (Field::Recommendations, "Llamar al 099 123 4567".into())],
    );
    let document = report(&hand, Audience::Public);
    assert_eq!(texts(&document, Heading::Lessons), ["“Ahora regamos de noche” – productora, Ver el vivero"]);
    let visit = RecordId::parse("visit/a");
    let asked = Asked {
        template: Template::Visit,
        visit,
        audience: Audience::Public,
        today: "2026-11-26".into(),
        ..Asked::default()
    };
    assert_eq!(texts(&fill(&hand.log, &asked), Heading::Recommendations), ["Llamar al […]"]);
}
