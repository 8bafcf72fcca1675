//! What people write, and what they could: letters of every kind, in values and in the keys inside them.

use crate::dice::Dice;
use ayni::record::{MAX_INT, Map, Value};

/// Two keys whose order in UTF-16 is not the one in UTF-8 (C1), letters made of several, marks of direction, line ends
/// that JSON lets stand, controls, no letters at all, and texts that look like a file.
const ODD: [&str; 14] = [
    "🌽",
    "\u{fb33}",
    "mai\u{301}z",
    "maíz",
    "👩🏽‍🌾 \u{202e}شجرة",
    "a\u{2028}b\u{2029}c\u{85}",
    "\u{0}\u{1}\u{1f}\u{7f}\u{8}\u{c}\n\r\t",
    "\\u0041 \\\" \" / '",
    "\u{feff}\u{fffe}\u{ffff}\u{10ffff}",
    "",
    "\n{\"at\":\"2026\",\"by\":{\"device\":\"k3v9q2m7x1\",\"seq\":1},",
    "],\"changes\":[\n",
    "\"end\":{\"changes\":0}\n}\n",
    "</script> > ,",
];

pub fn pick<'a>(dice: &mut Dice, from: &[&'a str]) -> &'a str {
    dice.pick(from).copied().unwrap_or_default()
}

/// Few, so that equal ones are written apart.
pub fn plain_value(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => 30.into(),
        1 => 32.into(),
        2 => true.into(),
        3 => Value::List(vec!["riego".into(), "semillas".into()]),
        4 => Value::map([("f", 12.into()), ("m", 9.into())]),
        5 => Value::text("0f".repeat(32)),
        6 => Value::text(format!("nota {}", dice.below(1_000))),
        _ => "café de altura".into(),
    }
}

pub fn odd_value(dice: &mut Dice) -> Value {
    nested(dice, 3)
}

fn nested(dice: &mut Dice, levels: usize) -> Value {
    match dice.below(if levels == 0 { 5 } else { 8 }) {
        0 => Value::Null,
        1 => MAX_INT.into(),
        2 => (-MAX_INT).into(),
        3 | 4 => pick(dice, &ODD).into(),
        5 => Value::List((0..dice.below(4)).map(|_| nested(dice, levels - 1)).collect()),
        _ => {
            let count = 1 + dice.below(4);
            Value::Map(
                (0..count).map(|_| (pick(dice, &ODD).to_owned(), nested(dice, levels - 1))).collect::<Map<Value>>(),
            )
        }
    }
}
