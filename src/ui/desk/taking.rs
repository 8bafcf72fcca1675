//! Taking in an import that is written, in pieces.

use super::Desk;
use crate::log::Entry;
use crate::storage::{RowNumber, StoreError};
use crate::ui::browser;
use crate::ui::pieces::Turns;

/// Changes between two looks at the clock.
const CHANGES: usize = 200;

impl Desk {
    /// How far the store was read.
    pub fn rows_seen(self) -> RowNumber {
        self.store.borrow().rows_seen
    }

    /// Takes in what was just written as so many rows, up to the `last`, as [`Desk::take_in`] does. Until the end nobody is
    /// told that the rows were read: whoever looks into the store meanwhile takes them in as well, which does no harm.
    pub async fn take_in_slowly(
        self,
        (count, last): (RowNumber, RowNumber),
        entries: &[Entry],
        tell: impl Fn(usize),
    ) -> Result<(), StoreError> {
        let follows = self.rows_seen().checked_add(count) == Some(last);
        let Some(device) = self.device().filter(|_| follows) else { return self.refresh().await };
        let now = browser::now();
        let mut touched = self.finding.touched();
        let mut turns = Turns::new();
        let mut done = 0_usize;
        let mut pieces = entries.chunks(CHANGES);
        while done < entries.len() {
            self.notebook.update(|notebook| {
                for piece in pieces.by_ref() {
                    for entry in piece {
                        touched.note(&notebook.log, entry);
                        notebook.accept(entry.clone(), &device, now);
                    }
                    done = done.saturating_add(piece.len());
                    if turns.is_over() {
                        break;
                    }
                }
            });
            tell(done);
            turns.pass().await;
        }
        {
            let mut shelf = self.store.borrow_mut();
            shelf.rows_seen = shelf.rows_seen.max(last);
        }
        self.search_again(touched);
        self.note_held();
        Ok(())
    }
}
