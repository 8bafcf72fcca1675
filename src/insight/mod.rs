//! What the records add up to: finding them by their words, counting them, and what may have been written down twice.
//!
//! `words` takes a text apart, `index` knows which documents have which words, `sentence` shows a hit where it stands.
//! Pure, and without any idea of what a document is: `app::Finder` says which record is which number, and what is read of it.

pub mod chart;
pub mod diff;
mod index;
pub mod indicators;
pub mod joins;
pub mod map;
pub mod ready;
pub mod rows;
mod sentence;
mod set;
pub mod trainings;
pub mod twins;
pub mod visits;
pub mod within;
mod words;

pub use index::Index;
pub use sentence::{Piece, how_many, marked, sentence};
pub use set::Set;
pub use words::{each_word, words_of};
