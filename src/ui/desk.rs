//! The state that all screens share, and the only ways to change it.

mod again;
mod example;
mod open;
mod taking;
mod watch;

use super::browser;
use super::counting::Counting;
use super::drafts::Drafts;
use super::finding::Finding;
use super::offline::{self, Offline};
use super::photo::PhotoDesk;
use super::shared::Shared;
use super::tabs::Tabs;
use crate::app::{Names, Notebook, Route, Settings, device_id, random_name};
use crate::i18n::{Device, Lang, Words};
use crate::log::{DeviceId, Entry};
use crate::record::{Draft, Kind, RecordId};
use crate::storage::local::{Local, NotKept};
use crate::storage::{Kept, LogStore, Row, RowNumber, StoreError};
use leptos::__reexports::send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::rc::Rc;

/// What went wrong while starting, and is shown until it is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser keeps nothing; one can look and write, and save a file.
    NothingKept,
    /// The store is there and could not be opened at the start: what it holds is not known.
    NotOpened,
    /// A newer version made the store: it is read, and nothing is written.
    Newer,
    /// What other tabs wrote could not be read just now.
    NotRead,
    /// So many kept lines no longer prove themselves.
    DamagedLines(usize),
    /// So many changes that were here are not.
    Lacks(usize),
    /// The store was cleared while the page was open, which wrote again what it holds.
    WrittenAgain,
    /// A Save had to use the room that was set aside for it.
    AlmostFull,
}

impl Trouble {
    /// What would be shown could look as if nothing had ever been written.
    pub fn hides_pages(&self) -> bool {
        matches!(self, Trouble::NotOpened | Trouble::Lacks(_))
    }
}

/// A word at the foot of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub text: String,
    /// What was saved and can be undone by a button beside the text; nothing where there is none.
    pub undo: Vec<Draft>,
    /// Tells one from the next, so that the timer of an old one does not take a new one away.
    pub number: u32,
    /// A word said on leaving a page is still read on the next one.
    pub is_fresh: bool,
}

