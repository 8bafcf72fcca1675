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

/// All that is here goes into a file, and then one goes on.
#[derive(Clone, Copy)]
pub struct Rescue {
    pub save_all: &'static str,
    pub saved: &'static str,
    pub nothing: &'static str,
    pub failed: &'static str,
    pub go_on: &'static str,
    pub load_again: &'static str,
}

/// The errors. Those about the store are named as the variants of `storage::StoreError`.
#[derive(Clone, Copy)]
pub struct Errors {
    /// The store can not be used at all; the app can, and keeps nothing.
    pub blocked: Tell,
    /// The store did not open at the start.
    pub not_opened: Tell,
    /// A newer version made the store: this one reads it and writes nothing.
    pub newer: Tell,
    /// What other tabs wrote could not be read.
    pub not_read: Tell,
    /// So many changes that were here are missing at the start.
    pub lacks: fn(usize, Device) -> Trouble,
    /// The store was cleared under the open page, which wrote it again.
    pub written_again: Tell,
    /// A Save needed the room that was set aside.
    pub almost_full: Tell,
    /// The ways out where no page is shown.
    pub rescue: Rescue,
    /// No room left while a Save was written.
    pub full: Tell,
    /// The write failed for another reason.
    pub failed: Tell,
    /// What was written was read back differently.
    pub differs: Tell,
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
