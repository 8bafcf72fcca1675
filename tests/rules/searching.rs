//! Notes are found by all that they say, in either language, and by what they are filtered by.

use crate::make::{Save, log_of};
use ayni::app::{Asked, Facet, Finder, Names, Notebook, trainings, visits};
use ayni::i18n::Lang;
use ayni::log::Log;
use ayni::record::{Kind, RecordId, Value};

const EXAMPLE: &str = include_str!("../../data/example.jsonl");

fn names(log: &Log) -> Names<'_> {
    Names { log, lang: Lang::Es }
}

fn finder(log: &Log) -> Finder {
    let mut finder = Finder::default();
    finder.begin(log);
    while !finder.work(names(log), 3) {}
    finder
}

fn typed(words: &str) -> Asked {
    let mut asked = Asked::default();
    asked.typed = words.to_owned();
    asked
}

/// The rids of the notes found, in the order of the list.
fn found(finder: &Finder, log: &Log, kind: Kind, asked: &Asked) -> Vec<String> {
    let all = if kind == Kind::Visit { visits(log) } else { trainings(log) };
    let shown = finder.shown(log, &finder.numbers(&all), kind, asked);
    shown.iter().map(|at| all[*at as usize].rid().to_owned()).collect()
}

#[test]
fn a_note_is_found_by_all_that_it_says() {
    let log = Notebook::example(EXAMPLE).log;
    let finder = finder(&log);
    let all = visits(&log).len();
    let check = |words: &str, fits: &dyn Fn(usize) -> bool| {
        let found = found(&finder, &log, Kind::Visit, &typed(words));
        assert!(fits(found.len()), "{words}: {found:?} of {all}");
    };
    let some: &dyn Fn(usize) -> bool = &|found| found > 0 && found < all;
    for words in [
        // What was seen, whom it was to, where, how it is sorted, in one language and the other.
        "energetica",
        "caficultores rio intag",
        "COTACACHI",
        "imbabura",
        "comercio justo",
        "fair trade",
        "biodigestor",
        "biodigester",
        "visita lugar",
        "site",
        "organic coffee",
        "cooperativa global",
        "intag caf",
    ] {
        check(words, some);
    }
    check("bartolina octubre 2015", &|found| found > 0);
    check("", &|found| found == all);
    check(" -- ", &|found| found == all);
    for words in ["caficultores xilofono", "visit_type", "ganismo", "ec1003"] {
        check(words, &|found| found == 0);
    }
}

#[test]
fn a_training_is_found_by_what_its_course_says() {
    let log = Notebook::example(EXAMPLE).log;
    let finder = finder(&log);
    let topic = finder.values(&log, Kind::Session, Facet::Topic);
    assert!(!topic.is_empty());
    let name = names(&log).of(&topic[0].0);
    assert!(!found(&finder, &log, Kind::Session, &typed(&name)).is_empty(), "{name}");
    assert_eq!(found(&finder, &log, Kind::Visit, &typed("xilofono")), [""; 0]);
}