/// The way to everything; as cheap to copy as a number.
#[derive(Clone, Copy)]
pub struct Desk(&'static State);

impl std::ops::Deref for Desk {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What the screens share. There is one, and it lives as long as the page.
pub struct State {
    /// The workspace that the screens show: the person's own, or the example.
    pub notebook: Shared<Notebook>,
    pub settings: Shared<Settings>,
    pub route: Shared<Route>,
    pub lang: Shared<Lang>,
    pub is_example: Shared<bool>,
    pub trouble: Shared<Option<Trouble>>,
    pub toast: Shared<Option<Toast>>,
    /// Whether the app is kept for days without a network, and whether a newer build waits.
    pub offline: Shared<Offline>,
    /// Searching, and where one was in the lists.
    pub finding: Finding,
    pub counting: Counting,
    pub photos: PhotoDesk,
    pub(super) drafts: Drafts,
    pub tabs: Tabs,
    local: Option<Local>,
    store: SendWrapper<RefCell<Shelf>>,
}

/// The store in use, how far it was read, and the person's own workspace while the example is open.
struct Shelf {
    store: Rc<Kept>,
    rows_seen: RowNumber,
    own: Option<(Notebook, Rc<Kept>, RowNumber)>,
    example_device: Option<DeviceId>,
}

const SETTINGS: &str = "settings";

impl Desk {
    pub fn new(local: Option<Local>, store: Kept, trouble: Option<Trouble>) -> Self {
        let settings = local.and_then(|local| local.get(SETTINGS)).map(Settings::from_value).unwrap_or_default();
        let lang = settings.lang().unwrap_or_else(browser::language);
        let mut notebook = Notebook::own(settings.safe.clone());
        notebook.photos_not_there = settings.photos_not_there.clone();
        let state = State {
            notebook: Shared::new(notebook),
            settings: Shared::new(settings),
            route: Shared::new(Route::parse(&browser::hash())),
            lang: Shared::new(lang),
            is_example: Shared::new(false),
            trouble: Shared::new(trouble),
            toast: Shared::new(None),
            offline: offline::following(),
            finding: Finding::default(),
            counting: Counting::new(),
            photos: PhotoDesk::default(),
            drafts: Drafts::default(),
            tabs: Tabs::new(),
            local,
            store: SendWrapper::new(RefCell::new(Shelf {
                store: Rc::new(store),
                rows_seen: 0,
                own: None,
                example_device: None,
            })),
        };
        Desk(Box::leak(Box::new(state)))
    }

    pub fn words(self) -> &'static Words {
        self.lang.get().words()
    }

    /// What a person calls the thing in their hands.
    pub fn device_word(self) -> Device {
        if browser::is_phone() { Device::Phone } else { Device::Computer }
    }

    /// Today on the wall clock, `YYYY-MM-DD`.
    pub fn today(self) -> String {
        browser::now().date()
    }

    /// Says that a Save is durable; in the example, that it is not.
    pub fn say_saved(self) {
        self.say(self.saved_word());
    }

    /// "Saved on this phone"; in the example, that it is not.
    pub fn saved_word(self) -> &'static str {
        let words = self.lang.peek_value().words();
        if self.is_example.peek_value() { words.example.saved } else { (words.common.saved_here)(self.device_word()) }
    }

    /// Calls `f` with what things are called now.
    pub fn with_names<T>(self, f: impl FnOnce(Names) -> T) -> T {
        let lang = self.lang.get();
        {
            let notebook = self.notebook.see();
            f(Names { log: &notebook.log, lang })
        }
    }

    /// The same, without following: for parts of a form, which must not be drawn anew while somebody types in them.
    pub fn with_names_now<T>(self, f: impl FnOnce(Names) -> T) -> T {
        f(Names { log: &self.notebook.peek().log, lang: self.lang.peek_value() })
    }

    pub fn store(self) -> Rc<Kept> {
        self.store.borrow().store.clone()
    }

    /// The device under which this workspace writes.
    pub fn device(self) -> Option<DeviceId> {
        let example = self.store.borrow().example_device;
        if self.is_example.peek_value() { example } else { self.settings.peek().device() }
    }

    /// A record of this kind with a random name, never derived from what it says.
    pub fn new_record(self, kind: Kind) -> Option<RecordId> {
        RecordId::new(kind, &random_name(&browser::random::<10>()))
    }

    /// Shows a word for a few seconds. Screen readers hear it too.
    pub fn say(self, text: impl Into<String>) {
        self.say_with(text.into(), Vec::new());
    }

    /// The same, with a button that undoes what these drafts saved; then it stays longer.
    #[inline(never)]
    pub fn say_with(self, text: String, undo: Vec<Draft>) {
        let number = self.toast.peek().as_ref().as_ref().map_or(0, |toast| toast.number).wrapping_add(1);
        let milliseconds = if undo.is_empty() { 5_000 } else { 20_000 };
        self.toast.set(Some(Toast { text, undo, number, is_fresh: true }));
        self.let_go(number, milliseconds);
    }

    /// Another page was opened: what was said two pages ago is taken away.
    pub fn turn_page(self) {
        self.toast.update(|toast| match toast {
            Some(said) if said.is_fresh => said.is_fresh = false,
            _ => *toast = None,
        });
    }

    /// Small things that survive a killed tab; nothing where the browser keeps nothing.
    pub fn local(self) -> Option<Local> {
        self.local
    }

    // Settings

    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) -> Result<(), NotKept> {
        self.settings.update(change);
        self.keep_settings()
    }

    #[inline(never)]
    fn keep_settings(self) -> Result<(), NotKept> {
        // Whoever reads the language is drawn anew when it is set.
        if let Some(lang) = self.settings.peek().lang().filter(|lang| *lang != self.lang.peek_value()) {
            self.lang.set(lang);
        }
        let local = self.local.ok_or(NotKept::Blocked)?;
        local.set(SETTINGS, &self.settings.peek().to_value())
    }

    /// Gives this device a new random name (first start; M8).
    pub fn rename_device(self) -> Option<DeviceId> {
        let device = device_id(browser::random())?;
        // Where settings are not kept, the name lasts as long as the page, as everything does then.
        let _ = self.change_settings(|settings| settings.device = device.to_string());
        Some(device)
    }

    // The log

    /// Reads what this or another tab wrote since the last time.
    pub async fn refresh(self) -> Result<(), StoreError> {
        let (store, seen) = (self.store(), self.store.borrow().rows_seen);
        match store.rows(seen).await {
            Ok(rows) => self.take_rows(&rows),
            Err(StoreError::Lost) => {
                self.begin_anew();
                self.take_rows(&store.rows(0).await?);
            }
            Err(error) => return Err(error),
        }
        if self.trouble.peek_value() == Some(Trouble::NotRead) {
            self.trouble.set(None);
        }
        Ok(())
    }

    /// Takes in rows of the store.
    fn take_rows(self, rows: &[Row]) {
        let (Some(last), Some(device)) =
            (rows.last().map(|row| row.number), self.device().or_else(|| device_id([0; 10])))
        else {
            return;
        };
        // Another read may have come in between; rows are taken in once.
        let seen = self.store.borrow().rows_seen;
        let now = browser::now();
        let mut damaged = 0;
        let mut touched = self.finding.touched();
        self.notebook.update(|notebook| {
            damaged = rows
                .iter()
                .filter(|row| row.number > seen)
                .map(|row| {
                    notebook.take_row_telling(&row.lines, &device, now, &mut |log, entry| touched.note(log, entry))
                })
                .sum();
        });
        self.search_again(touched);
        {
            let mut shelf = self.store.borrow_mut();
            shelf.rows_seen = shelf.rows_seen.max(last);
        }
        if damaged > 0 {
            self.trouble.set(Some(Trouble::DamagedLines(damaged)));
        }
        self.note_held();
    }

    /// Looks at what others wrote, while everything else goes on.
    pub fn follow_store(self) {
        leptos::task::spawn_local(async move {
            // Something worse may be said already.
            if self.refresh().await.is_err() && self.trouble.peek().is_none() {
                self.trouble.set(Some(Trouble::NotRead));
            }
        });
    }

    /// Saves drafts as one: when it returns, they are durably kept and shown.
    pub async fn save(self, drafts: Vec<Draft>) -> Result<(), StoreError> {
        if !drafts.iter().any(Draft::is_changed) {
            return Ok(());
        }
        match self.save_once(&drafts).await {
            // A cloned or restored phone takes a new name before it writes (M8), and says who it is.
            Err(StoreError::Forked) if !self.is_example.peek_value() => {
                self.refresh().await?;
                self.rename_device();
                self.save_once(&[self.name_draft(), drafts].concat()).await
            }
            // What was set aside for this is used up: the next time there is none.
            Err(StoreError::Full(_)) if browser::free_ballast().await => {
                self.save_once(&drafts).await?;
                self.trouble.set(Some(Trouble::AlmostFull));
                Ok(())
            }
            done => done,
        }
    }

    /// With the first record the browser is asked, once, to keep what is stored; the page on one's data asks again.
    fn ask_to_keep(self, drafts: &[Draft]) {
        let is_record = drafts.iter().any(|draft| draft.record.kind() != Some(Kind::Device));
        if !is_record || self.is_example.peek_value() || self.settings.peek().asked_to_keep {
            return;
        }
        // Where settings are not kept, it is asked again the next time.
        let _ = self.change_settings(|settings| settings.asked_to_keep = true);
        leptos::task::spawn_local(async {
            let _ = browser::ask_to_keep().await;
        });
    }

    async fn save_once(self, drafts: &[Draft]) -> Result<(), StoreError> {
        let device = self.device().ok_or(StoreError::Forked)?;
        let store = self.store();
        let make = |writer: &_| self.notebook.peek().changes_for(drafts, &device, writer, browser::now());
        let saved = store.save(&device, make).await?;
        self.tell_tabs();
        self.ask_to_keep(drafts);
        self.take_in(saved.row, saved.changes.into_iter().map(Entry::from).collect()).await
    }

    /// Takes in what was just written as this row. It was checked before it was written, so it need not be read again;
    /// only what another tab wrote in between has to be.
    pub async fn take_in(self, row: RowNumber, entries: Vec<Entry>) -> Result<(), StoreError> {
        let seen = self.store.borrow().rows_seen;
        if row <= seen {
            let is_here = |entry: &Entry| self.notebook.peek().log.change(&entry.id()).is_some();
            if entries.iter().all(is_here) {
                // Another look has read it already.
                return Ok(());
            }
            // Numbers began anew: the store was cleared meanwhile.
            self.begin_anew();
            return self.refresh().await;
        }
        let follows = seen.checked_add(1) == Some(row);
        let Some(device) = self.device().filter(|_| follows) else { return self.refresh().await };
        let now = browser::now();
        self.store.borrow_mut().rows_seen = row;
        let mut touched = self.finding.touched();
        self.notebook.update(|notebook| {
            for entry in entries {
                touched.note(&notebook.log, &entry);
                notebook.accept(entry, &device, now);
            }
        });
        self.search_again(touched);
        self.note_held();
        Ok(())
    }

    fn name_draft(self) -> Vec<Draft> {
        let name = self.settings.peek().name.clone();
        let draft = |device: DeviceId| self.notebook.peek().name_draft(&device, &name);
        self.device().and_then(draft).into_iter().collect()
    }

    /// Writes who this device is, if the log does not say it yet.
    pub async fn save_name(self) -> Result<(), StoreError> {
        self.save(self.name_draft()).await
    }
}
