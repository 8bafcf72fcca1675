//! A file on its way in: its bytes come piece by piece, and it is read step by step.

use super::read::{BYTE_ORDER_MARK, read_text};
use super::sniff::by_first_bytes;
use super::{MAX_BYTES, Parcel, Refused, photo};
use crate::record::pace::Steps;

/// As many of the first bytes tell what a file is.
const HEAD: usize = 32;

/// The text of a file as far as it has come. It gives what [`super::read_with_photos`] gives for all bytes at once.
#[derive(Debug, Default)]
pub struct Incoming {
    /// The first bytes, without a byte-order mark.
    head: Vec<u8>,
    text: String,
    /// The beginning of a character whose end has not come.
    rest: Vec<u8>,
    /// Whether every byte was UTF-8 so far.
    is_odd: bool,
    is_begun: bool,
}

impl Incoming {
    /// A file of so many bytes, refused before memory is spent (I3).
    pub fn of_size(bytes: u64) -> Result<Self, Refused> {
        if bytes > MAX_BYTES {
            return Err(Refused::TooBig);
        }
        let text = String::with_capacity(usize::try_from(bytes).unwrap_or_default());
        Ok(Incoming { text, ..Incoming::default() })
    }

    /// Takes the bytes that come next.
    pub fn push(&mut self, bytes: &[u8]) {
        self.rest.extend_from_slice(bytes);
        if !self.is_begun {
            if self.rest.len() < HEAD {
                return;
            }
            self.begin();
        }
        self.take(false);
    }

    fn begin(&mut self) {
        self.is_begun = true;
        if self.rest.starts_with(BYTE_ORDER_MARK) {
            self.rest.drain(..BYTE_ORDER_MARK.len());
        }
        self.head = self.rest.iter().take(HEAD).copied().collect();
    }

    /// Turns bytes into text as far as they are characters; what can be none becomes the sign for that.
    fn take(&mut self, is_end: bool) {
        let bytes = std::mem::take(&mut self.rest);
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.text.push_str(chunk.valid());
            let odd = chunk.invalid();
            if odd.is_empty() {
                continue;
            }
            let is_open = chunks.peek().is_none() && !is_end && is_beginning(odd);
            if is_open {
                self.rest = odd.to_vec();
            } else {
                self.is_odd = true;
                self.text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }

    /// The text, if it begins as a protected file does (section 7): one short object around one long text.
    pub fn sealed(&self) -> Option<&str> {
        let start: String = self.text.chars().take(4_096).collect();
        let looks_so = start.contains("\"cipher\"") || start.contains("ayni-sealed");
        looks_so.then_some(self.text.as_str())
    }

    /// All has come: reads it, with the photos (I6), and gives the text back. What is counted are bytes.
    pub fn read(mut self) -> Steps<'static, (Result<Parcel, Refused>, String)> {
        if !self.is_begun {
            self.begin();
        }
        self.take(true);
        Steps::new(|pace| async move {
            let is_blank = self.text.bytes().all(|byte| byte.is_ascii_whitespace());
            let parcel = match by_first_bytes(&self.head) {
                Some(refused) if is_blank || refused != Refused::Empty => Err(refused),
                _ => read_text(&self.text, !self.is_odd, |text| Some(photo::read(text)), pace).await,
            };
            (parcel, self.text)
        })
    }
}

/// Whether more bytes could make a character of these.
fn is_beginning(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}
