//! Loading files: read all, check all, show what would change, then write everything or nothing (I1).
//!
//! What takes long is done in pieces, and can be given up until it is written: then everything is as it was.

use super::folder::Watched;
use super::locked::{Question, opened};
use crate::app::folder::Seen;
use crate::exchange::{Counts, FileContent, Files, Incoming, Note, Parcel, Preview, Refused, Whole, preview_steps};
use crate::i18n::Trouble;
use crate::storage::{Quarantined, RowNumber};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::pieces::in_pieces;
use crate::ui::shared::Shared;
use leptos::__reexports::send_wrapper::SendWrapper;
use std::sync::Arc;
use web_sys::File;

/// Bytes that come in at once.
const BYTES: f64 = 1_000_000.0;
/// Bytes that are read, and changes that are compared, between two looks at the clock.
const READ: usize = 50_000;
const COMPARED: usize = 100;

/// Where loading stands.
#[derive(Clone, Debug)]
pub enum Loading {
    /// With how the last thing ended, if anything did.
    Idle(Option<Outcome>),
    /// Something takes long; how far it is stands in [`Load::progress`].
    Working,
    /// Behind a pointer: whoever looks at where loading stands need not copy what was found.
    Preview(Arc<Found>),
    /// One of the files is protected.
    Locked(Arc<Question>),
}

impl Default for Loading {
    fn default() -> Self {
        Loading::Idle(None)
    }
}

/// What was found, and where.
#[derive(Debug)]
pub struct Found {
    pub preview: Preview,
    /// To read them again, where something was written meanwhile.
    pub files: SendWrapper<Vec<File>>,
    /// The rows of the store that it was compared with.
    pub rows_seen: RowNumber,
    /// Whether it is shown again, because something was written.
    pub is_again: bool,
    /// The texts that it was read from, where they could not be read before.
    pub reread: Vec<Quarantined>,
}

/// How the last thing on the page ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `confirmed`: records that the files say are held elsewhere and that were not known to be.
    Joined {
        changes: usize,
        files: usize,
        counts: Counts,
        confirmed: usize,
    },
    NothingNew {
        confirmed: usize,
    },
    Cancelled,
    /// Nothing was changed.
    Failed(Trouble),
    /// Under this name, or under so many like it.
    FileSaved(String, usize),
    /// So many changes of the last load are gone again.
    TakenBack(usize),
    /// What could not be read before can not be read now either.
    StillUnread,
}

/// How far long work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub what: Stage,
    /// Of a thousand.
    pub share: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// This file, the how manieth of how many.
    Reading(String, usize, usize),
    #[default]
    Comparing,
    /// All is written at once: this can not be given up any more.
    Writing,
    /// It is written, and is being shown.
    Joining,
}

/// Where the files came from, which is told when they are done with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    #[default]
    Chosen,
    /// Opened with the app, or shared with it.
    Arrived,
    Folder(Vec<Seen>),
}

/// The page of loading: what it shows, how far it is, and whether somebody wants it to stop.
#[derive(Clone, Copy)]
pub struct Load {
    pub desk: Desk,
    pub state: Shared<Loading>,
    pub progress: Shared<Progress>,
    pub watched: Shared<Watched>,
    source: Shared<Source>,
    /// Which loading is the last one: an earlier one is given up.
    turn: Shared<u32>,
}

impl Load {
    pub fn new(desk: Desk) -> Self {
        Load {
            desk,
            state: Shared::new(Loading::default()),
            progress: Shared::new(Progress::default()),
            watched: Shared::new(Watched::default()),
            source: Shared::new(Source::default()),
            turn: Shared::new(0),
        }
    }

    /// Whether files can be taken now: the page is there, and nothing else is under way.
    pub fn is_free(self) -> bool {
        !self.state.is_gone() && !self.desk.is_example.peek_value() && matches!(*self.state.peek(), Loading::Idle(_))
    }

    /// Reads files and shows what they would change.
    pub fn take(self, files: Vec<File>, source: Source) {
        if !files.is_empty() && self.is_free() {
            self.source.set(source);
            leptos::task::spawn_local(read_files(self, files, false));
        }
    }

    /// Begins another loading; what was under way is given up.
    fn begin(self) -> u32 {
        let turn = self.turn.peek_value().wrapping_add(1);
        self.turn.set(turn);
        turn
    }

    pub fn cancel(self) {
        self.begin();
        self.end(Outcome::Cancelled);
    }

    /// Whether it is still wanted: neither given up, nor was the page left.
    fn is_wanted(self, turn: u32) -> bool {
        !self.turn.is_gone() && self.turn.peek_value() == turn
    }

    pub fn show(self, what: Stage, done: usize, of: usize) {
        if !self.progress.is_gone() {
            let share = done.saturating_mul(1_000).checked_div(of).unwrap_or_default().min(1_000);
            self.progress.set(Progress { what, share });
        }
    }

    pub fn set(self, state: Loading) {
        if !self.state.is_gone() {
            self.state.set(state);
        }
    }

    pub fn end(self, outcome: Outcome) {
        let is_taken = matches!(outcome, Outcome::Joined { .. } | Outcome::NothingNew { .. });
        // After a failure they are offered again.
        let is_done = !matches!(outcome, Outcome::Failed(_));
        self.set(Loading::Idle(Some(outcome)));
        if self.source.is_gone() {
            return;
        }
        match self.source.peek_value() {
            Source::Arrived if is_done => leptos::task::spawn_local(browser::forget_arrived()),
            Source::Folder(files) if is_taken => self.note_seen(files),
            _ => {}
        }
        self.source.set(Source::Chosen);
    }
}

