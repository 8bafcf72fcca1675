//! What must not slip into a report, and what must not get lost on the way.

use super::*;
use crate::insight::ready::WhyNot;
use crate::record::Choice;
use crate::report::document::Lacking;
use crate::report::hand::{Hand, cells, full};
use crate::report::markdown::markdown;

fn text(hand: &Hand, audience: Audience) -> String {
    text_of(hand, Asked { audience, ..Asked::default() })
}

fn text_of(hand: &Hand, asked: Asked) -> String {
    markdown(&fill(&hand.log, &Asked { lang: Lang::En, today: "2026-11-27".to_owned(), ..asked }), &|_| None)
}

fn reviewed(hand: &mut Hand, visit: &str, more: &[(Field, Value)]) {
    let base = [(Field::Status, "reviewed".into()), (Field::Confidentiality, "public".into())];
    hand.save(visit, &[&base[..], more].concat());
}

#[test]
fn a_host_whom_only_an_internal_note_names_is_in_no_report() {
    let mut hand = Hand::new();
    hand.save("exchange/a", &[(Field::Title, "Uno".into())]);
    let host = |name: &str| [(Field::Name, name.into()), (Field::Roles, vec![Value::from("host")].into())];
    hand.save("organisation/open", &host("Abierta"));
    hand.save("organisation/secret", &host("Callada"));
    let partner = [(Field::Name, "Aliada".into()), (Field::Roles, vec![Value::from("partner")].into())];
    hand.save("organisation/partner", &partner);
    reviewed(&mut hand, "visit/a", &[(Field::HostOrganisation, "organisation/open".into())]);
    hand.save("visit/b", &[(Field::HostOrganisation, "organisation/secret".into())]);
    let check = |audience, expected: [bool; 3]| {
        let text = text(&hand, audience);
        assert_eq!(["Abierta", "Callada", "Aliada"].map(|name| text.contains(name)), expected, "{text}");
    };
    check(Audience::Team, [true, false, true]);
    check(Audience::Public, [true, false, false]);
}

#[test]
fn a_practice_that_nobody_marked_as_transferable_is_no_instrument() {
    let mut hand = Hand::new();
    let practice = |name: &str, transferable: &str| {
        Value::map([("description", name.into()), ("transferable", transferable.into())])
    };
    let practices =
        vec![practice("Abono", "yes"), practice("Riego", "partly"), practice("Cerco", ""), practice("Pozo", "no")];
    reviewed(&mut hand, "visit/a", &[(Field::Practices, practices.into())]);
    let document = fill(&hand.log, &Asked::default());
    let section = document.sections.iter().find(|section| section.heading == Heading::Instruments).expect("it");
    let told = format!("{section:?}");
    assert_eq!(["Abono", "Riego", "Cerco", "Pozo"].map(|name| told.contains(name)), [true, true, false, false]);
}

#[test]
fn nobody_in_a_small_group_can_be_worked_out_in_a_public_report() {
    let hand = full();
    let (team, public) = (text(&hand, Audience::Team), text(&hand, Audience::Public));
    assert!(team.contains("| 17 |") && team.contains("| 2 |"), "{team}");
    for (shown, is_there) in [("| 9 |", false), ("| 2 |", false), ("≥5", true)] {
        assert_eq!(public.contains(shown), is_there, "{shown}: {public}");
    }
}

#[test]
fn every_row_of_a_breakdown_opens_its_own_sessions() {
    let mut hand = Hand::new();
    hand.save("course/a", &[(Field::Method, "workshop".into())]);
    hand.save("course/b", &[(Field::Method, "field_school".into())]);
    for (session, course, sex) in [("session/a", "course/a", "female"), ("session/b", "course/b", "male")] {
        hand.save(
            session,
            &[
                (Field::Course, course.into()),
                (Field::HeldOn, "2026-11-21".into()),
                (Field::CountingUnit, "people".into()),
                (Field::Cells, cells(&[(sex, "18_29", "producer", 7)])),
            ],
        );
    }
    let document = fill(&hand.log, &Asked { lang: Lang::En, ..Asked::default() });
    let rows = |name: &str| {
        let blocks = document.sections.iter().flat_map(|section| &section.filled);
        let tables = blocks.filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        });
        let row = tables.flatten().find(|row| row.cells.first().is_some_and(|cell| cell == name)).expect("the row");
        row.records.iter().map(|record| record.as_str().to_owned()).collect::<Vec<_>>()
    };
    let label = |choice| (Lang::En.words().labels.choice)(choice);
    assert_eq!(rows(label(Choice::Workshop)), ["session/a"]);
    assert_eq!(rows(label(Choice::FieldSchool)), ["session/b"]);
    assert_eq!(rows(label(Choice::Female)), ["session/a"]);
    assert_eq!(rows(label(Choice::Male)), ["session/b"]);
}

