//! Making files: all parts ahead, so that they can be handed out at a tap; saving and sharing them.

use crate::app::peers::Peer;
use crate::app::sending::{Sent, What, contains, name_for_sharing, rounds};
use crate::exchange::{Made, Photo, Public, Writing, file_name};
use crate::i18n::Trouble;
use crate::storage::{HeldPhoto, PhotoStore};
use crate::ui::browser;
use crate::ui::browser::sealing;
use crate::ui::browser::sharing::{self, NotShared};
use crate::ui::desk::Desk;
use leptos::__reexports::send_wrapper::SendWrapper;
use std::ops::Range;
use std::sync::Arc;
use web_sys::Blob;

/// The photos that a file will hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    pub count: usize,
    /// Their bytes, before they are written as text.
    pub bytes: u64,
    /// Named by a record, and not held here.
    pub missing: usize,
}

/// Counts the photos that would go.
pub async fn bundle(desk: Desk, what: What) -> Bundle {
    if what == What::Public {
        return Bundle::default();
    }
    let held = held(desk).await;
    let peer = peer(desk, what);
    let notebook = desk.notebook.peek();
    let photos = held.iter().map(|photo| (photo.sha256.as_str(), photo.size));
    let go = Writing::new(&notebook.log, contains(peer.as_ref()), photos).parts.concat();
    let named = notebook.log.attachments();
    let size = |name: &str| held.iter().find(|photo| photo.sha256 == name).map_or(0, |photo| photo.size);
    let bytes = go.iter().map(|name| u64::try_from(size(name)).unwrap_or_default()).sum();
    let missing = named.iter().filter(|name| !held.iter().any(|photo| photo.sha256 == **name)).count();
    Bundle { count: go.len(), bytes, missing }
}

/// Where the photos can not be read, the file is written without them, and says which are missing.
async fn held(desk: Desk) -> Vec<HeldPhoto> {
    match desk.photo_store().await {
        Ok(store) => store.held().await.unwrap_or_default(),
        Err(_) => Vec::new(),
    }
}

fn peer(desk: Desk, what: What) -> Option<Peer> {
    match what {
        What::LackedBy(device) => desk.settings.peek().peers.of(&device).cloned(),
        _ => None,
    }
}

/// Files that are ready to be handed out.
pub struct Parcel {
    files: SendWrapper<Vec<(String, Blob)>>,
    /// When they were made, RFC 3339.
    at: String,
    records: usize,
    pub bytes: u64,
    /// How much was held then: more has come since if it is no longer so.
    pub held: usize,
    /// Which files go into which share.
    pub rounds: Vec<Range<usize>>,
}

impl Parcel {
    /// The name of the first file, and how many there are.
    pub fn named(&self) -> (String, usize) {
        (self.files.first().map(|(name, _)| name.clone()).unwrap_or_default(), self.files.len())
    }

    fn sent(&self, is_shared: bool) -> Sent {
        Sent { at: self.at.clone(), records: self.records, bytes: self.bytes, is_shared }
    }
}

/// Makes the files, protected where there is a passphrase (section 7).
pub async fn prepare(desk: Desk, what: What, passphrase: &str) -> Result<Arc<Parcel>, Trouble> {
    let not_made = || desk.words().errors.file_not_made.on(desk.device_word());
    let device = desk.device().ok_or_else(not_made)?;
    let (now, by) = (browser::now(), desk.settings.peek().name.clone());
    let at = now.rfc3339();
    let made = Made { at: &at, by: &by, device: &device };
    let held = desk.notebook.peek().log.len();
    let (texts, records) = match what {
        What::Public => {
            let public = Public::of(&desk.notebook.peek().log);
            let text = file_of(&public.write(&made), "").await.ok_or_else(not_made)?;
            (vec![text], public.visits.saturating_add(public.sessions))
        }
        _ => {
            let peer = peer(desk, what);
            let records = {
                let notebook = desk.notebook.peek();
                peer.as_ref().map_or_else(|| notebook.recorded(), |peer| notebook.records_lacked_by(peer))
            };
            (write_all(desk, &made, peer.as_ref(), passphrase).await.ok_or_else(not_made)?, records)
        }
    };
    let who = if what == What::Public { desk.words().sending().public_file } else { by.as_str() };
    let of = texts.len();
    let name = |number| file_name(who, &device, &now.date(), (number, of));
    let files: Vec<(String, Blob)> = (1..).zip(texts).map(|(number, text)| (name(number), text)).collect();
    // Whole numbers far below 2^53; the cast saturates.
    let sizes: Vec<u64> = files.iter().map(|(_, text)| text.size().max(0.0) as u64).collect();
    let (bytes, rounds) = (sizes.iter().sum(), rounds(&sizes));
    Ok(Arc::new(Parcel { files: SendWrapper::new(files), at, records, bytes, held, rounds }))
}

