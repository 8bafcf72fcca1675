//! Six files in all their 720 orders.

use crate::dice::Dice;
use crate::files::{desk, file_of};
use crate::law::{ALL_KINDS, look};
use crate::render::render_all;
use crate::tally::Tally;
use crate::world::{log_of, world};
use ayni::exchange::{Contains, read};
use ayni::log::{Entry, Log};

/// M1: promise 2.
#[test]
fn m1_six_files_give_the_same_in_all_their_orders_also_if_one_is_opened_twice() {
    // The first history that has all kinds in it.
    let history = |seed| {
        let tally = Tally::new("m1_orders");
        let dice = &mut Dice::new(seed);
        let operations: Vec<u32> = (0..120).map(|_| u32::try_from(dice.throw() >> 32).unwrap_or_default()).collect();
        let world = world(&operations, &tally);
        look(&world.log(), &tally);
        tally.has(ALL_KINDS).then_some((world, tally))
    };
    let (world, tally) = (0..10_000).find_map(history).expect("one of them has all");
    let dice = &mut Dice::new(6);
    let files: Vec<Vec<Entry>> = (0..6)
        .map(|_| {
            let file = file_of(&log_of(&dice.some(&world.entries)), &desk(), Contains::Everything);
            read(file.as_bytes()).expect("our own file").entries
        })
        .collect();
    let of = |order: &[usize]| {
        let mut log = Log::new();
        order.iter().flat_map(|file| &files[*file]).for_each(|entry| {
            log.accept(entry.clone());
        });
        log
    };
    let expected = render_all(&of(&[0, 1, 2, 3, 4, 5]));
    let orders = orders(6);
    assert_eq!(orders.len(), 720);
    for order in &orders {
        let log = of(order);
        assert_eq!(render_all(&log), expected, "{order:?}");
        // One of them once more, between any two others.
        let (again, place) = (dice.below(6), dice.below(7));
        let mut twice = order.clone();
        twice.insert(place, again);
        assert_eq!(render_all(&of(&twice)), expected, "{twice:?}");
    }
    tally.close(ALL_KINDS);
}

fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let with_last = |order: Vec<usize>| {
        (0..count).map(move |place| {
            let mut order = order.clone();
            order.insert(place, last);
            order
        })
    };
    orders(last).into_iter().flat_map(with_last).collect()
}
