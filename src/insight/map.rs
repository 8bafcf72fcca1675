//! Bolivia and Ecuador as shapes, and where the towns lie: what a map of what happened where is drawn from.
//!
//! From `data/outlines.txt`, which `cargo xtask seed` makes and whose form is told there, and the points of the gazetteer. Earth is measured in
//! hundredths of a degree, about a kilometre; the picture in whole units of its own, so that what draws it only writes numbers down.

use crate::record::{gather, points};

const OUTLINES: &str = include_str!("../../data/outlines.txt");

/// A map is so wide; how high, its country says.
pub const WIDTH: i64 = 720;
/// The greatest and the least circle.
const GREATEST: i64 = 44;
const LEAST: i64 = 9;
/// Fewer than this many fill no greatest circle: three visits are not a crowd.
const MANY: i64 = 12;
/// The islands are drawn nearer to the coast, in a frame.
const ISLANDS: &str = "EC20";
const NEARER: i64 = 720;

/// A point of the earth in hundredths of a degree; west and south are below 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    pub east: i64,
    pub north: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    Bolivia,
    Ecuador,
}

/// A department or province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// `EC10`
    pub code: &'static str,
    /// Each the points around an area; the last joins the first.
    pub rings: Vec<Vec<Point>>,
}

/// A map as it is drawn: x from the left, y from above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    pub height: i64,
    pub land: Vec<Vec<(i64, i64)>>,
    /// A frame around what stands elsewhere than it lies: left, top, width, height.
    pub inset: Option<(i64, i64, i64, i64)>,
    /// The greatest first, so that a small one is not hidden.
    pub circles: Vec<Circle>,
}

/// A circle for what happened at a place. Its area is as its count; the least ones are a little larger, to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    pub municipality: String,
    pub x: i64,
    pub y: i64,
    pub radius: i64,
    pub count: i64,
}

struct Frame {
    west: i64,
    east: i64,
    north: i64,
    south: i64,
    /// By how many thousandths a degree to the north is longer than one to the east.
    stretch: i64,
}

impl Country {
    pub const ALL: [Country; 2] = [Country::Ecuador, Country::Bolivia];

    /// `BO`, `EC`.
    pub fn code(self) -> &'static str {
        match self {
            Country::Bolivia => "BO",
            Country::Ecuador => "EC",
        }
    }

    fn frame(self) -> Frame {
        match self {
            Country::Bolivia => Frame { west: -6985, east: -5725, north: -945, south: -2315, stretch: 1042 },
            Country::Ecuador => Frame { west: -8490, east: -7500, north: 175, south: -520, stretch: 1000 },
        }
    }
}

impl Frame {
    fn place(&self, point: Point) -> (i64, i64) {
        let span = self.east.saturating_sub(self.west).max(1);
        let x = point.east.saturating_sub(self.west).saturating_mul(WIDTH) / span;
        (x, self.down(self.north.saturating_sub(point.north)))
    }

    fn down(&self, hundredths: i64) -> i64 {
        let span = self.east.saturating_sub(self.west).max(1);
        hundredths.saturating_mul(WIDTH).saturating_mul(self.stretch) / span.saturating_mul(1000)
    }
}

/// All departments of Bolivia or provinces of Ecuador.
pub fn units(country: Country) -> Vec<Unit> {
    let lines = OUTLINES.lines().filter(|line| line.starts_with(country.code()));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(code, rings)| Unit { code, rings: rings.split(' ').map(ring).collect() })
        .collect()
}

fn ring(text: &str) -> Vec<Point> {
    let mut numbers = text.bytes();
    let mut points = Vec::new();
    let mut at = Point { east: 0, north: 0 };
    while let Some(next) = step(&mut numbers, at) {
        at = next;
        points.push(at);
    }
    points
}

fn step(text: &mut std::str::Bytes, from: Point) -> Option<Point> {
    let (east, north) = (number(text)?, number(text)?);
    Some(Point { east: from.east.saturating_add(east), north: from.north.saturating_add(north) })
}

fn number(text: &mut std::str::Bytes) -> Option<i64> {
    let (mut folded, mut shift) = (0_i64, 0_u32);
    loop {
        let piece = i64::from(text.next()?.checked_sub(63)?);
        folded |= (piece & 31).checked_shl(shift)?;
        shift = shift.saturating_add(5);
        if piece < 32 {
            return Some(if folded & 1 == 1 { !(folded >> 1) } else { folded >> 1 });
        }
    }
}

/// Where the seat of a municipality lies, by its code (`EC1003`); nothing where no source says it.
pub fn town(municipality: &str) -> Option<Point> {
    let place = points::of(municipality)?;
    // Millionths, rounded to hundredths; half of one lies away from zero.
    let hundredths = |micro: i64| micro.saturating_add(micro.signum().saturating_mul(5_000)) / 10_000;
    Some(Point { east: hundredths(place.longitude), north: hundredths(place.latitude) })
}

/// Whether a point lies within a unit, on its simplified outline.
pub fn holds(unit: &Unit, point: Point) -> bool {
    let crosses = |(a, b): (&Point, &Point)| {
        let is_between = (a.north > point.north) != (b.north > point.north);
        let [rise, run] = [b.north.saturating_sub(a.north), b.east.saturating_sub(a.east)].map(i128::from);
        let [up, right] = [point.north.saturating_sub(a.north), point.east.saturating_sub(a.east)].map(i128::from);
        // right < run * up / rise, without dividing
        let is_left = if rise > 0 {
            right.saturating_mul(rise) < run.saturating_mul(up)
        } else {
            right.saturating_mul(rise) > run.saturating_mul(up)
        };
        is_between && is_left
    };
    let crossings = unit
        .rings
        .iter()
        .map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)).filter(|pair| crosses(*pair)).count());
    crossings.sum::<usize>() % 2 == 1
}

