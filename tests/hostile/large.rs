//! Large files, each read in a process of its own: whether it ends well, what it gives, and how much memory it took.
//!
//! How long it took is printed and decides nothing: a slow machine is no fault of a file. (A reader that takes the square of
//! the size would not end within the patience of whoever waits.)

use super::large_cases::{Case, Gives, all};
use super::view::view;
use ayni::exchange::read_with_photos;
use ayni::log::{Log, canonical};
use std::env;
use std::fs;
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

/// Tells the process which file to read.
const CASE: &str = "AYNI_HOSTILE_CASE";

/// A file of 10 MB may take so much, all in all.
const MAX_MEMORY: u64 = 512_000_000;

/// I2, I3: `AYNI_HOSTILE_ONLY=word` reads only the files whose name holds the word.
#[test]
fn no_large_file_brings_the_reader_down() {
    let only = env::var("AYNI_HOSTILE_ONLY").unwrap_or_default();
    let queue: Mutex<Vec<Case>> = Mutex::new(all().into_iter().filter(|case| case.name.contains(&only)).collect());
    let wrong = Mutex::new(Vec::new());
    let work = || {
        while let Some(case) = { queue.lock().expect("no one panics").pop() } {
            if let Err(reason) = in_a_process(&case) {
                wrong.lock().expect("no one panics").push(format!("{}: {reason}", case.name));
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let wrong = wrong.into_inner().expect("no one panics");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn in_a_process(case: &Case) -> Result<(), String> {
    let start = Instant::now();
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.args(["--exact", "large::one_file", "--nocapture"]).env(CASE, &case.name);
    let output = command.output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let said = |name: &str| text.lines().find_map(|line| line.split_once(name).map(|(_, rest)| rest.to_owned()));
    let Some(found) = said("gives: ").filter(|_| output.status.success()) else {
        return Err(format!("it ended with {}\n{text}{}", output.status, String::from_utf8_lossy(&output.stderr)));
    };
    let memory = said("memory: ").and_then(|number| number.parse::<u64>().ok());
    let took = said("took: ").unwrap_or_default();
    println!("{:>40}  {took:>9}  {:>4} MB  {found}", case.name, memory.unwrap_or_default() / 1_000_000);
    if found != format!("{:?}", case.gives) {
        return Err(format!("gives {found}, not {:?}, after {:?}", case.gives, start.elapsed()));
    }
    match memory {
        Some(memory) if memory > MAX_MEMORY => Err(format!("{} MB of memory", memory / 1_000_000)),
        _ => Ok(()),
    }
}

/// What the process does: reads one file as an import does, and shows what is in it.
#[test]
fn one_file() {
    let Ok(name) = env::var(CASE) else { return };
    let case = all().into_iter().find(|case| case.name == name).expect("there is such a file");
    let bytes = (case.make)();
    let start = Instant::now();
    let gives = match read_with_photos(&bytes) {
        Err(_) => Gives::Refused,
        Ok(parcel) => {
            let mut log = Log::new();
            let count = parcel.entries.len();
            parcel.entries.into_iter().for_each(|entry| {
                log.accept(entry);
            });
            assert!(!canonical(&view(&log, parcel.damaged.len())).is_empty());
            Gives::Changes(count)
        }
    };
    println!("\ntook: {:.2?}", start.elapsed());
    println!("gives: {gives:?}");
    if let Some(memory) = peak() {
        println!("memory: {memory}");
    }
}

/// The most memory that this process ever held, in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib * 1024)
}
