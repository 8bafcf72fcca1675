//! Long work in pieces, between which the screen gets its turn.

use super::browser;
use crate::record::pace::Steps;

/// How long a piece may take, in milliseconds.
const PIECE: u64 = 12;

/// When the screen gets its turn.
pub struct Turns(u64);

impl Turns {
    pub fn new() -> Self {
        Turns(browser::now().ms)
    }

    /// Whether it is time to let go.
    pub fn is_over(&self) -> bool {
        browser::now().ms.saturating_sub(self.0) >= PIECE
    }

    /// Lets the screen have its turn.
    pub async fn pass(&mut self) {
        browser::breathe().await;
        self.0 = browser::now().ms;
    }
}

/// Does the work; the clock is looked at after each `amount` of it. After each piece `goes_on` is told how much is done; where
/// it says no, the work is given up, which is as if it had never begun.
pub async fn in_pieces<T>(mut steps: Steps<'_, T>, amount: usize, goes_on: impl Fn(usize) -> bool) -> Option<T> {
    let mut turns = Turns::new();
    loop {
        if let Some(done) = steps.advance(amount) {
            return Some(done);
        }
        if turns.is_over() {
            if !goes_on(steps.done()) {
                return None;
            }
            turns.pass().await;
        }
    }
}
