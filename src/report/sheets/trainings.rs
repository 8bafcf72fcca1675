//! The tables of trainings: a row a session with its people by sex and by age, and each count by itself.
//!
//! What was not counted by sex or age is "not recorded", so that each of the two adds up to the total (rule 4).

use super::cells::{About, Reader, municipality_point};
use super::columns::Spec;
use super::mask::masked;
use super::{Cell, Column, Form};
use crate::i18n::Column as What;
use crate::insight::trainings::{Cell as Counted, Session, Trainings, sum};
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::cells::SEXES;
use crate::record::{Choice, gazetteer};

/// The ages of the columns: the bands of the workspace, then what was counted by others. "Not recorded" has a column of its own.
pub struct Ages<'a> {
    bands: &'a [Band],
    ids: Vec<String>,
}

impl<'a> Ages<'a> {
    pub fn of(trainings: &Trainings, bands: &'a [Band]) -> Self {
        let mut ages = Ages { bands, ids: bands.iter().map(|band| band.id()).collect() };
        for age in trainings.ages.iter().filter(|age| age.id != NOT_RECORDED) {
            let id = ages.id_of(&age.id);
            if !ages.ids.contains(&id) {
                ages.ids.push(id);
            }
        }
        ages
    }

    /// The band of the workspace that holds all of another, else that one. Bands are put together, never split.
    fn id_of(&self, id: &str) -> String {
        let wide = Band::of_id(id).and_then(|band| self.bands.iter().find(|wide| wide.holds(band)));
        wide.map_or_else(|| id.to_owned(), |wide| wide.id())
    }

    /// A column for each.
    pub fn columns(&self, reader: Reader, spec: &Spec) -> Vec<Column> {
        let words = reader.words();
        let column = |id: &String| Column {
            what: spec.what,
            heading: [words.column(What::Age)[0], " ", &(words.pad().age)(id)].concat(),
            explained: words.column(spec.what)[1],
            form: Form::Whole,
            // What is no band of this version has letters that no tag may have.
            tag: match Band::of_id(id) {
                Some(band) => [spec.tag, "_", &band.id()].concat(),
                None => [spec.tag, "_other"].concat(),
            },
        };
        self.ids.iter().map(column).collect()
    }
}

/// One session, with what its cells are read from.
pub struct Sat<'a> {
    pub trainings: &'a Trainings,
    pub session: &'a Session,
    /// Women, men, not recorded.
    by_sex: Vec<Cell>,
    /// As the columns of ages; last the age that was not recorded.
    by_age: Vec<Cell>,
}

impl<'a> Sat<'a> {
    pub fn new(trainings: &'a Trainings, session: &'a Session, ages: &Ages, is_public: bool) -> Self {
        let age_of = |cell: &Counted| trainings.age(cell).map_or(NOT_RECORDED, |age| age.id.as_str());
        let count = |is: &dyn Fn(&Counted) -> bool| {
            let counts: Vec<i64> = session.cells.iter().filter(|cell| is(cell)).map(|cell| cell.count).collect();
            (!counts.is_empty()).then(|| sum(counts.into_iter()))
        };
        // Those in no cell are of no sex and no age that anybody wrote down.
        let rest = Some(session.without_cell()).filter(|rest| *rest > 0);
        let with_rest = |count: Option<i64>| match (count, rest) {
            (None, None) => None,
            (count, rest) => Some(sum([count, rest].into_iter().flatten())),
        };
        let by_sex: Vec<Option<i64>> = SEXES
            .iter()
            .map(|sex| {
                let counted = count(&|cell| cell.sex == *sex);
                if *sex == Choice::OtherOrNotStated { with_rest(counted) } else { counted }
            })
            .collect();
        let mut by_age: Vec<Option<i64>> = ages
            .ids
            .iter()
            .map(|id| count(&|cell| age_of(cell) != NOT_RECORDED && ages.id_of(age_of(cell)) == *id))
            .collect();
        by_age.push(with_rest(count(&|cell| age_of(cell) == NOT_RECORDED)));
        let told = |counts: Vec<Option<i64>>| match is_public {
            true => masked(&counts, true),
            false => counts.into_iter().map(Cell::whole).collect(),
        };
        Sat { trainings, session, by_sex: told(by_sex), by_age: told(by_age) }
    }

