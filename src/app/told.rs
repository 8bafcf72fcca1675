//! What a record says of itself: the texts in which its words are looked for, what it refers to, and what it is filtered by.

use super::{Facet, Names};
use crate::i18n::Lang;
use crate::insight::joins::is_counted_elsewhere;
use crate::log::RecordView;
use crate::record::{Choice, Field, Kind, RecordId, Value, gazetteer};

/// The fields in which words are looked for, sentences before names, over all kinds: what belongs to a note is read the same
/// way.
const FIELDS: [Field; 36] = [
    Field::Observations,
    Field::Assessment,
    Field::WhatWorked,
    Field::Difficulties,
    Field::Lessons,
    Field::Quotes,
    Field::Recommendations,
    Field::Purpose,
    Field::Remarks,
    Field::ReturnedBecause,
    Field::What,
    Field::Caption,
    Field::Evidence,
    Field::Practices,
    Field::Products,
    Field::PeopleMet,
    Field::Course,
    Field::Name,
    Field::Title,
    Field::LabelEs,
    Field::LabelEn,
    Field::AlsoKnownAs,
    Field::JoinedInto,
    Field::HostOrganisation,
    Field::Organiser,
    Field::Delegation,
    Field::ProductionAreas,
    Field::Themes,
    Field::Topics,
    Field::Responsible,
    Field::Facilitator,
    Field::Funder,
    Field::Venue,
    Field::Community,
    Field::PlaceAsWritten,
    Field::Exchange,
];
/// Those of what is only referred to: what it is called. A remark on an organisation is not part of a visit to it.
const NAMES: [Field; 6] =
    [Field::Name, Field::Title, Field::LabelEs, Field::LabelEn, Field::AlsoKnownAs, Field::JoinedInto];
/// In lists of objects: what a person wrote. The rest are choices and references.
const WRITTEN: [&str; 4] = ["text", "description", "conditions", "role"];

/// One thing that a record says.
pub enum Said<'a> {
    /// A text, and how far down it stands in the order of reading.
    Text(&'a str, usize),
    /// What another record says, this one says too: `kind/rid`.
    Refers(&'a str),
    /// All of it is part of this note, or was joined into this record.
    PartOf(&'a str),
    /// It is filtered by this.
    Is(Facet, &'a str),
}

/// Calls `say` with everything a record says. What is in the bin says nothing.
pub fn read(names: Names, view: RecordView, say: &mut dyn FnMut(Said)) {
    let Some(kind) = view.id().kind().filter(|_| !view.is_binned()) else { return };
    let is_note = matches!(kind, Kind::Visit | Kind::Session);
    // Filters look at what is listed.
    let is_filtered = is_note && !(kind == Kind::Visit && is_counted_elsewhere(names.log, view));
    let is_whole = is_note || matches!(kind, Kind::Course | Kind::Agreement | Kind::Photo);
    for (name, value) in view.values() {
        let Some(field) = Field::from_name(name) else { continue };
        if let Some(rank) = FIELDS.iter().position(|of_text| *of_text == field) {
            if is_whole || NAMES.contains(&field) {
                texts(value, rank, say);
            }
        } else if is_whole {
            special(field, value, say);
        }
        if is_filtered {
            facets(field, value, say);
        }
        // Who looks for the words of one that was joined wants to see the one that stands for it.
        if field == Field::JoinedInto && matches!(kind, Kind::Visit | Kind::Organisation | Kind::Place) {
            let is_alike = |other: &&str| RecordId::parse(other).is_some_and(|other| other.kind() == Some(kind));
            value.as_text().filter(is_alike).into_iter().for_each(|other| say(Said::PartOf(other)));
        }
        // What a training is filtered by stands in its course.
        let course = value.as_text().filter(|_| field == Field::Course).and_then(RecordId::parse);
        if let Some(course) = course.and_then(|course| names.log.record(&course)) {
            course.values().for_each(|(name, value)| {
                if let Some(field) = Field::from_name(name) {
                    facets(field, value, say);
                }
            });
        }
    }
    if let Some(first) = view.first().filter(|_| is_note) {
        let device = first.device().to_string();
        say(Said::Refers(&[Kind::Device.name(), "/", &device].concat()));
        if is_filtered {
            say(Said::Is(Facet::By, &device));
        }
    }
}

fn texts(value: &Value, rank: usize, say: &mut dyn FnMut(Said)) {
    match value {
        Value::Text(text) if is_reference(text) => say(Said::Refers(text)),
        Value::Text(text) => say(Said::Text(text, rank)),
        Value::List(items) => items.iter().for_each(|item| texts(item, rank, say)),
        Value::Map(members) => {
            for (name, value) in members.iter() {
                let written = WRITTEN.contains(&name.as_str());
                match value.as_text().and_then(Choice::from_name).filter(|_| !written) {
                    Some(choice) => label(choice, say),
                    None => texts(value, rank, say),
                }
            }
        }
        _ => {}
    }
}

/// Fields that say in words what they hold as a code.
fn special(field: Field, value: &Value, say: &mut dyn FnMut(Said)) {
    let Some(text) = value.as_text() else { return };
    match field {
        Field::Municipality => match gazetteer::find(text) {
            Some(place) => [place.name, place.above].into_iter().for_each(|name| say(Said::Text(name, FIELDS.len()))),
            None => say(Said::Text(text, FIELDS.len())),
        },
        Field::VisitType | Field::Method | Field::Status => {
            if let Some(choice) = Choice::from_name(text) {
                label(choice, say);
            }
        }
        Field::StartsOn | Field::HeldOn | Field::DueOn => {
            say(Said::Text(text, FIELDS.len()));
            let month = text.get(5..7).and_then(|month| month.parse::<usize>().ok()?.checked_sub(1));
            for lang in Lang::ALL {
                let name = month.and_then(|month| lang.words().dates.months.get(month));
                say(Said::Text(name.copied().unwrap_or_default(), FIELDS.len()));
            }
        }
        Field::Visit | Field::Of => say(Said::PartOf(text)),
        _ => {}
    }
}

/// In both languages: one looks for what one remembers.
fn label(choice: Choice, say: &mut dyn FnMut(Said)) {
    Lang::ALL.iter().for_each(|lang| say(Said::Text((lang.words().labels.choice)(choice), FIELDS.len())));
}

fn facets(field: Field, value: &Value, say: &mut dyn FnMut(Said)) {
    let facet = match field {
        Field::StartsOn | Field::HeldOn => Facet::Date,
        Field::ProductionAreas => Facet::Area,
        Field::Themes => Facet::Theme,
        Field::Topics => Facet::Topic,
        Field::VisitType | Field::Method => Facet::Manner,
        Field::HostOrganisation | Field::Organiser => Facet::With,
        Field::Municipality => Facet::Municipality,
        Field::Status => Facet::Status,
        _ => return,
    };
    let alone = value.as_text();
    let all = value.as_list().unwrap_or_default().iter().filter_map(Value::as_text).chain(alone);
    all.filter(|value| !value.is_empty()).for_each(|value| say(Said::Is(facet, value)));
}

/// `kind/rid`, without making a record of it.
fn is_reference(text: &str) -> bool {
    text.split_once('/').is_some_and(|(kind, rid)| {
        Kind::from_name(kind).is_some()
            && !rid.is_empty()
            && rid.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    })
}
