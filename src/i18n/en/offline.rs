//! Without internet, and newer versions.

use crate::i18n::{Offline, fill, tell};

/// Also read aloud on the way to the settings.
pub const NEWER: &str = "A newer version is ready";

pub const OFFLINE: Offline = Offline {
    title: "Without internet",
    ready: |build| fill("Works without internet (build {})", &[build]),
    coming: "Making Ayni ready to work without internet. Leave this page open for a moment…",
    failed: tell(
        "Ayni does not work without internet yet.",
        "What you saved is on {this phone|this computer}.",
        "Leave Ayni open where there is internet; it tries again by itself. If that is not enough, make room on {the phone|the computer}.",
    ),
    none: tell(
        "This browser does not let Ayni work without internet.",
        "What you saved is on {this phone|this computer}.",
        "Open Ayni in another browser or outside private mode, at an address that begins with https.",
    ),
    newer: NEWER,
    newer_hint: "The page loads again. Drafts stay as they are.",
    use_now: "Use it now",
    form_open: "First save or close the note that is open",
};
