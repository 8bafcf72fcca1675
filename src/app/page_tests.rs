use super::*;
use crate::app::hand::{Hand, record};

#[test]
fn an_earlier_value_can_be_taken_back_and_nothing_else_changes() {
    let mut hand = Hand::of("phone");
    hand.write("visit/a", &[(Field::Purpose, "Ver el café".into()), (Field::Observations, "Cuatro".into())]);
    hand.write("visit/a", &[(Field::Observations, "Cinco".into())]);
    let lines = |hand: &Hand| -> Vec<(String, bool)> {
        let view = hand.notebook.log.record(&record("visit/a")).expect("it is there");
        let lines = history(hand.names(), &[view]).into_iter().flat_map(|entry| entry.lines);
        lines.map(|line| (line.after.into_text(), line.can_take_back)).collect()
    };
    let expected =
        [("Cinco", false), ("Cuatro", true), ("Ver el café", false)].map(|(text, can)| (text.to_owned(), can));
    assert_eq!(lines(&hand), expected);
    hand.save(&[keep_one(&hand.notebook, &record("visit/a"), "observations", &"Cuatro".into())]);
    assert_eq!(
        (hand.text("visit/a", Field::Observations), hand.text("visit/a", Field::Purpose)),
        ("Cuatro", "Ver el café")
    );
    assert!(lines(&hand).contains(&("Cinco".to_owned(), true)));
}

#[test]
fn taking_a_needed_value_back_makes_the_note_complete_again() {
    let mut hand = Hand::of("phone");
    let needed = complete::missing(Kind::Visit, &Default::default());
    let fields: Vec<(Field, Value)> = needed.iter().map(|field| (*field, "x".into())).collect();
    hand.write("visit/a", &fields);
    hand.write("visit/a", &[(Field::Purpose, Value::Null), (Field::Status, "draft".into())]);
    hand.save(&[keep_one(&hand.notebook, &record("visit/a"), "purpose", &"x".into())]);
    assert_eq!(hand.text("visit/a", Field::Status), "complete");
    // What nobody typed is not offered: it follows.
    let view = hand.notebook.log.record(&record("visit/a")).expect("it is there");
    let all = history(hand.names(), &[view]);
    let mut status = all.iter().flat_map(|entry| &entry.lines).filter(|line| line.field == "status");
    assert!(status.all(|line| !line.can_take_back));
}

/// M4
#[test]
fn taking_a_value_back_replaces_everything_that_people_wrote_differently() {
    let (mut one, mut two) = (Hand::of("one"), Hand::of("two"));
    one.write("visit/a", &[(Field::Purpose, "a".into())]);
    two.join(&one);
    one.write("visit/a", &[(Field::Purpose, "b".into())]);
    two.write("visit/a", &[(Field::Purpose, "c".into())]);
    one.join(&two);
    let conflicts = |hand: &Hand| hand.notebook.log.record(&record("visit/a")).map(|view| view.conflicts().len());
    assert_eq!(conflicts(&one), Some(1));
    one.save(&[keep_one(&one.notebook, &record("visit/a"), "purpose", &"a".into())]);
    assert_eq!((conflicts(&one), one.text("visit/a", Field::Purpose)), (Some(0), "a"));
}

#[test]
fn undo_takes_back_what_a_save_did_and_leaves_what_was_written_since() {
    let check = |since: Option<(Field, &str)>, purpose: &str, community: &str| {
        let mut hand = Hand::of("phone");
        hand.write("visit/a", &[(Field::Purpose, "a".into())]);
        let mut draft = hand.notebook.draft(&record("visit/a"));
        draft.fields.set(Field::Purpose, "b");
        draft.fields.set(Field::Community, "Apuela");
        hand.save(std::slice::from_ref(&draft));
        if let Some((field, text)) = since {
            hand.write("visit/a", &[(field, text.into())]);
        }
        hand.save(&undo(&hand.notebook, &[draft]));
        assert_eq!(
            (hand.text("visit/a", Field::Purpose), hand.text("visit/a", Field::Community)),
            (purpose, community)
        );
    };
    check(None, "a", "");
    check(Some((Field::Purpose, "c")), "c", "");
    check(Some((Field::Community, "Cuellaje")), "a", "Cuellaje");
    // In another workspace there is nothing to undo.
    let draft = Draft { fields: Default::default(), ..Hand::of("x").notebook.draft(&record("visit/a")) };
    assert_eq!(undo(&Hand::of("other").notebook, &[draft]), []);
}

#[test]
fn undoing_a_new_record_puts_it_into_the_bin() {
    let mut hand = Hand::of("phone");
    let mut draft = Draft::new(record("term/a"));
    draft.fields.set(Field::LabelEs, "Riego");
    hand.save(std::slice::from_ref(&draft));
    hand.save(&undo(&hand.notebook, &[draft]));
    assert!(hand.notebook.log.record(&record("term/a")).is_some_and(|view| view.is_binned()));
}
