//! What is wrong with a count, and what is worth a second look (rules 1, 2, 3, 7, 8). Nothing here blocks anyone.

use super::facts::{Session, Trainings, Unit};
use super::filter::Filter;
use super::same::twice;
use crate::record::cells::is_first_time_above;
use crate::record::periods::is_outside;
use crate::record::{Choice, gather};
use std::collections::BTreeMap;

/// More than this in a session of a field school is rare.
const MANY: i64 = 35;

macro_rules! alerts {
    ($($(#[$doc:meta])* $alert:ident = $name:literal, $rule:literal;)*) => {
        /// What there is to say. Errors come first, in the order of the rules of "Counting honestly".
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Alert { $($(#[$doc])* $alert),* }

        impl Alert {
            pub const ALL: &[Alert] = &[$(Alert::$alert),*];

            /// The name in the output of the terminal.
            pub fn name(self) -> &'static str {
                match self { $(Alert::$alert => $name),* }
            }

            /// The rule of "Counting honestly" that it comes from.
            pub fn rule(self) -> u8 {
                match self { $(Alert::$alert => $rule),* }
            }
        }
    };
}

alerts! {
    /// Total and cells differ, and nobody said why.
    SumDiffers = "sum_differs", 1;
    /// More first-timers than people.
    FirstTimeAboveTotal = "first_time_above_total", 1;
    /// Negative, above 9999 or no whole number; left out of every sum.
    BadNumber = "bad_number", 1;
    /// Neither a total nor a cell: it adds nothing, and the upper bound does not know of it.
    NoTotal = "no_total", 1;
    /// Two people wrote different numbers; the shown one is summed (M9).
    Conflict = "conflict", 1;
    /// Without a breakdown by what was asked for: adds nothing to the lower bound, its total to the upper.
    NoBreakdown = "no_breakdown", 2;
    /// Of some people it was not recorded: they are in the upper bound alone.
    PartNotRecorded = "part_not_recorded", 2;
    /// Without a date it is in no period.
    NoDate = "no_date", 2;
    /// First-timers are more than can have come, or fewer than came to one session: they are not used.
    FirstTimesTooMany = "first_times_contradict", 2;
    /// It counts households or organisations, which are not added to people.
    OtherUnit = "other_unit", 3;
    /// Nobody said what the total counts.
    UnitNotStated = "unit_not_stated", 3;
    ManyInSession = "many_in_field_school", 7;
    OneSex = "one_sex_only", 7;
    RoundTens = "round_tens", 7;
    AgeNotRecorded = "age_not_recorded", 7;
    OutsideDates = "outside_dates", 7;
    NoDuration = "duration_missing", 7;
    TotalZero = "total_zero", 7;
    /// The same place, date and topic from two devices: a pair.
    SameSession = "same_session", 8;
}

/// One thing to say of these sessions, named by their places in [`Trainings::sessions`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub alert: Alert,
    pub sessions: Vec<usize>,
}

/// All there is to say of the own sessions of a filter, those alike together; each pair by itself.
pub fn warnings(trainings: &Trainings, filter: &Filter, own: &[(usize, &Session)]) -> Vec<Warning> {
    let mut found: BTreeMap<Alert, Vec<usize>> = BTreeMap::new();
    for (at, session) in own {
        let mut say = |alert: Alert| found.entry(alert).or_default().push(*at);
        of_session(trainings, session, &mut say);
        let share = filter.share(trainings, session);
        if session.people().is_some() && share.possible > 0 {
            say(if share.is_known { Alert::PartNotRecorded } else { Alert::NoBreakdown });
        }
    }
    if filter.has_days() {
        let undated = trainings.sessions.iter().enumerate().filter(|(_, session)| {
            session.held_on.is_empty() && !session.stands_apart() && filter.takes_but_for_day(trainings, session)
        });
        undated.for_each(|(at, _)| found.entry(Alert::NoDate).or_default().push(at));
    }
    let mut all: Vec<Warning> = found.into_iter().map(|(alert, sessions)| Warning { alert, sessions }).collect();
    let taken = gather::set(own.iter().map(|(at, _)| *at));
    let pairs = twice(trainings).into_iter().filter(|pair| pair.iter().all(|at| taken.contains(at)));
    all.extend(pairs.map(|pair| Warning { alert: Alert::SameSession, sessions: pair.to_vec() }));
    all
}

/// What there is to say of one session by itself.
pub fn of_session(trainings: &Trainings, session: &Session, say: &mut dyn FnMut(Alert)) {
    let checks = [
        (Alert::SumDiffers, sum_differs(session)),
        (Alert::FirstTimeAboveTotal, is_first_time_above(session.first_time, session.total)),
        (Alert::BadNumber, session.has_bad_number),
        (Alert::NoTotal, session.total.is_none() && !session.has_bad_number),
        (Alert::Conflict, session.in_conflict),
        (Alert::OtherUnit, matches!(session.unit, Unit::Households | Unit::Organisations)),
        (Alert::UnitNotStated, session.unit == Unit::NotStated),
        (Alert::ManyInSession, many_in_field_school(trainings, session)),
        (Alert::OneSex, one_sex_only(session)),
        (Alert::RoundTens, round_tens(session)),
        (Alert::AgeNotRecorded, age_not_recorded(trainings, session)),
        (Alert::OutsideDates, outside_dates(trainings, session)),
        (Alert::NoDuration, session.minutes.is_none()),
        (Alert::TotalZero, session.total == Some(0)),
    ];
    checks.into_iter().filter(|(_, is_so)| *is_so).for_each(|(alert, _)| say(alert));
}

/// Rule 1: the total is the sum of the cells, else a reason is asked for.
fn sum_differs(session: &Session) -> bool {
    let differs = session.counted().zip(session.total).is_some_and(|(counted, total)| counted != total);
    differs && !session.has_remarks
}

/// Rule 7: total > 35 in a field-school session.
fn many_in_field_school(trainings: &Trainings, session: &Session) -> bool {
    let is_field_school = |method: &str| method == Choice::FieldSchool.name();
    session.people().is_some_and(|total| total > MANY)
        && trainings.course(session).is_some_and(|course| is_field_school(&course.method))
}

/// Rule 7: one sex only. Of a single person there is nothing else to expect.
fn one_sex_only(session: &Session) -> bool {
    let mut counted = session.cells.iter().filter(|cell| cell.count > 0);
    let Some(first) = counted.next().filter(|first| first.sex != Choice::OtherOrNotStated) else { return false };
    session.counted() > Some(1) && counted.all(|cell| cell.sex == first.sex)
}

/// Rule 7: only round tens with a head count.
fn round_tens(session: &Session) -> bool {
    let is_round = |count: i64| count % 10 == 0;
    session.basis == Some(Choice::HeadCount)
        && session.total.is_some_and(|total| total > 0 && is_round(total))
        && session.cells.iter().all(|cell| is_round(cell.count))
}

/// Rule 7: more than a fifth of those who stand in cells, or should, have no age. A total alone says so by itself.
fn age_not_recorded(trainings: &Trainings, session: &Session) -> bool {
    let without = session.cells.iter().filter(|cell| trainings.age(cell).is_none_or(|age| age.band.is_none()));
    let without = super::facts::sum(without.map(|cell| cell.count)).saturating_add(session.without_cell());
    let all = session.counted().max(session.total).unwrap_or_default();
    !session.cells.is_empty() && without.saturating_mul(5) > all
}

/// Rule 7: outside the dates of its course.
fn outside_dates(trainings: &Trainings, session: &Session) -> bool {
    trainings.course(session).is_some_and(|course| is_outside(&session.held_on, &course.starts_on, &course.ends_on))
}
