//! What `ayni check` found, as text for people and as one JSON object for programs.

use super::say::{count, plain};
use super::view::number;
use crate::exchange::Note;
use crate::log::{DeviceId, Rejected, canonical};
use crate::record::{RecordId, Value};
use std::io::{self, Write};

/// Each file, in the order in which they were named, and all of them together.
pub struct Report {
    pub files: Vec<Outcome>,
    pub whole: Whole,
}

/// One file: what it gave, or why it was refused.
pub struct Outcome {
    pub name: String,
    pub found: Result<Found, String>,
}

/// What one file gave, compared with the files before it.
pub struct Found {
    pub by: String,
    pub at: String,
    pub device: Option<DeviceId>,
    /// Changes and stubs that proved themselves.
    pub changes: usize,
    pub new: usize,
    /// Line and reason of each text that did not.
    pub damaged: Vec<(usize, Rejected)>,
    pub notes: Vec<Note>,
    /// Photos in this file.
    pub photos: usize,
    /// Photos that its changes name and that are in no file so far.
    pub photos_missing: usize,
    /// Fields that are in conflict since this file.
    pub conflicts: usize,
    /// Fields that are in conflict no more since this file.
    pub decided: usize,
    /// Devices that are seen to be two since this file, with the `seq` (M8).
    pub forks: Vec<(DeviceId, i64)>,
}

/// All files together.
pub struct Whole {
    pub changes: usize,
    /// Changes of which only the place is left (M6).
    pub erased: usize,
    pub records: usize,
    pub binned: usize,
    /// Distinct damaged texts.
    pub quarantined: usize,
    pub photos: usize,
    /// The hashes of those that changes name and no file has.
    pub photos_missing: Vec<String>,
    /// Record, field and number of values.
    pub conflicts: Vec<(RecordId, String, usize)>,
    pub forks: Vec<(DeviceId, i64)>,
}

impl Found {
    /// Nothing of it is damaged, cut off or other than its trailer says.
    fn is_whole(&self) -> bool {
        self.damaged.is_empty() && self.notes.is_empty()
    }
}

impl Report {
    /// Nothing is damaged and nothing was refused.
    pub fn is_sound(&self) -> bool {
        self.files.iter().all(|file| file.found.as_ref().is_ok_and(Found::is_whole))
    }

    pub fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        for file in &self.files {
            match &file.found {
                Ok(found) => write_file(out, &file.name, found)?,
                Err(reason) => writeln!(out, "{}: refused: {reason}", file.name)?,
            }
        }
        self.whole.write_text(out, self.files.len())
    }

    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let files = self.files.iter().map(Outcome::value).collect();
        let report = Value::map([("all", self.whole.value()), ("files", Value::List(files))]);
        writeln!(out, "{}", canonical(&report))
    }
}

fn write_file(out: &mut dyn Write, name: &str, found: &Found) -> io::Result<()> {
    writeln!(out, "{name}: {}", if found.is_whole() { "whole" } else { "not whole" })?;
    let device = found.device.as_ref().map(|device| [" on ", device.as_str()].concat()).unwrap_or_default();
    if !found.at.is_empty() {
        writeln!(out, "  made by {} at {}{device}", plain(&found.by), plain(&found.at))?;
    }
    let changes = count(found.changes, "change");
    writeln!(out, "  {changes}: {} new, {} known already", found.new, found.changes - found.new)?;
    for (line, reason) in &found.damaged {
        writeln!(out, "  in quarantine, line {line}: {}", plain(&reason.to_string()))?;
    }
    for note in &found.notes {
        writeln!(out, "  {}", said(*note))?;
    }
    if found.photos + found.photos_missing > 0 {
        writeln!(out, "  {}, {} missing", count(found.photos, "photo"), found.photos_missing)?;
    }
    if found.conflicts + found.decided > 0 {
        writeln!(out, "  {} in conflict, {} decided", count(found.conflicts, "field"), found.decided)?;
    }
    write_forks(out, &found.forks)
}

fn write_forks(out: &mut dyn Write, forks: &[(DeviceId, i64)]) -> io::Result<()> {
    forks
        .iter()
        .try_for_each(|(device, seq)| writeln!(out, "  {device} wrote its change {seq} twice: cloned or restored"))
}

