//! Visits and sessions on a map: GeoJSON (RFC 7946), one feature for each that has a point.
//!
//! Longitude before latitude, WGS 84, and no member `crs`. What a feature says has the headings of the tables; whom the file is for
//! and in which language it speaks stand in members of their own, which readers pass over.

use super::sheets::{Audience, Book, Cell, Column, Sheet, degrees};
use crate::i18n::{Column as What, Leaf};
use crate::log::canonical;
use crate::record::pace::Pace;

/// The text of the file.
pub async fn write(book: &Book, pace: &Pace) -> String {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"ayni\":{\"for\":");
    text.push_str(match book.audience {
        Audience::Team => "\"team\"",
        Audience::Public => "\"public\"",
    });
    text.push_str(&[",\"language\":\"", book.lang.code(), "\",\"made\":", &string(&book.at)].concat());
    let mut features = String::new();
    let mut without: usize = 0;
    for (leaf, kind) in [(Leaf::Visits, "visit"), (Leaf::Sessions, "session")] {
        let Some(sheet) = book.sheet(leaf) else { continue };
        for row in &sheet.rows {
            match feature(sheet, row, kind) {
                Some(feature) => {
                    features.push_str(if features.is_empty() { "\n" } else { ",\n" });
                    features.push_str(&feature);
                }
                None => without = without.saturating_add(1),
            }
            pace.spend(1).await;
        }
    }
    text.push_str(&[",\"without_point\":", &without.to_string(), "},\"features\":[", &features, "\n]}\n"].concat());
    text
}

/// Nothing for a row without a point.
fn feature(sheet: &Sheet, row: &[Cell], kind: &str) -> Option<String> {
    let cell = |what| row.get(sheet.place(what)?);
    let (Cell::Degrees(latitude), Cell::Degrees(longitude)) = (cell(What::Latitude)?, cell(What::Longitude)?) else {
        return None;
    };
    let id = match cell(What::Id) {
        Some(Cell::Text(id)) => [kind, "/", id].concat(),
        _ => kind.to_owned(),
    };
    let point = [degrees(*longitude, '.'), degrees(*latitude, '.')].join(",");
    let is_told = |column: &Column| !matches!(column.what, What::Latitude | What::Longitude);
    let columns = sheet.columns.iter().zip(row).filter(|(column, _)| is_told(column));
    let members = columns.filter_map(|(column, cell)| Some([string(&column.heading), value(cell)?].join(":")));
    // The kind comes first: a map that shows visits and sessions tells them apart by it.
    let kind = [string(TABLE), string(sheet.name)].join(":");
    let members: Vec<String> = [kind].into_iter().chain(members).collect();
    let parts = [
        "{\"type\":\"Feature\",\"id\":",
        &string(&id),
        ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[",
        &point,
        "]},\"properties\":{",
        &members.join(","),
        "}}",
    ];
    Some(parts.concat())
}

/// In which table a feature stands. No heading is called so.
const TABLE: &str = "ayni";

fn string(text: &str) -> String {
    canonical(&text.into())
}

/// Nothing for an empty cell.
fn value(cell: &Cell) -> Option<String> {
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(text) | Cell::Date(text) => string(text),
        Cell::Whole(number) => number.to_string(),
        Cell::YesNo(yes) => yes.to_string(),
        Cell::Degrees(micro) => degrees(*micro, '.'),
        Cell::Few | Cell::Many => string(cell.hidden().unwrap_or_default()),
    })
}
