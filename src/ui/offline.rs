//! What the page's own script (`assets/offline.js`) found out: whether the app is kept whole for days without a network, and
//! whether a newer build waits. That script works without the app; here it is only read.

use super::browser;
use super::shared::Shared;

/// How it stands with starting without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Readiness {
    /// The browser, or this build, keeps nothing.
    #[default]
    None,
    Coming,
    /// Every kept file was checked.
    Ready,
    Failed,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offline {
    pub readiness: Readiness,
    /// The build that is kept.
    pub kept: String,
    /// A newer build that is whole; empty where there is none.
    pub waiting: String,
}

impl Offline {
    fn read() -> Self {
        let readiness = match browser::told("data-offline").as_str() {
            "ready" => Readiness::Ready,
            "coming" => Readiness::Coming,
            "failed" => Readiness::Failed,
            _ => Readiness::None,
        };
        Offline { readiness, kept: browser::told("data-kept"), waiting: browser::told("data-waiting") }
    }
}

/// The present state, which follows what the script says.
pub fn following() -> Shared<Offline> {
    let state = Shared::new(Offline::read());
    browser::on_window("ayni-offline", move || {
        let now = Offline::read();
        if *state.peek() != now {
            state.set(now);
        }
    });
    state
}
