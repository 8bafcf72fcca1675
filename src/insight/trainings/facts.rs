//! What the log says of trainings, read once, so that each figure after it is plain arithmetic.

use crate::insight::joins::{is_counted_elsewhere, resolve};
use crate::log::{DeviceId, Log, RecordView};
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::cells::{MAX_COUNT, ROLES, SEXES};
use crate::record::periods::{Period, is_date};
use crate::record::text::fold;
use crate::record::{Choice, Field, Fields, Kind, RecordId, Value};
use std::collections::BTreeMap;

/// All trainings of a workspace that are not in the bin.
#[derive(Clone, Debug, Default)]
pub struct Trainings {
    pub courses: Vec<Course>,
    pub sessions: Vec<Session>,
    /// The ages that stand in cells; a cell names one by its place here.
    pub ages: Vec<Age>,
}

/// A course: what was taught, how, where and by whom. References are those that joined ones stand for now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Nothing for a session without a course.
    pub record: Option<RecordId>,
    pub name: String,
    /// The name of a choice such as `field_school`, as written.
    pub method: String,
    pub topics: Vec<String>,
    pub areas: Vec<String>,
    pub organiser: String,
    pub funder: String,
    /// Code of the municipality; empty where the place is only written.
    pub municipality: String,
    /// Community, else the place as written, as names are compared.
    pub community: String,
    pub starts_on: String,
    pub ends_on: String,
    /// How many different people it has registered, drop-ins included.
    pub enrolled: Option<i64>,
    /// The most that came to one of its sessions, as far as people were counted.
    pub fullest: i64,
}

/// A session and what was counted in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub record: RecordId,
    /// Place among the courses.
    pub course: usize,
    /// `YYYY-MM-DD`; empty where no day stands there.
    pub held_on: String,
    pub minutes: Option<i64>,
    pub unit: Unit,
    pub basis: Option<Choice>,
    /// As typed, else the sum of the cells; nothing where neither stands there, because blank is not zero.
    pub total: Option<i64>,
    pub cells: Vec<Cell>,
    pub first_time: Option<i64>,
    pub first_time_period: Option<Period>,
    pub has_remarks: bool,
    /// Someone asked for it to be summed although others reported it.
    pub summed_anyway: bool,
    /// A number stands there that can not be one of people (rule 1).
    pub has_bad_number: bool,
    /// Two people wrote different numbers (M9).
    pub in_conflict: bool,
    /// Who recorded it first.
    pub by: Option<DeviceId>,
    /// The records that someone said are not the same.
    pub kept_apart: Vec<String>,
}

/// What a total counts. Only the first two are ever added together (rules 2 and 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    People,
    Attendances,
    Households,
    Organisations,
    NotStated,
}

/// The count of one combination of sex, age and role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Other or not stated where it is none of the two.
    pub sex: Choice,
    /// Place among the ages.
    pub age: usize,
    /// Nothing where none stands there.
    pub role: Option<Choice>,
    pub count: i64,
}

/// An age as cells name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    pub id: String,
    /// Nothing for "not recorded" and for what is no band.
    pub band: Option<Band>,
}

impl Unit {
    fn of(unit: Option<Choice>) -> Self {
        match unit {
            Some(Choice::People) => Unit::People,
            Some(Choice::Attendances) => Unit::Attendances,
            Some(Choice::Households) => Unit::Households,
            Some(Choice::Organisations) => Unit::Organisations,
            _ => Unit::NotStated,
        }
    }

    pub fn choice(self) -> Choice {
        match self {
            Unit::People => Choice::People,
            Unit::Attendances => Choice::Attendances,
            Unit::Households => Choice::Households,
            Unit::Organisations => Choice::Organisations,
            Unit::NotStated => Choice::NotStated,
        }
    }

    /// Whether it is added up as attendances (rule 2).
    pub fn is_of_people(self) -> bool {
        matches!(self, Unit::People | Unit::Attendances)
    }
}

impl Session {
    /// Reported by a third party, and nobody asked for it to be summed (rule 5).
    pub fn stands_apart(&self) -> bool {
        self.basis == Some(Choice::ThirdParty) && !self.summed_anyway
    }

