//! Saving everything as a file; with many photos it is several (F6).

use super::loading::Outcome;
use crate::exchange::{Contains, Made, Photo, Writing, file_name};
use crate::storage::{HeldPhoto, PhotoStore};
use crate::ui::browser;
use crate::ui::desk::Desk;
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

/// Counts the photos that records name.
pub async fn bundle(desk: Desk) -> Bundle {
    let held = held(desk).await;
    let notebook = desk.notebook.peek();
    let named = notebook.log.attachments();
    let go = held.iter().filter(|photo| named.contains(photo.sha256.as_str()));
    let sizes: Vec<u64> = go.map(|photo| u64::try_from(photo.size).unwrap_or_default()).collect();
    Bundle { count: sizes.len(), bytes: sizes.iter().sum(), missing: named.len().saturating_sub(sizes.len()) }
}

/// Where the photos can not be read, the file is written without them, and says which are missing.
async fn held(desk: Desk) -> Vec<HeldPhoto> {
    match desk.photo_store().await {
        Ok(store) => store.held().await.unwrap_or_default(),
        Err(_) => Vec::new(),
    }
}

/// Hands everything to the person, as one file or as several parts.
pub async fn save_file(desk: Desk) -> Outcome {
    let not_made = || Outcome::Failed(desk.words().errors.file_not_made.on(desk.device_word()));
    let Some(device) = desk.device() else { return not_made() };
    let (now, by) = (browser::now(), desk.settings.peek().name.clone());
    let at = now.rfc3339();
    let made = Made { at: &at, by: &by, device: &device };
    let mut held = held(desk).await;
    let files = loop {
        match write(desk, &made, &held).await {
            Ok(files) => break files,
            // A photo that can not be read any more must not be promised by the other parts.
            Err(NotWritten::Unreadable(name)) => held.retain(|photo| photo.sha256 != name),
            Err(NotWritten::Refused) => return not_made(),
        }
    };
    let of = files.len();
    for (number, file) in (1..).zip(&files) {
        if browser::download_file(&file_name(&by, &device, &now.date(), (number, of)), file).is_none() {
            return not_made();
        }
        // Some browsers take only one file at a time.
        browser::breathe().await;
    }
    let name = file_name(&by, &device, &now.date(), (1, of));
    // Only a reminder; where settings are not kept, the file is there all the same.
    let _ = desk.change_settings(|settings| settings.last_file_at = at);
    Outcome::FileSaved(name, of)
}

enum NotWritten {
    /// The name of a photo that is not what it was.
    Unreadable(String),
    /// The browser takes no more.
    Refused,
}

/// All parts, one after another, so that the photos of one are in memory at a time.
async fn write(desk: Desk, made: &Made<'_>, held: &[HeldPhoto]) -> Result<Vec<Blob>, NotWritten> {
    let notebook = desk.notebook.peek();
    let writing = Writing::new(&notebook.log, held.iter().map(|photo| (photo.sha256.as_str(), photo.size)));
    let mut files = Vec::new();
    for (number, names) in (1..).zip(&writing.parts) {
        let mut photos: Vec<Photo> = Vec::new();
        for name in names {
            photos.push(read(desk, name).await.ok_or_else(|| NotWritten::Unreadable((*name).to_owned()))?);
        }
        let text = writing.part(made, Contains::Everything, number, photos.iter().collect());
        files.push(browser::text_file(&text).ok_or(NotWritten::Refused)?);
    }
    Ok(files)
}

async fn read(desk: Desk, name: &str) -> Option<Photo> {
    let bytes = desk.photo_store().await.ok()?.photo(name).await.ok()??;
    Photo::by_content(bytes).ok()
}
