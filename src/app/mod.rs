//! What the screens can do: the state behind them, their addresses, forms in progress, lists and actions.
//!
//! Pure: the screens pass in the time and random names and carry out what comes back. Not here: markup and browser
//! (`ui`), what a field means (`record`), how values win (`log`).

pub mod agreements;
pub mod bin;
mod board;
mod form;
mod form_fields;
mod form_terms;
pub mod joins;
mod names;
mod notebook;
mod now;
mod page;
mod route;
mod settings;
pub mod shipped;
mod term_use;
pub mod terms;

pub use board::{Entry, Status, everything, trainings, visit_title, visits};
pub use form::{Form, FormKind, UnfinishedForm};
pub use form_fields::{Similar, similar_organisations};
pub use names::Names;
pub use notebook::{NotSafe, Notebook};
pub use now::Now;
pub use page::{HistoryEntry, HistoryLine, history, keep_one, undo};
pub use route::Route;
pub use settings::{Settings, device_id, random_name};

#[cfg(test)]
#[path = "hand_tests.rs"]
mod hand;
