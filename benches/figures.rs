//! What counting costs on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

mod trainings;

use ayni::insight::trainings::{Dimension, Filter, Measure, Trainings, figures, table};
use ayni::record::Choice;
use std::time::{Duration, Instant};

const SESSIONS: usize = 10_000;
/// Runs of each measure; the quickest counts, because what is slower than that is another program's doing.
const RUNS: usize = 5;

fn main() {
    let log = trainings::log(SESSIONS);
    let read = Trainings::read(&log);
    println!("figures: {SESSIONS} sessions in {} courses, the best of {RUNS}", read.courses.len());
    say("read from the set and counted (target < 100 ms)", &|| {
        figures(&Trainings::read(&log), &Filter::default()).attendances
    });
    say("counted again for another filter", &|| figures(&read, &Filter::default()).attendances);
    let women = Filter {
        from: Some("2026-05-01".to_owned()),
        to: Some("2026-10-31".to_owned()),
        sex: Some(Choice::Female),
        topics: vec!["term/topic-pgs".to_owned()],
        ..Filter::default()
    };
    say("women of one topic in one period", &|| figures(&read, &women).attendances);
    let by = [Some(Dimension::Month), Some(Dimension::Sex)];
    say("a table of months by sex", &|| {
        table(&read, &Filter::default(), Measure::Attendances, by, &[]).sum.unwrap_or_default()
    });
}

fn say(what: &str, run: &dyn Fn() -> i64) {
    let once = || {
        let start = Instant::now();
        let number = run();
        (start.elapsed(), number)
    };
    let (best, number) = (0..RUNS).map(|_| once()).min().unwrap_or((Duration::ZERO, 0));
    println!("  {what}: {:.1} ms ({number} attendances)", best.as_secs_f64() * 1e3);
}
