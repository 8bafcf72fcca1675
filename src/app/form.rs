//! A form in progress: the records it writes together, kept at every key press, saved as one.

use super::courses::is_shared;
use super::form_photos::{drafts_of_photos, is_dropped_photo};
use super::{Notebook, Now};
use crate::record::{Choice, Draft, Field, Fields, Kind, RecordId, Value, cells, complete, gather};

/// Which form it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormKind {
    /// A visit with its commitments and, if it is new, the organisation that was visited.
    #[default]
    Visit,
    /// A session with its course: a one-day workshop is one of each, and nobody has to think about that.
    Training,
    /// An organisation, an exchange, a place or a course by itself.
    Plain,
}

/// The drafts of one form; the visit or the session comes first. It survives a killed tab as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub kind: FormKind,
    pub(super) drafts: Vec<Draft>,
    /// RFC 3339; when something was last typed. Empty for a form in which nothing was.
    pub typed_at: String,
}

/// What a list of drafts shows of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfinishedForm {
    pub key: RecordId,
    pub kind: FormKind,
    /// False for a record that is in the log already and is being edited.
    pub is_new: bool,
    pub typed_at: String,
}

impl Form {
    pub fn new_visit(visit: RecordId, now: Now) -> Self {
        let mut draft = Draft::new(visit);
        draft.fields.set(Field::StartsOn, now.date());
        draft.fields.set(Field::Confidentiality, Choice::Internal.name());
        Form { kind: FormKind::Visit, drafts: vec![draft], typed_at: String::new() }
    }

