//! What people record: kinds, fields, choices, vocabularies, and what makes a record complete.
//!
//! Pure: no clock, no randomness, no I/O. A form is a set of [`Fields`]; nothing here knows how they are kept.

pub mod bands;
pub mod cells;
pub mod complete;
mod draft;
pub mod gather;
pub mod gazetteer;
pub mod json;
mod location;
mod map;
mod name;
mod names;
pub mod pace;
pub mod periods;
mod personal;
pub mod points;
pub mod template;
pub mod text;
mod value;

pub use draft::Draft;
pub use location::{Location, POOR_ACCURACY};
pub use map::Map;
pub use name::Name;
pub use names::{Choice, Field, Kind};
pub use personal::{Personal, personal};
pub use value::{Fields, MAX_INT, RecordId, Value};
