use super::*;
use crate::app::hand::{Hand, record};
use crate::insight::joins::is_same;

fn hand() -> Hand {
    let mut hand = Hand::of("phone");
    let words = [("mora", "Mora", "Blackberry"), ("cafe", "Café orgánico", "Organic coffee"), ("leche", "Leche", "")];
    for (id, es, en) in words {
        let list = Choice::ProductionArea.name().into();
        hand.write(&id_of(id), &[(Field::List, list), (Field::LabelEs, es.into()), (Field::LabelEn, en.into())]);
    }
    hand
}

fn id_of(word: &str) -> String {
    format!("term/{word}")
}

fn labels(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.label.as_str()).collect()
}

const AREA: Choice = Choice::ProductionArea;

#[test]
fn words_used_last_come_first_and_the_rest_by_name() {
    let mut hand = hand();
    let check =
        |hand: &Hand, expected: [&str; 3]| assert_eq!(labels(&offered(hand.names(), AREA, &[], 12).0), expected);
    check(&hand, ["Café orgánico", "Leche", "Mora"]);
    hand.write("visit/a", &[(Field::ProductionAreas, vec![Value::from("term/mora")].into())]);
    check(&hand, ["Mora", "Café orgánico", "Leche"]);
    hand.write("visit/b", &[(Field::ProductionAreas, vec![Value::from("term/leche")].into())]);
    check(&hand, ["Leche", "Mora", "Café orgánico"]);
    // A visit in the bin uses nothing.
    hand.save(&crate::app::bin::put_away(&hand.notebook, &record("visit/b")));
    check(&hand, ["Mora", "Café orgánico", "Leche"]);
}

#[test]
fn of_many_words_the_first_are_offered_and_those_chosen_already() {
    let mut hand = hand();
    for name in ["Ajo", "Banano", "Cacao", "Durazno", "Haba"] {
        let list = AREA.name().into();
        hand.write(&id_of(&name.to_lowercase()), &[(Field::List, list), (Field::LabelEs, name.into())]);
    }
    hand.save(&[retire(&hand.notebook, &record("term/haba"), true)]);
    let check = |chosen: &[&str], limit: usize, expected: &[&str], all: usize| {
        let chosen: Vec<Value> = chosen.iter().map(|term| Value::from(*term)).collect();
        let (words, count) = offered(hand.names(), AREA, &chosen, limit);
        assert_eq!((labels(&words), count), (expected.to_vec(), all));
    };
    check(&[], 2, &["Ajo", "Banano"], 7);
    check(&["term/mora", "term/new-in-the-form"], 2, &["Ajo", "Banano", "Mora"], 7);
    check(&["term/haba"], 2, &["Ajo", "Banano", "Haba"], 8);
    check(&[], 4, &["Ajo", "Banano", "Cacao", "Café orgánico", "Durazno", "Leche", "Mora"], 7);
}

#[test]
fn a_word_like_the_one_being_typed_is_offered() {
    let mut hand = hand();
    hand.save(&[retire(&hand.notebook, &record("term/leche"), true)]);
    let check = |typed: &str, expected: &[&str]| {
        assert_eq!(labels(&similar_terms(hand.names(), AREA, typed, 3)), expected, "{typed}");
    };
    check("cafe organico", &["Café orgánico"]);
    check("CAFÉ", &["Café orgánico"]);
    check("orga", &["Café orgánico"]);
    check("cafe orgnico", &["Café orgánico"]);
    check("blackberry", &["Mora"]);
    check("leche", &["Leche"]);
    for other in ["", "m", "quinua", "mo ra"] {
        check(other, &[]);
    }
    assert_eq!(same_term(hand.names(), AREA, " MORA "), Some(record("term/mora")));
    assert_eq!((same_term(hand.names(), AREA, "cafe organico"), same_term(hand.names(), AREA, "leche")), (None, None));
}

#[test]
fn a_new_name_is_shown_everywhere_and_an_empty_one_gives_way_to_the_other_language() {
    let mut hand = hand();
    hand.save(&[rename(&hand.notebook, &record("term/mora"), " Mora de Castilla ", "Blackberry")]);
    assert_eq!(hand.names().of("term/mora"), "Mora de Castilla");
    hand.save(&[rename(&hand.notebook, &record("term/mora"), "", "Blackberry")]);
    assert_eq!(hand.names().of("term/mora"), "Blackberry");
}

