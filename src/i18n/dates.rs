//! Dates in words. What comes in is `YYYY-MM-DD` or an RFC 3339 moment; what is neither is shown as it is.

use super::{DateParts, Lang};

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    year: u16,
    /// 1 to 12.
    month: u8,
    /// From 1.
    day: u8,
}

/// How near a date is to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    Yesterday,
    Today,
    Tomorrow,
    /// Further away, or no date.
    Other,
}

impl Date {
    /// Nothing for a day that does not exist.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, also at the beginning of a moment such as `2015-10-27T10:42:00-05:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        if !(rest.is_empty() || rest.starts_with('T')) || !date.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        let mut parts = date.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Days since 1 March of year 0; only differences mean anything.
    fn day_number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        // Years that begin in March, so that the leap day is the last of its year.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
    }

    /// 0 is Monday.
    fn weekday(self) -> usize {
        // 1 March of year 0 was a Wednesday.
        usize::try_from((self.day_number() + 2).rem_euclid(7)).unwrap_or_default()
    }

    fn parts(self, lang: Lang) -> DateParts {
        let words = &lang.words().dates;
        let two_digits = |n: u8| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
        DateParts {
            weekday: words.weekdays.get(self.weekday()).copied().unwrap_or_default(),
            month_name: words.months.get(usize::from(self.month) - 1).copied().unwrap_or_default(),
            day: self.day.to_string(),
            day_two_digits: two_digits(self.day),
            month_two_digits: two_digits(self.month),
            year: self.year.to_string(),
        }
    }
}

/// How many days `date` is after `today`, both `YYYY-MM-DD` or moments; negative for one that has passed, nothing where one is
/// no date.
pub fn days_ahead(date: &str, today: &str) -> Option<i64> {
    Some(Date::parse(date)?.day_number() - Date::parse(today)?.day_number())
}

/// How near `date` is to `today`, both `YYYY-MM-DD` or moments.
pub fn near(date: &str, today: &str) -> Near {
    match days_ahead(date, today) {
        Some(-1) => Near::Yesterday,
        Some(0) => Near::Today,
        Some(1) => Near::Tomorrow,
        _ => Near::Other,
    }
}

/// "10:42" of an RFC 3339 moment, as the clock showed it that wrote it; empty for anything else.
pub fn time(at: &str) -> &str {
    match at.split_once('T') {
        Some((_, time)) => time.get(..5).filter(|time| time.contains(':')).unwrap_or_default(),
        None => "",
    }
}

impl Lang {
    /// "martes 27 de octubre", "Tuesday 27 October": for headings, where the year is plain.
    pub fn date_long(self, date: &str) -> String {
        self.written(date, self.words().dates.long)
    }

    /// The month of `YYYY-MM`: "mayo 2026", "May 2026". What is no month is shown as it is.
    pub fn month(self, month: &str) -> String {
        let in_words = |date: Date| {
            let parts = date.parts(self);
            [parts.month_name, " ", &parts.year].concat()
        };
        Date::parse(&[month, "-01"].concat()).map_or_else(|| month.to_owned(), in_words)
    }

    /// The same with the year: for the page of a record.
    pub fn date_full(self, date: &str) -> String {
        self.written(date, self.words().dates.full)
    }

    /// "27/10/2015", "27 Oct 2015": for tables.
    pub fn date_short(self, date: &str) -> String {
        self.written(date, self.words().dates.short)
    }

    /// "hoy", "ayer", "mañana", else the date as in tables.
    pub fn day(self, date: &str, today: &str) -> String {
        let words = &self.words().dates;
        match near(date, today) {
            Near::Yesterday => words.yesterday.to_owned(),
            Near::Today => words.today.to_owned(),
            Near::Tomorrow => words.tomorrow.to_owned(),
            Near::Other => self.date_short(date),
        }
    }

    /// "hoy, 10:42", "27/10/2015, 10:42", from an RFC 3339 moment.
    pub fn moment(self, at: &str, today: &str) -> String {
        match time(at) {
            "" => self.day(at, today),
            time => [&self.day(at, today), ", ", time].concat(),
        }
    }

    fn written(self, date: &str, write: fn(DateParts) -> String) -> String {
        Date::parse(date).map_or_else(|| date.to_owned(), |date| write(date.parts(self)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let check = |date: &str, es: [&str; 3], en: [&str; 3]| {
            for (lang, expected) in [(Lang::Es, es), (Lang::En, en)] {
                let written = [lang.date_long(date), lang.date_full(date), lang.date_short(date)];
                assert_eq!(written, expected, "{date}");
            }
        };
        check(
            "2015-10-27",
            ["martes 27 de octubre", "martes 27 de octubre de 2015", "27/10/2015"],
            ["Tuesday 27 October", "Tuesday 27 October 2015", "27 Oct 2015"],
        );
        check(
            "2024-02-29",
            ["jueves 29 de febrero", "jueves 29 de febrero de 2024", "29/02/2024"],
            ["Thursday 29 February", "Thursday 29 February 2024", "29 Feb 2024"],
        );
        check(
            "2026-01-01T08:00:00-05:00",
            ["jueves 1 de enero", "jueves 1 de enero de 2026", "01/01/2026"],
            ["Thursday 1 January", "Thursday 1 January 2026", "1 Jan 2026"],
        );
        for no_date in [
            "",
            "ayer",
            "2015-13-01",
            "2015-02-29",
            "2015-1-1",
            "27/10/2015",
            "2015-10-27x",
            "2015-10-2ñ",
            "+015-10-27",
        ] {
            check(no_date, [no_date; 3], [no_date; 3]);
        }
    }

    #[test]
    fn weekdays_are_right_over_centuries() {
        let check =
            |date: &str, expected: usize| assert_eq!(Date::parse(date).map(Date::weekday), Some(expected), "{date}");
        check("1970-01-01", 3);
        check("2000-02-29", 1);
        check("1900-03-01", 3);
        check("2100-02-28", 6);
        check("2026-11-24", 1);
        check("0000-03-01", 2);
        check("9999-12-31", 4);
    }

    #[test]
    fn near_days_have_words_of_their_own() {
        let check = |date: &str, today: &str, es: &str, en: &str| {
            assert_eq!((Lang::Es.day(date, today).as_str(), Lang::En.day(date, today).as_str()), (es, en));
        };
        check("2015-10-27", "2015-10-27", "hoy", "today");
        check("2015-10-31", "2015-11-01", "ayer", "yesterday");
        check("2016-02-29T10:00:00Z", "2016-03-01", "ayer", "yesterday");
        check("2016-01-01", "2015-12-31", "mañana", "tomorrow");
        check("2015-10-25", "2015-10-27", "25/10/2015", "25 Oct 2015");
        check("pronto", "2015-10-27", "pronto", "pronto");
        check("2015-10-27", "", "27/10/2015", "27 Oct 2015");
    }

    #[test]
    fn moments_show_the_clock_of_who_wrote_them() {
        let check = |at: &str, es: &str, en: &str| {
            let today = "2015-10-27";
            assert_eq!((Lang::Es.moment(at, today).as_str(), Lang::En.moment(at, today).as_str()), (es, en));
        };
        check("2015-10-27T10:42:00-05:00", "hoy, 10:42", "today, 10:42");
        check("2015-09-01T00:05:00Z", "01/09/2015, 00:05", "1 Sep 2015, 00:05");
        check("2015-10-26", "ayer", "yesterday");
        check("Tñ", "Tñ", "Tñ");
    }
}
