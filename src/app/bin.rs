//! The bin: putting records away with what belongs to them, taking them back, and what is in it (M5).

use super::{Names, Notebook, visit_title};
use crate::log::{Change, Log, RecordView, TRASHED};
use crate::record::{Draft, Field, Kind, RecordId, Value, gather};

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    pub record: RecordId,
    /// What it goes by; empty where it says nothing of itself.
    pub title: String,
    /// Who put it there, by name.
    pub by: String,
    /// RFC 3339: when, as their own clock showed it.
    pub at: String,
    /// How many commitments and photos were put there with it and come back with it.
    pub along: usize,
    order: crate::log::Tick,
}

/// The drafts whose Save puts a record into the bin, and with it what belongs to it and is not there yet. Each is a change of its
/// own; the record itself comes first.
pub fn put_away(notebook: &Notebook, record: &RecordId) -> Vec<Draft> {
    let belongings = belongings(notebook, record).into_iter();
    let outside = belongings.filter(|other| notebook.log.record(other).is_some_and(|view| !view.is_binned()));
    std::iter::once(record.clone()).chain(outside).map(|record| trashed(notebook, &record, true)).collect()
}

/// The drafts whose Save takes a record back, and with it what was put away in the same Save. Of a record that somebody edited
/// since, it says that it is kept.
pub fn take_back(notebook: &Notebook, record: &RecordId) -> Vec<Draft> {
    let along = along_with(notebook, record).into_iter();
    std::iter::once(record.clone()).chain(along).map(|record| trashed(notebook, &record, false)).collect()
}

fn trashed(notebook: &Notebook, record: &RecordId, into: bool) -> Draft {
    let mut draft = notebook.draft(record);
    // Also where the shown value says so already: what was edited since is put away again with all that is seen now, and where
    // two people decided differently, this decides.
    if draft.before.get(Field::Trashed) == Some(&Value::Bool(into)) {
        draft.before.0.remove(TRASHED);
    }
    draft.fields.set(Field::Trashed, into);
    draft
}

/// The commitments of a visit and the photos of a visit or a session.
fn belongings(notebook: &Notebook, record: &RecordId) -> Vec<RecordId> {
    if !matches!(record.kind(), Some(Kind::Visit | Kind::Session)) {
        return Vec::new();
    }
    let mut all = notebook.referring(Kind::Agreement, Field::Visit, record);
    all.extend(notebook.referring(Kind::Photo, Field::Of, record));
    all
}

/// What is in the bin and was put there in the same Save as this record.
fn along_with(notebook: &Notebook, record: &RecordId) -> Vec<RecordId> {
    let is_along = |other: &RecordId| went_with(&notebook.log, other, record);
    belongings(notebook, record).into_iter().filter(is_along).collect()
}

fn went_with(log: &Log, other: &RecordId, main: &RecordId) -> bool {
    // The record itself may be shown again because somebody edited it since.
    let main = log.record(main).and_then(binning);
    let other = log.record(other).filter(RecordView::is_binned).and_then(binning);
    // One Save writes its changes in a row; what was put away before by itself has a lesser number.
    let same_save = |main: &Change, other: &Change| {
        main.device() == other.device() && main.at() == other.at() && main.seq() < other.seq()
    };
    main.zip(other).is_some_and(|(main, other)| same_save(main, other))
}

/// The change that put a record into the bin, the latest where there are several.
pub fn binning<'a>(view: RecordView<'a>) -> Option<&'a Change> {
    let history = view.history();
    history.into_iter().rev().find(|change| change.set().get(TRASHED) == Some(&Value::Bool(true)))
}

/// Who put a record into the bin and when; nothing for one that nobody put there.
pub fn put_there(names: Names, view: RecordView) -> Option<(String, String)> {
    binning(view).map(|change| (names.device(change.device()), change.at().to_owned()))
}

/// What is in the bin, last put there first. What came along with a visit or a training is counted with it.
pub fn bin(notebook: &Notebook, names: Names) -> Vec<Binned> {
    let binned: Vec<RecordView> = names.log.records().filter(RecordView::is_binned).collect();
    let main_of = |view: &RecordView| {
        let field = if view.id().kind() == Some(Kind::Photo) { Field::Of } else { Field::Visit };
        RecordId::parse(view.shown(field.name()).and_then(Value::as_text)?)
    };
    let is_binned = |record: &RecordId| names.log.record(record).is_some_and(|view| view.is_binned());
    let came_along = |view: &RecordView| {
        main_of(view).is_some_and(|main| is_binned(&main) && went_with(names.log, view.id(), &main))
    };
    let entry = |view: RecordView| {
        let change = binning(view)?;
        Some(Binned {
            record: view.id().clone(),
            title: title(names, view),
            by: names.device(change.device()),
            at: change.at().to_owned(),
            along: along_with(notebook, view.id()).len(),
            order: change.tick(),
        })
    };
    let entries = binned.into_iter().filter(|view| !came_along(view)).filter_map(entry).collect();
    gather::ordered(entries, |a: &Binned, b| b.order.cmp(&a.order))
}

/// What a record goes by, whatever its kind.
pub(super) fn title(names: Names, view: RecordView) -> String {
    let fields = view.fields();
    match view.id().kind() {
        Some(Kind::Visit) => visit_title(names, &fields),
        Some(Kind::Session) => {
            let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| names.log.record(&course));
            let course = course.map(|course| course.fields()).unwrap_or_default();
            match course.text(Field::Name).trim() {
                "" => names.list(course.list(Field::Topics)),
                name => name.to_owned(),
            }
        }
        Some(Kind::Agreement) => fields.text(Field::What).trim().to_owned(),
        Some(Kind::Photo) => fields.text(Field::Caption).trim().to_owned(),
        _ => Some(names.of(view.id().as_str())).filter(|name| *name != view.id().as_str()).unwrap_or_default(),
    }
}

#[cfg(test)]
#[path = "bin_tests.rs"]
mod tests;
