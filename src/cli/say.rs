//! What goes to standard output and to the person beside it. Nothing here fails because somebody stopped reading.

use super::Failure;
use std::io::{self, BufWriter, IsTerminal as _, Write};

/// Input of more bytes than this takes long enough to be told of.
const LONG: u64 = 5_000_000;

/// Writes to standard output. A closed pipe is no failure: `ayni view … | head` has all it wants.
pub fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(reason) if reason.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Write { name: "standard output".to_owned(), reason })
        }
        _ => Ok(()),
    }
}

/// One line for the person, on standard error.
pub fn tell(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}

/// Asks on the terminal; true only for `yes`. Nothing where there is nobody to ask.
pub fn ask(question: &str) -> Option<bool> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return None;
    }
    write!(io::stderr(), "{question} Type yes to go on: ").ok();
    let mut answer = String::new();
    Some(io::stdin().read_line(&mut answer).is_ok() && answer.trim().eq_ignore_ascii_case("yes"))
}

/// A text from a file as it may be shown on a terminal: nothing in it can move the cursor or turn the writing round.
pub fn plain(text: &str) -> String {
    let is_odd = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_odd(c) { '\u{fffd}' } else { c }).collect()
}

/// `1 change`, `2 changes`.
pub fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// Tells which file is being read, on a terminal and where it takes long; the line is gone at the end.
pub struct Progress {
    of: usize,
    done: usize,
    is_told: bool,
}

impl Progress {
    /// For so many files of so many bytes in all.
    pub fn new(of: usize, bytes: u64) -> Self {
        Progress { of, done: 0, is_told: bytes > LONG && io::stderr().is_terminal() }
    }

    pub fn next(&mut self, name: &str) {
        self.done += 1;
        if self.is_told {
            write!(io::stderr(), "\r\x1b[Kreading {} of {}: {}", self.done, self.of, plain(name)).ok();
        }
    }

    /// Makes room for other lines.
    pub fn clear(&self) {
        if self.is_told {
            write!(io::stderr(), "\r\x1b[K").ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_a_file_can_not_steer_the_terminal() {
        assert_eq!(plain("Equipo\u{1b}[2J Íntag\u{202e}\n"), "Equipo\u{fffd}[2J Íntag\u{fffd}\u{fffd}");
    }
}
