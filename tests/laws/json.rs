//! What our reader takes for JSON is what others take for it, as far as a change can hold it (C1, I3).

use crate::dice::Dice;
use crate::law::run;
use crate::tally::{Met, Tally};
use crate::words;
use ayni::log::canonical;
use ayni::record::{Value, json};
use proptest::prelude::any;

const PIECES: [&str; 38] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    " ",
    "\n",
    "\t",
    "\r",
    "true",
    "false",
    "null",
    "0",
    "-",
    "1",
    "12",
    "-0",
    "01",
    "1.5",
    "1e3",
    "9007199254740991",
    "9007199254740992",
    "\"a\"",
    "\"a\":",
    "\"b\":1",
    "\"\\u00e9\"",
    "\\ud83c",
    "\\udf3d",
    "\\u00",
    "\u{0}",
    "\u{7f}",
    "\u{2028}",
    "\u{feff}",
    "é🌽",
    "\\x",
];

/// C1, I3
#[test]
fn c1_i3_a_text_is_read_by_ours_exactly_where_a_common_reader_reads_it() {
    let tally = Tally::new("c1_json");
    run(&any::<u64>(), |chance| {
        let dice = &mut Dice::new(chance);
        for _ in 0..4 {
            let text = text(dice);
            let (ours, other) = (json::read(&text).ok(), serde_json::from_str::<Value>(&text).ok());
            if ours != other {
                return Err(format!("{text:?}: {ours:?} is not {other:?}"));
            }
            let mut reader = json::Reader::new(&text);
            let passes = reader.skip().is_ok() && text[reader.at()..].trim_matches([' ', '\n', '\t', '\r']).is_empty();
            if !passes && other.is_some() {
                return Err(format!("{text:?} is read and not passed over"));
            }
            tally.met(Met::Case);
            tally.met(if other.is_some() { Met::Json } else { Met::NoJson });
        }
        Ok(())
    });
    tally.close(&[Met::Json, Met::NoJson]);
}

/// A heap of pieces, or what was JSON until some of it was changed.
fn text(dice: &mut Dice) -> String {
    let piece = |dice: &mut Dice| words::pick(dice, &PIECES).to_owned();
    if dice.once_in(4) {
        return (0..1 + dice.below(8)).map(|_| piece(dice)).collect();
    }
    let mut letters: Vec<String> = canonical(&words::odd_value(dice)).chars().map(String::from).collect();
    for _ in 0..dice.below(4) {
        let at = dice.below(letters.len() + 1);
        match dice.below(4) {
            0 => letters.insert(at, piece(dice)),
            1 if at < letters.len() => drop(letters.remove(at)),
            2 if at < letters.len() => letters[at] = piece(dice),
            _ => letters.insert(at, words::pick(dice, &[" ", "\n", "\r\n", "\t "]).to_owned()),
        }
    }
    letters.concat()
}
