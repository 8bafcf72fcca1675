//! The table of everything, to be checked: a row for each record of a kind, with what one sorts, filters and decides by.
//!
//! Rows are read in pieces, so that ten thousand hold no screen; ordering and filtering them again only compares what they hold.

mod bulk;
mod order;

pub use bulk::{Change, MOST_AT_ONCE, Plan, plan, plan_one};
pub use order::{By, Column, Sort, Which, columns, order};

use super::{Names, Status, line};
use crate::insight::joins::is_counted_elsewhere;
use crate::insight::ready::{changed_since_review, is_reviewed};
use crate::log::{RecordView, Tick};
use crate::record::complete::missing;
use crate::record::pace::{Pace, Steps};
use crate::record::text::fold;
use crate::record::{Choice, Field, Fields, Kind, RecordId, gather};

/// The kinds that have a table, in the order in which they are offered.
pub const KINDS: [Kind; 4] = [Kind::Visit, Kind::Session, Kind::Agreement, Kind::Organisation];

/// A text as it is shown, and as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub shown: String,
    folded: String,
}

impl Text {
    fn of(shown: String) -> Self {
        Text { folded: fold(&shown), shown }
    }
}

/// How far a record is, as a reviewer reads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    #[default]
    None,
    /// A choice such as draft, complete, open.
    Is(Choice),
    /// It was sent back, and is complete again.
    Mended,
    /// It was reviewed, and says something else now.
    ChangedSince,
}

/// One record in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub record: RecordId,
    pub title: Text,
    /// `YYYY-MM-DD`: of the visit or the session; the day a commitment is due.
    pub date: String,
    pub place: Text,
    /// Host, organiser, responsible; the type of an organisation.
    pub with: Text,
    /// Who recorded it first.
    pub by: Text,
    pub area: Text,
    pub state: State,
    pub confidentiality: Option<Choice>,
    /// What a complete record still needs.
    pub missing: Vec<Field>,
    /// In how many fields people wrote different things.
    pub clashes: usize,
    /// RFC 3339: when it was saved last.
    pub changed_at: String,
    pub total: Option<i64>,
}

impl Row {
    /// Whether its name, its place or whom it is with says a folded word.
    pub fn says(&self, word: &str) -> bool {
        [&self.title, &self.place, &self.with, &self.by].iter().any(|text| text.folded.contains(word))
    }
}

/// The rows of a kind, the latest first. A record counts as one step.
pub fn rows(names: Names<'_>, kind: Kind) -> Steps<'_, Vec<Row>> {
    Steps::new(move |pace| read(names, kind, pace))
}

async fn read(names: Names<'_>, kind: Kind, pace: Pace) -> Vec<Row> {
    let mut rows: Vec<(Tick, Row)> = Vec::new();
    for view in names.log.records_of(kind) {
        pace.spend(1).await;
        // What was joined is read where it was joined into.
        if view.is_binned() || (kind != Kind::Session && is_counted_elsewhere(names.log, view)) {
            continue;
        }
        rows.extend(row(names, view).and_then(|row| Some((view.first()?.tick(), row))));
    }
    let rows = gather::ordered(rows, |a: &(Tick, Row), b| (&b.1.date, b.0).cmp(&(&a.1.date, a.0)));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The row of a record; nothing for one of a kind that has no table, or in the bin.
pub fn row(names: Names, view: RecordView) -> Option<Row> {
    let kind = view.id().kind().filter(|kind| KINDS.contains(kind))?;
    let fields = view.fields();
    let entry = line(names, view.id())?;
    let organisation = kind == Kind::Organisation;
    let choice = |field| {
        let choice = fields.choice(field).map(names.lang.words().labels.choice);
        choice.unwrap_or_default().to_owned()
    };
    let reference = |field| match fields.text(field) {
        "" => String::new(),
        reference => names.of(reference),
    };
    let (title, place, with) = match organisation {
        true => (names.own(view.id()), reference(Field::Place), choice(Field::ActorType)),
        false => (entry.title, entry.place, entry.with),
    };
    Some(Row {
        record: view.id().clone(),
        title: Text::of(title),
        date: if organisation { String::new() } else { entry.date },
        place: Text::of(place),
        with: Text::of(with),
        by: Text::of(entry.by),
        area: Text::of(areas(names, &fields)),
        state: state(view, &fields, entry.status),
        confidentiality: fields.choice(Field::Confidentiality),
        missing: missing(kind, &fields),
        clashes: if view.is_unclear() { view.conflicts().len() } else { 0 },
        changed_at: view.last().map(|change| change.at().to_owned()).unwrap_or_default(),
        total: entry.total,
    })
}

/// What it is about: of a session, what its course is about.
fn areas(names: Names, fields: &Fields) -> String {
    let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| names.log.record(&course));
    match course {
        Some(course) => names.list(course.fields().list(Field::ProductionAreas)),
        None => names.list(fields.list(Field::ProductionAreas)),
    }
}

/// How far a record is.
pub fn state_of(view: RecordView) -> State {
    let fields = view.fields();
    let status = fields.choice(Field::Status).map_or(Status::None, Status::Is);
    state(view, &fields, status)
}

fn state(view: RecordView, fields: &Fields, status: Status) -> State {
    let Status::Is(status) = status else {
        return if changed_since_review(view) { State::ChangedSince } else { State::None };
    };
    match status {
        _ if !view.id().kind().is_some_and(is_reviewed) => State::Is(status),
        Choice::Returned => State::Is(status),
        _ if changed_since_review(view) => State::ChangedSince,
        Choice::Complete if !fields.is_blank(Field::ReturnedBecause) => State::Mended,
        status => State::Is(status),
    }
}

#[cfg(test)]
#[path = "review/tests.rs"]
mod tests;
