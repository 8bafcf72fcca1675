//! Where texts differ, word by word: what people look at when they wrote different things.
//!
//! The work is bounded by [`Effort`], so that the longest texts a change can hold never hold a screen: where it is used up,
//! all between the common beginning and the common end counts as different.

use std::ops::Range;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    /// Whether another text says something else here, or nothing.
    pub differs: bool,
}

/// How much may still be compared, in steps of some ten nanoseconds. One for all that a screen shows.
#[derive(Clone, Copy, Debug)]
pub struct Effort(usize);

/// What one pair of texts may use of it, so that one long pair does not take it from all others.
const FOR_ONE_PAIR: usize = 150_000;

impl Effort {
    /// As much as a screen that is drawn at once may take.
    pub const fn of_a_screen() -> Self {
        Effort(600_000)
    }

    /// Nothing is compared word by word.
    pub const fn none() -> Self {
        Effort(0)
    }
}

/// Where texts differ: of the first what any other says differently, of each other what the first does. The pieces of a text,
/// one after the other, are the text.
pub fn compare<'a>(texts: &[&'a str], effort: &mut Effort) -> Vec<Vec<Piece<'a>>> {
    let Some((first, others)) = texts.split_first() else { return Vec::new() };
    let mut of_first = vec![false; first.len()];
    let mut all: Vec<Vec<Piece>> = Vec::new();
    for other in others {
        let (ours, theirs) = differences(first, other, effort);
        ours.into_iter().for_each(|range| {
            if let Some(marks) = of_first.get_mut(range) {
                marks.fill(true);
            }
        });
        let mut marks = vec![false; other.len()];
        theirs.into_iter().for_each(|range| {
            if let Some(marks) = marks.get_mut(range) {
                marks.fill(true);
            }
        });
        all.push(pieces(other, &marks));
    }
    all.insert(0, pieces(first, &of_first));
    all
}

/// A text cut where its marks, one for each byte, change.
fn pieces<'a>(text: &'a str, marks: &[bool]) -> Vec<Piece<'a>> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for same in marks.chunk_by(|a, b| a == b) {
        let end = start + same.len();
        // Marks change between words only, so between letters too.
        pieces.extend(text.get(start..end).map(|text| Piece { text, differs: same.first() == Some(&true) }));
        start = end;
    }
    pieces
}

type Ranges = Vec<Range<usize>>;

/// What of each of two texts is not in the other, in bytes.
fn differences(a: &str, b: &str, effort: &mut Effort) -> (Ranges, Ranges) {
    let before = common_start(a, b);
    let [rest_a, rest_b] = [a, b].map(|text| text.get(before..).unwrap_or_default());
    let after = common_end(rest_a, rest_b);
    let [middle_a, middle_b] = [rest_a, rest_b].map(|rest| rest.get(..rest.len() - after).unwrap_or_default());
    let whole = |middle: &str| (!middle.is_empty()).then_some(before..before + middle.len()).into_iter().collect();
    // Words that are only on one side need no comparing.
    if middle_a.is_empty() || middle_b.is_empty() || effort.0 < middle_a.len() + middle_b.len() {
        return (whole(middle_a), whole(middle_b));
    }
    let [words_a, words_b] = [middle_a, middle_b].map(words);
    let mut for_this = effort.0.min(FOR_ONE_PAIR);
    let given = for_this;
    let common = common_words(&words_a, &words_b, &mut for_this);
    effort.0 = effort.0.saturating_sub(given - for_this + middle_a.len() + middle_b.len());
    let Some(common) = common else { return (whole(middle_a), whole(middle_b)) };
    let common = without_lonely_gaps(common, &words_a);
    let left_a = common.iter().map(|pair| pair.0);
    let left_b = common.iter().map(|pair| pair.1);
    (others(&words_a, left_a, before), others(&words_b, left_b, before))
}

/// The bytes of the words that are not among these, `before` of the first word come along.
fn others(words: &[&str], common: impl Iterator<Item = usize>, before: usize) -> Ranges {
    let mut is_common = vec![false; words.len()];
    common.for_each(|at| {
        if let Some(mark) = is_common.get_mut(at) {
            *mark = true;
        }
    });
    let mut start = before;
    let mut ranges = Vec::new();
    for (word, is_common) in words.iter().zip(is_common) {
        let end = start + word.len();
        if !is_common {
            ranges.push(start..end);
        }
        start = end;
    }
    ranges
}

fn is_of_word(letter: char) -> bool {
    !letter.is_whitespace() && !letter.is_ascii_punctuation() && !"¿¡«»…—–“”‘’".contains(letter)
}

/// Words, and each sign between them by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match is_of_word(first) {
            true => rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let (word, after) = rest.split_at(end);
        words.push(word);
        rest = after;
    }
    words
}

