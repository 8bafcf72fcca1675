use super::*;
use crate::app::hand::{Hand, record};

const TODAY: &str = "2026-11-25";

/// Two visits to one host and one to another, with commitments that are due on these days.
fn hand() -> Hand {
    let mut hand = Hand::of("phone");
    for (host, name) in [("organisation/h", "Río Intag"), ("organisation/k", "Bartolinas")] {
        hand.write(host, &[(Field::Name, name.into())]);
    }
    for (visit, host) in [("visit/a", "organisation/h"), ("visit/b", "organisation/h"), ("visit/c", "organisation/k")] {
        hand.write(visit, &[(Field::HostOrganisation, host.into())]);
    }
    let mut add = |name: &str, visit: &str, due: &str| {
        let fields = [(Field::Visit, visit.into()), (Field::What, name.into()), (Field::DueOn, due.into())];
        hand.write(&format!("agreement/{name}"), &fields);
    };
    add("undated", "visit/a", "");
    add("later", "visit/a", "2026-12-10");
    add("soon", "visit/a", "2026-12-09");
    add("today", "visit/c", "2026-11-25");
    add("overdue", "visit/a", "2026-11-24");
    add("long-ago", "visit/c", "2026-01-31");
    add("no-date", "visit/a", "mañana");
    hand
}

fn whats(promises: &[Promise]) -> Vec<&str> {
    promises.iter().map(|promise| promise.what.as_str()).collect()
}

#[test]
fn what_is_overdue_comes_first_then_what_is_due_within_two_weeks() {
    let hand = hand();
    let check = |today: &str, expected: &[&str]| assert_eq!(whats(&pressing(hand.names(), today)), expected, "{today}");
    check(TODAY, &["long-ago", "overdue", "today", "soon"]);
    check("2026-01-01", &[]);
    check("2026-01-17", &["long-ago"]);
    check("2027-01-01", &["long-ago", "overdue", "today", "soon", "later"]);
    let all = pressing(hand.names(), TODAY);
    let first = all.first().expect("there is one");
    assert_eq!(
        (first.due, first.host.as_str(), first.visit.as_ref()),
        (Due::Overdue, "Bartolinas", Some(&record("visit/c")))
    );
}

#[test]
fn commitments_come_back_when_the_same_host_is_visited_again() {
    let mut hand = hand();
    let check = |hand: &Hand, host: &str, this: &str, expected: &[&str]| {
        assert_eq!(whats(&with_host(hand.names(), TODAY, host, Some(&record(this)))), expected, "{host} {this}");
    };
    let of_h = ["overdue", "soon", "later", "undated", "no-date"];
    check(&hand, "organisation/h", "visit/new", &of_h);
    check(&hand, "organisation/h", "visit/b", &of_h);
    check(&hand, "organisation/h", "visit/a", &[]);
    check(&hand, "organisation/k", "visit/new", &["long-ago", "today"]);
    check(&hand, "", "visit/new", &[]);
    // Two names of one host are one host.
    hand.write("organisation/k", &[(Field::JoinedInto, "organisation/h".into())]);
    assert_eq!(with_host(hand.names(), TODAY, "organisation/k", None).len(), 7);
    // One of a visit in the bin stays open only where somebody kept it.
    hand.save(&crate::app::bin::put_away(&hand.notebook, &record("visit/a")));
    check(&hand, "organisation/h", "visit/new", &["long-ago", "today"]);
}

#[test]
fn a_commitment_is_closed_with_a_word_and_can_be_opened_again() {
    let mut hand = hand();
    let one = record("agreement/overdue");
    hand.save(&[close(&hand.notebook, &one, Choice::Done, " Llegó el modelo. ", TODAY)]);
    assert_eq!(whats(&pressing(hand.names(), TODAY)), ["long-ago", "today", "soon"]);
    let of_visit = of_visit(&hand.notebook, hand.names(), &record("visit/a"), TODAY);
    assert_eq!(whats(&of_visit), ["undated", "later", "soon", "overdue", "no-date"]);
    let closed = of_visit.iter().find(|promise| !promise.is_open()).expect("it is closed");
    assert_eq!(
        (closed.status, closed.how.as_str(), closed.closed_on.as_str()),
        (Choice::Done, "Llegó el modelo.", TODAY)
    );
    hand.save(&[reopen(&hand.notebook, &one)]);
    assert_eq!(pressing(hand.names(), TODAY).len(), 4);
    assert_eq!(hand.text("agreement/overdue", Field::Evidence), "");
    hand.save(&[close(&hand.notebook, &one, Choice::Dropped, "Cambiaron de plan", TODAY)]);
    assert_eq!(pressing(hand.names(), TODAY).len(), 3);
}
