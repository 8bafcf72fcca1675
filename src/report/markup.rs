//! Texts in markup: what a person typed is never a tag, in a page, a picture or a document.

/// A text in which nothing is markup, also between double quotes, and that every reader of XML takes: what may not stand there is
/// left out.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_typed_is_no_markup_and_no_reader_stumbles_over_it() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected);
        check("<script>\"a\" & 'b' </script>", "&lt;script&gt;&quot;a&quot; &amp; 'b' &lt;/script&gt;");
        check("a\u{1}b\u{fffe}c\nd\té", "a bc\nd\té");
    }
}
