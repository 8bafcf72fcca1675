//! Every word a person reads comes from `i18n`, in both languages: no text stands in the markup itself.
//!
//! The terminal is the exception: `src/cli` speaks English, in its own files, to those who script and to other programs.

use super::source::Source;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// On the line of a literal that is no text for people.
const ESCAPE: &str = "tidy: not-a-text";
/// The same in every language.
const NAMES: [&str; 1] = ["Ayni"];
/// Attributes that are read out or shown.
const SPOKEN: [&str; 5] = ["alt", "label", "placeholder", "title", "roledescription"];

/// Literal texts in `view!` of the screens: between tags, alone in braces, or in an attribute that people read.
pub fn check(source: &Source) -> Vec<String> {
    let Some(stream) = source.stream.clone().filter(|_| source.room() == Some("ui")) else { return Vec::new() };
    let mut found = Vec::new();
    find_views(stream, &mut found);
    let lines: Vec<&str> = source.text.lines().collect();
    found.retain(|(line, _)| !lines.get(line - 1).is_some_and(|text| text.contains(ESCAPE)));
    found.iter().map(|(line, text)| source.finding(*line, &format!("{text} belongs into i18n"))).collect()
}

fn find_views(stream: TokenStream, found: &mut Vec<(usize, String)>) {
    let mut before = [String::new(), String::new()];
    for tree in stream {
        let word = tree.to_string();
        if let TokenTree::Group(group) = tree {
            if before == ["view", "!"] {
                texts_in(group.stream(), found);
            }
            find_views(group.stream(), found);
        }
        before.rotate_left(1);
        before[1] = word;
    }
}

/// The literals in the markup itself; what stands in its braces is code and seen by [`find_views`].
fn texts_in(markup: TokenStream, found: &mut Vec<(usize, String)>) {
    let mut before = [String::new(), String::new()];
    for tree in markup {
        let in_attribute = before[1] == "=";
        if !in_attribute || SPOKEN.contains(&before[0].as_str()) {
            found.extend(literal(&tree));
        }
        before.rotate_left(1);
        before[1] = tree.to_string();
    }
}

/// A literal with letters, also alone in braces.
fn literal(tree: &TokenTree) -> Option<(usize, String)> {
    match tree {
        TokenTree::Literal(literal) => {
            let text = literal.to_string();
            let words = text.strip_prefix('"')?.strip_suffix('"')?;
            let letters = words.chars().filter(|c| c.is_alphabetic()).count();
            (letters >= 2 && !NAMES.contains(&words)).then(|| (literal.span().start().line, text))
        }
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let mut inside = group.stream().into_iter();
            let only = inside.next()?;
            if inside.next().is_some() { None } else { literal(&only) }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    #[test]
    fn a_text_that_only_one_language_has_is_found() {
        let check = |text, expected: &[usize]| assert_eq!(lines(check, "src/ui/page.rs", text), expected, "{text}");
        check("view! { <p>\"Hello\"</p> }", &[1]);
        check("view! { <p>{\"Hello\"}</p> }", &[1]);
        check("view! { <p>\n \"Hola\"\n {t.hello} \"mundo\"</p> }", &[2, 3]);
        check("view! { <p>{move || view! { <b>\"Hi\"</b> }}</p> }", &[1]);
        check("view! { <img alt=\"A field\" aria-label=\"Close\" placeholder={\"Name\"}/> }", &[1, 1, 1]);
        check("view! { <p class=\"card wide\" data-test=\"save\" class:on={\"x\" == y}>{t.hello}</p> }", &[]);
        check("view! { <p>\"·\" \"1\" \" – \" \"Ayni\"</p> }", &[]);
        check("view! { <p>\"JSON\"</p> } // tidy: not-a-text", &[]);
        check("fn f() -> &'static str { \"Hello\" }", &[]);
    }

    #[test]
    fn the_terminal_may_speak_english_by_itself() {
        assert!(lines(super::check, "src/cli/say.rs", "fn f() { view! { <p>\"Hello\"</p> } }").is_empty());
    }
}
