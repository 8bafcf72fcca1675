//! What may have been written down twice, as the notebook is now: read in pieces, so that the screen is never held, and kept until
//! something was written.

use crate::insight::twins::{KINDS, Reading, Twins};
use crate::record::RecordId;
use crate::storage::RowNumber;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div};
use crate::ui::pieces::in_pieces;
use crate::ui::shared::Shared;
use std::cell::RefCell;

/// How long a piece of reading may take, in milliseconds, before the screen gets its turn.
const PIECE: u64 = 12;
/// Records that are read between two looks at the clock.
const RECORDS: usize = 100;
/// Visits that are compared, likewise.
const COMPARED: usize = 500;

/// What a notebook holds, told by what it grows by; where a load was taken back, the next one stands in a later row.
type Moment = (bool, usize, RowNumber);

thread_local! {
    static HELD: RefCell<Option<(Moment, Twins)>> = const { RefCell::new(None) };
}

fn moment(desk: Desk) -> Moment {
    (desk.is_example.peek_value(), desk.notebook.peek().log.len(), desk.rows_seen())
}

/// What reads them whenever the notebook changes, and has to stand in the page; and what was found, nothing before that.
pub fn twins(desk: Desk) -> (El, Shared<Option<Twins>>) {
    let found = Shared::new(None);
    let reader = div("").attr("hidden", "").follow(move || {
        desk.notebook.see();
        desk.count_anew();
        let now = moment(desk);
        let held = HELD.with_borrow(|held| held.clone().filter(|(at, _)| *at == now));
        match held {
            Some((_, twins)) => found.set(Some(twins)),
            None => leptos::task::spawn_local(read(desk, now, found)),
        }
    });
    (reader, found)
}

async fn read(desk: Desk, at: Moment, found: Shared<Option<Twins>>) {
    let records: Vec<RecordId> = {
        let notebook = desk.notebook.peek();
        let all = KINDS.iter().flat_map(|kind| notebook.log.records_of(*kind));
        all.map(|view| view.id().clone()).collect()
    };
    let mut reading = Reading::default();
    // What asked for it is being drawn: the screen comes first.
    browser::breathe().await;
    if found.is_gone() || moment(desk) != at {
        return;
    }
    let mut start = browser::now().ms;
    for records in records.chunks(RECORDS) {
        {
            let notebook = desk.notebook.peek();
            records.iter().filter_map(|record| notebook.log.record(record)).for_each(|view| {
                reading.add(&notebook.log, view);
            });
        }
        if browser::now().ms.saturating_sub(start) >= PIECE {
            browser::breathe().await;
            // The page was left, or something was written meanwhile, which began another reading.
            if found.is_gone() || moment(desk) != at {
                return;
            }
            start = browser::now().ms;
        }
    }
    let goes_on = |_| !found.is_gone() && moment(desk) == at;
    let Some(twins) = in_pieces(reading.finish_steps(), COMPARED, goes_on).await else { return };
    if !goes_on(0) {
        return;
    }
    HELD.set(Some((at, twins.clone())));
    if !found.is_gone() {
        found.set(Some(twins));
    }
}
