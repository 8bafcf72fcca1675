//! Which documents have which words: found while one types, exactly those and no other.
//!
//! Words are numbered as they come. A table of hashes finds one again while a text is taken in; lists in alphabetical order,
//! one for each first byte, give all that begin so. With each word stand the documents that have it, ascending, so a
//! document can be taken out and put in again under its own number: an edit touches nothing else.
//!
//! Marks are kept the same way. They begin with a capital, which a folded word never does.

use super::set::Set;
use super::words::each_word;

/// An index over the words of numbered documents.
#[derive(Debug, Default)]
pub struct Index {
    /// All words, one behind the other.
    letters: String,
    words: Vec<Word>,
    /// The number of a word and one more, at its hash or behind it; 0 where nothing stands.
    slots: Vec<u32>,
    /// For each first byte.
    alike: Vec<Alike>,
}

/// The words that begin with the same byte.
#[derive(Clone, Debug, Default)]
struct Alike {
    /// Their numbers, in the order of the alphabet.
    words: Vec<u32>,
    /// The documents that have any of them: a single letter is asked for most often, and has the most words.
    documents: Set,
}

#[derive(Debug)]
struct Word {
    start: u32,
    end: u32,
    /// Ascending, each once.
    documents: Vec<u32>,
}

impl Index {
    /// Takes in the words of a text as words of a document.
    pub fn add(&mut self, document: u32, text: &str) {
        each_word(text, &mut |word, _| self.put(document, word));
    }

    /// Takes in a mark of a document, whole. It has to begin with a capital letter.
    pub fn mark(&mut self, document: u32, mark: &str) {
        self.put(document, mark);
    }

    /// Takes documents out, with all their words and marks.
    pub fn remove(&mut self, documents: &Set) {
        self.words.iter_mut().for_each(|word| word.documents.retain(|document| !documents.has(*document)));
        self.alike.iter_mut().for_each(|alike| alike.documents.remove(documents));
    }

    /// The documents that have all of these words, each as the beginning of one of theirs. Words have to be folded.
    /// Nothing where nothing is asked for.
    pub fn find(&self, words: &[String]) -> Option<Set> {
        words.iter().map(|word| self.beginning(word)).reduce(|mut found, more| {
            found.retain(&more);
            found
        })
    }

    /// The documents with a word or mark that begins so.
    pub fn beginning(&self, word: &str) -> Set {
        match word.as_bytes() {
            [first] => self.alike.get(usize::from(*first)).map(|alike| alike.documents.clone()).unwrap_or_default(),
            _ => self.all_of(self.range(word, &|held| held.starts_with(word))),
        }
    }

    /// The documents with just this mark.
    pub fn marked(&self, mark: &str) -> Set {
        self.all_of(self.range(mark, &|held| held == mark))
    }

    /// The documents with a mark from `first` to `last`, both included. They have to begin alike.
    pub fn between(&self, first: &str, last: &str) -> Set {
        self.all_of(self.range(first, &|held| held <= last))
    }

