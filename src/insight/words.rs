//! A text taken apart into words as they are compared: runs of letters and digits, without accents or case.
//!
//! Apostrophes, hyphens, punctuation and pictures set words apart. What is typed is taken apart the same way, so that what
//! is found never hangs on a sign.

use crate::record::text::fold_letter;
use std::ops::Range;

/// Calls `found` with each word, folded, and where in the text it stands, in bytes.
pub fn each_word(text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        // Nearly all of a note is plain letters.
        if c.is_ascii_alphanumeric() {
            if word.is_empty() {
                start = at;
            }
            word.push(c.to_ascii_lowercase());
            end = at.saturating_add(1);
            continue;
        }
        if is_apart(c) {
            if !word.is_empty() {
                found(&word, start..end);
                word.clear();
            }
            continue;
        }
        // A mark that only changes the letter before it leaves nothing, but belongs to the word.
        if let Some(c) = fold_letter(c) {
            if word.is_empty() {
                start = at;
            }
            word.push(c);
        }
        end = at.saturating_add(c.len_utf8());
    }
    if !word.is_empty() {
        found(&word, start..end);
    }
}

/// The words of a text, as they stand.
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, &mut |word, _| words.push(word.to_owned()));
    words
}

/// Whether a character sets words apart. By blocks of Unicode, as far as notes have them: a table of all scripts would be
/// loaded by everybody.
fn is_apart(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' | '×' | '÷' => true,
        // Punctuation, signs, arrows, shapes, and the punctuation of the scripts of East Asia.
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => true,
        // What chooses how a picture is drawn, and the pictures themselves.
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'.. => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_apart_into_words_that_can_be_compared() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words_of(text), expected, "{text}");
        check("", &[]);
        check(" ¿…! 🌽 ", &[]);
        check("Señora Ñusta: 3,5 qq de MAÍZ.", &["senora", "nusta", "3", "5", "qq", "de", "maiz"]);
        check("agro-ecología d'Or l’eau", &["agro", "ecologia", "d", "or", "l", "eau"]);
        check("cafe\u{301} nin\u{303}o", &["cafe", "nino"]);
        check("\u{301}x \u{301} y", &["x", "y"]);
        check("maíz🌽cacao❤️x", &["maiz", "cacao", "x"]);
        check("1º de 2ª, 20°C «ya»", &["1", "de", "2", "20", "c", "ya"]);
        check("línea\nuno\u{a0}dos\tŁódź Кофе", &["linea", "uno", "dos", "łodz", "Кофе"]);
    }

    #[test]
    fn a_word_says_where_it_stands_with_its_marks() {
        let text = "¡El café\u{301} y el cafe\u{301}!";
        let mut found = Vec::new();
        each_word(text, &mut |_, at| found.push(&text[at]));
        assert_eq!(found, ["El", "café\u{301}", "y", "el", "cafe\u{301}"]);
    }
}
