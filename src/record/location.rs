//! A point on the map in whole millionths of a degree (rule C1 knows no fractions), as a person types it and reads it.

use super::Value;

/// Millionths of a degree in a degree.
const DEGREE: i64 = 1_000_000;

/// Metres from which an accuracy is called poor.
pub const POOR_ACCURACY: i64 = 100;

/// A point, and how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// Millionths of a degree, north positive, within ±90 degrees.
    pub latitude: i64,
    /// Millionths of a degree, east positive, within ±180 degrees.
    pub longitude: i64,
    /// Metres around the point; nothing for a typed one.
    pub accuracy_m: Option<i64>,
}

impl Location {
    /// Nothing where a value is off the globe.
    pub fn new(latitude: i64, longitude: i64, accuracy_m: Option<i64>) -> Option<Self> {
        let is_on_globe =
            (-90 * DEGREE..=90 * DEGREE).contains(&latitude) && (-180 * DEGREE..=180 * DEGREE).contains(&longitude);
        let accuracy_m = accuracy_m.map(|metres| metres.clamp(0, 1_000_000));
        is_on_globe.then_some(Location { latitude, longitude, accuracy_m })
    }

    /// As it stands in the field `location`; `source` is `device` or `typed`.
    pub fn to_value(self) -> Value {
        let source = if self.accuracy_m.is_some() { super::Choice::ByDevice } else { super::Choice::Typed };
        let mut members = vec![
            ("latitude", Value::Int(self.latitude)),
            ("longitude", Value::Int(self.longitude)),
            ("source", source.name().into()),
        ];
        members.extend(self.accuracy_m.map(|metres| ("accuracy_m", Value::Int(metres))));
        Value::Map(members.into_iter().collect())
    }

    /// Reads the field; nothing where it is of another form.
    pub fn from_value(value: &Value) -> Option<Self> {
        let int = |name: &str| value.member(name).and_then(Value::as_int);
        Location::new(int("latitude")?, int("longitude")?, int("accuracy_m"))
    }

    pub fn is_poor(&self) -> bool {
        self.accuracy_m.is_some_and(|metres| metres > POOR_ACCURACY)
    }

    /// "−17.389500, −66.156800" with the sign for decimals of the language.
    pub fn in_words(&self, decimal: &str) -> String {
        [degrees(self.latitude, decimal), degrees(self.longitude, decimal)].join(if decimal == "," {
            " ; "
        } else {
            ", "
        })
    }

    /// Two numbers in degrees as a person types or pastes them: `-17.3895, -66.1568`, `-17,3895 -66,1568`, `0,35 N 78,12 O`.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = super::text::fold(typed).replace(['−', '–'], "-").replace(['°', ';'], " ");
        let mut words: Vec<&str> = typed.split_whitespace().collect();
        // A comma that ends a number separates; within one it is the decimal sign.
        if let [one] = words.as_slice() {
            let two = one.split_once(',').filter(|(first, rest)| first.contains('.') && rest.contains('.'));
            words = two.map_or(words, |(first, rest)| vec![first, rest]);
        }
        let mut numbers: Vec<i64> = Vec::new();
        for word in words {
            let word = word.trim_end_matches(',');
            let (word, side) = match word.strip_suffix(['n', 's', 'e', 'o', 'w']) {
                Some(number) => (number, word.chars().last()),
                None => (word, None),
            };
            if !word.is_empty() {
                numbers.push(parse_degrees(word)?);
            }
            if let (Some('s' | 'o' | 'w'), Some(last)) = (side, numbers.last_mut()) {
                *last = -last.abs();
            }
        }
        match numbers.as_slice() {
            [latitude, longitude] => Location::new(*latitude, *longitude, None),
            _ => None,
        }
    }
}

/// "-17.389500", without fractions in between.
fn degrees(micro: i64, decimal: &str) -> String {
    let (whole, rest) = (micro.unsigned_abs() / DEGREE.unsigned_abs(), micro.unsigned_abs() % DEGREE.unsigned_abs());
    let rest = rest.to_string();
    let zeros = "000000".get(rest.len()..).unwrap_or_default();
    [if micro < 0 { "-" } else { "" }, &whole.to_string(), decimal, zeros, &rest].concat()
}

fn parse_degrees(text: &str) -> Option<i64> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
    let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !is_number(whole) || !is_number(rest) {
        return None;
    }
    let places = rest.get(..rest.len().min(6))?;
    let micro: i64 = [places, "000000".get(places.len()..)?].concat().parse().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * DEGREE + micro))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_understood_as_people_write_it() {
        let check = |typed: &str, expected: Option<(i64, i64)>| {
            let found = Location::parse(typed).map(|point| (point.latitude, point.longitude));
            assert_eq!(found, expected, "{typed:?}");
        };
        check("-17.3895, -66.1568", Some((-17_389_500, -66_156_800)));
        check("-17.3895,-66.1568", Some((-17_389_500, -66_156_800)));
        check("-17,3895 -66,1568", Some((-17_389_500, -66_156_800)));
        check("-17,3895; -66,1568", Some((-17_389_500, -66_156_800)));
        check("0.35 N 78.12 O", Some((350_000, -78_120_000)));
        check("0,35N 78,12W", Some((350_000, -78_120_000)));
        check("17.5° S, 66° W", Some((-17_500_000, -66_000_000)));
        check("−0.123456789 −78", Some((-123_456, -78_000_000)));
        for wrong in ["", "17", "a b", "91 0", "0 181", "1 2 3", "--1 2", "1. .5", "- -", "N S", "1e3 4"] {
            check(wrong, None);
        }
    }

    #[test]
    fn a_point_reads_back_as_it_was_kept() {
        let check = |latitude, longitude, accuracy, es: &str, en: &str| {
            let point = Location::new(latitude, longitude, accuracy).expect("on the globe");
            assert_eq!(Location::from_value(&point.to_value()), Some(point));
            assert_eq!([point.in_words(","), point.in_words(".")], [es, en]);
            let typed = Location { accuracy_m: None, ..point };
            assert_eq!([Location::parse(es), Location::parse(en)], [Some(typed); 2]);
        };
        check(-17_389_500, -66_156_800, Some(12), "-17,389500 ; -66,156800", "-17.389500, -66.156800");
        check(7, -7, None, "0,000007 ; -0,000007", "0.000007, -0.000007");
        assert_eq!(Location::new(90 * DEGREE + 1, 0, None), None);
        assert!(Location::new(0, 0, Some(101)).expect("on the globe").is_poor());
    }
}
