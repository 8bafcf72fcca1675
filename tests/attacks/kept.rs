//! What is kept, read as bytes and judged by the rules of the log.

use ayni::log::{Change, Compose, DeviceId, Entry, Tick};
use ayni::record::{Map, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// The lines of all rows.
pub struct Kept {
    pub text: String,
    pub visits: usize,
}

impl Kept {
    /// Every line proves itself; no device has one number twice, or leaves one out.
    pub fn read(rows: &str) -> Self {
        let mut numbers: BTreeMap<DeviceId, BTreeMap<i64, String>> = BTreeMap::new();
        let mut visits = BTreeSet::new();
        for line in rows.lines() {
            let entry = Entry::read(line).unwrap_or_else(|why| panic!("a line does not prove itself ({why}): {line}"));
            let Some(change) = entry.change() else { continue };
            let other = numbers.entry(*change.device()).or_default().insert(change.seq(), line.to_owned());
            assert!(other.is_none_or(|other| other == line), "two changes with one number: {line}");
            if change.record().as_str().starts_with("visit/") {
                visits.insert(change.record().as_str().to_owned());
            }
        }
        for (device, of_device) in &numbers {
            assert!((1..).zip(of_device.keys()).all(|(at, seq)| at == *seq), "a number of {device} is missing");
        }
        Kept { text: rows.to_owned(), visits: visits.len() }
    }

    pub fn has(&self, text: &str) -> bool {
        self.text.contains(text)
    }
}

/// A file of so many visits by a device of its own, as others send it; and its lines.
pub fn file(number: u64, visits: i64) -> (String, Vec<String>) {
    let device = DeviceId::parse(&format!("l{number:09}")).expect("a fitting device");
    let mut prev = None;
    let mut lines = Vec::new();
    for seq in 1..=visits {
        let record = RecordId::parse(&format!("visit/l{number}-{seq}")).expect("a fitting record");
        let text = format!("cargado {number}-{seq} {}", "maíz ".repeat(40));
        let change = Change::compose(Compose {
            record: &record,
            set: [("observations".to_owned(), text.as_str().into())].into_iter().collect(),
            over: Map::new(),
            seen: Vec::new(),
            device: &device,
            seq,
            prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{:012x}-0000", 1_700_000_000_000 + seq)).expect("a fitting tick"),
        })
        .expect("a change");
        prev = Some(change.id());
        lines.push(change.line().to_owned());
    }
    let head = format!(
        "{{\n\"format\":\"ayni-export\",\"version\":1,\n\"made\":{{\"at\":\"2026-11-24T08:11:22-05:00\",\"by\":\"Otro\",\"device\":\"{device}\"}},\n\"contains\":\"everything\",\n\"changes\":[\n"
    );
    (format!("{head}{}\n]\n}}\n", lines.join(",\n")), lines)
}
