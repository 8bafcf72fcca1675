//! What is left of a change that was erased for ever (M6): who wrote it, about which record, and what it replaced.

use super::check::{self, Members, Rejected, check_limits, is_field_name, read_over};
use super::{Change, ChangeId, DeviceId, canonical_object};
use crate::record::{Map, RecordId, Value};

/// A stub that fits. Its id can not be checked any more: the words that it was the hash of are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    id: ChangeId,
    record: RecordId,
    over: Map<Vec<ChangeId>>,
    device: DeviceId,
    seq: i64,
    line: String,
}

impl Stub {
    /// Checks that it has the members of a stub and no other.
    pub(super) fn from_members(members: &Map<Value>) -> Result<Self, Rejected> {
        check_limits(members)?;
        let all = Members(members);
        if members.get("erased") != Some(&Value::Bool(true)) {
            return Err(Rejected::Member("erased"));
        }
        let id = all.id("id")?;
        let record = all.record()?;
        let by = Members(all.object("by")?);
        let device = DeviceId::parse(by.text("device")?).ok_or(Rejected::Member("by"))?;
        let seq = by.positive("seq")?;
        let over = read_over(members, is_field_name)?;
        if over.len() > check::MAX_FIELDS {
            return Err(Rejected::TooLarge("fields"));
        }
        let fits = by.0.len() == 2 && members.len() == 4 + usize::from(!over.is_empty());
        if !fits {
            return Err(Rejected::Member("stub"));
        }
        let line = canonical_object(members);
        if line.len() > check::MAX_LINE {
            return Err(Rejected::TooLarge("line"));
        }
        Ok(Stub { id, record, over, device, seq, line })
    }

    /// What stays of a change.
    pub fn of(change: &Change) -> Self {
        let ids = |ids: &Vec<ChangeId>| Value::List(ids.iter().map(|id| id.as_str().into()).collect());
        let over = change.all_over();
        let mut members: Map<Value> = Map::from([
            ("by".to_owned(), Value::map([("device", change.device().as_str().into()), ("seq", change.seq().into())])),
            ("erased".to_owned(), true.into()),
            ("id".to_owned(), change.id().as_str().into()),
            ("record".to_owned(), change.record().as_str().into()),
        ]);
        if !over.is_empty() {
            let over = over.iter().map(|(field, replaced)| (field.clone(), ids(replaced))).collect();
            members.insert("over".to_owned(), Value::Map(over));
        }
        Stub {
            id: change.id(),
            record: change.record().clone(),
            over: over.clone(),
            device: *change.device(),
            seq: change.seq(),
            line: canonical_object(&members),
        }
    }

    pub fn id(&self) -> ChangeId {
        self.id
    }

    pub fn record(&self) -> &RecordId {
        &self.record
    }

    pub fn device(&self) -> &DeviceId {
        &self.device
    }

    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// What it replaced, by field: the only fields that a stub still has (M6).
    pub(super) fn all_over(&self) -> &Map<Vec<ChangeId>> {
        &self.over
    }

    /// The canonical form: what is stored and exported in place of the change.
    pub fn line(&self) -> &str {
        &self.line
    }
}
