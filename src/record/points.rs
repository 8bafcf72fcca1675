//! A point of each municipality, for maps and open data where nobody measured one.
//!
//! From `data/points.txt`, which `cargo xtask seed` makes of `data/gazetteer.csv`: one line a municipality, sorted by id, with
//! latitude and longitude in whole ten thousandths of a degree, empty where none is known. What the points are is said in `data/SOURCES.md`.

use super::{Location, gazetteer};

const TEXT: &str = include_str!("../../data/points.txt");

/// Millionths of a degree in one of the text.
const UNIT: i64 = 100;

/// The point of the municipality of a field value such as `EC1003`.
pub fn of(id: &str) -> Option<Location> {
    let at = gazetteer::all().binary_search_by(|municipality| municipality.id.as_str().cmp(id)).ok()?;
    let (latitude, longitude) = TEXT.lines().nth(at)?.split_once(' ')?;
    let micro = |text: &str| text.parse::<i64>().ok().map(|number| number.saturating_mul(UNIT));
    Location::new(micro(latitude)?, micro(longitude)?, None)
}
