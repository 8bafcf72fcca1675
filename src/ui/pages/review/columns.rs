//! Which columns stand in the table: chosen on this device, for all kinds alike.

use super::{Review, table};
use crate::app::review::Column;
use crate::record::Kind;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::chips::{Chip, Group, chips};

/// What stands in the settings where somebody wants no column at all.
const NONE: &str = "none";

pub fn chooser(page: Review) -> El {
    let words = page.desk.words().review();
    let chips = move || {
        let kind = page.kind_now();
        let columns = move || offered(page, kind);
        let group = Group { name: "review-columns".to_owned(), legend: words.columns, many: true };
        let is_on = move |name: &str| table::columns_of(page).iter().any(|column| column.name() == name);
        chips(group, columns, is_on, move |name| toggle(page, kind, &name))
    };
    let usual = button("btn plain", "usual-columns", move || keep(page, Vec::new())).child(words.usual_columns);
    let title = el("summary").class("line").test("choose-columns").child(words.columns);
    el("details").child(title).child(div("stack tight").follow(chips).child(usual))
}

fn offered(page: Review, kind: Kind) -> Vec<Chip> {
    let of_kind = Column::ALL.into_iter().filter(|column| column.is_of(kind));
    let chip = |column: Column| Chip { value: column.name().to_owned(), label: table::name(page, column).to_owned() };
    of_kind.map(chip).collect()
}

/// What another kind has, and this one not, stays as it is.
fn toggle(page: Review, kind: Kind, name: &str) {
    let held = page.desk.settings.peek().review_columns.clone();
    let is_shown = |column: &Column| crate::app::review::columns(kind, &held).contains(column);
    let of_others =
        |column: &Column| !column.is_of(kind) && (held.is_empty() || held.iter().any(|name| name == column.name()));
    let mut chosen: Vec<String> = Column::ALL
        .into_iter()
        .filter(|column| (is_shown(column) || of_others(column)) != (column.name() == name))
        .map(|column| column.name().to_owned())
        .collect();
    if chosen.is_empty() {
        chosen.push(NONE.to_owned());
    }
    keep(page, chosen);
}

fn keep(page: Review, chosen: Vec<String>) {
    // Where settings are not kept, it holds as long as the page.
    let _ = page.desk.change_settings(|settings| settings.review_columns = chosen);
}
