//! Searching and filtering: which notes have what was asked for, and where it stands in them.
//!
//! The index is built in pieces, so that the screen is never held; after that, what was saved or loaded is read again and
//! nothing else.

use super::told::{Said, read};
use super::{Asked, Facet, Names};
use crate::insight::joins::is_same;
use crate::insight::{Index, Piece, Set, how_many, sentence};
use crate::log::Log;
use crate::record::{Kind, RecordId};

/// The index over all that notes say, and what it still has to read.
///
/// Each record is a document of its own, also what notes refer to and what belongs to them. A word is looked for in all of
/// them, and what has it gives the notes that say it too. So a name is read once, however many notes have it.
#[derive(Debug, Default)]
pub struct Finder {
    index: Index,
    /// The names of records, each with its number.
    numbers: Index,
    records: Vec<Numbered>,
    /// Numbers that have to be read; the last is the next.
    waiting: Vec<u32>,
    is_begun: bool,
}

/// A record under its number.
#[derive(Debug)]
struct Numbered {
    record: RecordId,
    /// A visit or a session: what is found.
    is_note: bool,
    /// The records that say what this one says.
    said_by: Vec<u32>,
    /// The note that it is a part of, or the record that it was joined into; and what is part of it.
    part_of: Option<u32>,
    parts: Vec<u32>,
}

impl Finder {
    /// Sets all notes of a log to be read, once.
    pub fn begin(&mut self, log: &Log) {
        if self.is_begun {
            return;
        }
        self.is_begun = true;
        for kind in [Kind::Visit, Kind::Session, Kind::Agreement, Kind::Photo] {
            log.records_of(kind).for_each(|view| {
                self.number(view.id().as_str());
            });
        }
        // In order of their numbers.
        self.waiting.reverse();
    }

    /// Something was written about these records: they are read again, and nothing else is.
    pub fn touch(&mut self, records: &[RecordId]) {
        if !self.is_begun {
            return;
        }
        let mut again = Set::default();
        for record in records {
            let is_told = matches!(record.kind(), Some(Kind::Visit | Kind::Session | Kind::Agreement | Kind::Photo));
            // What nobody refers to is read when somebody does.
            let number = if is_told { self.number(record.as_str()) } else { self.numbers.only(record.as_str()) };
            let Some(number) = number else { continue };
            again.insert(number);
            self.mark_joined(number, &mut again);
            // What trainings are filtered by stands in their course.
            if record.kind() == Some(Kind::Course) {
                let said_by = self.records.get(number as usize).map(|course| course.said_by.clone());
                said_by.unwrap_or_default().into_iter().for_each(|session| again.insert(session));
            }
        }
        self.index.remove(&again);
        for (number, record) in (0..).zip(&mut self.records) {
            record.said_by.retain(|other| !again.has(*other));
            record.parts.retain(|other| !again.has(*other));
            if again.has(number) {
                record.part_of = None;
            }
        }
        self.waiting.iter().for_each(|number| again.insert(*number));
        self.waiting = (0..self.records.len() as u32).rev().filter(|number| again.has(*number)).collect();
    }

    /// What a record that was joined is filtered by follows from whether the other stands for it: that may have changed.
    fn mark_joined(&self, number: u32, again: &mut Set) {
        let parts = self.records.get(number as usize).map_or(&[][..], |held| held.parts.as_slice());
        for part in parts {
            if !again.has(*part) && self.records.get(*part as usize).is_some_and(|part| part.is_note) {
                again.insert(*part);
                self.mark_joined(*part, again);
            }
        }
    }

    /// Reads some of the records that wait; true when none is left.
    pub fn work(&mut self, names: Names, records: usize) -> bool {
        for _ in 0..records {
            let Some(number) = self.waiting.pop() else { break };
            let record = self.records.get(number as usize).map(|held| held.record.clone());
            let Some(view) = record.and_then(|record| names.log.record(&record)) else { continue };
            let Some(kind) = view.id().kind() else { continue };
            read(names, view, &mut |said| match said {
                Said::Text(text, _) => self.index.add(number, text),
                Said::Is(facet, value) => self.index.mark(number, &facet.mark(kind, value)),
                Said::Refers(other) => {
                    let other = self.number(other).and_then(|other| self.records.get_mut(other as usize));
                    if let Some(other) = other.filter(|other| other.said_by.last() != Some(&number)) {
                        other.said_by.push(number);
                    }
                }
                Said::PartOf(note) => {
                    let note = self.number(note);
                    if let Some(note) = note.and_then(|note| self.records.get_mut(note as usize)) {
                        note.parts.push(number);
                    }
                    if let Some(held) = self.records.get_mut(number as usize) {
                        held.part_of = note;
                    }
                }
            });
        }
        self.is_ready()
    }

    /// True once it was first wanted.
    pub fn is_begun(&self) -> bool {
        self.is_begun
    }

    /// True when all that was said so far can be found.
    pub fn is_ready(&self) -> bool {
        self.is_begun && self.waiting.is_empty()
    }

    /// How many different words and marks are known.
    pub fn words(&self) -> usize {
        self.index.len()
    }

    /// The numbers of records, by which the index knows them.
    pub fn numbers(&self, records: &[RecordId]) -> Vec<u32> {
        records.iter().map(|record| self.numbers.only(record.as_str()).unwrap_or(u32::MAX)).collect()
    }

