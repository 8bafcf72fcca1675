//! What can be asked for, and the help that says so.

use crate::insight::trainings::{AgeWanted, Dimension, Measure};
use crate::log::{ChangeId, DeviceId, is_rfc3339};
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::cells::{ROLES, SEXES};
use crate::record::periods::is_date;
use crate::record::{Choice, RecordId};
use crate::report::csv::Separator;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

const EXIT: &str = "\
Exit status:
  0  fine
  1  check found something damaged or refused
  2  the arguments can not be carried out
  3  a file was refused; what could be done without it was done
  4  a file could not be read or written

FILE may be - for standard input. The app itself runs in a browser: `cargo xtask run` builds it and prints the address.";

/// Looks at, merges and protects files of Ayni, a field notebook for South-South exchanges
#[derive(Debug, Parser)]
#[command(name = "ayni", version, after_help = EXIT, disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    View(View),
    Merge(Merge),
    Check(Check),
    Erase(Erase),
    Tables(Tables),
    Decisions(Decisions),
    Figures(Figures),
    Report(super::report::Args),
    Seal(Seal),
    Open(Open),
}

/// The files that are read, and how protected ones among them are opened.
#[derive(Debug, clap::Args)]
pub struct Files {
    /// Files of Ayni, in any order; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub key: Key,
}

