//! What was used last, so that it is offered first: places, hosts, communities, and the visit before this one.

use super::Names;
use crate::insight::joins::standing;
use crate::log::{Log, RecordView};
use crate::record::{Choice, Field, Fields, Kind, RecordId, gather};

/// How many of the latest notes are looked at for what was used last.
const LATEST: usize = 200;

/// The visits, or the courses, that were written last, the latest first; those in the bin are not among them.
fn latest(log: &Log, kind: Kind) -> Vec<RecordView<'_>> {
    let all = log.records_of(kind).filter(|note| !note.is_binned()).collect();
    let all = gather::ordered_by(all, |note: &RecordView| std::cmp::Reverse(note.first().map(|change| change.tick())));
    all.into_iter().take(LATEST).collect()
}

/// The distinct texts of a field of the latest notes of this kind that `fits`, the one used last first. A reference to what was
/// joined is one to what stands for it.
pub fn recent(log: &Log, kind: Kind, field: Field, limit: usize, fits: impl Fn(&RecordView) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for visit in latest(log, kind).into_iter().filter(fits) {
        let text = visit.shown(field.name()).and_then(|value| value.as_text()).unwrap_or_default();
        let standing = RecordId::parse(text).map(|record| standing(log, record));
        let text = standing.as_ref().map_or(text, RecordId::as_str);
        if !text.trim().is_empty() && !found.iter().any(|held| held == text) {
            found.push(text.to_owned());
        }
        if found.len() == limit {
            break;
        }
    }
    found
}

/// The communities that notes of this kind in this municipality named, the last first.
pub fn communities(log: &Log, kind: Kind, municipality: &str, limit: usize) -> Vec<String> {
    recent(log, kind, Field::Community, limit, |visit| {
        visit.shown(Field::Municipality.name()).and_then(|value| value.as_text()) == Some(municipality)
    })
}

/// Choices in the order of their last use; those never used follow in their own order.
pub fn by_use(log: &Log, field: Field, choices: &'static [Choice]) -> Vec<Choice> {
    let used = recent(log, Kind::Visit, field, choices.len(), |_| true);
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

/// What a new training can take over from the one before it: place, organiser, topics.
pub const AGAIN_COURSE: [Field; 5] =
    [Field::Municipality, Field::PlaceAsWritten, Field::Community, Field::Organiser, Field::Topics];

/// What "new like this one" copies besides.
const LIKE: [Field; 3] = [Field::VisitType, Field::ProductionAreas, Field::Themes];

/// What the visit or the course written last said of what can be taken over; nothing where there is none.
pub fn again(log: &Log, kind: Kind) -> Fields {
    let which = if kind == Kind::Course { &AGAIN_COURSE[..] } else { &AGAIN[..] };
    latest(log, kind).first().map(|note| only(note.fields(), which)).unwrap_or_default()
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
