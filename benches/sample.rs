//! A workspace of any size, the same each time: the work of some teams, in changes of about 0.6 kB.

use ayni::exchange::{Made, write};
use ayni::log::{Change, ChangeId, Compose, DeviceId, Log, Tick};
use ayni::record::{Map, RecordId, Value};

/// How many phones took part.
const PHONES: usize = 8;

pub const SEEN: &str = "Se recorrieron las parcelas de café bajo sombra y el vivero de la asociación; las productoras \
mostraron cómo preparan el biol con estiércol, leche y ceniza, y cuánto dura cada tanda.";

/// The file of a workspace of so many changes.
pub fn file(changes: usize) -> String {
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo Intag", device: &device(0) };
    write(&log(changes), &made)
}

/// The workspace itself. Of ten changes seven begin a visit, one a training; two go on with a visit.
pub fn log(changes: usize) -> Log {
    let mut log = Log::new();
    let mut writers: Vec<(DeviceId, i64, Option<ChangeId>)> = (0..PHONES).map(|n| (device(n), 0, None)).collect();
    let mut last: Option<Change> = None;
    for number in 0..changes {
        let Some((device, seq, prev)) = writers.get_mut(number % PHONES) else { continue };
        let (record, set, over) = match (number % 10, &last) {
            (8 | 9, Some(visit)) => edit(visit, number),
            (7, _) => (record("session", number), session(number), Map::new()),
            _ => (record("visit", number), visit(number), Map::new()),
        };
        let tick = Tick::parse(&format!("{:012x}-0000", 1_790_000_000_000 + number)).expect("a tick");
        let at = "2026-11-24T08:11:22-05:00";
        let parts =
            Compose { record: &record, set, over, seen: Vec::new(), device, seq: *seq + 1, prev: *prev, at, tick };
        let change = Change::compose(parts).expect("a change within the limits");
        (*seq, *prev) = (change.seq(), Some(change.id()));
        if change.record().kind_name() == "visit" && number % 10 < 7 {
            last = Some(change.clone());
        }
        log.accept(change);
    }
    log
}

fn device(number: usize) -> DeviceId {
    DeviceId::parse(&format!("phone0000{number}")).expect("ten letters")
}

pub fn record(kind: &str, number: usize) -> RecordId {
    RecordId::parse(&format!("{kind}/r{number}")).expect("a name that fits")
}

fn visit(number: usize) -> Map<Value> {
    let day = number % 28 + 1;
    Map::from([
        ("confidentiality".to_owned(), "internal".into()),
        ("host_organisation".to_owned(), "organisation/asociacion".into()),
        ("municipality".to_owned(), "EC1003".into()),
        ("observations".to_owned(), format!("{number}. {SEEN}").into()),
        ("purpose".to_owned(), "Conocer el vivero y la poscosecha".into()),
        ("starts_on".to_owned(), format!("2026-11-{day:02}").into()),
        ("status".to_owned(), "complete".into()),
        ("visit_type".to_owned(), "site_visit".into()),
    ])
}

fn session(number: usize) -> Map<Value> {
    let cell = |sex: &str, age: &str, count: usize| {
        let count = i64::try_from(count).unwrap_or_default();
        Value::map([("age", age.into()), ("count", count.into()), ("role", "producer".into()), ("sex", sex.into())])
    };
    let cells = vec![
        cell("female", "18_29", number % 7),
        cell("female", "30_59", number % 11),
        cell("male", "18_29", number % 5),
        cell("male", "30_59", number % 13),
    ];
    let total = number % 7 + number % 11 + number % 5 + number % 13;
    Map::from([
        ("cells".to_owned(), cells.into()),
        ("count_basis".to_owned(), "signed_list".into()),
        ("counting_unit".to_owned(), "people".into()),
        ("held_on".to_owned(), format!("2026-11-{:02}", number % 28 + 1).into()),
        ("total".to_owned(), i64::try_from(total).unwrap_or_default().into()),
    ])
}

fn edit(visit: &Change, number: usize) -> (RecordId, Map<Value>, Map<Vec<ChangeId>>) {
    let set = Map::from([("observations".to_owned(), format!("{number}, corregido. {SEEN} {SEEN}").into())]);
    (visit.record().clone(), set, Map::from([("observations".to_owned(), vec![visit.id()])]))
}