/// Where a passphrase comes from.
#[derive(Debug, clap::Args)]
pub struct Key {
    /// A file with the passphrase of protected files; else the variable AYNI_PASSPHRASE is used
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// Who is named as the maker of a file, and when.
#[derive(Debug, clap::Args)]
pub struct Made {
    /// Who makes the file: a team, a role or a person
    #[arg(long, value_name = "NAME", default_value = "Ayni")]
    pub by: String,
    /// When, as 2026-11-24T08:11:22-05:00; the same moment gives the same file [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub at: Option<String>,
}

/// Print what all files together show, as one JSON object (section 6 of the format)
#[derive(Debug, clap::Args)]
pub struct View {
    #[command(flatten)]
    pub files: Files,
}

/// Write one file with everything that the files hold
#[derive(Debug, clap::Args)]
pub struct Merge {
    #[command(flatten)]
    pub files: Files,
    /// Where to; - is standard output. More than 20 MB of photos go to OUT-2-of-3 and so on
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Write only the changes and photos that the maker of this file lacks
    #[arg(long, value_name = "FILE")]
    pub since: Option<PathBuf>,
    #[command(flatten)]
    pub made: Made,
    /// The device named as the maker. A terminal writes no changes, so it needs none of its own
    #[arg(long, value_name = "DEVICE", default_value = "cli0000000", value_parser = device)]
    pub device: DeviceId,
}

/// Say of each file what is whole, new, known already, damaged or missing
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    pub files: Files,
    /// The same as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Erase changes for ever and write a file in which only their places are left
///
/// Other copies keep what was erased until they load that file.
#[derive(Debug, clap::Args)]
pub struct Erase {
    #[command(flatten)]
    pub files: Files,
    /// Changes to erase, by id
    #[arg(long, value_name = "ID", num_args = 1.., required_unless_present = "record", value_parser = change)]
    pub change: Vec<ChangeId>,
    /// Records of which all changes are erased, as visit/7h2k9q
    #[arg(long, value_name = "RECORD", num_args = 1.., value_parser = record)]
    pub record: Vec<RecordId>,
    /// Why; everyone who loads the file can read it
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The device that writes the erasure, 10 characters a-z0-9: one of your own that writes nowhere else, or a new one.
    /// Of a device that wrote before, give the files that hold all it wrote
    #[arg(long, value_name = "DEVICE", value_parser = device)]
    pub device: DeviceId,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    #[command(flatten)]
    pub made: Made,
    /// Do not ask; needed where there is no terminal to ask on
    #[arg(long)]
    pub yes: bool,
}

/// Write what people recorded as tables: spreadsheets, open data
///
/// Without --format: one CSV table for each kind of record, with the names of the log, for scripts. A field in conflict shows the
/// first of its values; lists and objects are JSON. Texts that a spreadsheet would run as a formula get a leading apostrophe.
///
/// With --format: tables for people, with headings in a language, names instead of references, and figures of the trainings. What is
/// for the public has only what may be shared, in coarse places, with small groups hidden.
#[derive(Debug, clap::Args)]
pub struct Tables {
    #[command(flatten)]
    pub files: Files,
    /// The folder for the tables; it is made if it is not there
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Also records in the bin; the column `trashed` tells them apart
    #[arg(long, conflicts_with = "format")]
    pub with_binned: bool,
    /// xlsx (one workbook), csv (a file for each table), hxl (the same with HXL hashtags), geojson (what has a point)
    #[arg(long, value_name = "FORMAT", value_parser = ["xlsx", "csv", "hxl", "geojson"])]
    pub format: Option<String>,
    /// Whom it is for: team or public
    #[arg(long = "for", value_name = "WHOM", requires = "format", default_value = "team", value_parser = ["team", "public"])]
    pub audience: String,
    /// The language of headings and words: es or en
    #[arg(long, value_name = "LANGUAGE", requires = "format", default_value = "en", value_parser = ["es", "en"])]
    pub language: String,
    /// Between the cells of csv: comma or semicolon, with a decimal comma [default: as the language has it]
    #[arg(long, value_name = "SIGN", requires = "format", value_parser = separator)]
    pub separator: Option<Separator>,
    /// When it is made, as 2026-11-24T08:11:22-05:00; the same moment gives the same files [default: now]
    #[arg(long, value_name = "MOMENT", requires = "format", value_parser = moment)]
    pub at: Option<String>,
}

/// Write who decided what where people had written different things, as one CSV table, the latest first
///
/// Texts that a spreadsheet would run as a formula get a leading apostrophe; lists and objects are JSON.
#[derive(Debug, clap::Args)]
pub struct Decisions {
    #[command(flatten)]
    pub files: Files,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    pub output: PathBuf,
}

/// Count the trainings: sessions, attendances and different people, as one JSON object
///
/// Of several values of one option any fits; all options have to. A topic, an area, an organisation is named by its id or by
/// its name in either language. People are bounds: who came twice is not known. What others reported is listed apart.
#[derive(Debug, clap::Args)]
pub struct Figures {
    #[command(flatten)]
    pub files: Files,
    /// The first day, as 2026-05-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<String>,
    /// The last day
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: Option<String>,
    /// What was taught
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Production area
    #[arg(long, value_name = "AREA")]
    pub area: Vec<String>,
    /// By which method: field_school, workshop, exchange_visit, demonstration, farmer_to_farmer, on_farm_advice, other
    #[arg(long, value_name = "METHOD")]
    pub method: Vec<String>,
    /// Where: a country, unit or municipality of the gazetteer (EC, EC10, EC1003), or place/<id>
    #[arg(long, value_name = "CODE")]
    pub place: Vec<String>,
    /// Who organises
    #[arg(long, value_name = "ORGANISATION")]
    pub organiser: Vec<String>,
    /// Who funds
    #[arg(long, value_name = "ORGANISATION")]
    pub funder: Vec<String>,
    /// One course, as course/7h2k9q
    #[arg(long, value_name = "COURSE", value_parser = record)]
    pub course: Option<RecordId>,
    /// Only people of this sex: female, male, other_or_not_stated
    #[arg(long, value_name = "SEX", value_parser = sex)]
    pub sex: Option<Choice>,
    /// Only people of this role: producer, official, promoter, staff, student, other
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub role: Option<Choice>,
    /// Only people of these ages: 18-29, 60+, <18, a band such as 18_29, or not_recorded. Bands are put together, never split
    #[arg(long, value_name = "AGES", value_parser = ages)]
    pub age: Option<AgeWanted>,
    /// Add a table by one or two of: year, month, municipality, region, topic, area, method, organiser, sex, age, role
    #[arg(long, value_name = "BY", num_args = 1..=2, value_parser = dimension)]
    pub by: Vec<Dimension>,
    /// What the table counts
    #[arg(long, value_name = "WHAT", default_value = "attendances", value_parser = measure)]
    pub count: Measure,
    /// Ages to put together in the table, as 15-29 30+
    #[arg(long, value_name = "AGES", num_args = 1.., value_parser = band)]
    pub bands: Vec<Band>,
    /// Add the visits by area, theme, place, type and month, of the asked-for days, areas and places
    #[arg(long)]
    pub visits: bool,
    /// Add the commitments made on those visits: open, overdue, done, done late, dropped, on the day of --on
    #[arg(long, requires = "on")]
    pub agreements: bool,
    /// The day from which it is seen what is overdue
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Option<String>,
    /// Add the indicators: what was reached in each period, and the share of the way where there is a start and a target
    #[arg(long)]
    pub indicators: bool,
}

/// Protect a file with a passphrase
///
/// There is no way round a forgotten passphrase.
#[derive(Debug, clap::Args)]
pub struct Seal {
    /// A file of Ayni; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    #[command(flatten)]
    pub key: Key,
}

/// Open a file that is protected with a passphrase
#[derive(Debug, clap::Args)]
pub struct Open {
    /// A protected file; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    #[command(flatten)]
    pub key: Key,
}

pub fn moment(text: &str) -> Result<String, &'static str> {
    if is_rfc3339(text) { Ok(text.to_owned()) } else { Err("a moment looks like 2026-11-24T08:11:22-05:00") }
}

