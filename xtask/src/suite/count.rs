//! How many tests passed and failed.

use std::fmt;

/// Tests of a step, or of all steps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// False for a step that is one check and has no tests to count.
    pub counted: bool,
}

impl Tally {
    /// A step that is one check.
    pub const ONE: Self = Self { passed: 1, failed: 0, counted: false };

    pub fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed, counted: true }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The error of a step whose tests could be counted although it failed.
#[derive(Debug)]
pub struct TestsFailed {
    pub tally: Tally,
    pub reason: String,
}

impl fmt::Display for TestsFailed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for TestsFailed {}

/// The tests of a failed step: those it counted, but never less than one failure.
pub fn of_failure(error: &anyhow::Error) -> Tally {
    let tally = error.downcast_ref::<TestsFailed>().map(|failed| failed.tally).unwrap_or_default();
    Tally { failed: tally.failed.max(1), ..tally }
}

/// Adds up the lines `test result: ok. 3 passed; 0 failed; …` of all test programs in an output.
pub fn tests_in(output: &str) -> Tally {
    let mut sum = Tally { counted: true, ..Tally::default() };
    for line in output.lines() {
        let Some((_, numbers)) = line.trim().split_once("test result: ") else { continue };
        let number_before = |word: &str| {
            let mut words = numbers.split([' ', ';', '.']).filter(|part| !part.is_empty()).rev();
            words.find(|part| *part == word)?;
            words.next()?.parse::<usize>().ok()
        };
        sum.passed += number_before("passed").unwrap_or(0);
        sum.failed += number_before("failed").unwrap_or(0);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_of_all_programs_are_added_up() {
        let check = |output, passed, failed| {
            assert_eq!(tests_in(output), Tally { passed, failed, counted: true }, "{output}");
        };
        check("", 0, 0);
        check("running 2 tests\ntest a ... ok\n", 0, 0);
        check(
            "test result: ok. 41 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s\n",
            41,
            0,
        );
        check("test result: ok. 3 passed; 0 failed\nx\n    test result: FAILED. 4 passed; 2 failed; 0 ignored", 7, 2);
    }

    #[test]
    fn a_failed_step_counts_as_a_failure_whatever_it_printed() {
        let check = |tally: Tally, expected: &str| {
            let error = anyhow::Error::new(TestsFailed { tally, reason: "no".into() }).context("step");
            assert_eq!(of_failure(&error).to_string(), expected);
        };
        check(Tally { passed: 3, failed: 2, counted: true }, "3 passed, 2 failed");
        check(Tally { passed: 3, failed: 0, counted: true }, "3 passed, 1 failed");
        assert_eq!(of_failure(&anyhow::anyhow!("no compiler")).to_string(), "0 passed, 1 failed");
    }
}
