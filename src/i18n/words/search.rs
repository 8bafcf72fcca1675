//! Searching and filtering the lists.

/// Above a list.
#[derive(Clone, Copy)]
pub struct Search {
    /// The names of the field, for those who hear it.
    pub visits: &'static str,
    pub trainings: &'static str,
    pub placeholder: &'static str,
    /// The button that empties the field.
    pub clear: &'static str,
    pub filters: &'static str,
    /// For a filter that is not set.
    pub any: &'static str,
    /// A period: first and last day, as they are shown; one may be empty.
    pub period: fn(&str, &str) -> String,
    /// The button that takes back one filter, by its name and value.
    pub without: fn(&str) -> String,
    pub clear_all: &'static str,
    /// How many are shown, of how many.
    pub shown: fn(usize, usize) -> String,
    pub preparing: &'static str,
    pub nothing: &'static str,
    pub nothing_hint: &'static str,
}
