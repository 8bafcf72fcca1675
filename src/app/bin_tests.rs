use super::*;
use crate::app::hand::{Hand, record};
use crate::app::undo;
use crate::log::Bin;

/// A visit with two commitments and a photo.
fn with_visit() -> Hand {
    let mut hand = Hand::of("phone");
    hand.write("visit/a", &[(Field::Purpose, "Ver el café".into())]);
    for agreement in ["agreement/one", "agreement/two"] {
        hand.write(agreement, &[(Field::Visit, "visit/a".into()), (Field::What, "Enviar fotos".into())]);
    }
    hand.write("photo/p", &[(Field::Of, "visit/a".into())]);
    hand
}

fn inside(hand: &Hand) -> Vec<String> {
    let binned = hand.notebook.log.records().filter(|view| view.is_binned());
    binned.map(|view| view.id().to_string()).collect()
}

fn listed(hand: &Hand) -> Vec<(String, usize)> {
    let all = bin(&hand.notebook, hand.names());
    all.iter().map(|binned| (binned.record.to_string(), binned.along)).collect()
}

/// M5
#[test]
fn a_visit_takes_along_what_belongs_to_it_and_brings_it_back() {
    let mut hand = with_visit();
    hand.save(&put_away(&hand.notebook, &record("visit/a")));
    assert_eq!(inside(&hand), ["agreement/one", "agreement/two", "photo/p", "visit/a"]);
    assert_eq!(listed(&hand), [("visit/a".to_owned(), 3)]);
    let entry = bin(&hand.notebook, hand.names()).remove(0);
    assert_eq!((entry.title.as_str(), entry.by.as_str()), ("Ver el café", "phone00000"));
    hand.save(&take_back(&hand.notebook, &record("visit/a")));
    assert_eq!(inside(&hand), Vec::<String>::new());
    assert_eq!(listed(&hand), []);
}

/// M5
#[test]
fn what_was_put_away_before_by_itself_stays_in_the_bin() {
    let mut hand = with_visit();
    hand.save(&put_away(&hand.notebook, &record("agreement/one")));
    assert_eq!(listed(&hand), [("agreement/one".to_owned(), 0)]);
    hand.save(&put_away(&hand.notebook, &record("visit/a")));
    assert_eq!(listed(&hand), [("visit/a".to_owned(), 2), ("agreement/one".to_owned(), 0)]);
    hand.save(&take_back(&hand.notebook, &record("visit/a")));
    assert_eq!(inside(&hand), ["agreement/one"]);
}

/// M5
#[test]
fn what_somebody_wrote_without_knowing_is_shown_until_someone_decides() {
    for keep in [true, false] {
        let mut hand = with_visit();
        let mut other = Hand::of("other");
        other.join(&hand);
        hand.save(&put_away(&hand.notebook, &record("visit/a")));
        other.write("visit/a", &[(Field::Observations, "Cuatro quintales".into())]);
        hand.join(&other);
        let state = |hand: &Hand| hand.notebook.log.record(&record("visit/a")).map(|view| view.bin());
        assert_eq!(state(&hand), Some(Bin::EditedSince));
        // It is no longer in the bin, so what went along stands there by itself.
        assert_eq!(listed(&hand).len(), 3);
        let drafts = if keep { take_back } else { put_away }(&hand.notebook, &record("visit/a"));
        hand.save(&drafts);
        assert_eq!(state(&hand), Some(if keep { Bin::Outside } else { Bin::Inside }));
        assert_eq!(inside(&hand).len(), if keep { 0 } else { 4 });
        // The other device comes to the same.
        other.join(&hand);
        assert_eq!(inside(&other), inside(&hand));
    }
}

/// M5
#[test]
fn putting_away_and_taking_back_can_both_be_undone() {
    let mut hand = with_visit();
    let away = put_away(&hand.notebook, &record("visit/a"));
    hand.save(&away);
    hand.save(&undo(&hand.notebook, &away));
    assert_eq!(inside(&hand), Vec::<String>::new());
    hand.save(&put_away(&hand.notebook, &record("visit/a")));
    let back = take_back(&hand.notebook, &record("visit/a"));
    hand.save(&back);
    hand.save(&undo(&hand.notebook, &back));
    assert_eq!(inside(&hand).len(), 4);
}
