//! Changes by one tap, each with the way to undo it at once, in the word at the foot of the screen.

use super::browser;
use super::desk::Desk;
use super::parts::trouble::store_error;
use crate::app::undo;
use crate::record::Draft;

impl Desk {
    /// Saves drafts as one and says so, with the way to undo it. What could not be saved is said.
    pub fn change(self, drafts: Vec<Draft>, said: &'static str) {
        self.change_then(drafts, said, || {});
    }

    /// The same; `then` is called once it is durable.
    pub fn change_then(self, drafts: Vec<Draft>, said: &'static str, then: impl FnOnce() + 'static) {
        self.change_boxed(drafts, said, Box::new(then));
    }

    #[inline(never)]
    fn change_boxed(self, drafts: Vec<Draft>, said: &'static str, then: Box<dyn FnOnce()>) {
        leptos::task::spawn_local(async move {
            match self.save(drafts.clone()).await {
                Ok(()) => {
                    then();
                    self.say_with(said.to_owned(), drafts);
                }
                Err(error) => self.say(store_error(self, &error).text()),
            }
        });
    }

    /// Takes back what the Save of these drafts did, as far as nobody changed it since.
    pub fn undo(self, saved: &[Draft]) {
        let words = &self.words().bin;
        let drafts = {
            let notebook = self.notebook.peek();
            undo(&notebook, saved)
        };
        if drafts.is_empty() {
            self.say(words.not_undone);
            return;
        }
        leptos::task::spawn_local(async move {
            match self.save(drafts).await {
                Ok(()) => self.say(words.undone),
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
