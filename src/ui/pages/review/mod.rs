//! The table of everything, to be checked.

use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};

pub fn review(desk: Desk) -> [El; 1] {
    [div("head").child(el("h1").attr("tabindex", "-1").child(desk.words().review().title))]
}
