use super::*;
use crate::app::hand::{Hand, record};
use crate::app::{Form, undo};
use crate::record::Value;

/// Everything that a complete note needs.
fn whole() -> Vec<(Field, Value)> {
    missing(Kind::Visit, &Fields::default()).into_iter().map(|field| (field, "x".into())).collect()
}

fn visit(hand: &mut Hand, what: &str, more: &[(Field, &str)]) {
    let more = more.iter().map(|(field, text)| (*field, (*text).into()));
    let fields: Vec<(Field, Value)> =
        whole().into_iter().chain([(Field::Status, "complete".into())]).chain(more).collect();
    hand.write(what, &fields);
}

fn table(hand: &Hand, kind: Kind) -> Vec<Row> {
    rows(hand.names(), kind).finish()
}

fn state(hand: &Hand, what: &str) -> State {
    state_of(hand.notebook.log.record(&record(what)).expect("it is there"))
}

fn change(hand: &mut Hand, what: &[&str], change: &Change) -> Plan {
    let records: Vec<RecordId> = what.iter().map(|what| record(what)).collect();
    let plan = plan(&hand.notebook, &records, change).finish();
    hand.save(&plan.drafts);
    plan
}

/// As a person edits it in its form.
fn edit(hand: &mut Hand, what: &str, field: Field, text: &str) {
    let record = record(what);
    let mut form = Form::edit(&hand.notebook, &record).expect("it has a form");
    form.set(record.kind().expect("a kind"), field, text);
    hand.save(&form.to_save(""));
}

#[test]
fn rows_are_sorted_by_any_column_both_ways_and_what_says_nothing_comes_last() {
    let mut hand = Hand::of("desk");
    visit(&mut hand, "visit/a", &[(Field::StartsOn, "2026-10-01"), (Field::Community, "Ápuela")]);
    visit(&mut hand, "visit/b", &[(Field::StartsOn, "2026-10-03"), (Field::Community, "zuleta")]);
    visit(&mut hand, "visit/c", &[(Field::StartsOn, "2026-10-02"), (Field::Community, "Bolívar")]);
    hand.write("visit/d", &[(Field::Purpose, "nada más".into())]);
    let rows = table(&hand, Kind::Visit);
    let check = |by: By, is_down: bool, expected: &str| {
        let order = order(&rows, None, Which::All, Sort { by, is_down });
        let order: String = order.iter().filter_map(|at| rows.get(*at as usize)).map(|row| row.record.rid()).collect();
        assert_eq!(order, expected, "{by:?} {is_down}");
    };
    check(By::Latest, false, "bcad");
    check(By::Column(Column::Date), false, "acbd");
    check(By::Column(Column::Date), true, "bcad");
    check(By::Column(Column::Place), false, "acbd");
    check(By::Column(Column::Place), true, "bcad");
    check(By::Column(Column::Missing), true, "dbca");
    // Equals stay as they stood.
    check(By::Column(Column::By), true, "bcad");
}

#[test]
fn pressing_a_head_sorts_up_then_down_then_as_before() {
    let by = By::Column(Column::Date);
    let up = Sort::default().press(by);
    let down = up.press(by);
    assert_eq!((up.is_down, down.is_down, down.press(by)), (false, true, Sort::default()));
    assert_eq!(down.press(By::Name), Sort { by: By::Name, is_down: false });
}

#[test]
fn what_waits_for_a_reviewer_is_found() {
    let mut hand = Hand::of("desk");
    for what in ["visit/a", "visit/b", "visit/c", "visit/d"] {
        visit(&mut hand, what, &[]);
    }
    hand.write("visit/e", &[(Field::Purpose, "x".into()), (Field::Status, "draft".into())]);
    change(&mut hand, &["visit/b", "visit/c"], &Change::Reviewed);
    change(&mut hand, &["visit/d"], &Change::Return("¿Cuándo fue?".to_owned()));
    edit(&mut hand, "visit/c", Field::Observations, "otra cosa");
    let rows = table(&hand, Kind::Visit);
    let check = |which: Which, expected: &str| {
        let order = order(&rows, None, which, Sort { by: By::Column(Column::Missing), is_down: false });
        let mut order: Vec<&str> =
            order.iter().filter_map(|at| rows.get(*at as usize)).map(|row| row.record.rid()).collect();
        order.sort_unstable();
        assert_eq!(order.concat(), expected, "{which:?}");
    };
    check(Which::All, "abcde");
    check(Which::ToReview, "ac");
    check(Which::Returned, "d");
    check(Which::Missing, "e");
    check(Which::Clashing, "");
}

