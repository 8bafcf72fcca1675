use super::*;
use crate::app::hand::Hand;
use crate::app::peers::Peers;
use crate::exchange::Header;
use crate::log::Log;

#[test]
fn a_share_takes_ten_files_and_fifty_megabytes_and_the_rest_goes_after() {
    let check = |sizes: &[u64], expected: &[(usize, usize)]| {
        let rounds: Vec<(usize, usize)> = rounds(sizes).into_iter().map(|round| (round.start, round.end)).collect();
        assert_eq!(rounds, expected, "{sizes:?}");
    };
    check(&[], &[]);
    check(&[1], &[(0, 1)]);
    check(&[1; 10], &[(0, 10)]);
    check(&[1; 11], &[(0, 10), (10, 11)]);
    check(&[20_000_000, 20_000_000, 20_000_000], &[(0, 2), (2, 3)]);
    check(&[20_000_000, 30_000_000], &[(0, 2)]);
    check(&[60_000_000, 1], &[(0, 1), (1, 2)]);
    check(&[1, u64::MAX, u64::MAX], &[(0, 1), (1, 2), (2, 3)]);
}

#[test]
fn f7_the_name_for_a_share_sheet_is_that_of_a_text() {
    assert_eq!(name_for_sharing("ayni-intag-2026-11-26-2-of-3.json"), "ayni-intag-2026-11-26-2-of-3.txt");
    assert_eq!(name_for_sharing("x"), "x.txt");
}

#[test]
fn the_last_five_that_left_are_remembered_and_read_back() {
    let mut sent = Vec::new();
    for records in 1..=7 {
        Sent { at: "2026-11-26T08:00:00-05:00".to_owned(), records, bytes: 9, is_shared: records % 2 == 0 }
            .note(&mut sent);
    }
    assert_eq!(sent.iter().map(|sent| sent.records).collect::<Vec<_>>(), [7, 6, 5, 4, 3]);
    let back: Vec<Sent> = sent.iter().map(|sent| Sent::from_value(sent.to_value())).collect();
    assert_eq!(back, sent);
}

fn desk_that_holds(log: &Log, missing: &[&str]) -> Peers {
    let mut peers = Peers::default();
    let device = DeviceId::parse("desk000000");
    let missing = missing.iter().map(|name| (*name).to_owned()).collect();
    let header = Header { device, have: log.have(), missing, ..Header::default() };
    peers.note(&header, &DeviceId::parse("phone00000").expect("ten characters"), log);
    peers
}

#[test]
fn what_one_of_the_others_lacks_is_counted_as_a_person_counts() {
    let mut phone = Hand::of("phone");
    let photo = "a".repeat(64);
    phone.write("visit/a", &[(Field::Purpose, "uno".into())]);
    phone.write("photo/f", &[(Field::Of, "visit/a".into()), (Field::Attachment, photo.as_str().into())]);
    let count = |phone: &Hand, peers: &Peers| {
        peers.all().iter().map(|peer| phone.notebook.records_lacked_by(peer)).collect::<Vec<_>>()
    };
    let peers = desk_that_holds(&phone.notebook.log, &[]);
    assert_eq!(count(&phone, &peers), [0]);
    assert_eq!(count(&phone, &desk_that_holds(&phone.notebook.log, &[&photo])), [1]);
    phone.write("visit/b", &[(Field::Purpose, "dos".into())]);
    phone.write("agreement/p", &[(Field::Visit, "visit/a".into()), (Field::What, "semilla".into())]);
    assert_eq!(count(&phone, &peers), [2]);
}

#[test]
fn what_tells_about_people_is_counted_before_it_leaves() {
    let mut phone = Hand::of("phone");
    assert!(phone.notebook.personal().is_none());
    let quote = |consent: &str| Value::map([("text", "…".into()), ("consent", consent.into())]);
    phone.write("device/phone00000", &[(Field::Name, "Rosa".into())]);
    phone.write(
        "visit/a",
        &[
            (Field::PeopleMet, vec![Value::map([("role", "presidenta".into())])].into()),
            (Field::Location, Value::map([("latitude", 1.into()), ("longitude", 1.into())])),
            (Field::Quotes, vec![quote("given"), quote("unknown")].into()),
            (Field::Observations, "cel. 099 123 4567".into()),
        ],
    );
    phone.write("photo/f", &[(Field::Of, "visit/a".into()), (Field::Consent, "refused".into())]);
    phone.write("visit/b", &[(Field::Trashed, true.into()), (Field::Observations, "juana@mail.ec".into())]);
    let expected = Personal { names: 1, met: 1, points: 1, without_consent: 2, contacts: 1 };
    assert_eq!(phone.notebook.personal(), expected);
}

#[test]
fn what_a_desk_prepared_for_its_team_can_leave_before_the_first_visit() {
    let mut desk = Hand::of("desk");
    desk.write("device/desk000000", &[(Field::Name, "Oficina".into())]);
    assert_eq!(desk.notebook.prepared(), 0);
    desk.write("organisation/h", &[(Field::Name, "Caficultores".into())]);
    desk.write("exchange/e", &[(Field::Title, "Bolivia y Ecuador".into())]);
    assert_eq!(desk.notebook.prepared(), 2);
    desk.write("visit/a", &[(Field::Purpose, "uno".into())]);
    assert_eq!(desk.notebook.prepared(), 0);
}
