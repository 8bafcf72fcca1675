//! Numbers as people write them: 1.234,5 in Spanish, 1,234.5 in English.

use super::{Lang, Noun};

impl Lang {
    /// A whole number with groups of three: "1.234", "1,234".
    pub fn number(self, number: i64) -> String {
        let sign = if number < 0 { "−" } else { "" };
        [sign, &self.grouped(&number.unsigned_abs().to_string())].concat()
    }

    /// A number given in tenths: 12345 is "1.234,5".
    pub fn tenths(self, tenths: u64) -> String {
        let words = &self.words().numbers;
        [&self.grouped(&(tenths / 10).to_string()), words.decimal, &(tenths % 10).to_string()].concat()
    }

    /// "64 %" with a thin space that does not break, "64%".
    pub fn percent(self, percent: i64) -> String {
        [&self.number(percent), self.words().numbers.percent].concat()
    }

    /// The size of a file or of a store, from bytes: "240 KB", "2,4 MB", "10,7 GB" (10^3, 10^6 and
    /// 10^9 bytes).
    pub fn bytes(self, bytes: u64) -> String {
        match bytes {
            0..=999_499 => [&self.grouped(&bytes.div_ceil(1000).to_string()), " KB"].concat(),
            999_500..=999_949_999 => [&self.tenths(bytes.saturating_add(50_000) / 100_000), " MB"].concat(),
            _ => [&self.tenths(bytes.saturating_add(50_000_000) / 100_000_000), " GB"].concat(),
        }
    }

    /// "1 registro", "1.234 registros", with a noun of [`super::Nouns`] or of a screen.
    pub fn count(self, n: usize, noun: Noun) -> String {
        [&self.grouped(&n.to_string()), " ", noun(n)].concat()
    }

    fn grouped(self, digits: &str) -> String {
        let separator = self.words().numbers.thousands;
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(separator);
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        let check = |number, es: &str, en: &str| {
            assert_eq!((Lang::Es.number(number).as_str(), Lang::En.number(number).as_str()), (es, en));
        };
        check(0, "0", "0");
        check(999, "999", "999");
        check(1234, "1.234", "1,234");
        check(-100_000, "−100.000", "−100,000");
        check(i64::MIN, "−9.223.372.036.854.775.808", "−9,223,372,036,854,775,808");
        assert_eq!((Lang::Es.tenths(12_345), Lang::En.tenths(12_345)), ("1.234,5".to_owned(), "1,234.5".to_owned()));
        assert_eq!((Lang::Es.percent(64), Lang::En.percent(64)), ("64\u{202f}%".to_owned(), "64%".to_owned()));
    }

    #[test]
    fn sizes_are_short() {
        let check = |bytes, expected: &str| assert_eq!(Lang::Es.bytes(bytes), expected);
        check(0, "0 KB");
        check(1, "1 KB");
        check(240_000, "240 KB");
        check(999_999, "1,0 MB");
        check(2_449_999, "2,4 MB");
        check(u64::MAX, "18.446.744.073,7 GB");
        check(999_949_999, "999,9 MB");
        check(999_950_000, "1,0 GB");
        check(10_737_418_240, "10,7 GB");
    }

    #[test]
    fn one_thing_is_singular_and_none_is_plural() {
        let check = |n, es: &str, en: &str| {
            let count = |lang: Lang| lang.count(n, lang.words().nouns.people);
            assert_eq!((count(Lang::Es).as_str(), count(Lang::En).as_str()), (es, en));
        };
        check(0, "0 personas", "0 people");
        check(1, "1 persona", "1 person");
        check(1200, "1.200 personas", "1,200 people");
    }
}
