//! Reading the texts of JSON: what stands between two quotes.

use super::{Broken, Reader};

/// How many bytes there are before the first quote, backslash or control character, which strings hold escaped. Eight are looked
/// at at once: of long texts that is most of the work.
pub fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
    const TOPS: u64 = u64::from_ne_bytes([0x80; 8]);
    // The top bit of each byte that is less than `n` (at most 128); a byte behind the first such may be told wrongly.
    let less = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word & TOPS;
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    let (words, rest) = bytes.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let packed = u64::from_le_bytes(*word);
        let is = |byte: u8| less(packed ^ (ONES * u64::from(byte)), 1);
        if less(packed, 0x20) | is(b'"') | is(b'\\') != 0 {
            return number * 8 + word.iter().position(is_special).unwrap_or(8);
        }
    }
    bytes.len() - rest.len() + rest.iter().position(is_special).unwrap_or(rest.len())
}

impl<'a> Reader<'a> {
    /// A string in which nothing is escaped, as names nearly always are.
    pub(super) fn plain_string(&mut self) -> Option<&'a str> {
        if self.peek() != b'"' {
            return None;
        }
        let start = self.at + 1;
        self.at = start;
        self.pass_plain();
        let end = self.at;
        self.at += 1;
        (self.bytes.get(end) == Some(&b'"')).then(|| self.between(start, end))
    }

    /// Goes on to the next quote, backslash or control character. None of them is ever inside a character of UTF-8.
    pub(super) fn pass_plain(&mut self) {
        self.at += plain(self.bytes.get(self.at..).unwrap_or_default());
    }

    pub(super) fn string(&mut self) -> Result<String, Broken> {
        if self.peek() != b'"' {
            return Err(self.broken());
        }
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            self.pass_plain();
            out.push_str(self.between(start, self.at));
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(out);
                }
                b'\\' => out.push(self.escaped()?),
                _ => return Err(self.broken()),
            }
        }
    }

    pub(super) fn escaped(&mut self) -> Result<char, Broken> {
        self.at += 1;
        let letter = self.peek();
        self.at += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.by_number(),
            _ => return Err(self.broken()),
        })
    }

    /// `\u00e9`, or two of them for a character outside the basic plane; half of such a pair is no text.
    fn by_number(&mut self) -> Result<char, Broken> {
        let first = self.four_hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or_else(|| self.broken());
        }
        if self.peek() != b'\\' || self.bytes.get(self.at + 1) != Some(&b'u') {
            return Err(self.broken());
        }
        self.at += 2;
        let second = self.four_hex()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(self.broken());
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or_else(|| self.broken())
    }

    pub(super) fn four_hex(&mut self) -> Result<u32, Broken> {
        let digits = self.text.get(self.at..self.at + 4).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let number = digits.and_then(|hex| u32::from_str_radix(hex, 16).ok()).ok_or_else(|| self.broken())?;
        self.at += 4;
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn what_is_plain_ends_at_the_first_character_that_strings_escape() {
        let text = "aé🌽 ÿ~\u{7f}".repeat(3);
        assert_eq!(plain(text.as_bytes()), text.len());
        for special in ["\"", "\\", "\n", "\0", "\u{1f}"] {
            for (at, _) in text.char_indices() {
                let broken = [&text[..at], special, &text[at..], special].concat();
                assert_eq!(plain(broken.as_bytes()), at, "{broken:?}");
            }
        }
    }

    #[test]
    fn half_of_a_pair_of_surrogates_is_no_text() {
        for bad in [r#""\ud83c""#, r#""\udf3d""#, r#""\ud83c\ud83c""#, r#""\ud83cx""#, r#""\ud83c\n""#, r#""\ud83c\u""#]
        {
            assert!(matches!(read(bad), Err(Broken::Syntax(_))), "{bad}");
        }
    }
}
