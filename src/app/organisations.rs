//! Organisations to choose from, and those whose names mean the same to a person: a hint while a new one is being written
//! down, never a block.

use super::form_fields::Similar;
use super::{Form, Names};
use crate::log::Log;
use crate::record::{Choice, Field, Kind, RecordId, gather, text::fold};

/// Words that many names have, in both languages: they tell nothing.
const EMPTY_WORDS: [&str; 34] = [
    "a",
    "agropecuaria",
    "agropecuarios",
    "and",
    "asociacion",
    "association",
    "comite",
    "comunidad",
    "community",
    "cooperativa",
    "cooperative",
    "de",
    "del",
    "e",
    "el",
    "en",
    "federation",
    "federacion",
    "la",
    "las",
    "los",
    "of",
    "organisation",
    "organizacion",
    "para",
    "producers",
    "productoras",
    "productores",
    "red",
    "the",
    "union",
    "women",
    "y",
    "for",
];

/// All organisations, those that this form creates among them, by name: reference and name.
pub fn all_organisations(names: Names, form: &Form) -> Vec<(String, String)> {
    let held = names.log.records_of(Kind::Organisation).filter(|view| !view.is_binned());
    let held = held.map(|view| (view.id().to_string(), names.of(view.id().as_str())));
    gather::ordered_by(held.chain(form.new_organisations()).collect(), |(_, name): &(String, String)| fold(name))
}

/// One line of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub record: RecordId,
    pub name: String,
    /// What kind of organisation or place.
    pub what: Option<Choice>,
    /// Where it is, or when it was.
    pub note: String,
}

/// The records of a kind in whose name, or other names, every typed word begins a word; by name.
pub fn listed(names: Names, kind: Kind, typed: &str) -> Vec<Listed> {
    let typed = fold(typed);
    let mut found = Vec::new();
    for view in names.log.records_of(kind).filter(|view| !view.is_binned()) {
        let fields = view.fields();
        let name = names.of(view.id().as_str());
        let others = fields.list(Field::AlsoKnownAs).iter().filter_map(|other| other.as_text());
        let folded = fold(&others.fold(name.clone(), |all, other| [&all, " ", other].concat()));
        if typed.split_whitespace().all(|word| folded.split_whitespace().any(|of_name| of_name.starts_with(word))) {
            let place = [Field::Place, Field::Parent].map(|field| fields.text(field)).concat();
            let place = match RecordId::parse(&place) {
                Some(record) => names.of(record.as_str()),
                None => names.municipality(&place),
            };
            let year = fields.text(Field::StartsOn).get(..4).unwrap_or_default();
            let what = fields.choice(Field::ActorType).or_else(|| fields.choice(Field::Level));
            let note = if kind == Kind::Exchange { year.to_owned() } else { place };
            found.push((folded, Listed { record: view.id().clone(), name, what, note }));
        }
    }
    let found = gather::ordered(found, |a, b| a.0.cmp(&b.0));
    found.into_iter().map(|(_, listed)| listed).collect()
}

/// Those that share most of their telling words with `name`, the likeliest first. One slip a word is forgiven.
pub fn alike_organisations(log: &Log, name: &str, limit: usize) -> Vec<Similar> {
    let wanted = telling(name);
    let mut found: Vec<(std::cmp::Reverse<usize>, Similar)> = Vec::new();
    for view in log.records_of(Kind::Organisation).filter(|view| !wanted.is_empty() && !view.is_binned()) {
        let fields = view.fields();
        let others = fields.list(Field::AlsoKnownAs).iter().filter_map(|other| other.as_text());
        let score = others.chain([fields.text(Field::Name)]).map(|name| percent_shared(&wanted, &telling(name))).max();
        let score = score.unwrap_or_default();
        if score >= 60 {
            let similar = Similar { record: view.id().clone(), name: fields.text(Field::Name).trim().to_owned() };
            found.push((std::cmp::Reverse(score), similar));
        }
    }
    let found = gather::ordered_by(found, |(score, _): &(std::cmp::Reverse<usize>, Similar)| *score);
    found.into_iter().map(|(_, similar)| similar).take(limit).collect()
}

fn telling(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !EMPTY_WORDS.contains(word)).map(singular).collect()
}

/// "bartolinas" as "bartolina".
fn singular(word: &str) -> String {
    let stem = word.strip_suffix("es").filter(|stem| stem.len() > 4).or_else(|| word.strip_suffix('s'));
    stem.filter(|stem| stem.len() > 3).unwrap_or(word).to_owned()
}

/// Of the telling words of both, how many in a hundred the two share.
fn percent_shared(a: &[String], b: &[String]) -> usize {
    let shared = a.iter().filter(|word| b.iter().any(|other| nearly(word, other))).count();
    let all = a.len().max(b.len());
    (shared.min(b.len()) * 100).checked_div(all).unwrap_or_default()
}

/// The same, or longer than four letters and one letter away.
fn nearly(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let longer = a.len().max(b.len());
    let swapped = a.len() == b.len()
        && same + same_end + 2 >= longer
        && a.get(same) == b.get(same + 1)
        && a.get(same + 1) == b.get(same);
    same + same_end + 1 >= longer || swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(a: &str, b: &str) -> usize {
        percent_shared(&telling(a), &telling(b))
    }

    #[test]
    fn names_that_mean_the_same_are_alike() {
        let alike = |a: &str, b: &str| assert!(share(a, b) >= 60, "{a} / {b}: {}", share(a, b));
        alike("Asociación Bartolinas Villa Obrajes", "Association Bartolina Villa Obrajes");
        alike("Bartolinas de Villa Obrajes", "Asociación de Mujeres Bartolinas Villa Obrajes");
        alike("Caficultores Rio Intag", "Asociación de Caficultores Río Íntag");
        alike("Municipio de Tiquipaya", "Municipio Tiquipaia");
        alike("Floricultores Montecillo", "Floricultoers Montecillo");
    }

    #[test]
    fn names_that_only_share_common_words_are_not() {
        let other = |a: &str, b: &str| assert!(share(a, b) < 60, "{a} / {b}: {}", share(a, b));
        other("Asociación de Productores de Leche de Sacaba", "Asociación de Productores de Flores de Tiquipaya");
        other("Municipio de Sacaba", "Municipio de Tiquipaya");
        other("Asociación", "Asociación de Mujeres");
        other("Red de la Mora", "Red del Café");
    }
}
