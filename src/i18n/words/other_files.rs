//! Files for others: spreadsheets, open data.

/// The page, and what the files say of themselves.
#[derive(Clone, Copy)]
pub struct OtherFiles {
    pub title: &'static str,
    /// What a point is that of.
    pub of_place: &'static str,
    pub of_municipality: &'static str,
    /// In the names of files, without spaces and accents.
    pub team_in_name: &'static str,
    pub public_in_name: &'static str,
    // what a column holds
    pub form_text: &'static str,
    pub form_date: &'static str,
    pub form_whole: &'static str,
    pub form_yes_no: &'static str,
    pub form_degrees: &'static str,
    // the first sheet
    pub for_whom: &'static str,
    pub for_team: &'static str,
    pub for_public: &'static str,
    pub team_holds: &'static str,
    pub public_holds: &'static str,
    pub left_out: &'static str,
    pub team_without: &'static str,
    pub public_without: &'static str,
    pub visits_kept: fn(usize) -> String,
    pub quotes_kept: fn(usize) -> String,
    pub blotted: fn(usize) -> String,
    pub period: &'static str,
    pub no_period: &'static str,
    pub made_on: &'static str,
    pub holds: &'static str,
    pub rows: fn(usize) -> String,
    pub people_counted: &'static str,
    pub sessions_are: &'static str,
    pub attendances_are: &'static str,
    pub people_are: &'static str,
    pub never_added: &'static str,
    pub others_apart: &'static str,
    pub blank: &'static str,
    pub small_groups: &'static str,
    pub small_groups_hint: &'static str,
    pub to_decide: &'static str,
    pub conflicts: fn(usize) -> String,
    pub shortened: &'static str,
    // the sheet of figures
    pub all_trainings: &'static str,
    pub everything: &'static str,
    pub overlap: &'static str,
    pub bounds_note: &'static str,
    pub exact_note: &'static str,
    pub reported: &'static str,
    pub summed_anyway: &'static str,
}
