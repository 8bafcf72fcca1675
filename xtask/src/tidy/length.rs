//! A file that has grown too long holds more than one idea.

use super::source::Source;

const MOST_LINES: usize = 400;

/// The length of the file.
pub fn check(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= MOST_LINES {
        return Vec::new();
    }
    vec![source.finding(MOST_LINES + 1, &format!("{lines} lines; at most {MOST_LINES}: find the second idea in it"))]
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    #[test]
    fn a_file_stays_short_enough_to_be_read() {
        let check_length = |count: usize, expected: &[usize]| {
            assert_eq!(lines(check, "style/a.css", &"x\n".repeat(count)), expected, "{count}");
        };
        check_length(0, &[]);
        check_length(MOST_LINES, &[]);
        check_length(MOST_LINES + 1, &[MOST_LINES + 1]);
    }
}
