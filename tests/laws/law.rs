//! A law: something that holds for every history. `AYNI_CASES` says how many are tried, `AYNI_SEED` which.

use crate::dice::Dice;
use crate::tally::{Met, Tally};
use crate::world::{World, world};
use ayni::log::{Bin, Log, TRASHED};
use ayni::record::Value;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};
use std::env;
use std::fmt::Debug;

/// Tried for every law in the plain test command.
const CASES: u32 = 10_000;

/// Reads a number that a person set for this run.
pub fn number_from(variable: &str) -> Option<u64> {
    env::var(variable).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")))
}

/// Tries a law on histories of 10 to 40 operations. What is `about` has to be met at least once.
pub fn law(name: &'static str, about: &[Met], check: impl Fn(&World, &mut Dice, &Tally) -> Result<(), String>) {
    law_of(name, about, |_| true, check);
}

/// The same, on histories without some kinds of operations.
pub fn law_of(
    name: &'static str,
    about: &[Met],
    may: fn(u32) -> bool,
    check: impl Fn(&World, &mut Dice, &Tally) -> Result<(), String>,
) {
    let tally = Tally::new(name);
    let strategy = (vec(any::<u32>(), 10..40), any::<u64>());
    run(&strategy, |(operations, chance)| {
        let operations: Vec<u32> = operations.into_iter().filter(|operation| may(operation & 31)).collect();
        check(&world(&operations, &tally), &mut Dice::new(chance), &tally)
    });
    tally.close(about);
}

/// Tries a law on whatever the strategy gives.
pub fn run<S: proptest::strategy::Strategy>(strategy: &S, check: impl Fn(S::Value) -> Result<(), String>)
where
    S::Value: Debug,
{
    let config = Config {
        cases: number_from("AYNI_CASES").and_then(|cases| u32::try_from(cases).ok()).unwrap_or(CASES),
        // The same cases in every run, so that a failure is seen again.
        rng_seed: RngSeed::Fixed(number_from("AYNI_SEED").unwrap_or(1)),
        rng_algorithm: RngAlgorithm::ChaCha,
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    let result = TestRunner::new(config).run(strategy, |value| check(value).map_err(TestCaseError::fail));
    result.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Both are the same; else where they part.
pub fn same(what: &str, one: &str, other: &str) -> Result<(), String> {
    if one == other {
        return Ok(());
    }
    Err(format!("{what}:\n{one}\n–––– is not ––––\n{other}"))
}

/// Counts what a view shows.
pub fn look(log: &Log, tally: &Tally) {
    for record in log.records() {
        let variants = record.field_names().map(|field| (field, record.variants(field)));
        for (field, variants) in variants {
            tally.add(Met::Conflict, usize::from(variants.len() > 1));
            tally.add(Met::BinConflict, usize::from(variants.len() > 1 && field == TRASHED));
            tally.add(Met::EqualApart, variants.iter().filter(|variant| variant.ids.len() > 1).count());
        }
        match record.bin() {
            Bin::Inside => tally.met(Met::Binned),
            Bin::EditedSince => tally.met(Met::EditedSince),
            Bin::Outside => {
                let was_binned = |change: &&ayni::log::Change| change.set().get(TRASHED) == Some(&Value::Bool(true));
                let is_back = record.shown(TRASHED) == Some(&Value::Bool(false));
                tally.add(Met::Restored, usize::from(is_back && record.history().iter().any(was_binned)));
            }
        }
        tally.add(Met::Erased, record.erased());
        tally.add(Met::Newer, usize::from(record.has_newer()));
        tally.add(Met::UnknownKind, usize::from(record.id().kind().is_none() && record.id().kind_name() != "erasure"));
    }
    tally.add(Met::Fork, log.forks().count());
    tally.add(
        Met::Replaced,
        log.changes().filter(|change| change.set().keys().any(|f| !change.over(f).is_empty())).count(),
    );
}

/// What every law about views has to meet.
pub const ALL_KINDS: &[Met] = &[
    Met::Conflict,
    Met::EqualApart,
    Met::Binned,
    Met::EditedSince,
    Met::Restored,
    Met::BinConflict,
    Met::Erased,
    Met::ErasureOfErasure,
    Met::ErasureOfUnknown,
    Met::ErasureOfNoId,
    Met::UnnamedStub,
    Met::DifferingStub,
    Met::Fork,
    Met::UnknownKind,
    Met::UnknownMember,
    Met::Newer,
    Met::OddText,
    Met::FarClock,
    Met::Cleared,
    Met::EmptyOver,
    Met::Replaced,
];
