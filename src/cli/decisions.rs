//! `ayni decisions`: who decided what where people had written different things, as one CSV table.

use super::files::Photos;
use super::tables::cell;
use super::union::Union;
use super::{End, Failure, args, output};
use crate::app::Names;
use crate::app::decisions::{Decision, decisions, table};
use crate::i18n::Lang;
use crate::log::Log;
use crate::record::Value;

const COLUMNS: [&str; 8] = ["record", "field", "kept", "set_aside", "device", "name", "at", "stands"];

pub fn run(args: &args::Decisions) -> Result<End, Failure> {
    let union = Union::load(&args.files, Photos::Leave)?;
    union.may_replace(&args.output, false)?;
    output::put(&args.output, table(&rows(&union.log), ',').as_bytes())?;
    union.tell_damaged();
    Ok(if union.refused > 0 { End::Refused } else { End::Fine })
}

fn rows(log: &Log) -> Vec<Vec<String>> {
    // The names of devices are in no language.
    let names = Names { log, lang: Lang::En };
    let row = |one: Decision| {
        let (name, stands) = (names.device(&one.by), one.stands.to_string());
        let (kept, aside) = (cell(&one.kept), cell(&Value::List(one.aside)));
        vec![one.record.to_string(), one.field, kept, aside, one.by.to_string(), name, one.at, stands]
    };
    let head = COLUMNS.iter().map(|column| (*column).to_owned()).collect();
    std::iter::once(head).chain(decisions(log).into_iter().map(row)).collect()
}
