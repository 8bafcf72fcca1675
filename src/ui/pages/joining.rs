//! Taking in what the preview showed.

use super::loading::{Found, Load, Loading, Outcome, Stage, read_files};
use super::quarantine::read_again;
use super::taking_back;
use crate::exchange::{FileReport, Preview, acknowledge, photos_not_there};
use crate::log::{DeviceId, Entry};
use crate::record::gather;
use crate::storage::{Import, LogStore, NewPhoto, PhotoError, PhotoStore, Quarantined};
use crate::ui::browser;
use crate::ui::desk::Desk;
use std::sync::Arc;

/// Writes what the preview showed: the photos, then the records in one transaction. A photo that no record names is not
/// shown anywhere, so nothing of an import is seen before all of it is there; where it does not come so far, the photos go
/// again.
///
/// Where something was written since it was compared, it is compared anew and shown again instead.
pub async fn accept(load: Load, all: Arc<Found>) {
    let desk = load.desk;
    // Another tab may have written without a word having come here.
    let _ = desk.refresh().await;
    if desk.rows_seen() != all.rows_seen {
        return match all.reread.is_empty() {
            true => read_files(load, all.files.to_vec(), true).await,
            false => read_again(desk, load).await,
        };
    }
    load.show(Stage::Writing, 0, 1);
    load.set(Loading::Working);
    let found = &all.preview;
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
        reread: all.reread.clone(),
    };
    let way_back = taking_back::begin(desk, &import, found).await;
    let mut written = None;
    let named_before: Vec<String> = match found.erases.is_empty() {
        true => Vec::new(),
        false => desk.notebook.peek().log.attachments().into_iter().map(str::to_owned).collect(),
    };
    let kept = match keep_photos(desk, found).await {
        Ok(()) => match desk.store().import(&import).await {
            Ok(Some(last)) => {
                written = Some(last);
                let tell = |done: usize| load.show(Stage::Joining, done, found.entries.len());
                desk.take_in_slowly((import.row_count(), last), &found.entries, tell).await
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
            confirmed: confirm(desk, found).await,
        },
    };
    // The page shows it: counted now, it is there when the page is drawn.
    desk.count_not_safe().await;
    load.end(outcome);
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
pub async fn remove_photos(desk: Desk, names: &[String]) -> Result<(), PhotoError> {
    if !names.is_empty() {
        let in_forms = desk.kept_forms().unwrap_or_default();
        let in_forms = gather::set(in_forms.iter().flat_map(|form| form.photos()).map(|photo| photo.attachment));
        let free: Vec<String> = names.iter().filter(|name| !in_forms.contains(*name)).cloned().collect();
        desk.photo_store().await?.remove(&free).await?;
    }
    desk.see_photos().await
}

/// Takes note of what the makers of the files say they hold (F4). Returns how many records are safe that were not.
pub async fn confirm(desk: Desk, found: &Preview) -> usize {
    let Some(own) = desk.device() else { return 0 };
    let mut safe = desk.notebook.peek().safe.clone();
    let mut photos = desk.notebook.peek().photos_not_there.clone();
    let mut by = None;
    note_peers(desk, found, &own);
    // Each of these goes over the whole log: the screen gets its turn in between.
    for content in found.files.iter().filter_map(|file| file.content.as_ref().ok()) {
        let there = photos_not_there(&mut photos, &safe, &content.header, &own, &desk.notebook.peek().log);
        let safer = acknowledge(&mut safe, &content.header, &own, &desk.notebook.peek().log);
        if there || safer {
            by = Some(content.header.by.clone());
        }
        browser::breathe().await;
    }
    // What is open is counted over the whole log: only where it can have changed.
    let Some(by) = by else { return 0 };
    let before = desk.count_not_safe().await.records;
    browser::breathe().await;
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
    browser::breathe().await;
    let after = desk.count_not_safe().await.records;
    browser::breathe().await;
    before.saturating_sub(after)
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
