//! Where people wrote different things, how they are decided, and who decided what.

#[derive(Clone, Copy)]
pub struct Clashes {
    /// Above the list: how many.
    pub lead: fn(usize) -> String,
    /// On Today: how many.
    pub waiting: fn(usize) -> String,
    pub none: &'static str,
    pub none_hint: &'static str,
    /// The filters, and the choice of none.
    pub by_whom: &'static str,
    pub which_field: &'static str,
    pub all: &'static str,
    /// Many at once.
    pub many: &'static str,
    pub many_hint: &'static str,
    /// On the button: who wrote it, how many.
    pub keep_of: fn(&str, usize) -> String,
    pub both_of: fn(usize) -> String,
    /// Before it is done: how many, who wrote it.
    pub ask_keep: fn(usize, &str) -> String,
    pub ask_both: fn(usize) -> String,
    pub do_it: &'static str,
    /// The message after it.
    pub many_done: &'static str,
    pub hint: &'static str,
    pub keep_this: &'static str,
    /// The messages after it.
    pub kept_this: &'static str,
    pub keep_both: &'static str,
    pub kept_both: &'static str,
    pub write: &'static str,
    pub write_label: fn(&str) -> String,
    pub written: &'static str,
    /// To the form of the record.
    pub in_form: &'static str,
    /// A text that is shown in part.
    pub whole_text: &'static str,
    /// Values that are not shown.
    pub more_values: fn(usize) -> String,
    /// One put it into the bin, another took it back.
    pub bin: &'static str,
    pub put_there: &'static str,
    pub taken_back: &'static str,
    pub leave_in_bin: &'static str,
    /// From the page of a record to the list.
    pub to_all: &'static str,
    pub show_more: &'static str,
    /// A record of a newer version.
    pub newer_kind: &'static str,
    pub decided: &'static str,
    pub none_decided: &'static str,
    /// A value.
    pub kept: fn(&str) -> String,
    pub set_aside: fn(&str) -> String,
    /// Somebody wrote in it after the decision.
    pub changed_since: &'static str,
    pub save_table: &'static str,
    pub table_name: &'static str,
    /// Record, title, field, kept, set aside, by, when, whether it stands.
    pub columns: [&'static str; 8],
    /// Between two cells, as spreadsheets in this language expect it.
    pub separator: char,
}
