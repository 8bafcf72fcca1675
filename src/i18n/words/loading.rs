//! Loading: how far it is.

use super::Noun;

/// What is said while files come in.
#[derive(Clone, Copy)]
pub struct Loading {
    pub reading: &'static str,
    pub comparing: &'static str,
    pub writing: &'static str,
    pub joining: &'static str,
    /// While it is written.
    pub no_way_back: &'static str,
    pub how_far: &'static str,
    /// The name of the file, the how manieth of how many.
    pub file: fn(&str, usize, usize) -> String,
    pub percent: fn(usize) -> String,
    /// Something was written meanwhile, so this is not what was shown a moment ago.
    pub compared_again: &'static str,
    pub paste: &'static str,
    /// What a pasted text is called where files have names.
    pub pasted: &'static str,
    pub nothing_to_paste: &'static str,
    pub folder_watch: &'static str,
    pub folder_hint: &'static str,
    /// So many new files in the folder of this name; also none.
    pub folder_new: fn(usize, &str) -> String,
    /// The browser asks before anybody may look into it.
    pub folder_asleep: fn(&str) -> String,
    pub folder_gone: fn(&str) -> String,
    pub folder_load: &'static str,
    pub folder_look: &'static str,
    pub folder_again: &'static str,
    pub folder_stop: &'static str,
    /// Of values that are seen now (I5).
    pub hidden: Noun,
}
