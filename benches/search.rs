//! What searching costs on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

mod notes;

use ayni::app::{Asked, Facet, Finder, Names, visits};
use ayni::i18n::Lang;
use ayni::log::Log;
use ayni::record::{Kind, RecordId, gazetteer};
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

/// Runs of each measure; the quickest counts, because what is slower than that is another program's doing.
const RUNS: usize = 5;

fn main() {
    let (log, _) = Log::from_lines(notes::file(NOTES).lines().map(|line| line.trim_end_matches(',')));
    let names = Names { log: &log, lang: Lang::Es };
    let letters: usize = log.changes().map(|change| change.line().chars().count()).sum();
    println!(
        "search: {NOTES} notes, {:.1} million characters in their lines, the best of {RUNS}",
        letters as f64 / 1e6
    );

    let before = IN_USE.load(Ordering::Relaxed);
    let mut finder = Finder::default();
    let best = (0..RUNS).map(|_| {
        let pieces;
        (finder, pieces) = build(&log, names);
        pieces
    });
    let pieces = best.min_by_key(|pieces| pieces.iter().sum::<Duration>()).unwrap_or_default();
    let whole: Duration = pieces.iter().sum();
    println!("  ready in {}, the longest of {} pieces {}", ms(whole), pieces.len(), ms(longest(&pieces)));
    let memory = IN_USE.load(Ordering::Relaxed) - before;
    println!("  {} different words; memory: {:.1} MB", finder.words(), memory as f64 / 1e6);

    println!("  the list put in order: {}", ms(best_of(|| visits(&log))));
    let numbers = finder.numbers(&visits(&log));
    let mut pressed = press_keys(&log, &finder, &numbers);
    pressed.sort();
    let slowest = pressed.last().map_or("", |(_, typed)| typed).to_owned();
    let pressed: Vec<Duration> = pressed.into_iter().map(|(took, _)| took).collect();
    println!(
        "  a key press answered, of {}: {} the median, {} in 99 of 100, {} the longest ({slowest:?})",
        pressed.len(),
        ms(pressed[pressed.len() / 2]),
        ms(pressed[pressed.len() * 99 / 100]),
        ms(longest(&pressed)),
    );

    let edited = RecordId::new(Kind::Visit, "r5000").expect("a name");
    let edit = best_of(|| {
        finder.touch(std::slice::from_ref(&edited));
        while !finder.work(names, PIECE) {}
    });
    println!("  one edit read again: {}", ms(edit));
    places();
}

/// A key press in the field for a municipality: each name typed letter by letter, and once more with a slip in it.
fn places() {
    let mut pressed: Vec<Duration> = Vec::new();
    for place in gazetteer::all() {
        let slipped = place.name.chars().skip(1).collect::<String>();
        for name in [place.name, slipped.as_str()] {
            for (end, _) in name.char_indices().skip(1) {
                let start = Instant::now();
                std::hint::black_box(gazetteer::search(&name[..end], 6));
                pressed.push(start.elapsed());
            }
        }
    }
    pressed.sort();
    let of = pressed.len();
    println!(
        "places: a key press answered, of {of}: {} the median, {} in 99 of 100, {} the longest",
        ms(pressed[of / 2]),
        ms(pressed[of * 99 / 100]),
        ms(pressed[of - 1])
    );
}

/// The index, and how long each piece of it took; the first is to find out what there is to read.
fn build(log: &Log, names: Names) -> (Finder, Vec<Duration>) {
    let mut finder = Finder::default();
    let start = Instant::now();
    finder.begin(log);
    let mut pieces = vec![start.elapsed()];
    loop {
        let start = Instant::now();
        let done = finder.work(names, PIECE);
        pieces.push(start.elapsed());
        if done {
            return (finder, pieces);
        }
    }
}

/// All that happens in the app for a key press before the screen is drawn: the notes found, and which lines of the list
/// they are. Each text with filters and without.
fn press_keys(log: &Log, finder: &Finder, numbers: &[u32]) -> Vec<(Duration, String)> {
    let mut pressed = Vec::new();
    for text in TYPED {
        for filtered in [false, true] {
            let mut asked = Asked::default();
            if filtered {
                asked.choose(Facet::Status, "complete".to_owned());
                asked.from = "2026-01-01".to_owned();
            }
            for letter in text.chars() {
                asked.typed.push(letter);
                let took = best_of(|| finder.shown(log, numbers, Kind::Visit, &asked));
                pressed.push((took, asked.typed.clone()));
            }
        }
    }
    pressed
}

fn best_of<T>(mut work: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    (0..RUNS).map(once).min().unwrap_or_default()
}

fn longest(times: &[Duration]) -> Duration {
    times.iter().max().copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}
