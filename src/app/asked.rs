//! What is asked of a list: words, and what it is filtered by.

use super::Names;
use crate::insight::joins::{resolve, standing};
use crate::insight::words_of;
use crate::log::{DeviceId, Log};
use crate::record::{Choice, Kind, RecordId};

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

    /// Whether its values are records, which can be joined.
    pub(super) fn is_of_records(self) -> bool {
        matches!(self, Facet::Area | Facet::Theme | Facet::Topic | Facet::With)
    }

    /// The value that one stands for now: a word or an organisation that was joined for the other.
    pub fn standing(self, log: &Log, value: &str) -> String {
        let record = RecordId::parse(value).filter(|_| self.is_of_records());
        let stands = |record| if self == Facet::With { standing(log, record) } else { resolve(log, record) };
        record.map_or_else(|| value.to_owned(), |record| stands(record).to_string())
    }

    /// Its name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Date => "date",
            Facet::Area => "area",
            Facet::Theme => "theme",
            Facet::Topic => "topic",
            Facet::Manner => "manner",
            Facet::With => "with",
            Facet::Municipality => "municipality",
            Facet::By => "by",
            Facet::Status => "status",
        }
    }

    /// What one of its values is called.
    pub fn value_in_words(self, names: Names, value: &str) -> String {
        match self {
            Facet::Date => names.lang.date_short(value),
            Facet::Area | Facet::Theme | Facet::Topic | Facet::With => names.of(value),
            Facet::Manner | Facet::Status => {
                let label = Choice::from_name(value).map(names.lang.words().labels.choice);
                label.unwrap_or(value).to_owned()
            }
            Facet::Municipality => names.municipality(value),
            Facet::By => DeviceId::parse(value).map_or_else(|| value.to_owned(), |device| names.device(&device)),
        }
    }

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

    /// Every facet of which a value is chosen.
    pub fn facets(&self) -> &[(Facet, String)] {
        &self.facets
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
