//! A file that broke on the way gives exactly what did not break (I2): promise 3.

use crate::dice::Dice;
use crate::files::{desk, file_of};
use crate::law::law;
use crate::tally::{Met, Tally};
use crate::words;
use ayni::exchange::{Contains, Refused, read};
use ayni::log::Entry;
use std::collections::BTreeSet;

/// What may get into a file by accident.
const BITS: [&str; 20] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\n",
    "\\",
    "texto",
    "{\"x\":",
    "{\"at\":\"2026",
    "\u{0}",
    "> ",
    "\"records\":{",
    "\"changes\":[",
    "\"end\":",
    "\r\n\r\n",
    "🌽",
    "null",
];

/// I2, M2
#[test]
fn i2_a_damaged_file_gives_every_change_that_was_not_touched_and_no_other() {
    let about =
        [Met::Salvaged, Met::Damaged, Met::CutOff, Met::LetterAround, Met::BrokenLines, Met::Erased, Met::OddText];
    law("i2_salvage", &about, |world, dice, tally| {
        let log = world.log();
        crate::law::look(&log, tally);
        let whole = file_of(&log, &desk(), Contains::Everything);
        let mut file = Damaged::new(&whole);
        let times = dice.below(4);
        (0..times).for_each(|_| file.hurt(dice, tally));
        let bytes = around(file.bytes.clone(), times == 0, dice, tally);
        let safe: BTreeSet<&str> =
            log.entries().map(Entry::line).filter(|line| file.is_untouched(&whole, line)).collect();
        tally.add(Met::Salvaged, safe.len());
        let shown = || String::from_utf8_lossy(&bytes).into_owned();
        let parcel = match read(&bytes) {
            Ok(parcel) => parcel,
            Err(refused) => {
                tally.met(Met::Refused);
                // What says that it is newer (I4) or for reading (F3) can not be told from a file that is.
                let says_so = matches!(refused, Refused::NewerVersion(_) | Refused::ForReading);
                let may = says_so || !safe.iter().any(|line| line.contains("\"set\":"));
                return may.then_some(()).ok_or_else(|| format!("{refused}:\n{}", shown()));
            }
        };
        tally.add(Met::Damaged, parcel.damaged.len());
        let found: BTreeSet<&str> = parcel.entries.iter().map(Entry::line).collect();
        if let Some(lost) = safe.iter().find(|line| !found.contains(*line)) {
            return Err(format!("lost:\n{lost}\nin\n{}", shown()));
        }
        let lines: BTreeSet<&str> = log.entries().map(Entry::line).collect();
        // A stub proves nothing: one in which a letter was changed is another stub.
        let made_up = parcel.entries.iter().find(|entry| entry.change().is_some() && !lines.contains(entry.line()));
        made_up.map_or(Ok(()), |entry| Err(format!("made up:\n{}\nin\n{}", entry.line(), shown())))
    });
}

/// A file as it may arrive: cut, mixed up, or in a letter.
pub fn hurt_file(whole: &str, dice: &mut Dice, tally: &Tally) -> Vec<u8> {
    let mut file = Damaged::new(whole);
    let times = dice.below(4);
    (0..times).for_each(|_| file.hurt(dice, tally));
    around(file.bytes, times == 0, dice, tally)
}

/// A file, and which of its bytes are where they were.
struct Damaged {
    bytes: Vec<u8>,
    /// For each byte the place where it stood in the whole file; nothing for what is new.
    from: Vec<Option<usize>>,
}

impl Damaged {
    fn new(whole: &str) -> Self {
        Damaged { bytes: whole.as_bytes().to_vec(), from: (0..whole.len()).map(Some).collect() }
    }

    fn replace(&mut self, start: usize, end: usize, with: &[u8]) {
        self.bytes.splice(start..end, with.iter().copied());
        self.from.splice(start..end, with.iter().map(|_| None));
    }

    /// Whether all bytes of a line still stand side by side.
    fn is_untouched(&self, whole: &str, line: &str) -> bool {
        let Some(start) = whole.find(line) else { return false };
        let Some(at) = self.from.iter().position(|from| *from == Some(start)) else { return false };
        let range = self.from.get(at..at + line.len());
        // A stub proves nothing, so in the middle of a damaged line it does not count.
        let begins = at == 0 || self.bytes[at - 1] == b'\n' || line.contains("\"set\":");
        begins
            && range.is_some_and(|range| range.iter().enumerate().all(|(offset, from)| *from == Some(start + offset)))
    }

    fn hurt(&mut self, dice: &mut Dice, tally: &Tally) {
        let at = dice.below(self.bytes.len() + 1);
        let until = (at + dice.below(400)).min(self.bytes.len());
        match dice.below(8) {
            0 | 1 => {
                for _ in 0..=dice.below(4) {
                    let place = dice.below(self.bytes.len());
                    let byte = u8::try_from(dice.below(256)).unwrap_or_default();
                    if place < self.bytes.len() && self.bytes[place] != byte {
                        self.replace(place, place + 1, &[byte]);
                    }
                }
            }
            2 => {
                tally.met(Met::CutOff);
                self.replace(at, self.bytes.len(), &[]);
            }
            3 => self.replace(0, at.min(600), &[]),
            4 | 5 => {
                let bits: String = (0..=dice.below(2)).map(|_| words::pick(dice, &BITS)).collect();
                self.replace(at, at, bits.as_bytes());
            }
            6 => self.replace(at, until, &[]),
            _ => {
                // Whole lines are gone.
                let ends: Vec<usize> = (0..self.bytes.len()).filter(|at| self.bytes[*at] == b'\n').collect();
                let (Some(a), Some(b)) = (dice.pick(&ends).copied(), dice.pick(&ends).copied()) else { return };
                let (a, b) = (a.min(b), a.max(b).min(a.min(b) + 3_000));
                let b = ends.iter().copied().rfind(|end| *end <= b).unwrap_or(a);
                self.replace(a, b, &[]);
            }
        }
    }
}

/// What programs for mail and texts do to a file without harming it.
fn around(bytes: Vec<u8>, is_whole: bool, dice: &mut Dice, tally: &Tally) -> Vec<u8> {
    let mut bytes = bytes;
    let text = String::from_utf8(bytes.clone()).ok();
    match (dice.below(6), text) {
        (0, Some(text)) => {
            tally.met(Met::BrokenLines);
            bytes = text.replace('\n', "\r\n").into_bytes();
        }
        (1, Some(text)) if is_whole => {
            tally.met(Met::BrokenLines);
            bytes = indented(&text).into_bytes();
        }
        (2, _) => {
            tally.met(Met::LetterAround);
            let letter = b"De: Rosa\r\nAsunto: visita\r\n\r\nHola, {aqui} va:\r\n\r\n";
            bytes = [&letter[..], &bytes, b"\r\n-- \r\nEnviado desde mi iPhone {x}\r\n"].concat();
        }
        (3, _) => bytes = [b"\xef\xbb\xbf", &bytes[..]].concat(),
        _ => {}
    }
    bytes
}

/// White space wherever JSON allows it.
fn indented(text: &str) -> String {
    let mut out = String::new();
    let (mut in_text, mut escaped) = (false, false);
    for letter in text.chars() {
        let was_in_text = in_text;
        match letter {
            '"' if !escaped => in_text = !in_text,
            _ => {}
        }
        escaped = was_in_text && letter == '\\' && !escaped;
        out.push(letter);
        if !in_text && matches!(letter, '{' | '}' | '[' | ']' | ',' | ':') {
            out.push_str("\n\t ");
        }
    }
    out
}
