//! What the records say under each heading of a report. The numbers come from `insight`, so a report never counts by itself.
//!
//! Only what was reviewed and may be shared enters (`insight/ready.rs`); what stays out is named with the reason. What a person
//! wrote under a heading stands beside it and is never touched.

mod activities;
mod evidence;
mod indicators;
mod lists;
mod partners;
mod scope;
mod visits;

use super::document::{Block, Document, Line, Section};
use crate::i18n::Lang;
use crate::log::Log;
use crate::record::pace::{Pace, Steps};
use crate::record::periods::Period;
use crate::record::template::{Heading, Template};
use crate::record::{Field, Fields, RecordId, Value};
use scope::Scope;

pub use crate::report::sheets::Audience;

/// What a report is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub template: Template,
    pub lang: Lang,
    pub audience: Audience,
    /// Everything where it is not said.
    pub period: Option<Period>,
    pub exchange: Option<RecordId>,
    /// The visit of a report on one.
    pub visit: Option<RecordId>,
    /// The record that holds what a person wrote.
    pub report: Option<RecordId>,
    /// `YYYY-MM-DD`: commitments are late or not on this day, and the report says that it was made on it.
    pub today: String,
}

impl Asked {
    /// What the record of a report says that it is about.
    pub fn of_record(log: &Log, report: &RecordId, today: &str) -> Self {
        let fields = log.record(report).map(|view| view.fields()).unwrap_or_default();
        Asked { report: Some(report.clone()), ..Asked::of_fields(&fields, today) }
    }

    /// The same of a report that is being written.
    pub fn of_fields(fields: &Fields, today: &str) -> Self {
        let day = |field| Some(fields.text(field).to_owned()).filter(|day| !day.is_empty());
        Asked {
            template: Template::from_name(fields.text(Field::Template)).unwrap_or_default(),
            lang: Lang::from_code(fields.text(Field::Language)),
            audience: Audience::Team,
            period: day(Field::StartsOn).zip(day(Field::EndsOn)).map(|(from, to)| Period { from, to }),
            exchange: RecordId::parse(fields.text(Field::Exchange)),
            visit: RecordId::parse(fields.text(Field::Visit)),
            report: None,
            today: today.to_owned(),
        }
    }
}

/// The report.
pub fn fill(log: &Log, asked: &Asked) -> Document {
    filling(log, asked).finish()
}

/// The same, which can be put down: a unit of it is a record that is read, or written under a heading.
pub fn filling<'a>(log: &'a Log, asked: &'a Asked) -> Steps<'a, Document> {
    Steps::new(move |pace| filled(log, asked, pace))
}

async fn filled(log: &Log, asked: &Asked, pace: Pace) -> Document {
    let scope = Scope::read(log, asked, &pace).await;
    let words = asked.lang.words().document();
    let mut sections = Vec::new();
    for heading in asked.template.headings() {
        sections.push(section(&scope, *heading, &pace).await);
        pace.spend(scope.size()).await;
    }
    let made = (words.made_on)(&asked.lang.date_full(&asked.today));
    let mut closing = vec![made];
    if asked.template == Template::Exchange {
        closing.push(words.how_counted.to_owned());
    }
    let left_out = scope.left_out.clone();
    if !left_out.is_empty() {
        closing.push((words.left_out)(left_out.len()));
    }
    Document {
        lang: asked.lang,
        title: scope.title(),
        about: scope.about(),
        sections,
        closing,
        lacks: scope.lacks(),
        left_out,
    }
}

async fn section(scope: &Scope<'_>, heading: Heading, pace: &Pace) -> Section {
    let written = scope.written(heading);
    let mut filled = match heading {
        Heading::ThematicArea => lists::thematic_areas(scope),
        Heading::Country => lists::countries(scope),
        Heading::Summary => lists::summary(scope),
        Heading::Implemented => visits::agenda(scope),
        Heading::Achieved => indicators::achieved(scope),
        Heading::Evidence => evidence::evidence(scope),
        Heading::Instruments => lists::instruments(scope),
        Heading::Activities => activities::activities(scope, pace).await,
        Heading::Partners => partners::partners(scope),
        Heading::Results => indicators::results(scope),
        Heading::Lessons => lists::lessons(scope),
        Heading::Role => partners::agencies(scope),
        Heading::Material => evidence::photos(scope),
        Heading::Purpose => visits::facts(scope),
        Heading::Findings => visits::findings(scope),
        Heading::Agreements => indicators::agreements(scope),
        Heading::Recommendations => lists::recommendations(scope),
    };
    if filled.is_empty() && written.is_empty() {
        filled.push(Block::Note(Line::plain(scope.words().nothing)));
    }
    Section { heading, title: (scope.words().heading)(heading), written, filled }
}

/// The texts of a list, by a member of each item.
fn member<'a>(item: &'a Value, name: &str) -> &'a str {
    item.member(name).and_then(Value::as_text).unwrap_or_default().trim()
}

#[cfg(test)]
mod edges;
#[cfg(test)]
mod tests;
