//! What is proposed as the same, table by table; here because the hand that writes for tests is.

use crate::app::hand::{Hand, record};
use crate::app::twice::{keep_apart, take_apart};
use crate::insight::joins::standing;
use crate::insight::twins::{Difference, MOST, Reason, Twins, compare, decisions};
use crate::record::{Field, Value};
use Reason::*;

const TEXT: [(&str, Field); 14] = [
    ("name", Field::Name),
    ("as", Field::AlsoKnownAs),
    ("place", Field::Place),
    ("parent", Field::Parent),
    ("country", Field::Country),
    ("what", Field::ActorType),
    ("level", Field::Level),
    ("from", Field::StartsOn),
    ("to", Field::EndsOn),
    ("host", Field::HostOrganisation),
    ("in", Field::Municipality),
    ("at", Field::Community),
    ("written", Field::PlaceAsWritten),
    ("joined", Field::JoinedInto),
];

/// Fields as "from 2026-05-04, host organisation/a".
fn fields(text: &str) -> Vec<(Field, Value)> {
    let part = |part: &str| {
        let (name, value) = part.trim().split_once(' ').expect("a name and a value");
        let number = |field| (field, Value::Int(value.parse().expect("a number")));
        match name {
            "north" => number(Field::Latitude),
            "east" => number(Field::Longitude),
            _ => {
                let field = TEXT.iter().find(|(known, _)| *known == name).expect("a known field").1;
                let is_list = field == Field::AlsoKnownAs;
                (field, if is_list { vec![Value::from(value)].into() } else { value.into() })
            }
        }
    };
    text.split(',').filter(|part| !part.trim().is_empty()).map(part).collect()
}

fn on(phone: &str, records: &[(&str, &str)]) -> Hand {
    let mut hand = Hand::of(phone);
    records.iter().for_each(|(what, said)| hand.write(what, &fields(said)));
    hand
}

/// A desk that holds what the two phones wrote.
fn desk(one: &[(&str, &str)], two: &[(&str, &str)]) -> Hand {
    let mut desk = Hand::of("desk");
    desk.join(&on("one", one));
    desk.join(&on("two", two));
    desk
}

fn pairs(hand: &Hand) -> Vec<[String; 2]> {
    let twins = Twins::read(&hand.notebook.log);
    let all = [twins.visits, twins.organisations, twins.places].into_iter().flat_map(|found| found.pairs);
    all.map(|pair| [pair.one.to_string(), pair.other.to_string()]).collect()
}

#[test]
fn two_visits_are_proposed_with_the_reason() {
    let check = |one: &str, two: &str, expected: &[Reason]| {
        let hosts = [("organisation/a", "name Río Íntag Café"), ("organisation/b", "name Leche de Sacaba")];
        let more = [("organisation/c", "name Cafes Rio Intag")];
        let desk = desk(&[hosts[0], hosts[1], ("visit/a", one)], &[more[0], ("visit/b", two)]);
        let found = Twins::read(&desk.notebook.log).visits;
        let reasons: Vec<Reason> = found.pairs.iter().flat_map(|pair| pair.reasons.clone()).collect();
        assert_eq!(reasons, expected, "{one} / {two}");
        assert_eq!(found.count, usize::from(!expected.is_empty()));
    };
    let host = "host organisation/a";
    let day = "from 2026-05-04";
    check(&[day, host].join(", "), &[day, host].join(", "), &[SameDay, SameHost, TwoDevices]);
    check(
        &[day, host, "in EC1003"].join(", "),
        &[day, "host organisation/c", "in EC1003"].join(", "),
        &[SameDay, AlikeHost, TwoDevices],
    );
    check(
        &[day, host].join(", "),
        &["from 2026-05-03, to 2026-05-05", host].join(", "),
        &[OverlappingDays, SameHost, TwoDevices],
    );
    check(
        "from 2026-05-04, in EC1003, at Apuela",
        "from 2026-05-04, in EC1003, at  apuela",
        &[SameDay, SameCommunity, TwoDevices],
    );
    check(
        "from 2026-05-04, written Valle de Íntag",
        "from 2026-05-04, written valle de intag",
        &[SameDay, SamePlace, TwoDevices],
    );
    // Another day, another host and community, or too little to say so.
    check(&[day, host].join(", "), &["from 2026-05-05", host].join(", "), &[]);
    check("from 2026-05-04, in EC1003, at Apuela", "from 2026-05-04, in EC1003, at Peñaherrera", &[]);
    check("from 2026-05-04, in EC1003", "from 2026-05-04, in EC1003", &[]);
    check(&[day, host, "in EC1003"].join(", "), &[day, "host organisation/b", "in EC1003"].join(", "), &[]);
    check("in EC1003, at Apuela", "in EC1003, at Apuela", &[]);
    check(&["from 2026-05-06, to 2026-05-01", host].join(", "), &["from 2026-05-01", host].join(", "), &[]);
}

