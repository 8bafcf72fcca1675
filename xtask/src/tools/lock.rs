//! Versions: what `Cargo.lock` says, and what a program answers.

/// The version of a package in the text of a `Cargo.lock`.
pub fn version_of<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(package))?;
    quoted(lines.next()?, "version")
}

/// Whether the answer to `--version` (`trunk 0.21.14`, or with a note behind it) names exactly this version.
pub fn answers_with(line: &str, version: &str) -> bool {
    line.split_whitespace().nth(1) == Some(version)
}

fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_says_which_version_is_needed() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        let check = |package, expected| assert_eq!(version_of(lock, package), expected, "{package}");
        check("wasm-bindgen", Some("0.2.130"));
        check("wasm-bindgen-shared", Some("0.2.1"));
        check("wasm", None);
        check("", None);
    }

    #[test]
    fn only_the_very_same_version_is_good_enough() {
        let check = |line, expected| assert_eq!(answers_with(line, "0.2.13"), expected, "{line}");
        check("wasm-bindgen 0.2.13", true);
        check("wasm-bindgen 0.2.13 (c0ffee 2026-01-01)", true);
        check("wasm-bindgen 0.2.130", false);
        check("wasm-bindgen 0.2.1", false);
        check("0.2.13", false);
        check("", false);
    }
}
