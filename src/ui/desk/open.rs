//! What is nowhere else yet, counted once for each state of the notebook: it goes over the whole log, and several places show it.

use super::Desk;
use crate::app::NotSafe;
use crate::log::Have;
use crate::storage::RowNumber;
use crate::ui::pieces::in_pieces;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// All that it depends on. A change that comes in the place of its stub leaves the log as long as it was, but stands in a new row.
type Moment = (bool, usize, RowNumber, Have, BTreeSet<String>);

/// Records that are looked at between two looks at the clock.
const RECORDS: usize = 1_000;

thread_local! {
    static COUNTED: RefCell<Option<(Moment, NotSafe)>> = const { RefCell::new(None) };
}

impl Desk {
    /// What other devices have not confirmed to hold. Whoever asks is told when it may have changed.
    pub fn not_safe(self) -> NotSafe {
        self.notebook.see();
        self.known_open().unwrap_or_else(|now| keep(now, self.notebook.peek().not_safe()))
    }

    /// The same ahead of being shown, in pieces.
    pub async fn count_not_safe(self) -> NotSafe {
        let now = match self.known_open() {
            Ok(known) => return known,
            Err(now) => now,
        };
        // A snapshot: what is saved meanwhile is another state.
        let notebook = self.notebook.peek();
        let counted = in_pieces(notebook.not_safe_steps(), RECORDS, |_| true).await;
        keep(now, counted.unwrap_or_default())
    }

    /// What was counted, or for which state it is not.
    fn known_open(self) -> Result<NotSafe, Moment> {
        let notebook = self.notebook.peek();
        let (safe, photos) = (notebook.safe.clone(), notebook.photos_not_there.clone());
        let now = (self.is_example.peek_value(), notebook.log.len(), self.rows_seen(), safe, photos);
        let known = COUNTED.with_borrow(|held| held.clone().filter(|(at, _)| *at == now));
        known.map(|(_, open)| open).ok_or(now)
    }
}

fn keep(at: Moment, open: NotSafe) -> NotSafe {
    COUNTED.set(Some((at, open.clone())));
    open
}