#[test]
fn households_have_a_number_of_their_own() {
    let mut hand = Hand::new();
    for (session, unit, total) in
        [("session/a", "households", 12), ("session/b", "households", 5), ("session/c", "people", 9)]
    {
        hand.save(
            session,
            &[(Field::HeldOn, "2026-11-21".into()), (Field::CountingUnit, unit.into()), (Field::Total, total.into())],
        );
    }
    let text = text(&hand, Audience::Team);
    assert!(text.contains("Households: 17"), "{text}");
    assert!(!text.contains("| 26 |") && text.contains("| 9 |"), "never added to people: {text}");
}

#[test]
fn who_had_a_number_of_others_summed_is_said_even_where_none_stands_apart() {
    let mut hand = Hand::new();
    hand.save("device/k3v9q2m7x1", &[(Field::Name, "Equipo Íntag".into())]);
    let told = [(Field::CountBasis, "third_party".into()), (Field::CountingUnit, "people".into())];
    let more = [(Field::HeldOn, "2026-11-21".into()), (Field::Total, 75.into()), (Field::SummedAnyway, true.into())];
    hand.save("session/a", &[&told[..], &more].concat());
    let (team, public) = (text(&hand, Audience::Team), text(&hand, Audience::Public));
    assert!(team.contains("because Equipo Íntag asked for it"), "{team}");
    assert!(public.contains("because somebody asked for it") && !public.contains("Equipo"), "{public}");
}

#[test]
fn what_has_no_day_is_told_as_missing_one_where_a_period_is_asked_for() {
    let mut hand = full();
    hand.save("visit/undated", &[(Field::Purpose, "Ver el vivero".into())]);
    let gone = hand.save("visit/gone", &[(Field::Purpose, "Nada".into())]);
    hand.bin("visit/gone", gone);
    let period = Period { from: "2026-11-01".to_owned(), to: "2026-11-30".to_owned() };
    let lacks = |period| fill(&hand.log, &Asked { period, ..Asked::default() }).lacks;
    let told = |period, record: &str, field| {
        let lacks = lacks(period);
        lacks.iter().any(|lack| lack.record.as_str() == record && lack.what == Lacking::Field(field))
    };
    let asked = || Some(period.clone());
    assert!(told(asked(), "session/b", Field::HeldOn) && !told(None, "session/b", Field::HeldOn));
    assert!(told(asked(), "visit/undated", Field::StartsOn) && !told(None, "visit/undated", Field::StartsOn));
    assert!(!told(asked(), "visit/gone", Field::StartsOn));
}

#[test]
fn the_public_reads_no_number_by_which_somebody_can_be_reached_in_what_people_wrote() {
    let mut hand = Hand::new();
    hand.save(
        "report/a",
        &[(Field::Title, "Informe de 099 123 4567".into()), (Field::TextRole, "Escriban a ana@example.org".into())],
    );
    let asked = |audience| Asked { audience, report: RecordId::parse("report/a"), ..Asked::default() };
    let public = text_of(&hand, asked(Audience::Public));
    assert!(!public.contains("099 123") && !public.contains("ana@"), "{public}");
    assert!(text_of(&hand, asked(Audience::Team)).contains("099 123 4567"));
}

#[test]
fn a_photo_stays_out_where_one_of_two_people_says_that_consent_was_refused() {
    let mut hand = Hand::new();
    reviewed(&mut hand, "visit/a", &[]);
    let photo = [(Field::Of, "visit/a".into()), (Field::Caption, "La planta".into())];
    let given = [(Field::Attachment, "a".repeat(64).into()), (Field::Consent, "given".into())];
    hand.save("photo/a", &[&photo[..], &given].concat());
    assert!(text(&hand, Audience::Team).contains("La planta"));
    // Neither knew of the other's: both stand.
    hand.save("photo/a", &[(Field::Consent, "refused".into())]);
    hand.save("photo/a", &[(Field::Consent, "given".into())]);
    assert!(!text(&hand, Audience::Team).contains("La planta"));
}

#[test]
fn a_visit_that_one_of_two_people_keeps_internal_is_left_out_of_the_public_report_and_said() {
    let mut hand = Hand::new();
    hand.save("visit/a", &[(Field::Confidentiality, "internal".into()), (Field::Status, "reviewed".into())]);
    hand.save("visit/a", &[(Field::Confidentiality, "public".into())]);
    let left = |audience| fill(&hand.log, &Asked { audience, ..Asked::default() }).left_out;
    let expected: Vec<_> = RecordId::parse("visit/a").map(|visit| (visit, WhyNot::Internal)).into_iter().collect();
    assert_eq!(left(Audience::Public), expected);
}
