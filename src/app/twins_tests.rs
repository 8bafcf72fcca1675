use super::*;
use crate::app::agreements::of_visit;
use crate::app::hand::{Hand, record};
use crate::app::twice::{ask_again, keep_apart, take_apart};
use crate::app::{
    Asked, Facet, Finder, Form, Now, alike_organisations, all_organisations, everything, listed, photos_of,
    similar_organisations, undo, visits,
};
use crate::record::Choice;

const HOST: &str = "Asociación de Caficultores Río Íntag";

/// Two phones wrote the same visit to the same host, spelt differently.
fn desk() -> Hand {
    let mut one = Hand::of("one");
    one.write("organisation/a", &[(Field::Name, HOST.into()), (Field::Country, "EC".into())]);
    let host = (Field::HostOrganisation, "organisation/a".into());
    let themes = |themes: &[&str]| Value::List(themes.iter().map(|theme| Value::from(*theme)).collect());
    one.write(
        "visit/a",
        &[
            host,
            (Field::StartsOn, "2026-05-04".into()),
            (Field::Municipality, "EC1003".into()),
            (Field::Purpose, "Ver la planta".into()),
            (Field::Themes, themes(&["term/x", "term/y"])),
        ],
    );
    let mut two = Hand::of("two");
    two.write("organisation/b", &[(Field::Name, "Caficultores Rio Intag".into()), (Field::Roles, themes(&["host"]))]);
    two.write(
        "visit/b",
        &[
            (Field::HostOrganisation, "organisation/b".into()),
            (Field::StartsOn, "2026-05-04".into()),
            (Field::Observations, "Secan el grano en camas".into()),
            (Field::PlaceAsWritten, "Intag".into()),
            (Field::Themes, themes(&["term/y", "term/z"])),
        ],
    );
    two.write("agreement/b", &[(Field::Visit, "visit/b".into()), (Field::What, "Enviar semillas".into())]);
    two.write("photo/b", &[(Field::Of, "visit/b".into()), (Field::Attachment, "ab".into())]);
    let mut desk = Hand::of("desk");
    desk.join(&one);
    desk.join(&two);
    desk
}

fn joined(desk: &mut Hand, other: &str, into: &str, takes_over: bool) -> Vec<Draft> {
    let drafts = join(&desk.notebook, &record(other), &record(into), takes_over);
    desk.save(&drafts);
    drafts
}

fn finder(desk: &Hand) -> Finder {
    let mut finder = Finder::default();
    finder.begin(&desk.notebook.log);
    while !finder.work(desk.names(), 1) {}
    finder
}

fn found(finder: &Finder, desk: &Hand, asked: &Asked) -> Vec<String> {
    let all = visits(&desk.notebook.log);
    let shown = finder.shown(&desk.notebook.log, &finder.numbers(&all), Kind::Visit, asked);
    shown.into_iter().map(|at| all[at as usize].to_string()).collect()
}

fn typed(text: &str) -> Asked {
    let mut asked = Asked::default();
    asked.typed = text.to_owned();
    asked
}

