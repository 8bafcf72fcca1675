//! Photos in a form, on the page of a record, and those that nothing names any more.

use super::{Form, Notebook};
use crate::insight::joins::with_joined;
use crate::log::{DeviceId, Log};
use crate::record::{Choice, Draft, Field, Kind, RecordId, Value};
use crate::storage::HeldPhoto;
use std::collections::BTreeSet;

/// How long a photo that nothing names is left in peace: it may belong to a form that is open in another tab. A week, in
/// milliseconds.
const PATIENCE_MS: u64 = 7 * 24 * 60 * 60 * 1000;

/// A photo in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormPhoto {
    pub record: RecordId,
    /// In hex: the name of its bytes.
    pub attachment: String,
    /// Taken out with the next Save; until then it can be put back.
    pub is_removed: bool,
}

impl Form {
    /// The photos in the form, in the order they were added.
    pub fn photos(&self) -> Vec<FormPhoto> {
        let photos = self.drafts.iter().filter(|draft| is_photo(draft));
        let photo = |draft: &Draft| FormPhoto {
            record: draft.record.clone(),
            attachment: draft.fields.text(Field::Attachment).to_owned(),
            is_removed: is_removed(draft),
        };
        photos.map(photo).collect()
    }

    /// Adds a photo that is stored already. The same one again is put back if it was taken out, else nothing changes.
    pub fn add_photo(&mut self, record: RecordId, attachment: &str, taken_on: &str) {
        let same = |draft: &&mut Draft| is_photo(draft) && draft.fields.text(Field::Attachment) == attachment;
        if let Some(held) = self.drafts.iter_mut().find(same) {
            held.fields.set(Field::Trashed, Value::Null);
        } else if let Some(of) = self.key() {
            let draft = photo_draft(record, of, attachment, taken_on);
            self.drafts.push(draft);
        }
    }

    /// The text of a field of the photo at this place, counted from 0 as [`Form::photos`] gives them.
    pub fn photo_text(&self, place: usize, field: Field) -> &str {
        let photo = self.drafts.iter().filter(|draft| is_photo(draft)).nth(place);
        photo.map_or("", |draft| draft.fields.text(field))
    }

    pub fn set_photo(&mut self, place: usize, field: Field, value: impl Into<Value>) {
        if let Some(draft) = self.drafts.iter_mut().filter(|draft| is_photo(draft)).nth(place) {
            draft.fields.set(field, value);
        }
    }

    /// Takes a photo out, or puts it back. One that was saved before goes into the bin with the next Save (M5). The others
    /// keep their places.
    pub fn remove_photo(&mut self, place: usize, is_removed: bool) {
        self.set_photo(place, Field::Trashed, if is_removed { Value::Bool(true) } else { Value::Null });
    }
}

fn is_photo(draft: &Draft) -> bool {
    draft.record.kind() == Some(Kind::Photo)
}

fn is_removed(draft: &Draft) -> bool {
    draft.fields.get(Field::Trashed) == Some(&Value::Bool(true))
}

/// A photo that was taken out before it was ever saved: nothing is written of it.
pub(super) fn is_dropped_photo(draft: &Draft) -> bool {
    is_photo(draft) && draft.is_new() && is_removed(draft)
}

/// A new photo of a visit or a session. Nobody was asked for consent yet.
pub fn photo_draft(record: RecordId, of: &RecordId, attachment: &str, taken_on: &str) -> Draft {
    let mut draft = Draft::new(record);
    draft.fields.set(Field::Of, of.as_str());
    draft.fields.set(Field::Attachment, attachment);
    draft.fields.set(Field::TakenOn, taken_on);
    draft.fields.set(Field::Consent, Choice::Unknown.name());
    draft
}

/// The photos of a record that are not in the bin, as drafts.
pub(super) fn drafts_of_photos(notebook: &Notebook, of: &RecordId) -> Vec<Draft> {
    let shown = own_photos(notebook, of).into_iter().filter(|photo| !photo.is_binned);
    shown.map(|photo| notebook.draft(&photo.record)).collect()
}

