//! Writing a file (F1–F7).

use super::{Photo, VERSION};
use crate::log::{Change, DeviceId, Entry, Have, Log, Mark, canonical, canonical_object, sha256_hex};
use crate::record::{Field, Map, Value, gather};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Who makes the file, when.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// RFC 3339 with offset.
    pub at: &'a str,
    /// The name the device goes by: a team, a role or a person.
    pub by: &'a str,
    pub device: &'a DeviceId,
}

/// Which changes go into a file (F3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contains<'a> {
    Everything,
    /// What a receiver who holds this much lacks, who asks for these photos of it.
    NewSince(&'a Have, &'a [String]),
}

/// Characters of base64 that the photos of one part may have (F6): 20 MB.
pub const MAX_PART: usize = 20_000_000;

const ABOUT: &str = "Field-visit records. 'records' is for people and spreadsheets; 'changes' is what programs merge.";

/// A file with everything the set holds, without photos.
pub fn write(log: &Log, made: &Made) -> String {
    Writing::new(log, Contains::Everything, std::iter::empty()).part(made, 1, Vec::new())
}

/// The parts of a file, one text each; as a rule there is one. Part 1 holds all changes, and each part can be read alone
/// (F6). Of photos that were erased or that no change names none goes out.
pub fn write_parts(log: &Log, made: &Made, contains: Contains, photos: &[Photo]) -> Vec<String> {
    let held = photos.iter().map(|photo| (photo.sha256.as_str(), photo.bytes.len()));
    let writing = Writing::new(log, contains, held);
    let of =
        |names: &Vec<&str>| names.iter().filter_map(|name| photos.iter().find(|photo| photo.sha256 == *name)).collect();
    (1..).zip(&writing.parts).map(|(number, names)| writing.part(made, number, of(names))).collect()
}

/// A file that is written part by part, so that not all photos have to be in memory at once.
#[derive(Debug)]
pub struct Writing<'a> {
    log: &'a Log,
    contains: Contains<'a>,
    held: BTreeSet<&'a str>,
    /// The names of the photos of each part; there is always a first one.
    pub parts: Vec<Vec<&'a str>>,
}

impl<'a> Writing<'a> {
    /// Shares out the photos that are held, each by its name and its size in bytes. Where only what is new goes, these are
    /// the photos that it names, and those that the receiver asks for.
    pub fn new(log: &'a Log, contains: Contains<'a>, photos: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let named = log.attachments();
        let mut goes = gather::set({
            let goes = choice(log, contains);
            let chosen = log.changes_with_photo().filter(move |change| goes(change.device(), change.seq()));
            chosen.filter_map(Change::attachment)
        });
        if let Contains::NewSince(_, asked) = contains {
            goes.extend(asked.iter().map(String::as_str));
        }
        let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
        let mut held = BTreeSet::new();
        let mut room = MAX_PART;
        for (name, size) in photos.filter(|(name, _)| named.contains(name)) {
            held.insert(name);
            if !goes.contains(name) {
                continue;
            }
            let size = size.div_ceil(3).saturating_mul(4);
            let is_first = parts.last().is_none_or(Vec::is_empty);
            match room.checked_sub(size) {
                Some(left) => room = left,
                None if is_first => room = 0,
                None => {
                    room = MAX_PART.saturating_sub(size);
                    parts.push(Vec::new());
                }
            }
            parts.last_mut().into_iter().for_each(|part| part.push(name));
        }
        Writing { log, contains, held, parts }
    }

