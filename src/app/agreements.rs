//! Commitments that keep living after their visit: due, overdue, met again with the same host, closed with a word on how.

use super::{Names, Notebook};
use crate::i18n::days_ahead;
use crate::insight::joins::{is_same, standing, with_joined};
use crate::log::RecordView;
use crate::record::{Choice, Draft, Field, Kind, RecordId, Value, gather};

/// How many days ahead a commitment is soon due.
const SOON: i64 = 14;

/// When a commitment is to be kept, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    Overdue,
    /// Today or within two weeks.
    Soon,
    Later,
    /// No day was agreed.
    Undated,
}

/// A commitment as it is shown. Empty texts mean that nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub record: RecordId,
    /// The visit on which it was made.
    pub visit: Option<RecordId>,
    /// The host of that visit, by name.
    pub host: String,
    pub what: String,
    pub responsible: String,
    /// `YYYY-MM-DD`.
    pub due_on: String,
    pub due: Due,
    /// Open, done or dropped.
    pub status: Choice,
    /// The word on how it was closed.
    pub how: String,
    /// `YYYY-MM-DD`.
    pub closed_on: String,
}

impl Promise {
    pub fn is_open(&self) -> bool {
        self.status == Choice::Open
    }
}

/// Open commitments that are overdue or due within two weeks, the most urgent first. `today` is `YYYY-MM-DD`.
pub fn pressing(names: Names, today: &str) -> Vec<Promise> {
    let mut open = open(names, today, |_| true);
    open.retain(|promise| matches!(promise.due, Due::Overdue | Due::Soon));
    open
}

/// Open commitments of other visits to the same host, the most urgent first.
pub fn with_host(names: Names, today: &str, host: &str, this_visit: Option<&RecordId>) -> Vec<Promise> {
    if host.is_empty() {
        return Vec::new();
    }
    open(names, today, |visit| {
        let is_this =
            |visit: &RecordId| this_visit.is_some_and(|this| is_same(names.log, this.as_str(), visit.as_str()));
        let visit = visit.filter(|visit| !is_this(visit));
        let other = visit.and_then(|visit| shown_text(names, visit, Field::HostOrganisation));
        other.is_some_and(|other| is_same(names.log, other, host))
    })
}

fn shown_text<'a>(names: Names<'a>, record: &RecordId, field: Field) -> Option<&'a str> {
    names.log.shown(record, field.name()).and_then(Value::as_text)
}

fn open(names: Names, today: &str, of_visit: impl Fn(Option<&RecordId>) -> bool) -> Vec<Promise> {
    let agreements = names.log.records_of(Kind::Agreement).filter(|view| {
        let visit = view.shown(Field::Visit.name()).and_then(Value::as_text).and_then(RecordId::parse);
        status(*view) == Choice::Open && !view.is_binned() && of_visit(visit.as_ref())
    });
    let promises = agreements.map(|view| promise(names, view, today)).collect();
    // By day within each; those without a day come last, as they were written.
    gather::ordered(promises, |a: &Promise, b: &Promise| (a.due, &a.due_on).cmp(&(b.due, &b.due_on)))
}

/// The commitments of one visit in the order in which they were made, without those in the bin unless the visit is there too. Those
/// of visits that were joined into it come after its own.
pub fn of_visit(notebook: &Notebook, names: Names, visit: &RecordId, today: &str) -> Vec<Promise> {
    let is_binned = |record: &RecordId| names.log.record(record).is_some_and(|view| view.is_binned());
    let with_visit = is_binned(visit);
    let mut all = Vec::new();
    for visit in &with_joined(names.log, visit) {
        for agreement in &notebook.referring(Kind::Agreement, Field::Visit, visit) {
            let shown = names.log.record(agreement).filter(|_| with_visit || !is_binned(agreement));
            all.extend(shown.map(|view| promise(names, view, today)));
        }
    }
    all
}

fn status(view: RecordView) -> Choice {
    match view.shown(Field::Status.name()).and_then(Value::as_text).and_then(Choice::from_name) {
        Some(closed @ (Choice::Done | Choice::Dropped)) => closed,
        _ => Choice::Open,
    }
}

fn promise(names: Names, view: RecordView, today: &str) -> Promise {
    let fields = view.fields();
    let text = |field| fields.text(field).trim().to_owned();
    let visit = RecordId::parse(fields.text(Field::Visit)).map(|visit| standing(names.log, visit));
    let host = visit.as_ref().and_then(|visit| shown_text(names, visit, Field::HostOrganisation));
    Promise {
        record: view.id().clone(),
        host: host.filter(|host| !host.is_empty()).map(|host| names.of(host)).unwrap_or_default(),
        visit,
        what: text(Field::What),
        responsible: text(Field::Responsible),
        due: match days_ahead(fields.text(Field::DueOn), today) {
            None => Due::Undated,
            Some(..=-1) => Due::Overdue,
            Some(0..=SOON) => Due::Soon,
            Some(_) => Due::Later,
        },
        due_on: text(Field::DueOn),
        status: status(view),
        how: text(Field::Evidence),
        closed_on: text(Field::ClosedOn),
    }
}

/// The draft whose Save closes a commitment as done or dropped, with a word on how.
pub fn close(notebook: &Notebook, record: &RecordId, as_what: Choice, how: &str, today: &str) -> Draft {
    let mut draft = notebook.draft(record);
    draft.fields.set(Field::Status, as_what.name());
    draft.fields.set(Field::Evidence, how.trim());
    draft.fields.set(Field::ClosedOn, today);
    draft
}

/// The draft whose Save opens it again. The word on how it was closed stays in what it said before.
pub fn reopen(notebook: &Notebook, record: &RecordId) -> Draft {
    let mut draft = notebook.draft(record);
    draft.fields.set(Field::Status, Choice::Open.name());
    draft.fields.set(Field::Evidence, Value::Null);
    draft.fields.set(Field::ClosedOn, Value::Null);
    draft
}

#[cfg(test)]
#[path = "agreements_tests.rs"]
mod tests;
