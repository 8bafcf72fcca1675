//! Visits and commitments as their figures need them, read in pieces when they are wanted.

use crate::insight::visits::{VisitFilter, Visits};
use crate::record::periods::Period;
use crate::record::{Kind, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::shared::Shared;

/// How long a piece may take, in milliseconds, and how many records are read between two looks at the clock.
const PIECE: u64 = 12;
const RECORDS: usize = 50;

/// The earliest and the latest day there can be.
const EVER: [&str; 2] = ["0001-01-01", "9999-12-31"];

/// Nothing until they are read. Follows the notebook: while they are read anew, the last ones stay.
pub fn visits(desk: Desk) -> Shared<Option<Visits>> {
    let read = Shared::new(None);
    let turn = Shared::new(0_u32);
    leptos::prelude::Effect::new(move |_| {
        let records: Vec<RecordId> = {
            let notebook = desk.notebook.see();
            let views = notebook.log.records_of(Kind::Visit).chain(notebook.log.records_of(Kind::Agreement));
            views.map(|view| view.id().clone()).collect()
        };
        let this = turn.peek_value().wrapping_add(1);
        turn.set(this);
        leptos::task::spawn_local(in_pieces(desk, records, read, turn, this));
    });
    read
}

async fn in_pieces(desk: Desk, records: Vec<RecordId>, read: Shared<Option<Visits>>, turn: Shared<u32>, this: u32) {
    let mut visits = Visits::default();
    browser::breathe().await;
    let mut start = browser::now().ms;
    for records in records.chunks(RECORDS) {
        if turn.is_gone() || turn.peek_value() != this {
            return;
        }
        {
            let notebook = desk.notebook.peek();
            let views = records.iter().filter_map(|record| notebook.log.record(record));
            views.for_each(|view| visits.add(&notebook.log, view));
        }
        if browser::now().ms.saturating_sub(start) >= PIECE {
            browser::breathe().await;
            start = browser::now().ms;
        }
    }
    if !turn.is_gone() && turn.peek_value() == this {
        read.set(Some(visits));
    }
}

/// Of what the page is asked, that which can be asked of visits: the period, the place, the area.
pub fn asked(desk: Desk) -> VisitFilter {
    let asked = desk.counting.asked.see().filter();
    let [first, last] = EVER;
    let day = |day: &Option<String>, ever: &str| day.clone().unwrap_or_else(|| ever.to_owned());
    let days = asked.has_days().then(|| Period { from: day(&asked.from, first), to: day(&asked.to, last) });
    VisitFilter { days, areas: asked.areas, places: asked.places, ..VisitFilter::default() }
}
