//! Taking back what was just loaded.

use super::Desk;
use crate::app::Notebook;
use crate::app::last_load::LastLoad;
use crate::storage::{LogStore, StoreError};

/// Where the last load is remembered, in local storage.
const LAST_LOAD: &str = "last_load";

impl Desk {
    /// Remembers what was just loaded; with nothing, that there is nothing to take back.
    pub fn remember_load(self, load: Option<&LastLoad>) {
        // What can not be remembered can not be taken back, and is not offered.
        let _ = self.local().map(|local| match load {
            Some(load) => local.set(LAST_LOAD, &load.to_value()),
            None => {
                local.remove(LAST_LOAD);
                Ok(())
            }
        });
    }

    /// The last load, if it can still be taken back: nothing was written, sent or loaded since.
    pub async fn last_load(self) -> Option<LastLoad> {
        if self.is_example.peek_value() {
            return None;
        }
        let load = LastLoad::from_value(self.local()?.get(LAST_LOAD)?)?;
        // Another tab may have written without a word having come here. What its rows hold is looked at when it is taken back.
        let _ = self.refresh().await;
        let is_last = self.rows_seen() == load.import.row;
        (is_last && load.is_unsent(&self.settings.peek())).then_some(load)
    }

    /// Takes it back: the store, what is known of the others, and what the screens show are as they were before. False, and
    /// nothing is changed, where something was written meanwhile.
    pub async fn take_load_back(self, load: &LastLoad) -> Result<bool, StoreError> {
        if !load.is_unsent(&self.settings.peek()) || !self.store().take_back(&load.import).await? {
            return Ok(false);
        }
        self.remember_load(None);
        // Where they are not kept, they count for as long as the page is open.
        let _ = self.change_settings(|settings| load.restore(settings));
        self.read_anew().await?;
        self.note_less();
        self.tell_tabs_to_read_anew();
        Ok(true)
    }

    /// Reads all of the store anew. The screens change over at once, and never show half of it.
    pub async fn read_anew(self) -> Result<(), StoreError> {
        let rows = self.store().rows(0).await?;
        let notebook = {
            let settings = self.settings.peek();
            let mut notebook = Notebook::own(settings.safe.clone());
            notebook.photos_not_there = settings.photos_not_there.clone();
            notebook
        };
        self.store.borrow_mut().rows_seen = 0;
        self.notebook.set(notebook);
        self.search_anew();
        self.counting.forget();
        self.take_rows(&rows);
        Ok(())
    }
}
