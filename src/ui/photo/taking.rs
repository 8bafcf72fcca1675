//! Taking what a person chose, one photo after another, while they go on writing.
//!
//! A photo is stored as soon as it is made, and the draft names it then: a killed tab loses none that was called stored. Where
//! the form was left or saved meanwhile, the photo goes where the note went.

use super::held::photo_error;
use super::scale::{Scaled, scale};
use crate::app::original::NotAPhoto;
use crate::app::{Now, photo_draft};
use crate::i18n::Trouble;
use crate::record::{Kind, RecordId};
use crate::storage::{NewPhoto, PhotoStore};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::parts::trouble::store_error;
use web_sys::File;

/// What is being stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The record whose photo is in work; nothing when all is done.
    pub of: Option<RecordId>,
    /// Photos that were begun, and all that were chosen since there was nothing to do.
    pub begun: usize,
    pub all: usize,
    /// What could not be stored, with the record it was for.
    pub troubles: Vec<(RecordId, Trouble)>,
}

/// Files that wait.
#[derive(Default)]
pub struct Queue {
    files: Vec<(RecordId, File)>,
    is_running: bool,
}

/// Takes these files as photos of a record.
pub fn take(desk: Desk, of: &RecordId, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    let is_running = {
        let mut queue = desk.photos.queue.borrow_mut();
        desk.photos.work.update(|work| {
            work.all += files.len();
            work.troubles.retain(|(record, _)| record != of);
        });
        queue.files.extend(files.into_iter().map(|file| (of.clone(), file)));
        std::mem::replace(&mut queue.is_running, true)
    };
    if !is_running {
        leptos::task::spawn_local(work_off(desk));
    }
}

async fn work_off(desk: Desk) {
    loop {
        let next = {
            let mut queue = desk.photos.queue.borrow_mut();
            (!queue.files.is_empty()).then(|| queue.files.remove(0))
        };
        let Some((of, file)) = next else { break };
        desk.photos.work.update(|work| {
            work.of = Some(of.clone());
            work.begun += 1;
        });
        // The screen shows how far it is before the next one begins.
        browser::breathe().await;
        if let Err(trouble) = take_one(desk, &of, &file).await {
            desk.photos.work.update(|work| work.troubles.push((of, trouble)));
        }
    }
    desk.photos.queue.borrow_mut().is_running = false;
    desk.photos.work.update(|work| {
        work.of = None;
        (work.begun, work.all) = (0, 0);
    });
    desk.see_room().await;
}

async fn take_one(desk: Desk, of: &RecordId, file: &File) -> Result<(), Trouble> {
    let name = file.name();
    let made = scale(file).await.map_err(|why| not_a_photo(desk, why, &name))?;
    let Scaled { photo, thumbnail, taken_on } = made;
    let now = browser::now();
    let new = NewPhoto { sha256: &photo.sha256, bytes: &photo.bytes, thumbnail: &thumbnail, made_at: now.ms };
    let keep = async {
        desk.room_for_photos().await?;
        desk.photo_store().await?.keep(&[new]).await
    };
    keep.await.map_err(|error| photo_error(desk, &error, &name))?;
    desk.photos.held.update(|held| {
        held.get_or_insert_default().insert(photo.sha256.clone());
    });
    // What the camera did not write down, the file system may know.
    let changed = Now { ms: file.last_modified().max(0.0) as u64, ..now };
    let taken_on = if taken_on.is_empty() { changed.date() } else { taken_on };
    hand_over(desk, of, &photo.sha256, &taken_on).await
}

/// Gives a stored photo to the form on the screen, else to the draft, else to the record that the form became.
async fn hand_over(desk: Desk, of: &RecordId, sha256: &str, taken_on: &str) -> Result<(), Trouble> {
    let Some(record) = desk.new_record(Kind::Photo) else { return Ok(()) };
    // A Save that is on its way decides which of the three it is.
    while desk.photos.open_form(of).is_some_and(|filling| filling.is_saving.peek_value()) {
        browser::breathe().await;
    }
    if let Some(filling) = desk.photos.open_form(of) {
        filling.edit(|form| form.add_photo(record, sha256, taken_on));
        return Ok(());
    }
    if let Some(mut form) = desk.kept_form(of) {
        form.add_photo(record, sha256, taken_on);
        // What was kept before is untouched; the photo is stored and can be chosen again.
        let _ = desk.keep(&form);
        return Ok(());
    }
    // A form that was given up needs no photo.
    if desk.notebook.peek().log.record(of).is_none() {
        return Ok(());
    }
    let draft = photo_draft(record, of, sha256, taken_on);
    desk.save(vec![draft]).await.map_err(|error| store_error(desk, &error))
}

fn not_a_photo(desk: Desk, why: NotAPhoto, name: &str) -> Trouble {
    let errors = &desk.words().photos().errors;
    let tell = match why {
        NotAPhoto::Empty => errors.empty,
        NotAPhoto::OtherContent => errors.other_content,
        NotAPhoto::TooManyBytes => errors.too_many_bytes,
        NotAPhoto::TooManyPixels => errors.too_many_pixels,
        NotAPhoto::Broken => errors.broken,
        NotAPhoto::Heic => errors.heic,
        NotAPhoto::Blank => errors.blank,
    };
    tell.with(desk.device_word(), &[name])
}
