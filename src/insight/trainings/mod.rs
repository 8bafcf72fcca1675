//! Trainings, counted honestly: which number counts what, how far it can be known, and what is doubtful about it.
//!
//! The rules are those of "Counting honestly" and are cited by their number. `facts` reads the set once; `filter` says what a
//! figure is about; `figures` gives the three numbers; `table` breaks them down; `warnings` and `same` say what to look at.
//! Not here: words (`i18n`), and any decision that is a person's.

mod facts;
mod figures;
mod filter;
mod same;
mod table;
mod warnings;
mod women;

pub use facts::{Age, Cell, Course, Reading, Session, Trainings, Unit, sum};
pub use figures::{Figures, Lower, People, Upper, figures};
pub use filter::{AgeWanted, Filter, Fit, PlaceWanted, Share};
pub use same::twice;
pub use table::{Dimension, Measure, Table, behind, table};
pub use warnings::{Alert, Warning, of_session};
pub use women::Women;
