//! What loading some files would do, told before anything is written (I1).

use super::{Header, Note, Parcel, Refused};
use crate::log::{Change, Log};
use crate::record::{RecordId, gather};
use std::collections::{BTreeMap, BTreeSet};

/// The files and what they would change together. Holding one changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    pub files: Vec<FileReport>,
    /// Over all files, each change counted once.
    pub total: Counts,
    /// What would be written, each change once.
    pub changes: Vec<Change>,
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
    /// Records that would be marked as thrown away and are not now.
    pub binned: usize,
    /// New changes from a newer version of the program (M7).
    pub newer: usize,
    /// Texts that could not be read.
    pub damaged: usize,
}

/// Works out what loading these files would change in `log`.
pub fn preview(log: &Log, files: Vec<(String, Result<Parcel, Refused>)>) -> Preview {
    let mut scratch = Scratch { log, after: Log::new(), new: BTreeMap::new() };
    let mut result = Preview::default();
    for (name, parcel) in files {
        let content = parcel.map(|parcel| {
            let counts = scratch.add(&parcel.changes, parcel.damaged.len(), &mut result.changes);
            FileContent { header: parcel.header, notes: parcel.notes, counts, damaged: parcel.damaged }
        });
        result.files.push(FileReport { name, content });
    }
    let read = || result.files.iter().filter_map(|file| file.content.as_ref().ok());
    let records: Vec<&RecordId> = scratch.new.keys().collect();
    result.total = Counts {
        new: result.changes.len(),
        known: read().map(|file| file.counts.known).sum(),
        damaged: read().map(|file| file.counts.damaged).sum(),
        newer: read().map(|file| file.counts.newer).sum(),
        ..scratch.records(&records)
    };
    result
}

/// The set as it would be, but only for the records that the files touch.
struct Scratch<'a> {
    log: &'a Log,
    after: Log,
    /// Touched record → how many new changes of it.
    new: BTreeMap<RecordId, usize>,
}

impl Scratch<'_> {
    fn add(&mut self, changes: &[Change], damaged: usize, all_new: &mut Vec<Change>) -> Counts {
        let mut counts = Counts { damaged, ..Counts::default() };
        let mut touched = BTreeSet::new();
        for change in changes {
            if self.log.contains(&change.id()) || self.after.contains(&change.id()) {
                // What the app ships is in every copy of it; nobody needs to hear of it again.
                counts.known += usize::from(!change.device().is_shipped());
                continue;
            }
            counts.new += 1;
            counts.newer += usize::from(change.is_newer_version());
            if !self.new.contains_key(change.record()) {
                let held = self.log.record(change.record()).map(|record| record.history()).unwrap_or_default();
                held.into_iter().cloned().for_each(|change| {
                    self.after.accept(change);
                });
            }
            *self.new.entry(change.record().clone()).or_default() += 1;
            touched.insert(change.record().clone());
            self.after.accept(change.clone());
            all_new.push(change.clone());
        }
        Counts { ..merge(counts, self.records(&touched.iter().collect::<Vec<_>>())) }
    }

    /// What would become of these records, compared with how they are shown now.
    fn records(&self, records: &[&RecordId]) -> Counts {
        let mut counts = Counts::default();
        for id in records {
            let (before, after) = (self.log.record(id), self.after.record(id));
            let conflicts = |view: &Option<crate::log::RecordView>| -> BTreeSet<String> {
                gather::set(view.iter().flat_map(|view| view.conflicts()).map(|conflict| conflict.field))
            };
            let binned = |view: &Option<crate::log::RecordView>| {
                view.as_ref().and_then(|view| view.shown("trashed")) == Some(&true.into())
            };
            counts.conflicts += conflicts(&after).difference(&conflicts(&before)).count();
            counts.binned += usize::from(binned(&after) && !binned(&before));
            match before {
                None => counts.new_records += 1,
                Some(_) => counts.changed_records += 1,
            }
        }
        counts
    }
}

fn merge(changes: Counts, records: Counts) -> Counts {
    Counts { new: changes.new, known: changes.known, newer: changes.newer, damaged: changes.damaged, ..records }
}
