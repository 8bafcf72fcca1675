//! Loading files: read all, check all, show what would change, then write everything or nothing (I1).

use super::locked::{Question, opened};
use super::taking_back;
use crate::exchange::{
    Counts, FileReport, MAX_BYTES, Parcel, Preview, Refused, Whole, acknowledge, photos_not_there, preview_holding,
    read_with_photos,
};
use crate::i18n::Trouble;
use crate::log::{DeviceId, Entry};
use crate::record::gather;
use crate::storage::{Import, LogStore, NewPhoto, PhotoError, PhotoStore, Quarantined};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::shared::Shared;
use std::sync::Arc;
use web_sys::File;

/// Where loading stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// With how the last thing ended, if anything did.
    Idle(Option<Outcome>),
    /// So many files are being read.
    Reading(usize),
    /// One of them is protected.
    Locked(Arc<Question>),
    /// Behind a pointer: whoever looks at where loading stands need not copy what was found.
    Preview(Arc<Preview>),
    /// The same for texts that could not be read before.
    Again(Arc<Preview>, Arc<Vec<Quarantined>>),
}

impl Default for Loading {
    fn default() -> Self {
        Loading::Idle(None)
    }
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

/// Reads the files and shows what they would change. Nothing is written.
pub async fn read_files(desk: Desk, state: Shared<Loading>, files: Vec<File>) {
    state.set(Loading::Reading(files.len()));
    let mut parcels: Vec<(String, Result<Parcel, Refused>)> = Vec::new();
    let mut whole = Vec::new();
    let mut passphrase = String::new();
    for file in files {
        // Lets the screen follow between two files.
        browser::breathe().await;
        // Refused by its size before memory is spent (I3); sizes are whole numbers far below 2^53.
        if file.size() > MAX_BYTES as f64 {
            parcels.push((file.name(), Err(Refused::TooBig)));
            continue;
        }
        let Some(bytes) = browser::read_file(&file).await else {
            let told = desk.words().errors.file_not_opened.on(desk.device_word());
            state.set(Loading::Idle(Some(Outcome::Failed(told))));
            return;
        };
        let bytes = opened(state, &file.name(), bytes, &mut passphrase).await;
        let parcel = read_with_photos(&bytes);
        if let Err(Refused::NewerVersion(version)) = parcel {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            whole.push(Whole { name: file.name(), version, text });
        }
        parcels.push((file.name(), parcel));
    }
    // Where it can not be found out, photos are kept again, which does no harm.
    let _ = desk.see_photos().await;
    let held = desk.photos.held.peek_value().unwrap_or_default();
    let found = {
        let notebook = desk.notebook.peek();
        Preview { whole, ..preview_holding(&notebook.log, held, parcels) }
    };
    let all_whole =
        found.files.iter().all(|file| file.content.as_ref().is_ok_and(|content| content.counts.damaged == 0));
    if found.entries.is_empty() && found.photos.is_empty() && all_whole {
        // Nothing to accept; a confirmation alone changes no record. What it says of the others is not taken back with an
        // earlier load.
        desk.remember_load(None);
        let confirmed = confirm(desk, &found);
        state.set(Loading::Idle(Some(Outcome::NothingNew { confirmed })));
    } else {
        state.set(Loading::Preview(Arc::new(found)));
    }
}

/// Writes what the preview showed: the photos, then the records in one transaction. A photo that no record names is not
/// shown anywhere, so nothing of an import is seen before all of it is there; where it does not come so far, the photos go
/// again.
pub async fn accept(desk: Desk, state: Shared<Loading>, found: Arc<Preview>, reread: Arc<Vec<Quarantined>>) {
    let damaged = |file: &FileReport| -> Vec<Quarantined> {
        let damaged = file.content.iter().flat_map(|content| &content.damaged);
        damaged
            .map(|damaged| Quarantined {
                file: file.name.clone(),
                line: damaged.line,
                reason: damaged.reason.to_string(),
                text: damaged.text.clone(),
            })
            .collect()
    };
    let newer = found.whole.iter().map(|whole| Quarantined {
        file: whole.name.clone(),
        line: 1,
        reason: ["version ", &whole.version.to_string(), " of the format"].concat(),
        text: whole.text.clone(),
    });
    let quarantined = found.files.iter().flat_map(damaged).chain(newer).collect();
    let import = Import {
        lines: found.entries.iter().map(Entry::line).collect(),
        quarantined,
        erased: found.erases.clone(),
        reread: reread.to_vec(),
    };
    let way_back = taking_back::begin(desk, &import, &found).await;
    let mut written = None;
    let named_before = desk.notebook.peek().log.attachments().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let kept = match keep_photos(desk, &found).await {
        Ok(()) => match desk.store().import(&import).await {
            Ok(Some(row)) => {
                written = Some(row);
                desk.take_in(row, found.entries.clone()).await
            }
            Ok(None) => desk.refresh().await,
            Err(error) => Err(error),
        }
        .map_err(PhotoError::from),
        Err(error) => Err(error),
    };
    let gone: Vec<String> = match &kept {
        Ok(()) if found.erases.is_empty() => Vec::new(),
        // M6: what only erased changes named.
        Ok(()) => {
            let notebook = desk.notebook.peek();
            let named = notebook.log.attachments();
            named_before.into_iter().filter(|name| !named.contains(name.as_str())).collect()
        }
        Err(_) => found.photos.iter().map(|photo| photo.sha256.clone()).collect(),
    };
    // What can not be taken away is seen nowhere.
    let _ = remove_photos(desk, &gone).await;
    desk.tell_tabs();
    taking_back::remember(desk, way_back.filter(|_| kept.is_ok()), written);
    let outcome = match kept {
        Err(_) => Outcome::Failed(desk.words().errors.not_joined.on(desk.device_word())),
        Ok(()) => Outcome::Joined {
            changes: found.total.new,
            files: found.files.iter().filter(|file| file.content.is_ok()).count(),
            counts: found.total,
            confirmed: confirm(desk, &found),
        },
    };
    state.set(Loading::Idle(Some(outcome)));
}

/// Keeps the photos of the files, all of them or none.
async fn keep_photos(desk: Desk, found: &Preview) -> Result<(), PhotoError> {
    if found.photos.is_empty() {
        return Ok(());
    }
    let photos = found.photos.iter().map(|photo| NewPhoto {
        sha256: &photo.sha256,
        bytes: &photo.bytes,
        thumbnail: &[],
        made_at: 0,
    });
    let photos: Vec<NewPhoto> = photos.collect();
    desk.room_for_photos().await?;
    desk.photo_store().await?.keep(&photos).await
}

/// Photos that a form names stay.
pub(super) async fn remove_photos(desk: Desk, names: &[String]) -> Result<(), PhotoError> {
    if !names.is_empty() {
        let in_forms = desk.kept_forms().unwrap_or_default();
        let in_forms = gather::set(in_forms.iter().flat_map(|form| form.photos()).map(|photo| photo.attachment));
        let free: Vec<String> = names.iter().filter(|name| !in_forms.contains(*name)).cloned().collect();
        desk.photo_store().await?.remove(&free).await?;
    }
    desk.see_photos().await
}

/// Takes note of what the makers of the files say they hold (F4). Returns how many records are safe that were not.
fn confirm(desk: Desk, found: &Preview) -> usize {
    let Some(own) = desk.device() else { return 0 };
    let mut safe = desk.notebook.peek().safe.clone();
    let mut photos = desk.notebook.peek().photos_not_there.clone();
    let mut by = None;
    note_peers(desk, found, &own);
    for content in found.files.iter().filter_map(|file| file.content.as_ref().ok()) {
        let there = photos_not_there(&mut photos, &safe, &content.header, &own, &desk.notebook.peek().log);
        let safer = acknowledge(&mut safe, &content.header, &own, &desk.notebook.peek().log);
        if there || safer {
            by = Some(content.header.by.clone());
        }
    }
    // What is open is counted over the whole log: only where it can have changed.
    let Some(by) = by else { return 0 };
    let open = || desk.notebook.peek().not_safe().records;
    let before = open();
    desk.notebook.update(|notebook| {
        notebook.safe = safe.clone();
        notebook.photos_not_there = photos.clone();
    });
    // Where it is not kept, records count as not safe again: the careful side.
    let _ = desk.change_settings(|settings| {
        settings.safe = safe;
        settings.photos_not_there = photos;
        settings.last_confirmed_at = browser::now().rfc3339();
        settings.last_confirmed_by = by;
    });
    before.saturating_sub(open())
}

/// Remembers of each maker what that one holds, for files that need not carry it again.
fn note_peers(desk: Desk, found: &Preview, own: &DeviceId) {
    let mut peers = desk.settings.peek().peers.clone();
    for content in found.files.iter().filter_map(|file| file.content.as_ref().ok()) {
        peers.note(&content.header, own, &desk.notebook.peek().log);
    }
    if peers != desk.settings.peek().peers {
        // Where it is not kept, the next file for them carries everything.
        let _ = desk.change_settings(|settings| settings.peers = peers);
    }
}
