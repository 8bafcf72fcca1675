//! What the screens can do: the state behind them, their addresses, forms in progress, lists and actions.
//!
//! Pure: the screens pass in the time and random names and carry out what comes back. Not here: markup and browser
//! (`ui`), what a field means (`record`), how values win (`log`).

mod board;
mod form;
mod form_fields;
mod form_photos;
mod names;
mod notebook;
mod now;
pub mod original;
mod page;
mod route;
mod settings;
pub mod shipped;

pub use board::{Entry, Status, everything, trainings, visit_title, visits};
pub use form::{Form, FormKind, UnfinishedForm};
pub use form_fields::{Similar, similar_organisations, terms};
pub use form_photos::{FormPhoto, ShownPhoto, bin_photo, forgotten_photos, photo_draft, photos_of};
pub use names::Names;
pub use notebook::{NotSafe, Notebook};
pub use now::Now;
pub use page::{HistoryEntry, HistoryLine, history, keep_one};
pub use route::Route;
pub use settings::{Settings, device_id, random_name};
