//! The table of everything, to be checked.

use crate::i18n::Review;

pub const REVIEW: Review = Review { title: "Revisión" };
