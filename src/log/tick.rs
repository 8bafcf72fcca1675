//! The hybrid logical clock (C5): it orders what is shown and never decides what is lost.

use std::fmt;

const MAX_MS: u64 = (1 << 48) - 1;
/// Another device's tick further ahead than this is kept but never adopted.
const ADOPT_WITHIN_MS: u64 = 24 * 60 * 60 * 1000;

/// Milliseconds since 1970 and a counter, written `hhhhhhhhhhhh-cccc` in lower-case hex.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Tick {
    ms: u64,
    count: u16,
}

impl Tick {
    pub fn parse(text: &str) -> Option<Self> {
        let (ms, count) = (text.get(..12)?, text.get(12..)?.strip_prefix('-')?);
        let hex = |part: &str, length| {
            part.len() == length && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        };
        if !hex(ms, 12) || !hex(count, 4) {
            return None;
        }
        Some(Tick { ms: u64::from_str_radix(ms, 16).ok()?, count: u16::from_str_radix(count, 16).ok()? })
    }

    pub fn ms(self) -> u64 {
        self.ms
    }

    fn step(self) -> Self {
        match self.count.checked_add(1) {
            Some(count) => Tick { ms: self.ms, count },
            None => Tick { ms: self.ms.saturating_add(1).min(MAX_MS), count: 0 },
        }
    }
}

impl fmt::Display for Tick {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:012x}-{:04x}", self.ms, self.count)
    }
}

/// What one device remembers of time: the greatest tick it has adopted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    last: Tick,
}

impl Clock {
    /// Takes note of a tick in the set; `own` is true for this device's own changes, which are always adopted.
    pub fn adopt(&mut self, tick: Tick, own: bool, now_ms: u64) {
        if own || tick.ms <= now_ms.saturating_add(ADOPT_WITHIN_MS) {
            self.last = self.last.max(tick);
        }
    }

    /// The tick of a new change: greater than every tick adopted, whatever the device's clock says.
    pub fn next(&mut self, now_ms: u64) -> Tick {
        let now = Tick { ms: now_ms.min(MAX_MS), count: 0 };
        self.last = self.last.max(now).step();
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_reads_as_it_is_written() {
        let tick = Tick { ms: 0x019a_b3f0_c1de, count: 7 };
        assert_eq!(tick.to_string(), "019ab3f0c1de-0007");
        assert_eq!(Tick::parse("019ab3f0c1de-0007"), Some(tick));
        for bad in
            ["", "019ab3f0c1de", "019AB3F0C1DE-0000", "19ab3f0c1de-0000", "019ab3f0c1de-00000", "+19ab3f0c1de-0000"]
        {
            assert_eq!(Tick::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn c5_ticks_grow_even_when_the_phones_clock_is_set_back() {
        let mut clock = Clock::default();
        let mut last = Tick::default();
        for now in [5_000, 5_000, 0, 4_000, 9_000, u64::MAX, 1] {
            let tick = clock.next(now);
            assert!(tick > last, "{tick} after {last}");
            last = tick;
        }
    }

    #[test]
    fn c5_a_clock_far_ahead_is_not_adopted_from_others_but_from_oneself() {
        let far = Tick { ms: 10 * ADOPT_WITHIN_MS, count: 0 };
        let mut clock = Clock::default();
        clock.adopt(far, false, 1_000);
        assert_eq!(clock.next(1_000).ms(), 1_000);
        clock.adopt(far, true, 1_000);
        assert!(clock.next(1_000) > far);
    }
}
