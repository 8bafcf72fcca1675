//! Looking at what a load would change, record by record, before it is accepted.

use super::{Names, line};
use crate::log::{Entry, Log};
use crate::record::{Field, RecordId, Value, gather};

/// What would become of a record, the most to look at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Becomes {
    /// Somebody wrote something else, and both would stay (M4).
    Clash,
    Binned,
    Changed,
    New,
}

/// What a field says now and would say then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub field: String,
    pub before: Option<Value>,
    /// Several where people wrote different things; none where it would be cleared.
    pub after: Vec<Value>,
}

/// The records that these changes touch, with what becomes of them. `after` is `before` with the changes taken in.
pub fn looked(before: &Log, after: &Log, entries: &[Entry]) -> Vec<(Becomes, RecordId)> {
    let touched = gather::set(entries.iter().map(Entry::record));
    let mut all = Vec::new();
    for record in touched {
        let Some(then) = after.record(record).filter(|_| record.kind().is_some()) else { continue };
        let becomes = match before.record(record) {
            _ if !then.conflicts().is_empty() => Becomes::Clash,
            now if then.is_binned() && now.is_none_or(|now| !now.is_binned()) => Becomes::Binned,
            None => Becomes::New,
            Some(_) if turns(before, after, record).is_empty() => continue,
            Some(_) => Becomes::Changed,
        };
        all.push((becomes, record.clone()));
    }
    gather::ordered(all, Ord::cmp)
}

/// Each field of a record that would say something else, in the order of their names.
pub fn turns(before: &Log, after: &Log, record: &RecordId) -> Vec<Turn> {
    let Some(then) = after.record(record) else { return Vec::new() };
    let turn = |field: &str| {
        let said = |value: &Value| !value.is_blank();
        let now = before.shown(record, field).filter(|value| said(value)).cloned();
        let after: Vec<Value> = then.variants(field).into_iter().map(|variant| variant.value).filter(said).collect();
        let is_same = after.len() < 2 && after.first() == now.as_ref();
        (!is_same && field != Field::Trashed.name()).then(|| Turn { field: field.to_owned(), before: now, after })
    };
    then.field_names().filter_map(turn).collect()
}

/// What a record is called.
pub fn title(names: Names, record: &RecordId) -> String {
    match line(names, record).map(|line| line.title).filter(|title| !title.is_empty()) {
        Some(title) => title,
        None => names.of(record.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::hand::{Hand, record};

    fn after(before: &Hand, other: &Hand) -> (Log, Vec<Entry>) {
        let entries: Vec<Entry> = other.notebook.log.entries().cloned().collect();
        let mut after = before.notebook.log.clone();
        entries.iter().for_each(|entry| {
            after.accept(entry.clone());
        });
        (after, entries)
    }

    #[test]
    fn each_record_says_what_becomes_of_it_and_what_needs_a_look_comes_first() {
        let mut desk = Hand::of("desk");
        for visit in ["visit/a", "visit/b", "visit/c", "visit/d"] {
            desk.write(visit, &[(Field::Purpose, "uno".into())]);
        }
        let mut phone = Hand::of("phone");
        phone.join(&desk);
        phone.write("visit/a", &[(Field::Purpose, "corregido".into())]);
        phone.write("visit/b", &[(Field::Trashed, true.into())]);
        phone.write("visit/c", &[(Field::Purpose, "de otro modo".into())]);
        phone.write("visit/e", &[(Field::Purpose, "nuevo".into())]);
        desk.write("visit/c", &[(Field::Purpose, "en la oficina".into())]);
        let (after, entries) = after(&desk, &phone);
        let found = looked(&desk.notebook.log, &after, &entries);
        let expected = [
            (Becomes::Clash, record("visit/c")),
            (Becomes::Binned, record("visit/b")),
            (Becomes::Changed, record("visit/a")),
            (Becomes::New, record("visit/e")),
        ];
        assert_eq!(found, expected);
        let clash = turns(&desk.notebook.log, &after, &record("visit/c"));
        assert_eq!(clash.len(), 1);
        assert_eq!(clash.first().map(|turn| turn.after.len()), Some(2));
    }

    #[test]
    fn what_would_be_cleared_is_said_and_what_stays_is_not() {
        let mut desk = Hand::of("desk");
        desk.write("visit/a", &[(Field::Purpose, "uno".into()), (Field::Community, "Apuela".into())]);
        let mut phone = Hand::of("phone");
        phone.join(&desk);
        phone.write("visit/a", &[(Field::Community, "".into())]);
        let (after, _) = after(&desk, &phone);
        let turns = turns(&desk.notebook.log, &after, &record("visit/a"));
        let expected = Turn { field: "community".to_owned(), before: Some("Apuela".into()), after: Vec::new() };
        assert_eq!(turns, [expected]);
    }
}
