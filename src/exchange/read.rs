//! Reading a file: every change in it that proves itself, and the reason for each that does not (I2, M2).

use super::photo::{self, Photo};
use super::salvage::salvage;
use super::sections::{Sections, count_changes, pass};
use super::sniff::{Refused, by_first_bytes, without_changes};
use super::{MAX_BYTES, MAX_CHANGES, VERSION};
use crate::log::{ChangeId, DeviceId, Entry, Hashing, Have, Mark, Rejected, canonical, sha256_hex};
use crate::record::json::{Reader, read_up_to};
use crate::record::pace::{Pace, Steps};
use crate::record::{Value, gather};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The least bytes that a change or stub takes: only a file of more can hold too many.
const LEAST_LINE: usize = 90;

/// Values that a readable copy may hold and still be compared with its trailer.
const MAX_COPY_VALUES: usize = 4_000_000;

/// Bytes that are looked at or hashed before the work may be put down.
const AT_ONCE: usize = 1 << 18;

/// What may stand before a text, and is no part of it.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Lines at which the object of a file is looked for behind the text of a letter.
const MAX_TRIES: usize = 16;

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    pub header: Header,
    /// Changes and stubs, as often as they stand in the file.
    pub entries: Vec<Entry>,
    pub damaged: Vec<Damaged>,
    /// Photos in the file; empty unless they were asked for.
    pub photos: Vec<Photo>,
    pub notes: Vec<Note>,
}

/// Who made the file, when, and how far they held whose changes. All of it may be missing from a damaged file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub by: String,
    /// RFC 3339 as written; empty if unknown.
    pub at: String,
    pub device: Option<DeviceId>,
    pub have: Have,
    /// Hashes of photos that the maker does not hold (F4).
    pub missing: Vec<String>,
}

/// A text that should be a change and is not; it goes to quarantine, whole (M2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Line of the file, from 1.
    pub line: usize,
    pub text: String,
    pub reason: Rejected,
}

/// What the person should know about a file that was read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The end is missing: the file was cut off (I2).
    CutOff,
    /// The numbers or hashes at the end do not fit what stands in the file (F5).
    TrailerDiffers,
    /// Somebody edited the readable part by hand; it is not merged (F2).
    RecordsEdited,
    /// `version` is missing or odd and was read as 1 (I2).
    VersionUnclear,
    /// Photos are in the file that were not asked for; ask for the file again later.
    PhotosNotTaken(usize),
}

/// Reads a file from its bytes. An error means that nothing in it can be used (I7).
pub fn read(bytes: &[u8]) -> Result<Parcel, Refused> {
    read_with(bytes, |_| None)
}

/// The same, with the photos, each checked before anything else is done with it (I6).
pub fn read_with_photos(bytes: &[u8]) -> Result<Parcel, Refused> {
    read_with(bytes, |text| Some(photo::read(text)))
}

/// What becomes of one photo in a file: nothing where it is only counted. A function, so that who takes none does not carry
/// the checks.
pub(super) type Take = fn(&str) -> Option<Result<Photo, Rejected>>;

fn read_with(bytes: &[u8], take: Take) -> Result<Parcel, Refused> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > MAX_BYTES) {
        return Err(Refused::TooBig);
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if let Some(refused) = by_first_bytes(bytes) {
        return Err(refused);
    }
    let valid = std::str::from_utf8(bytes);
    let valid_utf8 = valid.is_ok();
    let text = valid.map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    Steps::new(|pace| read_text(&text, valid_utf8, take, pace)).finish()
}

/// Reads the text of a file.
pub(super) async fn read_text(text: &str, valid_utf8: bool, take: Take, pace: Pace) -> Result<Parcel, Refused> {
    let may_be_many = text.len() > MAX_CHANGES.saturating_mul(LEAST_LINE);
    if may_be_many && count_changes(text, &pace).await.is_some_and(|n| n > MAX_CHANGES) {
        return Err(Refused::TooBig);
    }
    let sections = sections_of(text, &pace).await;
    check_kind(&sections)?;
    if sections.entries.len().saturating_add(sections.damaged.len()) > MAX_CHANGES {
        return Err(Refused::TooBig);
    }
    if !sections.is_ours() {
        return Err(without_changes(text, is_any_json(text, &pace).await, valid_utf8));
    }
    Ok(parcel(text, sections, take, &pace).await)
}

/// The object of the file, wherever it stands; else what can be saved from it.
async fn sections_of<'a>(text: &'a str, pace: &Pace) -> Sections<'a> {
    let mut sealed = None;
    for start in objects(text).take(MAX_TRIES) {
        let Ok((mut sections, end)) = Sections::read(text, start, pace).await else { continue };
        if sections.is_ours() {
            // A letter may go on behind the file, or hold a second one.
            let around = [text.get(..start), text.get(end..)].map(Option::unwrap_or_default);
            for part in around.into_iter().filter(|part| part.contains("\"by\"")) {
                let other = salvage(part, pace).await;
                sections.entries.extend(other.entries);
                sections.damaged.extend(other.damaged);
                sections.photos.extend(other.photos);
            }
            return sections;
        }
        if sections.is_sealed() {
            sealed = sealed.or(Some(sections));
        }
    }
    let saved = salvage(text, pace).await;
    // A protected file can only be told what it is, unless there is something else beside it.
    sealed.filter(|_| !saved.is_ours()).unwrap_or(saved)
}

/// Where a line begins with an object.
fn objects(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start + line.len() - line.trim_start().len(), line.trim_start().starts_with('{'))
    });
    lines.filter(|(_, is_object)| *is_object).map(|(start, _)| start)
}

