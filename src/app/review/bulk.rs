//! Deciding of one record or of many: described first, saved as one, undone as one.

use super::{State, state_of};
use crate::app::page::put;
use crate::app::{Notebook, bin};
use crate::insight::ready::{as_it_stands, is_reviewed};
use crate::log::RecordView;
use crate::record::complete::missing;
use crate::record::pace::{Pace, Steps};
use crate::record::{Choice, Draft, Field, Kind, RecordId, Value};

/// How many records are changed at most at once: one Save writes them, and holds the screen as long as that takes.
pub const MOST_AT_ONCE: usize = 500;

/// What somebody decides of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Reviewed,
    /// Back to whoever wrote it, with a reason.
    Return(String),
    /// Internal, shareable or public.
    Confidentiality(Choice),
    /// Of a commitment.
    Responsible(String),
    /// Of a commitment: `YYYY-MM-DD`.
    Due(String),
    Bin,
}

impl Change {
    /// Whether it says enough to be done: nobody can mend what they are not told.
    pub fn is_whole(&self) -> bool {
        match self {
            Change::Return(text) | Change::Responsible(text) | Change::Due(text) => !text.trim().is_empty(),
            Change::Reviewed | Change::Confidentiality(_) | Change::Bin => true,
        }
    }

    /// Whether it can be decided of records of a kind.
    pub fn is_of(&self, kind: Kind) -> bool {
        match self {
            Change::Reviewed | Change::Return(_) => is_reviewed(kind),
            Change::Confidentiality(_) => kind == Kind::Visit,
            Change::Responsible(_) | Change::Due(_) => kind == Kind::Agreement,
            Change::Bin => true,
        }
    }
}

/// What a change would do to the chosen records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is saved.
    pub drafts: Vec<Draft>,
    /// Of how many chosen ones.
    pub of: usize,
    pub changed: usize,
    /// They are so already.
    pub already: usize,
    /// It can not be decided of them: not of their kind, or something is missing or undecided in them.
    pub cannot: usize,
}

/// Works out a change, a record as one step. Nothing is changed by it.
pub fn plan<'a>(notebook: &'a Notebook, records: &'a [RecordId], change: &'a Change) -> Steps<'a, Plan> {
    Steps::new(move |pace| work_out(notebook, records, change, pace))
}

/// The same for one.
pub fn plan_one(notebook: &Notebook, record: &RecordId, change: &Change) -> Plan {
    plan(notebook, std::slice::from_ref(record), change).finish()
}

async fn work_out(notebook: &Notebook, records: &[RecordId], change: &Change, pace: Pace) -> Plan {
    let mut plan = Plan { of: records.len(), ..Plan::default() };
    if !change.is_whole() {
        plan.cannot = records.len();
        return plan;
    }
    for record in records {
        pace.spend(1).await;
        let view = notebook.log.record(record).filter(|view| !view.is_binned());
        match view.map(|view| decide(notebook, view, change)) {
            None | Some(Decided::Cannot) => plan.cannot = plan.cannot.saturating_add(1),
            Some(Decided::Already) => plan.already = plan.already.saturating_add(1),
            Some(Decided::Drafts(drafts)) => {
                plan.changed = plan.changed.saturating_add(1);
                plan.drafts.extend(drafts);
            }
        }
    }
    plan
}

enum Decided {
    Cannot,
    Already,
    Drafts(Vec<Draft>),
}

fn decide(notebook: &Notebook, view: RecordView, change: &Change) -> Decided {
    let Some(kind) = view.id().kind().filter(|kind| change.is_of(*kind)) else { return Decided::Cannot };
    let is_so = |field: Field, value: &str| {
        view.shown(field.name()).and_then(Value::as_text) == Some(value) && view.variants(field.name()).len() == 1
    };
    let mut draft = notebook.draft(view.id());
    match change {
        Change::Reviewed => {
            if state_of(view) == State::Is(Choice::Reviewed) {
                return Decided::Already;
            }
            if !missing(kind, &draft.fields).is_empty() || !view.conflicts().is_empty() {
                return Decided::Cannot;
            }
            put(notebook, &mut draft, Field::Status.name(), &Choice::Reviewed.name().into());
            put(notebook, &mut draft, Field::ReviewedAs.name(), &as_it_stands(view).into());
            draft.fields.set(Field::ReturnedBecause, Value::Null);
        }
        Change::Return(reason) => {
            let reason = reason.trim();
            if is_so(Field::Status, Choice::Returned.name()) && is_so(Field::ReturnedBecause, reason) {
                return Decided::Already;
            }
            put(notebook, &mut draft, Field::Status.name(), &Choice::Returned.name().into());
            put(notebook, &mut draft, Field::ReturnedBecause.name(), &reason.into());
            draft.fields.set(Field::ReviewedAs, Value::Null);
        }
        Change::Confidentiality(choice) => {
            return one_field(draft, notebook, Field::Confidentiality, choice.name(), &is_so);
        }
        Change::Responsible(who) => return one_field(draft, notebook, Field::Responsible, who.trim(), &is_so),
        Change::Due(day) => return one_field(draft, notebook, Field::DueOn, day, &is_so),
        Change::Bin => return Decided::Drafts(bin::put_away(notebook, view.id())),
    }
    Decided::Drafts(vec![draft])
}

fn one_field(
    mut draft: Draft,
    notebook: &Notebook,
    field: Field,
    value: &str,
    is_so: &dyn Fn(Field, &str) -> bool,
) -> Decided {
    if is_so(field, value) {
        return Decided::Already;
    }
    put(notebook, &mut draft, field.name(), &value.into());
    Decided::Drafts(vec![draft])
}
