//! What goes out of here: what a person chose, what is in it, and what left before.

use super::Notebook;
use super::peers::Peer;
use crate::exchange::Contains;
use crate::log::{Change, DeviceId, RecordView};
use crate::record::{Choice, Field, Kind, Value, gather, personal};
use std::ops::Range;

/// What a person chose to send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    #[default]
    Everything,
    /// Only what this one of the others did not confirm.
    LackedBy(DeviceId),
    /// A copy for reading, without what is only for the team (F3).
    Public,
}

/// What of it tells about people. Each is a number of things that somebody may want to look at before the file leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Personal {
    /// Names of who recorded.
    pub names: usize,
    /// Notes that say who was met.
    pub met: usize,
    /// Points on the map as exact as the device gave them.
    pub points: usize,
    /// Quotes and photos without the word that those in them agreed.
    pub without_consent: usize,
    /// Notes in which something looks like a phone or identity number, or an e-mail address.
    pub contacts: usize,
}

impl Personal {
    pub fn is_none(&self) -> bool {
        *self == Personal::default()
    }
}

impl Notebook {
    /// How many visits and trainings go out.
    pub fn records_lacked_by(&self, peer: &Peer) -> usize {
        self.open_for(&peer.have, &gather::set(peer.missing.iter().cloned())).records
    }

    /// What somebody prepared for the team before the first visit: exchanges, organisations, places, words, settings. Nothing where
    /// there are visits or trainings, which are what a file is known by then.
    pub fn prepared(&self) -> usize {
        if self.holds_records() {
            return 0;
        }
        let is_own = |view: &RecordView| {
            let by_somebody = |change: &Change| !change.device().is_shipped();
            view.id().kind() != Some(Kind::Device) && view.last().is_some_and(by_somebody)
        };
        self.log.records().filter(is_own).count()
    }

    /// What the team's file tells about people.
    pub fn personal(&self) -> Personal {
        let is_somebody = |device: &RecordView| DeviceId::parse(device.id().rid()).is_some_and(|id| !id.is_shipped());
        let names = self.log.records_of(Kind::Device).filter(is_somebody).count();
        let mut told = Personal { names, ..Personal::default() };
        let without = |consent: Option<&str>| usize::from(consent != Some(Choice::Given.name()));
        for visit in self.log.records_of(Kind::Visit).filter(|view| !view.is_binned()) {
            let fields = visit.fields();
            told.met += usize::from(!fields.is_blank(Field::PeopleMet));
            told.points += usize::from(!fields.is_blank(Field::Location));
            let quotes = fields.list(Field::Quotes).iter();
            told.without_consent += quotes
                .map(|quote| without(quote.member(Field::Consent.name()).and_then(Value::as_text)))
                .sum::<usize>();
        }
        for photo in self.log.records_of(Kind::Photo).filter(|view| !view.is_binned()) {
            told.without_consent += without(photo.shown(Field::Consent.name()).and_then(Value::as_text));
        }
        let kinds = [Kind::Visit, Kind::Session, Kind::Agreement, Kind::Course];
        let records = kinds.into_iter().flat_map(|kind| self.log.records_of(kind));
        told.contacts = records.filter(|view| !view.is_binned() && has_contact(view)).count();
        told
    }
}

fn has_contact(view: &RecordView) -> bool {
    fn looks_so(value: &Value) -> bool {
        match value {
            Value::Text(text) => personal(text).is_some(),
            Value::List(items) => items.iter().any(looks_so),
            Value::Map(members) => members.iter().any(|(_, value)| looks_so(value)),
            _ => false,
        }
    }
    view.values().any(|(_, value)| looks_so(value))
}

/// What a file for one of the others contains; everything where nothing of them is known.
pub fn contains(peer: Option<&Peer>) -> Contains<'_> {
    peer.map_or(Contains::Everything, |peer| Contains::NewSince(&peer.have, &peer.missing))
}

/// Files that a share sheet takes at a time, and their bytes together.
const FILES_A_SHARE: usize = 10;
const BYTES_A_SHARE: u64 = 50_000_000;

/// Which files go into which share, in their order: the first holds all texts, photos come after. A file that is too big for
/// any goes by itself.
pub fn rounds(sizes: &[u64]) -> Vec<Range<usize>> {
    let mut rounds = Vec::new();
    let (mut start, mut bytes) = (0, 0_u64);
    for (at, size) in sizes.iter().enumerate() {
        let full = at.saturating_sub(start) >= FILES_A_SHARE || bytes.saturating_add(*size) > BYTES_A_SHARE;
        if full && at > start {
            rounds.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes = bytes.saturating_add(*size);
    }
    if start < sizes.len() {
        rounds.push(start..sizes.len());
    }
    rounds
}

/// The same bytes under a name that share sheets take (F7).
pub fn name_for_sharing(name: &str) -> String {
    [name.strip_suffix(".json").unwrap_or(name), ".txt"].concat()
}

/// Something that left this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// RFC 3339.
    pub at: String,
    pub records: usize,
    /// Of all its files.
    pub bytes: u64,
    /// By the share sheet; else as a file that was saved.
    pub is_shared: bool,
}

/// So many are remembered.
const REMEMBERED: usize = 5;

impl Sent {
    /// Takes note of it, the last first.
    pub fn note(self, sent: &mut Vec<Sent>) {
        sent.insert(0, self);
        sent.truncate(REMEMBERED);
    }

    pub fn to_value(&self) -> Value {
        let int = |number: u64| Value::Int(i64::try_from(number).unwrap_or(i64::MAX).min(crate::record::MAX_INT));
        Value::map([
            ("at", self.at.as_str().into()),
            ("bytes", int(self.bytes)),
            ("is_shared", self.is_shared.into()),
            ("records", int(u64::try_from(self.records).unwrap_or_default())),
        ])
    }

    pub fn from_value(mut kept: Value) -> Self {
        let mut int =
            |name: &str| kept.take(name).as_int().and_then(|number| u64::try_from(number).ok()).unwrap_or_default();
        let (bytes, records) = (int("bytes"), usize::try_from(int("records")).unwrap_or_default());
        Sent { at: kept.take("at").into_text(), records, bytes, is_shared: kept.take("is_shared") == Value::Bool(true) }
    }
}

#[cfg(test)]
#[path = "sending_tests.rs"]
mod tests;
