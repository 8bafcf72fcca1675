//! Reporting periods: from a day to a day, a setting of the workspace. Who comes "for the first time" does so in one of them.

use super::{Field, Fields, Value, gather};
use std::cmp::Reverse;

/// Two dates `YYYY-MM-DD`, both inside. Dates of this form are in order as texts are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub from: String,
    pub to: String,
}

impl Period {
    pub fn holds(&self, date: &str) -> bool {
        self.from.as_str() <= date && date <= self.to.as_str()
    }

    /// As a field holds it: `{"from","to"}`.
    pub fn to_value(&self) -> Value {
        Value::map([("from", self.from.as_str().into()), ("to", self.to.as_str().into())])
    }

    /// Nothing where it is no period.
    pub fn from_value(value: &Value) -> Option<Self> {
        let day = |name: &str| value.member(name)?.as_text().filter(|text| is_date(text)).map(str::to_owned);
        let period = Period { from: day("from")?, to: day("to")? };
        (period.from <= period.to).then_some(period)
    }
}

/// Whether a text has the form of a date, `YYYY-MM-DD` with a month and a day that there are.
pub fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u16>().ok());
    let digits = bytes
        .iter()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() });
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else { return false };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    bytes.len() == 10 && digits && (1..=days).contains(&day)
}

/// Whether a day lies outside of two others; an empty day bounds nothing and lies nowhere.
pub fn is_outside(day: &str, from: &str, to: &str) -> bool {
    !day.is_empty() && ((!from.is_empty() && day < from) || (!to.is_empty() && day > to))
}

/// The periods of a workspace, the earliest first; none where nobody set any.
pub fn periods(setting: &Fields) -> Vec<Period> {
    let written = setting.list(Field::ReportingPeriods).iter().filter_map(Period::from_value).collect();
    gather::ordered(written, Period::cmp)
}

/// The period in which a session is reported: of those of the workspace that hold its day the one that began last, else its
/// calendar year.
/// Nothing where the day is no date.
pub fn period_of(periods: &[Period], date: &str) -> Option<Period> {
    let holding = periods.iter().filter(|period| period.holds(date));
    if let Some(period) = holding.min_by_key(|period| (Reverse(period.from.as_str()), period.to.as_str())) {
        return Some(period.clone());
    }
    let year = date.get(..4).filter(|_| is_date(date))?;
    Some(Period { from: format!("{year}-01-01"), to: format!("{year}-12-31") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn only_days_that_there_are_are_dates() {
        for date in ["2026-11-25", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert!(is_date(date), "{date}");
        }
        for text in [
            "",
            "2026-13-01",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-1-1",
            "2026/01/01",
            "+026-01-01",
            "2026-00-10",
            "2026-01-0á",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn a_session_is_reported_in_the_period_that_holds_its_day_else_in_its_year() {
        let periods = [period("2026-01-01", "2026-12-31"), period("2026-05-01", "2026-10-31")];
        let check = |date: &str, expected: Option<Period>| assert_eq!(period_of(&periods, date), expected, "{date}");
        check("2026-05-01", Some(period("2026-05-01", "2026-10-31")));
        check("2026-11-01", Some(period("2026-01-01", "2026-12-31")));
        check("2027-03-05", Some(period("2027-01-01", "2027-12-31")));
        check("", None);
        check("pronto", None);
    }

    #[test]
    fn a_period_reads_back_as_it_was_written() {
        let one = period("2026-05-01", "2026-10-31");
        assert_eq!(Period::from_value(&one.to_value()), Some(one));
        assert_eq!(Period::from_value(&period("2026-05-01", "2026-04-30").to_value()), None);
        assert_eq!(Period::from_value(&Value::Null), None);
    }
}
