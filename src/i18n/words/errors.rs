//! What went wrong. Each says what happened, what is safe, and what to do, never a code alone and never blame.

use crate::i18n::{Device, Trouble, fill_on};

/// An error of which only the kind of device has to be known.
#[derive(Clone, Copy)]
pub struct Tell {
    happened: &'static str,
    safe: &'static str,
    to_do: &'static str,
}

/// What happened, what is safe, what to do; `{this phone|this computer}` stands for what is in one's hands.
pub const fn tell(happened: &'static str, safe: &'static str, to_do: &'static str) -> Tell {
    Tell { happened, safe, to_do }
}

impl Tell {
    /// As it is told on a device.
    #[inline(never)]
    pub fn on(self, device: Device) -> Trouble {
        self.with(device, &[])
    }

    /// The same, with what stands in the holes of the first sentence.
    pub fn with(self, device: Device, parts: &[&str]) -> Trouble {
        Trouble {
            happened: fill_on(device, self.happened, parts),
            safe: fill_on(device, self.safe, &[]),
            to_do: fill_on(device, self.to_do, &[]),
        }
    }
}

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
    /// The same form in two tabs.
    pub open_elsewhere: Tell,
    /// Name and language could not be kept.
    pub settings_not_kept: Tell,
    /// The file to share could not be made.
    pub file_not_made: Tell,
    /// The browser did not hand over the chosen file.
    pub file_not_opened: Tell,
    /// Joining failed; nothing of it was written.
    pub not_joined: Tell,
    /// The browser may not say where the phone is.
    pub location_refused: Tell,
    /// The phone does not know where it is.
    pub location_unknown: Tell,
    /// The file of the example could not be fetched.
    pub example_not_loaded: Tell,
    /// The file of a page could not be fetched.
    pub not_fetched: Tell,
    /// The address names a record that is not here.
    pub no_such_record: Tell,
}