    /// The text of a part, counted from 1, with the photos that belong into it. Each change stands on a line of its own, byte for
    /// byte as it is kept (C3, F1).
    pub fn part(&self, made: &Made, number: usize, photos: Vec<&Photo>) -> String {
        let log = self.log;
        let entries = if number == 1 { in_order(chosen(log, self.contains)) } else { Vec::new() };
        // The parts of one file share the name of what the set holds.
        let set = trailer_hash(log.entries(), std::iter::empty());
        let missing = log.attachments().into_iter().filter(|hash| !self.held.contains(hash));
        sheet(&Sheet {
            made,
            contains: match self.contains {
                Contains::Everything => ("everything", None),
                Contains::NewSince(since, _) => ("new", Some(since)),
            },
            have: &log.have(),
            missing: missing.map(Value::from).collect(),
            part: (set.get(..6).unwrap_or_default(), number, self.parts.len()),
            records: records(log),
            entries,
            photos,
        })
    }
}

/// What stands in a file of section 4.
pub(super) struct Sheet<'a> {
    pub made: &'a Made<'a>,
    /// The word of F3, and since when.
    pub contains: (&'a str, Option<&'a Have>),
    pub have: &'a Have,
    pub missing: Vec<Value>,
    /// The name of all parts together, which one this is, of how many.
    pub part: (&'a str, usize, usize),
    pub records: Map<Value>,
    pub entries: Vec<&'a Entry>,
    pub photos: Vec<&'a Photo>,
}

/// The text of a file.
pub(super) fn sheet(sheet: &Sheet) -> String {
    let Sheet { made, have, entries, photos, .. } = sheet;
    let hash = trailer_hash(entries.iter().copied(), photos.iter().map(|photo| photo.sha256.as_str()));
    let records = canonical_object(&sheet.records);
    let int = |number: usize| Value::Int(i64::try_from(number).unwrap_or_default());
    let made = Value::map([
        ("app", env!("CARGO_PKG_VERSION").into()),
        ("at", made.at.into()),
        ("by", made.by.into()),
        ("device", made.device.as_str().into()),
    ]);
    let (set, number, of) = sheet.part;
    let part = [("number", int(number)), ("of", int(of)), ("set", set.into())];
    let end = Value::map([
        ("attachments", int(photos.len())),
        ("changes", int(entries.len())),
        ("records", sha256_hex(records.as_bytes()).into()),
        ("sha256", hash.into()),
    ]);
    let mut out = String::from("{\n");
    let mut section = |name: &str, json: &str, after: &str| out.extend(["\"", name, "\":", json, after]);
    section("format", "\"ayni-export\"", ",");
    section("version", &VERSION.to_string(), ",\n");
    section("about", &canonical(&ABOUT.into()), ",\n");
    section("made", &canonical(&made), ",\n");
    let (contains, since) = sheet.contains;
    section("contains", &canonical(&contains.into()), if since.is_some() { "," } else { ",\n" });
    if let Some(since) = since {
        section("since", &canonical(&have_value(since)), ",\n");
    }
    section("have", &canonical(&have_value(have)), ",\n");
    section("missing", &canonical(&sheet.missing.clone().into()), ",\n");
    section("part", &canonical(&Value::map(part)), ",\n");
    section("records", &records, ",\n");
    drop(records);
    lines(&mut out, "changes", entries.iter().map(|entry| entry.line()));
    lines(&mut out, "attachments", photos.iter().map(|photo| photo.line()));
    out.extend(["\"end\":", &canonical(&end), "\n}\n"]);
    out
}

fn lines<L: AsRef<str>>(out: &mut String, name: &str, lines: impl Iterator<Item = L>) {
    out.extend(["\"", name, "\":["]);
    let mut before = "\n";
    for line in lines {
        out.extend([before, line.as_ref()]);
        before = ",\n";
    }
    out.push_str("\n],\n");
}

/// What goes out.
fn chosen<'a>(log: &'a Log, contains: Contains) -> impl Iterator<Item = &'a Entry> + use<'a> {
    let goes = choice(log, contains);
    log.entries().filter(move |entry| goes(entry.device(), entry.seq()))
}

