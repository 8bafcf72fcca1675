//! The moment, as the device's own clock shows it. It is passed in, so that everything below is a plain function.

/// Milliseconds since 1970 and how far local time is ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub ms: u64,
    /// Minutes east of Greenwich: −300 in Quito, −240 in La Paz.
    pub offset_minutes: i32,
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl Now {
    /// Milliseconds since 1970 on the wall clock.
    fn local_ms(self) -> i64 {
        i64::try_from(self.ms).unwrap_or(i64::MAX).saturating_add(i64::from(self.offset_minutes) * 60_000)
    }

    /// Today on the wall clock, `YYYY-MM-DD`.
    pub fn date(self) -> String {
        date_of_day(self.local_ms().div_euclid(DAY_MS))
    }

    /// Tomorrow on the wall clock, `YYYY-MM-DD`.
    pub fn tomorrow(self) -> String {
        date_of_day(self.local_ms().div_euclid(DAY_MS).saturating_add(1))
    }

    /// The time on the wall clock, `HH:MM`.
    pub fn time(self) -> String {
        let seconds = self.local_ms().rem_euclid(DAY_MS) / 1000;
        format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
    }

    /// RFC 3339 with offset, as a change and a file carry it.
    pub fn rfc3339(self) -> String {
        let seconds = self.local_ms().rem_euclid(DAY_MS) / 1000 % 60;
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let offset = self.offset_minutes.unsigned_abs();
        format!("{}T{}:{seconds:02}{sign}{:02}:{:02}", self.date(), self.time(), offset / 60 % 24, offset % 60)
    }
}

/// The date of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
fn date_of_day(day: i64) -> String {
    // Years counted from 1 March of year 0, so that the leap day is the last of its year.
    let day = day.clamp(-719_162, 2_932_896) + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_is_written_as_the_wall_clock_shows_it() {
        let check = |ms, offset_minutes, expected: &str| assert_eq!(Now { ms, offset_minutes }.rfc3339(), expected);
        check(0, 0, "1970-01-01T00:00:00+00:00");
        check(1_795_525_882_000, -300, "2026-11-24T08:11:22-05:00");
        check(1_709_164_800_000, 0, "2024-02-29T00:00:00+00:00");
        check(1_709_164_800_000, -240, "2024-02-28T20:00:00-04:00");
        check(951_782_399_000, 330, "2000-02-29T05:29:59+05:30");
        check(4_102_444_800_000, 0, "2100-01-01T00:00:00+00:00");
    }

    #[test]
    fn no_clock_however_wrong_breaks_the_form_of_a_moment() {
        for ms in [0, 1, u64::MAX, u64::MAX / 2, 253_402_300_799_999] {
            for offset_minutes in [i32::MIN, -840, 0, 840, i32::MAX] {
                let at = Now { ms, offset_minutes }.rfc3339();
                assert!(crate::log::is_rfc3339(&at), "{at}");
            }
        }
    }
}
