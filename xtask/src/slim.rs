//! The script that wasm-bindgen writes, without what only a reader of it needs.

use crate::place;
use anyhow::{Context, Result};
use std::fs;

/// Slims every script at the top of `dist/`.
pub fn scripts() -> Result<()> {
    for entry in fs::read_dir(place::dist()).context("dist/ can not be read")? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "js") {
            let script = fs::read_to_string(&path).with_context(|| format!("{} can not be read", path.display()))?;
            fs::write(&path, slim(&script)).with_context(|| format!("{} can not be written", path.display()))?;
        }
    }
    Ok(())
}

/// Takes out indentation, empty lines and the lines of comments. A script with a text over several lines, in which all
/// of these mean something, is left as it is.
fn slim(script: &str) -> String {
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
}