impl Whole {
    fn write_text(&self, out: &mut dyn Write, files: usize) -> io::Result<()> {
        let changes = [count(self.changes, "change"), count(self.records, "record")].join(" of ");
        writeln!(out, "in all, {}: {changes}, {} binned", count(files, "file"), self.binned)?;
        for (number, what) in [(self.erased, "erased change"), (self.quarantined, "damaged text")] {
            if number > 0 {
                writeln!(out, "  {}", count(number, what))?;
            }
        }
        if self.photos + self.photos_missing.len() > 0 {
            writeln!(out, "  {}, {} missing", count(self.photos, "photo"), self.photos_missing.len())?;
        }
        for (record, field, values) in &self.conflicts {
            writeln!(out, "  in conflict: {record} {field}, {values} values")?;
        }
        write_forks(out, &self.forks)
    }

    fn value(&self) -> Value {
        let conflict = |(record, field, values): &(RecordId, String, usize)| {
            Value::map([
                ("field", field.as_str().into()),
                ("record", record.as_str().into()),
                ("values", number(*values)),
            ])
        };
        let missing = self.photos_missing.iter().map(|hash| hash.as_str().into()).collect();
        Value::map([
            ("binned", number(self.binned)),
            ("changes", number(self.changes)),
            ("conflicts", Value::List(self.conflicts.iter().map(conflict).collect())),
            ("erased", number(self.erased)),
            ("forks", forks(&self.forks)),
            ("photos", Value::map([("held", number(self.photos)), ("missing", Value::List(missing))])),
            ("quarantined", number(self.quarantined)),
            ("records", number(self.records)),
        ])
    }
}

impl Outcome {
    fn value(&self) -> Value {
        let found = match &self.found {
            Ok(found) => found,
            Err(reason) => {
                return Value::map([("name", self.name.as_str().into()), ("refused", reason.as_str().into())]);
            }
        };
        let text = |(line, reason): &(usize, Rejected)| {
            Value::map([("line", number(*line)), ("reason", reason.to_string().into())])
        };
        let device = found.device.as_ref().map_or(Value::Null, |device| device.as_str().into());
        let made = [("at", found.at.as_str().into()), ("by", found.by.as_str().into()), ("device", device)];
        let notes = found.notes.iter().map(|note| word(*note).into()).collect();
        Value::map([
            ("changes", number(found.changes)),
            ("conflicts", number(found.conflicts)),
            ("decided", number(found.decided)),
            ("forks", forks(&found.forks)),
            ("known", number(found.changes - found.new)),
            ("made", Value::map(made)),
            ("name", self.name.as_str().into()),
            ("new", number(found.new)),
            ("notes", Value::List(notes)),
            ("photos", Value::map([("held", number(found.photos)), ("missing", number(found.photos_missing))])),
            ("quarantine", Value::List(found.damaged.iter().map(text).collect())),
            ("whole", found.is_whole().into()),
        ])
    }
}

fn forks(forks: &[(DeviceId, i64)]) -> Value {
    let fork = |(device, seq): &(DeviceId, i64)| Value::List(vec![device.as_str().into(), (*seq).into()]);
    Value::List(forks.iter().map(fork).collect())
}

/// A note as a sentence.
fn said(note: Note) -> String {
    let text = match note {
        Note::CutOff => "the end is missing: the file was cut off",
        Note::TrailerDiffers => "the numbers at the end do not fit what is in the file",
        Note::RecordsEdited => "somebody edited `records` by hand; that part is never merged",
        Note::VersionUnclear => "the version is missing or odd; it was read as version 1",
        Note::PhotosNotTaken(photos) => return [&count(photos, "photo"), " not looked at"].concat(),
    };
    text.to_owned()
}

/// A note as one word.
fn word(note: Note) -> &'static str {
    match note {
        Note::CutOff => "cut_off",
        Note::TrailerDiffers => "trailer_differs",
        Note::RecordsEdited => "records_edited",
        Note::VersionUnclear => "version_unclear",
        Note::PhotosNotTaken(_) => "photos_not_taken",
    }
}
