//! One sheet of a workbook: a row of headings that stays in sight and filters, then the rows.

use super::text::{attribute, escaped, fitting};
use super::{HEAD, MAIN, style};
use crate::i18n::{Leaf, days_ahead};
use crate::record::pace::Pace;
use crate::report::package::Part;
use crate::report::sheets::{Book, Cell, Form, Sheet, degrees};

/// The day that is number 0.
const DAY_ZERO: &str = "1899-12-30";

/// From this day on all programs number days alike: 1 March 1900.
const FIRST_DAY: i64 = 61;

/// Widths of columns, in letters.
const NARROW: usize = 12;
const WIDE: usize = 60;
const WIDEST_SHORT: usize = 40;

/// `is_open`: the sheet that is seen first.
pub async fn write(part: &mut Part, book: &Book, sheet: &Sheet, is_open: bool, pace: &Pace) {
    let mut xml = [HEAD, "<worksheet xmlns=\"", MAIN, "\"><sheetViews><sheetView workbookViewId=\"0\""].concat();
    xml.push_str(if is_open { " tabSelected=\"1\">" } else { ">" });
    xml.push_str("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
    for (at, column) in sheet.columns.iter().enumerate() {
        let number = at.saturating_add(1).to_string();
        let width = match column.form {
            Form::Long => WIDE,
            Form::Short => width(sheet, at),
            _ => NARROW,
        };
        let width = width.to_string();
        xml.push_str(
            &["<col min=\"", &number, "\" max=\"", &number, "\" width=\"", &width, "\" customWidth=\"1\"/>"].concat(),
        );
    }
    xml.push_str("</cols><sheetData><row r=\"1\" ht=\"32\" customHeight=\"1\">");
    for (at, column) in sheet.columns.iter().enumerate() {
        text_cell(&mut xml, &reference(at, 1), style::HEADING, &column.heading);
    }
    xml.push_str("</row>");
    let shortened = book.lang.words().other_files().shortened;
    for (number, row) in (2..).zip(&sheet.rows) {
        let number: usize = number;
        xml.push_str(&["<row r=\"", &number.to_string(), "\">"].concat());
        for (at, (cell, column)) in row.iter().zip(&sheet.columns).enumerate() {
            put(&mut xml, &reference(at, number), cell, column.form, shortened);
        }
        xml.push_str("</row>");
        part.write(xml.as_bytes());
        xml.clear();
        pace.spend(1).await;
    }
    xml.push_str("</sheetData>");
    // The first sheet is read, not filtered.
    if sheet.leaf != Leaf::About {
        let last = reference(sheet.columns.len().saturating_sub(1), sheet.rows.len().saturating_add(1));
        xml.push_str(&["<autoFilter ref=\"A1:", &attribute(&last), "\"/>"].concat());
    }
    xml.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>");
    part.write(xml.as_bytes());
}

fn put(xml: &mut String, at: &str, cell: &Cell, form: Form, shortened: &str) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let is_marked = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let style = match (form, is_marked) {
                (Form::Long, true) => style::LONG_MARKED,
                (Form::Long, false) => style::LONG,
                (_, true) => style::SHORT_MARKED,
                (_, false) => style::SHORT,
            };
            text_cell(xml, at, style, &fitting(text, shortened));
        }
        Cell::Whole(number) => number_cell(xml, at, style::WHOLE, &number.to_string()),
        Cell::Degrees(micro) => number_cell(xml, at, style::DEGREES, &degrees(*micro, '.')),
        Cell::Date(day) => match days_ahead(day, DAY_ZERO).filter(|days| *days >= FIRST_DAY) {
            Some(days) => number_cell(xml, at, style::DATE, &days.to_string()),
            None => text_cell(xml, at, style::SHORT, day),
        },
        Cell::YesNo(yes) => {
            let yes = if *yes { "1" } else { "0" };
            xml.push_str(&["<c r=\"", at, "\" t=\"b\"><v>", yes, "</v></c>"].concat());
        }
        Cell::Few | Cell::Many => text_cell(xml, at, style::WHOLE, cell.hidden().unwrap_or_default()),
    }
}

fn text_cell(xml: &mut String, at: &str, style: usize, text: &str) {
    let style = style.to_string();
    let head = ["<c r=\"", at, "\" s=\"", &style, "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"].concat();
    xml.push_str(&head);
    xml.push_str(&escaped(text));
    xml.push_str("</t></is></c>");
}

fn number_cell(xml: &mut String, at: &str, style: usize, number: &str) {
    xml.push_str(&["<c r=\"", at, "\" s=\"", &style.to_string(), "\"><v>", number, "</v></c>"].concat());
}

/// As wide as its longest text, within bounds.
fn width(sheet: &Sheet, at: usize) -> usize {
    let length = |row: &Vec<Cell>| match row.get(at) {
        Some(Cell::Text(text)) => text.chars().take(WIDEST_SHORT).count(),
        _ => 0,
    };
    let longest = sheet.rows.iter().map(length).max().unwrap_or_default();
    longest.saturating_add(2).clamp(NARROW, WIDEST_SHORT)
}

/// The name of a cell: `A1`, `AB12`.
fn reference(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column.saturating_add(1);
    while left > 0 {
        let digit = u8::try_from(left.saturating_sub(1) % 26).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(digit)));
        left = left.saturating_sub(1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        let check = |column, row, expected: &str| assert_eq!(reference(column, row), expected);
        check(0, 1, "A1");
        check(25, 2, "Z2");
        check(26, 10, "AA10");
        check(701, 1, "ZZ1");
        check(702, 1, "AAA1");
    }

    #[test]
    fn a_day_has_the_number_that_spreadsheets_give_it() {
        let check = |day, number| assert_eq!(days_ahead(day, DAY_ZERO), Some(number), "{day}");
        check("1900-03-01", FIRST_DAY);
        check("2015-10-26", 42_303);
        check("2026-11-27", 46_353);
    }
}
