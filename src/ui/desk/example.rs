//! The example workspace: in memory, beside the person's own, which stays as it is.

use super::Desk;
use crate::app::{Notebook, Route, device_id};
use crate::storage::{Kept, Memory};
use crate::ui::browser;
use std::rc::Rc;

/// The lines of the example, a file beside the app.
const EXAMPLE: &str = "example.jsonl";

impl Desk {
    /// Opens the example beside the person's own workspace, which stays as it is.
    pub fn open_example(self) {
        leptos::task::spawn_local(async move {
            match browser::fetch(EXAMPLE).await {
                Some(lines) => self.show_example(&lines),
                None => self.say(self.words().errors.example_not_loaded.on(self.device_word()).text()),
            }
        });
    }

    fn show_example(self, lines: &str) {
        if self.is_example.peek_value() {
            return;
        }
        let own = Notebook::clone(&self.notebook.peek());
        {
            let mut shelf = self.store.borrow_mut();
            let store = std::mem::replace(&mut shelf.store, Rc::new(Kept::InMemory(Memory::default())));
            shelf.own = Some((own, store, shelf.rows_seen));
            shelf.rows_seen = 0;
            shelf.example_device = device_id(browser::random());
        }
        self.is_example.set(true);
        self.notebook.set(Notebook::example(lines));
        self.search_anew();
        self.counting.forget();
        browser::go(&Route::Today.hash());
    }

    /// Goes back to the person's own workspace; what was tried in the example is gone.
    pub fn leave_example(self) {
        let own = self.store.borrow_mut().own.take();
        let Some((notebook, store, rows_seen)) = own else { return };
        {
            let mut shelf = self.store.borrow_mut();
            shelf.store = store;
            shelf.rows_seen = rows_seen;
        }
        self.is_example.set(false);
        self.notebook.set(notebook);
        self.search_anew();
        self.counting.forget();
        browser::go(&Route::Today.hash());
    }
}
