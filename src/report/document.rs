//! A report before it is a file: headings, what a person wrote under each, and what was filled in, each line with the records behind
//! it. What makes Markdown, a page or a Word file of it decides nothing.

use crate::i18n::Lang;
use crate::insight::ready::WhyNot;
use crate::record::template::Heading;
use crate::record::{Field, RecordId};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub lang: Lang,
    pub title: String,
    /// Under the title: which exchange, from when to when, for whom.
    pub about: Vec<String>,
    pub sections: Vec<Section>,
    /// At the end: on which day it was made, and how people are counted.
    pub closing: Vec<String>,
    /// What would make it better, the way to each.
    pub lacks: Vec<Lack>,
    /// Visits and sessions that stay out, and why.
    pub left_out: Vec<(RecordId, WhyNot)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub heading: Heading,
    pub title: &'static str,
    /// What a person wrote, paragraph by paragraph.
    pub written: Vec<String>,
    /// What the records say. Never empty where nothing was written either: then it says that there is nothing.
    pub filled: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of its own under that of the section.
    Part(&'static str),
    Line(Line),
    Items(Vec<Line>),
    Table(Table),
    Photo(Photo),
    /// What a number is to be read with, or that there is nothing.
    Note(Line),
}

/// A line, and the records that it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub records: Vec<RecordId>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it counts or lists.
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Row>,
    /// How many columns from the left are words; the rest are numbers.
    pub words: usize,
    pub note: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<String>,
    pub records: Vec<RecordId>,
}

/// A photo with consent and caption. Its bytes come from where photos are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// The SHA-256 under which it is kept.
    pub attachment: String,
    pub caption: String,
    pub records: Vec<RecordId>,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    pub record: RecordId,
    pub what: Lacking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// A field that is empty.
    Field(Field),
    /// Nobody said whether the photo may be shown.
    PhotoConsent,
    PhotoCaption,
    /// An indicator without a target for the period.
    Target,
    /// A session whose total nobody wrote down.
    Total,
}

impl Line {
    pub fn new(text: impl Into<String>, records: Vec<RecordId>) -> Self {
        Line { text: text.into(), records }
    }

    /// A line that rests on no record of its own.
    pub fn plain(text: impl Into<String>) -> Self {
        Line { text: text.into(), records: Vec::new() }
    }
}

impl Document {
    /// The photos that it shows, each once.
    pub fn attachments(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for block in self.sections.iter().flat_map(|section| &section.filled) {
            if let Block::Photo(photo) = block
                && !all.contains(&photo.attachment.as_str())
            {
                all.push(&photo.attachment);
            }
        }
        all
    }
}

impl Block {
    /// The records behind it, each once.
    pub fn records(&self) -> Vec<&RecordId> {
        let mut all: Vec<&RecordId> = match self {
            Block::Part(_) => Vec::new(),
            Block::Line(line) | Block::Note(line) => line.records.iter().collect(),
            Block::Items(lines) => lines.iter().flat_map(|line| &line.records).collect(),
            Block::Table(table) => table.rows.iter().flat_map(|row| &row.records).collect(),
            Block::Photo(photo) => photo.records.iter().collect(),
        };
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|record| seen.insert(*record));
        all
    }
}
