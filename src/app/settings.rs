//! What one device keeps about itself.

use crate::i18n::Lang;
use crate::log::{ChangeId, DeviceId, Have, Mark};
use crate::record::gather;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Kept as JSON in local storage. Every member may be missing from what an older version kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The code of the language; empty before the first start is done.
    pub language: String,
    /// The name of the person, role or team.
    pub name: String,
    /// 10 characters; empty before the first start is done.
    pub device: String,
    /// What other devices confirmed to hold (F4): device → greatest `seq` and its id.
    pub safe: BTreeMap<String, (i64, String)>,
    /// When a file was last saved: RFC 3339; empty if never.
    pub last_file_at: String,
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

    pub fn safe(&self) -> Have {
        let mark = |(seq, tip): &(i64, String)| Some(Mark { seq: *seq, tip: ChangeId::parse(tip)? });
        gather::map(self.safe.iter().filter_map(|(device, entry)| Some((DeviceId::parse(device)?, mark(entry)?))))
    }

    pub fn set_safe(&mut self, safe: &Have) {
        self.safe =
            gather::map(safe.iter().map(|(device, mark)| (device.to_string(), (mark.seq, mark.tip.to_string()))));
    }
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

    #[test]
    fn settings_of_an_older_version_are_read_with_what_they_have() {
        let settings: Settings = serde_json::from_str(r#"{"language":"es","unknown":1}"#).expect("reads");
        assert_eq!(settings.lang(), Some(Lang::Es));
        assert!(settings.is_first_start());
    }

    #[test]
    fn random_bytes_make_a_fitting_device_name() {
        assert!(device_id([0, 35, 36, 99, 128, 250, 251, 252, 254, 255]).is_some());
    }
}