/// A photo on the page of its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPhoto {
    pub record: RecordId,
    /// In hex.
    pub attachment: String,
    /// What it shows; empty if nobody wrote it.
    pub caption: String,
    pub consent: Option<Choice>,
    pub is_binned: bool,
    /// Who has it for certain: the device that wrote it.
    pub by: Option<DeviceId>,
}

/// The photos of a visit or a session and of those that were joined into it, each oldest first, with those in the bin.
pub fn photos_of(notebook: &Notebook, of: &RecordId) -> Vec<ShownPhoto> {
    let mut photos = Vec::new();
    for of in &with_joined(&notebook.log, of) {
        photos.extend(own_photos(notebook, of));
    }
    photos
}

fn own_photos(notebook: &Notebook, of: &RecordId) -> Vec<ShownPhoto> {
    let shown = |record: RecordId| {
        let view = notebook.log.record(&record)?;
        let fields = view.fields();
        Some(ShownPhoto {
            attachment: fields.text(Field::Attachment).to_owned(),
            caption: fields.text(Field::Caption).trim().to_owned(),
            consent: fields.choice(Field::Consent),
            is_binned: view.is_binned(),
            by: view.first().map(|change| *change.device()),
            record,
        })
    };
    notebook.referring(Kind::Photo, Field::Of, of).into_iter().filter_map(shown).collect()
}

/// The draft whose Save puts a photo into the bin, or takes it back (M5).
pub fn bin_photo(notebook: &Notebook, photo: &RecordId, is_binned: bool) -> Draft {
    let mut draft = notebook.draft(photo);
    draft.fields.set(Field::Trashed, Value::Bool(is_binned));
    draft
}

