//! No panic is reachable from a form, a file or storage: the product has no call that panics on purpose.

use super::source::{Source, starts_with};

const PANICS: [&[&str]; 7] = [
    &[".", "unwrap", "("],
    &[".", "expect", "("],
    &["panic", "!"],
    &["todo", "!"],
    &["unimplemented", "!"],
    &["unreachable", "!"],
    &["dbg", "!"],
];

/// Calls that panic, outside of tests.
pub fn check(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let tokens = source.product();
    // A reader of files may have a method of its own that expects a character and returns an error.
    let own_expect = tokens.windows(2).any(|pair| starts_with(pair, &["fn", "expect"]));
    let mut findings = Vec::new();
    for at in 0..tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        for words in PANICS.iter().filter(|words| starts_with(rest, words)) {
            if !(own_expect && words.contains(&"expect")) {
                let line = rest.first().map_or(0, |token| token.line);
                findings.push(source.finding(line, &format!("`{}` can end the app: return an error", words.concat())));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    #[test]
    fn calls_that_panic_are_found_in_the_product_and_nowhere_else() {
        let check = |path, text, expected: &[usize]| assert_eq!(lines(check, path, text), expected, "{text}");
        check("src/a.rs", "fn f() {\n x.unwrap();\n y.expect(\"z\");\n}", &[2, 3]);
        check("src/a.rs", "fn f() { panic!(); todo!(); unimplemented!(); unreachable!(); dbg!(x) }", &[1; 5]);
        check("src/a.rs", "fn f() { x.unwrap_or(0); \".unwrap()\"; } // .unwrap()", &[]);
        check("src/a.rs", "#[cfg(test)]\nmod tests { fn f() { x.unwrap() } }", &[]);
        check("src/a.rs", "fn expect(b: u8) {}\nfn f() { self.expect(1)?; }", &[]);
        check("tests/a.rs", "fn f() { x.unwrap() }", &[]);
        check("xtask/src/a.rs", "fn f() { x.unwrap() }", &[]);
    }
}
