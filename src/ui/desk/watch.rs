//! Watching over what is kept: a store that comes back with less is noticed, and one that was cleared while the page was open is
//! written again from what the page holds.

use super::{Desk, Trouble};
use crate::app::sentinel::Sentinel;
use crate::log::Entry;
use crate::record::gather;
use crate::storage::{Import, Kept, LogStore, StoreError};
use crate::ui::browser;
use crate::ui::pages::{self, House};

/// How much was held, in local storage.
const HELD: &str = "held";

impl Desk {
    /// At the start: whether all is there that was there.
    pub fn check_held(self) {
        let damaged = match self.trouble.peek_value() {
            Some(Trouble::DamagedLines(damaged)) => damaged,
            None => 0,
            Some(_) => return,
        };
        let missing = self.kept_sentinel().missing(self.held(), damaged);
        if missing > 0 {
            self.trouble.set(Some(Trouble::Lacks(missing)));
        }
    }

    /// The person was told what is missing and goes on with what is there, under a new name: what is missing may have been written
    /// under the numbers that come next (M8).
    pub fn go_on(self) {
        self.note_less();
        self.trouble.set(None);
        self.rename_device();
        leptos::task::spawn_local(async move {
            // A name that could not be written is written with the next Save.
            let _ = self.save_name().await;
        });
    }

    /// Notes how much is held, after each reading and writing. Less than before is noted only by [`Desk::go_on`].
    pub(super) fn note_held(self) {
        if self.is_example.peek_value() || !matches!(*self.store(), Kept::OnDisk(_)) {
            return;
        }
        let held = Sentinel(self.held());
        if held > self.kept_sentinel() {
            // What can not be noted is not watched over.
            let _ = self.local().map(|local| local.set(HELD, &held.to_value()));
        }
    }

    /// Less is held, because somebody wanted it so.
    pub(super) fn note_less(self) {
        // Where it can not be kept, the next start tells that something is missing.
        let _ = self.local().map(|local| local.set(HELD, &Sentinel(self.held()).to_value()));
    }

    fn kept_sentinel(self) -> Sentinel {
        let kept = self.local().and_then(|local| local.get(HELD));
        kept.map(|kept| Sentinel::from_value(&kept)).unwrap_or_default()
    }

    fn held(self) -> usize {
        self.notebook.peek().log.entries().filter(|entry| !entry.device().is_shipped()).count()
    }

    /// Somebody or the browser cleared the store: what this page holds is written again, as soon as what does that is here.
    pub(super) fn begin_anew(self) {
        self.store.borrow_mut().rows_seen = 0;
        pages::keep_house(self, House::WriteAgain);
    }

    /// Writes what the page holds and the store does not. The device takes a new name with its next Save, because the store no
    /// longer knows its numbers (M8).
    pub async fn write_again(self) -> Result<(), StoreError> {
        let store = self.store();
        let rows = store.rows(0).await?;
        let lines: Vec<String> = {
            let there = gather::set(rows.iter().flat_map(|row| row.lines.lines()).map(str::to_owned));
            let notebook = self.notebook.peek();
            let own = notebook.log.entries().filter(|entry| !entry.device().is_shipped()).map(Entry::line);
            own.filter(|line| !there.contains(*line)).map(str::to_owned).collect()
        };
        let import = Import { lines: lines.iter().map(String::as_str).collect(), ..Import::default() };
        if store.import(&import).await?.is_some() {
            self.refresh().await?;
            self.trouble.set(Some(Trouble::WrittenAgain));
            self.tell_tabs();
        }
        // Settings may have gone as well; where they are not kept, they last as long as the page.
        let _ = self.change_settings(|_| ());
        Ok(())
    }

    /// Joins small rows, and sets room aside for a Save on a full phone.
    pub async fn tidy_up(self) {
        if matches!(*self.store(), Kept::OnDisk(_)) {
            // What could not be joined stays as it is, and is tried again at the next start.
            let _ = self.store().pack().await;
            browser::fill_ballast().await;
        }
    }
}