/// The map of a country with a circle for each municipality of it that has a count above 0 and of which it is known where it lies.
pub fn map(country: Country, counted: &[(String, i64)]) -> Map {
    let frame = country.frame();
    let nearer = |code: &str, point: Point| match code.starts_with(ISLANDS) {
        true => Point { east: point.east.saturating_add(NEARER), north: point.north },
        false => point,
    };
    let mut land = Vec::new();
    let mut islands: Vec<(i64, i64)> = Vec::new();
    for unit in units(country) {
        for ring in &unit.rings {
            let drawn: Vec<(i64, i64)> = ring.iter().map(|point| frame.place(nearer(unit.code, *point))).collect();
            if unit.code == ISLANDS {
                islands.extend(&drawn);
            }
            land.push(drawn);
        }
    }
    let here = counted.iter().filter(|(code, count)| code.starts_with(country.code()) && *count > 0);
    let most = counted.iter().map(|(_, count)| *count).max().unwrap_or_default().max(MANY);
    let circles = here.filter_map(|(code, count)| {
        let (x, y) = frame.place(nearer(code, town(code)?));
        let radius = GREATEST.saturating_mul(GREATEST).saturating_mul(*count) / most.max(1);
        Some(Circle { municipality: code.clone(), x, y, radius: radius.isqrt().max(LEAST), count: *count })
    });
    Map {
        height: frame.down(frame.north.saturating_sub(frame.south)),
        land,
        inset: inset(&islands),
        circles: gather::ordered(circles.collect(), |a: &Circle, b: &Circle| b.count.cmp(&a.count)),
    }
}

fn inset(islands: &[(i64, i64)]) -> Option<(i64, i64, i64, i64)> {
    const ROOM: i64 = 10;
    let (left, right) = (islands.iter().map(|at| at.0).min()?, islands.iter().map(|at| at.0).max()?);
    let (top, bottom) = (islands.iter().map(|at| at.1).min()?, islands.iter().map(|at| at.1).max()?);
    let both = ROOM.saturating_mul(2);
    let (width, height) =
        (right.saturating_sub(left).saturating_add(both), bottom.saturating_sub(top).saturating_add(both));
    Some((left.saturating_sub(ROOM), top.saturating_sub(ROOM), width, height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::gazetteer;

    fn unit_of(code: &str) -> Unit {
        let country = if code.starts_with("BO") { Country::Bolivia } else { Country::Ecuador };
        units(country).into_iter().find(|unit| unit.code == &code[..4]).expect("a unit")
    }

    #[test]
    fn a_town_lies_within_its_department() {
        let check = |code: &str, east: i64, north: i64| {
            let point = town(code).expect("a known place");
            assert!((point.east - east).abs() <= 3 && (point.north - north).abs() <= 3, "{code}: {point:?}");
            assert!(holds(&unit_of(code), point), "{code}");
        };
        check("EC1003", -7826, 30); // Cotacachi
        check("EC1702", -7814, 4); // Cayambe
        check("BO031001", -6604, -1740); // Sacaba
        check("BO030903", -6622, -1734); // Tiquipaya
        assert!(!holds(&unit_of("BO03"), town("EC1003").expect("a place")));
        let known: Vec<_> = gazetteer::all().iter().filter_map(|place| Some((place, town(&place.id)?))).collect();
        assert_eq!(known.len(), 334 + 181);
        // A border is simplified: a town beside it can lie on the other side by a kilometre or two.
        let outside: Vec<&str> =
            known.iter().filter(|(place, at)| !holds(&unit_of(&place.id), *at)).map(|(place, _)| place.name).collect();
        assert!(outside.len() <= 15, "{} of {}: {outside:?}", outside.len(), known.len());
    }

    #[test]
    fn what_no_source_places_is_nowhere() {
        for code in ["", "EC", "EC1", "EC1099", "EC9901", "XX0101", "EC10é", "EC1000"] {
            assert_eq!(town(code), None, "{code}");
        }
        let without = gazetteer::all().iter().filter(|place| town(&place.id).is_none()).count();
        assert_eq!(without, 9 + 41);
    }

    #[test]
    fn all_land_is_in_the_picture_and_circles_are_as_large_as_what_happened() {
        for country in Country::ALL {
            let counted = [("EC1003", 16), ("BO031001", 4), ("EC1001", 1), ("EC2001", 2), ("EC1002", 0)];
            let counted: Vec<(String, i64)> =
                counted.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect();
            let map = map(country, &counted);
            let is_inside = |(x, y): &(i64, i64)| (0..=WIDTH).contains(x) && (0..=map.height).contains(y);
            assert!(map.land.iter().flatten().all(is_inside), "{country:?}");
            assert!(map.circles.iter().all(|circle| is_inside(&(circle.x, circle.y))), "{country:?}");
            let drawn: Vec<(&str, i64)> =
                map.circles.iter().map(|circle| (circle.municipality.as_str(), circle.radius)).collect();
            match country {
                Country::Ecuador => assert_eq!(drawn, [("EC1003", 44), ("EC2001", 15), ("EC1001", 11)]),
                Country::Bolivia => assert_eq!(drawn, [("BO031001", 22)]),
            }
            assert_eq!(map.inset.is_some(), country == Country::Ecuador);
        }
    }
}