#[test]
fn filters_narrow_what_is_found() {
    let visit = |rid: &str, day: &str, host: &str, status: &str| {
        let save = Save::of(rid).about(&["visit/", rid].concat()).text("starts_on", day).text("status", status);
        save.text("host_organisation", host).text("purpose", "riego").now()
    };
    let changes = [
        visit("a", "2026-01-31", "organisation/x", "draft"),
        visit("b", "2026-02-01", "organisation/x", "complete"),
        visit("c", "2026-02-28", "organisation/y", "complete"),
        visit("d", "", "organisation/y", "complete"),
    ];
    let log = log_of(&changes);
    let finder = finder(&log);
    let check =
        |asked: Asked, expected: &[&str]| assert_eq!(found(&finder, &log, Kind::Visit, &asked), expected, "{asked:?}");
    let period = |from: &str, to: &str| {
        let mut asked = Asked::default();
        (asked.from, asked.to) = (from.to_owned(), to.to_owned());
        asked
    };
    check(period("2026-02-01", ""), &["c", "b"]);
    check(period("", "2026-02-01"), &["b", "a"]);
    check(period("2026-02-01", "2026-02-01"), &["b"]);
    check(period("2027-01-01", "2026-01-01"), &[]);
    let with = |host: &str| {
        let mut asked = typed("rieg");
        asked.choose(Facet::With, host.to_owned());
        asked.choose(Facet::Status, "complete".to_owned());
        asked
    };
    check(with("organisation/x"), &["b"]);
    check(with("organisation/y"), &["c", "d"]);
    check(with("organisation/z"), &[]);
    let mut asked = with("organisation/x");
    asked.choose(Facet::Status, String::new());
    check(asked.clone(), &["b", "a"]);
    assert_eq!((asked.filters(), period("a", "").filters(), typed("¿?").is_empty()), (1, 1, true));
    assert_eq!(finder.values(&log, Kind::Visit, Facet::Status), [("complete".to_owned(), 3), ("draft".to_owned(), 1)]);
    assert_eq!(finder.values(&log, Kind::Session, Facet::Status), []);
}

#[test]
fn two_words_that_were_joined_are_one_value_of_a_filter() {
    let word = |name: &str| Save::of(name).about(&format!("term/{name}")).text("list", "theme").text("label_es", name);
    let visit = |name: &str, themes: &[&str]| {
        let themes = themes.iter().map(|theme| format!("term/{theme}").into()).collect();
        Save::of(name).about(&format!("visit/{name}")).value("themes", Value::List(themes)).now()
    };
    let (water, river) = (word("agua").now(), word("rio").now());
    let joined = word("rio").text("joined_into", "term/agua").at(2).after(&river).now();
    let [a, b, c] = [visit("a", &["agua"]), visit("b", &["rio", "agua"]), visit("c", &["rio"])];
    let mut log = log_of([&water, &river, &a, &b, &c]);
    let mut finder = finder(&log);
    let check = |finder: &Finder, log: &Log, theme: &str, expected: &[&str]| {
        let mut asked = Asked::default();
        asked.choose(Facet::Theme, theme.to_owned());
        let mut found = found(finder, log, Kind::Visit, &asked);
        found.sort();
        assert_eq!(found, expected, "{theme}");
    };
    check(&finder, &log, "term/agua", &["a", "b"]);
    check(&finder, &log, "term/rio", &["b", "c"]);
    let value = |name: &str, notes| (name.to_owned(), notes);
    assert_eq!(finder.values(&log, Kind::Visit, Facet::Theme), [value("term/agua", 2), value("term/rio", 2)]);
    log.accept(joined);
    finder.touch(&[id("term/rio")]);
    while !finder.work(names(&log), 3) {}
    check(&finder, &log, "term/agua", &["a", "b", "c"]);
    check(&finder, &log, "term/rio", &["a", "b", "c"]);
    assert_eq!(finder.values(&log, Kind::Visit, Facet::Theme), [value("term/agua", 3)]);
}

