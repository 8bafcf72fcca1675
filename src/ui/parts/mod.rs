//! What pages are made of.

pub mod chips;
pub mod combo;
pub mod fields;
pub mod form_frame;
pub mod icon;
pub mod organisation;
pub mod pad;
pub mod photos;
pub mod place;
pub mod table;
pub mod trouble;
pub mod values;
