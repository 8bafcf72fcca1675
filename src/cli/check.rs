//! `ayni check`: what each file is worth, before anybody relies on it.

use super::files::{self, Given, Photos, Unread};
use super::told::{Found, Outcome, Report, Whole};
use super::union::Quarantine;
use super::{End, Failure, args, say};
use crate::exchange::Parcel;
use crate::log::{Change, DeviceId, Entry, Log, RecordView};
use crate::record::{RecordId, gather};
use std::collections::BTreeSet;

pub fn run(args: &args::Check) -> Result<End, Failure> {
    let mut checked = Checked::default();
    files::each(&args.files, Photos::Take, |given| checked.take(given))?;
    let report = checked.report();
    let is_sound = report.is_sound();
    say::to_stdout(|out| if args.json { report.write_json(out) } else { report.write_text(out) })?;
    Ok(if is_sound { End::Fine } else { End::Damaged })
}

/// What was read so far.
#[derive(Default)]
struct Checked {
    log: Log,
    /// The hashes of the photos in the files; their bytes are not kept.
    photos: BTreeSet<String>,
    quarantine: Quarantine,
    outcomes: Vec<Outcome>,
}

type Fork = (DeviceId, i64);

impl Checked {
    fn take(&mut self, given: Given) {
        let found = given.content.map(|parcel| self.parcel(&given.name, parcel));
        self.outcomes.push(Outcome { name: given.name, found: found.map_err(|reason: Unread| reason.to_string()) });
    }

    /// Compares one file with those before it, and takes it in.
    fn parcel(&mut self, name: &str, parcel: Parcel) -> Found {
        self.quarantine.add(name, &parcel.damaged);
        self.photos.extend(parcel.photos.iter().map(|photo| photo.sha256.clone()));
        let touched = self.touched(&parcel.entries);
        let (conflicts, forks) = (self.conflicts(&touched), self.forks());
        let named: BTreeSet<String> =
            parcel.entries.iter().filter_map(|entry| Some(entry.change()?.attachment()?.to_owned())).collect();
        let changes = parcel.entries.len();
        let new = parcel.entries.into_iter().map(|entry| usize::from(self.log.accept(entry))).sum();
        let (conflicts_now, forks_now) = (self.conflicts(&touched), self.forks());
        Found {
            by: parcel.header.by,
            at: parcel.header.at,
            device: parcel.header.device,
            changes,
            new,
            damaged: parcel.damaged.into_iter().map(|text| (text.line, text.reason)).collect(),
            notes: parcel.notes,
            photos: parcel.photos.len(),
            photos_missing: named.iter().filter(|hash| !self.photos.contains(*hash)).count(),
            conflicts: conflicts_now.difference(&conflicts).count(),
            decided: conflicts.difference(&conflicts_now).count(),
            forks: forks_now.difference(&forks).cloned().collect(),
        }
    }

    /// The records that the file writes about or erases from.
    fn touched(&self, entries: &[Entry]) -> BTreeSet<RecordId> {
        let erased = entries.iter().filter_map(Entry::change).flat_map(Change::erases);
        let erased = erased.filter_map(|id| Some(self.log.entry(&id)?.record().clone()));
        gather::set(entries.iter().map(|entry| entry.record().clone()).chain(erased))
    }

    fn conflicts(&self, records: &BTreeSet<RecordId>) -> BTreeSet<(RecordId, String)> {
        let views = records.iter().filter_map(|id| self.log.record(id));
        gather::set(
            views
                .flat_map(|view| view.conflicts().into_iter().map(move |conflict| (view.id().clone(), conflict.field))),
        )
    }

    fn forks(&self) -> BTreeSet<Fork> {
        gather::set(self.log.forks().map(|(device, seq)| (*device, seq)))
    }

    fn report(self) -> Report {
        let conflicts = self.log.records().flat_map(|view| {
            let all = view.conflicts().into_iter();
            all.map(move |conflict| (view.id().clone(), conflict.field, conflict.variants.len()))
        });
        let missing = self.log.attachments().into_iter().filter(|hash| !self.photos.contains(*hash));
        let whole = Whole {
            changes: self.log.len(),
            erased: self.log.entries().filter(|entry| entry.change().is_none()).count(),
            records: self.log.records().count(),
            binned: self.log.records().filter(RecordView::is_binned).count(),
            quarantined: self.quarantine.len(),
            photos: self.photos.len(),
            photos_missing: missing.map(str::to_owned).collect(),
            conflicts: conflicts.collect(),
            forks: self.forks().into_iter().collect(),
        };
        Report { files: self.outcomes, whole }
    }
}
