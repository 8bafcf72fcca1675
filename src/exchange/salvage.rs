//! What can be saved from a file that is no whole JSON: cut off, damaged, quoted in a letter (I2).
//!
//! 1. From every `{` on, one object is read, of any depth. What is none is gone into, behind its `{`; what is one is taken
//!    as a whole and never looked into, so nothing inside an undamaged object is ever taken for a change. Text inside a change has its
//!    quotes escaped, so it never reads as an object by itself.
//! 2. An object that proves itself as a change, or has the form of a stub or a photo, is taken. One that has members of a
//!    change and does not prove itself is one damaged text. One that is a file by itself is read as one.
//! 3. A member of the header is read where its name begins a line or follows the one before it. Damaged `records` are passed over as
//!    far as they go: up to the next section or the first full change, only what begins a line counts.
//! 4. What is left between two that were taken is damaged where it looks like a change: line by line, and where an
//!    object was spread over several lines, these together.

mod left;

use super::sections::{Sections, is_like_change, pass};
use crate::log::{Entry, Rejected};
use crate::record::Value;
use crate::record::json::{MAX_LEVELS, MAX_VALUES, Reader};
use crate::record::pace::Pace;
use left::Left;
use std::collections::BTreeMap;

/// What a header may be made of.
const HEADER: [&str; 9] = ["format", "version", "about", "made", "contains", "have", "missing", "part", "end"];

/// However a text is made, it is read over in vain no more than so many times, or than so many bytes of a short one.
const MAX_TIMES: usize = 64;
const MIN_EFFORT: usize = 50_000_000;

/// Finds what is undamaged in a text of any form.
pub(super) async fn salvage<'a>(text: &'a str, pace: &Pace) -> Sections<'a> {
    let mut salvage = Salvage {
        text,
        pace,
        reader: Reader::new(text),
        found: Sections::default(),
        behind: 0,
        passed: Vec::new(),
        in_copy: false,
        known: BTreeMap::new(),
        effort: text.len().saturating_mul(MAX_TIMES).max(MIN_EFFORT),
    };
    salvage.run().await;
    salvage.found
}

struct Salvage<'a, 'p> {
    text: &'a str,
    pace: &'p Pace,
    reader: Reader<'a>,
    found: Sections<'a>,
    /// The byte behind what was taken last.
    behind: usize,
    /// Objects since then that were no changes, from where to where.
    passed: Vec<(usize, usize)>,
    /// Whether this is inside a damaged readable copy.
    in_copy: bool,
    /// Of what stands inside what broke: the byte behind it, or 0 where it broke too.
    known: BTreeMap<u32, u32>,
    /// Bytes that may still be read in vain.
    effort: usize,
}

impl Salvage<'_, '_> {
    async fn run(&mut self) {
        let mut at = self.header(0).await;
        while let Some(found) = self.text.get(at..).and_then(|rest| rest.find(['{', '\n'])) {
            let place = at + found;
            let next = place + 1;
            at = match self.text.as_bytes().get(place) {
                Some(b'\n') => self.header(next).await,
                _ => match self.object(place).await {
                    Some(end) => self.header(end).await,
                    None => self.header(next).await,
                },
            };
            self.pace.spend(found + 1).await;
        }
        self.leave(self.text.len()).await;
    }

