//! The script that wasm-bindgen writes, shorter.

use std::collections::BTreeMap;

/// Takes out indentation, empty lines and the lines of comments. A script with a text over several lines, in which all
/// of these mean something, is left as it is.
pub fn slim(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut out = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !(in_comment || line.is_empty() || line.starts_with("//")) {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

/// The names of functions and values that the script keeps to itself. What else goes by such a name, a member or an
/// export, takes it off the list.
pub fn helpers(script: &str) -> Vec<String> {
    let declared = script.lines().filter_map(|line| {
        let line = line.strip_prefix("async ").unwrap_or(line);
        let rest = ["function ", "const ", "let "].iter().find_map(|word| line.strip_prefix(word))?;
        Some(rest.split(|c| !is_of_word(c)).next().unwrap_or_default())
    });
    let is_member = |name: &str| says(script, &format!(".{name}")) || script.contains(&format!("{name}:"));
    let is_offered = |name: &str| script.lines().any(|line| line.starts_with("export") && says(line, name));
    declared.filter(|name| name.len() > 3 && !is_member(name) && !is_offered(name)).map(str::to_owned).collect()
}

/// Every whole word that has another name by that name.
pub fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find(is_of_word) {
        let (between, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.find(|c| !is_of_word(c)).unwrap_or(from.len()));
        out.push_str(between);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

/// Whether these words stand in the script, not as a part of longer ones.
pub fn says(script: &str, words: &str) -> bool {
    script.match_indices(words).any(|(at, _)| {
        let before = script.get(..at).unwrap_or_default().chars().next_back();
        let after = script.get(at + words.len()..).unwrap_or_default().chars().next();
        !after.is_some_and(is_of_word) && (words.starts_with('.') || !before.is_some_and(is_of_word))
    })
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

/// A number in as few signs as names may have.
pub fn digits(number: usize) -> String {
    const SIGNS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let sign = SIGNS.get(number % SIGNS.len()).copied().map_or('_', char::from);
    let more = if number < SIGNS.len() { String::new() } else { digits(number / SIGNS.len() - 1) };
    more + &sign.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_reads_stays_and_what_a_reader_reads_goes() {
        let check = |script: &str, expected: &str| assert_eq!(slim(script), expected);
        check(
            "/**\n * @returns {any}\n */\nfunction a() {\n    // why\n\n    return '//' + b; // c\n}\n",
            "function a() {\nreturn '//' + b; // c\n}\n",
        );
        check("/* one line */\nlet a = 1;\n", "let a = 1;\n");
        check("let a = `\n  // text\n`;\n", "let a = `\n  // text\n`;\n");
        check("let a = `b`;\n", "let a = `b`;\n");
    }

    #[test]
    fn helpers_are_what_nobody_else_calls_by_that_name() {
        let check = |script: &str, expected: &[&str]| assert_eq!(helpers(script), expected, "{script}");
        check("function shown(a) {\n    const inner = 1;\n}\n", &["shown"]);
        check("async function load(a) {}\nlet cached = null;\n", &["load", "cached"]);
        check("const memory = wasm.memory;\n", &[]);
        check("function offered() {}\nexport { offered };\n", &[]);
        check("const value = { value: 1 };\n", &[]);
    }

    #[test]
    fn whole_words_are_renamed_and_parts_of_words_are_not() {
        let names = BTreeMap::from([("get".to_owned(), "$0".to_owned())]);
        assert_eq!(renamed("get(a.get, getAll, _get, get)", &names), "$0(a.$0, getAll, _get, $0)");
        assert_eq!(renamed("", &names), "");
        assert!(says("wasm.get(1)", "wasm.get") && !says("wasm.getAll(1)", "wasm.get") && !says("forget", "get"));
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..5_000).map(digits).collect();
        assert_eq!(names.len(), 5_000);
        assert_eq!(["z", "00", "0z", "10"].map(str::to_owned), [35, 36, 71, 72].map(digits));
    }
}
