//! The municipalities of Bolivia and Ecuador: found by the beginning of any word, without accents, with a slip of the finger.
//!
//! From `data/municipalities.txt`, which `cargo xtask seed` makes of `data/gazetteer.csv`. The municipality is the third
//! level in Bolivia and the second, the canton, in Ecuador; names repeat, so the unit above tells two apart.

use super::gather;
use super::text::fold;
use std::sync::OnceLock;

/// A line `> Imbabura` names the unit above for the lines that follow; `EC10 Ibarra;Antonio Ante` has the municipalities
/// EC1001 and EC1002. A number without a municipality is left empty; other names of one stand behind it: `Toco|Toko`.
const TEXT: &str = include_str!("../../data/municipalities.txt");

/// Shorter words are too short to guess what was meant.
const LETTERS_FOR_A_SLIP: usize = 4;

/// A municipality or canton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Country and code, as the field `municipality` holds it: `EC1003`.
    pub id: String,
    pub name: &'static str,
    /// Department or province.
    pub above: &'static str,
    pub country: &'static str,
    /// The name, then other names, as they are compared.
    folded: Vec<String>,
}

/// All of them, sorted by id.
pub fn all() -> &'static [Municipality] {
    static ALL: OnceLock<Vec<Municipality>> = OnceLock::new();
    ALL.get_or_init(|| parse(TEXT))
}

fn parse(text: &'static str) -> Vec<Municipality> {
    let mut all = Vec::new();
    let mut above = "";
    for (prefix, rest) in text.lines().filter_map(|line| line.split_once(' ')) {
        if prefix == ">" {
            above = rest;
            continue;
        }
        let country = if prefix.starts_with("BO") { "Bolivia" } else { "Ecuador" };
        for (number, names) in (1..).zip(rest.split(';')).filter(|(_, names)| !names.is_empty()) {
            let name = names.split('|').next().unwrap_or(names);
            let folded = names.split('|').map(fold).collect();
            all.push(Municipality { id: format!("{prefix}{number:02}"), name, above, country, folded });
        }
    }
    gather::ordered(all, |a, b| a.id.cmp(&b.id))
}

/// The municipality of a field value such as `EC1003`.
pub fn find(id: &str) -> Option<&'static Municipality> {
    let at = all().binary_search_by(|municipality| municipality.id.as_str().cmp(id)).ok()?;
    all().get(at)
}

/// The best fits for what is being typed: names that are or begin so, then names with words that do, then those within
/// one slip a word of it; the shorter name first.
pub fn search(typed: &str, limit: usize) -> Vec<&'static Municipality> {
    let typed = fold(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let found = all()
        .iter()
        .filter_map(|municipality| {
            let ranks = municipality.folded.iter().filter_map(|name| Some((rank(name, &typed)?, name.len())));
            Some((ranks.min()?, municipality))
        })
        .collect();
    let found =
        gather::ordered(found, |(a, this): &((u8, usize), &Municipality), (b, that)| (a, &this.id).cmp(&(b, &that.id)));
    found.into_iter().map(|(_, municipality)| municipality).take(limit).collect()
}

/// How well a folded name fits what is being typed, folded as well: 0 where it is that, 1 where it begins so, 2 where words of
/// it do, 3 within a slip of the finger; nothing if it does not. Words of a list are looked up by it too.
pub fn rank(name: &str, typed: &str) -> Option<u8> {
    if name == typed {
        return Some(0);
    }
    if name.starts_with(typed) {
        return Some(1);
    }
    let fits = |fits: fn(&str, &str) -> bool| {
        typed.split(' ').all(|typed| name.split(' ').any(|of_name| of_name.starts_with(typed) || fits(of_name, typed)))
    };
    if fits(|_, _| false) {
        return Some(2);
    }
    fits(begins_nearly).then_some(3)
}

