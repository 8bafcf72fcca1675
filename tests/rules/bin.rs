//! The bin (M5): what was there when a record was put away goes with it, what somebody wrote without knowing shows it again.

use crate::make::{Save, log_of, record};
use ayni::log::{Bin, Change, ChangeId, Log, TRASHED};
use ayni::record::Value;

/// M5
#[test]
fn m5_what_the_binner_saw_goes_into_the_bin_and_what_nobody_knew_of_shows_the_record_again() {
    let check = |what: &str, changes: &[&Change], expected: Bin| {
        let back: Vec<&Change> = changes.iter().rev().copied().collect();
        for order in [changes, &back] {
            let log = log_of(order.iter().copied());
            assert_eq!(bin(&log), expected, "{what}");
        }
    };
    let note = Save::of("phone").text("observations", "cuatro").now();
    let unseen = Save::of("other").text("purpose", "ver").now();
    let binned = Save::of("desk00").bin(true, &[], &[&note]).now();
    check("nobody put it there", &[&note], Bin::Outside);
    check("all was seen", &[&note, &binned], Bin::Inside);
    check("edited by someone who did not know", &[&note, &binned, &unseen], Bin::EditedSince);

    let later = Save::of("third").text("observations", "cinco").over("observations", &[&note]).now();
    check("what was seen was replaced by what was not", &[&note, &binned, &later], Bin::EditedSince);

    let blind = Save::of("desk00").bin(true, &[], &[]).now();
    check("binned by someone who saw nothing", &[&note, &blind], Bin::EditedSince);

    let back = Save::of("phone").bin(false, &[&binned], &[&note, &binned]).after(&note).now();
    check("taken back", &[&note, &binned, &back], Bin::Outside);
    let again = Save::of("desk00").bin(true, &[&back], &[&note, &back]).after(&binned).now();
    check("put away again", &[&note, &binned, &back, &again], Bin::Inside);
}

/// M5, M4
#[test]
fn m5_two_binners_know_together_what_each_of_them_saw() {
    let (one, two) = (Save::of("phone").text("observations", "a").now(), Save::of("other").text("purpose", "b").now());
    let first = Save::of("desk00").bin(true, &[], &[&one]).now();
    let second = Save::of("third").bin(true, &[], &[&two]).now();
    assert_eq!(bin(&log_of([&one, &two, &first])), Bin::EditedSince);
    assert_eq!(bin(&log_of([&one, &two, &first, &second])), Bin::Inside);
}

/// M5, M4
#[test]
fn m5_put_away_and_kept_at_the_same_time_is_a_conflict_and_the_record_is_shown() {
    let note = Save::of("phone").text("observations", "a").now();
    let away = Save::of("desk00").bin(true, &[], &[&note]).at(9).now();
    let kept = Save::of("other").bin(false, &[], &[&note]).at(5).now();
    let log = log_of([&note, &away, &kept]);
    let view = log.record(&record()).expect("it is there");
    assert_eq!(view.shown(TRASHED), Some(&Value::Bool(true)), "the greatest tick is shown first");
    assert_eq!(view.conflicts().len(), 1);
    assert_eq!(view.bin(), Bin::EditedSince, "the head that says no is known to nobody");
    // Whoever says no later is shown first.
    let later = Save::of("other").bin(false, &[], &[&note]).at(99).now();
    assert_eq!(bin(&log_of([&note, &away, &later])), Bin::Outside);
}

/// M5, M6: a head that was erased has no value, so nobody has to have seen it.
#[test]
fn m5_m6_what_was_erased_keeps_no_record_out_of_the_bin() {
    let note = Save::of("phone").text("observations", "a").now();
    let binned = Save::of("desk00").bin(true, &[], &[]).now();
    let erasure = Save::of("other").erase(&[note.id()]).now();
    assert_eq!(bin(&log_of([&note, &binned])), Bin::EditedSince);
    assert_eq!(bin(&log_of([&note, &binned, &erasure])), Bin::Inside);
}

fn bin(log: &Log) -> Bin {
    log.record(&record()).expect("it is there").bin()
}

/// Only what is an id counts as seen.
#[test]
fn m5_an_id_of_another_record_is_not_in_the_way() {
    let note = Save::of("phone").text("observations", "a").now();
    let seen: Vec<ChangeId> = vec![ayni::log::change_id("elsewhere"), note.id()];
    let binned = Save::of("desk00").bin_seen(true, &[], seen).now();
    assert_eq!(bin(&log_of([&note, &binned])), Bin::Inside);
}