    /// The words or marks that begin so, in the order of the alphabet, with how many documents have each.
    pub fn beginnings<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
        let range = self.range(word, &|held| held.starts_with(word));
        let held = range.iter().filter_map(|number| self.words.get(*number as usize));
        held.map(|word| (self.text(word), word.documents.len())).filter(|(_, documents)| *documents > 0)
    }

    /// The first document with just this mark, found by its hash alone.
    pub fn only(&self, mark: &str) -> Option<u32> {
        let number = self.slots.get(self.slot_of(mark))?.checked_sub(1)?;
        self.words.get(number as usize)?.documents.first().copied()
    }

    /// How many different words and marks are known.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn text(&self, word: &Word) -> &str {
        self.letters.get(word.start as usize..word.end as usize).unwrap_or_default()
    }

    fn text_of(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", |word| self.text(word))
    }

    /// The numbers of the words from `first` on, as long as they fit.
    fn range(&self, first: &str, fits: &dyn Fn(&str) -> bool) -> &[u32] {
        let alike = self.alike.get(first_byte(first)).map_or(&[][..], |alike| alike.words.as_slice());
        let start = alike.partition_point(|number| self.text_of(*number) < first);
        let rest = alike.get(start..).unwrap_or_default();
        let length = rest.partition_point(|number| fits(self.text_of(*number)));
        rest.get(..length).unwrap_or_default()
    }

    fn all_of(&self, numbers: &[u32]) -> Set {
        let mut set = Set::default();
        let words = numbers.iter().filter_map(|number| self.words.get(*number as usize));
        words.for_each(|word| word.documents.iter().for_each(|document| set.insert(*document)));
        set
    }

    fn put(&mut self, document: u32, text: &str) {
        let number = self.number_of(text);
        let Some(word) = self.words.get_mut(number as usize) else { return };
        // Documents mostly come in order, and have their words more than once.
        match word.documents.last() {
            Some(last) if *last == document => {}
            Some(last) if *last > document => {
                if let Err(at) = word.documents.binary_search(&document) {
                    word.documents.insert(at, document);
                }
            }
            _ => word.documents.push(document),
        }
        if let Some(alike) = self.alike.get_mut(first_byte(text)) {
            alike.documents.insert(document);
        }
    }

    /// The number of a word, which is a new one for a new word.
    fn number_of(&mut self, text: &str) -> u32 {
        // At least a quarter of the slots stays empty, so that a search soon ends.
        if self.words.len().saturating_mul(4) >= self.slots.len().saturating_mul(3) {
            self.grow();
        }
        let slot = self.slot_of(text);
        match self.slots.get(slot).and_then(|held| held.checked_sub(1)) {
            Some(number) => number,
            None => self.append(text, slot),
        }
    }

    /// Where the word stands, or where it would.
    fn slot_of(&self, text: &str) -> usize {
        let last = self.slots.len().saturating_sub(1);
        let mut slot = hash(text) as usize & last;
        // The slots are many more than the words, so there is an empty one.
        while let Some(number) = self.slots.get(slot).and_then(|held| held.checked_sub(1)) {
            if self.text_of(number) == text {
                break;
            }
            slot = slot.wrapping_add(1) & last;
        }
        slot
    }

    fn append(&mut self, text: &str, slot: usize) -> u32 {
        // Four billion bytes of different words do not fit into a phone.
        let number = self.words.len() as u32;
        let start = self.letters.len() as u32;
        self.letters.push_str(text);
        self.words.push(Word { start, end: self.letters.len() as u32, documents: Vec::new() });
        if let Some(held) = self.slots.get_mut(slot) {
            *held = number.saturating_add(1);
        }
        self.sort_in(text, number);
        number
    }

    /// Puts a new word where it stands in the alphabet.
    fn sort_in(&mut self, text: &str, number: u32) {
        let first = first_byte(text);
        if first >= self.alike.len() {
            self.alike.resize(first.saturating_add(1), Alike::default());
        }
        let held = self.alike.get(first).map_or(&[][..], |alike| alike.words.as_slice());
        let at = held.partition_point(|held| self.text_of(*held) < text);
        if let Some(alike) = self.alike.get_mut(first) {
            alike.words.insert(at, number);
        }
    }

    /// Twice the slots, and every word into its own.
    fn grow(&mut self) {
        let slots = self.slots.len().saturating_mul(2).max(1 << 12);
        self.slots = vec![0; slots];
        for number in 0..self.words.len() as u32 {
            let slot = self.slot_of(self.text_of(number));
            if let Some(held) = self.slots.get_mut(slot) {
                *held = number.saturating_add(1);
            }
        }
    }
}

fn first_byte(text: &str) -> usize {
    text.bytes().next().map_or(0, usize::from)
}

/// FNV-1a: quick for short words.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::words_of;

    fn found(index: &Index, typed: &str) -> Vec<u32> {
        let found = index.find(&words_of(typed));
        (0..10).filter(|number| found.as_ref().is_some_and(|found| found.has(*number))).collect()
    }

    fn index(texts: &[&str]) -> Index {
        let mut index = Index::default();
        (0..).zip(texts).for_each(|(number, text)| index.add(number, text));
        index
    }

    #[test]
    fn a_note_is_found_by_the_beginnings_of_its_words() {
        let index = index(&["Café bajo sombra", "El CAFETAL de Íntag", "La cafetera; sombra, no."]);
        let check = |typed: &str, expected: &[u32]| assert_eq!(found(&index, typed), expected, "{typed}");
        check("cafe", &[0, 1, 2]);
        check("café", &[0, 1, 2]);
        check("cafet", &[1, 2]);
        check("intag CAFE", &[1]);
        check("sombra café", &[0, 2]);
        check("afe", &[]);
        check("sombra intag", &[]);
        check("cafeteras", &[]);
        assert_eq!(index.find(&words_of(" ¿? ")), None);
    }

    #[test]
    fn an_edited_note_is_found_by_what_it_says_now() {
        let mut index = index(&["mora", "mora y café", "mora"]);
        let mut edited = Set::default();
        edited.insert(1);
        index.remove(&edited);
        assert_eq!(found(&index, "mora"), [0, 2]);
        index.add(1, "mora y cacao");
        assert_eq!(found(&index, "mora"), [0, 1, 2]);
        assert_eq!((found(&index, "cacao"), found(&index, "cafe")), (vec![1], vec![]));
    }

    #[test]
    fn marks_stand_apart_from_words() {
        let mut index = index(&["d2026 dia", "x"]);
        let marks = [(0, "D2026-11-02"), (1, "D2026-11-20"), (2, "D2027-01-01")];
        marks.into_iter().for_each(|(number, mark)| index.mark(number, mark));
        assert_eq!(found(&index, "d2026"), [0]);
        let within = |set: Set| (0..3).filter(|number| set.has(*number)).collect::<Vec<_>>();
        assert_eq!(within(index.between("D2026-11-02", "D2026-12-31")), [0, 1]);
        assert_eq!(within(index.marked("D2026-11-2")), [] as [u32; 0]);
        assert_eq!(index.beginnings("D2026").collect::<Vec<_>>(), [("D2026-11-02", 1), ("D2026-11-20", 1)]);
    }
}
