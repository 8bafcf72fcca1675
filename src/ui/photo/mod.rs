//! Photos in the browser: made small, kept, shown.
//!
//! `scale` turns the file of a camera into a photo that can be kept; `held` is the way to the store; `taking` takes what a
//! person chose, one after another; `shown` puts photos on the screen. What a file may be is decided in `app::original`.

mod held;
pub mod scale;
mod shown;
mod taking;

pub use held::PhotoDesk;
pub(super) use shown::picture;
pub(super) use taking::{Work, take};
