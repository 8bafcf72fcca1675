//! What leaves: what goes into a file, what it tells about people, sharing and saving it.

use super::Tell;
use crate::i18n::Device;

/// The half of the page on files that sends.
#[derive(Clone, Copy)]
pub struct Sending {
    pub title: &'static str,
    pub nothing: &'static str,
    /// The question before the choices.
    pub which: &'static str,
    pub everything: &'static str,
    /// By name: what this one of the others lacks. The name may be empty.
    pub lacked_by: fn(&str) -> String,
    pub public: &'static str,
    /// So many records.
    pub holds_all: fn(usize) -> String,
    /// So many records, before the first visit.
    pub holds_prepared: fn(usize) -> String,
    /// So many that somebody, by name, lacks.
    pub holds_lacked: fn(usize, &str) -> String,
    /// Visits and sessions in a copy for the public.
    pub holds_public: fn(usize, usize) -> String,
    pub public_empty: &'static str,
    /// Visits that are only for the team stay.
    pub visits_stay: fn(usize) -> String,
    pub quotes_stay: fn(usize) -> String,
    pub blotted: fn(usize) -> String,
    pub public_hint: &'static str,
    /// What the name of a public file begins with.
    pub public_file: &'static str,
    pub contains: &'static str,
    /// What is in it about people, and the lines below it.
    pub people: &'static str,
    pub people_names: fn(usize) -> String,
    pub people_met: fn(usize) -> String,
    pub people_points: fn(usize) -> String,
    pub people_without_consent: fn(usize) -> String,
    pub people_contacts: fn(usize) -> String,
    pub people_hint: &'static str,
    /// A protected file: the heading, what it means, and that nobody opens it without its passphrase.
    pub protect: &'static str,
    pub protect_how: &'static str,
    pub protect_forgotten: fn(Device) -> String,
    pub passphrase: &'static str,
    pub passphrase_hint: &'static str,
    pub use_passphrase: &'static str,
    pub passphrase_short: &'static str,
    pub is_protected: &'static str,
    pub unprotect: &'static str,
    /// The browser has no ciphers for this page.
    pub can_not_protect: &'static str,
    /// A protected file is loaded.
    pub locked: &'static str,
    pub locked_hint: &'static str,
    pub leave_locked: &'static str,
    pub open_locked: &'static str,
    pub not_opened: Tell,
    pub preparing: &'static str,
    pub share_word: &'static str,
    /// With the size of the file.
    pub share: fn(&str) -> String,
    /// Which of how many parts.
    pub share_part: fn(usize, usize) -> String,
    pub shared: &'static str,
    /// Which of how many parts left.
    pub shared_part: fn(usize, usize) -> String,
    pub not_shared: Tell,
    pub save: &'static str,
    /// The name of the file.
    pub saved: fn(&str) -> String,
    pub next: &'static str,
    /// After files were joined on a desktop.
    pub send_back: &'static str,
    /// What left last.
    pub sent: &'static str,
    /// Records, size.
    pub sent_row: fn(usize, &str) -> String,
    pub by_sharing: &'static str,
    pub by_file: &'static str,
}
