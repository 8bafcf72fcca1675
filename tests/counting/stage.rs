//! A workspace for tables: records as JSON, saved by phones.

use ayni::insight::trainings::{Alert, Figures, Filter, Trainings, figures};
use ayni::log::{Change, ChangeId, Compose, DeviceId, Log, TRASHED, Tick};
use ayni::record::{Map, Name, RecordId, Value};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct Workspace {
    pub log: Log,
    last: BTreeMap<DeviceId, Change>,
    ms: u64,
}

impl Workspace {
    /// Saves the fields of a record as a change by this phone, over all that it sees.
    pub fn put(&mut self, phone: &str, record: &str, fields: &str) {
        let record = RecordId::parse(record).expect("a fitting record");
        let fields: Value = serde_json::from_str(fields).unwrap_or_else(|error| panic!("{fields}: {error}"));
        let set = fields.into_map();
        let heads = |field: &Name| self.log.record(&record).map(|view| view.heads(field)).unwrap_or_default();
        let over = set.keys().map(|field| (field.clone(), heads(field))).filter(|(_, heads)| !heads.is_empty());
        let over = over.collect();
        self.save(phone, &record, set, over, Vec::new());
    }

    /// The same by a phone that saw nothing of the record.
    pub fn put_unseen(&mut self, phone: &str, record: &str, fields: &str) {
        let record = RecordId::parse(record).expect("a fitting record");
        let fields: Value = serde_json::from_str(fields).expect("fields are JSON");
        self.save(phone, &record, fields.into_map(), Map::new(), Vec::new());
    }

    /// Puts a record into the bin, with all of it seen.
    pub fn bin(&mut self, phone: &str, record: &str) {
        let record = RecordId::parse(record).expect("a fitting record");
        let view = self.log.record(&record).expect("a held record");
        let seen = view.field_names().flat_map(|field| view.heads(field)).collect::<BTreeSet<_>>();
        let set = [(TRASHED.to_owned(), Value::Bool(true))].into_iter().collect();
        self.save(phone, &record, set, Map::new(), seen.into_iter().collect());
    }

    fn save(&mut self, phone: &str, record: &RecordId, set: Map<Value>, over: Map<Vec<ChangeId>>, seen: Vec<ChangeId>) {
        let device = DeviceId::parse(&format!("{phone:0<10}")).expect("a fitting device");
        let last = self.last.get(&device);
        let (seq, prev) = last.map_or((1, None), |last| (last.seq() + 1, Some(last.id())));
        self.ms += 1;
        let change = Change::compose(Compose {
            record,
            set,
            over,
            seen,
            device: &device,
            seq,
            prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{:012x}-0000", self.ms)).expect("a fitting tick"),
        })
        .expect("a change within the limits");
        self.log.accept(change.clone());
        self.last.insert(device, change);
    }

    pub fn trainings(&self) -> Trainings {
        Trainings::read(&self.log)
    }

    pub fn figures(&self, filter: &Filter) -> Figures {
        figures(&self.trainings(), filter)
    }

    /// Each thing that is said of the sessions of a filter, with their names.
    pub fn alerts(&self, filter: &Filter) -> Vec<(Alert, Vec<String>)> {
        let trainings = self.trainings();
        let name = |at: &usize| trainings.sessions[*at].record.rid().to_owned();
        let warnings = figures(&trainings, filter).warnings;
        warnings.iter().map(|warning| (warning.alert, warning.sessions.iter().map(name).collect())).collect()
    }
}

/// A field school with one session for each of these sets of fields, named `s1`, `s2` …; each has a date, a duration and
/// counts people unless its fields say other.
pub fn school(course: &str, sessions: &[&str]) -> Workspace {
    let mut workspace = Workspace::default();
    add_course(&mut workspace, "escuela", course, sessions, 1);
    workspace
}

/// Another course in the same workspace; its sessions are numbered from `first`.
pub fn add_course(workspace: &mut Workspace, name: &str, course: &str, sessions: &[&str], first: usize) {
    let reference = format!("course/{name}");
    workspace.put("phone", &reference, course);
    for (number, session) in (first..).zip(sessions) {
        let record = format!("session/s{number}");
        let day = format!(r#"{{"course":"{reference}","held_on":"2026-05-{number:02}","minutes":90}}"#);
        workspace.put("phone", &record, &day);
        workspace.put("phone", &record, r#"{"counting_unit":"people","count_basis":"signed_list"}"#);
        if *session != "{}" {
            workspace.put("phone", &record, session);
        }
    }
}

/// From May to October 2026.
pub fn season() -> Filter {
    Filter { from: Some("2026-05-01".to_owned()), to: Some("2026-10-31".to_owned()), ..Filter::default() }
}

/// A cell as it stands in the log.
pub fn cell(sex: &str, age: &str, role: &str, count: i64) -> String {
    format!(r#"{{"age":"{age}","count":{count},"role":"{role}","sex":"{sex}"}}"#)
}

/// The fields of a session with these cells of producers, by sex and age.
pub fn counted(cells: &[(&str, &str, i64)]) -> String {
    let cells: Vec<String> = cells.iter().map(|(sex, age, count)| cell(sex, age, "producer", *count)).collect();
    let total: i64 = cells_total(&cells);
    format!(r#"{{"cells":[{}],"total":{total}}}"#, cells.join(","))
}

fn cells_total(cells: &[String]) -> i64 {
    let count = |cell: &String| {
        let cell: Value = serde_json::from_str(cell).expect("a cell is JSON");
        cell.member("count").and_then(Value::as_int).unwrap_or_default()
    };
    cells.iter().map(count).sum()
}
