//! A file as the checks see it: its text and, if it is Rust, its tokens, without comments.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A file of the project.
pub struct Source<'a> {
    /// Below the root of the clone, with `/`.
    pub path: &'a str,
    pub text: &'a str,
    /// The tokens, where the file is Rust and can be read.
    pub stream: Option<TokenStream>,
    pub tokens: Vec<Token>,
}

/// One token; brackets are tokens of their own.
#[derive(Debug, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
    /// In an item marked `#[cfg(test)]` or `#[test]`.
    pub in_test: bool,
}

impl<'a> Source<'a> {
    pub fn new(path: &'a str, text: &'a str) -> Self {
        let stream: Option<TokenStream> = path.ends_with(".rs").then(|| text.parse().ok()).flatten();
        let mut tokens = Vec::new();
        if let Some(stream) = stream.clone() {
            flatten(stream, is_test_file(path), &mut tokens);
        }
        Self { path, text, stream, tokens }
    }

    /// The room of the house the file is in: `src/log/view.rs` and `src/log.rs` are in `log`.
    pub fn room(&self) -> Option<&'a str> {
        let inside = self.path.strip_prefix("src/")?;
        let room = inside.split('/').next()?;
        Some(room.strip_suffix(".rs").unwrap_or(room)).filter(|room| !matches!(*room, "lib" | "main"))
    }

    /// A finding in this file.
    pub fn finding(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// The tokens of what people run: everything but tests.
    pub fn product(&self) -> Vec<&Token> {
        self.tokens.iter().filter(|token| !token.in_test).collect()
    }
}

/// A file that holds nothing but tests.
pub fn is_test_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("tests/") || path.contains("/tests/") || name == "tests.rs" || name.ends_with("_tests.rs")
}

/// Rust that can not be read would escape every other check.
pub fn readable(source: &Source) -> Vec<String> {
    let unread = source.path.ends_with(".rs") && source.stream.is_none();
    if unread { vec![source.finding(1, "can not be read as Rust")] } else { Vec::new() }
}

/// Whether the tokens from the first on are these words: `[".", "unwrap", "("]`.
pub fn starts_with(tokens: &[&Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.text == *word)
}

fn flatten(stream: TokenStream, in_test: bool, out: &mut Vec<Token>) {
    let mut marked = false;
    let push = |text: String, line: usize, in_test: bool, out: &mut Vec<Token>| out.push(Token { text, line, in_test });
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                push(open.to_owned(), line, in_test || marked, out);
                flatten(group.stream(), in_test || marked, out);
                push(close.to_owned(), group.span_close().end().line, in_test || marked, out);
                marked = (marked && group.delimiter() != Delimiter::Brace) || marks_a_test(&group);
            }
            other => {
                let text = other.to_string();
                let ends = text == ";";
                push(text, line, in_test || marked, out);
                marked &= !ends;
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// `[test]`, `[cfg(test)]` and `[cfg(all(test, …))]`, but not `[cfg(not(test))]`.
fn marks_a_test(group: &Group) -> bool {
    let text: String = group.stream().to_string().split_whitespace().collect();
    group.delimiter() == Delimiter::Bracket
        && (text == "test" || text == "cfg(test)" || text.starts_with("cfg(all(test,"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_product_is_told_from_its_tests() {
        let check = |path, text, expected: &str| {
            let source = Source::new(path, text);
            let words: Vec<_> = source.product().iter().map(|token| token.text.as_str()).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        };
        check("src/a.rs", "fn a() {} // b", "fn a ( ) { }");
        check("src/a.rs", "#[cfg(test)] mod tests { x } y", "# [ cfg ( test ) ] y");
        check("src/a.rs", "#[cfg(test)] mod tests; y", "# [ cfg ( test ) ] y");
        check("src/a.rs", "#[test] #[x] fn f(a: u8) { x } y", "# [ test ] y");
        check("src/a.rs", "#[cfg(not(test))] fn f() {}", "# [ cfg ( not ( test ) ) ] fn f ( ) { }");
        check("src/log/tests.rs", "fn a() {}", "");
        check("src/a.rs", "fn a( {", "");
    }

    #[test]
    fn each_file_belongs_to_a_room_or_to_none() {
        let check = |path, expected| assert_eq!(Source::new(path, "").room(), expected, "{path}");
        check("src/log/view.rs", Some("log"));
        check("src/log.rs", Some("log"));
        check("src/lib.rs", None);
        check("src/main.rs", None);
        check("xtask/src/main.rs", None);
    }

    #[test]
    fn a_file_that_can_not_be_read_is_found() {
        let check =
            |path, text, expected| assert_eq!(readable(&Source::new(path, text)).is_empty(), expected, "{text}");
        check("src/a.rs", "fn a() {}", true);
        check("src/a.rs", "fn a( {}", false);
        check("style/a.css", "a {", true);
    }
}
