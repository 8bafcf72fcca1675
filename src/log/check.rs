//! What a change must look like (section 2 of the format): the reasons for refusing one (M2).

use super::ChangeId;
use crate::record::json::Broken;
use crate::record::{Map, RecordId, Value};

/// Bytes of a line (C4).
pub const MAX_LINE: usize = 256 * 1024;
/// Bytes of one string (C4).
pub const MAX_TEXT: usize = 64 * 1024;
/// Fields in one `set` (C4).
pub const MAX_FIELDS: usize = 200;
/// Levels of nesting, the change itself being level 1 (C4).
pub const MAX_DEPTH: usize = 16;
/// Ids in `over` for one field (C4).
pub const MAX_OVER: usize = 64;

/// Why a text is not an acceptable change. It goes to quarantine, whole; nothing else is touched (M2).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// Not JSON, or JSON with a fraction, a number out of range or a key written twice (C1, I3).
    #[error("not readable as a change: {0}")]
    Unreadable(#[from] Broken),
    /// JSON, but no object.
    #[error("not readable as a change: not an object")]
    NotAnObject,
    /// A member that every change has is missing or is not of its form.
    #[error("`{0}` is missing or not of its form")]
    Member(&'static str),
    /// A limit of C4 is passed.
    #[error("too large: {0}")]
    TooLarge(&'static str),
    /// The id is not the hash of what the change says: the text was altered after it was written.
    #[error("the id {stated} does not match the content, which is {actual}")]
    WrongId { stated: ChangeId, actual: ChangeId },
    /// A piece of a broken file that belonged to a change or a photo.
    #[error("a piece of a broken file")]
    Piece,
    /// A photo that is not what it says it is (I6).
    #[error("a photo that is not what it says: {0}")]
    Photo(&'static str),
}

/// Limits that hold anywhere in a change (C4). The change itself is level 1, so what its members hold begins at level 2.
pub fn check_limits(members: &Map<Value>) -> Result<(), Rejected> {
    members.values().try_for_each(|value| check_value(value, 2))
}

fn check_value(value: &Value, level: usize) -> Result<(), Rejected> {
    match value {
        Value::Text(text) => check_text(text),
        Value::List(_) | Value::Map(_) if level > MAX_DEPTH => Err(Rejected::TooLarge("nesting")),
        Value::List(items) => items.iter().try_for_each(|item| check_value(item, level + 1)),
        Value::Map(members) => members.iter().try_for_each(|(key, item)| {
            check_text(key)?;
            check_value(item, level + 1)
        }),
        Value::Null | Value::Bool(_) | Value::Int(_) => Ok(()),
    }
}

fn check_text(text: &str) -> Result<(), Rejected> {
    if text.len() > MAX_TEXT { Err(Rejected::TooLarge("text")) } else { Ok(()) }
}

/// A field name: `[a-z][a-z0-9_]{0,63}`, never `id`.
pub fn is_field_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && name != "id"
}

/// The members of an object by name, taken out one by one so that what is left over is known (C2).
pub struct Members<'a>(pub &'a Map<Value>);

impl<'a> Members<'a> {
    pub fn text(&self, name: &'static str) -> Result<&'a str, Rejected> {
        self.0.get(name).and_then(Value::as_text).ok_or(Rejected::Member(name))
    }

    pub fn object(&self, name: &'static str) -> Result<&'a Map<Value>, Rejected> {
        match self.0.get(name) {
            Some(Value::Map(members)) => Ok(members),
            _ => Err(Rejected::Member(name)),
        }
    }

    /// A whole number ≥ 1.
    pub fn positive(&self, name: &'static str) -> Result<i64, Rejected> {
        self.0.get(name).and_then(Value::as_int).filter(|n| *n >= 1).ok_or(Rejected::Member(name))
    }

    pub fn record(&self) -> Result<RecordId, Rejected> {
        RecordId::parse(self.text("record")?).ok_or(Rejected::Member("record"))
    }

    pub fn id(&self, name: &'static str) -> Result<ChangeId, Rejected> {
        ChangeId::parse(self.text(name)?).ok_or(Rejected::Member(name))
    }
}

/// Ids in ascending order. `each_once` forbids repeats.
pub fn sorted_ids(value: &Value, name: &'static str, each_once: bool) -> Result<Vec<ChangeId>, Rejected> {
    let items = value.as_list().ok_or(Rejected::Member(name))?;
    let ids: Vec<ChangeId> = items
        .iter()
        .map(|item| item.as_text().and_then(ChangeId::parse))
        .collect::<Option<_>>()
        .ok_or(Rejected::Member(name))?;
    let sorted = ids.windows(2).all(|pair| match pair {
        [a, b] => a < b || (!each_once && a == b),
        _ => true,
    });
    if sorted { Ok(ids) } else { Err(Rejected::Member(name)) }
}

/// The member `over`: for some fields the ids that were replaced. `may_name` tells which fields it may name.
///
/// An empty list replaces nothing and is taken as it is; a field is named with at most 64 ids (C4).
pub fn read_over(members: &Map<Value>, may_name: impl Fn(&str) -> bool) -> Result<Map<Vec<ChangeId>>, Rejected> {
    let over = match members.get("over") {
        None => return Ok(Map::new()),
        Some(Value::Map(over)) if !over.is_empty() => over,
        Some(_) => return Err(Rejected::Member("over")),
    };
    let mut read = Vec::with_capacity(over.len());
    for (field, ids) in over.iter() {
        let ids = sorted_ids(ids, "over", true)?;
        if !may_name(field) {
            return Err(Rejected::Member("over"));
        }
        if ids.len() > MAX_OVER {
            return Err(Rejected::TooLarge("over"));
        }
        read.push((field.clone(), ids));
    }
    Map::of(read).map_err(|_| Rejected::Member("over"))
}

/// A moment as RFC 3339 writes it, with its offset: `2026-11-24T08:11:22-05:00`.
pub fn is_rfc3339(text: &str) -> bool {
    fn parse(text: &str) -> Option<()> {
        let (date, rest) = text.split_once(['T', 't'])?;
        let year = number(date.get(..4)?, 0, 9999)?;
        let [month, day] = [date.get(4..7)?, date.get(7..)?].map(|part| part.strip_prefix('-'));
        let month = number(month?, 1, 12)?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        number(day?, 1, days)?;
        let (time, rest) = (rest.get(..8)?, rest.get(8..)?);
        clock(time.get(..5)?)?;
        number(time.get(5..)?.strip_prefix(':')?, 0, 60)?;
        let offset = match rest.strip_prefix('.') {
            None => rest,
            Some(fraction) => {
                let offset = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
                (offset.len() < fraction.len()).then_some(offset)?
            }
        };
        match offset {
            "Z" | "z" => Some(()),
            _ => clock(offset.strip_prefix(['+', '-'])?),
        }
    }
    fn clock(text: &str) -> Option<()> {
        let (hours, minutes) = text.split_once(':')?;
        number(hours, 0, 23)?;
        number(minutes, 0, 59).map(|_| ())
    }
    fn number(text: &str, least: u32, most: u32) -> Option<u32> {
        let digits = if most > 99 { 4 } else { 2 };
        let fits = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|n| fits && (least..=most).contains(n))
    }
    parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_rfc_3339_writes_them() {
        for good in ["2026-11-24T08:11:22-05:00", "2024-02-29t23:59:60.123Z", "0000-01-01T00:00:00+00:00"] {
            assert!(is_rfc3339(good), "{good}");
        }
        for bad in [
            "",
            "2026-11-24",
            "2026-11-24T08:11:22",
            "2026-11-24 08:11:22Z",
            "2026-13-01T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2026-11-24T24:00:00Z",
            "2026-11-24T08:11:22.Z",
            "2026-11-24T08:11:22-5:00",
            "2026-11-24T08:11:22+05:00x",
            "２026-11-24T08:11:22Z",
        ] {
            assert!(!is_rfc3339(bad), "{bad}");
        }
    }

    #[test]
    fn field_names_fit_the_pattern_and_are_never_id() {
        for good in ["a", "starts_on", "x9_", "label_es"] {
            assert!(is_field_name(good), "{good}");
        }
        for bad in ["", "id", "A", "9a", "_a", "a-b", "ñ", &"a".repeat(65)] {
            assert!(!is_field_name(bad), "{bad}");
        }
    }
}
