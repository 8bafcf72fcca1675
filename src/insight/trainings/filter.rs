//! Which trainings a figure is about, and which of the people in them.

use super::facts::{Cell, Course, Session, Trainings};
use crate::record::bands::Band;
use crate::record::periods::Period;
use crate::record::{Choice, RecordId};

/// Everything where it is empty. Of several values of one kind any fits; all kinds have to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// `YYYY-MM-DD`, the first and the last day inside.
    pub from: Option<String>,
    pub to: Option<String>,
    pub topics: Vec<String>,
    pub areas: Vec<String>,
    /// Names of choices such as `field_school`.
    pub methods: Vec<String>,
    pub organisers: Vec<String>,
    pub funders: Vec<String>,
    pub places: Vec<PlaceWanted>,
    pub course: Option<RecordId>,
    pub sex: Option<Choice>,
    pub age: Option<AgeWanted>,
    pub role: Option<Choice>,
}

/// A country, a unit, a municipality, or a community in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceWanted {
    /// Code in the gazetteer: `EC`, `EC10`, `EC1003`. Empty for anywhere.
    pub code: String,
    /// As names are compared; empty for any.
    pub community: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeWanted {
    /// Whoever is surely of these ages: bands are put together, never split.
    Band(Band),
    NotRecorded,
}

/// How many of a session are surely meant, and how many more may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub sure: i64,
    /// Those whose sex, age or role was not recorded.
    pub possible: i64,
    /// Whether anything is recorded of what was asked for.
    pub is_known: bool,
}

/// Whether a cell is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    No,
    /// It was not recorded.
    Maybe,
    Yes,
}

impl Filter {
    /// One session with all who came.
    pub fn takes(&self, trainings: &Trainings, session: &Session) -> bool {
        self.takes_day(&session.held_on) && self.takes_but_for_day(trainings, session)
    }

    /// The same, whatever the day.
    pub fn takes_but_for_day(&self, trainings: &Trainings, session: &Session) -> bool {
        trainings.course(session).is_some_and(|course| self.takes_course(course))
    }

    pub fn has_days(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    fn takes_day(&self, day: &str) -> bool {
        let is_after = self.from.as_ref().is_none_or(|from| from.as_str() <= day);
        let is_before = self.to.as_ref().is_none_or(|to| day <= to.as_str());
        (day.is_empty() && !self.has_days()) || (!day.is_empty() && is_after && is_before)
    }

    fn takes_course(&self, course: &Course) -> bool {
        let one = |wanted: &[String], has: &str| wanted.is_empty() || wanted.iter().any(|wanted| wanted == has);
        let any = |wanted: &[String], has: &[String]| wanted.is_empty() || has.iter().any(|has| wanted.contains(has));
        any(&self.topics, &course.topics)
            && any(&self.areas, &course.areas)
            && one(&self.methods, &course.method)
            && one(&self.organisers, &course.organiser)
            && one(&self.funders, &course.funder)
            && (self.places.is_empty()
                || self.places.iter().any(|place| place.holds(&course.municipality, &course.community)))
            && (self.course.is_none() || self.course == course.record)
    }

    /// Whether it asks for some of the people only.
    pub fn is_of_some(&self) -> bool {
        self.sex.is_some() || self.age.is_some() || self.role.is_some()
    }

    /// The period, where the filter is that and nothing else.
    pub fn only_period(&self) -> Option<Period> {
        let period = self.period()?;
        let rest = Filter { from: None, to: None, ..self.clone() };
        (rest == Filter::default()).then_some(period)
    }

    pub fn period(&self) -> Option<Period> {
        Some(Period { from: self.from.clone()?, to: self.to.clone()? })
    }

    /// Who of a session is meant. Nothing is guessed: who may be one of them stands apart (rule 2).
    pub fn share(&self, trainings: &Trainings, session: &Session) -> Share {
        if !self.is_of_some() {
            return Share { sure: session.total.unwrap_or_default(), possible: 0, is_known: true };
        }
        let mut share = Share { possible: session.without_cell(), ..Share::default() };
        for cell in &session.cells {
            match self.fit(trainings, cell) {
                Fit::Yes => share.sure = share.sure.saturating_add(cell.count),
                Fit::Maybe => share.possible = share.possible.saturating_add(cell.count),
                Fit::No => {}
            }
            share.is_known |= self.fit(trainings, cell) != Fit::Maybe;
        }
        share
    }

    pub fn fit(&self, trainings: &Trainings, cell: &Cell) -> Fit {
        let yes = |is: bool| if is { Fit::Yes } else { Fit::No };
        let sex = match self.sex {
            Some(sex) if sex != cell.sex && cell.sex == Choice::OtherOrNotStated => Fit::Maybe,
            Some(sex) => yes(sex == cell.sex),
            None => Fit::Yes,
        };
        let role = match (self.role, cell.role) {
            (Some(_), None) => Fit::Maybe,
            (Some(role), has) => yes(has == Some(role)),
            (None, _) => Fit::Yes,
        };
        let band = trainings.age(cell).and_then(|age| age.band);
        let age = match (self.age, band) {
            (None, _) => Fit::Yes,
            (Some(AgeWanted::NotRecorded), band) => yes(band.is_none()),
            (Some(AgeWanted::Band(_)), None) => Fit::Maybe,
            (Some(AgeWanted::Band(wanted)), Some(band)) if wanted.holds(band) => Fit::Yes,
            (Some(AgeWanted::Band(wanted)), Some(band)) if wanted.meets(band) => Fit::Maybe,
            (Some(AgeWanted::Band(_)), Some(_)) => Fit::No,
        };
        sex.min(role).min(age)
    }
}

impl PlaceWanted {
    /// Whether it is this municipality, by its code, and this community, as names are compared.
    pub fn holds(&self, municipality: &str, community: &str) -> bool {
        // A unit has all codes that begin with its own; each level adds two digits.
        let inside = municipality.starts_with(&self.code) && self.code.len().is_multiple_of(2);
        inside && (self.community.is_empty() || self.community == community)
    }
}
