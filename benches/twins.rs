//! What asking "is it the same?" costs on this machine: `cargo xtask bench` prints it. Figures, never a verdict.

use ayni::insight::twins::Twins;
use ayni::log::{Change, Compose, DeviceId, Log, Tick};
use ayni::record::{Map, RecordId, Value};
use std::time::{Duration, Instant};

const VISITS: usize = 10_000;
const ORGANISATIONS: usize = 2_000;
const PLACES: usize = 1_000;
const DEVICES: usize = 8;
/// Runs of each measure; the quickest counts, because what is slower than that is another program's doing.
const RUNS: usize = 5;
const WHAT: [&str; 8] = [
    "Caficultores",
    "Productoras de Leche",
    "Mora y Frutas",
    "Agroecólogos",
    "Artesanas de la Lana",
    "Floricultores",
    "Apicultores",
    "Turismo Comunitario",
];
const WHERE: [&str; 25] = [
    "Íntag",
    "Apuela",
    "Peñaherrera",
    "Sacaba",
    "Tiquipaya",
    "Montecillo",
    "Quillacollo",
    "Obrajes",
    "Cotacachi",
    "Otavalo",
    "Nanegal",
    "Pacto",
    "Mindo",
    "Colomi",
    "Villa Tunari",
    "Punata",
    "Cliza",
    "Tarata",
    "Arani",
    "Totora",
    "Aiquile",
    "Mizque",
    "Pojo",
    "Pocona",
    "Vacas",
];

fn log() -> Log {
    let mut log = Log::new();
    let mut last: Vec<Option<Change>> = vec![None; DEVICES];
    let mut tick = 0_u64;
    let mut save = |at: usize, record: String, fields: Vec<(&str, Value)>| {
        let device = DeviceId::parse(&format!("phone{at:0>5}")).expect("a fitting device");
        let (seq, prev) = last[at].as_ref().map_or((1, None), |last| (last.seq() + 1, Some(last.id())));
        tick += 1;
        let change = Change::compose(Compose {
            record: &RecordId::parse(&record).expect("a fitting record"),
            set: fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            over: Map::new(),
            seen: Vec::new(),
            device: &device,
            seq,
            prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{tick:012x}-0000")).expect("a fitting tick"),
        })
        .expect("a change within the limits");
        last[at] = Some(change.clone());
        log.accept(change);
    };
    let place = |number: usize| format!("EC{:04}", 1001 + number % 40);
    for number in 0..ORGANISATIONS {
        let [what, at] = [WHAT[number % 8], WHERE[number / 8 % 25]];
        // Every tenth is another's, spelt a little differently; the others have a word of their own.
        let name = match number % 10 {
            0 => format!("{what} {at}"),
            _ => format!("Asociación de {what} Nro{number} de {at}"),
        };
        let fields = vec![("name", name.into()), ("place", place(number / 7).into()), ("country", "EC".into())];
        save(number % DEVICES, format!("organisation/o{number}"), fields);
    }
    for number in 0..PLACES {
        let fields = vec![
            ("name", format!("{} {}", WHERE[number % 25], number / 50).into()),
            ("parent", place(number / 30).into()),
        ];
        save(number % DEVICES, format!("place/p{number}"), fields);
    }
    for number in 0..VISITS {
        // Every twentieth was written down by a second phone.
        let (of, at) =
            if number % 20 == 19 { (number - 1, (number + 3) % DEVICES) } else { (number, number % DEVICES) };
        let day = format!("20{:02}-{:02}-{:02}", 24 + of % 3, of / 3 % 12 + 1, of / 36 % 28 + 1);
        let fields = vec![
            ("starts_on", day.into()),
            ("municipality", place(of / 5).into()),
            ("community", WHERE[of % 25].into()),
            ("host_organisation", format!("organisation/o{}", of % ORGANISATIONS).into()),
            ("purpose", format!("Visita {number}").into()),
        ];
        save(at, format!("visit/v{number}"), fields);
    }
    log
}

fn main() {
    let log = log();
    println!("twins: {VISITS} visits, {ORGANISATIONS} organisations, {PLACES} places, the best of {RUNS}");
    let once = || {
        let start = Instant::now();
        let twins = Twins::read(&log);
        let counts = [&twins.visits, &twins.organisations, &twins.places].map(|found| found.count);
        (start.elapsed(), counts)
    };
    let (best, [visits, organisations, places]) = (0..RUNS).map(|_| once()).min().unwrap_or((Duration::ZERO, [0; 3]));
    println!(
        "  read from the set and compared (target < 50 ms): {:.1} ms ({visits} pairs of visits, {organisations} of organisations, {places} of places)",
        best.as_secs_f64() * 1e3
    );
}
