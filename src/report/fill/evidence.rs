//! What shows that it is so: evidence that was noted with counts and commitments, and photos with consent and caption.

use super::Audience;
use super::scope::Scope;
use crate::record::{Choice, Field, Fields, Kind, RecordId, Value, gather};
use crate::report::document::{Block, Lack, Lacking, Line, Photo, Row, Table};
use crate::report::names::number_in_words;

pub fn evidence(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    blocks.extend(before_and_after(scope));
    let mut lines = Vec::new();
    // What people wrote as evidence is free text; where lists are kept is no matter of the public.
    if scope.asked.audience == Audience::Team {
        let sessions = super::activities::own(scope).map(|session| &session.record);
        let promises = scope.counted.promises.iter().map(|promise| &promise.record);
        for record in sessions.chain(promises) {
            let Some(view) = scope.names.log.record(record) else { continue };
            let said = |field: Field| view.shown(field.name()).and_then(Value::as_text).unwrap_or_default().trim();
            let text = said(Field::Evidence);
            if !text.is_empty() {
                let day = [Field::HeldOn, Field::ClosedOn].into_iter().map(said).find(|day| !day.is_empty());
                let day = day.map(|day| [" (", &scope.day(day), ")"].concat()).unwrap_or_default();
                lines.push(Line::new([text, &day].concat(), vec![record.clone()]));
            }
        }
    }
    if !lines.is_empty() {
        blocks.push(Block::Part(words.evidence));
        blocks.push(Block::Items(lines));
    }
    let captions: Vec<Line> = shown(scope).into_iter().map(|photo| Line::new(photo.caption, photo.records)).collect();
    if !captions.is_empty() {
        blocks.push(Block::Part(words.photos_show));
        blocks.push(Block::Items(captions));
    }
    blocks
}

/// Where a starting point was recorded: what it was, and what it is now.
fn before_and_after(scope: &Scope) -> Option<Block> {
    use crate::insight::indicators::{Number, actual, indicators};
    let words = scope.words();
    let lang = scope.asked.lang;
    let mut rows = Vec::new();
    for indicator in indicators(scope.names.log) {
        let Some(baseline) = indicator.baseline.filter(|number| *number != 0) else { continue };
        let now = actual(&indicator, &scope.trainings, &scope.counted, scope.asked.period.as_ref());
        if now.number == Number::Unknown {
            continue;
        }
        let told = number_in_words(lang, now.number);
        let name = scope.names.own(&indicator.record);
        let on = if indicator.baseline_on.is_empty() {
            String::new()
        } else {
            [" (", &scope.day(&indicator.baseline_on), ")"].concat()
        };
        let mut records = vec![indicator.record.clone()];
        records.extend(now.records);
        rows.push(Row { cells: vec![name, [lang.number(baseline), on].concat(), told], records });
    }
    let head = [words.indicator, words.before, words.now].map(str::to_owned).to_vec();
    (!rows.is_empty())
        .then(|| Block::Table(Table { caption: words.before_and_now.to_owned(), head, rows, words: 1, note: None }))
}

/// The photos that may be shown.
pub fn photos(scope: &Scope) -> Vec<Block> {
    // A copy for the public holds no photos (F3).
    if scope.asked.audience == Audience::Public {
        return Vec::new();
    }
    shown(scope).into_iter().map(Block::Photo).collect()
}

fn shown(scope: &Scope) -> Vec<Photo> {
    let of = |(record, fields): (RecordId, Fields)| {
        let caption = fields.text(Field::Caption).trim().to_owned();
        // Where two people said different things of it, the stricter holds.
        let said = scope.names.log.record(&record).map(|view| view.variants(Field::Consent.name())).unwrap_or_default();
        let is_given = !said.is_empty() && said.iter().all(|said| said.value.as_text() == Some(Choice::Given.name()));
        let attachment = fields.text(Field::Attachment).to_owned();
        let of = RecordId::parse(fields.text(Field::Of));
        (is_given && !caption.is_empty() && !attachment.is_empty()).then(|| Photo {
            attachment,
            caption,
            records: [record].into_iter().chain(of).collect(),
        })
    };
    taken(scope).into_iter().filter_map(of).collect()
}

/// The photos of the visits and sessions that the report is about.
fn taken(scope: &Scope) -> Vec<(RecordId, Fields)> {
    let sessions = super::activities::own(scope).map(|session| session.record.clone());
    let shown = gather::set(scope.visits.iter().map(|visit| visit.record.clone()).chain(sessions));
    let is_of = |fields: &Fields| shown.contains(fields.text(Field::Of));
    let all = scope.names.log.records_of(Kind::Photo).filter(|view| !view.is_binned());
    all.map(|view| (view.id().clone(), view.fields())).filter(|(_, fields)| is_of(fields)).collect()
}

/// Photos that could be shown if somebody said so.
pub fn lacks(scope: &Scope) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for (record, fields) in taken(scope) {
        let of = RecordId::parse(fields.text(Field::Of)).unwrap_or(record);
        match fields.choice(Field::Consent) {
            Some(Choice::Refused) => {}
            Some(Choice::Given) if fields.is_blank(Field::Caption) => {
                lacks.push(Lack { record: of, what: Lacking::PhotoCaption });
            }
            Some(Choice::Given) => {}
            _ => lacks.push(Lack { record: of, what: Lacking::PhotoConsent }),
        }
    }
    lacks
}
