//! Reports, and what they are made of.

use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};

pub fn reports(desk: Desk) -> [El; 1] {
    [div("head").child(el("h1").attr("tabindex", "-1").child(desk.words().reports().title))]
}
