//! A search gives every note with the words and no other, whatever was written, changed and taken out before.

use crate::dice::Dice;
use crate::law::run;
use crate::tally::{Met, Tally};
use crate::words;
use ayni::insight::{Index, Set, each_word, sentence, words_of};
use proptest::prelude::any;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters with and without marks, in one sign or two; digits, pictures, and all that sets words apart.
const LETTERS: [&str; 30] = [
    "a",
    "á",
    "a\u{301}",
    "A",
    "Á",
    "n",
    "ñ",
    "Ñ",
    "n\u{303}",
    "e",
    "é",
    "É",
    "ü",
    "i",
    "Í",
    "c",
    "ç",
    "z",
    "1",
    "20",
    "🌽",
    "❤\u{fe0f}",
    "👩🏽\u{200d}🌾",
    "-",
    "'",
    "’",
    "¿",
    ", ",
    "\n",
    "«",
];

#[test]
fn a_search_gives_every_note_with_the_words_and_no_other() {
    let tally = Tally::new("search");
    run(&any::<u64>(), |chance| {
        let dice = &mut Dice::new(chance);
        let mut index = Index::default();
        let mut notes: BTreeMap<u32, String> = BTreeMap::new();
        for _ in 0..1 + dice.below(20) {
            let number = dice.below(70) as u32;
            if notes.remove(&number).is_some() {
                let mut old = Set::default();
                old.insert(number);
                index.remove(&old);
                tally.met(Met::ReadAgain);
            }
            if !dice.once_in(5) {
                let text = text(dice, 12);
                index.add(number, &text);
                notes.insert(number, text);
            }
        }
        for _ in 0..4 {
            let typed = text(dice, 2);
            let wanted = plain_words(&typed);
            let found = index.find(&words_of(&typed));
            if found.is_none() != wanted.is_empty() {
                return Err(format!("{typed:?} is taken apart as {:?}, not as {wanted:?}", words_of(&typed)));
            }
            let Some(found) = found else { continue };
            for number in 0..80 {
                let text = notes.get(&number).map_or("", String::as_str);
                let held = plain_words(text);
                let fits = wanted.iter().all(|word| held.iter().any(|held| held.starts_with(word.as_str())));
                if found.has(number) != fits {
                    return Err(format!("{typed:?} in {text:?}: found is {}", found.has(number)));
                }
                tally.met(if fits { Met::Found } else { Met::NotFound });
                shown(text, &words_of(&typed), fits)?;
            }
            tally.met(Met::Case);
        }
        Ok(())
    });
    tally.close(&[Met::Found, Met::NotFound, Met::ReadAgain]);
}

/// A hit is shown as it is written, and none is shown where there is none.
fn shown(text: &str, words: &[String], has_all: bool) -> Result<(), String> {
    let plain = |text: &str| text.replace(char::is_whitespace, " ");
    match sentence(text, words) {
        None if has_all => Err(format!("{words:?} stand in {text:?} and are not shown")),
        None => Ok(()),
        Some(pieces) => {
            let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let is_part = plain(text).contains(whole.trim_matches('…'));
            let begins =
                |piece: &str| words_of(piece).iter().all(|held| words.iter().any(|word| held.starts_with(word)));
            let hits: Vec<_> = pieces.iter().filter(|piece| piece.is_hit).collect();
            let right = is_part && !hits.is_empty() && hits.iter().all(|hit| begins(&hit.text));
            if right { Ok(()) } else { Err(format!("{text:?} is shown as {pieces:?} for {words:?}")) }
        }
    }
}

/// Up to so many heaps of letters.
fn text(dice: &mut Dice, most: usize) -> String {
    let word = |dice: &mut Dice| -> String { (0..1 + dice.below(4)).map(|_| words::pick(dice, &LETTERS)).collect() };
    (0..1 + dice.below(most)).map(|_| word(dice)).collect::<Vec<_>>().join(" ")
}

/// The same by the tables of Unicode: parted into letters and marks, small, without marks.
fn plain_words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Where a word is said to stand, it stands, and the words come in their order.
#[test]
fn each_word_stands_where_it_is_said_to_stand() {
    run(&any::<u64>(), |chance| {
        let dice = &mut Dice::new(chance);
        let text = text(dice, 8) + words::pick(dice, &["", "\u{301}", "\u{fb33}", "شجرة", "\u{0}"]);
        let mut last = 0;
        let mut wrong = None;
        each_word(&text, &mut |word, at| {
            let alone = text.get(at.clone()).map(words_of).unwrap_or_default();
            if at.start < last || alone != [word] {
                wrong = Some(format!("{word:?} at {at:?} of {text:?}"));
            }
            last = at.end;
        });
        wrong.map_or(Ok(()), Err)
    });
}
