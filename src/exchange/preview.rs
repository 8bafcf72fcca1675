//! What loading some files would do, told before anything is written (I1, I5).

use super::arriving::After;
use super::{Header, Note, Parcel, Photo, Refused};
use crate::log::{Bin, ChangeId, Entry, Log, RecordView, Stub};
use crate::record::pace::{Pace, Steps};
use crate::record::{RecordId, Value, gather};
use std::collections::BTreeSet;

/// More values than this, and more than a fifth of those shown before: then a second question is asked (I5).
const MANY_VALUES: usize = 50;

/// The files and what they would change together. Holding one changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    pub files: Vec<FileReport>,
    /// Over all files, each change counted once.
    pub total: Counts,
    /// What would be written, each change once.
    pub entries: Vec<Entry>,
    /// What would stay of changes held now in full (M6).
    pub erases: Vec<Stub>,
    /// Photos that would be kept: named by a change then, or by one that has yet to come (F6).
    pub photos: Vec<Photo>,
    /// Files of a newer format, which are kept as they are (I4).
    pub whole: Vec<Whole>,
    /// Values shown before the import, over the whole set.
    pub shown: usize,
}

impl Preview {
    /// Why a second question has to be asked before this is accepted (I5).
    pub fn asks(&self) -> Option<Asks> {
        let is_many = self.total.hidden > MANY_VALUES && self.total.hidden.saturating_mul(5) > self.shown;
        match () {
            () if !self.erases.is_empty() => Some(Asks::Erases(self.erases.len())),
            () if is_many => Some(Asks::Hides { hidden: self.total.hidden, shown: self.shown }),
            () => None,
        }
    }
}

/// A file that a newer version reads (I4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub name: String,
    /// The version of the format that reads it.
    pub version: i64,
    pub text: String,
}

/// What a person is asked a second time (I5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// So many changes would be erased for ever.
    Erases(usize),
    /// So many of the values shown now would no longer be shown.
    Hides { hidden: usize, shown: usize },
}

/// What one file gives, in the order of loading: what an earlier file gave already counts as known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReport {
    /// As the person sees it in a folder.
    pub name: String,
    pub content: Result<FileContent, Refused>,
}

/// A file that was read, without its changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContent {
    pub header: Header,
    pub notes: Vec<Note>,
    pub counts: Counts,
    pub damaged: Vec<super::Damaged>,
}

/// The numbers of a preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Changes not held yet.
    pub new: usize,
    /// Changes of people that are held already.
    pub known: usize,
    pub new_records: usize,
    pub changed_records: usize,
    /// Fields that would be in conflict and are not now.
    pub conflicts: usize,
    /// Records that would be in the bin and are not now.
    pub binned: usize,
    /// Changes held now of which only a stub would stay (M6).
    pub erased: usize,
    /// New changes from a newer version of the program (M7).
    pub newer: usize,
    /// Texts that could not be read.
    pub damaged: usize,
    /// Photos in the files that are not held yet; only counted over all files.
    pub photos: usize,
    /// Photos that new changes name and that are neither in the files nor held.
    pub photos_missing: usize,
    /// Values shown now that would no longer be shown: replaced, binned or erased (I5).
    pub hidden: usize,
}

/// Files by their names, as they were read.
pub type Files = Vec<(String, Result<Parcel, Refused>)>;

/// Works out what loading these files would change in `log`, where no photo is held.
pub fn preview(log: &Log, files: Files) -> Preview {
    preview_holding(log, BTreeSet::new(), files)
}

/// The same, where the photos of these names are held.
pub fn preview_holding(log: &Log, held: BTreeSet<String>, files: Files) -> Preview {
    preview_steps(log, held, files).finish()
}

/// The same, step by step; what is counted are changes and records that are looked at.
pub fn preview_steps(log: &Log, held: BTreeSet<String>, files: Files) -> Steps<'_, Preview> {
    Steps::new(move |pace| async move { work_out(log, held, files, &pace).await })
}

async fn work_out(log: &Log, held: BTreeSet<String>, files: Files, pace: &Pace) -> Preview {
    let mut scratch = Scratch::new(log, pace);
    let mut result = Preview::default();
    let mut photos = held.clone();
    let (mut headers, mut in_files): (Vec<Header>, Vec<Photo>) = (Vec::new(), Vec::new());
    for (name, parcel) in files {
        let content = match parcel {
            Ok(parcel) => {
                for photo in &parcel.photos {
                    photos.insert(photo.sha256.clone());
                }
                in_files.extend(parcel.photos);
                headers.push(parcel.header.clone());
                let counts = scratch.add(parcel.entries, &photos).await;
                let counts = Counts { damaged: parcel.damaged.len(), ..counts };
                Ok(FileContent { header: parcel.header, notes: parcel.notes, counts, damaged: parcel.damaged })
            }
            Err(refused) => Err(refused),
        };
        result.files.push(FileReport { name, content });
    }
    let of_records = scratch.records(&scratch.touched).await;
    let read = || result.files.iter().filter_map(|file| file.content.as_ref().ok());
    let all = |number: fn(&Counts) -> usize| read().map(|file| number(&file.counts)).sum();
    result.total = Counts {
        new: scratch.new.len(),
        known: all(|counts| counts.known),
        damaged: all(|counts| counts.damaged),
        newer: all(|counts| counts.newer),
        erased: scratch.erases.len(),
        photos_missing: scratch.photos_missing(&scratch.new, &photos),
        ..of_records
    };
    for record in log.records().filter(|record| !record.is_binned()) {
        result.shown += values(&record).count();
        pace.spend(1).await;
    }
    (result.entries, result.erases) = scratch.outcome().await;
    let after = After { log, new: &result.entries, erases: &result.erases };
    result.photos = after.takes(&held, &headers, in_files, pace).await;
    result.total.photos = result.photos.len();
    result
}

