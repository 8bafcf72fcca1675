//! What searching costs on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

mod notes;

use ayni::app::{Asked, Facet, Finder, Names, visits};
use ayni::i18n::Lang;
use ayni::log::Log;
use ayni::record::{Kind, RecordId};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const NOTES: usize = 10_000;
/// As many notes as the screen reads before it looks at the clock.
const PIECE: usize = 20;
/// What people type, letter by letter.
const TYPED: [&str; 12] = [
    "café",
    "biodigestor",
    "asociación",
    "reunión agua",
    "de la",
    "Cotacachi",
    "señora ñusta",
    "compromiso semilla",
    "a e",
    "productoras de café orgánico",
    "2026",
    "xilófono",
];

/// Counts what is in use, by asking the system for it.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let (log, _) = Log::from_lines(notes::file(NOTES).lines().map(|line| line.trim_end_matches(',')));
    let names = Names { log: &log, lang: Lang::Es };
    let letters: usize = log.changes().map(|change| change.line().chars().count()).sum();
    println!("search: {NOTES} notes, {:.1} million characters in their lines", letters as f64 / 1e6);

    let before = IN_USE.load(Ordering::Relaxed);
    let (mut finder, begun, pieces) = build(&log, names);
    let whole: Duration = pieces.iter().sum::<Duration>() + begun;
    println!(
        "  ready in {} (begun in {}), the longest of {} pieces {}",
        ms(whole),
        ms(begun),
        pieces.len(),
        ms(longest(&pieces))
    );
    let memory = IN_USE.load(Ordering::Relaxed) - before;
    println!("  {} different words; memory: {:.1} MB", finder.words(), memory as f64 / 1e6);

    let start = Instant::now();
    let all = visits(&log);
    println!("  the list put in order: {}", ms(start.elapsed()));
    let numbers = finder.numbers(&all);
    let mut pressed = press_keys(&finder, &numbers);
    let slowest = pressed.iter().max_by_key(|(took, _)| *took).map(|(_, typed)| typed.clone()).unwrap_or_default();
    pressed.sort();
    let pressed: Vec<Duration> = pressed.into_iter().map(|(took, _)| took).collect();
    println!(
        "  a key press answered, of {}: {} the median, {} in 99 of 100, {} the longest ({slowest:?})",
        pressed.len(),
        ms(pressed[pressed.len() / 2]),
        ms(pressed[pressed.len() * 99 / 100]),
        ms(longest(&pressed)),
    );

    let edited = RecordId::new(Kind::Visit, "r5000").expect("a name");
    let start = Instant::now();
    finder.touch(&[edited]);
    while !finder.work(names, PIECE) {}
    println!("  one edit read again: {}", ms(start.elapsed()));
}

fn build(log: &Log, names: Names) -> (Finder, Duration, Vec<Duration>) {
    let mut finder = Finder::default();
    let start = Instant::now();
    finder.begin(log);
    let begun = start.elapsed();
    let mut pieces = Vec::new();
    loop {
        let start = Instant::now();
        let done = finder.work(names, PIECE);
        pieces.push(start.elapsed());
        if done {
            return (finder, begun, pieces);
        }
    }
}

/// All that happens in the app for a key press before the screen is drawn: the notes found, and which lines of the list
/// they are. Each text ten times, with and without filters.
fn press_keys(finder: &Finder, numbers: &[u32]) -> Vec<(Duration, String)> {
    let mut pressed = Vec::new();
    for round in 0..10 {
        for text in TYPED {
            let mut asked = Asked::default();
            if round % 2 == 1 {
                asked.choose(Facet::Status, "complete".to_owned());
                asked.from = "2026-01-01".to_owned();
            }
            for letter in text.chars() {
                asked.typed.push(letter);
                let start = Instant::now();
                let shown = finder.shown(numbers, Kind::Visit, &asked);
                pressed.push((start.elapsed(), asked.typed.clone()));
                std::hint::black_box(shown.len());
            }
        }
    }
    pressed
}

fn longest(times: &[Duration]) -> Duration {
    times.iter().max().copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}