/// The photos that may be swept away: chosen on this device more than a week ago, and neither named by a change nor by a
/// form in progress. One that came in a file stays: the changes that name it may be in another part (F6).
pub fn forgotten_photos(log: &Log, held: &[HeldPhoto], in_forms: &BTreeSet<String>, now_ms: u64) -> Vec<String> {
    let is_old = |photo: &&HeldPhoto| photo.made_at > 0 && photo.made_at.saturating_add(PATIENCE_MS) < now_ms;
    let old: Vec<&HeldPhoto> = held.iter().filter(is_old).collect();
    if old.is_empty() {
        return Vec::new();
    }
    let named = log.attachments();
    let is_free = |photo: &&HeldPhoto| !named.contains(photo.sha256.as_str()) && !in_forms.contains(&photo.sha256);
    old.into_iter().filter(is_free).map(|photo| photo.sha256.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;
    use crate::log::{Entry, sha256_hex};
    use crate::record::gather;
    use crate::storage::Writer;

    const NOW: Now = Now { ms: 1_795_525_882_000, offset_minutes: -300 };

    fn record(kind: Kind, rid: &str) -> RecordId {
        RecordId::new(kind, rid).expect("a fitting name")
    }

    fn phone() -> DeviceId {
        DeviceId::parse("k3v9q2m7x1").expect("ten characters")
    }

    /// Saves drafts as a phone does; the writer goes along.
    fn save(notebook: &mut Notebook, writer: &mut Writer, drafts: &[Draft]) {
        let changes = notebook.changes_for(drafts, &phone(), writer, NOW).expect("changes");
        *writer = writer.after(&phone(), &changes).expect("they follow on");
        changes.into_iter().for_each(|change| notebook.accept(Entry::from(change), &phone(), NOW));
    }

    fn form_with_photos(names: &[&str]) -> Form {
        let mut form = Form::new_visit(record(Kind::Visit, "v"), NOW);
        for name in names {
            form.add_photo(record(Kind::Photo, name), &sha256_hex(name.as_bytes()), "2026-11-24");
        }
        form
    }

    #[test]
    fn photos_are_saved_with_the_note_and_found_on_its_page() {
        let mut form = form_with_photos(&["a", "b"]);
        form.set_photo(0, Field::Caption, "La planta");
        form.set_photo(0, Field::Consent, Choice::Given.name());
        let form = Form::from_value(form.to_value()).expect("a killed tab keeps it");
        let (mut notebook, mut writer) = (Notebook::default(), Writer::default());
        save(&mut notebook, &mut writer, &form.to_save(""));
        let shown = photos_of(&notebook, &record(Kind::Visit, "v"));
        let told: Vec<_> = shown.iter().map(|photo| (photo.caption.as_str(), photo.consent, photo.by)).collect();
        let expected = [("La planta", Some(Choice::Given), Some(phone())), ("", Some(Choice::Unknown), Some(phone()))];
        assert_eq!(told, expected);
        assert_eq!(notebook.log.attachments().len(), 2);
        assert_eq!(form.missing().iter().filter(|(kind, _)| *kind == Kind::Photo).count(), 0);
    }

    #[test]
    fn the_same_photo_is_added_once_and_comes_back_if_it_was_taken_out() {
        let mut form = form_with_photos(&["a"]);
        let first = record(Kind::Photo, "a");
        form.remove_photo(0, true);
        assert!(form.photos().iter().all(|photo| photo.is_removed));
        form.add_photo(record(Kind::Photo, "again"), &sha256_hex(b"a"), "");
        assert_eq!(form.photos().len(), 1);
        assert!(form.photos().iter().all(|photo| !photo.is_removed && photo.record == first));
    }

    #[test]
    fn a_photo_that_was_taken_out_before_it_was_saved_leaves_no_trace() {
        let mut form = form_with_photos(&["a", "b"]);
        form.remove_photo(0, true);
        let saved = form.to_save("");
        assert!(!saved.iter().any(|draft| draft.record == record(Kind::Photo, "a")));
        assert!(saved.iter().any(|draft| draft.record == record(Kind::Photo, "b")));
    }

    #[test]
    fn a_saved_photo_goes_into_the_bin_and_can_be_taken_back() {
        let (mut notebook, mut writer) = (Notebook::default(), Writer::default());
        save(&mut notebook, &mut writer, &form_with_photos(&["a"]).to_save(""));
        let (visit, photo) = (record(Kind::Visit, "v"), record(Kind::Photo, "a"));
        let mut form = Form::edit(&notebook, &visit).expect("it is there");
        assert_eq!(form.photos().len(), 1);
        form.remove_photo(0, true);
        save(&mut notebook, &mut writer, &form.to_save(""));
        let is_binned = |notebook: &Notebook| photos_of(notebook, &visit).iter().all(|photo| photo.is_binned);
        assert!(is_binned(&notebook));
        assert_eq!(Form::edit(&notebook, &visit).expect("it is there").photos(), []);
        let back = bin_photo(&notebook, &photo, false);
        save(&mut notebook, &mut writer, &[back]);
        assert!(!is_binned(&notebook));
        let again = bin_photo(&notebook, &photo, true);
        save(&mut notebook, &mut writer, &[again]);
        assert!(is_binned(&notebook));
    }

    #[test]
    fn a_photo_is_swept_away_only_when_nothing_can_name_it_any_more() {
        let (mut notebook, mut writer) = (Notebook::default(), Writer::default());
        save(&mut notebook, &mut writer, &form_with_photos(&["named"]).to_save(""));
        let old = NOW.ms - PATIENCE_MS - 1;
        let check = |name: &str, made_at: u64, expected: bool| {
            let held = [HeldPhoto { sha256: sha256_hex(name.as_bytes()), size: 1, made_at }];
            let in_forms = gather::set([sha256_hex(b"in a form")]);
            let swept = forgotten_photos(&notebook.log, &held, &in_forms, NOW.ms);
            assert_eq!(!swept.is_empty(), expected, "{name}");
        };
        check("forgotten", old, true);
        check("forgotten today", NOW.ms - 1000, false);
        check("named", old, false);
        check("in a form", old, false);
        check("from a file", 0, false);
        check("of a clock that went ahead", NOW.ms + PATIENCE_MS, false);
    }
}
