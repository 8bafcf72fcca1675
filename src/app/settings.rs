//! What one device keeps about itself.

use super::peers::{Peers, have_from_value, have_to_value};
use super::reminder::PutOff;
use super::sending::Sent;
use crate::i18n::Lang;
use crate::log::{DeviceId, Have};
use crate::record::{Value, gather};
use std::collections::BTreeSet;

/// Kept as JSON in local storage. Every member may be missing from what an older version kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The code of the language; empty before the first start is done.
    pub language: String,
    /// The name of the person, role or team.
    pub name: String,
    /// 10 characters; empty before the first start is done.
    pub device: String,
    /// What other devices confirmed to hold (F4).
    pub safe: Have,
    /// Photos of what they hold that they lack (F4).
    pub photos_not_there: BTreeSet<String>,
    /// What each of them said last.
    pub peers: Peers,
    /// What left this device last.
    pub sent: Vec<Sent>,
    /// When a file was last saved: RFC 3339; empty if never.
    pub last_file_at: String,
    /// When a file last confirmed anything (F4): RFC 3339; empty if never. And who made it.
    pub last_confirmed_at: String,
    pub last_confirmed_by: String,
    /// Until when the reminder of what is on this device alone was put off.
    pub put_off: PutOff,
    /// The columns of the table for reviewing; empty before somebody chose.
    pub review_columns: Vec<String>,
    /// The browser was asked to keep what is stored.
    pub asked_to_keep: bool,
    /// Hints for the first time that are not shown any more, by name.
    pub hints_gone: BTreeSet<String>,
}

impl Settings {
    pub fn device(&self) -> Option<DeviceId> {
        DeviceId::parse(&self.device)
    }

    pub fn lang(&self) -> Option<Lang> {
        (!self.language.is_empty()).then(|| Lang::from_code(&self.language))
    }

    /// True until language and name are chosen.
    pub fn is_first_start(&self) -> bool {
        self.language.is_empty() || self.name.trim().is_empty() || self.device().is_none()
    }

    /// As they are kept.
    pub fn to_value(&self) -> Value {
        Value::map([
            ("language", self.language.as_str().into()),
            ("name", self.name.as_str().into()),
            ("device", self.device.as_str().into()),
            ("safe", have_to_value(&self.safe)),
            ("photos_not_there", texts(&self.photos_not_there)),
            ("peers", self.peers.to_value()),
            ("sent", Value::List(self.sent.iter().map(Sent::to_value).collect())),
            ("last_file_at", self.last_file_at.as_str().into()),
            ("last_confirmed_at", self.last_confirmed_at.as_str().into()),
            ("last_confirmed_by", self.last_confirmed_by.as_str().into()),
            ("put_off", self.put_off.to_value()),
            ("review_columns", Value::List(self.review_columns.iter().map(|name| name.as_str().into()).collect())),
            ("asked_to_keep", Value::Bool(self.asked_to_keep)),
            ("hints_gone", texts(&self.hints_gone)),
        ])
    }

    /// Reads what was kept. What is missing or of another form is as before the first start.
    pub fn from_value(mut kept: Value) -> Self {
        Settings {
            language: kept.take("language").into_text(),
            name: kept.take("name").into_text(),
            device: kept.take("device").into_text(),
            safe: have_from_value(kept.take("safe")),
            photos_not_there: names(kept.take("photos_not_there")),
            peers: Peers::from_value(kept.take("peers")),
            sent: kept.take("sent").into_list().into_iter().map(Sent::from_value).collect(),
            last_file_at: kept.take("last_file_at").into_text(),
            last_confirmed_at: kept.take("last_confirmed_at").into_text(),
            last_confirmed_by: kept.take("last_confirmed_by").into_text(),
            put_off: PutOff::from_value(kept.take("put_off")),
            review_columns: kept.take("review_columns").into_list().into_iter().map(Value::into_text).collect(),
            asked_to_keep: kept.take("asked_to_keep") == Value::Bool(true),
            hints_gone: names(kept.take("hints_gone")),
        }
    }
}

fn texts(names: &BTreeSet<String>) -> Value {
    Value::List(names.iter().map(|name| name.as_str().into()).collect())
}

fn names(kept: Value) -> BTreeSet<String> {
    gather::set(kept.into_list().into_iter().map(Value::into_text))
}

const LETTERS: [char; 36] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
];

/// A name of `a-z0-9`, one letter for each random byte. Bytes over 251 are taken as well: a name has to be unlikely,
/// not evenly spread.
pub fn random_name(random: &[u8]) -> String {
    random.iter().filter_map(|byte| LETTERS.get(usize::from(*byte) % LETTERS.len())).collect()
}

/// A device name from ten random bytes.
pub fn device_id(random: [u8; 10]) -> Option<DeviceId> {
    DeviceId::parse(&random_name(&random))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::{ChangeId, Mark};

    #[test]
    fn settings_of_an_older_version_are_read_with_what_they_have() {
        let settings = Settings::from_value(Value::map([("language", "es".into()), ("unknown", 1.into())]));
        assert_eq!(settings.lang(), Some(Lang::Es));
        assert!(settings.is_first_start());
    }

    #[test]
    fn settings_read_back_as_they_were_kept() {
        let held = || Some((DeviceId::parse("p0aab3c4d5")?, ChangeId::parse("53oeawinjqlua6fdzfucz3en4b")?));
        let (device, tip) = held().expect("fitting names");
        let settings = Settings {
            name: "Equipo Intag".to_owned(),
            safe: Have::from([(device, Mark { seq: 7, tip })]),
            photos_not_there: BTreeSet::from(["a photo".to_owned()]),
            last_confirmed_by: "Mesa".to_owned(),
            put_off: PutOff { until: "2026-11-26".to_owned(), records: 6 },
            review_columns: vec!["date".to_owned()],
            asked_to_keep: true,
            hints_gone: BTreeSet::from(["visit".to_owned()]),
            ..Settings::default()
        };
        assert_eq!(Settings::from_value(settings.to_value()), settings);
    }

    #[test]
    fn random_bytes_make_a_fitting_device_name() {
        assert!(device_id([0, 35, 36, 99, 128, 250, 251, 252, 254, 255]).is_some());
    }
}
