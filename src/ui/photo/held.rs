//! The way to the photos that are kept, and what all screens know of them.

use super::taking::{Queue, Work};
use crate::app::forgotten_photos;
use crate::app::original::TYPICAL;
use crate::i18n::Trouble;
use crate::record::{RecordId, gather};
use crate::storage::{Kept, KeptPhotos, MemoryPhotos, PhotoDb, PhotoError, PhotoStore};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::shared::Shared;
use leptos::__reexports::send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The database, the same in every version.
const DATABASE: &str = "ayni-photos";

/// What the screens share about photos.
pub struct PhotoDesk {
    /// The names of what is held; nothing before they were read.
    pub held: Shared<Option<BTreeSet<String>>>,
    /// For about so many photos there is room; nothing where the browser does not say.
    pub room: Shared<Option<usize>>,
    /// What is being stored now, and what could not be.
    pub work: Shared<Work>,
    pub(super) queue: SendWrapper<RefCell<Queue>>,
    stores: SendWrapper<RefCell<Stores>>,
    form: SendWrapper<RefCell<Option<Filling>>>,
}

/// Opened when they are needed first. The example has one of its own, in memory.
#[derive(Default)]
struct Stores {
    own: Option<Rc<KeptPhotos>>,
    example: Option<Rc<KeptPhotos>>,
}

impl Default for PhotoDesk {
    fn default() -> Self {
        PhotoDesk {
            held: Shared::new(None),
            room: Shared::new(None),
            work: Shared::new(Work::default()),
            queue: SendWrapper::new(RefCell::default()),
            stores: SendWrapper::new(RefCell::default()),
            form: SendWrapper::new(RefCell::default()),
        }
    }
}

impl PhotoDesk {
    /// A form was opened on the screen.
    pub fn form_opened(&self, filling: Filling) {
        *self.form.borrow_mut() = Some(filling);
    }

    /// The form of this record, if it is on the screen.
    pub(super) fn open_form(&self, key: &RecordId) -> Option<Filling> {
        let filling = (*self.form.borrow()).filter(|filling| !filling.form.is_gone())?;
        (filling.form.peek().key() == Some(key)).then_some(filling)
    }
}

impl Desk {
    /// The store of the photos of the workspace that is open.
    pub async fn photo_store(self) -> Result<Rc<KeptPhotos>, PhotoError> {
        let is_example = self.is_example.peek_value();
        let known = {
            let stores = self.photos.stores.borrow();
            if is_example { stores.example.clone() } else { stores.own.clone() }
        };
        if let Some(store) = known {
            return Ok(store);
        }
        let store = match *self.store() {
            Kept::InMemory(_) => KeptPhotos::InMemory(MemoryPhotos::default()),
            Kept::OnDisk(_) | Kept::ReadOnly(_) => KeptPhotos::OnDisk(PhotoDb::open(DATABASE).await?),
        };
        let store = Rc::new(store);
        let mut stores = self.photos.stores.borrow_mut();
        let place = if is_example { &mut stores.example } else { &mut stores.own };
        *place = Some(store.clone());
        Ok(store)
    }

    /// Finds out which photos are held and for how many there is room, and sweeps away what nothing can name any more.
    pub async fn see_photos(self) -> Result<(), PhotoError> {
        let store = self.photo_store().await?;
        let mut held = store.held().await?;
        let forgotten = self.forgotten(&held);
        if !forgotten.is_empty() {
            store.remove(&forgotten).await?;
            held.retain(|photo| !forgotten.contains(&photo.sha256));
        }
        self.photos.held.set(Some(gather::set(held.into_iter().map(|photo| photo.sha256))));
        self.see_room().await;
        Ok(())
    }

    /// The same, where there is nothing to say if it does not work: what can not be read is shown as not here.
    pub fn follow_photos(self) {
        leptos::task::spawn_local(async move {
            if self.see_photos().await.is_err() && self.photos.held.peek().is_none() {
                self.photos.held.set(Some(BTreeSet::new()));
            }
        });
    }

    pub(super) async fn see_room(self) {
        let room = browser::room_left().await;
        let photos = |bytes: u64| usize::try_from(bytes / TYPICAL as u64).unwrap_or(usize::MAX);
        self.photos.room.set(room.map(photos));
    }

    /// Where little room is left, it is for notes.
    pub async fn room_for_photos(self) -> Result<(), PhotoError> {
        match browser::room_left().await {
            Some(left) if left < FOR_NOTES => Err(PhotoError::Full("what is left is for notes".to_owned())),
            _ => Ok(()),
        }
    }

    /// Only where the whole log and all drafts could be read: else what they name would not be known.
    fn forgotten(self, held: &[crate::storage::HeldPhoto]) -> Vec<String> {
        let is_sure = self.trouble.peek().is_none() && !self.is_example.peek_value();
        let Some(mut forms) = self.kept_forms().filter(|_| is_sure) else { return Vec::new() };
        let open = (*self.photos.form.borrow()).filter(|filling| !filling.form.is_gone());
        forms.extend(open.map(|filling| filling.form.peek_value()));
        let in_forms = gather::set(forms.iter().flat_map(|form| form.photos()).map(|photo| photo.attachment));
        let notebook = self.notebook.peek();
        forgotten_photos(&notebook.log, held, &in_forms, browser::now().ms)
    }
}

/// Bytes of storage that photos leave free.
const FOR_NOTES: u64 = 5_000_000;

/// Why a photo could not be stored, in words; `name` is what the person knows it by.
pub fn photo_error(desk: Desk, error: &PhotoError, name: &str) -> Trouble {
    let errors = &desk.words().photos().errors;
    let tell = match error {
        PhotoError::Blocked(_) => errors.blocked,
        PhotoError::Full(_) => errors.full,
        PhotoError::Failed(_) => errors.failed,
        PhotoError::Differs => errors.differs,
    };
    tell.with(desk.device_word(), &[name])
}
