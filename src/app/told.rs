//! What a note tells: the texts in which its words are looked for, and the marks by which it is filtered.

use super::{Facet, Names};
use crate::i18n::Lang;
use crate::log::RecordView;
use crate::record::{Choice, Field, Fields, Kind, RecordId, Value};

/// Where words are looked for, sentences before names. What belongs to a note is read the same way: the course of a session,
/// the commitments and the photos.
const FIELDS: [Field; 31] = [
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
    Field::Name,
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
    Field::Municipality,
    Field::PlaceAsWritten,
    Field::Exchange,
];
/// Fields that hold one choice, told by its label.
const CHOICES: [Field; 3] = [Field::VisitType, Field::Method, Field::Status];
/// In lists of objects: what a person wrote. The rest are choices and references.
const WRITTEN: [&str; 4] = ["text", "description", "conditions", "role"];

/// What one note tells.
#[derive(Debug, Default)]
pub struct Told {
    /// As it is shown, sentences first.
    pub texts: Vec<String>,
    /// The same in the other language, where it is another: one looks for what one remembers.
    pub others: Vec<String>,
    /// By what it is filtered, and what it refers to, as marks of the index.
    pub marks: Vec<String>,
}

/// What a visit or a session tells, with what belongs to it; nothing where it is in the bin or not held.
pub fn told(names: Names, record: &RecordId, belongings: &[RecordId]) -> Option<Told> {
    let view = names.log.record(record).filter(|view| !view.is_binned())?;
    let other = Lang::ALL.iter().find(|lang| **lang != names.lang).copied().unwrap_or_default();
    let mut reader = Reader { names, other: Names { lang: other, ..names }, told: Told::default() };
    let mut fields = view.fields();
    let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| {
        reader.refer(course.as_str());
        names.log.record(&course)
    });
    let mut course = course.map(|course| course.fields()).unwrap_or_default();
    reader.facets(view, &fields, &course);
    reader.read(&mut fields);
    reader.read(&mut course);
    for belonging in belongings.iter().filter_map(|belonging| names.log.record(belonging)) {
        if owner(belonging).as_ref() == Some(record) && !belonging.is_binned() {
            reader.refer(belonging.id().as_str());
            reader.read(&mut belonging.fields());
        }
    }
    Some(reader.told)
}

/// The note that a commitment or a photo belongs to.
pub fn owner(view: RecordView) -> Option<RecordId> {
    let field = match view.id().kind()? {
        Kind::Agreement => Field::Visit,
        Kind::Photo => Field::Of,
        _ => return None,
    };
    RecordId::parse(view.shown(field.name())?.as_text()?)
}

struct Reader<'a> {
    names: Names<'a>,
    other: Names<'a>,
    told: Told,
}

impl Reader<'_> {
    /// What it can be filtered by. What is read takes the values along, so this comes first.
    fn facets(&mut self, view: RecordView, fields: &Fields, course: &Fields) {
        let Some(kind) = view.id().kind() else { return };
        let either = |field: Field| if course.is_blank(field) { fields.text(field) } else { course.text(field) };
        let by = view.first().map(|first| first.device().to_string()).unwrap_or_default();
        if let Some(device) = RecordId::new(Kind::Device, &by) {
            self.refer(device.as_str());
            self.say(|names| names.of(device.as_str()));
        }
        let date = [fields.text(Field::StartsOn), fields.text(Field::HeldOn)].concat();
        self.say(|names| [&names.lang.date_full(&date), " ", &names.lang.date_short(&date)].concat());
        let single = [
            (Facet::Date, date.as_str()),
            (Facet::Manner, either(Field::VisitType)),
            (Facet::Manner, either(Field::Method)),
            (Facet::With, either(Field::HostOrganisation)),
            (Facet::With, either(Field::Organiser)),
            (Facet::Municipality, either(Field::Municipality)),
            (Facet::By, &by),
            (Facet::Status, either(Field::Status)),
        ];
        let many = [
            (Facet::Area, fields.list(Field::ProductionAreas)),
            (Facet::Theme, fields.list(Field::Themes)),
            (Facet::Topic, course.list(Field::Topics)),
        ];
        let many = many.into_iter().flat_map(|(facet, all)| all.iter().filter_map(move |one| Some((facet, one.as_text()?))));
        let all = single.into_iter().chain(many).filter(|(_, value)| !value.is_empty());
        self.told.marks.extend(all.map(|(facet, value)| facet.mark(kind, value)));
    }

    fn read(&mut self, fields: &mut Fields) {
        for field in FIELDS {
            match fields.0.remove(field.name()) {
                Some(Value::Text(code)) if field == Field::Municipality => {
                    self.told.texts.push(self.names.municipality(&code));
                }
                Some(value) => self.value(value),
                None => {}
            }
        }
        for choice in CHOICES.iter().filter_map(|field| fields.choice(*field)) {
            self.choice(choice);
        }
    }

    fn value(&mut self, value: Value) {
        match value {
            Value::Text(text) if RecordId::parse(&text).is_some_and(|record| record.kind().is_some()) => {
                self.refer(&text);
                self.say(|names| names.of(&text));
            }
            Value::Text(text) => self.told.texts.push(text),
            Value::List(items) => items.into_iter().for_each(|item| self.value(item)),
            Value::Map(members) => {
                for (name, value) in members {
                    let written = WRITTEN.contains(&name.as_str());
                    match value.as_text().and_then(Choice::from_name).filter(|_| !written) {
                        Some(choice) => self.choice(choice),
                        None => self.value(value),
                    }
                }
            }
            _ => {}
        }
    }

    fn choice(&mut self, choice: Choice) {
        self.say(|names| (names.lang.words().labels.choice)(choice).to_owned());
    }

    /// What has a name in each language.
    fn say(&mut self, name: impl Fn(Names) -> String) {
        let (here, other) = (name(self.names), name(self.other));
        if here != other {
            self.told.others.push(other);
        }
        self.told.texts.push(here);
    }

    /// When what it refers to is renamed, this note has to be read again.
    fn refer(&mut self, record: &str) {
        self.told.marks.push([REFERS, record].concat());
    }
}

/// Before the record that a note refers to.
pub const REFERS: &str = "R";
