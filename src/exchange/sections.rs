//! The parts of a file that is whole (section 4): what stands in `changes` and `attachments`, and the header around them.
//!
//! All sections found are read, in any order, also twice (I2). An element that is no change is set apart and the reading
//! goes on; only where the text is no JSON any more does this reader give up, and [`super::salvage`] takes over.

use crate::log::{Entry, Rejected};
use crate::record::json::{Broken, MAX_LEVELS, MAX_VALUES, Passing, Reader};
use crate::record::pace::Pace;
use crate::record::{MAX_INT, Map, Name, Value};

/// Values that a header may hold: several thousand devices in `have`.
const MAX_HEADER_VALUES: usize = MAX_VALUES;

/// Longer elements of `attachments` are photos and nothing else.
const MAX_ODD: usize = 1_000_000;

/// Bytes that are passed over before the work may be put down.
const PASSED_AT_ONCE: usize = 1 << 18;

/// What was found in a file, as pieces of its text.
#[derive(Default)]
pub(super) struct Sections<'a> {
    pub entries: Vec<Entry>,
    pub damaged: Vec<(&'a str, Rejected)>,
    /// Each as it stands in the file; what is in it has not been looked at.
    pub photos: Vec<&'a str>,
    /// The readable copy, as it stands in the file.
    pub records: Option<&'a str>,
    /// The rest: `format`, `version`, `made`, `have`, `end` …
    pub members: Map<Value>,
}

impl<'a> Sections<'a> {
    pub fn text(&self, member: &str) -> Option<&str> {
        self.members.get(member).and_then(Value::as_text)
    }

    pub fn int(&self, member: &str) -> Option<i64> {
        self.members.get(member).and_then(Value::as_int)
    }

    /// Whether it says so, or a change in it proves itself (I2); a stub proves nothing.
    pub fn is_ours(&self) -> bool {
        self.text("format") == Some("ayni-export") || self.entries.iter().any(|entry| entry.change().is_some())
    }

    /// Whether it is a protected file (section 7).
    pub fn is_sealed(&self) -> bool {
        self.text("format") == Some("ayni-sealed")
    }

    /// Reads the object that begins at `start`. Returns the byte after it.
    pub async fn read(text: &'a str, start: usize, pace: &Pace) -> Result<(Self, usize), Broken> {
        let mut reader = Reader::new(text);
        reader.go_to(start);
        let mut sections = Sections::default();
        if !reader.takes(b'{') {
            return Err(Broken::Syntax(start));
        }
        if !reader.takes(b'}') {
            loop {
                let name = Self::name(&mut reader)?;
                sections.member(&mut reader, name, pace).await?;
                if reader.takes(b'}') {
                    break;
                }
                if !reader.takes(b',') {
                    return Err(Broken::Syntax(reader.at()));
                }
            }
        }
        Ok((sections, reader.at()))
    }

    /// The name of a member. One that is no text, because half of a character stands in it, is no name that is known.
    fn name(reader: &mut Reader<'a>) -> Result<Name, Broken> {
        let start = reader.at();
        reader.key().or_else(|_| {
            reader.go_to(start);
            reader.skip_key().map(|()| Name::from(""))
        })
    }

    async fn member(&mut self, reader: &mut Reader<'a>, name: Name, pace: &Pace) -> Result<(), Broken> {
        match name.as_str() {
            "changes" if reader.is_next(b'[') => self.elements(reader, List::Changes, pace).await,
            "changes" => self.change(reader, true, pace).await,
            "attachments" if reader.is_next(b'[') => self.elements(reader, List::Attachments, pace).await,
            "missing" => {
                let start = reader.at();
                let is_changes = is_like_change(passed(reader, pace).await?);
                reader.go_to(start);
                if is_changes && reader.is_next(b'[') {
                    return self.elements(reader, List::Other, pace).await;
                }
                self.header_member(reader, name, pace).await
            }
            // A list whose name was damaged is still a list of changes.
            _ if reader.is_next(b'[') => self.elements(reader, List::Other, pace).await,
            "records" => {
                self.records = Some(passed(reader, pace).await?);
                Ok(())
            }
            _ => self.header_member(reader, name, pace).await,
        }
    }

    /// A member that can not be read as a value that the format knows is left out: nobody needs it.
    pub async fn header_member(&mut self, reader: &mut Reader<'a>, name: Name, pace: &Pace) -> Result<(), Broken> {
        let start = reader.at();
        match reader.value(MAX_LEVELS, MAX_HEADER_VALUES) {
            // A change proves itself wherever it stands, such as behind a name whose own value was lost.
            Ok(value) if value.member("set").is_some() && value.member("tick").is_some() => {
                let change =
                    Entry::from_value(value, reader.at() - start).ok().filter(|entry| entry.change().is_some());
                self.entries.extend(change);
            }
            Ok(value) => self.members.insert(name, value),
            Err(_) => {
                reader.go_to(start);
                let text = passed(reader, pace).await?.trim();
                // A version beyond all numbers is newer than any (I4).
                if name == "version" && text.bytes().all(|byte| byte.is_ascii_digit()) {
                    self.members.insert(name, MAX_INT.into());
                }
            }
        }
        Ok(())
    }

