//! `ayni tables`: what people recorded, as tables. Raw: one CSV table for each kind (RFC 4180, UTF-8), with the names of the log.
//! For others: what the page "Files for others" gives.

use super::files::{Photos, name_of};
use super::made::Moment;
use super::say::{count, tell};
use super::union::Union;
use super::{End, Failure, args, output};
use crate::app::shipped;
use crate::i18n::Lang;
use crate::log::{Log, RecordView, TRASHED, canonical};
use crate::record::{Map, Name, Value, gather};
use crate::report::csv::{Separator, safe as text};
use crate::report::others::{self, Format};
use crate::report::sheets::{Asked, Audience};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

/// The column with the name of the record; no field is called so.
const ID: &str = "id";

pub fn run(args: &args::Tables) -> Result<End, Failure> {
    if args.separator.is_some() && args.format.as_deref() != Some("csv") {
        return Err(Failure::Usage("--separator is for --format csv: the others have one way of their own".to_owned()));
    }
    let mut union = Union::load(&args.files, Photos::Leave)?;
    let failed = |reason| Failure::Write { name: name_of(&args.output), reason };
    fs::create_dir_all(&args.output).map_err(failed)?;
    let files = match &args.format {
        Some(format) => for_others(&mut union.log, args, format)?,
        None => {
            let tables = tables(&union.log, args.with_binned).map_err(failed)?;
            tables.into_iter().map(|(kind, table)| (kind + ".csv", table)).collect()
        }
    };
    let kinds = files.len();
    output::put_all(files.into_iter().map(|(name, bytes)| (args.output.join(name), bytes)))?;
    union.tell_damaged();
    let conflicts: usize = union.log.records().map(|record| record.conflicts().len()).sum();
    if conflicts > 0 {
        tell(&[&count(conflicts, "field"), " in conflict: the tables have the first value of each"].concat());
    }
    let noun = if args.format.is_some() { "file" } else { "table" };
    tell(&[&name_of(&args.output), ": ", &count(kinds, noun)].concat());
    Ok(if union.refused > 0 { End::Refused } else { End::Fine })
}

/// Names and bytes of the files. The words of the shipped lists have their names even where no file carries them.
fn for_others(log: &mut Log, args: &args::Tables, format: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    shipped::vocabulary().entries().for_each(|entry| {
        log.accept(entry.clone());
    });
    let lang = Lang::from_code(&args.language);
    let audience = if args.audience == "public" { Audience::Public } else { Audience::Team };
    let format = match format {
        "csv" => Format::Csv(args.separator.unwrap_or(Separator::of(lang))),
        "hxl" => Format::Hxl,
        "geojson" => Format::GeoJson,
        _ => Format::Xlsx,
    };
    let moment = Moment::of(args.at.as_deref())?;
    let made = others::make(Asked { log, lang, audience, at: &moment.at }, format).finish();
    let files = made.ok_or_else(|| Failure::Usage("the tables can not be packed into one file".to_owned()))?;
    Ok(files.into_iter().map(|file| (file.name, file.bytes)).collect())
}

/// The tables by kind. A kind of which every record is left out has none.
pub fn tables(log: &Log, with_binned: bool) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut kinds: BTreeMap<&str, Vec<RecordView>> = BTreeMap::new();
    for record in log.records().filter(|record| with_binned || !record.is_binned()) {
        kinds.entry(record.id().kind_name()).or_default().push(record);
    }
    kinds.into_iter().map(|(kind, records)| Ok((kind.to_owned(), table(&records, with_binned)?))).collect()
}

fn table(records: &[RecordView], with_binned: bool) -> io::Result<Vec<u8>> {
    let fields = |record: &RecordView| {
        let mut fields = record.fields().0;
        if !with_binned {
            fields.remove(TRASHED);
        }
        fields
    };
    // Asked for twice rather than held for all records at once.
    let names: BTreeSet<Name> =
        gather::set(records.iter().flat_map(|record| fields(record).into_iter().map(|(name, _)| name)));
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record([ID].into_iter().chain(names.iter().map(Name::as_str)))?;
    for record in records {
        let fields: Map<Value> = fields(record);
        let cells = names.iter().map(|name| fields.get(name).map(cell).unwrap_or_default());
        table.write_record([text(record.id().rid())].into_iter().chain(cells))?;
    }
    table.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// How a value stands in a cell; a cleared one leaves it empty.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Text(words) => text(words),
        Value::List(_) | Value::Map(_) => canonical(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_what_it_is_and_never_run() {
        let check = |value: Value, expected: &str| assert_eq!(cell(&value), expected);
        check("=HYPERLINK(\"http://x\")".into(), "'=HYPERLINK(\"http://x\")");
        for first in ["+", "-", "@", "\t", "\r"] {
            check([first, "1"].concat().into(), &["'", first, "1"].concat());
        }
        check((-5).into(), "-5");
        check("café = 3".into(), "café = 3");
        check(true.into(), "true");
        check(Value::Null, "");
        check(vec![Value::from("=1"), 2.into()].into(), r#"["=1",2]"#);
    }
}
