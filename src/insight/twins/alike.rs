//! Names that mean the same to a person: most of their telling words are shared, one slip of the finger a word forgiven.

use crate::record::gather;
use crate::record::text::fold;
use std::collections::BTreeMap;

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

/// From how much of their telling words, in a hundred, two names are alike.
pub const ALIKE: usize = 60;

/// The words of a name that tell it from others, each once.
pub fn telling(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut telling: Vec<String> = Vec::new();
    for word in words.filter(|word| !EMPTY_WORDS.contains(word)).map(singular) {
        if !telling.contains(&word) {
            telling.push(word);
        }
    }
    telling
}

/// "bartolinas" as "bartolina".
fn singular(word: &str) -> String {
    let stem = word.strip_suffix("es").filter(|stem| stem.len() > 4).or_else(|| word.strip_suffix('s'));
    stem.filter(|stem| stem.len() > 3).unwrap_or(word).to_owned()
}

/// Of the telling words of both, how many in a hundred the two share.
pub fn percent_shared(a: &[String], b: &[String]) -> usize {
    let shared = a.iter().filter(|word| b.iter().any(|other| nearly(word, other))).count();
    let all = a.len().max(b.len());
    (shared.min(b.len()) * 100).checked_div(all).unwrap_or_default()
}

/// Short words are soon another word, and another number always is one.
fn can_slip(word: &str) -> bool {
    word.len() >= 5 && !word.bytes().any(|letter| letter.is_ascii_digit())
}

/// The same, or longer than four letters and one letter away.
fn nearly(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // One letter can not differ at both ends; most words are told apart by this alone.
    let ends = |word: &str| (word.bytes().next(), word.bytes().next_back());
    let (start, end) = (ends(a).0 == ends(b).0, ends(a).1 == ends(b).1);
    if !(start || end) || !can_slip(a) || !can_slip(b) {
        return false;
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

/// The pairs of these names, by their places, that can be alike: they share a word that is rare enough. Never all with all: of a
/// name only so many of its rarest words are looked at that two alike ones must share one of them. `true` where there were more than
/// `most` to look at.
pub fn likely(names: &[Vec<String>], most: usize) -> (Vec<[usize; 2]>, bool) {
    let classes = Classes::of(names);
    let all: Vec<Vec<usize>> = names.iter().map(|name| classes.each(name)).collect();
    let mut with_word: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, name) in all.iter().enumerate() {
        for class in classes.rarest(name) {
            with_word.entry(class).or_default().push(at);
        }
    }
    let can_be_alike = |one: usize, other: usize| {
        let [one, other] = [one, other].map(|at| all.get(at).map_or(&[][..], Vec::as_slice));
        let shared = one.iter().filter(|class| other.contains(class)).count();
        shared.saturating_mul(100) >= one.len().max(other.len()).saturating_mul(ALIKE)
    };
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    let mut looked = 0_usize;
    for places in with_word.values() {
        for (number, one) in places.iter().enumerate() {
            for other in places.iter().skip(number.saturating_add(1)) {
                looked = looked.saturating_add(1);
                if looked > most {
                    return (pairs, true);
                }
                if can_be_alike(*one, *other) {
                    pairs.push([*one, *other]);
                }
            }
        }
    }
    (pairs, false)
}

/// Words that one slip sets apart, as one.
struct Classes<'a> {
    numbers: BTreeMap<&'a str, usize>,
    /// What a word is one with; the first of them is one with itself.
    first: Vec<usize>,
    /// In how many names each stands.
    times: Vec<usize>,
}

