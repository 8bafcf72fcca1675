//! Changes for tables: who, what, over what.

use ayni::log::{Change, ChangeId, Compose, DeviceId, Log, TRASHED, Tick};
use ayni::record::{Map, RecordId, Value};

/// A change about to be written; `now` writes it.
pub struct Save {
    device: DeviceId,
    record: RecordId,
    set: Map<Value>,
    over: Map<Vec<ChangeId>>,
    seen: Vec<ChangeId>,
    after: Option<(i64, ChangeId)>,
    ms: u64,
}

/// The record that most tables are about.
pub fn record() -> RecordId {
    RecordId::parse("visit/a").expect("a fitting record")
}

impl Save {
    pub fn of(device: &str) -> Self {
        let device = DeviceId::parse(&format!("{device:0<10}")).expect("a fitting device");
        Save { device, record: record(), set: Map::new(), over: Map::new(), seen: Vec::new(), after: None, ms: 1 }
    }

    pub fn about(mut self, record: &str) -> Self {
        self.record = RecordId::parse(record).expect("a fitting record");
        self
    }

    pub fn text(mut self, field: &str, value: &str) -> Self {
        self.set.insert(field.to_owned(), value.into());
        self
    }

    pub fn value(mut self, field: &str, value: Value) -> Self {
        self.set.insert(field.to_owned(), value);
        self
    }

    pub fn over(mut self, field: &str, replaced: &[&Change]) -> Self {
        self.over.insert(field.to_owned(), replaced.iter().map(|change| change.id()).collect());
        self
    }

    pub fn bin(self, into: bool, over: &[&Change], seen: &[&Change]) -> Self {
        self.bin_seen(into, over, seen.iter().map(|change| change.id()).collect())
    }

    pub fn bin_seen(mut self, into: bool, over: &[&Change], seen: Vec<ChangeId>) -> Self {
        self.set.insert(TRASHED.to_owned(), into.into());
        self.seen = seen;
        self.over(TRASHED, over)
    }

    pub fn erase(mut self, ids: &[ChangeId]) -> Self {
        let ids = ids.iter().map(|id| id.as_str().into()).collect();
        self.set.insert("changes".to_owned(), Value::List(ids));
        self.about("erasure/a").text("reason", "a pedido")
    }

    /// The same device's change before this one.
    pub fn after(mut self, change: &Change) -> Self {
        self.after = Some((change.seq(), change.id()));
        self
    }

    pub fn at(mut self, ms: u64) -> Self {
        self.ms = ms;
        self
    }

    pub fn now(self) -> Change {
        let (seq, prev) = self.after.map_or((1, None), |(seq, id)| (seq + 1, Some(id)));
        Change::compose(Compose {
            record: &self.record,
            set: self.set,
            over: self.over,
            seen: self.seen,
            device: &self.device,
            seq,
            prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{:012x}-0000", self.ms)).expect("a fitting tick"),
        })
        .expect("a change within the limits")
    }
}

pub fn log_of<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Log {
    let mut log = Log::new();
    changes.into_iter().for_each(|change| {
        log.accept(change.clone());
    });
    log
}
