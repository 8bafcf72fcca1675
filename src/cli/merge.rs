//! `ayni merge`: one file with everything that the files hold, or with what somebody lacks of it.

use super::files::{self, Photos, is_standard, name_of};
use super::made::Moment;
use super::output::{is_same, part_path, put, put_all};
use super::say::{count, tell};
use super::union::Union;
use super::{End, Failure, args};
use crate::exchange::{Contains, Made, write_parts};
use std::path::Path;

pub fn run(args: &args::Merge) -> Result<End, Failure> {
    files::only_once(args.files.files.iter().chain(&args.since))?;
    let moment = Moment::of(args.made.at.as_deref())?;
    let since = args.since.as_deref().map(|path| files::one(path, &args.files.key)).transpose()?;
    if args.since.as_deref().is_some_and(|path| is_same(path, &args.output)) {
        return Err(Failure::Usage("-o names the file of --since: choose another name".to_owned()));
    }
    let mut union = Union::load(&args.files, Photos::Take)?;
    if union.read == 0 {
        return Ok(End::Refused);
    }
    let unnamed = union.unnamed_photos();
    let contains = match &since {
        Some(parcel) => Contains::NewSince(&parcel.header.have, &parcel.header.missing),
        None => Contains::Everything,
    };
    let made = Made { at: &moment.at, by: &args.made.by, device: &args.device };
    write(&mut union, &made, contains, unnamed == 0, &args.output)?;
    union.tell_damaged();
    if unnamed > 0 {
        tell(&[&count(unnamed, "photo"), " left out: no change names them"].concat());
    }
    Ok(if union.refused > 0 { End::Refused } else { End::Fine })
}

/// Writes the file, or its parts, and says what is in it. `everything` tells whether all that was read goes out.
pub fn write(union: &mut Union, made: &Made, contains: Contains, everything: bool, out: &Path) -> Result<(), Failure> {
    let photos = union.take_photos();
    let parts = write_parts(&union.log, made, contains, &photos);
    drop(photos);
    let of = parts.len();
    let everything = everything && contains == Contains::Everything;
    (1..=of).try_for_each(|number| union.may_replace(&part_path(out, number, of), everything))?;
    match parts.as_slice() {
        [only] => put(out, only.as_bytes())?,
        _ if is_standard(out) => {
            let why = format!("the photos fill {of} parts, and standard output takes one: name a file with -o");
            return Err(Failure::Usage(why));
        }
        _ => put_all((1..).zip(parts).map(|(number, part)| (part_path(out, number, of), part)))?,
    }
    if !is_standard(out) {
        let set = [count(union.log.len(), "change"), count(union.log.records().count(), "record")].join(" of ");
        let what = if contains == Contains::Everything { "" } else { "only what is new, of " };
        let parts = if of > 1 { format!(", in {of} parts") } else { String::new() };
        tell(&[&name_of(out), ": ", what, &set, &parts].concat());
    }
    Ok(())
}
