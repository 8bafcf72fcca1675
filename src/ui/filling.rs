//! A form on the screen: every change of a field is kept at once, and Save writes it as one.

use super::browser;
use super::desk::Desk;
use super::parts::fields::At;
use super::shared::{Derived, Shared};
use super::whereabouts;
use crate::app::{Form, Route};
use crate::record::{Field, Kind, Value};
use crate::storage::StoreError;
use crate::storage::local::NotKept;

/// Handles to the form being filled in; as cheap to copy as a number.
#[derive(Clone, Copy)]
pub struct Filling {
    pub form: Shared<Form>,
    /// When the draft was last kept (`HH:MM`), or why not; nothing before the first key press.
    pub kept: Shared<Option<Result<String, NotKept>>>,
    /// Why the last Save did not work.
    pub failure: Shared<Option<StoreError>>,
    pub is_saving: Shared<bool>,
    /// What was last taken out of a list: of which, where it stood, and what it said.
    pub taken_out: Shared<Option<(At, usize, Value)>>,
    desk: Desk,
}

impl Filling {
    pub fn open(desk: Desk, form: Form) -> Self {
        let filling = Filling {
            form: Shared::new(form),
            kept: Shared::new(None),
            failure: Shared::new(None),
            is_saving: Shared::new(false),
            taken_out: Shared::new(None),
            desk,
        };
        // Photos that are still being stored are handed to it.
        desk.photos.form_opened(filling);
        filling
    }

    pub fn desk(self) -> Desk {
        self.desk
    }

    /// Changes the form and keeps it as it then stands.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        let mut change = Some(change);
        self.change(&mut |form| {
            if let Some(change) = change.take() {
                change(form);
            }
        });
    }

    #[inline(never)]
    fn change(self, change: &mut dyn FnMut(&mut Form)) {
        let now = browser::now();
        if !self.form.peek().is_typed_in()
            && let Some(key) = self.form.peek().key().cloned()
        {
            // From the first key press on, a reload finds the form at its own address.
            browser::rename_address(&Route::Edit(key).hash());
        }
        self.form.update(|form| {
            change(form);
            form.typed_at = now.rfc3339();
        });
        let kept = {
            let form = self.form.peek();
            self.desk.keep(&form)
        };
        whereabouts::note(self.desk);
        self.kept.set(Some(kept.map(|()| now.time())));
    }

    /// Takes an object out of a list; where something stood in it, it can be put back.
    pub fn take_out(self, at: At, number: usize) {
        let mut taken = None;
        self.edit(|form| taken = form.remove_item(at.kind, at.field, number));
        let says = |item: &Value| matches!(item, Value::Map(members) if !members.values().all(Value::is_blank));
        self.taken_out.set(taken.filter(says).map(|item| (at, number, item)));
    }

    /// Puts back what was taken out last.
    pub fn put_back(self) {
        if let Some((at, number, item)) = self.taken_out.peek_value() {
            self.edit(|form| form.put_item(at.kind, at.field, number, item));
            self.taken_out.set(None);
        }
    }

    /// The text of a field, followed by whoever shows it.
    pub fn text(self, kind: Kind, field: Field) -> Derived<String> {
        Derived::new(move || self.form.see().text(kind, field).to_owned())
    }

    pub fn set_text(self, kind: Kind, field: Field, text: String) {
        self.edit(|form| form.set(kind, field, text));
    }

    /// Save was pressed.
    pub fn submit(self, event: &web_sys::Event) {
        event.prevent_default();
        leptos::task::spawn_local(self.save());
    }

    /// Saves everything in the form as one; then the draft is dropped and the record is shown.
    pub async fn save(self) {
        if self.is_saving.peek_value() {
            return;
        }
        self.is_saving.set(true);
        self.failure.set(None);
        let topics = self.desk.with_names(|names| {
            let form = self.form.peek();
            form.topics_in_words(names)
        });
        let (drafts, key) = {
            let form = self.form.peek();
            (form.to_save(&topics), form.key().cloned())
        };
        match self.desk.save(drafts).await {
            Ok(()) => {
                if let Some(key) = key {
                    self.desk.drop_form(&key);
                    self.desk.say_saved();
                    browser::go_instead(&Route::Record(key).hash());
                }
                // It stays as it is until the page is left: nothing may be added to a form that was saved.
            }
            Err(error) => {
                self.failure.set(Some(error));
                self.is_saving.set(false);
            }
        }
    }

    /// Gives the draft up: the record, if there is one, stays as it was saved last.
    pub fn discard(self) {
        // Nothing may be added to a form that is given up: a photo that is still being stored would bring the draft back.
        self.is_saving.set(true);
        if let Some(key) = self.form.peek().key().cloned() {
            self.desk.drop_form(&key);
        }
    }
}
