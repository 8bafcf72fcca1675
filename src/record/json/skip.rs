//! Passing over JSON that is not looked into: as quick as reading allows, and without a limit on depth.

use super::{Broken, Reader};
use crate::record::Value;

impl Reader<'_> {
    /// Passes over one value of any JSON, also of numbers, depths and halves of characters that a change may not have.
    pub fn skip(&mut self) -> Result<(), Broken> {
        self.skip_telling(&mut |_, _| {})
    }

    /// The same; tells of each object, and of each list that is the value of a member, where it begins, and the byte behind
    /// it, or nothing for those that were open where the text broke. So what breaks is read once, however deep it goes.
    pub fn skip_telling(&mut self, tell: &mut dyn FnMut(usize, Option<usize>)) -> Result<(), Broken> {
        self.skip_some(&mut Passing::default(), usize::MAX, tell).map(drop)
    }

    /// The same, of a long value a part: up to the first value that ends behind the byte `until`. True when all of it was
    /// passed; else the next call goes on.
    pub fn skip_some(
        &mut self,
        passing: &mut Passing,
        until: usize,
        tell: &mut dyn FnMut(usize, Option<usize>),
    ) -> Result<bool, Broken> {
        let passed = self.pass(&mut passing.0, until, tell);
        if passed.is_err() {
            let starts = std::mem::take(&mut passing.0).into_iter().filter_map(Open::told);
            starts.for_each(|start| tell(start, None));
        }
        passed
    }

    fn pass(
        &mut self,
        open: &mut Vec<Open>,
        until: usize,
        tell: &mut dyn FnMut(usize, Option<usize>),
    ) -> Result<bool, Broken> {
        loop {
            if self.at > until {
                return Ok(false);
            }
            self.skip_space();
            let start = self.at;
            match self.peek() {
                b'{' => {
                    self.at += 1;
                    open.push(Open::object(start));
                    if !self.is_next(b'}') {
                        self.skip_key()?;
                        continue;
                    }
                }
                b'[' => {
                    self.at += 1;
                    open.push(Open::list(start, open.last().is_none_or(|outer| outer.close() == b'}')));
                    if !self.is_next(b']') {
                        continue;
                    }
                }
                b'"' => self.skip_string()?,
                b't' | b'f' | b'n' => {
                    let words = ["true", "false", "null"];
                    words.iter().find_map(|word| self.word(word, Value::Null).ok()).ok_or_else(|| self.broken())?;
                }
                _ => drop(self.any_number()?),
            }
            // A value has ended, and with it perhaps what it stands in.
            loop {
                let Some(inner) = open.last().copied() else { return Ok(true) };
                if self.takes(inner.close()) {
                    open.pop();
                    inner.told().into_iter().for_each(|start| tell(start, Some(self.at)));
                    continue;
                }
                self.must_take(b',')?;
                if inner.close() == b'}' {
                    self.skip_key()?;
                }
                break;
            }
        }
    }

    /// Passes over a name with its colon.
    pub fn skip_key(&mut self) -> Result<(), Broken> {
        self.skip_space();
        self.skip_string()?;
        self.must_take(b':')
    }

    fn skip_string(&mut self) -> Result<(), Broken> {
        if self.peek() != b'"' {
            return Err(self.broken());
        }
        self.at += 1;
        loop {
            self.pass_plain();
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' if self.bytes.get(self.at + 1) == Some(&b'u') => {
                    self.at += 2;
                    self.four_hex()?;
                }
                b'\\' => drop(self.escaped()?),
                _ => return Err(self.broken()),
            }
        }
    }
}

/// Where the passing over of one value stands.
#[derive(Default)]
pub struct Passing(Vec<Open>);

/// A list or an object that is open, in four bytes: a text can have as many as it has bytes.
#[derive(Clone, Copy)]
struct Open(u32);

impl Open {
    /// A list that nobody needs to hear of.
    const LIST: u32 = u32::MAX;
    const IS_LIST: u32 = 1 << 31;

    fn object(start: usize) -> Self {
        Open(Self::place(start))
    }

    fn list(start: usize, is_told: bool) -> Self {
        Open(if is_told { Self::place(start) | Self::IS_LIST } else { Self::LIST })
    }

    /// Beyond two billion bytes, which no file has, places are not told rightly.
    fn place(start: usize) -> u32 {
        u32::try_from(start).unwrap_or_default() & !Self::IS_LIST
    }

    fn close(self) -> u8 {
        if self.0 & Self::IS_LIST == 0 { b'}' } else { b']' }
    }

    fn told(self) -> Option<usize> {
        (self.0 != Self::LIST).then_some((self.0 & !Self::IS_LIST) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_json_is_passed_over_and_what_is_none_is_told() {
        let check = |text: &str, expected: Option<usize>| {
            let mut reader = Reader::new(text);
            let passed = reader.skip().ok().map(|()| reader.at());
            assert_eq!(passed, expected, "{text}");
            let (mut reader, mut passing) = (Reader::new(text), Passing::default());
            let in_parts = loop {
                let until = reader.at();
                match reader.skip_some(&mut passing, until, &mut |_, _| {}) {
                    Ok(false) => {}
                    Ok(true) => break Some(reader.at()),
                    Err(_) => break None,
                }
            };
            assert_eq!(in_parts, expected, "{text} in parts");
        };
        check(r#" {"a":[1.5,-0,1e400,"\ud83c",{}],"a":[]} x"#, Some(40));
        check("[[[]]],", Some(6));
        check("nulls", Some(4));
        let deep = ["[".repeat(1_000_000), "]".repeat(1_000_000)].concat();
        check(&deep, Some(2_000_000));
        for bad in ["{", "[1,]", "{\"a\":}", "\"\n\"", "nul", "[1}", "{\"a\"}", "\"\\x\""] {
            check(bad, None);
        }
    }
}
