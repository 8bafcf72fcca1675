//! Whether the app works without internet, and newer versions of it.

use super::Tell;

#[derive(Clone, Copy)]
pub struct Offline {
    pub title: &'static str,
    /// The build that is kept, whole.
    pub ready: fn(&str) -> String,
    pub coming: &'static str,
    pub failed: Tell,
    /// The browser does not keep the app at all.
    pub none: Tell,
    pub newer: &'static str,
    pub newer_hint: &'static str,
    pub use_now: &'static str,
    /// It has to wait: a note is open.
    pub form_open: &'static str,
}