#[test]
fn joined_words_are_one_word_until_they_are_parted() {
    let mut hand = hand();
    let areas: Vec<Value> = vec!["term/leche".into(), "term/mora".into()];
    hand.write("visit/a", &[(Field::ProductionAreas, areas.clone().into())]);
    hand.write("visit/b", &[(Field::ProductionAreas, vec![Value::from("term/mora")].into())]);
    let joined = join(&hand.notebook, &record("term/leche"), &record("term/mora")).expect("they can be joined");
    hand.save(std::slice::from_ref(&joined));
    assert_eq!(hand.names().of("term/leche"), "Mora");
    assert_eq!(hand.names().list(&areas), "Mora");
    assert_eq!(labels(&terms(hand.names(), AREA)), ["Café orgánico", "Mora"]);
    assert!(is_same(&hand.notebook.log, "term/leche", "term/mora"));
    let rows: Vec<(String, usize, Option<String>)> = word_list(hand.names(), AREA)
        .into_iter()
        .map(|entry| (entry.word.label, entry.times, entry.joined_into))
        .collect();
    let expected = [("Café orgánico", 0, None), ("Mora", 2, None), ("Leche", 0, Some("Mora"))];
    assert_eq!(rows, expected.map(|(label, times, into)| (label.to_owned(), times, into.map(str::to_owned))));

    hand.save(&[part(&hand.notebook, &record("term/leche"))]);
    assert_eq!(labels(&terms(hand.names(), AREA)), ["Café orgánico", "Leche", "Mora"]);
    assert_eq!(hand.names().list(&areas), "Leche, Mora");
}

#[test]
fn a_form_treats_joined_words_as_one() {
    let mut hand = hand();
    hand.save(&[join(&hand.notebook, &record("term/leche"), &record("term/mora")).expect("they can be joined")]);
    let log = &hand.notebook.log;
    let mut form = crate::app::Form::new_visit(record("visit/a"), crate::app::Now { ms: 0, offset_minutes: 0 });
    let at = (Kind::Visit, Field::ProductionAreas);
    form.set(at.0, at.1, vec![Value::from("term/leche"), Value::from("term/cafe")]);
    assert!(form.holds_term(log, at.0, at.1, "term/mora"));
    form.toggle_term(log, at.0, at.1, "term/mora");
    assert_eq!(form.list(at.0, at.1), [Value::from("term/cafe")]);
    form.toggle_term(log, at.0, at.1, "term/mora");
    assert_eq!(form.list(at.0, at.1).len(), 2);
}

#[test]
fn nothing_is_joined_in_a_ring() {
    let mut hand = hand();
    let (leche, mora, cafe) = (record("term/leche"), record("term/mora"), record("term/cafe"));
    assert_eq!(join(&hand.notebook, &mora, &mora), None);
    assert_eq!(join(&hand.notebook, &mora, &record("term/unknown")), None);
    hand.save(&[join(&hand.notebook, &leche, &mora).expect("they can be joined")]);
    assert_eq!(join(&hand.notebook, &mora, &leche), None, "it stands for itself already");
    hand.save(&[join(&hand.notebook, &mora, &cafe).expect("they can be joined")]);
    assert_eq!(join(&hand.notebook, &cafe, &leche), None, "over two steps as well");
    assert_eq!(resolve(&hand.notebook.log, leche), cafe);
    assert_eq!(labels(&to_join_with(hand.names(), AREA, &mora)), Vec::<&str>::new());
}

/// M4: two people who join without knowing of each other make a ring; everyone sees the same word, and it is in use.
#[test]
fn a_ring_that_two_people_made_stands_for_one_word_that_is_in_use() {
    let mut one = hand();
    let mut two = Hand::of("other");
    two.join(&one);
    let (leche, mora) = (record("term/leche"), record("term/mora"));
    one.save(&[join(&one.notebook, &leche, &mora).expect("they can be joined")]);
    two.save(&[join(&two.notebook, &mora, &leche).expect("they can be joined")]);
    one.join(&two);
    two.join(&one);
    for hand in [&one, &two] {
        assert_eq!(labels(&terms(hand.names(), AREA)), ["Café orgánico", "Leche"]);
        assert_eq!(hand.names().of("term/mora"), "Leche");
    }
}

#[test]
fn what_was_joined_into_a_word_that_is_not_here_keeps_its_name_and_its_use() {
    let mut hand = hand();
    hand.write("term/leche", &[(Field::JoinedInto, "term/elsewhere".into()), (Field::Retired, true.into())]);
    assert_eq!(hand.names().of("term/leche"), "Leche");
    assert_eq!(labels(&terms(hand.names(), AREA)), ["Café orgánico", "Leche", "Mora"]);
    hand.write("term/leche", &[(Field::JoinedInto, "no reference".into())]);
    assert_eq!(hand.names().of("term/leche"), "Leche");
}

#[test]
fn a_shipped_word_is_tidied_by_a_change_on_top() {
    let mut hand = Hand::of("phone");
    hand.notebook = Notebook::own(Default::default());
    let shipped = terms(hand.names(), AREA);
    let first = shipped.first().expect("the program ships some").term.clone();
    hand.save(&[retire(&hand.notebook, &first, true)]);
    assert_eq!(terms(hand.names(), AREA).len(), shipped.len() - 1);
    assert!(hand.notebook.log.record(&first).is_some_and(|view| view.conflicts().is_empty()));
    hand.save(&[retire(&hand.notebook, &first, false)]);
    assert_eq!(terms(hand.names(), AREA), shipped);
}
