//! The same organisation or the same place under two names, or under one name twice.

use super::alike::{ALIKE, likely, percent_shared, telling};
use super::{COMPARED, Proposed, Reason, Said, pair, read_as};
use crate::log::Log;
use crate::record::text::fold;
use crate::record::{Field, RecordId, Value, gather};

/// From how many telling words on a name is no general one: "Nueva Esperanza" stands in every second municipality.
const TELLING: usize = 3;
/// Metres up to which two points are one place, and from which on they are two.
const NEAR: i64 = 100;
const FAR: i64 = 2_000;

/// What is compared of an organisation or a place.
#[derive(Debug)]
pub struct Entry {
    record: RecordId,
    /// Folded: its own name, then the others.
    names: Vec<String>,
    /// The telling words of each.
    words: Vec<Vec<String>>,
    country: String,
    /// Where an organisation is, or what a place is part of; a code or a record.
    place: String,
    /// What kind of organisation or place.
    what: String,
    /// Millionths of a degree, north and east.
    point: Option<[i64; 2]>,
}

#[derive(Debug, Default)]
pub struct Named(Vec<Entry>);

/// How likely it is that two are the same, and why; nothing where they are not.
type Judge = fn(&Entry, &Entry) -> Option<(usize, Vec<Reason>)>;

impl Named {
    pub fn add(&mut self, log: &Log, record: &RecordId, said: &Said) {
        let text = |field: Field| said.text(field);
        let others = said.list(Field::AlsoKnownAs).iter().filter_map(Value::as_text).chain([text(Field::AsWritten)]);
        let name = fold(text(Field::Name));
        if name.is_empty() {
            return;
        }
        let mut names = vec![name];
        names.extend(others.map(fold).filter(|other| !other.is_empty()));
        let coordinate = |field| said.get(field).and_then(Value::as_int);
        let place = [Field::Place, Field::Parent].map(text).into_iter().find(|place| !place.is_empty());
        self.0.push(Entry {
            record: record.clone(),
            words: names.iter().map(|name| telling_or_all(name)).collect(),
            names,
            country: text(Field::Country).to_owned(),
            place: place.map(|place| read_as(log, place)).unwrap_or_default(),
            what: [Field::ActorType, Field::Level].map(text).concat(),
            point: coordinate(Field::Latitude).zip(coordinate(Field::Longitude)).map(|(north, east)| [north, east]),
        });
    }

    pub fn pairs(self, judge: Judge) -> Proposed {
        // However the records came, the same pairs are looked at first.
        let all = gather::ordered(self.0, |a, b| a.record.cmp(&b.record));
        let owners: Vec<usize> =
            all.iter().enumerate().flat_map(|(at, one)| one.words.iter().map(move |_| at)).collect();
        let words: Vec<Vec<String>> = all.iter().flat_map(|one| one.words.iter().cloned()).collect();
        let (likely, is_more) = likely(&words, COMPARED);
        let owner = |name: usize| owners.get(name).copied();
        let pairs = likely.into_iter().filter_map(|[a, b]| Some((owner(a)?, owner(b)?)));
        let pairs = gather::set(pairs.filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))));
        let judged = pairs.into_iter().filter_map(|(a, b)| {
            let (one, other) = (all.get(a)?, all.get(b)?);
            let (likely, reasons) = judge(one, other)?;
            Some((likely, pair(&one.record, &other.record, reasons)))
        });
        (judged.collect(), is_more)
    }
}

/// A name without a telling word is one word by itself: it is only like itself.
fn telling_or_all(name: &str) -> Vec<String> {
    let words = telling(name);
    if words.is_empty() { vec![["=", name].concat()] } else { words }
}

/// What two names have in common.
struct Likeness {
    /// Of the telling words, in a hundred.
    share: usize,
    /// How many telling words the shorter of the two has.
    words: usize,
    reason: Reason,
}