/// How many bytes both begin with, in whole words.
fn common_start(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let mut end = same;
    while !a.is_char_boundary(end) {
        end -= 1;
    }
    let begins_word = |text: &str| text.get(end..).and_then(|rest| rest.chars().next()).is_some_and(is_of_word);
    let common = a.get(..end).unwrap_or_default();
    if begins_word(a) || begins_word(b) { common.trim_end_matches(is_of_word).len() } else { end }
}

/// How many bytes both end with, in whole words.
fn common_end(a: &str, b: &str) -> usize {
    let mut same = a.bytes().rev().zip(b.bytes().rev()).take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(a.len() - same) {
        same -= 1;
    }
    let ends_word =
        |text: &str| text.get(..text.len() - same).and_then(|rest| rest.chars().next_back()).is_some_and(is_of_word);
    let common = a.get(a.len() - same..).unwrap_or_default();
    if ends_word(a) || ends_word(b) { common.trim_start_matches(is_of_word).len() } else { same }
}

/// The places of words that stand in both, in the same order, as many as can be (Myers, "An O(ND) difference algorithm"); nothing
/// where it takes more steps than there are.
fn common_words(a: &[&str], b: &[&str], steps: &mut usize) -> Option<Vec<(usize, usize)>> {
    // How far in `a` one comes with so many words left out, by how many of them are of `a`.
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    for left_out in 0..=a.len() + b.len() {
        let mut row = Vec::with_capacity(left_out + 1);
        for of_a in 0..=left_out {
            let begun = reach(&rows, left_out, of_a, a.len(), b.len()).map(|(x, _)| x);
            let same = begun.map_or(0, |x| snake(a, b, x, x + left_out - 2 * of_a));
            // Words that are the same are passed quickly.
            *steps = steps.checked_sub(1 + same / 8)?;
            let reached = begun.map(|x| x + same);
            row.push(reached);
            if let Some(x) = reached
                && x == a.len()
                && x + left_out - 2 * of_a == b.len()
            {
                rows.push(row);
                return Some(way_back(a, b, &rows, of_a));
            }
        }
        rows.push(row);
    }
    None
}

/// Where one stands after leaving out one more word, and whether it was one of `a`.
fn reach(
    rows: &[Vec<Option<usize>>],
    left_out: usize,
    of_a: usize,
    len_a: usize,
    len_b: usize,
) -> Option<(usize, bool)> {
    let Some(before) = left_out.checked_sub(1).and_then(|before| rows.get(before)) else { return Some((0, false)) };
    let at = |of_a: usize| before.get(of_a).copied().flatten();
    let by_a = of_a.checked_sub(1).and_then(at).map(|x| x + 1).filter(|x| *x <= len_a);
    let by_b = at(of_a).filter(|x| x + left_out <= len_b + 2 * of_a);
    match (by_a, by_b) {
        (Some(a), Some(b)) if b > a => Some((b, false)),
        (Some(a), _) => Some((a, true)),
        (None, Some(b)) => Some((b, false)),
        (None, None) => None,
    }
}

/// How many words from here on are the same.
fn snake(a: &[&str], b: &[&str], x: usize, y: usize) -> usize {
    let [a, b] = [a.get(x..), b.get(y..)].map(Option::unwrap_or_default);
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// From the end to the beginning, by the way that was taken.
fn way_back(a: &[&str], b: &[&str], rows: &[Vec<Option<usize>>], of_a: usize) -> Vec<(usize, usize)> {
    let mut common = Vec::new();
    let mut of_a = of_a;
    for left_out in (0..rows.len()).rev() {
        let Some((x, is_of_a)) = reach(rows, left_out, of_a, a.len(), b.len()) else { break };
        let y = x + left_out - 2 * of_a;
        common.extend((0..snake(a, b, x, y)).rev().map(|step| (x + step, y + step)));
        of_a -= usize::from(is_of_a);
    }
    common.reverse();
    common
}

/// A space between two words that differ says nothing: it differs with them, so that one line is drawn below all.
fn without_lonely_gaps(common: Vec<(usize, usize)>, words: &[&str]) -> Vec<(usize, usize)> {
    let is_gap = |at: usize| words.get(at).is_some_and(|word| word.trim().is_empty());
    let follows = |one: (usize, usize), other: (usize, usize)| one.0 + 1 == other.0 && one.1 + 1 == other.1;
    let runs = common.chunk_by(|one, other| follows(*one, *other));
    let said = runs.filter(|run| !run.iter().all(|pair| is_gap(pair.0)));
    said.flatten().copied().collect()
}

#[cfg(test)]
#[path = "diff_tests.rs"]
mod tests;