    /// The notes of a kind that have what is asked for; nothing where nothing is.
    pub fn find(&self, log: &Log, kind: Kind, asked: &Asked) -> Option<Set> {
        let mut found: Option<Set> = None;
        let mut narrow = |more: Set| match &mut found {
            Some(found) => found.retain(&more),
            None => found = Some(more),
        };
        for word in asked.words() {
            narrow(self.with_those_who_say_it(self.index.beginning(&word)));
        }
        for (facet, value) in asked.facets() {
            // Words and organisations that were joined are one: what has any of them is found.
            let alike = |held: &str| is_same(log, held, value);
            let values = self.marks(kind, *facet).into_iter().filter(|(held, _)| facet.is_of_records() && alike(held));
            let found = values.fold(self.index.marked(&facet.mark(kind, value)), |mut found, (held, _)| {
                found.add(&self.index.marked(&facet.mark(kind, &held)));
                found
            });
            narrow(found);
        }
        if asked.has_period() {
            // "~" comes after all digits.
            let to = if asked.to.is_empty() { "~" } else { &asked.to };
            narrow(self.index.between(&Facet::Date.mark(kind, &asked.from), &Facet::Date.mark(kind, to)));
        }
        found
    }

    /// Which of the lines with these numbers are shown, by their place in the list.
    pub fn shown(&self, log: &Log, numbers: &[u32], kind: Kind, asked: &Asked) -> Vec<u32> {
        let found = self.find(log, kind, asked);
        let lines = (0..).zip(numbers);
        lines.filter(|(_, number)| found.as_ref().is_none_or(|found| found.has(**number))).map(|(at, _)| at).collect()
    }

    /// The values that notes of a kind have of a facet, with how many notes have each. What was joined is one value.
    pub fn values(&self, log: &Log, kind: Kind, facet: Facet) -> Vec<(String, usize)> {
        let marks = self.marks(kind, facet);
        if !facet.is_of_records() {
            return marks;
        }
        let mut words: Vec<(String, usize, Set)> = Vec::new();
        for (value, notes) in marks {
            let found = self.index.marked(&facet.mark(kind, &value));
            let value = facet.standing(log, &value);
            match words.iter_mut().find(|(held, ..)| *held == value) {
                // A note may have both.
                Some((_, all, notes)) => {
                    notes.add(&found);
                    *all = notes.len();
                }
                None => words.push((value, notes, found)),
            }
        }
        words.into_iter().map(|(value, notes, _)| (value, notes)).collect()
    }

    /// The values as they were written.
    fn marks(&self, kind: Kind, facet: Facet) -> Vec<(String, usize)> {
        let beginning = facet.mark(kind, "");
        let values = self.index.beginnings(&beginning);
        values.filter_map(|(mark, notes)| Some((mark.strip_prefix(&beginning)?.to_owned(), notes))).collect()
    }

    /// Where the words stand in a note: the text with most of them, cut to a sentence. Nothing where that is one of the
    /// texts that the person sees already.
    pub fn sentence(&self, names: Names, record: &RecordId, words: &[String], seen: &[&str]) -> Option<Vec<Piece>> {
        let mut best = (0, usize::MAX, String::new());
        let mut more = vec![record.as_str().to_owned()];
        let numbered = |number: u32| self.records.get(number as usize);
        // A course refers to its organiser, a note has parts: few steps, and never in a circle, because each is taken once.
        let mut at = 0;
        while let Some(next) = more.get(at) {
            at = at.saturating_add(1);
            let parts = self.numbers.only(next).and_then(numbered).map_or(&[][..], |said| said.parts.as_slice());
            let parts: Vec<&str> = parts.iter().filter_map(|part| Some(numbered(*part)?.record.as_str())).collect();
            let next = next.clone();
            parts.into_iter().for_each(|part| {
                if !more.iter().any(|held| held == part) {
                    more.push(part.to_owned());
                }
            });
            let Some(view) = RecordId::parse(&next).and_then(|next| names.log.record(&next)) else { continue };
            read(names, view, &mut |said| match said {
                Said::Text(text, rank) => {
                    let count = how_many(text, words);
                    if count > best.0 || (count == best.0 && count > 0 && rank < best.1) {
                        best = (count, rank, text.to_owned());
                    }
                }
                Said::Refers(other) if !more.iter().any(|held| held == other) => more.push(other.to_owned()),
                _ => {}
            });
        }
        let (_, _, text) = best;
        if seen.contains(&text.as_str()) { None } else { sentence(&text, words) }
    }

    /// Adds the records that say what one of these says.
    fn with_those_who_say_it(&self, saying: Set) -> Set {
        let mut all = saying;
        let leads_on = |held: &Numbered| !held.is_note || held.part_of.is_some();
        let others = (0..).zip(&self.records).filter(|(number, held)| leads_on(held) && all.has(*number));
        let mut others: Vec<u32> = others.map(|(number, _)| number).collect();
        while let Some(held) = others.pop().and_then(|number| self.records.get(number as usize)) {
            for by in held.said_by.iter().copied().chain(held.part_of) {
                if !all.has(by) {
                    all.insert(by);
                    others.push(by);
                }
            }
        }
        all
    }

    /// The number of a record; a new one gets a new number, and waits to be read. Nothing for what is no record.
    fn number(&mut self, name: &str) -> Option<u32> {
        let number = self.numbers.only(name);
        number.or_else(|| {
            let record = RecordId::parse(name)?;
            let is_note = matches!(record.kind(), Some(Kind::Visit | Kind::Session));
            let number = self.records.len() as u32;
            self.records.push(Numbered { record, is_note, said_by: Vec::new(), part_of: None, parts: Vec::new() });
            self.numbers.mark(number, name);
            self.waiting.push(number);
            Some(number)
        })
    }
}
