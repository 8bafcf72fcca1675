//! Reports as the screens list and begin them.

use super::{Form, Names, Now};
use crate::i18n::Lang;
use crate::log::Log;
use crate::record::template::Template;
use crate::record::{Draft, Field, Kind, RecordId, gather};

/// A report in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    pub record: RecordId,
    /// Empty where nobody named it.
    pub title: String,
    pub template: Template,
    /// RFC 3339.
    pub changed_at: String,
}

/// Those that are not in the bin, the one that was changed last first.
pub fn reports(log: &Log) -> Vec<ReportLine> {
    let all = log.records_of(Kind::Report).filter(|view| !view.is_binned());
    let line = |view: crate::log::RecordView| {
        let fields = view.fields();
        let last = view.last();
        let line = ReportLine {
            record: view.id().clone(),
            title: fields.text(Field::Title).trim().to_owned(),
            template: Template::from_name(fields.text(Field::Template)).unwrap_or_default(),
            changed_at: last.map(|change| change.at().to_owned()).unwrap_or_default(),
        };
        (last.map(|change| (change.tick(), change.id())), line)
    };
    let all = all.map(line).collect();
    let all = gather::ordered(all, |(a, _): &(Option<_>, ReportLine), (b, _): &(Option<_>, ReportLine)| b.cmp(a));
    all.into_iter().map(|(_, line)| line).collect()
}

/// A new report, in the language of the screen until somebody chooses another one.
pub fn new_report(record: RecordId, lang: Lang) -> Form {
    let mut draft = Draft::new(record);
    draft.fields.set(Field::Template, Template::default().name());
    draft.fields.set(Field::Language, lang.code());
    Form::of_plain(draft)
}

/// What can be chosen: references with their names.
pub fn choices(names: Names, kind: Kind) -> Vec<(String, String)> {
    let all = names.log.records_of(kind).filter(|view| !view.is_binned());
    let named = |view: crate::log::RecordView| {
        let fields = view.fields();
        let name = match kind {
            Kind::Visit => {
                let day = fields.text(Field::StartsOn);
                let day = if day.is_empty() { String::new() } else { [&names.lang.date_short(day), " · "].concat() };
                [day, super::visit_title(names, &fields)].concat()
            }
            _ => names.own(view.id()),
        };
        (view.id().as_str().to_owned(), name)
    };
    let all = all.map(named).collect();
    gather::ordered(all, |a: &(String, String), b: &(String, String)| a.1.cmp(&b.1))
}

/// The name of the file of a report: `informe-intercambio-2026-11-26.docx`.
pub fn file_name(lang: Lang, template: Template, now: Now, end: &str) -> String {
    let what = match (lang, template) {
        (Lang::Es, Template::Exchange) => "informe-intercambio",
        (Lang::Es, Template::Visit) => "informe-visita",
        (Lang::En, Template::Exchange) => "report-exchange",
        (Lang::En, Template::Visit) => "report-visit",
    };
    [what, "-", &now.date(), ".", end].concat()
}
