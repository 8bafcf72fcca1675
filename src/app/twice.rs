//! The same thing recorded twice: joined or kept apart by a person, remembered, and undone like any other change (rule 8).

use super::Notebook;
use crate::record::{Draft, Field, RecordId, Value};

/// The draft whose Save lets one record stand for another as well. The other stays as it was written.
pub fn join(notebook: &Notebook, other: &RecordId, into: &RecordId) -> Draft {
    let mut draft = notebook.draft(other);
    draft.fields.set(Field::JoinedInto, into.as_str());
    draft
}

/// The draft whose Save takes them apart again.
pub fn take_apart(notebook: &Notebook, other: &RecordId) -> Draft {
    let mut draft = notebook.draft(other);
    draft.fields.set(Field::JoinedInto, Value::Null);
    draft
}

/// The draft whose Save says that two records are not the same, so that nobody is asked again.
pub fn keep_apart(notebook: &Notebook, one: &RecordId, other: &RecordId) -> Draft {
    let mut draft = notebook.draft(one);
    let mut apart = draft.fields.list(Field::KeptApart).to_vec();
    let other = Value::from(other.as_str());
    if !apart.contains(&other) {
        apart.push(other);
    }
    draft.fields.set(Field::KeptApart, apart);
    draft
}

/// The drafts whose Save takes back that two are not the same, whoever of the two says so: they may be proposed again.
pub fn ask_again(notebook: &Notebook, one: &RecordId, other: &RecordId) -> Vec<Draft> {
    let without = |record: &RecordId, other: &RecordId| {
        let mut draft = notebook.draft(record);
        let mut apart = draft.fields.list(Field::KeptApart).to_vec();
        apart.retain(|held| held.as_text() != Some(other.as_str()));
        draft.fields.set(Field::KeptApart, if apart.is_empty() { Value::Null } else { apart.into() });
        draft
    };
    let both = [without(one, other), without(other, one)];
    both.into_iter().filter(Draft::is_changed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::hand::{Hand, record};
    use crate::insight::trainings::{Filter, Trainings, figures, twice};

    fn two_phones() -> Hand {
        let record = |phone: &str, total: i64| {
            let mut hand = Hand::of(phone);
            let session = ["session/", phone].concat();
            let fields = [(Field::Municipality, "EC1003".into()), (Field::Topics, vec![Value::from("term/a")].into())];
            hand.write(&["course/", phone].concat(), &fields);
            let course = ["course/", phone].concat();
            let unit = (Field::CountingUnit, "people".into());
            let day = (Field::HeldOn, "2026-05-04".into());
            hand.write(&session, &[(Field::Course, course.into()), day, unit, (Field::Total, total.into())]);
            hand
        };
        let mut desk = Hand::of("desk");
        desk.join(&record("one", 30));
        desk.join(&record("two", 32));
        desk
    }

    fn counted(desk: &Hand) -> (usize, i64, usize) {
        let trainings = Trainings::read(&desk.notebook.log);
        let figures = figures(&trainings, &Filter::default());
        (figures.sessions, figures.attendances, twice(&trainings).len())
    }

    /// Rule 8.
    #[test]
    fn two_are_joined_by_a_person_and_taken_apart_again() {
        let mut desk = two_phones();
        assert_eq!(counted(&desk), (2, 62, 1));
        let (one, two) = (record("session/one"), record("session/two"));
        let draft = join(&desk.notebook, &two, &one);
        desk.save(&[draft]);
        assert_eq!(counted(&desk), (1, 30, 0));
        let draft = take_apart(&desk.notebook, &two);
        desk.save(&[draft]);
        assert_eq!(counted(&desk), (2, 62, 1));
    }

    /// Rule 8.
    #[test]
    fn two_that_were_kept_apart_are_not_proposed_again() {
        let mut desk = two_phones();
        let (one, two) = (record("session/one"), record("session/two"));
        for _ in 0..2 {
            let draft = keep_apart(&desk.notebook, &one, &two);
            desk.save(&[draft]);
        }
        assert_eq!(counted(&desk), (2, 62, 0));
        assert_eq!(desk.notebook.draft(&one).fields.list(Field::KeptApart).len(), 1);
    }
}
