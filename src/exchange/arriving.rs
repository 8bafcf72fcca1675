//! Which photos of loaded files are taken in (F6, M6).

use super::{Header, Photo};
use crate::log::{ChangeId, Entry, Log, Stub};
use crate::record::gather;
use crate::record::pace::Pace;
use std::collections::BTreeSet;

/// What will be held of changes once the files are taken in.
pub(super) struct After<'a> {
    pub log: &'a Log,
    /// What would be written.
    pub new: &'a [Entry],
    /// What would stay of changes held now in full.
    pub erases: &'a [Stub],
}

impl After<'_> {
    /// The photos to take in, each once: those that a change names then, and those whose change has yet to come. What only
    /// erased changes name does not come back.
    pub async fn takes(
        &self,
        held: &BTreeSet<String>,
        headers: &[Header],
        photos: Vec<Photo>,
        pace: &Pace,
    ) -> Vec<Photo> {
        if photos.is_empty() {
            return photos;
        }
        let erased: BTreeSet<ChangeId> = gather::set(self.erases.iter().map(Stub::id));
        let stay = self.log.changes().filter(|change| !erased.contains(&change.id()));
        let new = self.new.iter().filter_map(Entry::change);
        let mut named = BTreeSet::new();
        for change in stay.chain(new) {
            named.extend(change.attachment());
            pace.spend(1).await;
        }
        // A part of a file has photos whose changes stand in another one.
        let waits = headers.iter().any(|header| self.lacks(header));
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut all = photos;
        all.retain(|photo| {
            let is_wanted = named.contains(photo.sha256.as_str()) || waits;
            let is_new = !held.contains(&photo.sha256) && !taken.contains(&photo.sha256);
            if is_wanted && is_new {
                taken.insert(photo.sha256.clone());
            }
            is_wanted && is_new
        });
        all
    }

    /// Whether the maker of a file held changes that will not be held here.
    fn lacks(&self, header: &Header) -> bool {
        let is_held = |id: &ChangeId| self.log.entry(id).is_some() || self.new.iter().any(|entry| entry.id() == *id);
        header.have.values().any(|mark| !is_held(&mark.tip))
    }
}
