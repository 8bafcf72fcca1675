//! The table of everything, to be checked.

#[derive(Clone, Copy)]
pub struct Review {
    pub title: &'static str,
    /// What it is for: what the report takes is made ready here.
    pub lead: &'static str,
    pub kinds: &'static str,
    pub which: &'static str,
    /// Everything, to review, sent back, something missing, written differently.
    pub which_names: [&'static str; 5],
    /// In the order of the table.
    pub column_names: [&'static str; 11],
    /// The column of the name.
    pub name: &'static str,
    pub columns: &'static str,
    pub usual_columns: &'static str,
    /// It was sent back, and is complete again.
    pub mended: &'static str,
    /// It was reviewed, and says something else now.
    pub changed: &'static str,
    pub empty: &'static str,
    pub empty_hint: &'static str,
    pub nothing: &'static str,
    pub working: &'static str,
    /// How many are shown, of how many.
    pub shown: fn(usize, usize) -> String,
    pub missing: fn(usize) -> String,
    pub different: fn(usize) -> String,
    pub search: &'static str,
    pub sort_by: &'static str,
    /// For those who work with the keyboard.
    pub keys: &'static str,
    pub choose: fn(&str) -> String,
    pub detail: &'static str,
    pub close: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub whole_page: &'static str,
    pub reviewed: &'static str,
    pub send_back: &'static str,
    pub who_may_see: &'static str,
    pub give_to: &'static str,
    pub due_on: &'static str,
    pub bin: &'static str,
    pub selected: fn(usize) -> String,
    pub select_all: &'static str,
    pub select_none: &'static str,
    /// How many at most.
    pub too_many: fn(usize) -> String,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub new_value: &'static str,
    /// Before it is done: changed, of, already, cannot.
    pub would_change: fn(usize, usize, usize, usize) -> String,
    pub nothing_changes: &'static str,
    pub cannot_review: &'static str,
    pub do_it: &'static str,
    pub said_reviewed: &'static str,
    pub said_returned: &'static str,
    pub said_changed: &'static str,
    /// In the detail: what becomes of it in the report.
    pub in_report: &'static str,
    pub not_shareable: &'static str,
    pub not_reviewed: &'static str,
    pub changed_since: &'static str,
    pub was_returned: &'static str,
    /// On the phone of whoever wrote it.
    pub sent_back: &'static str,
    pub mend: &'static str,
    pub to_mend: fn(usize) -> String,
}
