//! The parts of a file that is whole (section 4): what stands in `changes` and `attachments`, and the header around them.
//!
//! All sections found are read, in any order, also twice (I2). An element that is no change is set apart and the reading
//! goes on; only where the text is no JSON any more does this reader give up, and [`super::salvage`] takes over.

use crate::log::{Entry, Rejected};
use crate::record::json::{Broken, MAX_LEVELS, MAX_VALUES, Reader};
use crate::record::{Map, Value};

/// Values that a header may hold: several thousand devices in `have`.
const MAX_HEADER_VALUES: usize = MAX_VALUES;

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
    /// True if the text broke off or was otherwise no JSON any more.
    pub is_broken: bool,
}

impl<'a> Sections<'a> {
    pub fn text(&self, member: &str) -> Option<&str> {
        self.members.get(member).and_then(Value::as_text)
    }

    pub fn int(&self, member: &str) -> Option<i64> {
        self.members.get(member).and_then(Value::as_int)
    }

    /// Whether anything in it is ours.
    pub fn is_ours(&self) -> bool {
        self.text("format") == Some("ayni-export") || !self.entries.is_empty()
    }

    /// Reads the object that begins at `start`. Returns the byte after it.
    pub fn read(text: &'a str, start: usize) -> Result<(Self, usize), Broken> {
        let mut reader = Reader::new(text);
        reader.go_to(start);
        let mut sections = Sections::default();
        if !reader.takes(b'{') {
            return Err(Broken::Syntax(start));
        }
        if !reader.takes(b'}') {
            loop {
                let name = reader.key()?;
                sections.member(&mut reader, name)?;
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

    fn member(&mut self, reader: &mut Reader<'a>, name: String) -> Result<(), Broken> {
        match name.as_str() {
            "changes" => self.elements(reader, |sections, reader| sections.change(reader)),
            "attachments" => self.elements(reader, |sections, reader| {
                sections.photos.push(passed(reader)?);
                Ok(())
            }),
            "records" => {
                self.records = Some(passed(reader)?);
                Ok(())
            }
            _ => self.header_member(reader, name),
        }
    }

    /// A member that can not be read as a value that the format knows is left out: nobody needs it.
    pub fn header_member(&mut self, reader: &mut Reader<'a>, name: String) -> Result<(), Broken> {
        let start = reader.at();
        match reader.value(MAX_LEVELS, MAX_HEADER_VALUES) {
            Ok(value) => self.members.insert(name, value),
            Err(_) => {
                reader.go_to(start);
                reader.skip()?;
            }
        }
        Ok(())
    }

    fn elements(
        &mut self,
        reader: &mut Reader<'a>,
        mut element: impl FnMut(&mut Self, &mut Reader<'a>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        if !reader.takes(b'[') {
            return Err(Broken::Syntax(reader.at()));
        }
        if reader.takes(b']') {
            return Ok(());
        }
        loop {
            element(self, reader)?;
            if reader.takes(b']') {
                return Ok(());
            }
            if !reader.takes(b',') {
                return Err(Broken::Syntax(reader.at()));
            }
        }
    }

    fn change(&mut self, reader: &mut Reader<'a>) -> Result<(), Broken> {
        reader.skip_space();
        let start = reader.at();
        let read = match reader.value(MAX_LEVELS, MAX_VALUES) {
            Ok(value) => Entry::from_value(value, reader.at() - start),
            Err(broken) => {
                // It may be JSON all the same, of which a change can not be made (I3).
                reader.go_to(start);
                reader.skip()?;
                Err(broken.into())
            }
        };
        match read {
            Ok(entry) => self.entries.push(entry),
            Err(reason) => self.damaged.push((reader.between(start, reader.at()), reason)),
        }
        Ok(())
    }
}

/// The text of the next value.
fn passed<'a>(reader: &mut Reader<'a>) -> Result<&'a str, Broken> {
    reader.skip_space();
    let start = reader.at();
    reader.skip()?;
    Ok(reader.between(start, reader.at()))
}

/// How many elements stand in the lists called `changes`, without reading them: a file of too many is refused before
/// memory is spent (I3). Nothing where the text is no JSON.
pub(super) fn count_changes(text: &str) -> Option<usize> {
    let mut reader = Reader::new(text);
    let mut count = 0_usize;
    if !reader.takes(b'{') {
        return None;
    }
    loop {
        let name = reader.key().ok()?;
        if name == "changes" && reader.takes(b'[') {
            while !reader.takes(b']') {
                reader.skip().ok()?;
                reader.takes(b',');
                count += 1;
            }
        } else {
            reader.skip().ok()?;
        }
        if !reader.takes(b',') {
            return Some(count);
        }
    }
}
