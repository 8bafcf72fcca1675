//! Passing over JSON that is not looked into: as quick as reading allows, and without a limit on depth.

use super::{Broken, Reader};
use crate::record::Value;

impl Reader<'_> {
    /// Passes over one value of any JSON, also of numbers, depths and halves of characters that a change may not have.
    pub fn skip(&mut self) -> Result<(), Broken> {
        self.skip_telling(&mut |_, _| {})
    }

    /// The same; tells of each list and object inside where it begins, and the byte behind it, or nothing for those that
    /// were open where the text broke. So what breaks is read once, however deep it goes.
    pub fn skip_telling(&mut self, tell: &mut dyn FnMut(usize, Option<usize>)) -> Result<(), Broken> {
        // What closes the lists and objects that are open, and where they began.
        let mut open: Vec<(u8, usize)> = Vec::new();
        let passed = self.pass(&mut open, tell);
        open.into_iter().for_each(|(_, start)| tell(start, None));
        passed
    }

    fn pass(&mut self, open: &mut Vec<(u8, usize)>, tell: &mut dyn FnMut(usize, Option<usize>)) -> Result<(), Broken> {
        loop {
            self.skip_space();
            let start = self.at;
            match self.peek() {
                b'{' => {
                    self.at += 1;
                    open.push((b'}', start));
                    if !self.is_next(b'}') {
                        self.skip_key()?;
                        continue;
                    }
                }
                b'[' => {
                    self.at += 1;
                    open.push((b']', start));
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
                let Some((close, start)) = open.last().copied() else { return Ok(()) };
                if self.takes(close) {
                    open.pop();
                    tell(start, Some(self.at));
                    continue;
                }
                self.must_take(b',')?;
                if close == b'}' {
                    self.skip_key()?;
                }
                break;
            }
        }
    }

    fn skip_key(&mut self) -> Result<(), Broken> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_json_is_passed_over_and_what_is_none_is_told() {
        let check = |text: &str, expected: Option<usize>| {
            let mut reader = Reader::new(text);
            let passed = reader.skip().ok().map(|()| reader.at());
            assert_eq!(passed, expected, "{text}");
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
