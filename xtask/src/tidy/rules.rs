//! What the documents promise: rules that are cited by a test, and commands that the README names.

use super::source::{Source, is_test_file};

/// The rules of the exchange format.
const RULES: [&str; 32] = [
    "C1", "C2", "C3", "C4", "C5", "C6", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "F1", "F2", "F3", "F4",
    "F5", "F6", "F7", "I1", "I2", "I3", "I4", "I5", "I6", "I7", "S1", "S2", "S3",
];
const COMMANDS: [&str; 2] = ["cargo xtask run", "cargo xtask test"];

/// Rules that no test cites.
pub fn uncited(sources: &[Source]) -> Vec<String> {
    let missing = RULES.iter().filter(|rule| !sources.iter().any(|source| cites(tests_of(source), rule)));
    missing.map(|rule| format!("no test cites rule {rule} of the exchange format")).collect()
}

/// Commands that a person who reads the README would not learn.
pub fn readme(text: &str) -> Vec<String> {
    let missing = COMMANDS.iter().filter(|command| !text.contains(*command));
    missing.map(|command| format!("README.md:1: does not name `{command}`")).collect()
}

/// The text of a file's tests, with comments: they stand at the end of the file, or fill a file of their own.
fn tests_of<'a>(source: &Source<'a>) -> &'a str {
    if is_test_file(source.path) {
        return source.text;
    }
    let start = source.text.find("#[cfg(test)]").filter(|_| source.path.starts_with("src/"));
    start.and_then(|start| source.text.get(start..)).unwrap_or_default()
}

/// Whether the number stands there by itself: `M1` is not cited by `M12`.
fn cites(text: &str, rule: &str) -> bool {
    text.match_indices(rule).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + rule.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_counts_as_proven_only_where_a_test_cites_it() {
        let check = |path, text, expected| {
            let source = Source::new(path, text);
            assert_eq!(cites(tests_of(&source), "M1"), expected, "{path}: {text}");
        };
        check("src/log/set.rs", "/// M1\nfn f() {}", false);
        check("src/log/set.rs", "#[cfg(test)]\nmod tests { /// Union (M1).\n #[test] fn f() {} }", true);
        check("src/log/tests.rs", "// M1, M2", true);
        check("tests/laws/main.rs", "// M12 AM1 M1x", false);
        check("tests/laws/main.rs", "fn m1_union() {} // rule_M1", true);
        check("xtask/src/tidy/rules.rs", "#[cfg(test)] // M1", false);
    }

    #[test]
    fn the_readme_names_the_two_commands() {
        assert_eq!(readme("`cargo xtask run` and `cargo xtask test`"), Vec::<String>::new());
        assert_eq!(readme("`cargo xtask run`").len(), 1);
    }
}