/// True if a beginning of `name` becomes `typed` by one letter more, fewer, other, or two swapped.
fn begins_nearly(name: &str, typed: &str) -> bool {
    // The names are plain letters after folding, so a byte is a letter.
    let (name, typed) = (name.as_bytes(), typed.as_bytes());
    if typed.len() < LETTERS_FOR_A_SLIP {
        return false;
    }
    let same = name.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let (name, typed) = (name.get(same..).unwrap_or_default(), typed.get(same..).unwrap_or_default());
    let begins_after = |of_name: usize, of_typed: usize| match (name.get(of_name..), typed.get(of_typed..)) {
        (Some(name), Some(typed)) => name.starts_with(typed),
        _ => false,
    };
    let is_swapped = matches!((name, typed), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    begins_after(1, 1) || begins_after(0, 1) || begins_after(1, 0) || (is_swapped && begins_after(2, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<String> {
        search(typed, 6).iter().map(|place| [place.name, "/", place.above].concat()).collect()
    }

    #[test]
    fn a_place_is_found_by_what_one_types_standing_up() {
        let check = |typed: &str, first: &str| {
            let found = found(typed);
            assert_eq!(found.first().map(String::as_str), Some(first), "{typed}: {found:?}");
        };
        check("cotac", "Cotacachi/Imbabura");
        check("  COTACACHI ", "Cotacachi/Imbabura");
        check("tiquipaya", "Tiquipaya/Cochabamba");
        check("sacaba", "Sacaba/Cochabamba");
        check("quito", "Quito/Pichincha");
        // Without accents, or with too many.
        check("canar", "Cañar/Cañar");
        check("potosi", "Potosí/Potosí");
        check("Íbarrá", "Ibarra/Imbabura");
        // By any word, in any order.
        check("maldonado", "Pedro Vicente Maldonado/Pichincha");
        check("valle postr", "Postrer Valle/Santa Cruz");
        check("sierra santa", "Santa Cruz de la Sierra/Santa Cruz");
    }

    #[test]
    fn a_slip_of_the_finger_still_finds_the_place() {
        let check = |typed: &str, first: &str| {
            let found = found(typed);
            assert_eq!(found.first().map(String::as_str), Some(first), "{typed}: {found:?}");
        };
        check("cotcachi", "Cotacachi/Imbabura");
        check("ctoacachi", "Cotacachi/Imbabura");
        check("cotakachi", "Cotacachi/Imbabura");
        check("cotaccachi", "Cotacachi/Imbabura");
        check("xcotacachi", "Cotacachi/Imbabura");
        check("totacachi", "Cotacachi/Imbabura");
        check("caymbe", "Cayambe/Pichincha");
        check("antonoi ante", "Antonio Ante/Imbabura");
        for nothing in ["ctoaacchi", "cto", "xyz", "", "  ", "🌽"] {
            assert_eq!(found(nothing), Vec::<String>::new(), "{nothing}");
        }
    }

    #[test]
    fn a_name_as_typed_comes_before_names_that_only_look_alike() {
        let all = found("loja");
        assert_eq!(all.first().map(String::as_str), Some("Loja/Loja"), "{all:?}");
        let all = found("sucre");
        assert_eq!(all.get(..2), Some(&["Sucre/Chuquisaca".to_owned(), "Sucre/Manabí".to_owned()][..]), "{all:?}");
        assert_eq!(search("san", 3).len(), 3);
    }

    #[test]
    fn a_place_is_found_by_its_other_name_and_shown_by_the_first() {
        let check = |typed: &str, id: &str| {
            let found = search(typed, 3);
            assert_eq!(found.first().map(|place| place.id.as_str()), Some(id), "{typed}: {found:?}");
        };
        check("tiwanaku", "BO020803");
        check("muyupampa", "BO011001");
        check("villa montes", "BO060303");
        check("yanzatza", "EC1905");
        assert_eq!(find("BO020803").map(|place| place.name), Some("Tiahuanacu"));
    }

    #[test]
    fn places_of_one_name_are_told_apart_by_the_unit_above() {
        let above: Vec<&str> = search("san lorenzo", 10).iter().map(|place| place.above).collect();
        assert!(["Tarija", "Pando", "Esmeraldas"].iter().all(|unit| above.contains(unit)), "{above:?}");
        // Intag and its community Junín are no municipalities: what is offered is another Junín, and says so.
        assert_eq!(found("junín"), ["Junín/Manabí"]);
        assert_eq!(found("intag"), Vec::<String>::new());
    }

    #[test]
    fn every_municipality_has_an_id_of_its_own_and_a_unit_above() {
        assert_eq!(all().len(), 343 + 222);
        assert!(all().iter().all(|place| !place.above.is_empty() && find(&place.id) == Some(place)));
        assert!(all().iter().flat_map(|place| &place.folded).all(|name| name.is_ascii()));
        assert_eq!(find("EC1003").map(|place| place.name), Some("Cotacachi"));
        assert_eq!(find("EC9999"), None);
    }
}
