//! Drafts: kept at every key press in local storage, which is at hand at once, and within a second in a database, which is on
//! the disk at once. A dead battery may take the last seconds of the first; then the second has them.

use super::browser;
use super::desk::Desk;
use super::shared::Shared;
use crate::app::{Form, UnfinishedForm, kept_drafts};
use crate::log::canonical;
use crate::record::{RecordId, Value, gather, json};
use crate::storage::DraftDb;
use crate::storage::local::NotKept;
use leptos::__reexports::send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

const DRAFTS: &str = "draft/";
/// The database, the same in every version.
const DATABASE: &str = "ayni-drafts";
/// How long after a key press its draft is written, in milliseconds, with all that was typed meanwhile.
const SOON: i32 = 700;

/// Where drafts are kept beside local storage.
pub struct Drafts {
    /// Counts up whenever a draft is kept or dropped, so that lists of drafts follow.
    turn: Shared<u32>,
    mirror: SendWrapper<RefCell<Mirror>>,
}

#[derive(Default)]
struct Mirror {
    store: Option<Rc<DraftDb>>,
    /// What is still to be written, by name; of each the latest.
    waiting: BTreeMap<String, String>,
    /// A moment is set, or a write goes on that looks here again when it is done.
    is_due: bool,
    /// The last write did not work.
    is_failing: bool,
    /// Drafts that local storage does not take.
    held: BTreeMap<String, Value>,
}

impl Default for Drafts {
    fn default() -> Self {
        Drafts { turn: Shared::new(0), mirror: SendWrapper::new(RefCell::default()) }
    }
}

impl Desk {
    /// At the start, before the first page is drawn: opens the mirror, and takes from it what local storage lost.
    pub async fn find_drafts(self) {
        let Ok(store) = DraftDb::open(DATABASE).await else { return };
        let mirrored = store.all().await.unwrap_or_default();
        self.drafts.mirror.borrow_mut().store = Some(Rc::new(store));
        let today = self.today();
        for (name, text) in mirrored {
            let Ok(value) = json::read_up_to(&text, usize::MAX) else { continue };
            let (kept, of_today) = (self.kept(&name), kept_drafts::gone_at(&value).map(|at| at.starts_with(&today)));
            match self.with_names_now(|names| kept_drafts::start(names, kept.as_ref(), value)) {
                kept_drafts::Start::Takes(form) => drop(self.put(&name, form.to_value())),
                kept_drafts::Start::Goes => self.take_away(&name),
                // Local storage has forgotten it for good.
                kept_drafts::Start::Stays if of_today == Some(false) => self.mirror(name, String::new()),
                kept_drafts::Start::Stays => {}
            }
        }
    }

    /// Keeps a form as it stands. In the example nothing is kept.
    pub fn keep(self, form: &Form) -> Result<(), NotKept> {
        if self.is_example.peek_value() {
            return Ok(());
        }
        let Some(key) = form.key() else { return Err(NotKept::Blocked) };
        let value = form.to_value();
        self.mirror(key.to_string(), canonical(&value));
        let kept = self.put(key.as_str(), value);
        self.look_at_drafts();
        kept
    }

    /// The form kept for a record.
    pub fn kept_form(self, record: &RecordId) -> Option<Form> {
        if self.is_example.peek_value() { None } else { self.kept(record.as_str()) }
    }

    /// The draft was saved or given up: it goes, and nothing brings it back.
    pub fn drop_form(self, record: &RecordId) {
        self.take_away(record.as_str());
        self.mirror(record.to_string(), canonical(&kept_drafts::gone(&browser::now().rfc3339())));
        self.mirror_now();
        self.look_at_drafts();
    }

    /// All forms that are kept; nothing where one of them can not be read.
    pub fn kept_forms(self) -> Option<Vec<Form>> {
        self.local()?;
        self.names_of_drafts().iter().map(|name| self.kept(name)).collect()
    }

    /// All forms in progress, last typed in first.
    pub fn unfinished(self) -> Vec<UnfinishedForm> {
        self.drafts.turn.see();
        if self.is_example.get() {
            return Vec::new();
        }
        let forms = self.names_of_drafts().into_iter().filter_map(|name| self.kept(&name)?.summary());
        gather::ordered(forms.collect(), |a: &UnfinishedForm, b| b.typed_at.cmp(&a.typed_at))
    }

    fn names_of_drafts(self) -> Vec<String> {
        let local = self.local().map(|local| local.names(DRAFTS)).unwrap_or_default();
        let local = local.iter().filter_map(|name| name.strip_prefix(DRAFTS)).map(str::to_owned);
        let held: Vec<String> = self.drafts.mirror.borrow().held.keys().cloned().collect();
        gather::set(local.chain(held)).into_iter().collect()
    }

    fn kept(self, name: &str) -> Option<Form> {
        let held = self.drafts.mirror.borrow().held.get(name).cloned();
        let local = || self.local()?.get(&[DRAFTS, name].concat());
        Form::from_value(held.or_else(local)?)
    }

    /// Another tab may have kept or dropped one.
    pub fn look_at_drafts(self) {
        self.drafts.turn.update(|count| *count = count.wrapping_add(1));
    }

    /// Puts a draft into local storage. Where that does not take it, the mirror is what keeps it.
    fn put(self, name: &str, value: Value) -> Result<(), NotKept> {
        let local = self.local().ok_or(NotKept::Blocked);
        let kept = local.and_then(|local| local.set(&[DRAFTS, name].concat(), &value));
        let mut mirror = self.drafts.mirror.borrow_mut();
        if kept.is_ok() {
            mirror.held.remove(name);
        } else {
            mirror.held.insert(name.to_owned(), value);
        }
        if mirror.store.is_some() && !mirror.is_failing { Ok(()) } else { kept }
    }

    fn take_away(self, name: &str) {
        self.drafts.mirror.borrow_mut().held.remove(name);
        if let Some(local) = self.local() {
            local.remove(&[DRAFTS, name].concat());
        }
    }

    /// Has a text written under this name soon.
    fn mirror(self, name: String, text: String) {
        let mut mirror = self.drafts.mirror.borrow_mut();
        mirror.waiting.insert(name, text);
        if !std::mem::replace(&mut mirror.is_due, true) {
            browser::after(SOON, move || self.mirror_now());
        }
    }

    /// Writes what waits. What was not written waits for the next time; local storage has it in the meantime.
    pub fn mirror_now(self) {
        let (store, waiting) = {
            let mut mirror = self.drafts.mirror.borrow_mut();
            (mirror.store.clone(), std::mem::take(&mut mirror.waiting))
        };
        let Some(store) = store.filter(|_| !waiting.is_empty()) else {
            self.drafts.mirror.borrow_mut().is_due = false;
            return;
        };
        leptos::task::spawn_local(async move {
            let drafts: Vec<(String, String)> = waiting.into_iter().collect();
            let is_failing = store.keep(&drafts).await.is_err();
            let is_more = {
                let mut mirror = self.drafts.mirror.borrow_mut();
                mirror.is_failing = is_failing;
                if is_failing {
                    for (name, text) in drafts {
                        // What was typed since is later.
                        mirror.waiting.entry(name).or_insert(text);
                    }
                }
                mirror.is_due = !is_failing && !mirror.waiting.is_empty();
                mirror.is_due
            };
            if is_more {
                browser::after(SOON, move || self.mirror_now());
            }
        });
    }
}