/// The set as it would be, but only for the records that the files touch.
struct Scratch<'a> {
    pace: &'a Pace,
    log: &'a Log,
    after: Log,
    touched: BTreeSet<RecordId>,
    new: Vec<Entry>,
    erases: Vec<ChangeId>,
}

impl<'a> Scratch<'a> {
    fn new(log: &'a Log, pace: &'a Pace) -> Self {
        let after = Log::with_erasures_of(log);
        Scratch { pace, log, after, touched: BTreeSet::new(), new: Vec::new(), erases: Vec::new() }
    }

    async fn add(&mut self, entries: Vec<Entry>, photos: &BTreeSet<String>) -> Counts {
        let mut counts = Counts::default();
        let mut touched = BTreeSet::new();
        let first = self.new.len();
        let erased_before = self.erases.len();
        for entry in entries {
            self.pace.spend(1).await;
            self.touch(entry.record(), &mut touched);
            // A stub that was made by hand may say that it is of another record.
            if let Some(held) = self.log.entry(&entry.id()) {
                self.touch(held.record(), &mut touched);
            }
            if let Some(erasure) = entry.change().filter(|change| change.is_erasure()) {
                for id in gather::set(erasure.erases()) {
                    let held = self.log.change(&id).filter(|change| !change.is_erasure());
                    if let Some(change) = held {
                        self.touch(change.record(), &mut touched);
                        if let Some(stub) = self.after.stub_aside(&id).cloned() {
                            self.touch(stub.record(), &mut touched);
                        }
                        if self.after.change(&id).is_some() {
                            self.erases.push(id);
                        }
                    }
                }
            }
            if !self.after.accept(entry.clone()) {
                // What the app ships is in every copy of it; nobody needs to hear of it again.
                counts.known += usize::from(!entry.device().is_shipped());
                continue;
            }
            counts.new += 1;
            counts.newer += usize::from(entry.change().is_some_and(|change| change.is_newer_version()));
            self.new.push(entry);
        }
        counts.erased = self.erases.len() - erased_before;
        counts.photos_missing = self.photos_missing(self.new.get(first..).unwrap_or_default(), photos);
        let of_records = self.records(&touched).await;
        Counts {
            new_records: of_records.new_records,
            changed_records: of_records.changed_records,
            conflicts: of_records.conflicts,
            binned: of_records.binned,
            hidden: of_records.hidden,
            ..counts
        }
    }

    /// Brings the changes held of a record along, before the first new one.
    fn touch(&mut self, record: &RecordId, touched: &mut BTreeSet<RecordId>) {
        if !self.touched.contains(record) {
            self.touched.insert(record.clone());
            let held: Vec<Entry> = self.log.record(record).iter().flat_map(RecordView::entries).cloned().collect();
            held.into_iter().for_each(|entry| {
                self.after.accept(entry);
            });
        }
        if !touched.contains(record) {
            touched.insert(record.clone());
        }
    }

    /// What has to be written: of a change that is erased by then only its stub (M6).
    async fn outcome(self) -> (Vec<Entry>, Vec<Stub>) {
        let after = self.after;
        let stub = |id: &ChangeId| after.entry(id).and_then(Entry::stub).cloned();
        let mut entries = Vec::with_capacity(self.new.len());
        for entry in self.new {
            entries.push(match stub(&entry.id()) {
                Some(stub) if entry.change().is_some() => stub.into(),
                _ => entry,
            });
            self.pace.spend(1).await;
        }
        (entries, self.erases.iter().filter_map(stub).collect())
    }

    fn photos_missing(&self, new: &[Entry], photos: &BTreeSet<String>) -> usize {
        let named = gather::set(new.iter().filter_map(|entry| entry.change()?.attachment()));
        named.into_iter().filter(|hash| !photos.contains(*hash)).count()
    }

    /// What would become of these records, compared with how they are shown now.
    async fn records(&self, records: &BTreeSet<RecordId>) -> Counts {
        let mut counts = Counts::default();
        for id in records {
            self.pace.spend(1).await;
            let (before, after) = (self.log.record(id), self.after.record(id));
            let Some(after) = after else { continue };
            let Some(before) = before else {
                counts.new_records += 1;
                counts.conflicts += after.conflicts().len();
                counts.binned += usize::from(after.is_binned());
                continue;
            };
            if lines(&before) == lines(&after) {
                continue;
            }
            counts.changed_records += 1;
            let fields = |view: &RecordView| gather::set(view.conflicts().into_iter().map(|conflict| conflict.field));
            counts.conflicts += fields(&after).difference(&fields(&before)).count();
            let is_binned = after.is_binned() && before.bin() != Bin::Inside;
            counts.binned += usize::from(is_binned);
            if !before.is_binned() {
                let is_hidden = |(field, value): &(&str, &Value)| {
                    is_binned || !after.variants(field).iter().any(|variant| variant.value == **value)
                };
                counts.hidden += values(&before).filter(is_hidden).count();
            }
        }
        counts
    }
}

/// What is held of a record, byte for byte.
fn lines<'a>(record: &RecordView<'a>) -> BTreeSet<&'a str> {
    gather::set(record.entries().map(Entry::line))
}

/// The values that a record shows.
fn values<'a>(record: &RecordView<'a>) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
    let record = *record;
    record
        .field_names()
        .filter_map(move |field| Some((field, record.shown(field).filter(|value| **value != Value::Null)?)))
}
