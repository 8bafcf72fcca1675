//! Lists of objects in a form that grow in place: practices, lessons, quotes, people met, who took part.

use super::Form;
use crate::record::{Field, Kind, Map, Value};

impl Form {
    /// A text in one of the objects of a list; empty where there is none.
    pub fn item_text(&self, kind: Kind, field: Field, at: usize, member: &str) -> &str {
        let item = self.list(kind, field).get(at);
        item.and_then(|item| item.member(member)).and_then(Value::as_text).unwrap_or_default()
    }

    /// A number in one of the objects of a list.
    pub fn item_int(&self, kind: Kind, field: Field, at: usize, member: &str) -> Option<i64> {
        self.list(kind, field).get(at)?.member(member)?.as_int()
    }

    /// Writes a member of one of the objects. What is blank is left out of it.
    pub fn set_item(&mut self, kind: Kind, field: Field, at: usize, member: &str, value: impl Into<Value>) {
        let value = value.into();
        let mut items = self.list(kind, field).to_vec();
        if let Some(Value::Map(members)) = items.get_mut(at) {
            if value == Value::Null || value.as_text() == Some("") {
                members.remove(member);
            } else {
                members.insert(member.to_owned(), value);
            }
            self.set(kind, field, items);
        }
    }

    /// One more object at the end of a list, with nothing in it yet.
    pub fn add_item(&mut self, kind: Kind, field: Field) {
        let mut items = self.list(kind, field).to_vec();
        items.push(Value::Map(Map::new()));
        self.set(kind, field, items);
    }

    /// Takes an object out of a list, and gives it to whoever may want to put it back.
    pub fn remove_item(&mut self, kind: Kind, field: Field, at: usize) -> Option<Value> {
        let mut items = self.list(kind, field).to_vec();
        let removed = (at < items.len()).then(|| items.remove(at))?;
        self.set(kind, field, items);
        Some(removed)
    }

    /// Puts an object back where it stood, or at the end of a list that became shorter.
    pub fn put_item(&mut self, kind: Kind, field: Field, at: usize, item: Value) {
        let mut items = self.list(kind, field).to_vec();
        items.insert(at.min(items.len()), item);
        self.set(kind, field, items);
    }

    /// The number under `member` of the object whose `by` is `name`: how many women among the producers.
    pub fn number_of(&self, kind: Kind, field: Field, by: &str, name: &str, member: &str) -> Option<i64> {
        let at = self.at_of(kind, field, by, name)?;
        self.item_int(kind, field, at, member)
    }

    /// Writes such a number; nothing takes it away, and with its last number the object.
    pub fn set_number_of(&mut self, kind: Kind, field: Field, (by, name): (&str, &str), member: &str, to: Option<i64>) {
        let at = match self.at_of(kind, field, by, name) {
            Some(at) => at,
            None => {
                self.add_item(kind, field);
                let at = self.list(kind, field).len().saturating_sub(1);
                self.set_item(kind, field, at, by, name);
                at
            }
        };
        self.set_item(kind, field, at, member, to.map_or(Value::Null, Value::Int));
        if matches!(self.list(kind, field).get(at), Some(Value::Map(members)) if members.len() == 1) {
            self.remove_item(kind, field, at);
        }
    }

    fn at_of(&self, kind: Kind, field: Field, by: &str, name: &str) -> Option<usize> {
        self.list(kind, field).iter().position(|item| item.member(by).and_then(Value::as_text) == Some(name))
    }

    /// Leaves out of each list the objects in which nothing was written, so that a Save does not keep empty lines.
    pub(super) fn without_empty_items(value: &Value) -> Option<Value> {
        let Value::List(items) = value else { return None };
        let is_empty = |item: &Value| match item {
            Value::Map(members) => members.values().all(Value::is_blank),
            item => item.is_blank(),
        };
        let left: Vec<Value> = items.iter().filter(|item| !is_empty(item)).cloned().collect();
        (left.len() < items.len()).then_some(Value::List(left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;
    use crate::record::RecordId;

    const VISIT: Kind = Kind::Visit;

    fn form() -> Form {
        let visit = RecordId::new(VISIT, "a").expect("a fitting name");
        Form::new_visit(visit, Now { ms: 0, offset_minutes: 0 })
    }

    #[test]
    fn a_list_grows_and_what_was_taken_out_comes_back_where_it_stood() {
        let mut form = form();
        for text in ["uno", "dos", "tres"] {
            form.add_item(VISIT, Field::Lessons);
            let last = form.list(VISIT, Field::Lessons).len() - 1;
            form.set_item(VISIT, Field::Lessons, last, "text", text);
        }
        let before = form.list(VISIT, Field::Lessons).to_vec();
        let removed = form.remove_item(VISIT, Field::Lessons, 1).expect("it was there");
        assert_eq!(form.item_text(VISIT, Field::Lessons, 1, "text"), "tres");
        form.put_item(VISIT, Field::Lessons, 1, removed);
        assert_eq!(form.list(VISIT, Field::Lessons), before);
        assert_eq!(form.remove_item(VISIT, Field::Lessons, 9), None);
        form.set_item(VISIT, Field::Lessons, 9, "text", "nowhere");
        assert_eq!(form.list(VISIT, Field::Lessons), before);
    }

    #[test]
    fn lines_in_which_nothing_stands_are_not_saved() {
        let mut form = form();
        form.add_item(VISIT, Field::Quotes);
        form.add_item(VISIT, Field::Quotes);
        form.set_item(VISIT, Field::Quotes, 1, "text", "así es");
        form.set_item(VISIT, Field::Quotes, 1, "consent", "given");
        form.set_item(VISIT, Field::Quotes, 1, "consent", "");
        form.add_item(VISIT, Field::Lessons);
        let saved = form.to_save("");
        let fields = &saved.first().expect("the visit").fields;
        assert_eq!(fields.list(Field::Quotes), [Value::map([("text", "así es".into())])]);
        assert!(fields.is_blank(Field::Lessons));
    }

    #[test]
    fn who_took_part_is_counted_by_group_and_blank_is_not_zero() {
        let mut form = form();
        let at =
            |form: &Form, name: &str, member: &str| form.number_of(VISIT, Field::Participants, "group", name, member);
        form.set_number_of(VISIT, Field::Participants, ("group", "producers"), "women", Some(12));
        form.set_number_of(VISIT, Field::Participants, ("group", "producers"), "men", Some(0));
        form.set_number_of(VISIT, Field::Participants, ("group", "staff"), "men", Some(2));
        assert_eq!(at(&form, "producers", "women"), Some(12));
        assert_eq!(at(&form, "producers", "men"), Some(0));
        assert_eq!(at(&form, "producers", "not_stated"), None);
        form.set_number_of(VISIT, Field::Participants, ("group", "staff"), "men", None);
        assert_eq!(form.list(VISIT, Field::Participants).len(), 1);
    }
}
