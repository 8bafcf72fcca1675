//! What pages are made of.

pub mod again;
pub mod chart;
pub mod chips;
pub mod combo;
pub mod fields;
pub mod form_frame;
pub mod icon;
pub mod items;
pub mod location;
pub mod missing;
pub mod number;
pub mod offline;
pub mod organisation;
pub mod pad;
pub mod participants;
pub mod photos;
pub mod place;
pub mod practices;
pub mod promises;
pub mod search;
pub mod select;
pub mod table;
pub mod term_chips;
pub mod trouble;
pub mod values;
pub mod ways;