    /// Reads members of the header from here on, as long as there are some. Returns where to go on.
    async fn header(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            self.reader.go_to(at);
            self.reader.skip_space();
            // Lines that are empty are not looked at again from each of them.
            at = self.reader.at();
            self.reader.takes(b',');
            let Ok(name) = self.reader.key() else { return at };
            match name.as_str() {
                "changes" | "attachments" if self.reader.takes(b'[') => {}
                "records" => {
                    if self.breaks().await || pass(&mut self.reader, &mut |_, _| {}, self.pace).await.is_err() {
                        self.leave(at).await;
                        self.in_copy = true;
                        return at;
                    }
                }
                name if HEADER.contains(&name) => {
                    if self.breaks().await || self.is_swollen() {
                        return at;
                    }
                    if self.found.header_member(&mut self.reader, name.into(), self.pace).await.is_err() {
                        return at;
                    }
                }
                _ => return at,
            }
            self.leave(at).await;
            self.in_copy = false;
            at = self.reader.at();
            self.behind = at;
        }
    }

    /// Whether the next value is an object or a list that breaks before it ends, or that has taken in what stands behind it.
    /// However many begin inside one another, each is read once.
    async fn breaks(&mut self) -> bool {
        let is_object = self.reader.is_next(b'{');
        let is_nested = is_object || self.reader.is_next(b'[');
        let start = self.reader.at();
        let breaks = is_nested
            && match self.end_of(start).await {
                Some(end) => is_object && !self.is_closed(end),
                None => true,
            };
        self.reader.go_to(start);
        breaks
    }

    /// Whether the next value is a text that lost its end: it goes on to where another text begins, and objects that begin
    /// in between are not its own.
    fn is_swollen(&mut self) -> bool {
        if !self.reader.is_next(b'"') {
            return false;
        }
        let start = self.reader.at();
        let is_whole = self.reader.skip().is_ok();
        let end = self.reader.at();
        let is_swollen = is_whole && self.reader.between(start, end).contains('{') && !self.is_closed(end);
        self.reader.go_to(start);
        is_swollen
    }

    /// Takes the object that begins here, whatever it is. Returns the byte behind it; nothing if it is none.
    async fn object(&mut self, start: usize) -> Option<usize> {
        let end = self.end_of(start).await?;
        let text = self.reader.between(start, end);
        // What proves itself is taken, whatever stands around it.
        if self.is_member(start) && !proves_itself(text) {
            if self.is_closed(end) {
                self.passed.push((start, end));
                return Some(end);
            }
            self.effort = self.effort.saturating_sub(end.saturating_sub(start));
            return None;
        }
        self.reader.go_to(start);
        let value = self.reader.value(MAX_LEVELS, MAX_VALUES);
        let has = |name: &str| value.as_ref().is_ok_and(|value| value.member(name).is_some());
        let begins_line =
            || self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\t', ',', '[', '>']).ends_with('\n');
        let counts = !self.in_copy || begins_line();
        if has("sha256") && has("data") {
            self.take(start, end).await;
            self.found.photos.push(text);
            return Some(end);
        }
        let is_file = match &value {
            Ok(value) => {
                value.member("changes").is_some_and(|changes| changes.as_list().is_some()) || says_it_is(value)
            }
            Err(_) => text.contains("\"changes\"") || text.contains("\"ayni-export\""),
        };
        if counts && !has("set") && !has("id") && is_file {
            let Ok((file, _)) = Sections::read(self.text, start, self.pace).await else {
                self.effort = self.effort.saturating_sub(text.len());
                return None;
            };
            self.take(start, end).await;
            self.found.entries.extend(file.entries);
            self.found.damaged.extend(file.damaged);
            self.found.photos.extend(file.photos);
            if self.found.members.get("format").is_none() {
                self.found.members = file.members;
            }
            return Some(end);
        }
        let own_marks = value.as_ref().map_or_else(|_| is_like_change(text), has_marks);
        match value.map_err(Rejected::from).and_then(|value| Entry::from_value(value, text.len())) {
            Ok(entry) if counts || entry.change().is_some() => {
                self.take(start, end).await;
                self.in_copy &= entry.change().is_none();
                self.found.entries.push(entry);
            }
            Err(reason) if counts && own_marks => {
                self.take(start, end).await;
                self.found.damaged.push((text, reason));
            }
            // In a damaged copy it may have taken in what does not belong to it, up to the whole rest of the file.
            _ if self.in_copy && !self.is_closed(end) && !self.reader.is_next(b']') => {
                self.effort = self.effort.saturating_sub(text.len());
                return None;
            }
            _ => self.passed.push((start, end)),
        }
        Some(end)
    }

    /// The byte behind the object that begins here; nothing if it is none.
    async fn end_of(&mut self, start: usize) -> Option<usize> {
        if let Some(known) = self.known.get(&short(start)) {
            return (*known > 0).then_some(*known as usize);
        }
        if self.effort == 0 {
            return None;
        }
        self.reader.go_to(start);
        let mut inside = Vec::new();
        let tell = &mut |start, end: Option<usize>| inside.push((short(start), end.map_or(0, short)));
        let passed = pass(&mut self.reader, tell, self.pace).await;
        let end = self.reader.at();
        if passed.is_ok() {
            return Some(end);
        }
        // What begins before this is not asked for again.
        if self.known.last_key_value().is_some_and(|(place, _)| *place < short(start)) {
            self.known = BTreeMap::new();
        }
        self.known.extend(inside);
        self.effort = self.effort.saturating_sub(end.saturating_sub(start));
        None
    }

    /// Whether a comma or a closing bracket follows. If not, brackets are lost, and an object may have taken in what does not
    /// belong to it.
    fn is_closed(&mut self, end: usize) -> bool {
        self.reader.go_to(end);
        self.reader.is_next(b',') || self.reader.is_next(b'}')
    }

    /// Whether what begins here is the value of a member, and not itself a change in a list.
    fn is_member(&self, start: usize) -> bool {
        const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches(SPACE);
        let name = before.strip_suffix(':').map(|before| before.trim_end_matches(SPACE)).unwrap_or_default();
        name.ends_with('"') && !name.ends_with("\"changes\"")
    }

    async fn take(&mut self, start: usize, end: usize) {
        self.leave(start).await;
        self.behind = end;
    }

    /// Looks at what stands between the last that was taken and here.
    async fn leave(&mut self, end: usize) {
        let left = Left { text: self.text, passed: std::mem::take(&mut self.passed) };
        let begin = std::mem::replace(&mut self.behind, end);
        // Lines of an object that was spread over several, put together from where it began.
        let mut open: Option<(usize, usize)> = None;
        let (mut at, mut ends) = (begin, left.line_ends(begin, end));
        while at < end {
            let line = self.text.get(at..ends.next().unwrap_or(end)).unwrap_or_default();
            let bare = line.trim_start_matches([' ', '\t', '>', '[', ',', '\u{feff}']);
            let start = at + line.len() - bare.len();
            let stop = start + bare.trim_end_matches([' ', '\t', '\r', '\n', ',']).len();
            at += line.len().max(1);
            self.pace.spend(line.len()).await;
            let text = self.text.get(start..stop).unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            if left.is_like_piece(start, stop) {
                self.put_aside(&left, open.take());
                self.found.damaged.push((text, Rejected::Piece));
            } else if text.starts_with('{') {
                self.put_aside(&left, open.replace((start, stop)));
            } else if let Some((_, last)) = open.as_mut() {
                *last = stop;
            }
        }
        self.put_aside(&left, open);
    }

    fn put_aside(&mut self, left: &Left, piece: Option<(usize, usize)>) {
        if let Some((start, end)) = piece.filter(|(start, end)| left.is_like_piece(*start, *end)) {
            self.found.damaged.push((self.reader.between(start, end), Rejected::Piece));
        }
    }
}

/// A place in a text. No file is so long that it would not fit (I3), and there may be very many of them.
fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Whether an object says that it is a file, whatever became of the names in it.
fn says_it_is(value: &Value) -> bool {
    value.member("format").and_then(Value::as_text) == Some("ayni-export")
}

/// Whether it is a full change. Of most objects a look at their text tells that they are none.
fn proves_itself(text: &str) -> bool {
    text.contains("\"set\"")
        && text.contains("\"tick\"")
        && Entry::read(text).is_ok_and(|entry| entry.change().is_some())
}

fn has_marks(value: &Value) -> bool {
    let marks = ["by", "erased", "over", "prev", "record", "schema", "set", "tick"];
    marks.iter().filter(|mark| value.member(mark).is_some()).nth(1).is_some()
}
