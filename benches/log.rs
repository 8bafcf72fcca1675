//! What the log costs on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

mod sample;

use ayni::exchange::{Parcel, read};
use ayni::log::{Change, Compose, DeviceId, Log, Tick};
use ayni::record::Map;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    // Each size in a process of its own, so that its greatest memory is its own.
    match std::env::args().skip(1).find_map(|argument| argument.strip_prefix("size=").map(str::to_owned)) {
        Some(size) => measure(size.parse().expect("a number")),
        None => [10_000, 100_000].into_iter().for_each(|size: usize| {
            let program = std::env::current_exe().expect("this program");
            std::process::Command::new(program).arg(format!("size={size}")).status().expect("it runs");
        }),
    }
}

fn measure(size: usize) {
    let path = std::env::temp_dir().join(format!("ayni-bench-{}-{size}.json", std::process::id()));
    std::fs::write(&path, sample::file(size)).expect("it can be written");
    let bytes = std::fs::read(&path).expect("it was written");
    let all_bytes = bytes.len();
    println!("{size} changes, {:.1} MB, {} bytes a change in the file", all_bytes as f64 / 1e6, all_bytes / size);

    let read_and_merge = || {
        let parcel: Parcel = read(&bytes).expect("our own file");
        let mut log = Log::new();
        parcel.entries.into_iter().for_each(|entry| {
            log.accept(entry);
        });
        log
    };
    let took = best_of(5, read_and_merge);
    println!("  read, checked by hash and merged: {:>9.0} changes/s", size as f64 / took.as_secs_f64());
    let took = best_of(5, || read(&bytes));
    println!("  of it read and checked:           {:>9.0} changes/s", size as f64 / took.as_secs_f64());

    let mut log = read_and_merge();
    let took = best_of(5, || -> usize {
        log.records().map(|record| record.fields().0.len() + record.conflicts().len()).sum()
    });
    println!("  view of all {} records: {:.1} ms", log.records().count(), took.as_secs_f64() * 1e3);
    let more: Vec<_> = (0..1_000).map(|number| one_more(number * 7)).collect();
    let start = Instant::now();
    more.into_iter().for_each(|change| {
        log.accept(change);
    });
    println!("  one change applied: {:.2} µs", start.elapsed().as_secs_f64() * 1e3);

    drop((log, bytes));
    println!("  greatest memory to read and merge: {}", memory(&path, all_bytes));
    std::fs::remove_file(&path).expect("it is there");
}

/// What the terminal program needs for the whole file, by the kernel's own count.
fn memory(path: &std::path::Path, bytes: usize) -> String {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_ayni"));
    program.arg("check").arg(path).stdout(std::process::Stdio::null());
    let Ok(mut child) = program.spawn() else { return "unknown".to_owned() };
    let status = format!("/proc/{}/status", child.id());
    let mut greatest = 0_u64;
    while let Ok(None) = child.try_wait() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        greatest = greatest.max(line.split_whitespace().next().and_then(|kb| kb.parse().ok()).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(1));
    }
    match greatest {
        0 => "not told by this system".to_owned(),
        kb => format!("{:.0} MB, {:.1} times the file", kb as f64 / 1e3, kb as f64 * 1024.0 / bytes as f64),
    }
}

/// The quickest of some runs. Freeing what came out is not timed: nobody waits for it.
fn best_of<T>(times: usize, work: impl Fn() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        let made = black_box(work());
        let took = start.elapsed();
        drop(made);
        took
    };
    (0..times).map(once).min().unwrap_or_default()
}

/// One more change, of a phone that is not in the workspace yet.
fn one_more(number: usize) -> Change {
    let tick = Tick::parse(&format!("{:012x}-0001", 1_795_000_000_000_usize + number)).expect("a tick");
    Change::compose(Compose {
        record: &sample::record("visit", number),
        set: Map::from([("remarks".to_owned(), format!("{number}: {}", sample::SEEN).into())]),
        over: Map::new(),
        seen: Vec::new(),
        device: &DeviceId::parse("onemore000").expect("ten letters"),
        seq: 1,
        prev: None,
        at: "2026-11-25T08:11:22-05:00",
        tick,
    })
    .expect("a change within the limits")
}