#[test]
fn a_later_edit_of_a_reviewed_note_is_never_silently_reviewed() {
    let mut hand = Hand::of("desk");
    visit(&mut hand, "visit/a", &[]);
    change(&mut hand, &["visit/a"], &Change::Reviewed);
    assert_eq!(state(&hand, "visit/a"), State::Is(Choice::Reviewed));
    edit(&mut hand, "visit/a", Field::Confidentiality, "public");
    assert_eq!(state(&hand, "visit/a"), State::Is(Choice::Reviewed));
    edit(&mut hand, "visit/a", Field::Observations, "otra cosa");
    assert_eq!((state(&hand, "visit/a"), hand.text("visit/a", Field::Status)), (State::ChangedSince, "complete"));
    change(&mut hand, &["visit/a"], &Change::Reviewed);
    assert_eq!(state(&hand, "visit/a"), State::Is(Choice::Reviewed));
}

#[test]
fn a_reason_travels_to_the_phone_and_the_mended_note_back() {
    let (mut phone, mut desk) = (Hand::of("phone"), Hand::of("desk"));
    visit(&mut phone, "visit/a", &[]);
    phone.write("session/a", &[(Field::HeldOn, "2026-10-01".into())]);
    desk.join(&phone);
    change(&mut desk, &["visit/a", "session/a"], &Change::Return(" ¿Cuántas familias? ".to_owned()));
    phone.join(&desk);
    for what in ["visit/a", "session/a"] {
        assert_eq!(phone.text(what, Field::Status), "returned");
        assert_eq!(phone.text(what, Field::ReturnedBecause), "¿Cuántas familias?");
    }
    edit(&mut phone, "visit/a", Field::Observations, "Doce familias");
    desk.join(&phone);
    assert_eq!(state(&desk, "visit/a"), State::Mended);
    change(&mut desk, &["visit/a"], &Change::Reviewed);
    assert_eq!(
        (state(&desk, "visit/a"), desk.text("visit/a", Field::ReturnedBecause)),
        (State::Is(Choice::Reviewed), "")
    );
}

#[test]
fn what_many_would_become_is_told_before_and_undone_as_one() {
    let mut hand = Hand::of("desk");
    for what in ["visit/a", "visit/b", "visit/c"] {
        visit(&mut hand, what, &[]);
    }
    hand.write("visit/d", &[(Field::Purpose, "x".into())]);
    change(&mut hand, &["visit/a"], &Change::Reviewed);
    let all = ["visit/a", "visit/b", "visit/c", "visit/d", "visit/unknown"];
    let plan = change(&mut hand, &all, &Change::Reviewed);
    assert_eq!((plan.of, plan.changed, plan.already, plan.cannot), (5, 2, 1, 2));
    hand.save(&undo(&hand.notebook, &plan.drafts));
    assert_eq!(
        ["a", "b", "c"].map(|rid| state(&hand, &["visit/", rid].concat())),
        [State::Is(Choice::Reviewed), State::Is(Choice::Complete), State::Is(Choice::Complete)]
    );
}

#[test]
fn each_change_is_of_its_kinds_and_says_enough() {
    let check = |what: &str, change: Change, expected: (usize, usize)| {
        let mut hand = Hand::of("desk");
        visit(&mut hand, "visit/a", &[(Field::Confidentiality, "internal")]);
        hand.write("agreement/a", &[(Field::What, "x".into()), (Field::Responsible, "Ana".into())]);
        hand.write("organisation/a", &[(Field::Name, "UNORCAC".into())]);
        let plan = plan_one(&hand.notebook, &record(what), &change);
        assert_eq!((plan.changed, plan.already), expected, "{what} {change:?}");
    };
    check("visit/a", Change::Return("  ".to_owned()), (0, 0));
    check("visit/a", Change::Return("falta".to_owned()), (1, 0));
    check("visit/a", Change::Confidentiality(Choice::Internal), (0, 1));
    check("visit/a", Change::Confidentiality(Choice::Public), (1, 0));
    check("visit/a", Change::Due("2026-12-01".to_owned()), (0, 0));
    check("agreement/a", Change::Reviewed, (0, 0));
    check("agreement/a", Change::Responsible("Ana".to_owned()), (0, 1));
    check("agreement/a", Change::Responsible("Luis".to_owned()), (1, 0));
    check("agreement/a", Change::Due("2026-12-01".to_owned()), (1, 0));
    check("organisation/a", Change::Reviewed, (0, 0));
    check("organisation/a", Change::Bin, (1, 0));
}

#[test]
fn each_kind_has_columns_of_its_own_and_the_chosen_ones_hold() {
    let check = |kind: Kind, chosen: &[&str], expected: &str| {
        let chosen: Vec<String> = chosen.iter().map(|name| (*name).to_owned()).collect();
        let names: Vec<&str> = columns(kind, &chosen).into_iter().map(Column::name).collect();
        assert_eq!(names.join(" "), expected);
    };
    check(Kind::Visit, &[], "date state with by confidentiality missing");
    check(Kind::Session, &[], "date state with by missing total");
    check(Kind::Agreement, &[], "date state with by missing");
    check(Kind::Organisation, &[], "with by missing");
    check(Kind::Visit, &["date", "area", "total"], "date area");
    check(Kind::Visit, &["none"], "");
}