    /// The cells of a column: one for each age where it is that of ages.
    pub fn cells(&self, reader: Reader, spec: &Spec, about: About) -> Vec<Cell> {
        match (spec.what, self.by_age.split_last()) {
            (What::AgeBand, Some((_, ages))) => ages.to_vec(),
            (What::AgeNotRecorded, Some((not_recorded, _))) => vec![not_recorded.clone()],
            _ => vec![self.cell(reader, spec, about)],
        }
    }

    fn cell(&self, reader: Reader, spec: &Spec, about: About) -> Cell {
        let session = self.session;
        let sex = |at: usize| self.by_sex.get(at).cloned().unwrap_or_default();
        let period = |day: fn(&crate::record::periods::Period) -> &String| {
            session.first_time_period.as_ref().map_or(Cell::Empty, |period| Cell::Date(day(period).clone()))
        };
        match spec.what {
            What::Total => Cell::whole(session.total),
            What::Women => sex(0),
            What::Men => sex(1),
            What::SexNotRecorded => sex(2),
            What::FirstTime => Cell::whole(session.first_time),
            What::FirstTimeFrom => period(|period| &period.from),
            What::FirstTimeTo => period(|period| &period.to),
            What::StandsApart => Cell::YesNo(session.stands_apart()),
            What::InConflict => Cell::YesNo(session.in_conflict),
            what => {
                of_course(reader, what, self.trainings, session).unwrap_or_else(|| reader.cell(what, spec.way, about))
            }
        }
    }
}

/// What a row says of the course of its session; nothing for a column that is not of it.
fn of_course(reader: Reader, what: What, trainings: &Trainings, session: &Session) -> Option<Cell> {
    let course = trainings.course(session)?;
    let place = || gazetteer::find(&course.municipality);
    Some(match what {
        What::Course => course.record.as_ref().map_or(Cell::Empty, |record| Cell::text(record.rid())),
        What::CourseName => Cell::text(reader.told(course.name.clone())),
        What::Method => reader.choice(Some(&course.method.as_str().into())),
        What::Topics => reader.names_of(&course.topics),
        What::Organiser => reader.named(&course.organiser),
        What::Country => place().map_or(Cell::Empty, |place| Cell::text(place.country)),
        What::Region => place().map_or(Cell::Empty, |place| Cell::text(place.above)),
        What::Municipality => reader.municipality(&course.municipality),
        What::MunicipalityCode => place().map_or(Cell::Empty, |place| Cell::text(place.id.as_str())),
        What::Latitude | What::Longitude | What::PointOf => {
            reader.of_point(what, municipality_point(&course.municipality))
        }
        _ => return None,
    })
}

/// A cell of the table in which each count of a session has a row of its own. For the team: small groups are not hidden in it.
pub fn of_count(reader: Reader, what: What, trainings: &Trainings, session: &Session, counted: &Counted) -> Cell {
    let words = reader.words();
    let age = trainings.age(counted);
    let band = age.and_then(|age| age.band);
    let choice = |choice: Choice| Cell::text((words.labels.choice)(choice));
    match what {
        What::Session => Cell::text(session.record.rid()),
        What::HeldOn if session.held_on.is_empty() => Cell::Empty,
        What::HeldOn => Cell::Date(session.held_on.clone()),
        What::Unit => choice(session.unit.choice()),
        What::Sex => choice(counted.sex),
        What::Age => Cell::text((words.pad().age)(age.map_or(NOT_RECORDED, |age| age.id.as_str()))),
        What::AgeFrom => Cell::whole(band.map(|band| band.from)),
        What::AgeTo => Cell::whole(band.and_then(|band| band.to)),
        What::Role => counted.role.map_or(Cell::Empty, choice),
        What::Count => Cell::Whole(counted.count),
        what => of_course(reader, what, trainings, session).unwrap_or_default(),
    }
}
