//! Where everything is, and what of it is not safe elsewhere.

use crate::i18n::Device;

/// The page "Where is my data?".
#[derive(Clone, Copy)]
pub struct MyData {
    pub title: &'static str,
    pub lead: fn(Device) -> &'static str,
    /// Nothing was recorded yet.
    pub nothing: &'static str,
    /// "12 registros están a salvo en la oficina."
    pub all_safe: fn(usize) -> String,
    /// What makes a record safe (F4).
    pub what_is_safe: &'static str,
    /// What would happen to it.
    pub if_lost: fn(Device) -> &'static str,
    /// So many of all: "de 12".
    pub of_all: fn(usize) -> String,
    /// How many photos, and their bytes.
    pub photos: fn(usize, &str) -> String,
    pub carried: &'static str,
    /// When, today, by whom; who may be empty.
    pub confirmed: fn(&str, &str, &str) -> String,
    pub never_confirmed: &'static str,
    /// What is used, in bytes with their unit.
    pub used: fn(&str) -> String,
    pub left: fn(&str) -> String,
    pub little_left: &'static str,
    pub room_unknown: &'static str,
    pub kept: &'static str,
    pub kept_hint: &'static str,
    pub not_kept: &'static str,
    pub not_kept_hint: &'static str,
    pub ask_to_keep: &'static str,
    /// It was asked, and did not promise.
    pub not_promised: fn(Device) -> &'static str,
    pub installed: &'static str,
    pub not_installed: &'static str,
    /// Where there is no button for it.
    pub how_to_install: fn(Device) -> &'static str,
    pub install: fn(Device) -> &'static str,
    pub lock: fn(Device) -> &'static str,
    pub lock_hint: fn(Device) -> &'static str,
    /// On an iPhone, in a tab of Safari.
    pub iphone: &'static str,
    pub iphone_why: &'static str,
    pub iphone_steps: [(&'static str, &'static str); 3],
}
