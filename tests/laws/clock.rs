//! The clock goes forward whatever the devices' clocks do (C5).

use crate::law::run;
use crate::tally::{Met, Tally};
use ayni::log::{Clock, Tick};
use proptest::collection::vec;
use proptest::prelude::any;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// C5
#[test]
fn c5_what_is_written_later_comes_later_and_nobody_elses_far_clock_is_taken_over() {
    let tally = Tally::new("c5_clock");
    run(&vec((any::<u8>(), any::<u64>()), 1..60), |steps| {
        tally.met(Met::Case);
        let mut now: u64 = 1_795_500_000_000;
        let (mut clock, mut last, mut greatest) = (Clock::default(), Tick::default(), 0);
        for (what, far) in steps {
            let far = far >> (far & 63);
            match what & 7 {
                0 => now = far,
                1 => now = now.saturating_sub(far & 0xffff_ffff),
                2 => now = now.saturating_add(far & 0xffff_ffff),
                3 | 4 => {
                    let own = what & 8 == 8;
                    let tick = tick_of(far);
                    let before = clock;
                    clock.adopt(tick, own, now);
                    if own || tick.ms() <= now.saturating_add(DAY) {
                        greatest = greatest.max(tick.ms());
                    } else {
                        tally.met(Met::FarNotAdopted);
                        if clock != before {
                            return Err(format!("{tick} was taken over at {now}"));
                        }
                    }
                    last = if own { last.max(tick) } else { last };
                    continue;
                }
                _ => {
                    let tick = clock.next(now);
                    if tick <= last {
                        return Err(format!("{tick} after {last}"));
                    }
                    greatest = greatest.max(now.min((1 << 48) - 1));
                    if tick.ms() > greatest {
                        return Err(format!("{tick} is later than all that was known, {greatest}"));
                    }
                    last = tick;
                    continue;
                }
            }
            tally.met(Met::Jump);
        }
        Ok(())
    });
    tally.close(&[Met::FarNotAdopted, Met::Jump]);
}

/// 48 bits of milliseconds; the counter stays small, because no one writes 65,000 changes in a moment.
fn tick_of(number: u64) -> Tick {
    let ms = number & ((1 << 48) - 1);
    Tick::parse(&format!("{ms:012x}-{:04x}", number & 0xff)).expect("a fitting tick")
}