/// Reads the files and shows what they would change. Nothing is written.
pub async fn read_files(load: Load, files: Vec<File>, is_again: bool) {
    let turn = load.begin();
    load.show(Stage::Comparing, 0, 1);
    load.set(Loading::Working);
    let Some(found) = look_into(load, turn, files, is_again).await else { return };
    match found {
        Err(told) => load.end(Outcome::Failed(told)),
        Ok(found) => show(load, found).await,
    }
}

async fn show(load: Load, found: Found) {
    let preview = &found.preview;
    // One that was cut before anything came has to be told of.
    let is_empty = |content: &FileContent| content.counts.known == 0 && content.notes.contains(&Note::CutOff);
    let is_whole = |content: &FileContent| content.counts.damaged == 0 && !is_empty(content);
    let all_whole = preview.files.iter().all(|file| file.content.as_ref().is_ok_and(is_whole));
    if preview.entries.is_empty() && preview.photos.is_empty() && all_whole {
        // Nothing to accept; a confirmation alone changes no record. What it says of the others is not taken back with an
        // earlier load.
        load.desk.remember_load(None);
        let confirmed = super::joining::confirm(load.desk, preview).await;
        load.end(Outcome::NothingNew { confirmed });
    } else {
        load.set(Loading::Preview(Arc::new(found)));
    }
}

/// Reads and compares; nothing where it was given up meanwhile.
async fn look_into(load: Load, turn: u32, files: Vec<File>, is_again: bool) -> Option<Result<Found, Trouble>> {
    let desk = load.desk;
    let mut parcels: Files = Vec::new();
    let mut whole = Vec::new();
    let sizes = files.iter().map(|file| file.size()).sum::<f64>() as usize;
    let mut before = 0_usize;
    let mut passphrase = String::new();
    for (number, file) in (1..).zip(&files) {
        let name = file.name();
        let size = file.size() as usize;
        let stage = || Stage::Reading(file.name(), number, files.len());
        // A byte comes in and is read; the comparing is half as much again.
        let goes_on = |done: usize| {
            let all = sizes.saturating_mul(3);
            load.show(stage(), before.saturating_add(done.min(size.saturating_mul(2))), all);
            load.is_wanted(turn)
        };
        if !goes_on(0) {
            return None;
        }
        match read_file(load, file, &mut passphrase, goes_on).await? {
            Err(NotOpened) => return Some(Err(desk.words().errors.file_not_opened.on(desk.device_word()))),
            Ok((parcel, text)) => {
                if let Err(Refused::NewerVersion(version)) = parcel {
                    whole.push(Whole { name: name.clone(), version, text });
                }
                parcels.push((name, parcel));
            }
        }
        before = before.saturating_add(size.saturating_mul(2));
    }
    // Where it can not be found out, photos are kept again, which does no harm.
    let _ = desk.see_photos().await;
    let held = desk.photos.held.peek_value().unwrap_or_default();
    let rows_seen = desk.rows_seen();
    // A snapshot: what is saved meanwhile does not get into it.
    let notebook = desk.notebook.peek();
    // Each change is looked at when it is added, for its record, and when it is put together.
    let changes: usize = parcels.iter().filter_map(|(_, parcel)| Some(parcel.as_ref().ok()?.entries.len())).sum();
    let all = changes.saturating_mul(4).saturating_add(notebook.log.len()).max(1);
    let goes_on = |done: usize| {
        load.show(Stage::Comparing, all.saturating_mul(2).saturating_add(done.min(all)), all.saturating_mul(3));
        load.is_wanted(turn)
    };
    let preview = in_pieces(preview_steps(&notebook.log, held, parcels), COMPARED, goes_on).await?;
    let files = SendWrapper::new(files);
    Some(Ok(Found { preview: Preview { whole, ..preview }, files, rows_seen, is_again, reread: Vec::new() }))
}

/// The browser gives no bytes of it.
struct NotOpened;

type Read = (Result<Parcel, Refused>, String);

/// Reads one file in pieces; nothing where it was given up meanwhile.
async fn read_file(
    load: Load,
    file: &File,
    passphrase: &mut String,
    goes_on: impl Fn(usize) -> bool,
) -> Option<Result<Read, NotOpened>> {
    // Refused by its size before memory is spent (I3); sizes are whole numbers far below 2^53.
    let size = file.size();
    let mut incoming = match Incoming::of_size(size as u64) {
        Ok(incoming) => incoming,
        Err(refused) => return Some(Ok((Err(refused), String::new()))),
    };
    let mut at = 0.0;
    while at < size {
        let Some(bytes) = browser::read_part(file, at, at + BYTES).await else { return Some(Err(NotOpened)) };
        incoming.push(&bytes);
        at += BYTES;
        if !goes_on(at.min(size) as usize) {
            return None;
        }
    }
    if let Some(inside) = opened(load, &file.name(), &incoming, passphrase).await {
        // It is smaller than what it came in.
        incoming = Incoming::of_size(inside.len() as u64).unwrap_or_default();
        incoming.push(&inside);
    }
    in_pieces(incoming.read(), READ, |done| goes_on((size as usize).saturating_add(done))).await.map(Ok)
}
