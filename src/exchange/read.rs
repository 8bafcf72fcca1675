//! Reading a file: every change in it that proves itself, and the reason for each that does not (I2, M2).

use super::sniff::{Refused, by_first_bytes, without_changes};
use super::write::ids_of;
use super::{MAX_BYTES, MAX_CHANGES, VERSION};
use crate::log::{Change, ChangeId, DeviceId, Have, Mark, Rejected, canonical, sha256_hex};
use crate::record::{Map, Value, gather};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    pub header: Header,
    pub changes: Vec<Change>,
    pub damaged: Vec<Damaged>,
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
    /// Photos are in the file that this version can not keep; ask for the file again later.
    PhotosNotTaken(usize),
}

/// Reads a file from its bytes. An error means that nothing in it can be used (I7).
pub fn read(bytes: &[u8]) -> Result<Parcel, Refused> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > MAX_BYTES) {
        return Err(Refused::TooBig);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(refused) = by_first_bytes(bytes) {
        return Err(refused);
    }
    let text = String::from_utf8_lossy(bytes);
    let valid_utf8 = matches!(text, std::borrow::Cow::Borrowed(_));
    let whole: Option<Sections> = serde_json::from_str(text.trim()).ok();
    let is_json = whole.is_some();
    let sections = whole.unwrap_or_else(|| Sections::salvage(&text));
    sections.check_kind()?;

    let mut parcel = Parcel { header: sections.header(), ..Parcel::default() };
    for raw in &sections.changes {
        match Change::read(raw) {
            Ok(change) => parcel.changes.push(change),
            Err(reason) => {
                parcel.damaged.push(Damaged { line: line_of(&text, raw), text: (*raw).to_owned(), reason });
            }
        }
    }
    let ours = sections.members.get("format").and_then(Value::as_text) == Some("ayni-export");
    if parcel.changes.is_empty() && !(ours && is_json && parcel.damaged.is_empty()) {
        return Err(without_changes(&text, is_json || is_any_json(&text), valid_utf8));
    }
    parcel.notes = sections.notes(&parcel);
    Ok(parcel)
}

fn is_any_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text.trim()).is_ok()
}

/// The line, from 1, on which a part of the text begins.
fn line_of(text: &str, part: &str) -> usize {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    1 + text.as_bytes().iter().take(start).filter(|b| **b == b'\n').count()
}

/// The members of a file: the texts of the changes, and everything else as values.
#[derive(Default)]
struct Sections<'a> {
    changes: Vec<&'a str>,
    photos: usize,
    members: Map<Value>,
}

impl<'a> Sections<'a> {
    /// What can be told from the lines of a file that is not whole JSON any more: each change stands on a line of its own.
    fn salvage(text: &'a str) -> Self {
        let mut sections = Sections::default();
        for line in text.lines() {
            let line = line.trim().trim_end_matches(',').trim_end();
            if line.starts_with('{') && line.contains("\"tick\"") {
                sections.changes.push(line);
            } else if line.starts_with('"')
                && let Ok(Value::Map(members)) = serde_json::from_str(&["{", line, "}"].concat())
            {
                members.into_iter().for_each(|(name, value)| sections.members.insert(name, value));
            }
        }
        sections
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.members.get(member).and_then(Value::as_text)
    }

    fn check_kind(&self) -> Result<(), Refused> {
        match self.text("format") {
            Some("ayni-sealed") => return Err(Refused::Sealed),
            Some("ayni-export") => {}
            _ => return Ok(()),
        }
        if self.changes.len() > MAX_CHANGES {
            return Err(Refused::TooBig);
        }
        match self.members.get("version").and_then(Value::as_int) {
            Some(version) if version > VERSION => Err(Refused::NewerVersion(version)),
            _ if self.text("contains") == Some("records") => Err(Refused::ForReading),
            _ => Ok(()),
        }
    }

    fn header(&self) -> Header {
        let made = |name: &str| self.members.get("made").and_then(|made| made.member(name)).and_then(Value::as_text);
        Header {
            by: made("by").unwrap_or_default().to_owned(),
            at: made("at").unwrap_or_default().to_owned(),
            device: made("device").and_then(DeviceId::parse),
            have: self.members.get("have").map(read_have).unwrap_or_default(),
        }
    }

    fn notes(&self, parcel: &Parcel) -> Vec<Note> {
        let mut notes = Vec::new();
        match self.members.get("end") {
            None => notes.push(Note::CutOff),
            Some(end) => {
                let stated = end.member("sha256").and_then(Value::as_text);
                if parcel.damaged.is_empty() && stated != Some(&sha256_hex(ids_of(parcel.changes.iter()).as_bytes())) {
                    // Photos take part in this hash; a file that has some can not be checked by what is read here.
                    notes.extend((self.photos == 0).then_some(Note::TrailerDiffers));
                }
                let records = self.members.get("records").map(|records| sha256_hex(canonical(records).as_bytes()));
                if end.member("records").and_then(Value::as_text) != records.as_deref() {
                    notes.push(Note::RecordsEdited);
                }
            }
        }
        if self.members.get("version").and_then(Value::as_int) != Some(VERSION) {
            notes.push(Note::VersionUnclear);
        }
        if self.photos > 0 {
            notes.push(Note::PhotosNotTaken(self.photos));
        }
        notes
    }
}

/// F4: entries that are not of their form are left out; they can only vouch for less.
fn read_have(value: &Value) -> Have {
    let Value::Map(devices) = value else { return Have::new() };
    let mark = |entry: &Value| {
        Some(Mark { seq: entry.member("seq")?.as_int()?, tip: ChangeId::parse(entry.member("tip")?.as_text()?)? })
    };
    gather::map(devices.iter().filter_map(|(device, entry)| Some((DeviceId::parse(device)?, mark(entry)?))))
}

impl<'de> Deserialize<'de> for Sections<'de> {
    /// All sections found are read, in any order, also twice (I2).
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Sections<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sections<'de>, A::Error> {
                let mut sections = Sections::default();
                while let Some(name) = map.next_key::<String>()? {
                    let raw: &RawValue = map.next_value()?;
                    match name.as_str() {
                        "changes" => match serde_json::from_str::<Vec<&RawValue>>(raw.get()) {
                            Ok(changes) => sections.changes.extend(changes.into_iter().map(RawValue::get)),
                            Err(error) => return Err(serde::de::Error::custom(error)),
                        },
                        "attachments" => {
                            sections.photos +=
                                serde_json::from_str::<Vec<IgnoredAny>>(raw.get()).map_or(0, |all| all.len());
                        }
                        _ => {
                            if let Ok(value) = serde_json::from_str(raw.get()) {
                                sections.members.insert(name, value);
                            }
                        }
                    }
                }
                Ok(sections)
            }
        }
        deserializer.deserialize_map(Members)
    }
}
