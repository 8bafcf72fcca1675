//! A hit in its sentence: the part of a text where what was typed stands, with the words marked.

use super::words::each_word;
use std::ops::Range;

/// A part of a text, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// One of the words that were looked for.
    pub is_hit: bool,
}

/// How much of a text is shown, and how much of it stands before the first hit, in characters.
const SHOWN: usize = 120;
const BEFORE: usize = 45;

/// Where a word stands that begins as one of those looked for, and as which.
struct Hit {
    at: Range<usize>,
    word: usize,
}

/// How many of the words a text has. Words have to be folded.
pub fn how_many(text: &str, words: &[String]) -> usize {
    different(&hits(text, words))
}

/// The whole text, with the words marked.
pub fn marked(text: &str, words: &[String]) -> Vec<Piece> {
    pieces(text, 0..text.len(), &hits(text, words))
}

/// About 120 characters of the text, cut between words, from where most of the words stand together; nothing where none
/// does.
pub fn sentence(text: &str, words: &[String]) -> Option<Vec<Piece>> {
    let hits = hits(text, words);
    let mut best: Option<(usize, &Hit)> = None;
    for (number, hit) in hits.iter().enumerate() {
        let near = hits.get(number..).unwrap_or_default();
        let reach = hit.at.start.saturating_add(SHOWN - BEFORE);
        let near = near.iter().take_while(|other| other.at.end <= reach).count();
        let count = different(hits.get(number..number.saturating_add(near)).unwrap_or_default());
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, hit));
        }
    }
    let (_, hit) = best?;
    let start = beginning(text, hit.at.start);
    let end = ending(text, start, hit.at.end);
    let mut pieces = pieces(text, start..end, &hits);
    let cut = || Piece { text: "…".to_owned(), is_hit: false };
    if start > 0 {
        pieces.insert(0, cut());
    }
    if end < text.trim_end().len() {
        pieces.push(cut());
    }
    Some(pieces)
}

fn hits(text: &str, words: &[String]) -> Vec<Hit> {
    let mut hits = Vec::new();
    each_word(text, &mut |word, at| {
        if let Some(number) = words.iter().position(|wanted| word.starts_with(wanted.as_str())) {
            hits.push(Hit { at, word: number });
        }
    });
    hits
}

/// Of how many words these are hits.
fn different(hits: &[Hit]) -> usize {
    let first = |(number, hit): &(usize, &Hit)| !hits.iter().take(*number).any(|other| other.word == hit.word);
    hits.iter().enumerate().filter(first).count()
}

/// The beginning of the sentence of a hit, or of a word some way before it.
fn beginning(text: &str, hit: usize) -> usize {
    let before = text.get(..hit).unwrap_or_default();
    let mut start = hit;
    let mut last = ' ';
    for (number, (at, c)) in before.char_indices().rev().enumerate() {
        let ends_sentence = c == '\n' || (matches!(c, '.' | '!' | '?') && last.is_whitespace());
        if number >= BEFORE || (ends_sentence && number > 0) {
            return start;
        }
        // A word begins behind white space.
        if c.is_whitespace() && !last.is_whitespace() {
            start = at.saturating_add(c.len_utf8());
        }
        last = c;
    }
    0
}

/// The end of the last word that is shown; never within the hit.
fn ending(text: &str, start: usize, hit_end: usize) -> usize {
    let shown = text.get(start..).unwrap_or_default();
    let mut end = hit_end;
    for (number, (at, c)) in shown.char_indices().enumerate() {
        if number >= SHOWN {
            return end;
        }
        if c.is_whitespace() {
            end = end.max(start.saturating_add(at));
        }
    }
    text.trim_end().len()
}

fn pieces(text: &str, shown: Range<usize>, hits: &[Hit]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |part: Range<usize>, is_hit: bool| {
        let text = text.get(part).unwrap_or_default();
        if !text.is_empty() {
            // Lines and paragraphs run on: this is one line of a list.
            let text = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
            pieces.push(Piece { text, is_hit });
        }
    };
    let mut at = shown.start;
    for hit in hits.iter().filter(|hit| hit.at.start >= shown.start && hit.at.end <= shown.end) {
        push(at..hit.at.start, false);
        push(hit.at.clone(), true);
        at = hit.at.end;
    }
    push(at..shown.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::words_of;

    /// Hits between brackets.
    fn shown(pieces: &[Piece]) -> String {
        let text = |piece: &Piece| if piece.is_hit { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn a_hit_is_shown_in_its_sentence_as_it_is_written() {
        let check = |text: &str, typed: &str, expected: &str| {
            let sentence = sentence(text, &words_of(typed)).map(|pieces| shown(&pieces));
            assert_eq!(sentence.unwrap_or_default(), expected, "{text} / {typed}");
        };
        check("Secan el café al sol.", "cafe", "Secan el [café] al sol.");
        check("Primero otra cosa. Secan el café al sol.", "CAFE sol", "…Secan el [café] al [sol].");
        check("uno\ndos\n\nCafé tostado  ", "caf", "…[Café] tostado");
        check("nada", "cafe", "");
        check("", "cafe", "");
        check("cafe\u{301} y té", "cafe", "[cafe\u{301}] y té");
        check("🌽maíz🌽", "maiz", "🌽[maíz]🌽");
        let long = "palabra ".repeat(12) + "aquí " + &"otra ".repeat(40);
        let around = "…".to_owned() + &"palabra ".repeat(5) + "[aquí] " + "otra ".repeat(15).trim_end() + "…";
        check(&long, "aqui", &around);
        let far = "sol. ".to_owned() + &"nada de nada, ".repeat(20) + "el café al sol";
        check(&far, "sol cafe", "…de nada, nada de nada, nada de nada, el [café] al [sol]");
    }

    #[test]
    fn a_word_without_end_is_shown_whole_and_nothing_breaks() {
        let long = "ñ".repeat(500);
        assert_eq!(sentence(&long, &words_of("nn")).map(|pieces| pieces.len()), Some(1));
        let text = long.clone() + " café " + &long;
        let pieces = sentence(&text, &words_of("cafe")).expect("a hit");
        assert_eq!(shown(&pieces), "…[café]…");
    }

    #[test]
    fn every_word_of_a_title_is_marked() {
        let words = words_of("rio asoc");
        assert_eq!(shown(&marked("Asociación Río Intag", &words)), "[Asociación] [Río] Intag");
        assert_eq!((how_many("río, río", &words), how_many("Intag", &words)), (1, 0));
    }
}
