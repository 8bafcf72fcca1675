//! The union of the files that a command names, and what of them is not in it.

use super::args::Files;
use super::files::{self, Given, Photos};
use super::output::is_same;
use super::{Failure, say};
use crate::exchange::{Damaged, Note, Photo};
use crate::log::{DeviceId, Log, sha256_hex};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Damaged texts of one file that are told one by one.
const TOLD: usize = 10;

/// The set that the files make together.
#[derive(Default)]
pub struct Union {
    pub log: Log,
    /// By hash, each once.
    photos: BTreeMap<String, Photo>,
    pub damaged: Quarantine,
    /// How many files gave something.
    pub read: usize,
    pub refused: usize,
    /// How far the makers of the files held whose changes, at most (F4).
    said: BTreeMap<DeviceId, i64>,
    /// The files that were read.
    inputs: Vec<Input>,
}

impl Union {
    /// Reads all files. Why one is refused is told at once, with its name.
    pub fn load(args: &Files, photos: Photos) -> Result<Self, Failure> {
        let mut union = Union::default();
        files::each(args, photos, |given| union.take(given))?;
        Ok(union)
    }

    fn take(&mut self, given: Given) {
        let is_whole = match given.content {
            Err(reason) => {
                say::tell(&["ayni: ", &given.name, ": ", &reason.to_string()].concat());
                self.refused += 1;
                false
            }
            Ok(parcel) => {
                self.read += 1;
                parcel.entries.into_iter().for_each(|entry| {
                    self.log.accept(entry);
                });
                for (device, mark) in parcel.header.have {
                    let said = self.said.entry(device).or_default();
                    *said = mark.seq.max(*said);
                }
                self.photos.extend(parcel.photos.into_iter().map(|photo| (photo.sha256.clone(), photo)));
                self.damaged.add(&given.name, &parcel.damaged);
                parcel.damaged.is_empty() && parcel.notes.iter().all(|note| *note == Note::VersionUnclear)
            }
        };
        self.inputs.push(Input { path: given.path.to_owned(), is_whole });
    }

    /// Says which damaged texts will not be in what is written.
    pub fn tell_damaged(&self) {
        self.damaged.told.iter().for_each(|line| say::tell(line));
    }

    /// Whether a file may be written in the place of one that was read: only if all of that one is in it. `everything`
    /// is false if what is written leaves out some of the set.
    pub fn may_replace(&self, out: &Path, everything: bool) -> Result<(), Failure> {
        let would_lose = |input: &Input| !(everything && input.is_whole) && is_same(&input.path, out);
        if self.inputs.iter().any(would_lose) {
            let name = files::name_of(out);
            let reason = "is one of the files that are read, and not all of it would be in the new one";
            return Err(Failure::Usage([&name, " ", reason, ": choose another name"].concat()));
        }
        Ok(())
    }

    /// Whether a file says that the device wrote more than is held.
    pub fn has_more_of(&self, device: &DeviceId) -> bool {
        let last = self.log.last_of(device).map_or(0, |(seq, _)| seq);
        self.said.get(device).is_some_and(|said| *said > last)
    }

    /// How many photos are in the files that no change in them names. They do not go out (F6).
    pub fn unnamed_photos(&self) -> usize {
        let named = self.log.attachments();
        self.photos.keys().filter(|hash| !named.contains(hash.as_str())).count()
    }

    /// Takes the photos out, sorted by hash.
    pub fn take_photos(&mut self) -> Vec<Photo> {
        std::mem::take(&mut self.photos).into_values().collect()
    }
}

/// A file that was read. It is whole if everything in it is in the set.
struct Input {
    path: PathBuf,
    is_whole: bool,
}

/// The distinct texts that did not prove themselves, by their hashes.
#[derive(Default)]
pub struct Quarantine {
    texts: BTreeSet<String>,
    told: Vec<String>,
}

impl Quarantine {
    pub fn add(&mut self, name: &str, damaged: &[Damaged]) {
        for text in damaged.iter().take(TOLD) {
            let reason = say::plain(&text.reason.to_string());
            self.told.push(format!("{name}:{}: damaged, not taken in: {reason}", text.line));
        }
        if let Some(more) = damaged.len().checked_sub(TOLD).filter(|more| *more > 0) {
            self.told.push(format!("{name}: and {more} more; `ayni check` names them all"));
        }
        self.texts.extend(damaged.iter().map(|text| sha256_hex(text.text.as_bytes())));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }
}
