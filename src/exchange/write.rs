//! Writing a file (F1–F5, F7).

use super::VERSION;
use crate::log::{Change, DeviceId, Have, Log, canonical, canonical_object, in_order, sha256_hex};
use crate::record::{Field, Map, Value, gather};

/// Who makes the file, when.
#[derive(Clone, Debug)]
pub struct Made<'a> {
    /// RFC 3339 with offset.
    pub at: &'a str,
    /// The name the device goes by: a team, a role or a person.
    pub by: &'a str,
    pub device: &'a DeviceId,
}

const ABOUT: &str = "Field-visit records. 'records' is for people and spreadsheets; 'changes' is what programs merge.";

/// A file with everything the set holds. Each change stands on a line of its own, byte for byte as it is kept (C3, F1).
pub fn write(log: &Log, made: &Made) -> String {
    let mut changes: Vec<&Change> = log.changes().collect();
    let trailer_hash = sha256_hex(ids_of(log.changes()).as_bytes());
    changes = in_order(changes);
    let records = canonical_object(&records(log));
    let made = Value::map([
        ("app", env!("CARGO_PKG_VERSION").into()),
        ("at", made.at.into()),
        ("by", made.by.into()),
        ("device", made.device.as_str().into()),
    ]);
    let part =
        Value::map([("number", 1.into()), ("of", 1.into()), ("set", trailer_hash.get(..6).unwrap_or_default().into())]);
    let end = Value::map([
        ("attachments", 0.into()),
        ("changes", i64::try_from(changes.len()).unwrap_or_default().into()),
        ("records", sha256_hex(records.as_bytes()).into()),
        ("sha256", trailer_hash.into()),
    ]);
    let lines: Vec<&str> = changes.into_iter().map(Change::line).collect();

    let mut out = String::new();
    let mut section = |name: &str, json: &str, after: &str| {
        out.extend(["\"", name, "\":", json, after]);
    };
    section("format", &format!("\"ayni-export\",\"version\":{VERSION}"), ",\n");
    section("about", &canonical(&ABOUT.into()), ",\n");
    section("made", &canonical(&made), ",\n");
    section("contains", "\"everything\"", ",\n");
    section("have", &canonical(&have_value(&log.have())), ",\n");
    section("missing", &canonical(&missing(log)), ",\n");
    section("part", &canonical(&part), ",\n");
    section("records", &records, ",\n");
    section("changes", &["[\n", &lines.join(",\n"), "\n]"].concat(), ",\n");
    section("attachments", "[\n]", ",\n");
    section("end", &canonical(&end), "\n");
    ["{\n", &out, "}\n"].concat()
}

/// F5: what the trailer hashes: the sorted ids, each followed by a line feed.
pub(super) fn ids_of<'a>(changes: impl Iterator<Item = &'a Change>) -> String {
    let ids = gather::set(changes.map(Change::id));
    ids.iter().flat_map(|id| [id.as_str(), "\n"]).collect()
}

/// F4: a version vector as it stands in a file.
pub(super) fn have_value(have: &Have) -> Value {
    let entry = |mark: &crate::log::Mark| Value::map([("seq", mark.seq.into()), ("tip", mark.tip.as_str().into())]);
    Value::Map(have.iter().map(|(device, mark)| (device.as_str().to_owned(), entry(mark))).collect())
}

/// F4: the photos that held changes name and that are not held. This version keeps none.
fn missing(log: &Log) -> Value {
    let named = gather::set(
        log.changes().filter_map(|change| change.set().get("attachment")?.as_text()).filter(|hash| is_sha256(hash)),
    );
    named.into_iter().map(Value::from).collect::<Vec<_>>().into()
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// F2: the view at the time of export, plain, one list per kind; records in the bin are left out.
fn records(log: &Log) -> Map<Value> {
    let mut kinds: Map<Vec<Value>> = Map::new();
    for record in log.records() {
        let mut fields = record.fields();
        if fields.0.remove(Field::Trashed.name()) == Some(Value::Bool(true)) {
            continue;
        }
        fields.0.insert("id".to_owned(), record.id().rid().into());
        match kinds.get_mut(record.id().kind_name()) {
            Some(records) => records.push(Value::Map(fields.0)),
            None => kinds.insert(record.id().kind_name().to_owned(), vec![Value::Map(fields.0)]),
        }
    }
    kinds.into_iter().map(|(kind, records)| (kind, Value::List(records))).collect()
}

/// F7: `ayni-<name or device>-<date>.json`. The name is made fit for every file system; `date` is `YYYY-MM-DD`.
pub fn file_name(name: &str, device: &DeviceId, date: &str) -> String {
    let mut plain = String::new();
    for c in crate::record::text::fold(name).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => plain.push(c),
            _ if plain.is_empty() || plain.ends_with('-') || plain.len() >= 40 => {}
            _ => plain.push('-'),
        }
    }
    let plain = plain.trim_end_matches('-');
    let who = if plain.is_empty() { device.as_str() } else { plain };
    format!("ayni-{who}-{date}.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f7_the_file_is_named_after_who_made_it_and_when() {
        let device = DeviceId::parse("k3v9q2m7x1").expect("ten characters");
        let check = |name: &str, expected: &str| assert_eq!(file_name(name, &device, "2026-11-24"), expected);
        check("Equipo Íntag / Ñuñoa", "ayni-equipo-intag-nunoa-2026-11-24.json");
        check("", "ayni-k3v9q2m7x1-2026-11-24.json");
        check("🌽 ..", "ayni-k3v9q2m7x1-2026-11-24.json");
    }
}
