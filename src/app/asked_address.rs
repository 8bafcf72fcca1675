//! What is asked of a list as a part of its address, so that a reload and the way back ask the same.

use super::{Asked, Facet};
use crate::record::periods::is_date;

const TYPED: &str = "q";
const FROM: &str = "from";
const TO: &str = "to";

impl Asked {
    /// What stands behind the path of the list, with its `?`; empty where nothing is asked.
    pub fn query(&self) -> String {
        let facets = self.facets().iter().map(|(facet, value)| (facet.name(), value.as_str()));
        let all = [(TYPED, self.typed.as_str()), (FROM, &self.from), (TO, &self.to)];
        let mut query = String::new();
        for (name, value) in all.into_iter().chain(facets).filter(|(_, value)| !value.is_empty()) {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            write(&mut query, value);
        }
        query
    }

    /// What an address asks. What this version does not know, and what is no date, is left out: never an error.
    pub fn of_address(hash: &str) -> Self {
        let mut asked = Asked::default();
        let query = hash.split_once('?').map_or("", |(_, query)| query);
        for (name, value) in query.split('&').filter_map(|part| part.split_once('=')) {
            let value = read(value);
            match name {
                TYPED => asked.typed = value,
                FROM if is_date(&value) => asked.from = value,
                TO if is_date(&value) => asked.to = value,
                _ => {
                    if let Some(facet) = Facet::CHOSEN.into_iter().find(|facet| facet.name() == name) {
                        asked.choose(facet, value);
                    }
                }
            }
        }
        asked
    }
}

/// Letters, digits and what else is itself in an address stay readable; each other byte is a `%` and two digits.
fn write(query: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            query.push(char::from(byte));
        } else {
            let digit = |number: u8| char::from_digit(u32::from(number), 16).unwrap_or_default().to_ascii_uppercase();
            query.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// The opposite of [`write`]. A `%` that stands before no two digits is itself.
fn read(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.split_at_checked(2).and_then(|(digits, after)| {
            let byte = u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
            Some((byte, after))
        });
        let (byte, after) = match (first, digits) {
            (b'%', Some(read)) => read,
            (b'+', _) => (b' ', after),
            _ => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str, facets: &[(Facet, &str)], [from, to]: [&str; 2]) -> Asked {
        let mut asked = Asked::default();
        (asked.typed, asked.from, asked.to) = (typed.into(), from.into(), to.into());
        facets.iter().for_each(|(facet, value)| asked.choose(*facet, (*value).to_owned()));
        asked
    }

    #[test]
    fn what_is_asked_is_read_back_from_its_address() {
        let check = |asked: Asked, expected: &str| {
            assert_eq!(asked.query(), expected);
            assert_eq!(Asked::of_address(&["#/visits", expected].concat()), asked);
        };
        check(Asked::default(), "");
        check(asked("café ñ & 100 %+", &[], ["", ""]), "?q=caf%C3%A9%20%C3%B1%20%26%20100%20%25%2B");
        check(
            asked("", &[(Facet::Status, "complete"), (Facet::Theme, "term/x-1")], ["2026-01-01", ""]),
            "?from=2026-01-01&status=complete&theme=term/x-1",
        );
        let each = Facet::CHOSEN.map(|facet| (facet, "v"));
        let all = "?area=v&theme=v&topic=v&manner=v&with=v&municipality=v&by=v&status=v";
        check(asked("", &each, ["", ""]), all);
    }

    #[test]
    fn an_address_with_unknown_parts_is_no_error() {
        let check = |hash: &str, expected: Asked| assert_eq!(Asked::of_address(hash), expected, "{hash}");
        check("#/visits?colour=blue&status=draft&&=&q", asked("", &[(Facet::Status, "draft")], ["", ""]));
        check("#/visits?from=yesterday&to=2026-02-30", Asked::default());
        check("#/visits?q=a+b%2", asked("a b%2", &[], ["", ""]));
        check("#/visits?q=%zz%C3", asked("%zz\u{fffd}", &[], ["", ""]));
        check("#/visits?", Asked::default());
        check("", Asked::default());
    }
}
