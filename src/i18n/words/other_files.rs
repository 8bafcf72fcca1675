//! Files for others: spreadsheets, open data.

#[derive(Clone, Copy)]
pub struct OtherFiles {
    pub title: &'static str,
}
