//! Numbers that open the records behind them.

use super::icon::{Pic, icon};
use super::table::title;
use crate::app::{Route, line};
use crate::record::RecordId;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::shared::Shared;

/// So many are listed at first: a number of thousands is not read record by record.
const LISTED: usize = 50;

/// The list under the numbers of a card.
#[derive(Clone, Copy)]
pub struct Behind {
    desk: Desk,
    /// Name of the list in the page.
    name: &'static str,
    open: Shared<Option<Open>>,
}

/// What a number counts, and which records.
#[derive(Clone)]
struct Open {
    what: String,
    records: Vec<RecordId>,
}

impl Behind {
    pub fn new(desk: Desk, name: &'static str) -> Self {
        Behind { desk, name, open: Shared::new(None) }
    }

    /// A number that opens its records; plain where there are none.
    pub fn number(self, number: String, what: &str, records: &[RecordId]) -> El {
        if records.is_empty() {
            return el("span").class("count").child(number);
        }
        let records = records.to_vec();
        self.number_of(number, what, move || records.clone())
    }

    /// The same, where the records are looked up only when it is pressed.
    pub fn number_of(self, number: String, what: &str, records: impl Fn() -> Vec<RecordId> + 'static) -> El {
        let told = (self.desk.words().indicators().open_behind)(&[&number, " ", what].concat());
        let what = [&number, " ", what].concat();
        let press = move || {
            self.open.set(Some(Open { what: what.clone(), records: records() }));
            browser::reveal_soon(["[data-test=", self.name, "]"].concat());
        };
        button("count", "open-behind", press).attr("aria-label", told).child(number)
    }

    /// Where the records are listed once a number was pressed.
    pub fn list(self) -> El {
        div("").follow(move || {
            let open = self.open.get()?;
            let desk = self.desk;
            let words = desk.words().indicators();
            let entries = desk.with_names(|names| {
                let shown = open.records.iter().take(LISTED);
                shown.filter_map(|record| line(names, record)).collect::<Vec<_>>()
            });
            let row = |entry: &crate::app::Entry| {
                let day = Some(desk.lang.get().date_short(&entry.date)).filter(|day| !day.is_empty());
                let parts = day.into_iter().chain([title(desk, entry), entry.place.clone()]);
                let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
                el("li").child(link("title", "behind-record", Route::Record(entry.page.clone()).hash()).child(name))
            };
            let more = open.records.len().checked_sub(LISTED).filter(|more| *more > 0);
            let more = more.map(|more| el("li").class("stone").child((words.and_more)(more)));
            let close = button("icon-btn", "close-behind", move || self.open.set(None));
            let close = close.attr("aria-label", words.close).child(icon(Pic::Close));
            let head = div("line").child(el("h3").class("grow").child((words.behind)(&open.what))).child(close);
            let rows: Vec<El> = entries.iter().map(row).collect();
            let list = el("ul").class("plain").child(rows).child(more);
            Some(div("note-like stack tight").test(self.name).attr("role", "status").child(head).child(list))
        })
    }
}
