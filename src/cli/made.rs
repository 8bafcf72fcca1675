//! The moment at which a command is run, and the chance it needs: the outside world of the pure rooms.

use super::Failure;
use crate::app::Now;
use jiff::{Timestamp, ZonedDateTime};

/// A moment, as a file carries it and as the clock of the log counts it.
pub struct Moment {
    /// RFC 3339 with offset.
    pub at: String,
    /// Milliseconds since 1970.
    pub ms: u64,
}

impl Moment {
    /// The moment that was given, or the clock of this machine.
    pub fn of(given: Option<&str>) -> Result<Self, Failure> {
        let ms = |moment: Timestamp| u64::try_from(moment.as_millisecond()).unwrap_or_default();
        match given {
            Some(at) => {
                let moment: Timestamp =
                    at.parse().map_err(|reason| Failure::Usage(format!("{at} is no moment: {reason}")))?;
                Ok(Moment { at: at.to_owned(), ms: ms(moment) })
            }
            None => {
                let now = ZonedDateTime::now();
                let now = Now { ms: ms(now.timestamp()), offset_minutes: now.offset().seconds() / 60 };
                Ok(Moment { at: now.rfc3339(), ms: now.ms })
            }
        }
    }
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_that_is_given_is_kept_as_it_is_written() {
        let moment = Moment::of(Some("2026-11-24T08:11:22-05:00")).expect("a moment");
        assert_eq!((moment.at.as_str(), moment.ms), ("2026-11-24T08:11:22-05:00", 1_795_525_882_000));
        let moment = Moment::of(None).expect("a clock");
        assert!(crate::log::is_rfc3339(&moment.at), "{}", moment.at);
    }
}
