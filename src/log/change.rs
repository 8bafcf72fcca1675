//! One Save about one record: an immutable line, named by the hash of what it says (section 2, C1–C4).

use super::canonical::{canonical_object, canonical_with};
use super::check::{self, Members, Rejected, check_limits, is_field_name, is_rfc3339, read_over, sorted_ids};
use super::id::change_id_of;
use super::{ChangeId, DeviceId, SCHEMA, Tick, change_id};
use crate::record::{Map, RecordId, Value, gather, json};

/// The field by which a record is put in the bin (M5).
pub const TRASHED: &str = "trashed";

/// The kind of the records that erase (M6).
pub const ERASURE: &str = "erasure";

/// A change that proved itself. It can only be made by [`Change::read`] and [`Change::compose`], so whoever
/// holds one holds a line that every other device accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    id: ChangeId,
    record: RecordId,
    set: Map<Value>,
    over: Map<Vec<ChangeId>>,
    seen: Vec<ChangeId>,
    device: DeviceId,
    seq: i64,
    at: String,
    tick: Tick,
    schema: i64,
    line: String,
}

/// What a new change is made of; the rest (id, form, limits) follows from it.
#[derive(Clone, Debug)]
pub struct Compose<'a> {
    pub record: &'a RecordId,
    /// Field name → new value; at least one.
    pub set: Map<Value>,
    /// Field name → the heads the author saw and replaces; only fields of `set`.
    pub over: Map<Vec<ChangeId>>,
    /// Every head of the record that the author saw; only where `set` has `trashed` (M5).
    pub seen: Vec<ChangeId>,
    pub device: &'a DeviceId,
    /// 1, 2, 3 … without gaps per device.
    pub seq: i64,
    /// The same device's change `seq` − 1; nothing exactly when `seq` is 1.
    pub prev: Option<ChangeId>,
    /// RFC 3339 with offset: what the device's own clock showed.
    pub at: &'a str,
    pub tick: Tick,
}

impl Change {
    /// Reads one change from its JSON text, however indented, and checks everything section 2 asks for.
    pub fn read(text: &str) -> Result<Self, Rejected> {
        match json::read(text)? {
            Value::Map(members) => Self::from_members(members, text.len()),
            _ => Err(Rejected::NotAnObject),
        }
    }

    /// Makes a new change. Fails where a person wrote more than C4 allows.
    pub fn compose(parts: Compose) -> Result<Self, Rejected> {
        let mut members = Map::new();
        let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
        put("at", parts.at.into());
        put("by", Value::map([("device", parts.device.as_str().into()), ("seq", parts.seq.into())]));
        put("record", parts.record.as_str().into());
        put("schema", SCHEMA.into());
        put("set", Value::Map(parts.set));
        put("tick", parts.tick.to_string().into());
        if let Some(prev) = parts.prev {
            put("prev", prev.as_str().into());
        }
        let over = parts.over.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(field, ids)| {
            let sorted = gather::set(ids);
            (field, Value::List(sorted.iter().map(|id| id.as_str().into()).collect()))
        });
        let over: Map<Value> = over.collect();
        if !over.is_empty() {
            put("over", Value::Map(over));
        }
        if !parts.seen.is_empty() {
            let seen = gather::set(parts.seen);
            put("seen", Value::List(seen.iter().map(|id| id.as_str().into()).collect()));
        }
        let id = change_id(&canonical_object(&members));
        members.insert("id".to_owned(), id.as_str().into());
        Self::from_members(members, 0)
    }

    /// Checks everything section 2 asks for. `size` is about how long the line will be, in bytes.
    pub(super) fn from_members(mut members: Map<Value>, size: usize) -> Result<Self, Rejected> {
        check_limits(&members)?;
        let id = Members(&members).id("id")?;
        let (line, place) = canonical_with(&members, "id", size);
        let [before, after] = [line.get(..place.start), line.get(place.end..)].map(Option::unwrap_or_default);
        let actual = change_id_of([before, after]);
        if id != actual {
            return Err(Rejected::WrongId { stated: id, actual });
        }
        if line.len() > check::MAX_LINE {
            return Err(Rejected::TooLarge("line"));
        }

        let all = Members(&members);
        let record = all.record()?;
        let set = all.object("set")?;
        if set.is_empty() || !set.keys().all(|name| is_field_name(name)) {
            return Err(Rejected::Member("set"));
        }
        if set.len() > check::MAX_FIELDS {
            return Err(Rejected::TooLarge("fields"));
        }
        let over = read_over(&members, |field| set.contains_key(field))?;
        let seen = match members.get("seen") {
            Some(seen) if set.contains_key(TRASHED) => sorted_ids(seen, "seen", false)?,
            Some(_) => return Err(Rejected::Member("seen")),
            None => Vec::new(),
        };
        let by = Members(all.object("by")?);
        let device = DeviceId::parse(by.text("device")?).ok_or(Rejected::Member("by"))?;
        let seq = by.positive("seq")?;
        if members.contains_key("prev") {
            all.id("prev")?;
        }
        if members.contains_key("prev") == (seq == 1) {
            return Err(Rejected::Member("prev"));
        }
        let at = all.text("at")?;
        if !is_rfc3339(at) {
            return Err(Rejected::Member("at"));
        }
        let at = at.to_owned();
        let tick = Tick::parse(all.text("tick")?).ok_or(Rejected::Member("tick"))?;
        let schema = all.positive("schema")?;
        let set = match members.get_mut("set") {
            Some(Value::Map(set)) => std::mem::take(set),
            _ => return Err(Rejected::Member("set")),
        };
        Ok(Change { id, record, set, over, seen, device, seq, at, tick, schema, line })
    }

    pub fn id(&self) -> ChangeId {
        self.id
    }

    pub fn record(&self) -> &RecordId {
        &self.record
    }

    /// Field name → value, as written.
    pub fn set(&self) -> &Map<Value> {
        &self.set
    }

    /// The ids the author replaced for a field.
    pub fn over(&self, field: &str) -> &[ChangeId] {
        self.over.get(field).map_or(&[], Vec::as_slice)
    }

    /// What the author replaced, by field.
    pub(super) fn all_over(&self) -> &Map<Vec<ChangeId>> {
        &self.over
    }

    /// Every head of the record that the author saw when putting it in the bin or taking it back (M5).
    pub fn seen(&self) -> &[ChangeId] {
        &self.seen
    }

    /// The ids that this change erases for ever (M6); none for a change of any other kind. What is no id has no effect.
    pub fn erases(&self) -> impl Iterator<Item = ChangeId> {
        let named = self.set.get("changes").filter(|_| self.is_erasure()).and_then(Value::as_list);
        named.unwrap_or_default().iter().filter_map(|id| ChangeId::parse(id.as_text()?))
    }

    /// The hash of the photo that this change names (F6).
    pub fn attachment(&self) -> Option<&str> {
        let hash = self.set.get("attachment")?.as_text()?;
        (hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))).then_some(hash)
    }

    /// An erasure can not be erased (M6).
    pub fn is_erasure(&self) -> bool {
        self.record.kind_name() == ERASURE
    }

    pub fn device(&self) -> &DeviceId {
        &self.device
    }

    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// RFC 3339 with offset.
    pub fn at(&self) -> &str {
        &self.at
    }

    pub fn tick(&self) -> Tick {
        self.tick
    }

    pub fn is_newer_version(&self) -> bool {
        self.schema > SCHEMA
    }

    /// The canonical form with `id`: what is stored and exported, byte for byte (C3).
    pub fn line(&self) -> &str {
        &self.line
    }
}
