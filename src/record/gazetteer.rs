//! The municipalities of Bolivia and Ecuador: found by the beginning of a word, without accents, with a slip of the finger.
//!
//! From `data/gazetteer.csv`. The municipality is the third level in Bolivia and the second, the canton, in Ecuador; names
//! repeat, so the unit above tells two apart.

use super::text::fold;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const CSV: &str = include_str!("../../data/gazetteer.csv");

/// A municipality or canton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Country and code, as the field `municipality` holds it: `EC1003`.
    pub id: String,
    pub name: &'static str,
    /// Department or province.
    pub above: &'static str,
    pub country: &'static str,
    folded: String,
}

/// All of them, sorted by id.
pub fn all() -> &'static [Municipality] {
    static ALL: OnceLock<Vec<Municipality>> = OnceLock::new();
    ALL.get_or_init(|| parse(CSV))
}

fn parse(csv: &'static str) -> Vec<Municipality> {
    let rows = || csv.lines().skip(1).map(|line| line.split(',').collect::<Vec<&'static str>>());
    let first_level: BTreeMap<(&str, &str), &'static str> = rows()
        .filter_map(|row| match row.as_slice() {
            [country, "adm1", code, name, ..] => Some(((*country, *code), *name)),
            _ => None,
        })
        .collect();
    let mut all: Vec<Municipality> = rows()
        .filter_map(|row| match row.as_slice() {
            [country, "municipality", code, name, ..] => {
                let above = first_level.get(&(*country, code.get(..2)?)).copied().unwrap_or_default();
                let country_name = if *country == "BO" { "Bolivia" } else { "Ecuador" };
                let id = [*country, *code].concat();
                Some(Municipality { id, name, above, country: country_name, folded: fold(name) })
            }
            _ => None,
        })
        .collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// The municipality of a field value such as `EC1003`.
pub fn find(id: &str) -> Option<&'static Municipality> {
    let at = all().binary_search_by(|municipality| municipality.id.as_str().cmp(id)).ok()?;
    all().get(at)
}

/// The best fits for what is being typed: names that begin so, then names with a word that does, then those within one
/// slip of it.
pub fn search(typed: &str, limit: usize) -> Vec<&'static Municipality> {
    let typed = fold(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Municipality)> =
        all().iter().filter_map(|municipality| Some((rank(&municipality.folded, &typed)?, municipality))).collect();
    found.sort_by_key(|(rank, municipality)| (*rank, municipality.folded.len(), &municipality.id));
    found.into_iter().map(|(_, municipality)| municipality).take(limit).collect()
}

fn rank(name: &str, typed: &str) -> Option<u8> {
    if name == typed {
        return Some(0);
    }
    if name.starts_with(typed) {
        return Some(1);
    }
    let has_word = |word: &str| name.split(' ').any(|of_name| of_name.starts_with(word));
    if typed.split(' ').all(has_word) {
        return Some(2);
    }
    let has_near = |word: &str| has_word(word) || name.split(' ').any(|of_name| is_near_beginning(of_name, word));
    typed.split(' ').all(has_near).then_some(3)
}

/// True if a beginning of `name` becomes `typed` by one letter more, fewer, other, or two swapped. Short words allow none.
fn is_near_beginning(name: &str, typed: &str) -> bool {
    let (name, typed): (Vec<char>, Vec<char>) = (name.chars().collect(), typed.chars().collect());
    if typed.len() < 4 {
        return false;
    }
    let same = name.iter().zip(&typed).take_while(|(a, b)| a == b).count();
    let (name, typed) = (name.get(same..).unwrap_or_default(), typed.get(same..).unwrap_or_default());
    let rest = |letters: &'_ [char], skip: usize| letters.get(skip..).map(<[char]>::to_vec);
    let begins = |name: Option<Vec<char>>, typed: Option<Vec<char>>| match (name, typed) {
        (Some(name), Some(typed)) => name.starts_with(&typed),
        _ => false,
    };
    let swapped = matches!((name, typed), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    begins(rest(name, 1), rest(typed, 1))
        || begins(rest(name, 0), rest(typed, 1))
        || begins(rest(name, 1), rest(typed, 0))
        || (swapped && begins(rest(name, 2), rest(typed, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_by_what_one_types_standing_up() {
        let check = |typed: &str, first: &str| {
            let found = search(typed, 5);
            let found: Vec<String> = found.iter().map(|place| [place.name, "/", place.above].concat()).collect();
            assert_eq!(found.first().map(String::as_str), Some(first), "{typed}: {found:?}");
        };
        check("cotac", "Cotacachi/Imbabura");
        check("COTACACHI", "Cotacachi/Imbabura");
        check("cotcachi", "Cotacachi/Imbabura");
        check("ctoacachi", "Cotacachi/Imbabura");
        check("tiquipaya", "Tiquipaya/Cochabamba");
        check("sacaba", "Sacaba/Cochabamba");
        check("caymbe", "Cayambe/Pichincha");
    }

    #[test]
    fn places_of_one_name_are_told_apart_by_the_unit_above() {
        let above: Vec<&str> = search("san lorenzo", 10).iter().map(|place| place.above).collect();
        assert!(above.contains(&"Tarija") && above.contains(&"Esmeraldas"), "{above:?}");
    }

    #[test]
    fn every_municipality_has_an_id_of_its_own_and_a_unit_above() {
        assert_eq!(all().len(), 343 + 222);
        assert!(all().iter().all(|place| !place.above.is_empty() && find(&place.id) == Some(place)));
        assert_eq!(find("EC1003").map(|place| place.name), Some("Cotacachi"));
        assert_eq!(find("EC9999"), None);
    }
}
