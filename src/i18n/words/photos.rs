//! Photos: in a form, on the page of a record, in files.

use super::{Noun, Tell};
use crate::i18n::Device;

#[derive(Clone, Copy)]
pub struct Photos {
    pub title: &'static str,
    pub take: &'static str,
    pub choose: &'static str,
    /// What happens to a photo that is added.
    pub hint: &'static str,
    /// The photo that is being made small and stored, and of how many.
    pub storing: fn(usize, usize) -> String,
    /// How many of how many are stored.
    pub stored: fn(usize, usize) -> String,
    /// For about so many more there is room.
    pub room: fn(usize) -> String,
    /// The same where it is little.
    pub little_room: fn(usize, Device) -> String,
    /// What consent decides.
    pub consent_hint: &'static str,
    /// Takes the photo of this number out of the form.
    pub remove: fn(usize) -> String,
    /// In the place of one that was taken out.
    pub removed: &'static str,
    /// Opens it large: what it shows.
    pub open: fn(&str) -> String,
    /// It is named by a record and not held; who wrote the record.
    pub not_here: fn(&str) -> String,
    /// Others have what was written about it, but not the photo.
    pub asked_again: &'static str,
    pub to_bin: &'static str,
    pub binned: &'static str,
    /// So many photos of this record are in the bin.
    pub in_bin: fn(usize) -> String,
    pub take_back: &'static str,
    /// So many photos go into the file; their size.
    pub in_file: fn(usize, &str) -> String,
    /// So many that records name are not held.
    pub not_in_file: fn(usize) -> String,
    /// A file became so many.
    pub parts: fn(usize) -> String,
    /// In a preview.
    pub coming: Noun,
    /// A file with photos alone.
    pub accept: fn(usize) -> String,
    pub joined: fn(usize) -> String,
    pub errors: PhotoErrors,
}

/// Why a photo was not stored. Each tells its name first; the note is safe.
#[derive(Clone, Copy)]
pub struct PhotoErrors {
    pub empty: Tell,
    pub other_content: Tell,
    pub too_many_bytes: Tell,
    pub too_many_pixels: Tell,
    pub broken: Tell,
    pub heic: Tell,
    pub blank: Tell,
    pub blocked: Tell,
    pub full: Tell,
    pub failed: Tell,
    pub differs: Tell,
}