#[test]
fn a_joined_visit_is_listed_no_more_and_its_words_lead_to_the_one_that_stands() {
    let mut desk = desk();
    assert_eq!(visits(&desk.notebook.log).len(), 2);
    let mut finder = finder(&desk);
    joined(&mut desk, "visit/b", "visit/a", false);
    finder.touch(&[record("visit/b")]);
    while !finder.work(desk.names(), 1) {}
    let is_b = |listed: &RecordId| *listed == record("visit/b");
    assert_eq!(visits(&desk.notebook.log), [record("visit/a")]);
    assert!(!everything(&desk.notebook.log).iter().any(is_b));
    for words in ["planta", "camas", "planta camas", "semillas", "caficultores intag"] {
        assert_eq!(found(&finder, &desk, &typed(words)), ["visit/a"], "{words}");
    }
    let sentence = finder.sentence(desk.names(), &record("visit/a"), &["camas".to_owned()], &[]);
    assert!(sentence.is_some(), "and where it stands is shown");
    // Filters count what is listed.
    let with = finder.values(&desk.notebook.log, Kind::Visit, Facet::With);
    assert_eq!(with, [("organisation/a".to_owned(), 1)]);
    // Commitments and photos of both are seen on the one that stands.
    let promises = of_visit(&desk.notebook, desk.names(), &record("visit/a"), "2026-05-05");
    assert_eq!(promises.iter().map(|promise| promise.what.as_str()).collect::<Vec<_>>(), ["Enviar semillas"]);
    assert_eq!(promises[0].visit, Some(record("visit/a")));
    assert_eq!(photos_of(&desk.notebook, &record("visit/a")).len(), 1);
    assert_eq!(photos_of(&desk.notebook, &record("visit/b")).len(), 1, "it stays readable");
    // The one that stands goes into the bin: the other counts by itself again.
    desk.write("visit/a", &[(Field::Trashed, true.into())]);
    finder.touch(&[record("visit/a")]);
    while !finder.work(desk.names(), 1) {}
    assert_eq!(visits(&desk.notebook.log), [record("visit/b")]);
    assert_eq!(found(&finder, &desk, &typed("camas")), ["visit/b"]);
    let with = finder.values(&desk.notebook.log, Kind::Visit, Facet::With);
    assert_eq!(with, [("organisation/b".to_owned(), 1)]);
}

#[test]
fn a_joined_organisation_is_read_as_the_other_everywhere() {
    let mut desk = desk();
    joined(&mut desk, "organisation/b", "organisation/a", false);
    let log = &desk.notebook.log;
    assert_eq!(desk.names().of("organisation/b"), HOST);
    assert_eq!(desk.names().own(&record("organisation/b")), "Caficultores Rio Intag");
    let lists = listed(desk.names(), Kind::Organisation, "");
    assert_eq!(lists.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), [HOST]);
    let form = Form::new_visit(record("visit/c"), Now { ms: 0, offset_minutes: 0 });
    assert_eq!(all_organisations(desk.names(), &form), [("organisation/a".to_owned(), HOST.to_owned())]);
    let only_a = |found: Vec<crate::app::Similar>| {
        let found: Vec<(String, String)> = found.into_iter().map(|one| (one.record.to_string(), one.name)).collect();
        assert_eq!(found, [("organisation/a".to_owned(), HOST.to_owned())]);
    };
    only_a(alike_organisations(log, "Caficultores de Intag Rio", 5));
    only_a(similar_organisations(log, "caficultores rio", 5));
    only_a(similar_organisations(log, "caficultores", 5));
    let finder = finder(&desk);
    for host in ["organisation/a", "organisation/b"] {
        let mut asked = Asked::default();
        asked.choose(Facet::With, host.to_owned());
        assert_eq!(found(&finder, &desk, &asked).len(), 2, "{host}");
    }
    assert_eq!(finder.values(log, Kind::Visit, Facet::With), [("organisation/a".to_owned(), 2)]);
    // By the name of either, both visits are found.
    assert_eq!(found(&finder, &desk, &typed("asociacion")).len(), 2);
}

#[test]
fn the_standing_one_takes_over_what_it_lacks_and_one_undo_takes_it_back() {
    let mut desk = desk();
    let before = desk.notebook.log.record(&record("visit/a")).map(|view| view.fields());
    let lacks = lacking(&desk.notebook, &record("visit/b"), &record("visit/a"));
    assert_eq!(lacks.iter().map(Name::as_str).collect::<Vec<_>>(), ["themes", "observations"]);
    let saved = joined(&mut desk, "visit/b", "visit/a", true);
    assert_eq!(saved.len(), 2);
    let fields = desk.notebook.draft(&record("visit/a")).fields;
    assert_eq!(fields.text(Field::Observations), "Secan el grano en camas");
    assert_eq!(fields.text(Field::Purpose), "Ver la planta");
    let themes = fields.list(Field::Themes).iter().filter_map(Value::as_text).collect::<Vec<_>>();
    assert_eq!(themes, ["term/x", "term/y", "term/z"]);
    assert!(fields.is_blank(Field::PlaceAsWritten), "the municipality says it");
    assert_eq!(fields.choice(Field::Status), Some(Choice::Draft));
    let back = undo(&desk.notebook, &saved);
    desk.save(&back);
    let after = desk.notebook.log.record(&record("visit/a")).map(|view| view.fields());
    let filled = |fields: Option<crate::record::Fields>| {
        let fields = fields.unwrap_or_default().0.into_iter();
        fields.filter(|(_, value)| !value.is_blank()).collect::<Vec<_>>()
    };
    assert_eq!(filled(after), filled(before));
    assert_eq!(visits(&desk.notebook.log).len(), 2);
}

