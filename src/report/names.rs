//! What records and references are called on screen, in the language of the person.

use crate::i18n::Lang;
use crate::insight::indicators::{Indicator, Number};
use crate::insight::joins::{resolve, standing};
use crate::insight::trainings::Dimension;
use crate::log::{DeviceId, Log};
use crate::record::{Choice, Field, Kind, RecordId, Value, gazetteer};

/// Looks names up in the log and the gazetteer. What has no name yet is shown by its id rather than not at all.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub log: &'a Log,
    pub lang: Lang,
}

impl Names<'_> {
    fn text(&self, record: &RecordId, field: Field) -> Option<String> {
        let text = self.log.shown(record, field.name())?.as_text()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// What has a name in each language: in the person's, else in the other one.
    fn in_either(&self, record: &RecordId, es: Field, en: Field) -> Option<String> {
        let (first, second) = match self.lang {
            Lang::Es => (es, en),
            Lang::En => (en, es),
        };
        self.text(record, first).or_else(|| self.text(record, second))
    }

    /// The name of what a reference (`kind/rid`) points to: of what stands for it, where that was joined.
    pub fn of(&self, reference: &str) -> String {
        match RecordId::parse(reference) {
            Some(record) if record.kind() == Some(Kind::Term) => self.own(&resolve(self.log, record)),
            Some(record) => self.own(&standing(self.log, record)),
            None => reference.to_owned(),
        }
    }

    /// The name that a record itself has, joined or not.
    pub fn own(&self, record: &RecordId) -> String {
        let named = match record.kind() {
            Some(Kind::Term) => self.in_either(record, Field::LabelEs, Field::LabelEn),
            Some(Kind::Indicator) => self.in_either(record, Field::NameEs, Field::NameEn),
            Some(Kind::Exchange) => self.text(record, Field::Title),
            _ => self.text(record, Field::Name),
        };
        named.unwrap_or_else(|| record.to_string())
    }

    /// Several references, with commas. Two that were joined are one word.
    pub fn list(&self, references: &[Value]) -> String {
        let names = references.iter().filter_map(Value::as_text).map(|reference| self.of(reference));
        each_once(names).join(", ")
    }

    /// "Cotacachi · Imbabura"; a code of no known municipality is shown as it is.
    pub fn municipality(&self, code: &str) -> String {
        match gazetteer::find(code) {
            Some(place) => [place.name, " · ", place.above].concat(),
            None => code.to_owned(),
        }
    }

    /// Who a device is: its name in the log, else its id.
    pub fn device(&self, device: &DeviceId) -> String {
        let record = RecordId::new(Kind::Device, device.as_str());
        record.and_then(|record| self.text(&record, Field::Name)).unwrap_or_else(|| device.to_string())
    }
}

/// What a key of a table is called; "not recorded" where there is none.
pub fn key_in_words(names: Names, by: Dimension, key: &str) -> String {
    let words = names.lang.words();
    let choice = || match Choice::from_name(key) {
        Some(choice) => (words.labels.choice)(choice).to_owned(),
        None => key.to_owned(),
    };
    match by {
        _ if key.is_empty() => words.common.not_recorded.to_owned(),
        Dimension::Year => key.to_owned(),
        Dimension::Month => names.lang.month(key),
        Dimension::Municipality => names.municipality(key),
        Dimension::Region => gazetteer::all()
            .iter()
            .find(|place| place.id.starts_with(key))
            .map_or_else(|| key.to_owned(), |place| [place.above, " · ", place.country].concat()),
        Dimension::Topic | Dimension::Area | Dimension::Organiser => names.of(key),
        Dimension::Method | Dimension::Sex | Dimension::Role => choice(),
        Dimension::Age => (words.pad().age)(key),
    }
}

/// A number of an indicator, or the two between which it lies; "—" where it is not known what counts.
pub fn number_in_words(lang: Lang, number: Number) -> String {
    let told = |number: i64| lang.number(number);
    between(lang, number.bounds().map(|(lower, upper)| (told(lower), told(upper))))
}

/// How far an indicator came, in percent; "—" where it can not be said (rule 6).
pub fn progress_in_words(lang: Lang, indicator: &Indicator, target: Option<i64>, reached: Number) -> String {
    let percent = |reached| indicator.progress(target, reached).map(|percent| lang.percent(percent));
    between(lang, reached.bounds().and_then(|(lower, upper)| percent(lower).zip(percent(upper))))
}

fn between(lang: Lang, told: Option<(String, String)>) -> String {
    match told {
        None => "—".to_owned(),
        Some((lower, upper)) if lower == upper => lower,
        Some((lower, upper)) => (lang.words().figures().between)(&lower, &upper),
    }
}

/// The texts in their order, each the first time it comes.
pub fn each_once(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}
