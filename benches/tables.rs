//! What files for others and a report cost on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

mod notes;
mod trainings;

use ayni::i18n::Lang;
use ayni::log::Log;
use ayni::report::csv::Separator;
use ayni::report::fill::{self, fill};
use ayni::report::html::page;
use ayni::report::others::{Format, make};
use ayni::report::sheets::{Asked, Audience};
use std::time::{Duration, Instant};

const VISITS: usize = 5_000;
const SESSIONS: usize = 5_000;
/// Runs of each measure; the quickest counts, because what is slower than that is another program's doing.
const RUNS: usize = 3;

fn main() {
    let (mut log, _) = Log::from_lines(notes::file(VISITS).lines().map(|line| line.trim_end_matches(',')));
    trainings::log(SESSIONS).entries().for_each(|entry| {
        log.accept(entry.clone());
    });
    println!("files for others: {VISITS} visits and {SESSIONS} sessions, the best of {RUNS}");
    let team = Asked { log: &log, lang: Lang::Es, audience: Audience::Team, at: "2026-11-27T08:00:00-05:00" };
    let public = Asked { audience: Audience::Public, ..team };
    say("a workbook for the team", team, Format::Xlsx);
    say("a workbook for the public", public, Format::Xlsx);
    say("CSV for the team", team, Format::Csv(Separator::Semicolon));
    say("CSV with hashtags for the public", public, Format::Hxl);
    say("a map for the team", team, Format::GeoJson);
    report(&log, Audience::Team, "for the team");
    report(&log, Audience::Public, "for the public");
}

fn say(what: &str, asked: Asked, format: Format) {
    let once = || {
        let start = Instant::now();
        let files = make(asked, format).finish().unwrap_or_default();
        let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
        (start.elapsed(), bytes)
    };
    let (best, bytes) = (0..RUNS).map(|_| once()).min().unwrap_or((Duration::ZERO, 0));
    println!("  {what}: {:.0} ms, {:.1} MB", best.as_secs_f64() * 1e3, bytes as f64 / 1e6);
}

/// A report over everything: filled from the records, and written as a page.
fn report(log: &Log, audience: Audience, whom: &str) {
    let asked = fill::Asked { lang: Lang::Es, audience, today: "2026-11-27".to_owned(), ..fill::Asked::default() };
    let once = || {
        let start = Instant::now();
        let document = fill(log, &asked);
        let filled = start.elapsed();
        (filled, page(&document, &|_| None).len(), start.elapsed())
    };
    let (filled, bytes, whole) = (0..RUNS).map(|_| once()).min().unwrap_or_default();
    println!("  a report {whom}: filled in {filled:.0?}, with its page in {whole:.0?}, {bytes} bytes");
}
