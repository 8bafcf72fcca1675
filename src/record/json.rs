//! Reading JSON, as far as changes are made of it (C1): no fractions, no number beyond ±(2^53−1), no `-0`, no key twice.
//!
//! Ours, because the contract is stricter than JSON and says why a text is refused; because a file that broke has to be
//! read on from where it broke; and because a reader that knows of no fractions takes a quarter of what a general one
//! takes of a phone's first load.

mod skip;
mod text;

use super::value::MAX_INT;
use super::{Map, Name, Value};

pub use skip::Passing;
pub use text::plain;

/// Levels of nesting that are read; deeper is refused before the stack is in danger. A change may have 16 (C4).
pub const MAX_LEVELS: usize = 128;

/// Values in one text that are read by [`read`]: a change of 256 KiB (C4) can not hold more, and memory stays within bounds
/// whatever a file holds.
pub const MAX_VALUES: usize = 140_000;

/// Why a text is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("not JSON at byte {0}")]
    Syntax(usize),
    #[error("a fraction, an exponent, -0 or a number beyond ±(2^53−1) at byte {0}")]
    Number(usize),
    #[error("the key {0:?} stands twice")]
    Twice(Name),
    #[error("nested too deeply at byte {0}")]
    Deep(usize),
    #[error("more values than a change can hold, at byte {0}")]
    Many(usize),
}

/// Reads one value; nothing but white space may stand around it.
pub fn read(text: &str) -> Result<Value, Broken> {
    read_up_to(text, MAX_VALUES)
}

/// The same, for texts that may hold more values than a change.
pub fn read_up_to(text: &str, values: usize) -> Result<Value, Broken> {
    let mut reader = Reader::new(text);
    let value = reader.value(MAX_LEVELS, values)?;
    reader.skip_space();
    if reader.at < text.len() { Err(reader.broken()) } else { Ok(value) }
}

