//! Indicators, charts and the map.

use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};

pub fn indicators(desk: Desk) -> [El; 1] {
    [div("head").child(el("h1").attr("tabindex", "-1").child(desk.words().indicators().title))]
}