    async fn elements(&mut self, reader: &mut Reader<'a>, list: List, pace: &Pace) -> Result<(), Broken> {
        if !reader.takes(b'[') {
            return Err(Broken::Syntax(reader.at()));
        }
        if reader.takes(b']') {
            return Ok(());
        }
        loop {
            match list {
                List::Changes => self.change(reader, true, pace).await?,
                List::Attachments => self.attachment(reader, pace).await?,
                List::Other => self.change(reader, false, pace).await?,
            }
            if reader.takes(b']') {
                return Ok(());
            }
            if !reader.takes(b',') {
                return Err(Broken::Syntax(reader.at()));
            }
        }
    }

    async fn attachment(&mut self, reader: &mut Reader<'a>, pace: &Pace) -> Result<(), Broken> {
        let start = reader.at();
        let photo = passed(reader, pace).await?;
        // Whatever list a change stands in, it is not lost.
        if photo.len() < MAX_ODD && is_like_change(photo) {
            reader.go_to(start);
            return self.change(reader, true, pace).await;
        }
        self.photos.push(photo);
        Ok(())
    }

    /// Takes an element as a change. In a list of another name it `must` not be one.
    async fn change(&mut self, reader: &mut Reader<'a>, must: bool, pace: &Pace) -> Result<(), Broken> {
        reader.skip_space();
        let start = reader.at();
        let read = match reader.value(MAX_LEVELS, MAX_VALUES) {
            Ok(value) => {
                let size = reader.at() - start;
                let entry = Entry::from_value(value, size);
                pace.spend(size).await;
                entry
            }
            Err(broken) => {
                // It may be JSON all the same, of which a change can not be made (I3).
                reader.go_to(start);
                passed(reader, pace).await?;
                Err(broken.into())
            }
        };
        let text = reader.between(start, reader.at());
        match read {
            Ok(entry) => self.entries.push(entry),
            Err(reason) if must || is_like_change(text) => self.damaged.push((text, reason)),
            Err(_) => {}
        }
        Ok(())
    }
}

/// What a list is for.
#[derive(Clone, Copy)]
enum List {
    Changes,
    Attachments,
    /// Of another name.
    Other,
}

/// Whether a text has at least two of the members that only changes and stubs have.
pub(super) fn is_like_change(text: &str) -> bool {
    const MARKS: [&str; 8] = ["by", "erased", "over", "prev", "record", "schema", "set", "tick"];
    let has = |mark: &&&str| {
        let name = ["\"", mark, "\""].concat();
        text.match_indices(&name).any(|(at, _)| {
            let rest = text.get(at + name.len()..).unwrap_or_default();
            rest.trim_start_matches([' ', '\t', '\r', '\n']).starts_with(':')
        })
    };
    MARKS.iter().filter(has).nth(1).is_some()
}

/// The text of the next value.
async fn passed<'a>(reader: &mut Reader<'a>, pace: &Pace) -> Result<&'a str, Broken> {
    reader.skip_space();
    let start = reader.at();
    pass(reader, &mut |_, _| {}, pace).await?;
    Ok(reader.between(start, reader.at()))
}

/// Passes over the next value, whatever its size; tells what [`Reader::skip_telling`] does.
pub(super) async fn pass(
    reader: &mut Reader<'_>,
    tell: &mut dyn FnMut(usize, Option<usize>),
    pace: &Pace,
) -> Result<(), Broken> {
    let mut passing = Passing::default();
    loop {
        let start = reader.at();
        let is_over = reader.skip_some(&mut passing, start.saturating_add(PASSED_AT_ONCE), tell)?;
        pace.spend(reader.at().saturating_sub(start)).await;
        if is_over {
            return Ok(());
        }
    }
}

/// How many elements stand in the lists called `changes`, without reading them: a file of too many is refused before
/// memory is spent (I3). Nothing where the text is no JSON.
pub(super) async fn count_changes(text: &str, pace: &Pace) -> Option<usize> {
    let mut reader = Reader::new(text);
    let mut count = 0_usize;
    if !reader.takes(b'{') {
        return None;
    }
    loop {
        let name = reader.key().ok()?;
        if name == "changes" && reader.takes(b'[') {
            while !reader.takes(b']') {
                pass(&mut reader, &mut |_, _| {}, pace).await.ok()?;
                reader.takes(b',');
                count += 1;
            }
        } else {
            pass(&mut reader, &mut |_, _| {}, pace).await.ok()?;
        }
        if !reader.takes(b',') {
            return Some(count);
        }
    }
}