/// Whether a change goes along, by whose it is and its `seq`.
fn choice(log: &Log, contains: Contains) -> impl Fn(&DeviceId, i64) -> bool + use<> {
    // A mark that names another change than ours, or that goes beyond a fork, leaves open what is held: then all of that
    // device goes along.
    let known: BTreeMap<DeviceId, i64> = match contains {
        Contains::Everything => BTreeMap::new(),
        Contains::NewSince(since, _) => {
            let agreed = since.iter().filter(|(device, mark)| log.agrees(device, mark));
            gather::map(agreed.map(|(device, mark)| (*device, mark.seq)))
        }
    };
    move |device, seq| known.get(device).is_none_or(|known| seq > *known)
}

/// Oldest first; stubs, which have no time, before it all.
fn in_order<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let order = |a: &&Entry, b: &&Entry| match (a.change(), b.change()) {
        (Some(a), Some(b)) => (a.tick(), a.id()).cmp(&(b.tick(), b.id())),
        (None, None) => a.id().cmp(&b.id()),
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
    };
    gather::ordered(entries.collect(), order)
}

/// F5: SHA-256 over the sorted ids of changes and stubs, each followed by a line feed, then the sorted hashes of photos.
pub(super) fn trailer_hash<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    photos: impl Iterator<Item = &'a str>,
) -> String {
    let mut ids = String::new();
    gather::set(entries.map(Entry::id)).iter().for_each(|id| ids.extend([id.as_str(), "\n"]));
    gather::set(photos).into_iter().for_each(|hash| ids.extend([hash, "\n"]));
    sha256_hex(ids.as_bytes())
}

/// F4: a version vector as it stands in a file.
pub fn have_value(have: &Have) -> Value {
    let entry = |mark: &Mark| Value::map([("seq", mark.seq.into()), ("tip", mark.tip.as_str().into())]);
    Value::Map(have.iter().map(|(device, mark)| (device.as_str().to_owned(), entry(mark))).collect())
}

/// F2: the view at the time of export, plain, one list per kind; records in the bin are left out.
fn records(log: &Log) -> Map<Value> {
    let mut kinds: Map<Vec<Value>> = Map::new();
    for record in log.records() {
        if record.is_binned() {
            continue;
        }
        let mut fields = record.fields();
        fields.0.remove(Field::Trashed.name());
        fields.0.insert("id".to_owned(), record.id().rid().into());
        match kinds.get_mut(record.id().kind_name()) {
            Some(records) => records.push(Value::Map(fields.0)),
            None => kinds.insert(record.id().kind_name().to_owned(), vec![Value::Map(fields.0)]),
        }
    }
    kinds.into_iter().map(|(kind, records)| (kind, Value::List(records))).collect()
}

/// F7: `ayni-<name or device>-<date>.json`, of several parts `-n-of-m` before the ending. The name is made fit for every
/// file system; `date` is `YYYY-MM-DD`.
pub fn file_name(name: &str, device: &DeviceId, date: &str, (number, of): (usize, usize)) -> String {
    let mut plain = String::new();
    for c in crate::record::text::fold(name).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => plain.push(c),
            _ if plain.is_empty() || plain.ends_with('-') || plain.len() >= 40 => {}
            _ => plain.push('-'),
        }
    }
    let plain = plain.trim_end_matches('-');
    let who = if plain.is_empty() { device.as_str() } else { plain };
    let part = if of > 1 { format!("-{number}-of-{of}") } else { String::new() };
    format!("ayni-{who}-{date}{part}.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f7_the_file_is_named_after_who_made_it_and_when() {
        let device = DeviceId::parse("k3v9q2m7x1").expect("ten characters");
        let check = |name: &str, expected: &str| assert_eq!(file_name(name, &device, "2026-11-24", (1, 1)), expected);
        check("Equipo Íntag / Ñuñoa", "ayni-equipo-intag-nunoa-2026-11-24.json");
        check("", "ayni-k3v9q2m7x1-2026-11-24.json");
        check("🌽 ..", "ayni-k3v9q2m7x1-2026-11-24.json");
        assert_eq!(file_name("", &device, "2026-11-24", (2, 3)), "ayni-k3v9q2m7x1-2026-11-24-2-of-3.json");
    }
}