/// Hands all files to the person.
pub async fn save(desk: Desk, parcel: &Parcel) -> Result<(), Trouble> {
    for (name, file) in parcel.files.iter() {
        if browser::download_file(name, file).is_none() {
            return Err(desk.words().errors.file_not_made.on(desk.device_word()));
        }
        // Some browsers take only one file at a time.
        browser::breathe().await;
    }
    note_sent(desk, parcel.sent(false));
    Ok(())
}

/// Opens the share sheet with the files of a round.
pub async fn share(desk: Desk, parcel: &Parcel, round: usize) -> Result<(), NotShared> {
    let which = parcel.rounds.get(round).cloned().ok_or(NotShared::Refused)?;
    let files = parcel.files.get(which).ok_or(NotShared::Refused)?;
    let files: Vec<(String, Blob)> = files.iter().map(|(name, file)| (name_for_sharing(name), file.clone())).collect();
    sharing::share(&files).await?;
    if round.saturating_add(1) >= parcel.rounds.len() {
        note_sent(desk, parcel.sent(true));
    }
    Ok(())
}

/// Only a reminder; where settings are not kept, the file is there all the same.
fn note_sent(desk: Desk, sent: Sent) {
    let _ = desk.change_settings(|settings| {
        settings.last_file_at = sent.at.clone();
        sent.note(&mut settings.sent);
    });
}

enum NotWritten {
    /// The name of a photo that is not what it was.
    Unreadable(String),
    /// The browser takes no more.
    Refused,
}

async fn write_all(desk: Desk, made: &Made<'_>, peer: Option<&Peer>, passphrase: &str) -> Option<Vec<Blob>> {
    let mut held = held(desk).await;
    loop {
        match write(desk, made, peer, &held, passphrase).await {
            Ok(files) => return Some(files),
            // A photo that can not be read any more must not be promised by the other parts.
            Err(NotWritten::Unreadable(name)) => held.retain(|photo| photo.sha256 != name),
            Err(NotWritten::Refused) => return None,
        }
    }
}

/// All parts, one after another, so that the photos of one are in memory at a time.
async fn write(
    desk: Desk,
    made: &Made<'_>,
    peer: Option<&Peer>,
    held: &[HeldPhoto],
    passphrase: &str,
) -> Result<Vec<Blob>, NotWritten> {
    let notebook = desk.notebook.peek();
    let photos = held.iter().map(|photo| (photo.sha256.as_str(), photo.size));
    let writing = Writing::new(&notebook.log, contains(peer), photos);
    let mut files = Vec::new();
    for (number, names) in (1..).zip(&writing.parts) {
        let mut photos: Vec<Photo> = Vec::new();
        for name in names {
            photos.push(read(desk, name).await.ok_or_else(|| NotWritten::Unreadable((*name).to_owned()))?);
        }
        let text = writing.part(made, number, photos.iter().collect());
        files.push(file_of(&text, passphrase).await.ok_or(NotWritten::Refused)?);
        browser::breathe().await;
    }
    Ok(files)
}

async fn file_of(text: &str, passphrase: &str) -> Option<Blob> {
    if passphrase.is_empty() {
        return browser::text_file(text);
    }
    browser::text_file(&sealing::seal(text.as_bytes(), passphrase).await?)
}

async fn read(desk: Desk, name: &str) -> Option<Photo> {
    let bytes = desk.photo_store().await.ok()?.photo(name).await.ok()??;
    Photo::by_content(bytes).ok()
}