    /// Fills in what the person has not filled in yet, in the first draft of a kind.
    pub fn take_over(&mut self, kind: Kind, fields: &Fields) {
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.record.kind() == Some(kind)) {
            for (name, value) in fields.0.iter() {
                if draft.fields.0.get(name).is_none_or(Value::is_blank) {
                    draft.fields.0.insert(name.clone(), value.clone());
                }
            }
        }
    }

    /// A new organisation, exchange or place.
    pub fn new_plain(record: RecordId) -> Self {
        Form { kind: FormKind::Plain, drafts: vec![Draft::new(record)], typed_at: String::new() }
    }

    pub fn new_training(session: RecordId, course: RecordId, now: Now) -> Self {
        let mut draft = Draft::new(session);
        draft.fields.set(Field::HeldOn, now.date());
        draft.fields.set(Field::CountingUnit, Choice::People.name());
        draft.fields.set(Field::Course, course.as_str());
        Form { kind: FormKind::Training, drafts: vec![draft, Draft::new(course)], typed_at: String::new() }
    }

    /// The form of a record as it is shown now; nothing where the set has no such visit or session.
    pub fn edit(notebook: &Notebook, record: &RecordId) -> Option<Self> {
        let view = notebook.log.record(record)?;
        let mut drafts = vec![notebook.draft(record)];
        let kind = match record.kind()? {
            Kind::Visit => {
                let agreements = notebook.referring(Kind::Agreement, Field::Visit, record).into_iter();
                let in_use =
                    |agreement: &RecordId| notebook.log.record(agreement).is_some_and(|view| !view.is_binned());
                drafts.extend(agreements.filter(in_use).map(|agreement| notebook.draft(&agreement)));
                FormKind::Visit
            }
            Kind::Session => {
                let course = view.shown(Field::Course.name()).and_then(Value::as_text).and_then(RecordId::parse);
                // What is written of a course changes all of its sessions, so with several it has a form of its own.
                let own = course.filter(|course| !is_shared(&notebook.log, course, record));
                drafts.extend(own.map(|course| notebook.draft(&course)));
                FormKind::Training
            }
            Kind::Organisation | Kind::Exchange | Kind::Place | Kind::Course | Kind::Indicator | Kind::Report => {
                FormKind::Plain
            }
            _ => return None,
        };
        drafts.extend(drafts_of_photos(notebook, record));
        Some(Form { kind, drafts, typed_at: String::new() })
    }

    /// As it is kept at every key press.
    pub fn to_value(&self) -> Value {
        let kind = match self.kind {
            FormKind::Visit => "visit",
            FormKind::Training => "training",
            FormKind::Plain => "plain",
        };
        Value::map([
            ("kind", kind.into()),
            ("drafts", Value::List(self.drafts.iter().map(Draft::to_value).collect())),
            ("typed_at", self.typed_at.as_str().into()),
        ])
    }

    /// Reads back what [`Form::to_value`] gave; nothing where it can not be told what the form was about.
    pub fn from_value(mut kept: Value) -> Option<Self> {
        let kind = match kept.take("kind").into_text().as_str() {
            "visit" => FormKind::Visit,
            "training" => FormKind::Training,
            "plain" => FormKind::Plain,
            _ => return None,
        };
        let drafts: Vec<Draft> = kept.take("drafts").into_list().into_iter().filter_map(Draft::from_value).collect();
        (!drafts.is_empty()).then(|| Form { kind, drafts, typed_at: kept.take("typed_at").into_text() })
    }

    /// The name under which the form is kept: the record it is about.
    pub fn key(&self) -> Option<&RecordId> {
        self.drafts.first().map(|draft| &draft.record)
    }

    pub fn summary(&self) -> Option<UnfinishedForm> {
        let main = self.drafts.first()?;
        let typed_at = self.typed_at.clone();
        Some(UnfinishedForm { key: main.record.clone(), kind: self.kind, is_new: main.is_new(), typed_at })
    }

    pub fn is_typed_in(&self) -> bool {
        !self.typed_at.is_empty()
    }

    /// The fields of the visit or the session.
    pub fn main(&self) -> &Fields {
        static NONE: Fields = Fields(crate::record::Map::new());
        self.drafts.first().map_or(&NONE, |draft| &draft.fields)
    }

    /// The fields of the first draft of a kind, if the form has one.
    pub fn fields_of(&self, kind: Kind) -> Option<&Fields> {
        self.drafts.iter().find(|draft| draft.record.kind() == Some(kind)).map(|draft| &draft.fields)
    }

    /// The text of a field in the draft of this kind; empty where there is none.
    pub fn text(&self, kind: Kind, field: Field) -> &str {
        self.fields_of(kind).map_or("", |fields| fields.text(field))
    }

    /// Writes a field of the first draft of a kind.
    pub fn set(&mut self, kind: Kind, field: Field, value: impl Into<Value>) {
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.record.kind() == Some(kind)) {
            draft.fields.set(field, value);
        }
    }

    pub fn list(&self, kind: Kind, field: Field) -> &[Value] {
        self.fields_of(kind).map_or(&[], |fields| fields.list(field))
    }

    /// Adds a reference to a list, or takes it out if it is in.
    pub fn toggle(&mut self, kind: Kind, field: Field, reference: &str) {
        let mut items = self.list(kind, field).to_vec();
        let item = Value::from(reference);
        match items.iter().position(|held| *held == item) {
            Some(index) => {
                items.remove(index);
            }
            None => items.push(item),
        }
        self.set(kind, field, items);
    }

    /// The commitments in the form, in the order they were made; without those that Save puts into the bin.
    pub fn agreements(&self) -> impl Iterator<Item = &Draft> {
        self.drafts.iter().filter(|draft| draft.record.kind() == Some(Kind::Agreement) && !is_trashed(draft))
    }

    pub fn add_agreement(&mut self, agreement: RecordId) {
        let visit = self.key().map(|visit| visit.as_str().to_owned()).unwrap_or_default();
        let mut draft = Draft::new(agreement);
        draft.fields.set(Field::Visit, visit);
        draft.fields.set(Field::Status, Choice::Open.name());
        self.drafts.push(draft);
    }

    /// The text of a field of a commitment in the form.
    pub fn agreement_text(&self, agreement: &RecordId, field: Field) -> &str {
        self.agreements().find(|draft| draft.record == *agreement).map_or("", |draft| draft.fields.text(field))
    }

    pub fn set_agreement(&mut self, agreement: &RecordId, field: Field, value: impl Into<Value>) {
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.record == *agreement) {
            draft.fields.set(field, value);
        }
    }

    /// Takes a commitment out of the form. One that was saved before goes into the bin with Save.
    pub fn remove_agreement(&mut self, agreement: &RecordId) {
        self.set_agreement(agreement, Field::Trashed, true);
    }

    /// The last of the commitments that were taken out of the form and can be put back.
    pub fn removed_agreement(&self) -> Option<RecordId> {
        let removed = |draft: &&Draft| is_trashed(draft) && !self.is_empty_agreement(draft);
        self.drafts.iter().rev().find(removed).map(|draft| draft.record.clone())
    }

    pub fn restore_agreement(&mut self, agreement: &RecordId) {
        self.set_agreement(agreement, Field::Trashed, Value::Null);
    }

    /// How many people the cells add up to; nothing where none was counted.
    pub fn counted(&self) -> Option<i64> {
        cells::sum(self.main().list(Field::Cells))
    }

    /// How many the typed total is above the counted ones; nothing where one of the two is missing.
    pub fn difference(&self) -> Option<i64> {
        Some(self.main().int(Field::Total)? - self.counted()?)
    }

    /// The fields that still make it incomplete, main record first. A typed total that differs from the cells needs a
    /// reason ("Counting honestly", 1).
    pub fn missing(&self) -> Vec<(Kind, Field)> {
        let mut missing: Vec<(Kind, Field)> = Vec::new();
        for draft in self.drafts.iter().filter(|draft| !self.is_empty_agreement(draft) && !is_trashed(draft)) {
            let Some(kind) = draft.record.kind() else { continue };
            let of_kind = complete::missing(kind, &draft.fields).into_iter();
            // The type of a new organisation can wait for the desk; the note itself can not.
            missing.extend(
                of_kind
                    .filter(|_| kind != Kind::Organisation || self.kind == FormKind::Plain)
                    .map(|field| (kind, field)),
            );
        }
        if self.counted().is_some() {
            missing.retain(|field| *field != (Kind::Session, Field::Total));
        }
        if self.difference().is_some_and(|difference| difference != 0) && self.main().is_blank(Field::Remarks) {
            missing.push((Kind::Session, Field::Remarks));
        }
        missing
    }

    fn is_empty_agreement(&self, draft: &Draft) -> bool {
        let blank = |field| draft.fields.is_blank(field);
        draft.record.kind() == Some(Kind::Agreement)
            && blank(Field::What)
            && blank(Field::Responsible)
            && blank(Field::DueOn)
    }

    /// What Save writes: the drafts with what follows from them (status, total, name of the course), those that others
    /// refer to first. `course_name` is used where nobody named the course: its topics in words.
    pub fn to_save(&self, course_name: &str) -> Vec<Draft> {
        let says_nothing = |draft: &Draft| self.is_empty_agreement(draft) || is_trashed(draft);
        let is_left_out = |draft: &Draft| {
            is_dropped_photo(draft) || (draft.is_new() && (says_nothing(draft) || self.is_unused_term(draft)))
        };
        let mut drafts: Vec<Draft> = self.drafts.iter().filter(|draft| !is_left_out(draft)).cloned().collect();
        let counted = self.counted();
        for draft in &mut drafts {
            let tidied = draft
                .fields
                .0
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), Self::without_empty_items(value)?)));
            for (name, value) in tidied.collect::<Vec<_>>() {
                draft.fields.0.insert(name, value);
            }
            match draft.record.kind() {
                Some(kind @ Kind::Visit) => {
                    draft.fields.set(Field::Status, complete::status(kind, &draft.fields).name());
                }
                Some(Kind::Session) => {
                    if let Some(counted) = counted {
                        draft.default_to(Field::Total, counted);
                    }
                }
                Some(Kind::Course) => draft.default_to(Field::Name, course_name),
                _ => {}
            }
        }
        gather::ordered_by(drafts, |draft: &Draft| match draft.record.kind() {
            Some(Kind::Organisation | Kind::Course | Kind::Term) => 0,
            Some(Kind::Visit | Kind::Session) => 1,
            _ => 2,
        })
    }
}

fn is_trashed(draft: &Draft) -> bool {
    draft.fields.get(Field::Trashed) == Some(&Value::Bool(true))
}
