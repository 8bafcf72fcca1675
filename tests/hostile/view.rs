//! What some bytes give as a file.

pub use ayni::cli::view::view;
use ayni::exchange::read;
use ayni::log::Log;
use ayni::record::Value;
use std::collections::BTreeSet;

/// The exit status, the number of damaged texts and the view of section 6 for one file; no view where it was refused.
pub fn of_file(bytes: &[u8]) -> (i64, usize, Option<Value>) {
    let Ok(parcel) = read(bytes) else { return (3, 0, None) };
    let mut log = Log::new();
    parcel.entries.into_iter().for_each(|entry| {
        log.accept(entry);
    });
    let damaged: BTreeSet<String> = parcel.damaged.into_iter().map(|damaged| damaged.text).collect();
    (0, damaged.len(), Some(view(&log, damaged.len())))
}
