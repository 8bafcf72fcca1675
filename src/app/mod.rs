//! What the screens can do: the state behind them, their addresses, forms in progress, lists and actions.
//!
//! Pure: the screens pass in the time and random names and carry out what comes back. Not here: markup and browser
//! (`ui`), what a field means (`record`), how values win (`log`).

pub mod agreements;
mod asked;
mod asked_address;
pub mod bin;
mod board;
pub mod clashes;
pub mod counting_settings;
pub mod courses;
pub mod decisions;
pub mod figures;
mod finder;
pub mod folder;
mod form;
pub mod form_counts;
mod form_fields;
mod form_items;
mod form_organisations;
pub mod form_pad;
mod form_photos;
pub mod form_terms;
pub mod help;
pub mod hints;
pub mod kept_drafts;
pub mod last_load;
pub mod looked;
mod notebook;
mod now;
mod organisations;
pub mod original;
mod page;
pub mod peers;
pub mod recent;
pub mod reminder;
pub mod reports;
pub mod review;
mod route;
pub mod sending;
pub mod sentinel;
mod settings;
pub mod shipped;
mod term_use;
pub mod terms;
mod told;
pub mod twice;
pub mod twins;
pub mod workspace;

pub use crate::report::Names;
pub use asked::{Asked, Facet};
pub use board::{Entry, Status, everything, line, training_title, trainings, visit_title, visits};
pub use finder::Finder;
pub use form::{Form, FormKind, UnfinishedForm};
pub use form_fields::{Similar, similar_organisations, stands_by_itself};
pub use form_photos::{FormPhoto, ShownPhoto, bin_photo, forgotten_photos, photo_draft, photos_of};
pub use notebook::{NotSafe, Notebook};
pub use now::Now;
pub use organisations::{Listed, alike_organisations, all_organisations, listed};
pub use page::{HistoryEntry, HistoryLine, history, keep_one, undo};
pub use route::Route;
pub use settings::{Settings, device_id, random_name};

#[cfg(test)]
#[path = "hand_tests.rs"]
mod hand;
#[cfg(test)]
mod ready_tests;
