//! Courses and their sessions: a season of a field school, what its next session starts with, and what it adds up to.

use super::{Form, FormKind, Names, Notebook, Now};
use crate::insight::joins::is_counted_elsewhere;
use crate::log::{Log, RecordView};
use crate::record::periods::Period;
use crate::record::{Choice, Draft, Field, Fields, Kind, RecordId, Value, gather};

/// What a next session takes over from the one before it: not the numbers, not the day, not what was remarked.
const REPEATS: [Field; 4] = [Field::Minutes, Field::Venue, Field::CountBasis, Field::CountingUnit];

/// One session of a course, as its page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub session: RecordId,
    pub number: Option<i64>,
    /// `YYYY-MM-DD`; empty where no day was written.
    pub held_on: String,
    pub total: Option<i64>,
    pub unit: Option<Choice>,
    /// Others reported it: it stands apart ("Counting honestly", 5).
    pub is_third_party: bool,
}

impl Meeting {
    /// Whether the total counts people who came, as those of most sessions do. Households and organisations are never put on one
    /// axis with them ("Counting honestly", 3).
    pub fn counts_people(&self) -> bool {
        !matches!(self.unit, Some(Choice::Households | Choice::Organisations))
    }
}

/// How many came for the first time in a period, and how many sessions say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstTimes {
    pub period: Period,
    pub count: i64,
    pub sessions: usize,
}

/// The sessions of a course that are not in the bin and for which no other counts, the first held first.
pub fn sessions_of<'a>(log: &'a Log, course: &str) -> Vec<RecordView<'a>> {
    let of_course = |view: &RecordView| {
        !view.is_binned()
            && view.shown(Field::Course.name()).and_then(Value::as_text) == Some(course)
            && !is_counted_elsewhere(log, *view)
    };
    let found = log.records_of(Kind::Session).filter(of_course).collect();
    gather::ordered_by(found, |view: &RecordView| {
        (view.fields().text(Field::HeldOn).to_owned(), view.first().map(|change| change.tick()))
    })
}

/// A season: its sessions in order.
pub fn season(log: &Log, course: &RecordId) -> Vec<Meeting> {
    let meeting = |view: RecordView| {
        let fields = view.fields();
        Meeting {
            session: view.id().clone(),
            number: fields.int(Field::Number),
            held_on: fields.text(Field::HeldOn).to_owned(),
            total: fields.int(Field::Total),
            unit: fields.choice(Field::CountingUnit),
            is_third_party: fields.choice(Field::CountBasis) == Some(Choice::ThirdParty),
        }
    };
    sessions_of(log, course.as_str()).into_iter().map(meeting).collect()
}

/// Who came for the first time, by the period for which it was asked. What others reported and what counts no people is left out.
pub fn first_times(log: &Log, course: &RecordId) -> Vec<FirstTimes> {
    let mut found: Vec<FirstTimes> = Vec::new();
    for fields in sessions_of(log, course.as_str()).into_iter().map(|view| view.fields()) {
        let counts_people =
            !matches!(fields.choice(Field::CountingUnit), Some(Choice::Households | Choice::Organisations));
        let own = fields.choice(Field::CountBasis) != Some(Choice::ThirdParty);
        let period = fields.get(Field::FirstTimePeriod).and_then(Period::from_value);
        let (Some(count), Some(period)) = (fields.int(Field::FirstTime).filter(|_| own && counts_people), period)
        else {
            continue;
        };
        match found.iter_mut().find(|held| held.period == period) {
            Some(held) => {
                held.count = held.count.saturating_add(count);
                held.sessions = held.sessions.saturating_add(1);
            }
            None => found.push(FirstTimes { period, count, sessions: 1 }),
        }
    }
    gather::ordered(found, |a, b| a.period.cmp(&b.period))
}

/// The courses that have more than one session or are field schools, the one that met last first: name and what they are.
pub fn courses(names: Names, limit: usize, fits: impl Fn(&Fields, usize) -> bool) -> Vec<(RecordId, String)> {
    let mut met: Vec<(RecordId, usize)> = Vec::new();
    for session in super::trainings(names.log) {
        let course = names.log.shown(&session, Field::Course.name()).and_then(Value::as_text);
        let Some(course) = course.and_then(RecordId::parse) else { continue };
        match met.iter_mut().find(|(held, _)| *held == course) {
            Some((_, sessions)) => *sessions = sessions.saturating_add(1),
            None => met.push((course, 1)),
        }
    }
    let shown = met.into_iter().filter_map(|(course, sessions)| {
        let view = names.log.record(&course).filter(|view| !view.is_binned())?;
        let fields = view.fields();
        fits(&fields, sessions).then(|| (course, super::training_title(names, &fields)))
    });
    shown.take(limit).collect()
}

/// A field school, or what met more than once.
pub fn is_season(course: &Fields, sessions: usize) -> bool {
    sessions > 1 || course.choice(Field::Method) == Some(Choice::FieldSchool)
}

impl Form {
    /// The next session of a course, with what repeats of the last one. The course itself is not part of the form: what is written
    /// there would change all sessions.
    pub fn next_session(notebook: &Notebook, course: &RecordId, session: RecordId, now: Now) -> Option<Self> {
        notebook.log.record(course).filter(|view| !view.is_binned())?;
        let before = sessions_of(&notebook.log, course.as_str());
        let fields: Vec<Fields> = before.iter().map(|view| view.fields()).collect();
        let last_number = fields.iter().filter_map(|fields| fields.int(Field::Number)).max().unwrap_or_default();
        let number = last_number.max(i64::try_from(before.len()).unwrap_or_default()).saturating_add(1);
        let mut draft = Draft::new(session);
        draft.fields.set(Field::Course, course.as_str());
        draft.fields.set(Field::HeldOn, now.date());
        draft.fields.set(Field::Number, number);
        if let Some(last) = fields.last() {
            REPEATS.iter().filter_map(|field| Some((*field, last.get(*field)?.clone()))).for_each(|(field, value)| {
                draft.fields.set(field, value);
            });
        }
        draft.default_to(Field::CountingUnit, Choice::People.name());
        Some(Form { kind: FormKind::Training, drafts: vec![draft], typed_at: String::new() })
    }

    /// The course of the session in the form.
    pub fn course(&self) -> Option<RecordId> {
        RecordId::parse(self.main().text(Field::Course))
    }

    /// What is known of the course: as the form has it, else as it is kept.
    pub fn course_fields(&self, log: &Log) -> Fields {
        let kept = || Some(log.record(&self.course()?)?.fields());
        self.fields_of(Kind::Course).cloned().or_else(kept).unwrap_or_default()
    }
}

/// Whether other sessions than this one belong to a course.
pub fn is_shared(log: &Log, course: &RecordId, session: &RecordId) -> bool {
    sessions_of(log, course.as_str()).iter().any(|view| view.id() != session)
}

#[cfg(test)]
#[path = "courses_tests.rs"]
mod tests;
