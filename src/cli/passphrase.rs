//! Where a passphrase comes from: a file, a variable, or a person at the terminal. Never from an argument, which every
//! other program on the machine could read.

use super::Failure;
use super::args::Key;
use super::files::name_of;
use std::env;
use std::fs;
use std::io::{self, IsTerminal as _};

const VARIABLE: &str = "AYNI_PASSPHRASE";

/// The passphrase that the file holds, without the line's end, or the variable; nothing if there is neither.
pub fn given(key: &Key) -> Result<Option<String>, Failure> {
    let Some(path) = &key.passphrase_file else {
        return match env::var(VARIABLE) {
            Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
            Err(env::VarError::NotPresent) => Ok(None),
            Err(env::VarError::NotUnicode(_)) => Err(Failure::Usage(format!("{VARIABLE} is not UTF-8"))),
        };
    };
    let name = name_of(path);
    let text = fs::read_to_string(path).map_err(|reason| Failure::Read { name: name.clone(), reason })?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    let line = line.strip_suffix('\r').unwrap_or(line);
    match line {
        "" => Err(Failure::Usage(format!("{name} holds no passphrase"))),
        line if line.contains('\n') => Err(Failure::Usage(format!("{name} holds more than one line"))),
        line => Ok(Some(line.to_owned())),
    }
}

/// The same; where there is neither, the person is asked. A new passphrase is asked for twice.
pub fn needed(key: &Key, is_new: bool) -> Result<String, Failure> {
    if let Some(text) = given(key)? {
        return Ok(text);
    }
    if !io::stderr().is_terminal() {
        let how = format!("a passphrase is needed: name a file with it by --passphrase-file, or set {VARIABLE}");
        return Err(Failure::Usage(how));
    }
    let first = prompt("Passphrase: ")?;
    match () {
        () if first.is_empty() => Err(Failure::Usage("an empty passphrase protects nothing".to_owned())),
        () if is_new && prompt("The same again: ")? != first => {
            Err(Failure::Usage("the two passphrases differ; nothing was written".to_owned()))
        }
        () => Ok(first),
    }
}

fn prompt(question: &str) -> Result<String, Failure> {
    rpassword::prompt_password(question).map_err(|reason| Failure::Read { name: "the terminal".to_owned(), reason })
}
