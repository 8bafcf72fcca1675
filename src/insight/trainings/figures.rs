//! The three numbers of any filter, none of which is ever another: sessions, attendances, different people (rules 2, 3, 5).

use super::facts::{Session, Trainings, sum};
use super::filter::Filter;
use super::warnings::{Alert, Warning, warnings};
use crate::record::Choice;
use crate::record::periods::Period;

/// What a filter adds up to. A session is named by its place in [`Trainings::sessions`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Sessions held, without those that others reported.
    pub sessions: usize,
    /// The sum of their totals, or of those of them who were asked for.
    pub attendances: i64,
    pub people: People,
    /// Sessions that a third party reported: shown apart, in no sum.
    pub by_others: Vec<usize>,
    /// Sessions that a third party reported and that someone asked to be summed all the same.
    pub summed_anyway: Vec<usize>,
    pub warnings: Vec<Warning>,
}

/// How many different people came, as far as it can be known: one number where the bounds meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    pub lower: i64,
    pub upper: i64,
    pub lower_by: Lower,
    pub upper_by: Upper,
}

/// What the lower bound rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lower {
    /// Whoever sits in one session is a different person.
    OneSession,
    /// Who came for the first time in the period is counted once in it.
    FirstTimes,
}

/// What the upper bound rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upper {
    /// As if nobody had come twice.
    Sessions,
    /// At least one course registered fewer people than its sessions add up to.
    Enrolled,
    /// Every session of the period says how many came for the first time in it.
    FirstTimes,
}

impl People {
    /// Whether it is one number.
    pub fn is_exact(self) -> bool {
        self.lower == self.upper
    }
}

pub fn figures(trainings: &Trainings, filter: &Filter) -> Figures {
    let taken = trainings.sessions.iter().enumerate().filter(|(_, session)| filter.takes(trainings, session));
    let (by_others, own): (Vec<_>, Vec<_>) = taken.partition(|(_, session)| session.stands_apart());
    let mut bounds = Bounds::new(trainings, filter);
    own.iter().for_each(|(_, session)| bounds.add(session));
    let (people, contradicts) = bounds.close(own.iter().map(|(_, session)| *session));
    let mut warnings = warnings(trainings, filter, &own);
    if contradicts {
        warnings.push(Warning { alert: Alert::FirstTimesTooMany, sessions: Vec::new() });
    }
    let is_third = |session: &Session| session.basis == Some(Choice::ThirdParty);
    Figures {
        sessions: own.len(),
        attendances: bounds.attendances,
        people,
        summed_anyway: own.iter().filter(|(_, session)| is_third(session)).map(|(at, _)| *at).collect(),
        by_others: by_others.into_iter().map(|(at, _)| at).collect(),
        warnings,
    }
}

struct Bounds<'a> {
    trainings: &'a Trainings,
    filter: &'a Filter,
    attendances: i64,
    /// The most that surely came to one session.
    fullest: i64,
    /// For each course the sum over its sessions of all who may be meant.
    courses: Vec<i64>,
}

impl<'a> Bounds<'a> {
    fn new(trainings: &'a Trainings, filter: &'a Filter) -> Self {
        Bounds { trainings, filter, attendances: 0, fullest: 0, courses: vec![0; trainings.courses.len()] }
    }

    fn add(&mut self, session: &Session) {
        if session.people().is_none() {
            return;
        }
        let share = self.filter.share(self.trainings, session);
        self.attendances = self.attendances.saturating_add(share.sure);
        self.fullest = self.fullest.max(share.sure);
        if let Some(course) = self.courses.get_mut(session.course) {
            *course = course.saturating_add(share.sure).saturating_add(share.possible);
        }
    }

    /// The bounds, and whether the first-timers that were typed are more than can have come.
    fn close<'b>(&self, own: impl Iterator<Item = &'b Session> + Clone) -> (People, bool) {
        let mut upper_by = Upper::Sessions;
        let of_courses = self.trainings.courses.iter().zip(&self.courses).map(|(course, sum)| match course.enrolled {
            Some(enrolled) if enrolled < *sum && course.fullest <= enrolled => {
                upper_by = Upper::Enrolled;
                enrolled
            }
            _ => *sum,
        });
        let upper = sum(of_courses);
        let people = People { lower: self.fullest, upper, lower_by: Lower::OneSession, upper_by };
        // Of whom it was asked, nobody said how many came for the first time.
        let Some(period) = self.filter.period().filter(|_| !self.filter.is_of_some()) else { return (people, false) };
        let first_times = sum(own.clone().filter_map(|session| first_time(session, &period)));
        if first_times > upper {
            return (people, true);
        }
        let is_whole = self.filter.only_period().is_some()
            && own.clone().next().is_some()
            && own.clone().all(|session| first_time(session, &period).is_some());
        if is_whole && first_times >= self.fullest {
            let (lower_by, upper_by) = (Lower::FirstTimes, Upper::FirstTimes);
            return (People { lower: first_times, upper: first_times, lower_by, upper_by }, false);
        }
        if first_times > self.fullest {
            return (People { lower: first_times, lower_by: Lower::FirstTimes, ..people }, false);
        }
        // Each who came, came for the first time in one of the sessions: all of them together can not be fewer than came to one.
        (people, is_whole && first_times < self.fullest)
    }
}

/// How many came for the first time in this period, where the session says so of people.
fn first_time(session: &Session, period: &Period) -> Option<i64> {
    session.people()?;
    session.first_time.filter(|_| session.first_time_period.as_ref() == Some(period))
}
