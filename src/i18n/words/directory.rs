//! Organisations, places and exchanges: their list, and the forms of each.

/// The directory.
#[derive(Clone, Copy)]
pub struct Directory {
    pub hint: &'static str,
    pub search: &'static str,
    pub exchanges: &'static str,
    pub organisations: &'static str,
    pub places: &'static str,
    pub no_exchanges: &'static str,
    pub no_organisations: &'static str,
    pub no_places: &'static str,
    pub new_exchange: &'static str,
    pub new_organisation: &'static str,
    pub new_place: &'static str,
    /// Nothing fits what was typed.
    pub nothing_fits: &'static str,
    pub one_per_line: &'static str,
    /// On the page of an organisation: the visits to it.
    pub visits: &'static str,
    /// ISO 3166 code → name; another country is shown by its code.
    pub country: fn(&str) -> &str,
}
