//! What the map is made of: outlines simplified, in hundredths of a degree.
//!
//! A line is a code and, after a space each, its rings: `EC10 _ab…`. A number is written as the difference from the one before,
//! folded to be never below 0, in pieces of five bits from the lowest, each piece a character from `?` on; 32 is added to a piece
//! that is not the last one.

use serde_json::Value;
use std::fmt::Write;

type Point = [i64; 2];

/// Hundredths of a degree by which a border may be off: two kilometres, less than the width of its line.
const OFF: i64 = 2;

pub fn outlines(json: &str) -> String {
    let units: Vec<Value> = serde_json::from_str(json).expect("outlines are a list");
    let mut text = String::new();
    for unit in &units {
        let name = |name: &str| unit[name].as_str().expect("a text").to_owned();
        let rings = unit["rings"].as_array().expect("rings").iter().map(ring);
        let rings: Vec<String> = rings.filter(|ring| ring.len() > 3).map(|ring| encoded(&ring)).collect();
        writeln!(text, "{}{} {}", name("country"), name("code"), rings.join(" ")).expect("a text grows");
    }
    text
}

fn ring(points: &Value) -> Vec<Point> {
    let hundredths = |number: &Value| (number.as_f64().expect("a number") * 100.0).round() as i64;
    let point = |point: &Value| [hundredths(&point[0]), hundredths(&point[1])];
    let mut points: Vec<Point> = points.as_array().expect("points").iter().map(point).collect();
    points.dedup();
    if points.first() == points.last() {
        points.pop();
    }
    let half = points.len() / 2;
    // A ring has no ends, so each half is made plainer by itself.
    let mut plain = plainer(&points[..=half]);
    plain.pop();
    let mut rest = points[half..].to_vec();
    rest.push(points[0]);
    plain.extend(plainer(&rest));
    plain.pop();
    plain
}

/// The points without those that lie on the way between others, nearly.
fn plainer(points: &[Point]) -> Vec<Point> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let away = |point: &Point| {
        let [dx, dy] = [last[0] - first[0], last[1] - first[1]];
        let [px, py] = [point[0] - first[0], point[1] - first[1]];
        let length = ((dx * dx + dy * dy) as f64).sqrt();
        if length == 0.0 { ((px * px + py * py) as f64).sqrt() } else { (dx * py - dy * px).abs() as f64 / length }
    };
    let inner = points.iter().enumerate().skip(1).take(points.len().saturating_sub(2));
    match inner.max_by(|(_, a), (_, b)| away(a).total_cmp(&away(b))) {
        Some((at, farthest)) if away(farthest) > OFF as f64 => {
            let mut all = plainer(&points[..=at]);
            all.pop();
            all.extend(plainer(&points[at..]));
            all
        }
        _ => vec![*first, *last],
    }
}

fn encoded(points: &[Point]) -> String {
    let mut text = String::new();
    let mut before = [0, 0];
    for point in points {
        (0..2).for_each(|axis| write_number(&mut text, point[axis] - before[axis]));
        before = *point;
    }
    text
}

fn write_number(text: &mut String, number: i64) {
    let mut rest = if number < 0 { -2 * number - 1 } else { 2 * number };
    loop {
        let more = if rest >= 32 { 32 } else { 0 };
        text.push(char::from(u8::try_from(rest % 32 + more + 63).expect("a character")));
        rest /= 32;
        if more == 0 {
            return;
        }
    }
}