#[test]
fn two_organisations_are_proposed_where_their_names_tell_the_same() {
    let check = |one: &str, two: &str, expected: &[Reason]| {
        let desk = desk(&[("organisation/a", one)], &[("organisation/b", two)]);
        let found = Twins::read(&desk.notebook.log).organisations.pairs;
        let reasons: Vec<Reason> = found.into_iter().flat_map(|pair| pair.reasons).collect();
        assert_eq!(reasons, expected, "{one} / {two}");
    };
    check("name Asociación de Caficultores Río Íntag", "name Caficultores Rio Intag", &[AlikeName]);
    check("name Municipio de Tiquipaya", "name Municipio Tiquipaia", &[AlikeName]);
    check("name ACRI", "name Acri", &[SameName]);
    check("name ACRI, place EC1003", "name Acri, place EC1003", &[SameName, SamePlace]);
    check("name ACRI", "name Caficultores de Íntag, as acri", &[AlsoKnownAs]);
    check("name Floricultoers, place BO0310", "name Floricultores, place BO0310", &[AlikeName, SamePlace]);
    // Common words tell nothing; one telling word alone is not enough; a general name in another municipality is another one.
    check("name Asociación", "name Asociación de Mujeres", &[]);
    check("name Red de la Mora", "name Asociación de Moras", &[]);
    check("name Nueva Esperanza, place BO0310", "name Nueva Esperanza, place BO0701", &[]);
    check("name Leche Río Blanco Alto, place BO0310", "name Leche Rio Blanco Alto, place BO0701", &[SameName]);
    check("name Río Íntag Café, country EC", "name Río Íntag Café, country BO", &[]);
    check("name Caficultores Río Íntag, what ngo", "name Caficultores Íntag, what municipality", &[]);
}

#[test]
fn two_places_are_proposed_where_they_are_in_one_or_near() {
    let check = |one: &str, two: &str, expected: &[Reason]| {
        let desk = desk(&[("place/a", one)], &[("place/b", two)]);
        let found = Twins::read(&desk.notebook.log).places.pairs;
        let reasons: Vec<Reason> = found.into_iter().flat_map(|pair| pair.reasons).collect();
        assert_eq!(reasons, expected, "{one} / {two}");
    };
    check("name Apuela, parent EC1003", "name Comunidad de Apuela, parent EC1003", &[AlikeName, SamePlace]);
    check("name San José, parent EC1003", "name san jose, parent EC1003", &[SameName, SamePlace]);
    check(
        "name Apuela, north 350000, east -78510000",
        "name Apuela, north 350800, east -78510000",
        &[SameName, Nearby],
    );
    check("name San José Alto, parent EC1003", "name San José Bajo, parent EC1003", &[]);
    check("name San José, parent EC1003", "name San José, parent EC1001", &[]);
    check("name Apuela, north 350000, east -78510000", "name Apuela, north 352000, east -78510000", &[]);
    let far = [
        "name Apuela, parent EC1003, north 350000, east -78510000",
        "name Apuela, parent EC1003, north 390000, east -78510000",
    ];
    check(far[0], far[1], &[]);
    check("name Sacaba, level municipality, parent BO03", "name Sacaba, level community, parent BO03", &[]);
}

const SAID: &str = "from 2026-05-04, in EC1003, at Apuela";

