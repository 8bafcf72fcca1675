//! Text as it is compared: without accents, case or extra white space.

/// Lower case, Latin letters without their marks (ñ as n), runs of white space as one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        folded.extend(word.chars().filter_map(fold_letter));
        // A word of nothing but marks leaves nothing to set apart.
        if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// One letter as it is compared; nothing for a mark that only changes the letter before it.
pub fn fold_letter(c: char) -> Option<char> {
    plain(lower(c))
}

/// The small letter, of Latin letters: names and notes are written in them here. A table of all scripts would be loaded by
/// everybody.
pub fn lower(c: char) -> char {
    let step = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => 32,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => 1 - (c as u32) % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' => (c as u32) % 2,
        'Ÿ' => return 'ÿ',
        _ => 0,
    };
    char::from_u32(c as u32 + step).unwrap_or(c)
}

/// The letter without its mark; nothing for a mark that stands alone.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'į' => 'i',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ñ' | 'ń' | 'ň' => 'n',
        'ç' | 'ć' | 'č' => 'c',
        'ý' | 'ÿ' => 'y',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        '\u{300}'..='\u{36f}' => return None,
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_without_its_accent() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected);
        check("Íntag", "intag");
        check("  Ñuflo   de Chávez ", "nuflo de chavez");
        check("JUNI\u{301}N", "junin");
        check("ÁÉÍÓÚÜÑ ŽŠĆ ŁÓDŹ", "aeiouun zsc łodz");
        check("Güemes\tÇa", "guemes ca");
        check("🌽 Maíz", "🌽 maiz");
        check("a \u{301} b \u{301}", "a b");
        check(" \u{301} ", "");
    }
}
