//! Files for others: spreadsheets, open data.

use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};

pub fn other_files(desk: Desk) -> [El; 1] {
    [div("head").child(el("h1").attr("tabindex", "-1").child(desk.words().other_files().title))]
}