#[test]
fn an_organisation_is_also_known_by_the_name_of_the_other() {
    let mut desk = desk();
    joined(&mut desk, "organisation/b", "organisation/a", true);
    let fields = desk.notebook.draft(&record("organisation/a")).fields;
    assert_eq!(fields.list(Field::AlsoKnownAs), [Value::from("Caficultores Rio Intag")]);
    assert_eq!(fields.list(Field::Roles), [Value::from("host")]);
    assert_eq!(fields.text(Field::Name), HOST);
}

/// M9: two numbers of people are never put together.
#[test]
fn numbers_of_people_are_not_taken_over() {
    let mut desk = Hand::of("desk");
    let groups = |women: i64| vec![Value::map([("group", "producers".into()), ("women", women.into())])];
    desk.write("visit/a", &[(Field::Participants, groups(3).into())]);
    desk.write("visit/b", &[(Field::Participants, groups(5).into())]);
    assert!(lacking(&desk.notebook, &record("visit/b"), &record("visit/a")).is_empty());
    desk.write("session/a", &[(Field::Total, 3.into())]);
    desk.write("session/b", &[(Field::FirstTime, 5.into()), (Field::Remarks, "lluvia".into())]);
    let lacks = lacking(&desk.notebook, &record("session/b"), &record("session/a"));
    assert_eq!(lacks.iter().map(Name::as_str).collect::<Vec<_>>(), ["remarks"]);
}

#[test]
fn the_one_that_says_more_stands_else_the_older_one() {
    let mut desk = desk();
    desk.write("visit/a", &[(Field::Remarks, "lluvia".into())]);
    let fuller = |one: &str, other: &str| fuller(&desk.notebook, &record(one), &record(other)).to_string();
    assert_eq!((fuller("visit/a", "visit/b"), fuller("visit/b", "visit/a")), ("visit/a".into(), "visit/a".into()));
    let [one, other] = [fuller("organisation/a", "organisation/b"), fuller("organisation/b", "organisation/a")];
    assert_eq!(one, other, "whatever comes first");
}

#[test]
fn nothing_is_joined_in_a_ring_and_a_chain_leads_to_its_end() {
    let mut desk = desk();
    desk.write("visit/c", &[(Field::StartsOn, "2026-05-04".into())]);
    joined(&mut desk, "visit/b", "visit/a", false);
    assert!(join(&desk.notebook, &record("visit/a"), &record("visit/b"), true).is_empty());
    assert!(join(&desk.notebook, &record("visit/a"), &record("visit/a"), true).is_empty());
    assert!(join(&desk.notebook, &record("visit/a"), &record("visit/nowhere"), true).is_empty());
    joined(&mut desk, "visit/c", "visit/b", false);
    assert_eq!(desk.text("visit/c", Field::JoinedInto), "visit/a");
}

#[test]
fn what_was_decided_is_taken_back_whoever_said_it() {
    let mut desk = desk();
    let (a, b) = (record("visit/a"), record("visit/b"));
    desk.save(&[keep_apart(&desk.notebook, &a, &b)]);
    desk.save(&[keep_apart(&desk.notebook, &b, &a)]);
    let again = ask_again(&desk.notebook, &a, &b);
    assert_eq!(again.len(), 2);
    desk.save(&again);
    assert!(desk.notebook.draft(&a).fields.is_blank(Field::KeptApart));
    assert!(ask_again(&desk.notebook, &a, &b).is_empty());
    joined(&mut desk, "visit/b", "visit/a", false);
    desk.save(&[take_apart(&desk.notebook, &b)]);
    assert_eq!(visits(&desk.notebook.log).len(), 2);
}
