//! The table of everything, to be checked.

#[derive(Clone, Copy)]
pub struct Review {
    pub title: &'static str,
}
