//! What a set is made of: changes, and stubs of those that were erased.

use super::{Change, ChangeId, DeviceId, Rejected, Stub};
use crate::record::{Map, RecordId, Value, json};
use std::sync::Arc;

/// One line of the log. Handing it on costs nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    Change(Arc<Change>),
    Stub(Arc<Stub>),
}

impl Entry {
    /// Reads one line, however indented.
    pub fn read(text: &str) -> Result<Self, Rejected> {
        Self::from_value(json::read(text)?, text.len())
    }

    /// The same for what was read as JSON already. `size` is about how long the line is, in bytes.
    pub fn from_value(value: Value, size: usize) -> Result<Self, Rejected> {
        match value {
            Value::Map(members) if Self::is_stub(&members) => Ok(Stub::from_members(&members)?.into()),
            Value::Map(members) => Ok(Change::from_members(members, size)?.into()),
            _ => Err(Rejected::NotAnObject),
        }
    }

    /// A change may have any other member (C2), so `erased` alone makes no stub.
    fn is_stub(members: &Map<Value>) -> bool {
        members.contains_key("erased") && !members.contains_key("set")
    }

    pub fn id(&self) -> ChangeId {
        match self {
            Entry::Change(change) => change.id(),
            Entry::Stub(stub) => stub.id(),
        }
    }

    pub fn record(&self) -> &RecordId {
        match self {
            Entry::Change(change) => change.record(),
            Entry::Stub(stub) => stub.record(),
        }
    }

    pub fn device(&self) -> &DeviceId {
        match self {
            Entry::Change(change) => change.device(),
            Entry::Stub(stub) => stub.device(),
        }
    }

    pub fn seq(&self) -> i64 {
        match self {
            Entry::Change(change) => change.seq(),
            Entry::Stub(stub) => stub.seq(),
        }
    }

    /// What is stored and exported, byte for byte (C3).
    pub fn line(&self) -> &str {
        match self {
            Entry::Change(change) => change.line(),
            Entry::Stub(stub) => stub.line(),
        }
    }

    /// Nothing where it was erased.
    pub fn change(&self) -> Option<&Change> {
        match self {
            Entry::Change(change) => Some(change),
            Entry::Stub(_) => None,
        }
    }

    pub fn stub(&self) -> Option<&Stub> {
        match self {
            Entry::Change(_) => None,
            Entry::Stub(stub) => Some(stub),
        }
    }
}

impl From<Change> for Entry {
    fn from(change: Change) -> Self {
        Entry::Change(Arc::new(change))
    }
}

impl From<Stub> for Entry {
    fn from(stub: Stub) -> Self {
        Entry::Stub(Arc::new(stub))
    }
}
