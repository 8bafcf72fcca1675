use super::*;
use crate::app::clashes::{Decided, decide};
use crate::app::hand::{Hand, record};
use crate::app::undo;
use crate::record::Field;

const VISIT: &str = "visit/a";

fn texts(decision: &Decision) -> (String, Vec<String>, bool) {
    let aside = decision.aside.iter().map(|value| value.clone().into_text()).collect();
    (decision.kept.clone().into_text(), aside, decision.stands)
}

fn told(hand: &Hand) -> Vec<(String, Vec<String>, bool)> {
    decisions(&hand.notebook.log).iter().map(texts).collect()
}

fn line(kept: &str, aside: &[&str], stands: bool) -> (String, Vec<String>, bool) {
    (kept.to_owned(), aside.iter().map(|text| (*text).to_owned()).collect(), stands)
}

fn decided(value: &str) -> [Decided; 1] {
    [Decided { record: record(VISIT), field: "purpose".to_owned(), value: value.into() }]
}

/// Three hands that wrote different things; the first has seen all.
fn three() -> [Hand; 3] {
    let [mut one, mut two, mut three] = ["one", "two", "three"].map(Hand::of);
    one.write(VISIT, &[(Field::Purpose, "antes".into())]);
    two.join(&one);
    three.join(&one);
    one.write(VISIT, &[(Field::Purpose, "a".into())]);
    two.write(VISIT, &[(Field::Purpose, "b".into())]);
    two.write(VISIT, &[(Field::Purpose, "c".into())]);
    three.write(VISIT, &[(Field::Purpose, "a".into())]);
    one.join(&two);
    one.join(&three);
    [one, two, three]
}

#[test]
fn it_is_told_what_was_kept_and_what_was_set_aside() {
    for (kept, aside) in [("a", &["c"][..]), ("c", &["a"]), ("a\n\nc", &["c", "a"]), ("otro", &["c", "a"])] {
        let [mut one, ..] = three();
        assert_eq!(told(&one), []);
        one.save(&decide(&one.notebook, &decided(kept)));
        assert_eq!(told(&one), [line(kept, aside, true)]);
        let decision = &decisions(&one.notebook.log)[0];
        assert_eq!((decision.by, decision.record.as_str(), decision.field.as_str()), (one.device, VISIT, "purpose"));
        // Somebody who writes in it later decides nothing.
        one.write(VISIT, &[(Field::Purpose, "z".into())]);
        assert_eq!(told(&one), [line(kept, aside, false)]);
    }
}

#[test]
fn equal_values_and_values_that_were_seen_are_no_decision() {
    let [mut one, mut two] = ["one", "two"].map(Hand::of);
    one.write(VISIT, &[(Field::Purpose, "a".into())]);
    two.write(VISIT, &[(Field::Purpose, "a".into())]);
    one.join(&two);
    one.write(VISIT, &[(Field::Purpose, "b".into())]);
    assert_eq!(told(&one), []);
}

#[test]
fn a_decision_that_was_taken_back_or_made_twice_is_told_as_it_was() {
    let [mut one, mut two, _] = three();
    let drafts = decide(&one.notebook, &decided("a"));
    one.save(&drafts);
    one.save(&undo(&one.notebook, &drafts));
    assert_eq!(told(&one), [line("a", &["c"], false)]);
    one.save(&decide(&one.notebook, &decided("c")));
    assert_eq!(told(&one), [line("c", &["a"], true), line("a", &["c"], false)]);
    // Another device decides the same clash differently, and then somebody decides between the two.
    let [mut other, ..] = three();
    two.join(&other);
    other.save(&decide(&other.notebook, &decided("a")));
    two.save(&decide(&two.notebook, &decided("c")));
    other.join(&two);
    assert_eq!(told(&other).len(), 2);
    other.save(&decide(&other.notebook, &decided("c")));
    assert_eq!(told(&other)[0], line("c", &["a"], true));
}

/// C4
#[test]
fn a_decision_over_more_values_than_a_change_can_name_is_told_once() {
    let mut one = Hand::of("one");
    for number in 0..150 {
        let mut other = Hand::of(&["p", &number.to_string(), "x"].concat());
        other.write(VISIT, &[(Field::Purpose, number.to_string().into())]);
        one.join(&other);
    }
    one.save(&decide(&one.notebook, &decided("7")));
    let all = told(&one);
    assert_eq!((all.len(), all[0].0.as_str(), all[0].1.len(), all[0].2), (1, "7", 149, true));
}

#[test]
fn a_table_is_read_as_text_and_never_run() {
    let check = |cells: &[&str], separator: char, expected: &str| {
        let rows = [cells.iter().map(|cell| (*cell).to_owned()).collect()];
        assert_eq!(table(&rows, separator), ["\u{feff}", expected, "\r\n"].concat());
    };
    check(&["Campo", "café"], ',', "Campo,café");
    check(&["a,b", "c;d"], ';', "\"a,b\";\"c;d\"");
    check(&["di \"sí\"\ny no"], ',', "\"di \"\"sí\"\"\ny no\"");
    check(&["=1+1", "+593", "-5", "@x", "\tx"], ',', "'=1+1,'+593,'-5,'@x,\"'\tx\"");
    check(&["", ""], ';', ";");
}
