//! Section 3 of the contract, read literally and as slowly as that takes: what the set of changes and stubs has to show.

use ayni::log::{Change, ChangeId, Entry, Stub, Tick, canonical};
use ayni::record::{Map, Name, Value};
use std::collections::{BTreeMap, BTreeSet};

/// One change or stub that counts.
struct Fact {
    id: ChangeId,
    record: String,
    device: String,
    seq: i64,
    tick: Option<Tick>,
    /// Values by field; nothing where it was erased.
    set: Map<Option<Value>>,
    over: Map<Vec<String>>,
    seen: Vec<ChangeId>,
}

/// Section 6 for these, whatever their order.
pub fn render(entries: &[Entry]) -> String {
    let facts = facts(entries);
    let mut by_device: BTreeMap<&str, BTreeMap<i64, Vec<ChangeId>>> = BTreeMap::new();
    for fact in &facts {
        by_device.entry(&fact.device).or_default().entry(fact.seq).or_default().push(fact.id);
    }
    let mut devices = Map::new();
    let mut forks = Vec::new();
    for (device, by_seq) in &by_device {
        forks.extend(
            by_seq
                .iter()
                .filter(|(_, ids)| ids.len() > 1)
                .map(|(seq, _)| Value::List(vec![(*device).into(), (*seq).into()])),
        );
        let mut seq = 0;
        while by_seq.get(&(seq + 1)).is_some_and(|ids| ids.len() == 1) {
            seq += 1;
        }
        if seq > 0 {
            let tip = by_seq[&seq][0];
            devices.insert((*device).to_owned(), Value::map([("seq", seq.into()), ("tip", tip.as_str().into())]));
        }
    }
    let records: BTreeSet<&str> = facts.iter().map(|fact| fact.record.as_str()).collect();
    let records = records.into_iter().map(|record| {
        let own: Vec<&Fact> = facts.iter().filter(|fact| fact.record == record).collect();
        (record.to_owned(), of_record(&own))
    });
    canonical(&Value::map([
        ("devices", Value::Map(devices)),
        ("forks", Value::List(forks)),
        ("records", Value::Map(records.collect())),
    ]))
}

/// M1, M6: each id once; what an erasure names as the least of its stubs, all else in full where it is known in full.
fn facts(entries: &[Entry]) -> Vec<Fact> {
    let erased: BTreeSet<ChangeId> = entries.iter().filter_map(Entry::change).flat_map(Change::erases).collect();
    let ids: BTreeSet<ChangeId> = entries.iter().map(Entry::id).collect();
    let one = |id: ChangeId| {
        let full = entries.iter().filter(|entry| entry.id() == id).find_map(Entry::change);
        let stubs = entries.iter().filter(|entry| entry.id() == id).filter_map(Entry::stub).cloned();
        let stubs = stubs.chain(full.map(Stub::of));
        match full.filter(|change| !erased.contains(&id) || change.is_erasure()) {
            Some(change) => of_change(change),
            None => of_stub(&stubs.min_by(|a, b| a.line().cmp(b.line())).expect("there is one")),
        }
    };
    ids.into_iter().map(one).collect()
}

fn over_of(line: &str) -> Map<Vec<String>> {
    let over = ayni::record::json::read(line).expect("a line is JSON").take("over").into_map();
    let ids = |value: Value| value.into_list().into_iter().map(Value::into_text).collect();
    over.into_iter().map(|(field, value)| (field, ids(value))).collect()
}

fn of_change(change: &Change) -> Fact {
    Fact {
        id: change.id(),
        record: change.record().to_string(),
        device: change.device().to_string(),
        seq: change.seq(),
        tick: Some(change.tick()),
        set: change.set().iter().map(|(field, value)| (field.clone(), Some(value.clone()))).collect(),
        over: over_of(change.line()),
        seen: change.seen().to_vec(),
    }
}

fn of_stub(stub: &Stub) -> Fact {
    let over = over_of(stub.line());
    Fact {
        id: stub.id(),
        record: stub.record().to_string(),
        device: stub.device().to_string(),
        seq: stub.seq(),
        tick: None,
        set: over.keys().map(|field| (field.clone(), None)).collect(),
        over,
        seen: Vec::new(),
    }
}

/// M3 and M4: the heads of a field that have a value, greatest (`tick`, `id`) first.
fn heads<'a>(own: &[&'a Fact], field: &str) -> Vec<&'a Fact> {
    let named = |id: ChangeId| {
        own.iter().any(|fact| fact.over.get(field).is_some_and(|ids| ids.iter().any(|over| over == id.as_str())))
    };
    let has_value = |fact: &&&Fact| fact.set.get(field).is_some_and(Option::is_some);
    let mut heads: Vec<&Fact> = own.iter().filter(has_value).filter(|fact| !named(fact.id)).copied().collect();
    heads.sort_by_key(|fact| std::cmp::Reverse((fact.tick, fact.id)));
    heads
}

fn value<'a>(fact: &'a Fact, field: &str) -> &'a Value {
    fact.set.get(field).and_then(Option::as_ref).expect("a head has a value")
}

fn of_record(own: &[&Fact]) -> Value {
    let names: BTreeSet<&Name> = own.iter().flat_map(|fact| fact.set.keys()).collect();
    let (mut fields, mut conflicts) = (Map::new(), Map::new());
    for field in &names {
        let heads = heads(own, field);
        let Some(first) = heads.first() else { continue };
        let shown = value(first, field);
        if *shown != Value::Null && field.as_str() != "trashed" {
            fields.insert((*field).clone(), shown.clone());
        }
        let mut distinct: Vec<(String, Value, BTreeSet<ChangeId>)> = Vec::new();
        for head in &heads {
            let form = canonical(value(head, field));
            match distinct.iter_mut().find(|(other, ..)| *other == form) {
                Some((.., ids)) => drop(ids.insert(head.id)),
                None => distinct.push((form, value(head, field).clone(), [head.id].into())),
            }
        }
        if distinct.len() > 1 {
            let variant = |(_, value, ids): (String, Value, BTreeSet<ChangeId>)| {
                let ids = ids.iter().map(|id| id.as_str().into()).collect();
                Value::map([("ids", Value::List(ids)), ("value", value)])
            };
            conflicts.insert((*field).clone(), Value::List(distinct.into_iter().map(variant).collect()));
        }
    }
    let trashed = heads(own, "trashed");
    let yes = |fact: &&&Fact| *value(fact, "trashed") == Value::Bool(true);
    let is_trashed = trashed.first().filter(yes).is_some();
    let by: Vec<&Fact> = trashed.iter().filter(yes).copied().collect();
    let is_known = |head: &Fact| by.iter().any(|fact| fact.id == head.id || fact.seen.contains(&head.id));
    let all_known = names.iter().all(|field| heads(own, field).into_iter().all(is_known));
    Value::map([
        ("binned", (is_trashed && all_known).into()),
        ("conflicts", Value::Map(conflicts)),
        ("edited_after_binning", (is_trashed && !all_known).into()),
        ("fields", Value::Map(fields)),
    ])
}
