//! What counting costs on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

use ayni::insight::trainings::{Dimension, Filter, Measure, Trainings, figures, table};
use ayni::log::{Change, Compose, DeviceId, Log, Tick};
use ayni::record::{Choice, Map, RecordId, Value};
use std::time::{Duration, Instant};

const SESSIONS: usize = 10_000;
/// A field school meets ten times.
const SESSIONS_OF_A_COURSE: usize = 10;
const DEVICES: usize = 8;
const AGES: [&str; 5] = ["under_18", "18_29", "30_59", "60_plus", "not_recorded"];
const TOPICS: [&str; 5] = ["term/topic-pgs", "term/topic-dairy", "term/topic-coffee", "term/topic-tourism", "term/x"];
const PLACES: [&str; 5] = ["EC1003", "EC1001", "BO030903", "BO031001", "EC1702"];
/// Runs of each measure; the quickest counts, because what is slower than that is another program's doing.
const RUNS: usize = 5;

fn main() {
    let log = workspace();
    println!("figures: {SESSIONS} sessions in {} courses, the best of {RUNS}", SESSIONS / SESSIONS_OF_A_COURSE);
    let trainings = Trainings::read(&log);
    say("read from the set and counted (target < 100 ms)", &|| {
        figures(&Trainings::read(&log), &Filter::default()).attendances
    });
    say("counted again for another filter", &|| figures(&trainings, &Filter::default()).attendances);
    let women = Filter {
        from: Some("2026-05-01".to_owned()),
        to: Some("2026-10-31".to_owned()),
        sex: Some(Choice::Female),
        topics: vec!["term/topic-pgs".to_owned()],
        ..Filter::default()
    };
    say("women of one topic in one period", &|| figures(&trainings, &women).attendances);
    let by = [Some(Dimension::Month), Some(Dimension::Sex)];
    say("a table of months by sex", &|| {
        table(&trainings, &Filter::default(), Measure::Attendances, by, &[]).sum.unwrap_or_default()
    });
}

fn say(what: &str, run: &dyn Fn() -> i64) {
    let once = || {
        let start = Instant::now();
        let number = run();
        (start.elapsed(), number)
    };
    let (best, number) = (0..RUNS).map(|_| once()).min().unwrap_or((Duration::ZERO, 0));
    println!("  {what}: {:.1} ms ({number} attendances)", best.as_secs_f64() * 1e3);
}

fn workspace() -> Log {
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
    for number in 0..SESSIONS {
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
