//! Small things that must survive a killed tab: settings and the draft being typed, in local storage.
//!
//! `gloo-storage` panics where the person blocks site data, so the first touch is a probe by hand; without storage
//! everything still works and says that nothing is kept.

use crate::log::canonical;
use crate::record::{Value, json};
use gloo_storage::{LocalStorage, Storage};

const PREFIX: &str = "ayni/";

/// Why something small was not kept. What was kept before is untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// Site data are blocked.
    #[error("this browser keeps nothing for this page")]
    Blocked,
    /// The browser's share for small things, about 5 MB, is used up.
    #[error("the room for settings and drafts is used up")]
    Full,
}

/// Local storage that proved itself; it can only be had from [`Local::probe`].
#[derive(Clone, Copy, Debug)]
pub struct Local(());

impl Local {
    /// Nothing where the browser keeps nothing for this page.
    pub fn probe() -> Option<Self> {
        let storage = web_sys::window()?.local_storage().ok()??;
        let key = [PREFIX, "probe"].concat();
        storage.set_item(&key, "1").ok()?;
        storage.remove_item(&key).ok()?;
        Some(Local(()))
    }

    /// What is kept under this name, if it can still be read.
    pub fn get(self, name: &str) -> Option<Value> {
        json::read(&LocalStorage::raw().get_item(&[PREFIX, name].concat()).ok()??).ok()
    }

    pub fn set(self, name: &str, value: &Value) -> Result<(), NotKept> {
        LocalStorage::raw().set_item(&[PREFIX, name].concat(), &canonical(value)).map_err(|_| NotKept::Full)
    }

    pub fn remove(self, name: &str) {
        LocalStorage::delete([PREFIX, name].concat());
    }

    /// The names of what is kept that begin so, without order.
    pub fn names(self, beginning: &str) -> Vec<String> {
        let storage = LocalStorage::raw();
        let keys = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
        let names = keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned));
        names.filter(|name| name.starts_with(beginning)).collect()
    }
}
