//! Large files, as the shortest texts that make readers of files slow, greedy or dizzy.

use ayni::log::{Change, Compose, DeviceId, Tick};
use ayni::record::{Map, RecordId};

/// Ten megabytes.
const SIZE: usize = 10_000_000;

/// What a file must give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    Refused,
    /// So many changes are read from it.
    Changes(usize),
}

/// Makes a file, in the process that reads it.
type Make = Box<dyn Fn() -> Vec<u8> + Send>;

/// A file and what it must give.
pub struct Case {
    pub name: String,
    pub make: Make,
    pub gives: Gives,
}

/// All of them.
pub fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut case = |name: String, gives, make: Make| cases.push(Case { name, make, gives });

    // One thing, again and again: by itself, and between two changes that are whole.
    for (name, piece) in [
        ("braces", "{"),
        ("brackets", "["),
        ("quotes", "\""),
        ("objects", "{\"a\":"),
        ("objects-and-lists", "{\"a\":["),
        ("backslashes", "\\"),
        ("digits", "1"),
        ("minus", "-"),
        ("nul", "\0"),
        ("commas", ","),
        ("lines", "\n"),
        ("lines-and-commas", "\n,\n\n"),
        ("spaces", " "),
        ("braces-on-lines", "\n{"),
        ("odd-quotes", "{\":\",\""),
        ("odd-quotes-closed", "{\":\",\"}"),
        ("open-strings", "{\"a\":\""),
        ("half-escapes", "{\"\\u"),
        ("lists-of-nothing", "[],"),
        ("section-names", "\"changes\":["),
        ("sections", "{\"changes\":["),
        ("headers", "{\"format\":\"ayni-export\","),
        ("copies", "\"records\":{"),
        ("copies-as-lists", "{\"records\":["),
        ("makers", "\"made\":{"),
        ("members-that-are-lists", "{\"\":["),
        ("members", "{\"\":"),
        ("half-characters", "{\"\\ud800\":1,\"changes\":0,\"x\":"),
        ("copies-on-lines", "\n\"records\":{\"a\":"),
        ("begun-changes", "{\"at\":\"2026\",\"by\":{\"device\":"),
        ("begun-changes-on-lines", "{\"at\":\"2026\",\"by\":{\"device\":\n"),
        ("quoted", "> {\"by\": {\n"),
        ("characters-of-four-bytes", "🌽"),
    ] {
        let blank = matches!(name, "nul" | "lines" | "spaces");
        let alone = if blank || name == "braces-on-lines" { Gives::Refused } else { alone(piece) };
        case(format!("{name}-alone"), alone, Box::new(move || piece.repeat(SIZE / piece.len()).into_bytes()));
        case(
            format!("{name}-between"),
            Gives::Changes(2),
            Box::new(move || file("", "{}", &piece.repeat(SIZE / piece.len()))),
        );
    }
    case("bytes-that-are-no-text".into(), Gives::Refused, Box::new(|| vec![0xc3; SIZE]));

    // Nesting, open and closed.
    for levels in [100_000, 1_000_000] {
        for (name, open, close) in [("lists", "[", "]"), ("objects", "{\"a\":", "}")] {
            let nested = move |is_closed: bool| {
                [open.repeat(levels).as_str(), "1", &close.repeat(if is_closed { levels } else { 0 })].concat()
            };
            for (state, is_closed) in [("closed", true), ("open", false)] {
                let name = |place: &str| format!("{levels}-{name}-{state}-in-{place}");
                case(
                    name("a-change"),
                    Gives::Changes(2),
                    Box::new(move || file("", "{}", &["{\"set\":{\"title\":", &nested(is_closed), "}}"].concat())),
                );
                case(name("records"), Gives::Changes(2), Box::new(move || file("", &nested(is_closed), "null")));
                case(
                    name("the-header"),
                    Gives::Changes(2),
                    Box::new(move || file(&["\"x\":", &nested(is_closed), ",\n"].concat(), "{}", "null")),
                );
            }
        }
    }

    // Long values where a value may stand.
    let long = |name: &str| -> String {
        match name {
            "string" => ["\"", &"a".repeat(9_000_000), "\""].concat(),
            "numbers" => ["[", &"1,".repeat(SIZE / 2), "1]"].concat(),
            "open-numbers" => ["[", &"1,".repeat(SIZE / 2)].concat(),
            "names" => {
                let members: Vec<String> = (0..SIZE / 16).map(|number| format!("\"k{number:010}\":1")).collect();
                ["{", &members.join(","), "}"].concat()
            }
            _ => ["{", &"\"a\":{},".repeat(SIZE / 7), "\"b\":1}"].concat(),
        }
    };
    for name in ["string", "numbers", "open-numbers", "names", "doubled-names"] {
        case(
            format!("{name}-in-a-change"),
            Gives::Changes(2),
            Box::new(move || file("", "{}", &["{\"set\":{\"title\":", &long(name), "}}"].concat())),
        );
        case(format!("{name}-in-records"), Gives::Changes(2), Box::new(move || file("", &long(name), "null")));
        for member in ["have", "missing", "made", "zz"] {
            let header = move || ["\"", member, "\":", &long(name), ",\n"].concat();
            case(format!("{name}-in-{member}"), Gives::Changes(2), Box::new(move || file(&header(), "{}", "null")));
        }
    }
    let photo = || {
        let hash = "a".repeat(64);
        let data = "A".repeat(SIZE);
        ["{\"sha256\":\"", &hash, "\",\"type\":\"image/png\",\"bytes\":7500000,\"data\":\"", &data, "\"}"].concat()
    };
    case("a-photo-that-is-none".into(), Gives::Changes(2), Box::new(move || file("", "{}", &photo())));

    // Many.
    for (name, line) in [
        ("damaged-lines", "{\"at\":\"x\",\"by\":{}},\n"),
        ("foreign-lines", "{\"event\":1},\n"),
        ("broken-lines", "{\"at\":\"x\",\"by\":{,\n"),
        ("broken-marks", "\"by\":\"set\":,\n"),
    ] {
        let lines = move || line.repeat(SIZE / line.len());
        case(name.into(), Gives::Changes(2), Box::new(move || file("", "{}", &[&lines(), "null"].concat())));
        case(
            format!("{name}-in-what-broke"),
            Gives::Changes(2),
            Box::new(move || file("", "{}", &[&lines(), "{\"x\":"].concat())),
        );
        case(format!("{name}-alone"), Gives::Refused, Box::new(move || lines().into_bytes()));
    }
    // White space without end before what breaks.
    case(
        "lines-before-what-broke".into(),
        Gives::Changes(2),
        Box::new(|| file(&["\"x\":1,", &"\n".repeat(SIZE), "\"made\":{"].concat(), "{}", "null")),
    );
    // A text full of what may be an object, before objects without end.
    case(
        "braces-in-a-text".into(),
        Gives::Changes(2),
        Box::new(|| {
            let text = ["{\"set\":\"", &"{\\\"a".repeat(SIZE / 8), "\",\"x\":", &"{\"a\":".repeat(SIZE / 10)].concat();
            file("", "{}", &text)
        }),
    );
    // I3
    case(
        "a-million-and-one-empty-objects".into(),
        Gives::Refused,
        Box::new(|| file("", "{}", &["{},".repeat(1_000_001).as_str(), "null"].concat())),
    );
    case("a-million-and-one-stubs".into(), Gives::Refused, Box::new(|| file("", "{}", &stubs(1_000_001))));
    case("fifty-thousand-stubs".into(), Gives::Changes(50_002), Box::new(|| file("", "{}", &stubs(50_000))));
    cases
}