#[test]
fn what_was_written_since_is_found_and_what_was_replaced_is_not() {
    let host = Save::of("a").about("organisation/x").text("name", "Asociación Ñusta").now();
    let visit =
        Save::of("b").about("visit/a").text("host_organisation", "organisation/x").text("purpose", "riego").now();
    let promise = Save::of("c").about("agreement/p").text("visit", "visit/a").text("what", "Enviar semillas").now();
    let mut log = log_of([&host, &visit, &promise]);
    let mut finder = finder(&log);
    let check = |finder: &Finder, log: &Log, words: &str, expected: &[&str]| {
        assert_eq!(found(finder, log, Kind::Visit, &typed(words)), expected, "{words}");
    };
    check(&finder, &log, "nusta semilla riego", &["a"]);

    let renamed =
        Save::of("a").about("organisation/x").text("name", "Red Qori").over("name", &[&host]).after(&host).at(5).now();
    let edited = Save::of("b").text("purpose", "abono").over("purpose", &[&visit]).after(&visit).at(6).now();
    let dropped = Save::of("c").about("agreement/p").bin(true, &[], &[&promise]).after(&promise).at(7).now();
    let other = Save::of("d").about("visit/n").text("host_organisation", "organisation/x").at(8).now();
    let changes = [renamed, edited, dropped, other];
    let touched: Vec<RecordId> = changes.iter().map(|change| change.record().clone()).collect();
    changes.into_iter().for_each(|change| {
        log.accept(change);
    });
    finder.touch(&touched);
    while !finder.work(names(&log), 1) {}
    for words in ["nusta", "semilla", "riego"] {
        check(&finder, &log, words, &[]);
    }
    check(&finder, &log, "qori abono", &["a"]);
    assert_eq!(found(&finder, &log, Kind::Visit, &typed("qori")).len(), 2);

    // In the bin it is not in the list; its words find nothing either.
    let binned =
        Save::of("d").about("visit/n").bin(true, &[], &log.record(&id("visit/n")).expect("held").history()).at(9);
    let binned = binned.after(log.record(&id("visit/n")).and_then(|view| view.last()).expect("held")).now();
    log.accept(binned);
    finder.touch(&[id("visit/n")]);
    while !finder.work(names(&log), 1) {}
    check(&finder, &log, "qori", &["a"]);
}

fn id(record: &str) -> RecordId {
    RecordId::parse(record).expect("a fitting record")
}

#[test]
fn an_index_that_followed_each_change_finds_what_a_new_one_finds() {
    let log = Notebook::example(EXAMPLE).log;
    let whole = finder(&log);
    // From nothing, each record is told of as it comes, in an order of no help.
    let mut changes: Vec<_> = log.changes().cloned().collect();
    changes.reverse();
    let mut grown = Log::new();
    let mut followed = finder(&grown);
    for change in changes {
        let record = change.record().clone();
        grown.accept(change);
        followed.touch(&[record]);
        while !followed.work(names(&grown), 2) {}
    }
    for words in ["a", "de la", "cafe", "asociacion", "fair", "biodig", "cotacachi", "octubre", "productor", "gam"] {
        for kind in [Kind::Visit, Kind::Session] {
            let asked = typed(words);
            assert_eq!(found(&followed, &grown, kind, &asked), found(&whole, &log, kind, &asked), "{words}");
        }
    }
    for facet in Facet::CHOSEN {
        assert_eq!(
            followed.values(&grown, Kind::Session, facet),
            whole.values(&log, Kind::Session, facet),
            "{facet:?}"
        );
    }
}

#[test]
fn a_hit_is_shown_in_its_sentence_unless_it_is_seen_anyway() {
    let host = Save::of("a").about("organisation/x").text("name", "Asociación Río Intag").now();
    let visit = Save::of("b").about("visit/a").text("host_organisation", "organisation/x");
    let visit = visit
        .text("purpose", "Ver el riego")
        .text("observations", "Riegan de noche. La asociación cuida el río.")
        .now();
    let promise = Save::of("c").about("agreement/p").text("visit", "visit/a").text("what", "Enviar semillas").now();
    let log = log_of([&host, &visit, &promise]);
    let finder = finder(&log);
    let check = |words: &str, seen: &[&str], expected: &str| {
        let pieces = finder.sentence(names(&log), &id("visit/a"), &typed(words).words(), seen);
        let text: String = pieces.unwrap_or_default().into_iter().map(|piece| piece.text).collect();
        assert_eq!(text, expected, "{words}");
    };
    check("rio", &[], "…La asociación cuida el río.");
    check("rio intag", &[], "Asociación Río Intag");
    check("rio intag", &["Asociación Río Intag"], "");
    check("riego", &[], "Ver el riego");
    check("semillas", &[], "Enviar semillas");
    check("nada", &[], "");
}