async fn parcel(text: &str, sections: Sections<'_>, take: Take, pace: &Pace) -> Parcel {
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut damaged = Vec::new();
    for (text, reason) in &sections.damaged {
        damaged.push(Damaged { line: lines.of(text, pace).await, text: (*text).to_owned(), reason: reason.clone() });
    }
    let mut photos = Vec::new();
    let mut left = 0;
    for raw in &sections.photos {
        match take(raw) {
            None => left += 1,
            Some(Ok(photo)) => photos.push(photo),
            Some(Err(reason)) => {
                damaged.push(Damaged { line: lines.of(raw, pace).await, text: (*raw).to_owned(), reason });
            }
        }
        pace.spend(raw.len()).await;
    }
    let notes = notes(&sections, &photos, left, damaged.is_empty(), pace).await;
    Parcel { header: header(&sections), entries: sections.entries, damaged, photos, notes }
}

async fn is_any_json(text: &str, pace: &Pace) -> bool {
    let mut reader = Reader::new(text);
    let is_value = pass(&mut reader, &mut |_, _| {}, pace).await.is_ok();
    reader.skip_space();
    is_value && reader.at() == text.len()
}

/// The line, from 1, on which a part of the text begins. Asked in order, it looks at the text once.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    async fn of(&mut self, part: &str, pace: &Pace) -> usize {
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        if start < self.at {
            (self.at, self.line) = (0, 1);
        }
        let passed = self.text.as_bytes().get(self.at..start).unwrap_or_default();
        for passed in passed.chunks(AT_ONCE) {
            self.line += passed.iter().filter(|byte| **byte == b'\n').count();
            pace.spend(passed.len()).await;
        }
        self.at = start;
        self.line
    }
}

fn check_kind(sections: &Sections) -> Result<(), Refused> {
    if sections.is_sealed() {
        return Err(Refused::Sealed);
    }
    if sections.text("format") != Some("ayni-export") {
        return Ok(());
    }
    match sections.int("version") {
        Some(version) if version > VERSION => Err(Refused::NewerVersion(version)),
        _ if sections.text("contains") == Some("records") => Err(Refused::ForReading),
        _ => Ok(()),
    }
}

fn header(sections: &Sections) -> Header {
    let made = sections.members.get("made");
    let made = |name: &str| made.and_then(|made| made.member(name)).and_then(Value::as_text);
    let missing = sections.members.get("missing").and_then(Value::as_list).unwrap_or_default();
    Header {
        by: made("by").unwrap_or_default().to_owned(),
        at: made("at").unwrap_or_default().to_owned(),
        device: made("device").and_then(DeviceId::parse),
        have: sections.members.get("have").map(read_have).unwrap_or_default(),
        missing: missing.iter().filter_map(Value::as_text).map(str::to_owned).collect(),
    }
}

async fn notes(sections: &Sections<'_>, photos: &[Photo], left: usize, is_undamaged: bool, pace: &Pace) -> Vec<Note> {
    let mut notes = Vec::new();
    match sections.members.get("end") {
        None => notes.push(Note::CutOff),
        Some(end) => {
            let says = |name: &str| end.member(name).and_then(Value::as_text);
            // Photos take part in the hash: a file that has some can not be checked by who leaves them.
            if is_undamaged && left == 0 {
                let fits = says("sha256") == Some(&trailer(&sections.entries, photos, pace).await);
                notes.extend((!fits).then_some(Note::TrailerDiffers));
            }
            let edited = match sections.records {
                Some(records) => !is_copy(records, says("records"), pace).await,
                None => true,
            };
            notes.extend(edited.then_some(Note::RecordsEdited));
        }
    }
    if sections.int("version") != Some(VERSION) {
        notes.push(Note::VersionUnclear);
    }
    if left > 0 {
        notes.push(Note::PhotosNotTaken(left));
    }
    notes
}

/// F5: what the trailer of a file of these changes and photos says.
async fn trailer(entries: &[Entry], photos: &[Photo], pace: &Pace) -> String {
    let mut ids = BTreeSet::new();
    for entry in entries {
        ids.insert(entry.id());
        pace.spend(1).await;
    }
    let mut hashing = Hashing::default();
    for id in &ids {
        hashing.add(id.as_str().as_bytes());
        hashing.add(b"\n");
        pace.spend(1).await;
    }
    for hash in gather::set(photos.iter().map(|photo| photo.sha256.as_str())) {
        hashing.add(hash.as_bytes());
        hashing.add(b"\n");
    }
    hashing.hex()
}

/// Whether the readable copy is the one that its trailer was made of (F5).
async fn is_copy(records: &str, hash: Option<&str>, pace: &Pace) -> bool {
    let mut hashing = Hashing::default();
    for part in records.as_bytes().chunks(AT_ONCE) {
        hashing.add(part);
        pace.spend(part.len()).await;
    }
    // As it was written it is canonical; only after re-indentation it has to be read.
    hash == Some(&hashing.hex())
        || read_up_to(records, MAX_COPY_VALUES)
            .is_ok_and(|records| hash == Some(&sha256_hex(canonical(&records).as_bytes())))
}

/// F4: entries that are not of their form are left out; they can only vouch for less.
fn read_have(value: &Value) -> Have {
    let Value::Map(devices) = value else { return Have::new() };
    let mark = |entry: &Value| {
        Some(Mark { seq: entry.member("seq")?.as_int()?, tip: ChangeId::parse(entry.member("tip")?.as_text()?)? })
    };
    gather::map(devices.iter().filter_map(|(device, entry)| Some((DeviceId::parse(device)?, mark(entry)?))))
}