    /// What the cells add up to; nothing where there are none.
    pub fn counted(&self) -> Option<i64> {
        (!self.cells.is_empty()).then(|| sum(self.cells.iter().map(|cell| cell.count)))
    }

    /// Those of the total that stand in no cell.
    pub fn without_cell(&self) -> i64 {
        let total = self.total.unwrap_or_default();
        total.saturating_sub(self.counted().unwrap_or_default()).max(0)
    }

    /// The total, where it counts people or attendances.
    pub fn people(&self) -> Option<i64> {
        self.total.filter(|_| self.unit.is_of_people())
    }
}

/// A sum that stops at the greatest number instead of turning over.
pub fn sum(numbers: impl Iterator<Item = i64>) -> i64 {
    numbers.fold(0, i64::saturating_add)
}

impl Trainings {
    /// Reads the set. A session that was joined into another is not among them: the other stands for both (rule 8).
    pub fn read(log: &Log) -> Self {
        let mut reading = Reading::default();
        log.records_of(Kind::Session).for_each(|view| reading.add(log, view));
        reading.finish()
    }

    pub fn course(&self, session: &Session) -> Option<&Course> {
        self.courses.get(session.course)
    }

    pub fn age(&self, cell: &Cell) -> Option<&Age> {
        self.ages.get(cell.age)
    }
}

/// The shown fields of a record where they stand: of ten thousand sessions none is copied.
struct Shown<'a>(Vec<(&'a str, &'a Value)>);

impl<'a> Shown<'a> {
    fn of(view: RecordView<'a>) -> Self {
        Shown(view.values().map(|(name, value)| (name.as_str(), value)).collect())
    }

    fn get(&self, field: Field) -> Option<&'a Value> {
        self.0.iter().find(|(name, _)| *name == field.name()).map(|(_, value)| *value)
    }

    fn text(&self, field: Field) -> &'a str {
        self.get(field).and_then(Value::as_text).unwrap_or_default()
    }

    fn list(&self, field: Field) -> &'a [Value] {
        self.get(field).and_then(Value::as_list).unwrap_or_default()
    }

    fn choice(&self, field: Field) -> Option<Choice> {
        Choice::from_name(self.text(field))
    }
}

/// Trainings while they are being read, one session after the other: a screen reads many of them in pieces.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    read: Trainings,
    courses: BTreeMap<String, usize>,
    ages: BTreeMap<String, usize>,
}

impl Reading {
    /// Takes in a session, unless it is in the bin or was joined into another.
    pub fn add(&mut self, log: &Log, view: RecordView) {
        if !view.is_binned() && !is_counted_elsewhere(log, view) {
            self.session(log, view);
        }
    }

    pub fn finish(self) -> Trainings {
        self.read
    }

    fn session(&mut self, log: &Log, view: RecordView) {
        let fields = Shown::of(view);
        let course = self.course(log, fields.text(Field::Course));
        let number = |field| fields.get(field).filter(|value| !value.is_blank());
        let good = |field| number(field).and_then(Value::as_int).filter(|count| (0..=MAX_COUNT).contains(count));
        let is_bad = |field| number(field).is_some() && good(field).is_none();
        let (cells, has_bad_cell) = self.cells(fields.list(Field::Cells));
        let counted = (!cells.is_empty()).then(|| sum(cells.iter().map(|cell| cell.count)));
        let unit = Unit::of(fields.choice(Field::CountingUnit));
        let total = good(Field::Total).or(counted);
        let size = total.max(counted).filter(|_| unit.is_of_people()).unwrap_or_default();
        if let Some(course) = self.read.courses.get_mut(course) {
            course.fullest = course.fullest.max(size);
        }
        let kept_apart = fields.list(Field::KeptApart).iter().filter_map(Value::as_text).map(str::to_owned).collect();
        let numbers = [Field::Total, Field::Cells, Field::FirstTime];
        self.read.sessions.push(Session {
            record: view.id().clone(),
            course,
            held_on: Some(fields.text(Field::HeldOn)).filter(|day| is_date(day)).unwrap_or_default().to_owned(),
            minutes: fields.get(Field::Minutes).and_then(Value::as_int).filter(|minutes| *minutes > 0),
            unit,
            basis: fields.choice(Field::CountBasis),
            total,
            cells,
            first_time: good(Field::FirstTime),
            first_time_period: fields.get(Field::FirstTimePeriod).and_then(Period::from_value),
            has_remarks: fields.get(Field::Remarks).is_some_and(|remarks| !remarks.is_blank()),
            summed_anyway: fields.get(Field::SummedAnyway) == Some(&Value::Bool(true)),
            has_bad_number: has_bad_cell || is_bad(Field::Total) || is_bad(Field::FirstTime),
            in_conflict: view
                .conflicts()
                .iter()
                .any(|conflict| numbers.iter().any(|field| conflict.field == field.name())),
            by: view.first().map(|change| *change.device()),
            kept_apart,
        });
    }