fn likeness(one: &Entry, other: &Entry) -> Option<Likeness> {
    let name = |named: &Entry| named.names.first().cloned().unwrap_or_default();
    let is_known_as = |one: &Entry, other: &Entry| other.names.iter().skip(1).any(|known| *known == name(one));
    let all =
        one.words.iter().flat_map(|a| other.words.iter().map(move |b| (percent_shared(a, b), a.len().min(b.len()))));
    let (share, words) = all.max()?;
    let is_general = one.words.iter().flatten().any(|word| word.starts_with('='));
    let reason = match () {
        () if name(one) == name(other) => Reason::SameName,
        () if is_known_as(one, other) || is_known_as(other, one) => Reason::AlsoKnownAs,
        () => Reason::AlikeName,
    };
    let words = if is_general { 0 } else { words };
    (share >= ALIKE && (words > 0 || share == 100)).then_some(Likeness { share, words, reason })
}

/// Two texts that are there: whether they are the same.
fn both(one: &str, other: &str) -> Option<bool> {
    (!one.is_empty() && !other.is_empty()).then(|| one == other)
}

pub fn is_same_organisation(one: &Entry, other: &Entry) -> Option<(usize, Vec<Reason>)> {
    let Likeness { share, words, reason } = likeness(one, other)?;
    let is_equal = reason != Reason::AlikeName;
    let is_other_what = both(&one.what, &other.what) == Some(false);
    if both(&one.country, &other.country) == Some(false) || (is_other_what && share < 100) {
        return None;
    }
    let is_same_place = both(&one.place, &other.place);
    let fits = match is_same_place {
        Some(true) => true,
        // The same general name in another municipality is another organisation.
        Some(false) => share == 100 && words >= if reason == Reason::AlsoKnownAs { 2 } else { TELLING },
        None => words >= 2 || (words == 1 && is_equal),
    };
    let mut reasons = vec![reason];
    if is_same_place == Some(true) {
        reasons.push(Reason::SamePlace);
    }
    let likely = share.saturating_add(reasons.len().saturating_mul(20)).saturating_add(usize::from(is_equal));
    fits.then_some((likely, reasons))
}

pub fn is_same_place(one: &Entry, other: &Entry) -> Option<(usize, Vec<Reason>)> {
    let Likeness { share, reason, .. } = likeness(one, other)?;
    let metres = one.point.zip(other.point).map(|(one, other)| metres(one, other));
    if both(&one.what, &other.what) == Some(false) || metres.is_some_and(|metres| metres > FAR) {
        return None;
    }
    let mut reasons = vec![reason];
    // "San José Alto" and "San José Bajo" are two communities: within one municipality all telling words are the same.
    if both(&one.place, &other.place) == Some(true) && share == 100 {
        reasons.push(Reason::SamePlace);
    }
    if metres.is_some_and(|metres| metres <= NEAR) {
        reasons.push(Reason::Nearby);
    }
    let likely = share.saturating_add(reasons.len().saturating_mul(20));
    (reasons.len() > 1).then_some((likely, reasons))
}

/// About how far apart two points are, up to some ten kilometres: nine millionths of a degree to the north are a metre, and to the
/// east as many more as the latitude asks for.
fn metres(one: [i64; 2], other: [i64; 2]) -> i64 {
    let [north, east] = [0, 1].map(|at: usize| {
        let of = |point: [i64; 2]| point.get(at).copied().unwrap_or_default();
        of(one).saturating_sub(of(other)).saturating_abs().min(1_000_000)
    });
    let latitude = one.first().copied().unwrap_or_default() / 1_000_000;
    // The cosine in thousandths: 1 − x²/2 is near enough where people farm.
    let cosine = 1_000_i64.saturating_sub(latitude.saturating_mul(latitude).saturating_mul(152) / 1_000).max(0);
    let east = east.saturating_mul(cosine) / 1_000;
    let squared = north.saturating_mul(north).saturating_add(east.saturating_mul(east));
    i64::try_from(squared.unsigned_abs().isqrt()).unwrap_or(i64::MAX) / 9
}
