//! The cells of a record: names instead of references, words instead of choices, dates and numbers as what they are.

use super::columns::Way;
use super::mask::masked_alone;
use super::{Audience, Cell};
use crate::exchange::{blotted, coarse};
use crate::i18n::{Column, Words};
use crate::insight::joins::{resolve, standing};
use crate::log::canonical;
use crate::record::periods::is_date;
use crate::record::{Choice, Field, Fields, Kind, Location, RecordId, Value, gazetteer, points};
use crate::report::Names;
use crate::report::names::each_once;

/// Between the parts of a cell that holds several: names have commas in them.
const BETWEEN: &str = "; ";

/// What a row is about.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub record: &'a RecordId,
    pub fields: &'a Fields,
    /// One of the objects of a list in it.
    pub item: Option<&'a Value>,
    /// The visit that the row belongs to, where it is not the record itself.
    pub visit: Option<(&'a RecordId, &'a Fields)>,
}

/// A point of a row, and whether it is only that of the municipality.
#[derive(Clone, Copy)]
pub struct Point {
    pub location: Location,
    pub is_municipality: bool,
}

#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub names: Names<'a>,
    pub audience: Audience,
}

impl<'a> Reader<'a> {
    pub fn words(&self) -> &'static Words {
        self.names.lang.words()
    }

    pub fn is_public(&self) -> bool {
        self.audience == Audience::Public
    }

    pub fn cell(&self, what: Column, way: Way, about: About) -> Cell {
        let value = |field: Field| about.fields.get(field);
        let member = |name| about.item.and_then(|item| item.member(name));
        match way {
            Way::Own(_) => self.own(what, about),
            Way::Short(field) | Way::Long(field) => self.written(value(field)),
            Way::Whole(field) => self.number(value(field)),
            Way::Date(field) => self.date(value(field)),
            Way::Choice(field) => self.choice(value(field)),
            Way::List(field) => self.list(value(field), |value| match field {
                Field::Countries => self.country(value),
                _ => self.choice(Some(value)),
            }),
            Way::Name(Field::Country) => value(Field::Country).map_or(Cell::Empty, |value| self.country(value)),
            Way::Name(field) => self.name(value(field)),
            Way::Names(field) => self.list(value(field), |value| self.name(Some(value))),
            Way::Item(name) | Way::ItemLong(name) => self.written(member(name)),
            Way::ItemChoice(name) => self.choice(member(name)),
            Way::ItemName(name) => self.name(member(name)),
            Way::ItemWhole(name) => self.number(member(name)),
        }
    }

    /// What follows from more than one field.
    fn own(&self, what: Column, about: About) -> Cell {
        let fields = about.fields;
        let place = || gazetteer::find(fields.text(Field::Municipality));
        match what {
            Column::Id => Cell::text(about.record.rid()),
            Column::Visit => about.visit.map_or(Cell::Empty, |(visit, _)| Cell::text(visit.rid())),
            Column::VisitedOn => about.visit.map_or(Cell::Empty, |(_, visit)| self.date(visit.get(Field::StartsOn))),
            Column::Host => about.visit.map_or(Cell::Empty, |(_, visit)| self.name(visit.get(Field::HostOrganisation))),
            Column::Country => place().map_or(Cell::Empty, |place| Cell::text(place.country)),
            Column::Region => place().map_or(Cell::Empty, |place| Cell::text(place.above)),
            Column::Municipality => self.municipality(fields.text(Field::Municipality)),
            Column::MunicipalityCode => place().map_or(Cell::Empty, |place| Cell::text(place.id.as_str())),
            Column::Latitude | Column::Longitude | Column::PointOf | Column::Accuracy => {
                self.of_point(what, point_of(fields))
            }
            Column::Women => self.took_part(fields, "women"),
            Column::Men => self.took_part(fields, "men"),
            Column::SexNotRecorded => self.took_part(fields, "not_stated"),
            Column::PeopleMet => self.list(fields.get(Field::PeopleMet), |met| self.met(met)),
            Column::RecordedBy => self.recorded_by(about.record),
            Column::Of => match RecordId::parse(fields.text(Field::Of)) {
                Some(of) => Cell::text(of.rid()),
                None => self.written(fields.get(Field::Of)),
            },
            _ => Cell::Empty,
        }
    }

    pub fn of_point(&self, what: Column, point: Option<Point>) -> Cell {
        let Some(point) = point else { return Cell::Empty };
        let words = self.words().other_files();
        let told = |micro: i64| Cell::Degrees(if self.is_public() { coarse(micro) } else { micro });
        match what {
            Column::Latitude => told(point.location.latitude),
            Column::Longitude => told(point.location.longitude),
            Column::PointOf if point.is_municipality => Cell::text(words.of_municipality),
            Column::PointOf => Cell::text(words.of_place),
            _ => Cell::whole(point.location.accuracy_m),
        }
    }

    /// A text as it was written; what is none is shown as JSON rather than not at all.
    fn written(&self, value: Option<&Value>) -> Cell {
        match value {
            None => Cell::Empty,
            Some(value) if value.is_blank() => Cell::Empty,
            Some(Value::Text(text)) => Cell::text(text.as_str()),
            Some(other) => Cell::text(canonical(other)),
        }
    }

    fn number(&self, value: Option<&Value>) -> Cell {
        match value {
            Some(Value::Int(number)) => Cell::Whole(*number),
            other => self.written(other),
        }
    }

    pub fn date(&self, value: Option<&Value>) -> Cell {
        match value.and_then(Value::as_text) {
            Some(day) if is_date(day) => Cell::Date(day.to_owned()),
            _ => self.written(value),
        }
    }

    /// The word for a choice. Methods may also be words of a list.
    pub fn choice(&self, value: Option<&Value>) -> Cell {
        match value.and_then(Value::as_text).and_then(Choice::from_name) {
            Some(choice) => Cell::text((self.words().labels.choice)(choice)),
            None => self.name(value),
        }
    }

    fn list(&self, value: Option<&Value>, one: impl Fn(&Value) -> Cell) -> Cell {
        let Some(items) = value.and_then(Value::as_list) else { return self.written(value) };
        let texts = items.iter().filter_map(|item| match one(item) {
            Cell::Text(text) => Some(text),
            _ => None,
        });
        Cell::text(each_once(texts).join(BETWEEN))
    }

    pub fn name(&self, value: Option<&Value>) -> Cell {
        match value {
            Some(Value::Text(text)) => self.named(text),
            other => self.written(other),
        }
    }

    /// What a reference leads to by its name, a municipality by its code. The public is not told of what is in the bin, nor what in a
    /// name looks personal.
    pub fn named(&self, reference: &str) -> Cell {
        if gazetteer::find(reference).is_some() {
            return Cell::text(self.names.municipality(reference));
        }
        let is_away = |record: RecordId| {
            let log = self.names.log;
            let end = if record.kind() == Some(Kind::Term) { resolve(log, record) } else { standing(log, record) };
            log.record(&end).is_some_and(|view| view.is_binned())
        };
        if self.is_public() && RecordId::parse(reference).is_some_and(is_away) {
            return Cell::Empty;
        }
        Cell::text(self.told(self.names.of(reference)))
    }

    /// A text that did not go through the lists of what may go to the public.
    pub fn told(&self, text: String) -> String {
        if self.is_public() { blotted(&text).unwrap_or(text) } else { text }
    }

    pub fn names_of(&self, references: &[String]) -> Cell {
        let names = references.iter().filter_map(|reference| match self.named(reference) {
            Cell::Text(text) => Some(text),
            _ => None,
        });
        Cell::text(each_once(names).join(BETWEEN))
    }

    fn country(&self, value: &Value) -> Cell {
        let code = value.as_text().unwrap_or_default();
        Cell::text((self.words().directory().country)(code))
    }

    pub fn municipality(&self, code: &str) -> Cell {
        match gazetteer::find(code) {
            Some(place) => Cell::text(place.name),
            None if code.is_empty() => Cell::Empty,
            None => self.named(code),
        }
    }

    fn met(&self, met: &Value) -> Cell {
        let text = |name| met.member(name).and_then(Value::as_text).unwrap_or_default().trim().to_owned();
        let organisation = match self.named(&text("organisation")) {
            Cell::Text(name) => name,
            _ => String::new(),
        };
        let role = text("role");
        match (role.is_empty(), organisation.is_empty()) {
            (false, false) => Cell::text([&role, " (", &organisation, ")"].concat()),
            _ => Cell::text([role, organisation].concat()),
        }
    }

    /// Of all groups that took part in a visit; blank where nobody counted, which is not zero.
    fn took_part(&self, fields: &Fields, member: &str) -> Cell {
        let groups = fields.list(Field::Participants).iter();
        let counts = groups.filter_map(|group| group.member(member).and_then(Value::as_int));
        let sum = counts.reduce(i64::saturating_add);
        if self.is_public() { masked_alone(sum) } else { Cell::whole(sum) }
    }

    pub fn recorded_by(&self, record: &RecordId) -> Cell {
        let first = self.names.log.record(record).and_then(|view| view.first());
        first.map_or(Cell::Empty, |change| Cell::text(self.names.device(change.device())))
    }
}

/// Where it was, else a point of the municipality. A place has its own two numbers.
fn point_of(fields: &Fields) -> Option<Point> {
    let own = fields
        .get(Field::Location)
        .and_then(Location::from_value)
        .or_else(|| Location::new(fields.int(Field::Latitude)?, fields.int(Field::Longitude)?, None));
    match own {
        Some(location) => Some(Point { location, is_municipality: false }),
        None => municipality_point(fields.text(Field::Municipality)),
    }
}

pub fn municipality_point(code: &str) -> Option<Point> {
    points::of(code).map(|location| Point { location, is_municipality: true })
}
