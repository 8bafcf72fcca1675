//! Searching and filtering: which notes have what was asked for, and where it stands in them.
//!
//! The index is built in pieces, so that the screen is never held; after that, what was saved or loaded is read again and
//! nothing else.

use super::told::{REFERS, Told, owner, told};
use super::Names;
use crate::insight::{Index, Piece, Set, how_many, sentence, words_of};
use crate::log::Log;
use crate::record::{Kind, RecordId};

/// By what notes are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// `YYYY-MM-DD`: of the visit or the session.
    Date,
    /// Production area; a term.
    Area,
    Theme,
    /// What was taught; a term.
    Topic,
    /// What kind of visit, or by which method; a choice.
    Manner,
    /// The host of a visit, the organiser of a training.
    With,
    /// A code of the gazetteer.
    Municipality,
    /// The device that recorded it first.
    By,
    Status,
}

impl Facet {
    /// Those with one value chosen from a list, in the order in which they are offered.
    pub const CHOSEN: [Facet; 8] = [
        Facet::Area,
        Facet::Theme,
        Facet::Topic,
        Facet::Manner,
        Facet::With,
        Facet::Municipality,
        Facet::By,
        Facet::Status,
    ];

    /// How the index knows notes of a kind with this value.
    pub(super) fn mark(self, kind: Kind, value: &str) -> String {
        let letter = match self {
            Facet::Date => "D",
            Facet::Area => "A",
            Facet::Theme => "T",
            Facet::Topic => "P",
            Facet::Manner => "M",
            Facet::With => "W",
            Facet::Municipality => "L",
            Facet::By => "B",
            Facet::Status => "S",
        };
        [letter, kind.name(), " ", value].concat()
    }
}

/// What is asked of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub typed: String,
    /// Each at most once.
    facets: Vec<(Facet, String)>,
    /// `YYYY-MM-DD`, both included; empty where the period is open.
    pub from: String,
    pub to: String,
}

impl Asked {
    /// The words, as they are compared.
    pub fn words(&self) -> Vec<String> {
        words_of(&self.typed)
    }

    /// The value chosen of a facet; empty for none.
    pub fn chosen(&self, facet: Facet) -> &str {
        self.facets.iter().find(|(held, _)| *held == facet).map_or("", |(_, value)| value)
    }

    /// Chooses a value of a facet; an empty one takes the choice back.
    pub fn choose(&mut self, facet: Facet, value: String) {
        self.facets.retain(|(held, _)| *held != facet);
        if !value.is_empty() {
            self.facets.push((facet, value));
        }
    }

    /// How many filters are set, the period as one.
    pub fn filters(&self) -> usize {
        self.facets.len().saturating_add(usize::from(self.has_period()))
    }

    pub fn has_period(&self) -> bool {
        !self.from.is_empty() || !self.to.is_empty()
    }

    /// True where everything is shown.
    pub fn is_empty(&self) -> bool {
        self.filters() == 0 && self.words().is_empty()
    }
}

/// The index over visits and sessions, and what it still has to read.
#[derive(Debug, Default)]
pub struct Finder {
    index: Index,
    /// Which record has which number, and what belongs to it; never taken out.
    links: Index,
    records: Vec<RecordId>,
    /// Numbers that have to be read, descending: the last is the next.
    waiting: Vec<u32>,
    is_begun: bool,
}

/// Before the name of a record that has a number, and before that of a note with something that belongs to it.
const NUMBERED: &str = "N";
const OWNS: &str = "O";

impl Finder {
    /// Sets all notes of a log to be read, once.
    pub fn begin(&mut self, log: &Log) {
        if self.is_begun {
            return;
        }
        self.is_begun = true;
        for kind in [Kind::Visit, Kind::Session] {
            log.records_of(kind).for_each(|view| {
                self.number(view.id());
            });
        }
        for kind in [Kind::Agreement, Kind::Photo] {
            log.records_of(kind).filter_map(|view| Some((owner(view)?, view.id()))).for_each(|(note, record)| {
                self.link(&note, record);
            });
        }
        self.waiting = (0..self.records.len() as u32).rev().collect();
    }

