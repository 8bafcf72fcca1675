//! What each of the others said last that they hold (F4): a file for one of them need not carry that again.

use crate::exchange::{Header, acknowledge};
use crate::log::{ChangeId, DeviceId, Have, Log, Mark};
use crate::record::{Value, gather};

/// So many are remembered, those longest unheard of forgotten first. Who is forgotten is sent everything, which does no harm.
const MOST: usize = 12;

/// One of the others, by the last file of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    pub device: DeviceId,
    /// As they called themselves.
    pub name: String,
    /// When they made that file, RFC 3339.
    pub at: String,
    pub have: Have,
    /// Photos that they lack of what they hold.
    pub missing: Vec<String>,
}

/// Who was heard of, the last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peers(Vec<Peer>);

impl Peers {
    pub fn all(&self) -> &[Peer] {
        &self.0
    }

    pub fn of(&self, device: &DeviceId) -> Option<&Peer> {
        self.0.iter().find(|peer| peer.device == *device)
    }

    /// Takes note of what the maker of a file holds. An older file than one already seen takes nothing back.
    pub fn note(&mut self, header: &Header, own: &DeviceId, log: &Log) {
        let Some(device) = header.device.filter(|device| device != own && !device.is_shipped()) else { return };
        let known = self.0.iter().position(|peer| peer.device == device).map(|at| self.0.remove(at));
        let mut peer = known.unwrap_or_else(|| Peer {
            device,
            name: String::new(),
            at: String::new(),
            have: Have::default(),
            missing: Vec::new(),
        });
        let is_older = peer.have.iter().any(|(of, mark)| header.have.get(of).is_none_or(|now| now.seq < mark.seq));
        if !is_older {
            peer.name = header.by.trim().to_owned();
            peer.at = header.at.clone();
            peer.missing = header.missing.clone();
        }
        acknowledge(&mut peer.have, header, own, log);
        // Who vouches for nothing that is here can only be sent everything.
        if !peer.have.is_empty() {
            self.0.insert(0, peer);
            self.0.truncate(MOST);
        }
    }

    /// As it is kept: `have` is device → `[seq, id]`.
    pub fn to_value(&self) -> Value {
        let peer = |peer: &Peer| {
            Value::map([
                ("at", peer.at.as_str().into()),
                ("device", peer.device.as_str().into()),
                ("have", have_to_value(&peer.have)),
                ("missing", Value::List(peer.missing.iter().map(|name| name.as_str().into()).collect())),
                ("name", peer.name.as_str().into()),
            ])
        };
        Value::List(self.0.iter().map(peer).collect())
    }

    pub fn from_value(kept: Value) -> Self {
        let peer = |mut kept: Value| {
            Some(Peer {
                device: DeviceId::parse(&kept.take("device").into_text())?,
                name: kept.take("name").into_text(),
                at: kept.take("at").into_text(),
                have: have_from_value(kept.take("have")),
                missing: kept.take("missing").into_list().into_iter().map(Value::into_text).collect(),
            })
        };
        Peers(kept.into_list().into_iter().filter_map(peer).collect())
    }
}

/// A version vector as settings keep it: device → `[seq, id]`.
pub fn have_to_value(have: &Have) -> Value {
    let mark = |mark: &Mark| Value::List(vec![mark.seq.into(), mark.tip.as_str().into()]);
    Value::Map(have.iter().map(|(device, held)| (device.to_string(), mark(held))).collect())
}

/// What is of another form is left out: then less counts as held, the careful side.
pub fn have_from_value(kept: Value) -> Have {
    let mark = |held: Value| match held.as_list()? {
        [seq, tip] => Some(Mark { seq: seq.as_int()?, tip: ChangeId::parse(tip.as_text()?)? }),
        _ => None,
    };
    gather::map(kept.into_map().into_iter().filter_map(|(device, held)| Some((DeviceId::parse(&device)?, mark(held)?))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::hand::Hand;
    use crate::record::Field;

    fn own() -> DeviceId {
        DeviceId::parse("phone00000").expect("ten characters")
    }

    fn header(device: &str, log: &Log) -> Header {
        let device = DeviceId::parse(device).expect("ten characters");
        Header {
            by: "Mesa".to_owned(),
            at: "2026-11-24T08:00:00-05:00".to_owned(),
            device: Some(device),
            have: log.have(),
            missing: Vec::new(),
        }
    }

    fn phone() -> Hand {
        let mut hand = Hand::of("phone");
        hand.write("visit/a", &[(Field::Purpose, "uno".into())]);
        hand
    }

    #[test]
    fn f4_each_is_remembered_by_what_it_holds_itself() {
        let mut phone = phone();
        let before = phone.notebook.log.have();
        phone.write("visit/b", &[(Field::Purpose, "dos".into())]);
        let log = &phone.notebook.log;
        let mut peers = Peers::default();
        peers.note(&header("desk000000", log), &own(), log);
        peers.note(&Header { have: before.clone(), ..header("other00000", log) }, &own(), log);
        let devices: Vec<&str> = peers.all().iter().map(|peer| peer.device.as_str()).collect();
        assert_eq!(devices, ["other00000", "desk000000"]);
        assert_eq!(peers.all().first().map(|peer| &peer.have), Some(&before));
        assert_eq!(Peers::from_value(peers.to_value()), peers);
    }

    #[test]
    fn an_older_file_takes_nothing_back_and_the_own_one_says_nothing() {
        let mut phone = phone();
        let before = phone.notebook.log.have();
        phone.write("visit/b", &[(Field::Purpose, "dos".into())]);
        let log = &phone.notebook.log;
        let mut peers = Peers::default();
        peers.note(&header("desk000000", log), &own(), log);
        let held = peers.clone();
        let older =
            Header { have: before, by: "Antes".to_owned(), missing: vec!["x".to_owned()], ..header("desk000000", log) };
        peers.note(&older, &own(), log);
        peers.note(&header("phone00000", log), &own(), log);
        assert_eq!(peers, held);
    }

    #[test]
    fn who_holds_nothing_of_what_is_here_is_not_listed() {
        let (one, other) = (phone(), Hand::of("elsewhere"));
        let mut peers = Peers::default();
        peers.note(&header("desk000000", &other.notebook.log), &own(), &one.notebook.log);
        assert_eq!(peers.all(), []);
    }
}