/// Rule 8.
#[test]
fn what_a_person_decided_and_what_is_put_away_is_not_proposed() {
    let both = || desk(&[("visit/a", SAID)], &[("visit/b", SAID)]);
    let (a, b) = (record("visit/a"), record("visit/b"));
    assert_eq!(pairs(&both()), [["visit/a", "visit/b"]]);

    let mut apart = both();
    apart.save(&[keep_apart(&apart.notebook, &b, &a)]);
    assert!(pairs(&apart).is_empty(), "whichever of the two says so");
    let decided = decisions(&apart.notebook.log);
    assert_eq!((decided.len(), decided[0].is_joined, decided[0].one.as_str()), (1, false, "visit/a"));
    apart.save(&[keep_apart(&apart.notebook, &a, &b)]);
    assert_eq!(decisions(&apart.notebook.log).len(), 1, "two who say the same decided one thing");

    let mut joined = both();
    joined.save(&[crate::app::twice::join(&joined.notebook, &b, &a)]);
    assert!(pairs(&joined).is_empty());
    assert!(decisions(&joined.notebook.log)[0].is_joined);
    joined.save(&[take_apart(&joined.notebook, &b)]);
    assert_eq!((pairs(&joined).len(), decisions(&joined.notebook.log).len()), (1, 0));

    let mut binned = both();
    binned.write("visit/b", &[(Field::Trashed, true.into())]);
    assert!(pairs(&binned).is_empty());

    // One device that writes twice means two visits.
    let same = on("one", &[("visit/a", SAID), ("visit/b", SAID)]);
    assert!(pairs(&same).is_empty());
    // The example and the shipped words are nobody's.
    assert!(pairs(&on("ayni000000", &[("organisation/a", "name ACRI"), ("organisation/b", "name ACRI")])).is_empty());
}

/// Rule 8: who says that A is not B, and that B is C, has said that A is not C.
#[test]
fn what_was_said_of_one_that_was_joined_holds_for_the_one_that_stands() {
    let mut desk = desk(&[("visit/a", SAID), ("visit/c", SAID)], &[("visit/b", SAID)]);
    assert_eq!(pairs(&desk), [["visit/a", "visit/b"], ["visit/b", "visit/c"]]);
    desk.save(&[keep_apart(&desk.notebook, &record("visit/b"), &record("visit/a"))]);
    desk.save(&[crate::app::twice::join(&desk.notebook, &record("visit/b"), &record("visit/c"))]);
    assert!(pairs(&desk).is_empty());
}

/// Two who did not know of each other join both ways: the least of the ring stands, as in `joins`.
#[test]
fn a_ring_is_one_record_and_is_not_proposed() {
    let mut desk = desk(&[("visit/a", SAID)], &[("visit/b", SAID)]);
    desk.write("visit/a", &[(Field::JoinedInto, "visit/b".into())]);
    desk.write("visit/b", &[(Field::JoinedInto, "visit/a".into())]);
    assert!(pairs(&desk).is_empty());
    assert_eq!(standing(&desk.notebook.log, record("visit/b")), record("visit/a"));
    assert_eq!(crate::insight::joins::with_joined(&desk.notebook.log, &record("visit/a"))[1..], [record("visit/b")]);
    // What was joined into something in the bin stands for itself again.
    desk.write("visit/a", &[(Field::Trashed, true.into())]);
    assert_eq!(standing(&desk.notebook.log, record("visit/b")), record("visit/b"));
}

#[test]
fn two_records_are_compared_field_by_field() {
    let one = "from 2026-05-04, in EC1003, at Apuela, host organisation/a";
    let desk = desk(&[("visit/a", one)], &[("visit/b", "from 2026-05-05, in EC1003, to 2026-05-06")]);
    let rows = compare(&desk.notebook.log, &record("visit/a"), &record("visit/b"));
    let told: Vec<(&str, Difference)> = rows.iter().map(|row| (row.field.as_str(), row.difference)).collect();
    let expected = [
        ("starts_on", Difference::Differs),
        ("ends_on", Difference::OnlyOther),
        ("community", Difference::OnlyOne),
        ("host_organisation", Difference::OnlyOne),
        ("municipality", Difference::Same),
    ];
    assert_eq!(told, expected);
}

#[test]
fn more_than_can_be_looked_at_is_counted_and_said() {
    let many: Vec<String> = (0..60).map(|number| format!("visit/{number:03}")).collect();
    let of = |phone: &str, from: usize| {
        let mut hand = Hand::of(phone);
        many.iter().skip(from).step_by(2).for_each(|visit| hand.write(visit, &fields(SAID)));
        hand
    };
    let mut desk = Hand::of("desk");
    desk.join(&of("one", 0));
    desk.join(&of("two", 1));
    let found = Twins::read(&desk.notebook.log).visits;
    assert_eq!((found.pairs.len(), found.count, found.is_more), (MOST, 30 * 30, false));
}