    /// Something was written about these records: what tells of them is read again, and nothing else.
    pub fn touch(&mut self, log: &Log, records: &[RecordId]) {
        if !self.is_begun {
            return;
        }
        let mut again = Set::default();
        for record in records {
            match record.kind() {
                Some(Kind::Visit | Kind::Session) => again.insert(self.number(record)),
                _ => {
                    again.add(&self.index.marked(&[REFERS, record.as_str()].concat()));
                    if let Some(note) = log.record(record).and_then(owner) {
                        again.insert(self.link(&note, record));
                    }
                }
            }
        }
        self.index.remove(&again);
        self.waiting.iter().for_each(|number| again.insert(*number));
        self.waiting = (0..self.records.len() as u32).rev().filter(|number| again.has(*number)).collect();
    }

    /// Reads some of the notes that wait; true when none is left.
    pub fn work(&mut self, names: Names, notes: usize) -> bool {
        for _ in 0..notes {
            let Some(number) = self.waiting.pop() else { break };
            let record = self.records.get(number as usize);
            let Some(told) = record.and_then(|record| self.told(names, record)) else { continue };
            told.texts.iter().chain(&told.others).for_each(|text| self.index.add(number, text));
            told.marks.iter().for_each(|mark| self.index.mark(number, mark));
        }
        self.is_ready()
    }

    /// True when all that was said so far can be found.
    pub fn is_ready(&self) -> bool {
        self.is_begun && self.waiting.is_empty()
    }

    /// The numbers of records, by which the index knows them.
    pub fn numbers(&self, records: &[RecordId]) -> Vec<u32> {
        records.iter().map(|record| self.number_of(record).unwrap_or(u32::MAX)).collect()
    }

    /// The notes of a kind that have what is asked for; nothing where nothing is.
    pub fn find(&self, kind: Kind, asked: &Asked) -> Option<Set> {
        let mut found = self.index.find(&asked.words());
        let mut narrow = |more: Set| match &mut found {
            Some(found) => found.retain(&more),
            None => found = Some(more),
        };
        for (facet, value) in &asked.facets {
            narrow(self.index.marked(&facet.mark(kind, value)));
        }
        if asked.has_period() {
            // "~" comes after all digits.
            let to = if asked.to.is_empty() { "~" } else { &asked.to };
            narrow(self.index.between(&Facet::Date.mark(kind, &asked.from), &Facet::Date.mark(kind, to)));
        }
        found
    }

    /// The values that notes of a kind have of a facet, with how many notes have each.
    pub fn values(&self, kind: Kind, facet: Facet) -> Vec<(String, usize)> {
        let beginning = facet.mark(kind, "");
        let values = self.index.beginnings(&beginning);
        values.filter_map(|(mark, notes)| Some((mark.strip_prefix(&beginning)?.to_owned(), notes))).collect()
    }

    /// Where the words stand in a note: the text with most of them, cut to a sentence. Nothing where that is one of the
    /// texts that the person sees already.
    pub fn sentence(&self, names: Names, record: &RecordId, words: &[String], seen: &[&str]) -> Option<Vec<Piece>> {
        let told = self.told(names, record)?;
        let mut best = (0, "");
        for text in told.texts.iter().chain(&told.others) {
            let count = how_many(text, words);
            if count > best.0 {
                best = (count, text);
            }
        }
        let (_, text) = best;
        if seen.contains(&text) { None } else { sentence(text, words) }
    }

    fn told(&self, names: Names, record: &RecordId) -> Option<Told> {
        let beginning = [OWNS, record.as_str(), " "].concat();
        let belongings = self.links.beginnings(&beginning);
        let belongings: Vec<RecordId> =
            belongings.filter_map(|(link, _)| RecordId::parse(link.strip_prefix(&beginning)?)).collect();
        told(names, record, &belongings)
    }

    fn number_of(&self, record: &RecordId) -> Option<u32> {
        self.links.only(&[NUMBERED, record.as_str()].concat())
    }

    /// The number of a record, which is a new one for a new record.
    fn number(&mut self, record: &RecordId) -> u32 {
        let number = self.number_of(record);
        number.unwrap_or_else(|| {
            let number = self.records.len() as u32;
            self.records.push(record.clone());
            self.links.mark(number, &[NUMBERED, record.as_str()].concat());
            number
        })
    }

    /// Remembers what belongs to a note, which may come later.
    fn link(&mut self, note: &RecordId, record: &RecordId) -> u32 {
        let number = self.number(note);
        self.links.mark(number, &[OWNS, note.as_str(), " ", record.as_str()].concat());
        number
    }
}
