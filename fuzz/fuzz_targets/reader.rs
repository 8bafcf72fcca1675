//! Any bytes as a file: no panic, and what is taken in goes out and comes back as the same set.
#![no_main]

use ayni::exchange::{Contains, Made, read, read_with_photos, write_parts};
use ayni::log::{DeviceId, Entry, Log};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let plain = read(bytes);
    let Ok(parcel) = read_with_photos(bytes) else {
        assert!(plain.is_err(), "whether photos are asked for decides nothing");
        return;
    };
    assert_eq!(plain.map(|plain| plain.entries).as_ref(), Ok(&parcel.entries));
    let log = union(&parcel.entries);
    let backwards: Vec<Entry> = parcel.entries.iter().rev().cloned().collect();
    assert_eq!(lines(&log), lines(&union(&backwards)), "M1: the order does not matter");

    let device = DeviceId::parse("k3v9q2m7x1").expect("ten characters");
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo", device: &device };
    let mut again = Log::new();
    let mut photos = 0;
    for part in write_parts(&log, &made, Contains::Everything, &parcel.photos) {
        let part = read_with_photos(part.as_bytes()).expect("what is written can be read");
        assert!(part.damaged.is_empty() && part.notes.is_empty(), "{:?} {:?}", part.damaged, part.notes);
        photos += part.photos.len();
        part.entries.into_iter().for_each(|entry| {
            again.accept(entry);
        });
    }
    assert_eq!(lines(&log), lines(&again), "C3: lines go out as they came in");
    assert_eq!(log.have(), again.have());
    let named = log.attachments();
    assert_eq!(photos, parcel.photos.iter().filter(|photo| named.contains(photo.sha256.as_str())).count());
});

fn union(entries: &[Entry]) -> Log {
    let mut log = Log::new();
    entries.iter().for_each(|entry| {
        log.accept(entry.clone());
    });
    log
}

fn lines(log: &Log) -> Vec<&str> {
    log.entries().map(Entry::line).collect()
}
