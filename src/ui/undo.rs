//! Changes by one tap, each with the way to undo it at once, in the word at the foot of the screen.

use super::browser;
use super::desk::Desk;
use super::parts::trouble::store_error;
use crate::app::{Notebook, undo};
use crate::record::Draft;

impl Desk {
    /// Saves drafts as one and says so, with the way to undo it. What could not be saved is said.
    pub fn change(self, said: &'static str, make: impl FnOnce(&Notebook) -> Vec<Draft>) {
        self.change_then(said, make, || {});
    }

    /// The same; `then` is called once it is durable.
    pub fn change_then(
        self,
        said: &'static str,
        make: impl FnOnce(&Notebook) -> Vec<Draft>,
        then: impl FnOnce() + 'static,
    ) {
        let drafts = make(&self.notebook.peek());
        self.write(drafts, said, true, Box::new(then));
    }

    /// Takes back what the Save of these drafts did, as far as nobody changed it since.
    pub fn undo(self, saved: &[Draft]) {
        let words = &self.words().bin;
        let drafts = undo(&self.notebook.peek(), saved);
        if drafts.is_empty() {
            self.say(words.not_undone);
        } else {
            self.write(drafts, words.undone, false, Box::new(|| {}));
        }
    }

    #[inline(never)]
    fn write(self, drafts: Vec<Draft>, said: &'static str, can_undo: bool, then: Box<dyn FnOnce()>) {
        leptos::task::spawn_local(async move {
            match self.save(drafts.clone()).await {
                Ok(()) => {
                    then();
                    self.say_with(said.to_owned(), if can_undo { drafts } else { Vec::new() });
                }
                Err(error) => self.say(store_error(self, &error).text()),
            }
        });
    }

    /// Takes a word at the foot away after a while; while somebody is about to use it, it stays.
    pub(super) fn let_go(self, number: u32, milliseconds: i32) {
        browser::after(milliseconds, move || {
            let is_shown = self.toast.peek().as_ref().as_ref().is_some_and(|toast| toast.number == number);
            if is_shown && browser::is_there(".toast:is(:hover, :focus-within)") {
                self.let_go(number, 3_000);
            } else if is_shown {
                self.toast.set(None);
            }
        });
    }
}
