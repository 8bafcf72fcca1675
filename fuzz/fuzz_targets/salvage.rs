//! A file that was right and then broke: every change that stands in it unharmed comes back, and no other (I2, M2).
#![no_main]

use ayni::exchange::{Made, Refused, read, write};
use ayni::log::{Change, ChangeId, Compose, DeviceId, Entry, Log, Stub, Tick};
use ayni::record::{Map, RecordId, Value};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;

/// Texts that look like what stands around them.
const TEXTS: [&str; 10] = [
    "Planta de café",
    "{\"at\":\"2026-01-01T00:00:00Z\",\"by\":{",
    "}],\"changes\":[",
    "\"records\":{",
    "[{\"format\":\"ayni-export\",\"version\":2}]",
    "una\nlínea {\"set\":\n{\"by\": y otra",
    "\\\"",
    "🌽\u{2028}",
    "],\n\"attachments\":[\n],\n\"end\":{}}",
    "",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&[seed, layout, from_high, from_low, to_high, to_low], instead)) = bytes.split_first_chunk::<6>() else {
        return;
    };
    let log = log(seed);
    let entries: Vec<&Entry> = log.entries().collect();
    let (file, texts) = laid_out(&log, &entries, layout);
    let place = |high, low| usize::from(u16::from_be_bytes([high, low])) % (file.len() + 1);
    let (one, other) = (place(from_high, from_low), place(to_high, to_low));
    // A range, or most often one place.
    let (start, end) = if layout & 0x80 == 0 { (one, one) } else { (one.min(other), one.max(other)) };
    let end = if layout & 0x40 == 0 { end } else { file.len().min(end + 1) };
    let instead = instead.get(..instead.len().min(16)).unwrap_or_default();
    let broken = [&file.as_bytes()[..start], instead, &file.as_bytes()[end..]].concat();

    let found = match read(&broken) {
        Ok(parcel) => parcel.entries,
        // What was put in made it another kind of file, and says so.
        Err(Refused::NewerVersion(_) | Refused::ForReading | Refused::Sealed | Refused::Encoding(_)) => return,
        Err(Refused::Picture(_) | Refused::Zip | Refused::Pdf) => return,
        Err(_) => Vec::new(),
    };
    let own: BTreeSet<ChangeId> = log.entries().map(Entry::id).collect();
    let ids: BTreeSet<ChangeId> = found.iter().map(Entry::id).collect();
    assert!(found.iter().all(|entry| entry.change().is_none() || own.contains(&entry.id())), "no change was invented");

    // A stub proves nothing: where the header broke, it may not be told from what stands in the readable copy.
    let stubs_count = start > file.find("\"changes\"").unwrap_or_default() + 20 && !found.is_empty();
    let text = String::from_utf8_lossy(&broken);
    for (entry, line) in entries.iter().zip(&texts) {
        let is_there = (entry.change().is_some() || stubs_count) && text.contains(line.as_str());
        assert!(!is_there || ids.contains(&entry.id()), "{line}\nstands in\n{text}\nand was not read");
    }
});

/// A small set: values, replaced ones, a conflict, one that is erased.
fn log(seed: u8) -> Log {
    let mut log = Log::new();
    let mut dice = u32::from(seed) + 1;
    let mut roll = move |sides: u32| {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (dice >> 16) % sides
    };
    let mut ids: Vec<ChangeId> = Vec::new();
    for seq in 1..=i64::from(2 + seed % 5) {
        let record = RecordId::parse(["visit/a", "session/b-1", "future_kind/c"][roll(3) as usize]).expect("fits");
        let text = |n: u32| Value::from(TEXTS[n as usize % TEXTS.len()]);
        let over = ids.last().copied().filter(|_| roll(2) == 0);
        let change = Change::compose(Compose {
            record: &record,
            set: Map::from([("observations".to_owned(), text(roll(10))), ("what".to_owned(), text(roll(10)))]),
            over: over.map(|id| ("what".to_owned(), vec![id])).into_iter().collect(),
            seen: Vec::new(),
            device: &DeviceId::parse("k3v9q2m7x1").expect("ten characters"),
            seq,
            prev: ids.last().copied(),
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{seq:012x}-0000")).expect("fits"),
        })
        .expect("within the limits");
        ids.push(change.id());
        if roll(5) == 0 {
            log.accept(Stub::of(&change))
        } else {
            log.accept(change)
        };
    }
    log
}

/// The file, written as we do, on one line, or indented; and each entry as it stands there.
fn laid_out(log: &Log, entries: &[&Entry], layout: u8) -> (String, Vec<String>) {
    let device = DeviceId::parse("k3v9q2m7x1").expect("ten characters");
    let file = write(log, &Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo", device: &device });
    let lines = entries.iter().map(|entry| entry.line());
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
    match layout % 3 {
        0 => (file, lines.map(str::to_owned).collect()),
        1 => (json(&file).to_string(), lines.map(|line| json(line).to_string()).collect()),
        _ => {
            let pretty = |text: &str| serde_json::to_string_pretty(&json(text)).expect("it can be written");
            (pretty(&file), lines.map(|line| pretty(line).replace('\n', "\n    ")).collect())
        }
    }
}
