//! What went wrong. Each says what happened, what is safe, and what to do, never a code alone and never blame.

use crate::exchange::Refused;
use crate::i18n::{Device, Trouble};

/// An error of which only the kind of device has to be known.
pub type Tell = fn(Device) -> Trouble;

/// The errors. Those about the store are named as the variants of `storage::StoreError`.
#[derive(Clone, Copy)]
pub struct Errors {
    /// The store can not be used at all; the app can, and keeps nothing.
    pub blocked: Tell,
    /// The store did not open at the start.
    pub not_opened: Tell,
    pub newer: Tell,
    /// No room left while a Save was written.
    pub full: Tell,
    /// The write failed for another reason.
    pub failed: Tell,
    /// A text or a list is longer than a change can hold.
    pub not_a_change: Tell,
    /// The phone is a copy of another one, and taking a new name failed.
    pub forked: Tell,
    /// So many stored lines no longer prove themselves.
    pub store_damaged: fn(usize, Device) -> Trouble,
    /// Name and language could not be kept.
    pub settings_not_kept: Tell,
    /// The file to share could not be made.
    pub file_not_made: Tell,
    /// The browser did not hand over the chosen file.
    pub file_not_opened: Tell,
    /// Joining failed; nothing of it was written.
    pub not_joined: Tell,
    /// A file that is not taken in.
    pub refused: fn(&Refused) -> Trouble,
    /// The file of the example could not be fetched.
    pub example_not_loaded: Tell,
    /// The address names a record that is not here.
    pub no_such_record: Tell,
}