fn device(text: &str) -> Result<DeviceId, &'static str> {
    DeviceId::parse(text).ok_or("a device is 10 characters a-z0-9")
}

fn change(text: &str) -> Result<ChangeId, &'static str> {
    ChangeId::parse(text).ok_or("the id of a change is 26 characters a-z2-7")
}

pub fn record(text: &str) -> Result<RecordId, &'static str> {
    RecordId::parse(text).ok_or("a record is kind/rid, as visit/7h2k9q")
}

pub fn date(text: &str) -> Result<String, &'static str> {
    if is_date(text) { Ok(text.to_owned()) } else { Err("a date looks like 2026-11-24") }
}

fn sex(text: &str) -> Result<Choice, &'static str> {
    one_of(&SEXES, text).ok_or("one of female, male, other_or_not_stated")
}

fn role(text: &str) -> Result<Choice, &'static str> {
    one_of(&ROLES, text).ok_or("one of producer, official, promoter, staff, student, other")
}

fn one_of(choices: &[Choice], text: &str) -> Option<Choice> {
    choices.iter().copied().find(|choice| choice.name() == text)
}

fn ages(text: &str) -> Result<AgeWanted, &'static str> {
    if text == NOT_RECORDED { Ok(AgeWanted::NotRecorded) } else { band(text).map(AgeWanted::Band) }
}

fn band(text: &str) -> Result<Band, &'static str> {
    Band::of_text(text).ok_or("ages look like 18-29, 60+ or <18")
}

fn dimension(text: &str) -> Result<Dimension, &'static str> {
    Dimension::from_name(text)
        .ok_or("one of year, month, municipality, region, topic, area, method, organiser, sex, age, role")
}

fn separator(text: &str) -> Result<Separator, &'static str> {
    match text {
        "," | "comma" => Ok(Separator::Comma),
        ";" | "semicolon" => Ok(Separator::Semicolon),
        _ => Err("comma or semicolon"),
    }
}

fn measure(text: &str) -> Result<Measure, &'static str> {
    match text {
        "attendances" => Ok(Measure::Attendances),
        "sessions" => Ok(Measure::Sessions),
        _ => Err("attendances or sessions: bounds of people do not add up"),
    }
}
