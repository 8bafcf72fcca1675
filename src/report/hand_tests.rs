//! A set for the tests of this room, each record written once.

use super::sheets::{Asked, Audience};
use crate::i18n::Lang;
use crate::log::{Change, ChangeId, Compose, DeviceId, Log, Tick};
use crate::record::{Field, Map, RecordId, Value};

pub const AT: &str = "2026-11-27T08:11:22-05:00";

/// A device that saves one change after another.
pub struct Hand {
    pub log: Log,
    prev: Option<ChangeId>,
    seq: i64,
}

impl Hand {
    pub fn new() -> Self {
        Hand { log: Log::new(), prev: None, seq: 0 }
    }

    pub fn save(&mut self, record: &str, fields: &[(Field, Value)]) -> ChangeId {
        self.compose(record, fields, Vec::new())
    }

    /// Puts away what stood there.
    pub fn bin(&mut self, record: &str, seen: ChangeId) {
        self.compose(record, &[(Field::Trashed, true.into())], vec![seen]);
    }

    fn compose(&mut self, record: &str, fields: &[(Field, Value)], seen: Vec<ChangeId>) -> ChangeId {
        self.seq += 1;
        let change = Change::compose(Compose {
            record: &RecordId::parse(record).expect("a fitting record"),
            set: fields.iter().map(|(field, value)| (field.name().to_owned(), value.clone())).collect(),
            over: Map::new(),
            seen,
            device: &DeviceId::parse("k3v9q2m7x1").expect("ten characters"),
            seq: self.seq,
            prev: self.prev,
            at: AT,
            tick: Tick::parse(&format!("{:012x}-0000", self.seq)).expect("a fitting tick"),
        })
        .expect("a change within the limits");
        self.prev = Some(change.id());
        self.log.accept(change);
        self.prev.expect("it was just written")
    }

    pub fn asked(&self, lang: Lang, audience: Audience) -> Asked<'_> {
        Asked { log: &self.log, lang, audience, at: AT }
    }
}

/// Counts of a session: sex, age, role and how many.
pub fn cells(counts: &[(&str, &str, &str, i64)]) -> Value {
    let cell = |(sex, age, role, count): &(&str, &str, &str, i64)| {
        Value::map([
            ("sex", (*sex).into()),
            ("age", (*age).into()),
            ("role", (*role).into()),
            ("count", (*count).into()),
        ])
    };
    Value::List(counts.iter().map(cell).collect())
}

/// A visit with everything in it that a note can hold, a training, and what they name.
pub fn full() -> Hand {
    let mut hand = Hand::new();
    hand.save("device/k3v9q2m7x1", &[(Field::Name, "Rosa de Íntag".into())]);
    hand.save("term/milk", &[(Field::LabelEs, "Leche".into()), (Field::LabelEn, "Milk".into())]);
    hand.save("term/compost", &[(Field::LabelEs, "Abono".into()), (Field::LabelEn, "Compost".into())]);
    hand.save(
        "organisation/host",
        &[(Field::Name, "Asociación Río Íntag".into()), (Field::Remarks, "solo nuestro".into())],
    );
    let away = hand.save("organisation/away", &[(Field::Name, "Borrada".into())]);
    hand.bin("organisation/away", away);
    let point = [("latitude", 351_234.into()), ("longitude", (-78_456_789).into()), ("accuracy_m", 12.into())];
    let quote = |text: &str, consent: &str| {
        Value::map([("text", text.into()), ("role", "productora".into()), ("consent", consent.into())])
    };
    let lesson = Value::map([("text", "Medir antes".into()), ("for", "bolivia".into())]);
    let practice = Value::map([("practice", "term/compost".into()), ("stage", "tried".into())]);
    let met = Value::map([("role", "presidenta".into()), ("organisation", "organisation/host".into())]);
    let groups = [("producers", 12, 2), ("staff", 1, 0)];
    let groups = groups
        .map(|(group, women, men)| Value::map([("group", group.into()), ("women", women.into()), ("men", men.into())]));
    hand.save(
        "visit/a",
        &[
            (Field::StartsOn, "2026-11-20".into()),
            (Field::VisitType, "site_visit".into()),
            (Field::Municipality, "EC1003".into()),
            (Field::Location, Value::map(point)),
            (Field::HostOrganisation, "organisation/host".into()),
            (Field::Delegation, vec![Value::from("organisation/away"), "organisation/host".into()].into()),
            (Field::PeopleMet, vec![met].into()),
            (Field::Purpose, "=HYPERLINK(\"http://x\") o llamar al 099 123 4567".into()),
            (Field::ProductionAreas, vec![Value::from("term/milk")].into()),
            (Field::Observations, "Uno;dos, \"tres\"\nlínea".into()),
            (Field::Practices, vec![practice].into()),
            (Field::Lessons, vec![lesson].into()),
            (Field::Quotes, vec![quote("Vengan", "given"), quote("No lo digan", "refused")].into()),
            (Field::Participants, groups.to_vec().into()),
            (Field::Confidentiality, "public".into()),
            (Field::Status, "complete".into()),
            (Field::Remarks, "solo nuestro".into()),
        ],
    );
    hand.save("visit/b", &[(Field::StartsOn, "2026-11-02".into()), (Field::Purpose, "interna".into())]);
    let promise = [(Field::Visit, "visit/a".into()), (Field::What, "Mandar semillas".into())];
    hand.save("agreement/a", &[&promise[..], &[(Field::Responsible, "Rosa Quispe".into())]].concat());
    hand.save("photo/a", &[(Field::Of, "visit/a".into()), (Field::Caption, "Una persona".into())]);
    let course = [
        (Field::Name, "Abonos".into()),
        (Field::Method, "field_school".into()),
        (Field::Municipality, "BO031001".into()),
    ];
    hand.save("course/a", &[&course[..], &[(Field::Topics, vec![Value::from("term/compost")].into())]].concat());
    let counted = [
        ("female", "18_29", "producer", 9),
        ("female", "30_59", "producer", 8),
        ("male", "30_59", "official", 2),
        ("male", "60_plus", "producer", 0),
    ];
    let session = [
        (Field::Course, "course/a".into()),
        (Field::HeldOn, "2026-11-21".into()),
        (Field::CountingUnit, "people".into()),
        (Field::CountBasis, "signed_list".into()),
        (Field::Cells, cells(&counted)),
        (Field::Total, 20.into()),
        (Field::Remarks, "solo nuestro".into()),
    ];
    hand.save("session/a", &session);
    let told =
        [(Field::Course, "course/a".into()), (Field::CountBasis, "third_party".into()), (Field::Total, 75.into())];
    hand.save("session/b", &told);
    hand
}
