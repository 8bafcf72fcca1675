//! Texts in the XML of a workbook: escaped, and no longer than a cell holds.

/// What a cell holds at most, in UTF-16 units, as the format counts.
const MOST: usize = 32_767;

/// A text as it stands between tags. What XML can not hold becomes U+FFFD.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A line end is one character, whatever wrote it: readers of XML would make it so.
            '\r' if rest.as_str().starts_with('\n') => {}
            '\r' => out.push('\n'),
            '\t' | '\n' => out.push(c),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            // `_x0041_` would be read as the letter with that number.
            '_' if is_code(rest.as_str()) => out.push_str("_x005F_"),
            c => out.push(c),
        }
    }
    out
}

/// Whether `x0041_` follows.
fn is_code(rest: &str) -> bool {
    match rest.as_bytes() {
        [b'x', a, b, c, d, b'_', ..] => [a, b, c, d].into_iter().all(u8::is_ascii_hexdigit),
        _ => false,
    }
}

/// A name as it stands in quotation marks.
pub fn attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// As much of a text as a cell holds, and words that say that it is not all.
pub fn fitting(text: &str, shortened: &str) -> String {
    if text.encode_utf16().count() <= MOST {
        return text.to_owned();
    }
    let mut left = MOST.saturating_sub(shortened.encode_utf16().count().saturating_add(1));
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let Some(rest) = left.checked_sub(c.len_utf16()) else { break };
        left = rest;
        end = at.saturating_add(c.len_utf8());
    }
    [text.get(..end).unwrap_or_default(), " ", shortened].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_somebody_typed_is_read_back_as_text() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text:?}");
        check("<b>&amp;\"café\"", "&lt;b&gt;&amp;amp;\"café\"");
        check("uno\r\ndos\rtres\tcuatro\n", "uno\ndos\ntres\tcuatro\n");
        check("nul\0 esc\x1b fin\u{ffff}", "nul\u{fffd} esc\u{fffd} fin\u{fffd}");
        check("_x0041_ _x00_ _", "_x005F_x0041_ _x00_ _");
        check("=1+1 🌽", "=1+1 🌽");
        assert_eq!(attribute("a \"b\" & c"), "a &quot;b&quot; &amp; c");
    }

    #[test]
    fn a_text_that_no_cell_holds_is_cut_and_says_so() {
        assert_eq!(fitting("corto", "[…]"), "corto");
        let long = fitting(&"🌽".repeat(20_000), "[… acortado]");
        assert!(long.ends_with("🌽 [… acortado]"), "{}", long.len());
        assert!((32_760..=32_767).contains(&long.encode_utf16().count()));
        let whole = "a".repeat(32_767);
        assert_eq!(fitting(&whole, "[…]"), whole);
    }
}