    /// The cells that can be counted, and whether there is one that can not.
    fn cells(&mut self, cells: &[Value]) -> (Vec<Cell>, bool) {
        let mut read = Vec::with_capacity(cells.len());
        for cell in cells {
            let member = |name| cell.member(name).and_then(Value::as_text);
            let count = cell.member("count").and_then(Value::as_int).filter(|count| (0..=MAX_COUNT).contains(count));
            let Some(count) = count else { continue };
            let age = self.age(member("age").unwrap_or(NOT_RECORDED));
            let sex = member("sex").and_then(|sex| one_of(&SEXES, sex)).unwrap_or(Choice::OtherOrNotStated);
            let role = member("role").and_then(|role| one_of(&ROLES, role).or_else(|| Choice::from_name(role)));
            read.push(Cell { sex, age, role, count });
        }
        let has_bad = read.len() < cells.len();
        (read, has_bad)
    }

    fn age(&mut self, id: &str) -> usize {
        if let Some(at) = self.ages.get(id) {
            return *at;
        }
        let at = self.read.ages.len();
        self.read.ages.push(Age { id: id.to_owned(), band: Band::of_id(id) });
        self.ages.insert(id.to_owned(), at);
        at
    }

    /// The place of a course among those read; one of its own for a session without.
    fn course(&mut self, log: &Log, reference: &str) -> usize {
        let record = RecordId::parse(reference).map(|record| resolve(log, record));
        let name = record.as_ref().map(|record| record.as_str().to_owned());
        if let Some(at) = name.as_ref().and_then(|name| self.courses.get(name)) {
            return *at;
        }
        let fields = record.as_ref().and_then(|record| log.record(record)).map(|view| view.fields());
        let at = self.read.courses.len();
        self.read.courses.push(read_course(log, record, &fields.unwrap_or_default()));
        if let Some(name) = name {
            self.courses.insert(name, at);
        }
        at
    }
}

/// Which of a few it is. There are ten cells in a session and many choices in all: looking through all of them for each would
/// be half of the work.
fn one_of(few: &[Choice], name: &str) -> Option<Choice> {
    few.iter().copied().find(|choice| choice.name() == name)
}

fn read_course(log: &Log, record: Option<RecordId>, fields: &Fields) -> Course {
    let text = |field| fields.text(field).to_owned();
    let refer = |reference: &str| match RecordId::parse(reference) {
        Some(record) => resolve(log, record).as_str().to_owned(),
        None => reference.to_owned(),
    };
    let refers = |field| {
        let mut all = Vec::new();
        for reference in fields.list(field).iter().filter_map(Value::as_text).map(refer) {
            if !all.contains(&reference) {
                all.push(reference);
            }
        }
        all
    };
    let community = match fields.text(Field::Community).trim() {
        "" => fields.text(Field::PlaceAsWritten),
        community => community,
    };
    Course {
        record,
        name: text(Field::Name),
        method: text(Field::Method),
        topics: refers(Field::Topics),
        areas: refers(Field::ProductionAreas),
        organiser: refer(fields.text(Field::Organiser)),
        funder: refer(fields.text(Field::Funder)),
        municipality: text(Field::Municipality),
        community: fold(community.trim()),
        starts_on: text(Field::StartsOn),
        ends_on: text(Field::EndsOn),
        enrolled: fields.int(Field::Enrolled).filter(|enrolled| *enrolled >= 0),
        fullest: 0,
    }
}
