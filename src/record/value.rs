//! The value of a field as it stands in a change: text, whole number, yes/no, cleared, list or object of these.
//!
//! There are no fractions anywhere (rule C1), so two programs can never write one number in two ways.

use super::{Field, Kind, Map};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Borrow;
use std::fmt;

/// The greatest whole number that every JSON reader keeps exactly: 2^53 − 1 (rule C1).
pub const MAX_INT: i64 = (1 << 53) - 1;

/// What a field can hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// Cleared on purpose; shown as if it had never been filled in.
    Null,
    Bool(bool),
    /// Within ±[`MAX_INT`].
    Int(i64),
    Text(String),
    List(Vec<Value>),
    Map(Map<Value>),
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into())
    }

    /// An object from names and values, as `cells`, `lessons` and `people_met` are made of.
    pub fn map<const N: usize>(members: [(&str, Value); N]) -> Self {
        Value::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// Takes a member out of an object; `Null` where there is none.
    pub fn take(&mut self, name: &str) -> Value {
        match self {
            Value::Map(members) => members.remove(name).unwrap_or(Value::Null),
            _ => Value::Null,
        }
    }

    /// The text itself; empty for anything else.
    pub fn into_text(self) -> String {
        match self {
            Value::Text(text) => text,
            _ => String::new(),
        }
    }

    /// The items of a list; none for anything else.
    pub fn into_list(self) -> Vec<Value> {
        match self {
            Value::List(items) => items,
            _ => Vec::new(),
        }
    }

    /// The members of an object; none for anything else.
    pub fn into_map(self) -> Map<Value> {
        match self {
            Value::Map(members) => members,
            _ => Map::new(),
        }
    }

    /// A member of an object; nothing for anything else.
    pub fn member(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(members) => members.get(name),
            _ => None,
        }
    }

    /// True for what a person would call "nothing": cleared, blank text, an empty list. Zero is a value.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(members) => members.is_empty(),
            Value::Bool(_) | Value::Int(_) => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Value::Bool(yes)
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Self {
        Value::List(items)
    }
}

impl<'de> Deserialize<'de> for Value {
    /// Refuses what rule C1 and I3 refuse: fractions, numbers beyond ±(2^53−1), `-0`, a key written twice.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("text, a whole number within ±(2^53−1), true, false, null, a list or an object")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        if (-MAX_INT..=MAX_INT).contains(&number) {
            Ok(Value::Int(number))
        } else {
            Err(E::custom("a number beyond ±(2^53−1)"))
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::custom("a number beyond ±(2^53−1)")),
        }
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Value, E> {
        Err(E::custom("a fraction, an exponent, -0 or a number beyond ±(2^53−1)"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        // A key is text, so it can be read as any value: one reader less.
        while let Some((key, value)) = map.next_entry::<Value, Value>()? {
            members.push((key.into_text().into(), value));
        }
        match Map::of(members) {
            Ok(members) => Ok(Value::Map(members)),
            Err(twice) => Err(de::Error::custom(["the key ", &twice, " stands twice"].concat())),
        }
    }
}

/// The fields of one record by name, as they are shown, typed or changed. Unknown names are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Map<Value>);

impl Fields {
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.0.get(field.name())
    }

    pub fn set(&mut self, field: Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    /// The text of a field; empty where it is missing or not text.
    pub fn text(&self, field: Field) -> &str {
        self.get(field).and_then(Value::as_text).unwrap_or_default()
    }

    pub fn int(&self, field: Field) -> Option<i64> {
        self.get(field).and_then(Value::as_int)
    }

    /// The items of a list; empty where it is missing or not a list.
    pub fn list(&self, field: Field) -> &[Value] {
        self.get(field).and_then(Value::as_list).unwrap_or_default()
    }

    /// The choice a field holds, if it is one this version knows.
    pub fn choice(&self, field: Field) -> Option<super::Choice> {
        super::Choice::from_name(self.text(field))
    }

    pub fn is_blank(&self, field: Field) -> bool {
        self.get(field).is_none_or(Value::is_blank)
    }
}

/// `kind/rid`: what a change is about. A reference from one record to another is the same text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(String);

impl RecordId {
    /// `rid` is 1 to 40 characters `a-z0-9-`; nothing for anything else.
    pub fn new(kind: Kind, rid: &str) -> Option<Self> {
        Self::parse(&format!("{}/{rid}", kind.name()))
    }

    /// Kind `[a-z][a-z_]{0,31}`, rid `[a-z0-9-]{1,40}`; kinds of newer versions fit as well.
    pub fn parse(text: &str) -> Option<Self> {
        let slash = text.bytes().position(|byte| byte == b'/')?;
        let (kind, rid) = (text.get(..slash)?, text.get(slash + 1..)?);
        let kind_fits = (1..=32).contains(&kind.len())
            && kind.starts_with(|c: char| c.is_ascii_lowercase())
            && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let rid_fits = (1..=40).contains(&rid.len())
            && rid.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (kind_fits && rid_fits).then(|| RecordId(text.to_owned()))
    }

    /// The settings that all devices of a workspace share. It ships with the program, so that its id is the same everywhere.
    pub fn workspace() -> Self {
        RecordId("setting/workspace".to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn kind_name(&self) -> &str {
        // A search for a character would be slower than looking at the few letters before it.
        let slash = self.0.bytes().position(|byte| byte == b'/');
        slash.and_then(|slash| self.0.get(..slash)).unwrap_or_default()
    }

    pub fn rid(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, rid)| rid)
    }

    /// The kind, if this version knows it.
    pub fn kind(&self) -> Option<Kind> {
        Kind::from_name(self.kind_name())
    }
}

/// A record is found by its text, and so are all of a kind: they stand beside each other.
impl Borrow<str> for RecordId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}