/// A text that says of itself that it is an export is one, in which nothing is.
fn alone(piece: &str) -> Gives {
    if piece.contains("ayni-export") { Gives::Changes(0) } else { Gives::Refused }
}

/// Stubs of as many changes.
fn stubs(count: usize) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let mut out = String::with_capacity(count * 120);
    for number in 0..count {
        let id: String = (0..26).map(|at| char::from(LETTERS[(number >> (5 * (at % 5))) & 31])).collect();
        let before = if number == 0 { "" } else { ",\n" };
        out.push_str(before);
        out.push_str("{\"by\":{\"device\":\"zzzzzzzzzz\",\"seq\":1},\"erased\":true,\"id\":\"");
        out.push_str(&id);
        out.push_str("\",\"record\":\"a/b\"}");
    }
    out
}

/// An export of two changes, with something before, in the readable copy, and between the two.
fn file(header: &str, records: &str, between: &str) -> Vec<u8> {
    let [one, two] = ["visit/a", "visit/b"].map(change);
    let start = "{\n\"format\":\"ayni-export\",\"version\":1,\n";
    let parts = [
        start,
        header,
        "\"records\":",
        records,
        ",\n\"changes\":[\n",
        one.line(),
        ",\n",
        between,
        ",\n",
        two.line(),
        "\n],\n\"attachments\":[\n],\n\"end\":{\"changes\":2}\n}\n",
    ];
    parts.concat().into_bytes()
}

fn change(record: &str) -> Change {
    Change::compose(Compose {
        record: &RecordId::parse(record).expect("a fitting record"),
        set: Map::from([("title".to_owned(), record.into())]),
        over: Map::new(),
        seen: Vec::new(),
        device: &DeviceId::parse("k3v9q2m7x1").expect("a fitting device"),
        seq: 1,
        prev: None,
        at: "2026-11-24T08:11:22-05:00",
        tick: Tick::default(),
    })
    .expect("within the limits")
}
