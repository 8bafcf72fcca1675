//! Notes as people write them, the same each time: 700 characters each in words of a Spanish sound, as frequent as words
//! are in a language, of which the few common ones are half of a text and most stand only once or twice.

use ayni::exchange::{Made, write};
use ayni::log::{Change, Compose, DeviceId, Log, Tick};
use ayni::record::{Map, RecordId, Value};

const COMMON: &str = "de la el en y que los las un una con por para se del al su lo como más o pero sus le ya este sí \
porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra \
otros café agua tierra semilla productoras productores asociación comunidad reunión taller visita cosecha leche biodigestor \
compostaje riego mercado precio familia señora señor mujeres hombres jóvenes parcela vivero abono orgánico compromiso";
const SYLLABLES: [&str; 40] = [
    "ca", "fé", "ti", "llo", "ña", "que", "ra", "mo", "ción", "de", "sa", "lu", "pi", "jo", "gua", "ri", "to", "men",
    "tes", "bo", "chi", "na", "fer", "vi", "so", "gra", "zu", "ma", "é", "la", "tra", "co", "nu", "al", "be", "yo",
    "hui", "dor", "per", "im",
];
/// Different words beside the common ones.
const RARE: usize = 40_000;
const LETTERS: usize = 700;
const DEVICES: usize = 8;
const MUNICIPALITIES: [&str; 5] = ["EC1003", "EC1001", "BO0310", "BO0701", "EC1004"];

/// Chance that is the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.throw() % most as u64) as usize
    }
}

fn rare(number: usize) -> String {
    let mut left = number * 7_919 + 13;
    let mut word = String::new();
    for _ in 0..2 + number % 3 {
        word += SYLLABLES[left % SYLLABLES.len()];
        left /= SYLLABLES.len();
    }
    // Apart from its sound, each is another word.
    word + SYLLABLES[number % SYLLABLES.len()] + SYLLABLES[number / SYLLABLES.len() % SYLLABLES.len()]
}

fn text(dice: &mut Dice, letters: usize) -> String {
    let common: Vec<&str> = COMMON.split_whitespace().collect();
    let mut text = String::new();
    let mut count = 0;
    while count < letters {
        let word = if dice.below(100) < 55 {
            // The first of them most often.
            common[dice.below(common.len()).min(dice.below(common.len()))].to_owned()
        } else {
            // As often as words are: the tenth of all a tenth as often as the first.
            rare((RARE as f64).powf(dice.below(100_000) as f64 / 1e5) as usize)
        };
        count += word.chars().count() + 1;
        text += &word;
        text += if dice.below(12) == 0 { ". " } else { " " };
    }
    text
}

/// The file of a log of so many visits.
pub fn file(notes: usize) -> String {
    let device = DeviceId::parse("phone00000").expect("ten letters");
    write(&log(notes), &Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo Intag", device: &device })
}

/// A log of so many visits, each one change, with the organisations they were to.
pub fn log(notes: usize) -> Log {
    let mut log = Log::new();
    let dice = &mut Dice(0x2545_f491_4f6c_dd1d);
    let mut last: [Option<Change>; DEVICES] = Default::default();
    let mut write = |device: usize, record: &str, set: Map<Value>| {
        let change = change(device, last[device].as_ref(), record, set);
        last[device] = Some(change.clone());
        log.accept(change);
    };
    for host in 0..300 {
        let name = ["Asociación ", &rare(host * 97)].concat();
        write(host % DEVICES, &format!("organisation/h{host}"), Map::from([("name".to_owned(), name.into())]));
    }
    for number in 0..notes {
        write(number % DEVICES, &format!("visit/r{number}"), visit(dice, number));
    }
    log
}

fn change(device: usize, last: Option<&Change>, record: &str, set: Map<Value>) -> Change {
    let number = last.map_or(1, |last| last.seq() + 1);
    let tick = Tick::parse(&format!("{:012x}-{device:04x}", 1_790_000_000_000_i64 + number)).expect("a tick");
    Change::compose(Compose {
        record: &RecordId::parse(record).expect("a name that fits"),
        set,
        over: Map::new(),
        seen: Vec::new(),
        device: &DeviceId::parse(&format!("phone0000{device}")).expect("ten letters"),
        seq: number,
        prev: last.map(Change::id),
        at: "2026-11-24T08:11:22-05:00",
        tick,
    })
    .expect("a change within the limits")
}

fn visit(dice: &mut Dice, number: usize) -> Map<Value> {
    let date = format!("{}-{:02}-{:02}", 2024 + number % 3, 1 + dice.below(12), 1 + dice.below(28));
    // Half of them may enter a report.
    let status = ["draft", "complete", "reviewed", "reviewed"][number % 4];
    let theme = |dice: &mut Dice| Value::from(format!("term/theme-{}", dice.below(13)));
    Map::from([
        ("starts_on".to_owned(), date.into()),
        ("status".to_owned(), status.into()),
        ("confidentiality".to_owned(), "shareable".into()),
        ("visit_type".to_owned(), "site_visit".into()),
        ("host_organisation".to_owned(), format!("organisation/h{}", dice.below(300)).into()),
        ("municipality".to_owned(), MUNICIPALITIES[dice.below(5)].into()),
        ("themes".to_owned(), Value::List(vec![theme(dice), theme(dice)])),
        ("purpose".to_owned(), text(dice, 60).into()),
        ("observations".to_owned(), text(dice, LETTERS - 160).into()),
        ("assessment".to_owned(), text(dice, 100).into()),
    ])
}
