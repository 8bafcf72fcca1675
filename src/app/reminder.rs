//! When a person is reminded of what is on this device alone: by number and by age. It can be put off, and it comes back.

use super::NotSafe;
use crate::i18n::days_ahead;
use crate::record::Value;

/// From so many records on, what is not safe elsewhere is a reason to remind.
const MANY: usize = 5;
/// So many days after it was written, even one record is.
const OLD: i64 = 3;
/// So many more records than when it was put off end the putting off.
const MORE: usize = 10;

/// How loudly it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// Everything is safe elsewhere.
    Nothing,
    /// One line: few and new, or put off.
    Quiet,
    Due,
}

/// Until when a reminder was put off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PutOff {
    /// The day on which it comes back, `YYYY-MM-DD`; empty if it never was.
    pub until: String,
    /// How many records it was about.
    pub records: usize,
}

impl PutOff {
    /// Until `day`.
    pub fn until(day: String, open: &NotSafe) -> Self {
        PutOff { until: day, records: open.records }
    }

    pub fn to_value(&self) -> Value {
        let records = i64::try_from(self.records).unwrap_or(i64::MAX);
        Value::map([("until", self.until.as_str().into()), ("records", records.into())])
    }

    /// What is missing or of another form puts nothing off.
    pub fn from_value(mut kept: Value) -> Self {
        let records = kept.take("records").as_int().and_then(|records| usize::try_from(records).ok());
        PutOff { until: kept.take("until").into_text(), records: records.unwrap_or_default() }
    }

    /// A day that is further away than one can put off comes from a clock that was wrong.
    fn holds(&self, open: &NotSafe, today: &str) -> bool {
        days_ahead(&self.until, today) == Some(1) && open.records < self.records.saturating_add(MORE)
    }
}

/// What to say of `open` on the day `today` (`YYYY-MM-DD`).
pub fn reminder(open: &NotSafe, put_off: &PutOff, today: &str) -> Reminder {
    let is_old = || days_ahead(&open.oldest_at, today).is_some_and(|days| days <= -OLD);
    match open.records {
        0 => Reminder::Nothing,
        records if records < MANY && !is_old() => Reminder::Quiet,
        _ if put_off.holds(open, today) => Reminder::Quiet,
        _ => Reminder::Due,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(records: usize, day: &str) -> NotSafe {
        NotSafe { records, oldest_at: [day, "T08:00:00-04:00"].concat() }
    }

    #[test]
    fn one_is_reminded_by_number_and_by_age() {
        let check = |records, oldest, expected| {
            let found = reminder(&open(records, oldest), &PutOff::default(), "2026-11-25");
            assert_eq!(found, expected, "{records} since {oldest}");
        };
        check(0, "", Reminder::Nothing);
        check(1, "2026-11-25", Reminder::Quiet);
        check(4, "2026-11-23", Reminder::Quiet);
        check(1, "2026-11-22", Reminder::Due);
        check(5, "2026-11-25", Reminder::Due);
        // A clock that ran ahead says nothing of age.
        check(1, "2027-01-01", Reminder::Quiet);
    }

    #[test]
    fn what_is_put_off_comes_back_the_next_day_or_when_much_more_is_written() {
        let put_off = PutOff::until("2026-11-26".to_owned(), &open(6, "2026-11-25"));
        let check = |records, today, expected| {
            assert_eq!(reminder(&open(records, "2026-11-25"), &put_off, today), expected, "{records} on {today}");
        };
        check(6, "2026-11-25", Reminder::Quiet);
        check(15, "2026-11-25", Reminder::Quiet);
        check(16, "2026-11-25", Reminder::Due);
        check(6, "2026-11-26", Reminder::Due);
        check(6, "2026-11-27", Reminder::Due);
        // Put off with a clock that was a month ahead.
        check(6, "2026-10-20", Reminder::Due);
        assert_eq!(PutOff::from_value(put_off.to_value()), put_off);
    }
}
