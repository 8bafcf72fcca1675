//! What can be saved from a file that is no whole JSON: cut off, damaged, quoted in a letter (I2).
//!
//! 1. From every `{` on, one object is read. If it proves itself as a change or a stub, or has the form of a photo, it is
//!    taken and the reading goes on behind it; so nothing inside an undamaged change is ever taken for another one.
//! 2. If it is an object with the members of a change that does not prove itself, it is one damaged text.
//! 3. If it is another object, or none, the reading goes on behind its `{`.
//! 4. A member of the header is read where its name begins a line or follows the one before it. The readable copy,
//!    `records`, is passed over.
//! 5. What is left between two that were taken is damaged if it stands in the list of changes, or looks like a piece of a
//!    change; one text for each line, an indented object counting as one line.
//!
//! Text inside a change has its quotes escaped, so it never reads as an object by itself.

use super::sections::Sections;
use crate::log::{Entry, Rejected};
use crate::record::json::{MAX_VALUES, Reader};
use crate::record::{Map, Value};

/// Levels that are read: a change has 16 (C4), and a deeper object can not be one.
const LEVELS: usize = 17;

/// What a header may be made of.
const HEADER: [&str; 9] = ["format", "version", "about", "made", "contains", "have", "missing", "part", "end"];

/// However a text is made, it is read over no more than so many times.
const MAX_TIMES: usize = 64;

/// Finds what is undamaged in a text of any form.
pub(super) fn salvage(text: &str) -> Sections<'_> {
    let mut salvage = Salvage {
        text,
        reader: Reader::new(text),
        found: Sections { is_broken: true, ..Sections::default() },
        behind: 0,
        in_changes: false,
        effort: text.len().saturating_mul(MAX_TIMES),
    };
    salvage.run();
    salvage.found
}

struct Salvage<'a> {
    text: &'a str,
    reader: Reader<'a>,
    found: Sections<'a>,
    /// The byte behind what was taken last.
    behind: usize,
    /// Whether the list of changes has begun and not ended.
    in_changes: bool,
    /// Bytes that may still be read in vain.
    effort: usize,
}

impl<'a> Salvage<'a> {
    fn run(&mut self) {
        let mut at = self.header(0);
        while let Some(found) = self.text.get(at..).and_then(|rest| rest.find(['{', '\n'])) {
            let place = at + found;
            let next = place + 1;
            at = match self.text.as_bytes().get(place) {
                Some(b'\n') => self.header(next),
                _ => match self.object(place) {
                    Some(end) => end,
                    None => self.header(next),
                },
            };
        }
        self.leave(self.text.len());
    }

    /// Reads members of the header from here on, as long as there are some. Returns where to go on.
    fn header(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            self.reader.go_to(at);
            let Ok(name) = self.reader.key() else { return at };
            match name.as_str() {
                "changes" | "attachments" => {
                    self.leave(at);
                    self.in_changes = name == "changes";
                    self.reader.takes(b'[');
                    self.behind = self.reader.at();
                    return self.behind;
                }
                "records" => {
                    if self.reader.skip().is_err() {
                        return at;
                    }
                }
                name if HEADER.contains(&name) => {
                    if self.found.header_member(&mut self.reader, name.to_owned()).is_err() {
                        return at;
                    }
                }
                _ => return at,
            }
            self.leave(at);
            self.in_changes = false;
            self.reader.takes(b',');
            at = self.reader.at();
            self.behind = at;
        }
    }

    /// Takes the object that begins here, if it is a change, a damaged one or a photo. Returns the byte behind it.
    fn object(&mut self, start: usize) -> Option<usize> {
        if self.effort == 0 {
            return None;
        }
        self.reader.go_to(start);
        let read = self.reader.value(LEVELS, MAX_VALUES);
        let end = self.reader.at();
        let Ok(Value::Map(members)) = read else {
            self.effort = self.effort.saturating_sub(end.saturating_sub(start));
            return None;
        };
        let is_photo = members.contains_key("sha256") && members.contains_key("data");
        let is_change = is_like_change(&members);
        if !is_photo && !is_change {
            self.effort = self.effort.saturating_sub(end.saturating_sub(start));
            return None;
        }
        self.leave(start);
        self.behind = end;
        let text = self.reader.between(start, end);
        if is_change {
            match Entry::from_value(Value::Map(members), text.len()) {
                Ok(entry) => self.found.entries.push(entry),
                Err(reason) => self.found.damaged.push((text, reason)),
            }
        } else {
            self.found.photos.push(text);
        }
        Some(end)
    }

    /// Looks at what stands between the last that was taken and here.
    fn leave(&mut self, end: usize) {
        let left = self.text.get(self.behind..end).unwrap_or_default();
        // Where the damaged text that is being put together begins and ends, and how far its first line is indented.
        let mut open: Option<(usize, usize, usize)> = None;
        let mut at = 0;
        for line in left.split_inclusive('\n') {
            let (start, stop) = (at, at + line.trim_end().len());
            at += line.len();
            let bare = line.trim_start_matches([' ', '\t', ',', '\u{feff}']);
            let indent = line.len() - bare.len();
            let bare = bare.trim_end();
            if bare.starts_with(']') && indent <= open.map_or(usize::MAX, |(_, _, first)| first) {
                self.in_changes = false;
                continue;
            }
            if bare.is_empty() || bare == "," || bare == "[" {
                continue;
            }
            match &mut open {
                Some((_, last, first)) if indent > *first || (indent == *first && bare.starts_with('}')) => {
                    *last = stop
                }
                _ => {
                    self.put_aside(left, open.take());
                    open = Some((start + indent, stop, indent));
                }
            }
        }
        self.put_aside(left, open);
        self.behind = end;
    }

    fn put_aside(&mut self, left: &'a str, piece: Option<(usize, usize, usize)>) {
        let text = piece.and_then(|(start, end, _)| left.get(start..end)).unwrap_or_default();
        if !text.is_empty() && (self.in_changes || is_like_piece(text)) {
            self.found.damaged.push((text, Rejected::Piece));
        }
    }
}

fn is_like_change(members: &Map<Value>) -> bool {
    members.contains_key("record") && members.contains_key("by")
        || members.contains_key("id") && members.contains_key("set")
}

fn is_like_piece(text: &str) -> bool {
    ["\"tick\":", "\"by\":{\"device\":", "{\"at\":", "\"tick\": ", "\"erased\":true"]
        .iter()
        .any(|sign| text.contains(sign))
}
