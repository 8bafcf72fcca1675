//! A record while it is being typed: what the author saw, and what it says now.

use super::{Field, Fields, Map, RecordId, Value};

/// One record in a form. It is kept at every key press and becomes a change only by Save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub record: RecordId,
    /// The fields as they were shown when the form was opened; empty for a new record.
    pub before: Fields,
    /// For each field the names of the changes the author saw, which a Save replaces.
    pub seen: Map<Vec<String>>,
    /// The fields as they stand in the form now.
    pub fields: Fields,
}

impl Draft {
    pub fn new(record: RecordId) -> Self {
        Draft { record, before: Fields::default(), seen: Map::new(), fields: Fields::default() }
    }

    /// A draft that starts from what is shown of a record.
    pub fn of(record: RecordId, shown: Fields, seen: Map<Vec<String>>) -> Self {
        Draft { record, before: shown.clone(), seen, fields: shown }
    }

    /// As it is kept while it is being typed.
    pub fn to_value(&self) -> Value {
        let ids = |ids: &Vec<String>| Value::List(ids.iter().map(|id| id.as_str().into()).collect());
        let seen = self.seen.iter().map(|(field, heads)| (field.clone(), ids(heads))).collect();
        Value::map([
            ("record", self.record.as_str().into()),
            ("before", Value::Map(self.before.0.clone())),
            ("seen", Value::Map(seen)),
            ("fields", Value::Map(self.fields.0.clone())),
        ])
    }

    /// Reads back what [`Draft::to_value`] gave; nothing where it says of no record what it is about.
    pub fn from_value(mut kept: Value) -> Option<Self> {
        let ids = |heads: Value| heads.into_list().into_iter().map(Value::into_text).collect();
        Some(Draft {
            record: RecordId::parse(&kept.take("record").into_text())?,
            before: Fields(kept.take("before").into_map()),
            seen: kept.take("seen").into_map().into_iter().map(|(field, heads)| (field, ids(heads))).collect(),
            fields: Fields(kept.take("fields").into_map()),
        })
    }

    /// The fields that a Save has to write: those that say something else than before. What was emptied is cleared.
    pub fn changed(&self) -> Map<Value> {
        let names = self.fields.0.keys().chain(self.before.0.keys());
        let changed = names.filter_map(|name| {
            let now = self.fields.0.get(name).filter(|value| !value.is_blank()).unwrap_or(&Value::Null);
            let before = self.before.0.get(name).filter(|value| !value.is_blank()).unwrap_or(&Value::Null);
            (now != before).then(|| (name.clone(), now.clone()))
        });
        changed.collect()
    }

    /// Every change of the record that the author saw.
    pub fn all_seen(&self) -> impl Iterator<Item = &str> {
        self.seen.values().flatten().map(String::as_str)
    }

    pub fn is_changed(&self) -> bool {
        !self.changed().is_empty()
    }

    /// True for a record that is not in the log yet.
    pub fn is_new(&self) -> bool {
        self.seen.is_empty()
    }

    /// Sets a field if the person has not filled it in.
    pub fn default_to(&mut self, field: Field, value: impl Into<Value>) {
        if self.fields.is_blank(field) {
            self.fields.set(field, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;

    fn draft(before: &[(Field, Value)], now: &[(Field, Value)]) -> Draft {
        let fields = |pairs: &[(Field, Value)]| {
            let mut fields = Fields::default();
            pairs.iter().for_each(|(field, value)| fields.set(*field, value.clone()));
            fields
        };
        let record = RecordId::new(Kind::Visit, "a").expect("a fitting name");
        Draft { fields: fields(now), ..Draft::of(record, fields(before), Map::new()) }
    }

    #[test]
    fn only_what_says_something_else_is_written() {
        let check = |before: &[(Field, Value)], now: &[(Field, Value)], expected: &[(&str, Value)]| {
            let expected: Map<Value> = expected.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect();
            assert_eq!(draft(before, now).changed(), expected);
        };
        check(&[], &[], &[]);
        check(&[], &[(Field::Purpose, "".into()), (Field::Themes, Value::List(vec![]))], &[]);
        check(&[], &[(Field::Purpose, "ver".into())], &[("purpose", "ver".into())]);
        check(&[(Field::Purpose, "ver".into())], &[(Field::Purpose, "ver".into())], &[]);
        check(&[(Field::Purpose, "ver".into())], &[(Field::Purpose, " ".into())], &[("purpose", Value::Null)]);
        check(&[(Field::Purpose, "ver".into())], &[], &[("purpose", Value::Null)]);
        check(&[], &[(Field::Total, 0.into())], &[("total", 0.into())]);
    }

    #[test]
    fn a_draft_reads_back_as_it_was_kept() {
        let draft = draft(&[(Field::Total, 3.into())], &[(Field::Observations, "maíz 🌽\n\"x\"".into())]);
        assert_eq!(Draft::from_value(draft.to_value()), Some(draft));
        assert_eq!(Draft::from_value(Value::map([("record", "no record".into())])), None);
    }
}
