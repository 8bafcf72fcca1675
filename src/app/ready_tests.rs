//! What a report may take, shown with records that people wrote, joined and reviewed.

use super::hand::{Hand, record};
use crate::insight::ready::*;
use crate::log::RecordView;
use crate::record::{Field, Value};

fn view<'a>(hand: &'a Hand, what: &str) -> RecordView<'a> {
    hand.notebook.log.record(&record(what)).expect("it is there")
}

/// As the review page does it.
fn review(hand: &mut Hand, what: &str) {
    let print = as_it_stands(view(hand, what));
    hand.write(what, &[(Field::Status, "reviewed".into()), (Field::ReviewedAs, print.into())]);
}

#[test]
fn only_what_was_reviewed_and_may_be_shared_enters_the_report() {
    let check = |what: &str, fields: &[(Field, &str)], is_reviewed: bool, expected: Result<(), WhyNot>| {
        let mut hand = Hand::of("desk");
        let fields: Vec<(Field, Value)> = fields.iter().map(|(field, text)| (*field, (*text).into())).collect();
        hand.write(what, &fields);
        if is_reviewed {
            review(&mut hand, what);
        }
        assert_eq!(may_enter_report(&hand.notebook.log, view(&hand, what)), expected, "{what} {fields:?}");
    };
    let said = (Field::Purpose, "Ver el café");
    let whom = |confidentiality| (Field::Confidentiality, confidentiality);
    let status = |status| (Field::Status, status);
    check("visit/a", &[said, whom("shareable")], true, Ok(()));
    check("visit/a", &[said, whom("public")], true, Ok(()));
    check("visit/a", &[said, whom("internal")], true, Err(WhyNot::Internal));
    check("visit/a", &[said], true, Err(WhyNot::Internal));
    check("visit/a", &[said, whom("public"), status("complete")], false, Err(WhyNot::NotReviewed));
    check("visit/a", &[said, whom("public"), status("draft")], false, Err(WhyNot::Draft));
    check("visit/a", &[said, whom("public"), status("returned")], false, Err(WhyNot::Returned));
    check("session/a", &[(Field::HeldOn, "2026-10-20")], false, Ok(()));
    check("session/a", &[(Field::HeldOn, "2026-10-20")], true, Ok(()));
    check("session/a", &[status("returned")], false, Err(WhyNot::Returned));
    check("organisation/a", &[(Field::Name, "UNORCAC")], false, Err(WhyNot::OtherKind));
}

#[test]
fn what_came_in_after_a_review_without_having_been_seen_ends_it() {
    let (mut phone, mut desk) = (Hand::of("phone"), Hand::of("desk"));
    phone.write("visit/a", &[(Field::Purpose, "Ver el café".into()), (Field::Confidentiality, "public".into())]);
    desk.join(&phone);
    // On the phone before the review, by its clock.
    phone.write("visit/a", &[(Field::Observations, "Cuatro hectáreas".into())]);
    review(&mut desk, "visit/a");
    assert_eq!(may_enter_report(&desk.notebook.log, view(&desk, "visit/a")), Ok(()));
    desk.join(&phone);
    assert_eq!(may_enter_report(&desk.notebook.log, view(&desk, "visit/a")), Err(WhyNot::ChangedSince));
    review(&mut desk, "visit/a");
    assert_eq!(may_enter_report(&desk.notebook.log, view(&desk, "visit/a")), Ok(()));
}

#[test]
fn two_who_reviewed_the_same_note_wrote_nothing_different() {
    let (mut one, mut two) = (Hand::of("one"), Hand::of("two"));
    one.write("visit/a", &[(Field::Purpose, "Ver el café".into()), (Field::Confidentiality, "public".into())]);
    two.join(&one);
    two.write("visit/a", &[(Field::Observations, "Cuatro".into())]);
    review(&mut one, "visit/a");
    review(&mut two, "visit/a");
    one.join(&two);
    let shown = view(&one, "visit/a");
    assert_eq!((shown.conflicts().len(), changed_since_review(shown)), (0, false));
}

#[test]
fn what_stands_in_the_bin_or_for_another_is_not_in_the_report() {
    let mut hand = Hand::of("desk");
    for what in ["visit/a", "visit/b"] {
        hand.write(what, &[(Field::Purpose, "Ver".into()), (Field::Confidentiality, "public".into())]);
        review(&mut hand, what);
    }
    hand.write("visit/a", &[(Field::JoinedInto, "visit/b".into())]);
    assert_eq!(may_enter_report(&hand.notebook.log, view(&hand, "visit/a")), Err(WhyNot::CountedElsewhere));
    hand.write("visit/b", &[(Field::Trashed, true.into())]);
    assert_eq!(may_enter_report(&hand.notebook.log, view(&hand, "visit/b")), Err(WhyNot::InBin));
}
