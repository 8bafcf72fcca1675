//! Trainings as teams record them, the same each time: field schools that meet ten times, and workshops, with the grid
//! filled in.

use ayni::log::{Change, Compose, DeviceId, Log, Tick};
use ayni::record::{Map, RecordId, Value};

/// A field school meets ten times.
const SESSIONS_OF_A_COURSE: usize = 10;
const DEVICES: usize = 8;
const AGES: [&str; 5] = ["under_18", "18_29", "30_59", "60_plus", "not_recorded"];
const TOPICS: [&str; 5] =
    ["term/topic-pgs", "term/topic-dairy", "term/topic-coffee", "term/topic-tourism", "term/topic-bio-inputs"];
const PLACES: [&str; 5] = ["EC1003", "EC1001", "BO030903", "BO031001", "EC1702"];

/// A log of so many sessions, ten in a course, by eight phones.
pub fn log(sessions: usize) -> Log {
    let mut log = Log::new();
    let mut last: Vec<Option<Change>> = vec![None; DEVICES];
    let mut save = |number: usize, record: &str, fields: Vec<(&str, Value)>| {
        let at = number / SESSIONS_OF_A_COURSE % DEVICES;
        let device = DeviceId::parse(&format!("phone{at:0>5}")).expect("a fitting device");
        let (seq, prev) = last[at].as_ref().map_or((1, None), |last| (last.seq() + 1, Some(last.id())));
        let change = Change::compose(Compose {
            record: &RecordId::parse(record).expect("a fitting record"),
            set: fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            over: Map::new(),
            seen: Vec::new(),
            device: &device,
            seq,
            prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{:012x}-0000", number + 1)).expect("a fitting tick"),
        })
        .expect("a change within the limits");
        last[at] = Some(change.clone());
        log.accept(change);
    };
    for number in 0..sessions {
        let course = number / SESSIONS_OF_A_COURSE;
        if number % SESSIONS_OF_A_COURSE == 0 {
            let topics = [course % 5, course / 5 % 5].map(|at| Value::from(TOPICS[at])).to_vec();
            let fields = vec![
                ("topics", topics.into()),
                ("method", if course.is_multiple_of(3) { "workshop" } else { "field_school" }.into()),
                ("municipality", PLACES[course % 5].into()),
                ("community", format!("Comunidad {}", course % 40).into()),
                ("organiser", format!("organisation/o{}", course % 12).into()),
            ];
            save(number, &format!("course/c{course}"), fields);
        }
        let cell = |(sex, age): (&str, &str), count: i64| {
            Value::map([("age", age.into()), ("count", count.into()), ("role", "producer".into()), ("sex", sex.into())])
        };
        let keys = ["female", "male"].into_iter().flat_map(|sex| AGES.map(|age| (sex, age)));
        let counts =
            keys.zip(1..).map(|(key, at)| (key, ((number + at * 7) % 5) as i64)).filter(|(_, count)| *count > 0);
        let cells: Vec<(_, i64)> = counts.collect();
        let total: i64 = cells.iter().map(|(_, count)| count).sum();
        let fields = vec![
            ("course", format!("course/c{course}").into()),
            ("held_on", format!("20{:02}-{:02}-{:02}", 24 + number % 3, number % 12 + 1, number % 28 + 1).into()),
            ("minutes", 90.into()),
            ("counting_unit", "people".into()),
            ("count_basis", "signed_list".into()),
            ("total", total.into()),
            ("cells", cells.into_iter().map(|(key, count)| cell(key, count)).collect::<Vec<_>>().into()),
        ];
        save(number, &format!("session/s{number}"), fields);
    }
    log
}
