//! A WebAssembly module, as far as its names go: what it imports, what it exports; all else is carried as it is.

use anyhow::{Context, Result, bail};

/// Magic number and version.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";
/// Sections that only tools read: names of functions, who wrote it, which features it uses.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The kinds of what is imported: wasm-bindgen asks for functions, parts of the app for what they share.
const FUNCTION: u8 = 0;
const TABLE: u8 = 1;
const MEMORY: u8 = 2;
const GLOBAL: u8 = 3;

pub struct Module<'a> {
    pub imports: Vec<Import<'a>>,
    pub exports: Vec<Export<'a>>,
    /// The number and the content of each section; that of imports and of exports is written anew.
    sections: Vec<(u8, &'a [u8])>,
}

pub struct Import<'a> {
    /// The script it comes from.
    pub from: String,
    pub name: String,
    /// Its kind and type.
    what: &'a [u8],
}

pub struct Export<'a> {
    pub name: String,
    /// Its kind and number.
    what: &'a [u8],
}

impl<'a> Module<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut rest = Rest(bytes.strip_prefix(HEAD).context("this is no WebAssembly module")?);
        let mut module = Module { imports: Vec::new(), exports: Vec::new(), sections: Vec::new() };
        while !rest.0.is_empty() {
            let (id, content) = (rest.byte()?, rest.sized()?);
            let mut of_section = Rest(content);
            match id {
                CUSTOM => continue,
                IMPORTS => module.imports = of_section.list(import)?,
                EXPORTS => module.exports = of_section.list(export)?,
                _ => {}
            }
            module.sections.push((id, content));
        }
        Ok(module)
    }

    pub fn write(&self) -> Vec<u8> {
        let mut bytes = HEAD.to_vec();
        for (id, content) in &self.sections {
            let mut anew = Vec::new();
            match *id {
                IMPORTS => {
                    number(&mut anew, self.imports.len());
                    for import in &self.imports {
                        sized(&mut anew, import.from.as_bytes());
                        sized(&mut anew, import.name.as_bytes());
                        anew.extend(import.what);
                    }
                }
                EXPORTS => {
                    number(&mut anew, self.exports.len());
                    for export in &self.exports {
                        sized(&mut anew, export.name.as_bytes());
                        anew.extend(export.what);
                    }
                }
                _ => anew.extend(*content),
            }
            bytes.push(*id);
            sized(&mut bytes, &anew);
        }
        bytes
    }
}

fn import<'a>(rest: &mut Rest<'a>) -> Result<Import<'a>> {
    let (from, name) = (rest.name()?, rest.name()?);
    let what = rest.0;
    match rest.byte()? {
        FUNCTION => drop(rest.number()?),
        TABLE => {
            rest.byte()?;
            rest.limits()?;
        }
        MEMORY => rest.limits()?,
        // Its type, and whether it changes.
        GLOBAL => drop((rest.byte()?, rest.byte()?)),
        kind => bail!("{name} is imported and of the unknown kind {kind}"),
    }
    Ok(Import { from, name, what: before(what, rest.0) })
}

fn export<'a>(rest: &mut Rest<'a>) -> Result<Export<'a>> {
    let name = rest.name()?;
    let what = rest.0;
    rest.byte()?;
    rest.number()?;
    Ok(Export { name, what: before(what, rest.0) })
}

/// What of `whole` was read when `rest` is left.
fn before<'a>(whole: &'a [u8], rest: &[u8]) -> &'a [u8] {
    whole.get(..whole.len() - rest.len()).unwrap_or_default()
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the module ends too early")?;
        self.0 = rest;
        Ok(*first)
    }

    /// A number in groups of seven bits, the lowest first (LEB128).
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        bail!("a number in the module is too long")
    }

    /// The least size, and the greatest where there is one.
    fn limits(&mut self) -> Result<()> {
        let has_greatest = self.number()? & 1 == 1;
        self.number()?;
        if has_greatest {
            self.number()?;
        }
        Ok(())
    }

    /// A length and so many bytes.
    fn sized(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length).context("the module ends too early")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn name(&mut self) -> Result<String> {
        Ok(std::str::from_utf8(self.sized()?)?.to_owned())
    }

    fn list<T>(&mut self, one: fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        (0..self.number()?).map(|_| one(self)).collect()
    }
}

fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        // Seven bits and the mark that more follow.
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn sized(bytes: &mut Vec<u8>, content: &[u8]) {
    number(bytes, content.len());
    bytes.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length_come_back() -> Result<()> {
        for expected in [0, 1, 127, 128, 300, 16_384, 4_000_000_000] {
            let mut bytes = Vec::new();
            number(&mut bytes, expected);
            assert_eq!(Rest(&bytes).number()?, expected);
        }
        Ok(())
    }

    #[test]
    fn what_is_cut_off_or_no_module_is_refused() {
        for bytes in [&b""[..], b"\0asm\x02\0\0\0", b"\0asm\x01\0\0\0\x02", b"\0asm\x01\0\0\0\x02\x09\x01", b"\x80"] {
            assert!(Module::read(bytes).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn sections_that_nobody_reads_are_left_out_and_the_rest_stays() -> Result<()> {
        let with_names = b"\0asm\x01\0\0\0\x01\x01\0\0\x03abc\x0a\x01\0";
        assert_eq!(Module::read(with_names)?.write(), b"\0asm\x01\0\0\0\x01\x01\0\x0a\x01\0");
        Ok(())
    }
}
