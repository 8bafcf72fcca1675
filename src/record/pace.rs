//! Long work that can be put down and gone on with: reading a large file must not hold the screen.
//!
//! The work is written as one function that says now and then how much it has done ([`Pace::spend`]). Whoever does it decides
//! how much of it is done at once; what comes out is the same, because it is the same function.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// How much may still be done before the work is put down, and how much was.
#[derive(Clone, Debug, Default)]
pub struct Pace(Rc<Measure>);

#[derive(Debug, Default)]
struct Measure {
    left: Cell<usize>,
    done: Cell<usize>,
}

impl Pace {
    /// Says that so much was done. Here the work may be put down.
    pub async fn spend(&self, done: usize) {
        self.0.done.set(self.0.done.get().saturating_add(done));
        self.0.left.set(self.0.left.get().saturating_sub(done));
        if self.0.left.get() == 0 {
            Rest { is_over: false }.await;
        }
    }
}

/// Ready when it is asked a second time.
struct Rest {
    is_over: bool,
}

impl Future for Rest {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context) -> Poll<()> {
        if std::mem::replace(&mut self.is_over, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// Work that is done step by step. Dropped, it has done nothing.
pub struct Steps<'a, T> {
    work: Pin<Box<dyn Future<Output = T> + 'a>>,
    pace: Pace,
}

impl<'a, T> Steps<'a, T> {
    /// `work` waits for nothing but its pace.
    pub fn new<F: Future<Output = T> + 'a>(work: impl FnOnce(Pace) -> F) -> Self {
        let pace = Pace::default();
        Steps { work: Box::pin(work(pace.clone())), pace }
    }

    /// Does at least so much, and what that leads to; nothing as long as more is to be done.
    pub fn advance(&mut self, amount: usize) -> Option<T> {
        self.pace.0.left.set(amount.max(1));
        match self.work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    /// How much was done so far, in whatever the work counts.
    pub fn done(&self) -> usize {
        self.pace.0.done.get()
    }

    /// Does all of it now.
    pub fn finish(mut self) -> T {
        loop {
            if let Some(done) = self.advance(usize::MAX) {
                return done;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting(to: usize) -> Steps<'static, usize> {
        Steps::new(move |pace| async move {
            let mut sum = 0;
            for number in 1..=to {
                sum += number;
                pace.spend(1).await;
            }
            sum
        })
    }

    #[test]
    fn work_gives_the_same_in_steps_of_any_size() {
        for amount in [0, 1, 2, 7, 100, usize::MAX] {
            let (mut steps, mut times) = (counting(20), 1);
            let sum = loop {
                match steps.advance(amount) {
                    Some(sum) => break sum,
                    None => times += 1,
                }
            };
            assert_eq!(sum, 210);
            assert_eq!(times, 20 / amount.clamp(1, 100) + 1, "{amount}");
            assert_eq!(steps.done(), 20);
        }
        assert_eq!(counting(20).finish(), 210);
    }
}