impl<'a> Classes<'a> {
    fn of(names: &'a [Vec<String>]) -> Self {
        let mut numbers: BTreeMap<&'a str, usize> = BTreeMap::new();
        for word in names.iter().flatten() {
            let next = numbers.len();
            numbers.entry(word).or_insert(next);
        }
        let first = (0..numbers.len()).collect();
        let mut classes = Classes { times: vec![0; numbers.len()], numbers, first };
        // Two words a slip apart leave the same when the right letter is taken out of each.
        let mut left: Vec<(u64, usize)> = Vec::new();
        for (word, number) in &classes.numbers {
            left.push((mark(word, usize::MAX), *number));
            if can_slip(word) {
                left.extend((0..word.chars().count()).map(|out| (mark(word, out), *number)));
            }
        }
        let left = gather::ordered(left, |a, b| a.cmp(b));
        for pair in left.windows(2) {
            if let [(a, one), (b, other)] = pair
                && a == b
            {
                classes.put_together(*one, *other);
            }
        }
        for name in names {
            for class in classes.each(name) {
                if let Some(times) = classes.times.get_mut(class) {
                    *times = times.saturating_add(1);
                }
            }
        }
        classes
    }

    fn class(&self, number: usize) -> usize {
        let mut at = number;
        while let Some(next) = self.first.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    }

    fn put_together(&mut self, one: usize, other: usize) {
        let (one, other) = (self.class(one), self.class(other));
        if let Some(first) = self.first.get_mut(one.max(other)) {
            *first = one.min(other);
        }
    }

    /// The classes of the words of a name, each once.
    fn each(&self, name: &[String]) -> Vec<usize> {
        let numbers = name.iter().filter_map(|word| self.numbers.get(word.as_str()));
        gather::set(numbers.map(|number| self.class(*number))).into_iter().collect()
    }

    fn rarest(&self, name: &[usize]) -> Vec<usize> {
        let all = name.to_vec();
        let shared = all.len().saturating_mul(ALIKE).div_ceil(100);
        let many = all.len().saturating_sub(shared).saturating_add(1);
        let by_use = gather::ordered_by(all, |class: &usize| (self.times.get(*class).copied(), *class));
        by_use.into_iter().take(many).collect()
    }
}

/// A word without one of its letters, as a number. Words that share one by chance are compared once too often, no more.
fn mark(word: &str, out: usize) -> u64 {
    let left = word.chars().enumerate().filter(|(at, _)| *at != out);
    left.fold(0xcbf2_9ce4_8422_2325, |mark, (_, letter)| (mark ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3))
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
    fn another_number_is_another_name() {
        assert!(!nearly("promocion12", "promocion13") && nearly("promocion", "promosion"));
    }

    #[test]
    fn names_that_only_share_common_words_are_not() {
        let other = |a: &str, b: &str| assert!(share(a, b) < 60, "{a} / {b}: {}", share(a, b));
        other("Asociación de Productores de Leche de Sacaba", "Asociación de Productores de Flores de Tiquipaya");
        other("Municipio de Sacaba", "Municipio de Tiquipaya");
        other("Asociación", "Asociación de Mujeres");
        other("Red de la Mora", "Red del Café");
    }

    #[test]
    fn names_that_can_be_alike_are_found_without_comparing_all() {
        let names = ["Caficultores Río Íntag", "Floricultores", "Mora de Sacaba", "Asociación Río Intag Caficultores"];
        let more = ["Floricultoers", "Leche de Sacaba", "Caficultores Tiquipaya", "Mora Sacaba"];
        let names: Vec<Vec<String>> = names.iter().chain(&more).map(|name| telling(name)).collect();
        let alike = |pair: &[usize; 2]| match pair.map(|at| names.get(at)) {
            [Some(one), Some(other)] => percent_shared(one, other) >= ALIKE,
            _ => false,
        };
        let found = gather::set(likely(&names, 1_000).0.into_iter().filter(alike));
        let all = (0..names.len()).flat_map(|one| (one + 1..names.len()).map(move |other| [one, other]));
        assert_eq!(found, gather::set(all.filter(alike)));
        assert_eq!(found, gather::set([[0, 3], [1, 4], [2, 7]]));
        assert!(likely(&names, 1).1, "there was more to look at");
    }
}
