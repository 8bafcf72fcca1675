//! Loading: how far it is.

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
}