/// Reads on from any place in a text, value by value.
pub struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    /// Byte that is read next.
    at: usize,
    /// Values that may still be read.
    values: usize,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        Reader { text, bytes: text.as_bytes(), at: 0, values: 0 }
    }

    /// The byte that is read next.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes on from this byte.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// What stands between two bytes.
    pub fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn broken(&self) -> Broken {
        Broken::Syntax(self.at)
    }

    fn peek(&self) -> u8 {
        // No byte of JSON is zero, so the end of the text is no special case.
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    pub fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Takes one byte if it is the next that is no white space.
    pub fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    /// Whether this byte is the next that is no white space.
    pub fn is_next(&mut self, byte: u8) -> bool {
        self.skip_space();
        self.peek() == byte
    }

    fn must_take(&mut self, byte: u8) -> Result<(), Broken> {
        if self.takes(byte) { Ok(()) } else { Err(self.broken()) }
    }

    /// A name with its colon.
    pub fn key(&mut self) -> Result<Name, Broken> {
        self.skip_space();
        let start = self.at;
        let key = match self.plain_string() {
            Some(plain) => plain.into(),
            None => {
                self.at = start;
                self.string()?.into()
            }
        };
        self.must_take(b':')?;
        Ok(key)
    }

    /// The next value, of at most so many levels and values in all.
    pub fn value(&mut self, levels: usize, values: usize) -> Result<Value, Broken> {
        self.values = values;
        self.inner(levels)
    }

    fn inner(&mut self, levels: usize) -> Result<Value, Broken> {
        self.skip_space();
        let start = self.at;
        let Some(values) = self.values.checked_sub(1) else { return Err(Broken::Many(start)) };
        self.values = values;
        match self.peek() {
            open @ (b'{' | b'[') => match levels.checked_sub(1) {
                None => Err(Broken::Deep(start)),
                Some(levels) if open == b'{' => self.object(levels),
                Some(levels) => self.list(levels),
            },
            b'"' => Ok(Value::Text(self.string()?)),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Broken> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            return Err(self.broken());
        }
        self.at += word.len();
        Ok(value)
    }

    fn object(&mut self, levels: usize) -> Result<Value, Broken> {
        self.at += 1;
        let mut members = Vec::new();
        if !self.takes(b'}') {
            loop {
                members.push((self.key()?, self.inner(levels)?));
                if self.takes(b'}') {
                    break;
                }
                self.must_take(b',')?;
            }
        }
        Map::of(members).map(Value::Map).map_err(Broken::Twice)
    }

    fn list(&mut self, levels: usize) -> Result<Value, Broken> {
        self.at += 1;
        let mut items = Vec::new();
        if !self.takes(b']') {
            loop {
                items.push(self.inner(levels)?);
                if self.takes(b']') {
                    break;
                }
                self.must_take(b',')?;
            }
        }
        Ok(Value::List(items))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Value, Broken> {
        let start = self.at;
        self.any_number()?.map(Value::Int).ok_or(Broken::Number(start))
    }

    /// A number of JSON; nothing for one that a change may not hold.
    fn any_number(&mut self) -> Result<Option<i64>, Broken> {
        let start = self.at;
        self.at += usize::from(self.peek() == b'-');
        let leads_with_zero = self.peek() == b'0';
        let digits = self.digits();
        if digits == 0 || (leads_with_zero && digits > 1) {
            return Err(self.broken());
        }
        let whole = self.between(start, self.at);
        let mut is_whole = whole != "-0";
        if self.peek() == b'.' {
            self.at += 1;
            is_whole = false;
            if self.digits() == 0 {
                return Err(self.broken());
            }
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            is_whole = false;
            self.at += usize::from(matches!(self.peek(), b'+' | b'-'));
            if self.digits() == 0 {
                return Err(self.broken());
            }
        }
        Ok(whole.parse().ok().filter(|number| is_whole && (-MAX_INT..=MAX_INT).contains(number)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_allows_and_a_change_can_hold_is_read() {
        let check = |text: &str, expected: Value| assert_eq!(read(text), Ok(expected), "{text}");
        check(" null\r\n", Value::Null);
        check("[true,\tfalse]", Value::List(vec![true.into(), false.into()]));
        check(
            "[0,-1,9007199254740991,-9007199254740991]",
            Value::List([0, -1, MAX_INT, -MAX_INT].map(Value::Int).into()),
        );
        check(r#""\"\\\/\b\f\n\r\t\u00e9\uD83C\uDF3D€🌽""#, "\"\\/\u{8}\u{c}\n\r\té🌽€🌽".into());
        check(r#"{"b":[],"a":{},"":""}"#, Value::map([("", "".into()), ("a", Value::map([])), ("b", vec![].into())]));
        check("\"\u{7f}\u{2028}\"", "\u{7f}\u{2028}".into());
    }

    #[test]
    fn c1_only_whole_numbers_within_two_to_the_53_are_numbers() {
        for bad in [
            "1.0",
            "1e3",
            "1E-3",
            "-0",
            "-0.0",
            "9007199254740992",
            "-9007199254740992",
            "1E400",
            "99999999999999999999",
        ] {
            assert_eq!(read(bad), Err(Broken::Number(0)), "{bad}");
        }
        for bad in ["01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN", "--1", "1 2"] {
            assert!(matches!(read(bad), Err(Broken::Syntax(_))), "{bad}");
        }
    }

    #[test]
    fn what_is_no_json_is_refused_wherever_it_breaks_off() {
        let whole = r#"{"a":["\u00e9",-1,{"b":true}],"c":null}"#;
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_err(), "{}", &whole[..end]);
        }
        for bad in [
            "{a:1}",
            "{\"a\" 1}",
            "[1,]",
            "{\"a\":1,}",
            "[1 2]",
            "'a'",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "tru",
            "]",
            "{}{}",
        ] {
            assert!(matches!(read(bad), Err(Broken::Syntax(_))), "{bad}");
        }
    }

    #[test]
    fn i3_a_key_that_stands_twice_is_told_also_where_it_is_written_differently() {
        assert_eq!(read(r#"{"a":1,"b":2,"\u0061":3}"#), Err(Broken::Twice("a".into())));
    }

    #[test]
    fn a_text_of_more_values_than_a_change_holds_is_refused_before_memory_is_spent() {
        let list = |length: usize| ["[", &vec!["1"; length].join(","), "]"].concat();
        assert!(read(&list(MAX_VALUES - 1)).is_ok());
        assert!(matches!(read(&list(MAX_VALUES)), Err(Broken::Many(_))));
    }

    #[test]
    fn i3_nesting_without_end_is_refused_before_the_stack_is_in_danger() {
        let nested = |levels: usize| read(&["[".repeat(levels), "]".repeat(levels)].concat());
        assert!(nested(MAX_LEVELS).is_ok());
        assert_eq!(nested(MAX_LEVELS + 1), Err(Broken::Deep(MAX_LEVELS)));
        assert_eq!(read(&"[".repeat(1_000_000)), Err(Broken::Deep(MAX_LEVELS)));
        assert_eq!(read(&"{\"a\":".repeat(1_000_000)), Err(Broken::Deep(5 * MAX_LEVELS)));
    }
}
