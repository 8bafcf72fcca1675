//! The records as tables that others open: what each table holds, in the language of who reads it, for the team or the public.
//!
//! A [`Book`] is made once and written in any form (`csv`, `geojson`, `xlsx`): so all of them say the same. What may go to the
//! public is decided by the lists of `exchange::Public`, from which a public book is made; here its small groups are hidden too.
//! Numbers of trainings come from `insight::trainings` and are never counted anew.

mod about;
mod cells;
mod columns;
mod figures;
mod make;
pub mod mask;
mod trainings;

pub use make::{Asked, book, gathered};

use crate::i18n::{Column as What, Lang, Leaf};

/// Whom a file is for. What is in it differs, and each file says which it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    #[default]
    Team,
    Public,
}

/// All tables of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    pub lang: Lang,
    pub audience: Audience,
    /// When it was made: RFC 3339.
    pub at: String,
    /// In the order in which they are read. What the file is stands first, what its columns hold last.
    pub sheets: Vec<Sheet>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub leaf: Leaf,
    pub name: &'static str,
    pub columns: Vec<Column>,
    /// Each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub what: What,
    /// In the language of the book; no two of a table are alike.
    pub heading: String,
    pub explained: &'static str,
    pub form: Form,
    /// The HXL hashtag with its attributes: `#date+start`.
    pub tag: String,
}

/// What the cells of a column are. Any may be empty; a text may stand where something was written that is not of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A name, a choice, an id.
    Short,
    /// A text of sentences.
    Long,
    Date,
    Whole,
    YesNo,
    Degrees,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing was recorded: never zero.
    #[default]
    Empty,
    Text(String),
    Whole(i64),
    /// `YYYY-MM-DD`, a day that there is.
    Date(String),
    YesNo(bool),
    /// Millionths of a degree.
    Degrees(i64),
    /// From 1 to 4, in a public file.
    Few,
    /// 5 or more, in a public file: the number would tell the one that is [`Cell::Few`].
    Many,
}

impl Cell {
    /// A text; empty where it is blank.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    pub fn whole(number: Option<i64>) -> Self {
        number.map_or(Cell::Empty, Cell::Whole)
    }

    /// What stands instead of a number that is hidden.
    pub fn hidden(&self) -> Option<&'static str> {
        match self {
            Cell::Few => Some("<5"),
            Cell::Many => Some("≥5"),
            _ => None,
        }
    }
}

impl Book {
    pub fn sheet(&self, leaf: Leaf) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.leaf == leaf)
    }

    /// How many rows all tables have.
    pub fn rows(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.rows.len()).sum()
    }
}

impl Sheet {
    /// Where a column stands.
    pub fn place(&self, what: What) -> Option<usize> {
        self.columns.iter().position(|column| column.what == what)
    }
}

/// A coordinate without noise: `-17.3895`. Trailing noughts are left out.
pub fn degrees(micro: i64, decimal: char) -> String {
    let (whole, rest) = (micro.unsigned_abs() / 1_000_000, micro.unsigned_abs() % 1_000_000);
    let mut text = String::from(if micro < 0 { "-" } else { "" });
    text.push_str(&whole.to_string());
    if rest > 0 {
        let digits = rest.to_string();
        text.push(decimal);
        text.push_str("000000".get(digits.len()..).unwrap_or_default());
        text.push_str(digits.trim_end_matches('0'));
    }
    text
}

#[cfg(test)]
mod tests;
