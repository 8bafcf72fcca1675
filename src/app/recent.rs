//! What was used last, so that it is offered first: places, hosts, communities, and the visit before this one.

use super::Names;
use crate::log::{Log, RecordView};
use crate::record::{Choice, Field, Fields, Kind, RecordId, gather};

/// How many of the latest visits are looked at for what was used last.
const LATEST: usize = 200;

/// The visits that were written last, the latest first; those in the bin are not among them.
fn latest_visits(log: &Log) -> Vec<RecordView<'_>> {
    let visits = log.records_of(Kind::Visit).filter(|visit| !visit.is_binned()).collect();
    let visits =
        gather::ordered_by(visits, |visit: &RecordView| std::cmp::Reverse(visit.first().map(|change| change.tick())));
    visits.into_iter().take(LATEST).collect()
}

/// The distinct texts of a field of the latest visits that `fits`, the one used last first.
pub fn recent(log: &Log, field: Field, limit: usize, fits: impl Fn(&RecordView) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for visit in latest_visits(log).into_iter().filter(fits) {
        let text = visit.shown(field.name()).and_then(|value| value.as_text()).unwrap_or_default();
        if !text.trim().is_empty() && !found.iter().any(|held| held == text) {
            found.push(text.to_owned());
        }
        if found.len() == limit {
            break;
        }
    }
    found
}

/// The communities that visits to this municipality named, the last first.
pub fn communities(log: &Log, municipality: &str, limit: usize) -> Vec<String> {
    recent(log, Field::Community, limit, |visit| {
        visit.shown(Field::Municipality.name()).and_then(|value| value.as_text()) == Some(municipality)
    })
}

/// Choices in the order of their last use; those never used follow in their own order.
pub fn by_use(log: &Log, field: Field, choices: &'static [Choice]) -> Vec<Choice> {
    let used = recent(log, field, choices.len(), |_| true);
    let rank = |choice: &Choice| used.iter().position(|name| name == choice.name()).unwrap_or(used.len());
    gather::ordered_by(choices.to_vec(), rank)
}

/// What a new note can take over from the one before it: place, host, delegation, exchange.
pub const AGAIN: [Field; 6] = [
    Field::Municipality,
    Field::PlaceAsWritten,
    Field::Community,
    Field::HostOrganisation,
    Field::Delegation,
    Field::Exchange,
];

/// What "new like this one" copies besides.
const LIKE: [Field; 3] = [Field::VisitType, Field::ProductionAreas, Field::Themes];

/// What the visit written last said of [`AGAIN`]; nothing where there is none.
pub fn again(log: &Log) -> Fields {
    latest_visits(log).first().map(|visit| only(visit.fields(), &AGAIN)).unwrap_or_default()
}

/// What a new note like this one starts with: what repeats, not the day, not what was seen.
fn like(log: &Log, visit: &RecordId) -> Fields {
    let fields = log.record(visit).map(|visit| visit.fields()).unwrap_or_default();
    only(fields, &[&AGAIN[..], &LIKE[..]].concat())
}

/// What a new note starts with on this day: what repeats of the one it is like, and the exchange of these days.
pub fn start(log: &Log, like_visit: Option<&RecordId>, today: &str) -> Fields {
    let mut fields = like_visit.map(|visit| like(log, visit)).unwrap_or_default();
    if let Some(exchange) = exchange_of(log, today).filter(|_| fields.is_blank(Field::Exchange)) {
        fields.set(Field::Exchange, exchange.as_str());
    }
    fields
}

fn only(fields: Fields, which: &[Field]) -> Fields {
    let kept = which.iter().filter(|field| !fields.is_blank(**field));
    Fields(kept.filter_map(|field| Some((field.name(), fields.get(*field)?.clone()))).collect())
}

/// The exchanges that are recorded, the one that begins last first, with their titles.
pub fn exchanges(names: Names) -> Vec<(RecordId, String)> {
    let all = names.log.records_of(Kind::Exchange).filter(|exchange| !exchange.is_binned()).collect();
    let begins = |exchange: &RecordView| exchange.fields().text(Field::StartsOn).to_owned();
    let all = gather::ordered_by(all, |exchange: &RecordView| std::cmp::Reverse(begins(exchange)));
    all.into_iter().map(|exchange| (exchange.id().clone(), names.of(exchange.id().as_str()))).collect()
}

/// The one exchange whose days this date falls in; nothing where there is none or more than one.
fn exchange_of(log: &Log, date: &str) -> Option<RecordId> {
    let holds = |exchange: &RecordView| {
        let fields = exchange.fields();
        let (from, to) = (fields.text(Field::StartsOn), fields.text(Field::EndsOn));
        !from.is_empty() && from <= date && (to.is_empty() || date <= to)
    };
    let mut fitting = log.records_of(Kind::Exchange).filter(|exchange| !exchange.is_binned() && holds(exchange));
    let first = fitting.next()?;
    fitting.next().is_none().then(|| first.id().clone())
}
