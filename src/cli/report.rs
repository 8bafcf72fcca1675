//! `ayni report`: what is handed in, from a template, filled from the records. The page "Report" gives the same.

use super::args::{Files, date, moment, record};
use super::files::{Photos, name_of};
use super::made::Moment;
use super::say::{count, tell};
use super::union::Union;
use super::{End, Failure, output};
use crate::app::shipped;
use crate::exchange::Photo;
use crate::i18n::Lang;
use crate::record::RecordId;
use crate::record::periods::Period;
use crate::record::template::Template;
use crate::report::docx::{Picture, docx};
use crate::report::fill::{Asked, Audience, fill};
use crate::report::html::page;
use crate::report::markdown::markdown;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::path::PathBuf;

/// Write a report: every heading of the template filled from the records, beside what people wrote
///
/// Only what was reviewed and is shareable or public enters; how much stays out is said. People are bounds: who came twice is
/// not known. What others reported is listed apart.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub files: Files,
    /// exchange (the form in which an exchange is handed in) or visit (one visit, two pages)
    #[arg(long, value_name = "NAME", default_value = "exchange", value_parser = ["exchange", "visit"])]
    pub template: String,
    /// The language of the report: es or en
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = ["es", "en"])]
    pub language: String,
    /// md, html (one file, with the photos inside) or docx
    #[arg(long, value_name = "FORMAT", default_value = "md", value_parser = ["md", "html", "docx"])]
    pub format: String,
    /// Whom it is for: team or public
    #[arg(long = "for", value_name = "WHOM", default_value = "team", value_parser = ["team", "public"])]
    pub audience: String,
    /// The first day, as 2026-05-01
    #[arg(long, value_name = "DATE", value_parser = date, requires = "to")]
    pub from: Option<String>,
    /// The last day
    #[arg(long, value_name = "DATE", value_parser = date, requires = "from")]
    pub to: Option<String>,
    /// Which exchange, as exchange/7h2k9q [default: the only one]
    #[arg(long, value_name = "EXCHANGE", value_parser = record)]
    pub exchange: Option<RecordId>,
    /// Which visit, for the template visit, as visit/7h2k9q
    #[arg(long, value_name = "VISIT", value_parser = record, required_if_eq("template", "visit"))]
    pub visit: Option<RecordId>,
    /// The report that holds what people wrote, as report/7h2k9q [default: none of it is in it]
    #[arg(long, value_name = "REPORT", value_parser = record)]
    pub report: Option<RecordId>,
    /// When it is made, as 2026-11-24T08:11:22-05:00; the same moment gives the same file [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub at: Option<String>,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    pub output: PathBuf,
}

pub fn run(args: &Args) -> Result<End, Failure> {
    let period = args.from.clone().zip(args.to.clone()).map(|(from, to)| Period { from, to });
    if period.as_ref().is_some_and(|period| period.from > period.to) {
        return Err(Failure::Usage("--from is later than --to".to_owned()));
    }
    let mut union = Union::load(&args.files, Photos::Take)?;
    for (option, named) in [("--exchange", &args.exchange), ("--visit", &args.visit), ("--report", &args.report)] {
        if let Some(record) = named.as_ref().filter(|record| union.log.record(record).is_none()) {
            return Err(Failure::Usage(format!("{option}: {record} is in none of the files")));
        }
    }
    // The words of the shipped lists have their names even where no file carries them.
    shipped::vocabulary().entries().for_each(|entry| {
        union.log.accept(entry.clone());
    });
    let moment = Moment::of(args.at.as_deref())?;
    let asked = Asked {
        template: Template::from_name(&args.template).unwrap_or_default(),
        lang: Lang::from_code(&args.language),
        audience: if args.audience == "public" { Audience::Public } else { Audience::Team },
        period,
        exchange: args.exchange.clone(),
        visit: args.visit.clone(),
        report: args.report.clone(),
        today: moment.at.get(..10).unwrap_or_default().to_owned(),
    };
    let document = fill(&union.log, &asked);
    let photos = union.take_photos();
    let photo = |name: &str| photos.iter().find(|photo| photo.sha256 == name);
    let bytes = match args.format.as_str() {
        "html" => page(&document, &|name| Some((photo(name)?.kind.to_owned(), STANDARD.encode(&photo(name)?.bytes))))
            .into_bytes(),
        "docx" => docx(&document, &|name| picture(photo(name)?))
            .ok_or_else(|| Failure::Usage("the report can not be packed into one file".to_owned()))?,
        // A text has no photos in it; their captions stand there.
        _ => markdown(&document, &|_| None).into_bytes(),
    };
    output::put(&args.output, &bytes)?;
    union.tell_damaged();
    let missing = document.attachments().into_iter().filter(|name| photo(name).is_none()).count();
    if missing > 0 && args.format != "md" {
        tell(&[&count(missing, "photo"), " in none of the files: only the captions are in the report"].concat());
    }
    if !document.left_out.is_empty() {
        tell(
            &[
                "not in the report, because not reviewed or only for the team: ",
                &count(document.left_out.len(), "record"),
            ]
            .concat(),
        );
    }
    if args.output.as_os_str() != "-" {
        tell(&[&name_of(&args.output), ": written"].concat());
    }
    Ok(if union.refused > 0 { End::Refused } else { End::Fine })
}

fn picture(photo: &Photo) -> Option<Picture> {
    let (width, height) = photo.size()?;
    Some(Picture { kind: photo.kind.to_owned(), width, height, bytes: photo.bytes.clone() })
}
