//! The same visit, written down on two phones: on the same or overlapping days, to the same host or in the same community.

use super::alike::{ALIKE, percent_shared, telling};
use super::{COMPARED, Pair, Proposed, Reason, Said, pair, read_as};
use crate::log::{DeviceId, Log};
use crate::record::pace::Pace;
use crate::record::text::fold;
use crate::record::{Field, RecordId, gather};
use std::collections::{BTreeMap, BTreeSet};

/// What is compared of a visit.
#[derive(Debug)]
struct Visit {
    record: RecordId,
    /// `YYYY-MM-DD`; never after `to`.
    from: String,
    to: String,
    /// `organisation/rid`, as it is read now; empty where none was written.
    host: String,
    /// A code of the gazetteer, or the place as it was written, folded; empty where none was.
    place: String,
    is_in_gazetteer: bool,
    /// Folded.
    community: String,
    by: DeviceId,
}

#[derive(Debug, Default)]
pub struct Visits {
    /// By the day on which they began.
    by_day: BTreeMap<String, Vec<Visit>>,
    /// Hosts as they were written, and what they are read as.
    read_as: BTreeMap<String, String>,
    /// The telling words of the names of hosts.
    hosts: BTreeMap<String, Vec<String>>,
}

impl Visits {
    pub fn add(&mut self, log: &Log, record: &RecordId, said: &Said, by: DeviceId) {
        let text = |field: Field| said.text(field);
        let from = text(Field::StartsOn);
        if from.is_empty() {
            return;
        }
        let host = text(Field::HostOrganisation);
        let known = self.read_as.get(host).cloned();
        let host = known.unwrap_or_else(|| {
            let read = if host.is_empty() { String::new() } else { read_as(log, host) };
            self.read_as.insert(host.to_owned(), read.clone());
            read
        });
        if !host.is_empty() && !self.hosts.contains_key(&host) {
            let name = RecordId::parse(&host).and_then(|host| log.shown(&host, Field::Name.name())?.as_text());
            self.hosts.insert(host.clone(), telling(name.unwrap_or_default()));
        }
        let code = text(Field::Municipality);
        self.by_day.entry(from.to_owned()).or_default().push(Visit {
            record: record.clone(),
            from: from.to_owned(),
            to: text(Field::EndsOn).max(from).to_owned(),
            host,
            place: if code.is_empty() { fold(text(Field::PlaceAsWritten)) } else { code.to_owned() },
            is_in_gazetteer: !code.is_empty(),
            community: fold(text(Field::Community)),
            by,
        });
    }

    pub async fn pairs(self, pace: &Pace) -> Proposed {
        // However the records came, the same pairs are looked at first.
        let mut buckets: BTreeMap<&str, Vec<&Visit>> = BTreeMap::new();
        for visits in self.by_day.values() {
            for visit in gather::ordered(visits.iter().collect(), |a: &&Visit, b| a.record.cmp(&b.record)) {
                // A code, a folded text and a reference are never alike by chance that matters: each pair is looked at.
                for key in [visit.place.as_str(), visit.host.as_str()].into_iter().filter(|key| !key.is_empty()) {
                    buckets.entry(key).or_default().push(visit);
                }
                pace.spend(1).await;
            }
        }
        let mut pairs = Vec::new();
        let mut seen: BTreeSet<(&RecordId, &RecordId)> = BTreeSet::new();
        let mut looked = 0_usize;
        for visits in buckets.values() {
            for (number, one) in visits.iter().enumerate() {
                let later = visits.iter().skip(number.saturating_add(1));
                let before = looked;
                for other in later.take_while(|other| other.from <= one.to) {
                    looked = looked.saturating_add(1);
                    if looked > COMPARED {
                        return (pairs, true);
                    }
                    if let Some(found) = self.may_be_same(one, other)
                        && seen.insert((&one.record, &other.record))
                    {
                        pairs.push(found);
                    }
                }
                pace.spend(looked.saturating_sub(before).saturating_add(1)).await;
            }
        }
        (pairs, false)
    }

    /// Of overlapping days: is the rest the same as well?
    fn may_be_same(&self, one: &Visit, other: &Visit) -> Option<(usize, Pair)> {
        if one.by == other.by {
            return None;
        }
        let is_same_day = one.from == other.from && one.to == other.to;
        let mut reasons = vec![if is_same_day { Reason::SameDay } else { Reason::OverlappingDays }];
        let days = reasons.len();
        let words = |visit: &Visit| self.hosts.get(&visit.host).map_or(&[][..], Vec::as_slice);
        if !one.host.is_empty() && one.host == other.host {
            reasons.push(Reason::SameHost);
        } else if percent_shared(words(one), words(other)) >= ALIKE {
            reasons.push(Reason::AlikeHost);
        }
        let is_same_place = !one.place.is_empty() && one.place == other.place;
        let is_same_community = one.community == other.community;
        if is_same_place && is_same_community && !one.community.is_empty() {
            reasons.push(Reason::SameCommunity);
        } else if is_same_place && !one.is_in_gazetteer && is_same_community {
            reasons.push(Reason::SamePlace);
        }
        if reasons.len() == days {
            return None;
        }
        reasons.push(Reason::TwoDevices);
        let likely = reasons.len().saturating_add(usize::from(is_same_day));
        Some((likely, pair(&one.record, &other.record, reasons)))
    }
}
