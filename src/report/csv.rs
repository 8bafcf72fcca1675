//! Tables as text: CSV (RFC 4180, UTF-8 with a byte-order mark, so that Excel reads accents), plain or with HXL hashtags.

use super::sheets::{Book, Cell, Sheet, degrees};
use crate::i18n::Lang;
use crate::record::pace::Pace;

/// What stands between two cells. Where it is a semicolon, as a Spanish Excel expects, the decimal sign is a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Semicolon,
}

/// What a reader knows UTF-8 by.
pub const BOM: &str = "\u{feff}";

const LINE_END: &str = "\r\n";

impl Separator {
    /// The one that a spreadsheet of the language expects.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::Es => Separator::Semicolon,
            Lang::En => Separator::Comma,
        }
    }

    fn sign(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
        }
    }

    fn decimal(self) -> char {
        match self {
            Separator::Comma => '.',
            Separator::Semicolon => ',',
        }
    }
}

/// A table: its headings, under them the HXL hashtags if asked for, then the rows.
pub async fn write(book: &Book, sheet: &Sheet, separator: Separator, with_tags: bool, pace: &Pace) -> String {
    let mut text = BOM.to_owned();
    line(&mut text, separator, sheet.columns.iter().map(|column| safe(&column.heading)));
    if with_tags {
        line(&mut text, separator, sheet.columns.iter().map(|column| column.tag.clone()));
    }
    for row in &sheet.rows {
        line(&mut text, separator, row.iter().map(|cell| written(book.lang, cell, separator)));
        pace.spend(1).await;
    }
    text
}

fn line(text: &mut String, separator: Separator, cells: impl Iterator<Item = String>) {
    let mut is_first = true;
    for cell in cells {
        if !is_first {
            text.push(separator.sign());
        }
        is_first = false;
        quoted(text, &cell, separator.sign());
    }
    text.push_str(LINE_END);
}

/// In quotation marks where a reader would else see more than one cell, or none.
fn quoted(text: &mut String, cell: &str, separator: char) {
    if cell.contains([separator, '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

fn written(lang: Lang, cell: &Cell, separator: Separator) -> String {
    let words = &lang.words().common;
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => safe(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Date(day) => day.clone(),
        Cell::YesNo(yes) => (if *yes { words.yes } else { words.no }).to_owned(),
        Cell::Degrees(micro) => degrees(*micro, separator.decimal()),
        Cell::Few | Cell::Many => cell.hidden().unwrap_or_default().to_owned(),
    }
}

/// A text with which a formula could begin is marked as text, so that opening a table never runs what somebody else typed.
pub fn safe(text: &str) -> String {
    let begins_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins_formula { ["'", text].concat() } else { text.to_owned() }
}
