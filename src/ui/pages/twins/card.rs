//! One pair: why it may be one thing, both sides with what they say, and what a person can decide.

use super::{Held, named};
use crate::app::twice::keep_apart;
use crate::app::twins::{fuller, join, lacking};
use crate::app::{Names, Route, line};
use crate::i18n::in_running_text;
use crate::insight::twins::{Difference, Pair, Row, compare};
use crate::record::{Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::pages::record::label;
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::{tag, title};
use crate::ui::parts::values::in_words;
use crate::ui::shared::Shared;

/// Longer texts are read on the pages of the records.
const LETTERS: usize = 240;

pub fn card(desk: Desk, held: Held, pair: &Pair) -> El {
    let words = desk.words().twins();
    let both = [pair.one.clone(), pair.other.clone()];
    let reasons = pair.reasons.iter().map(|reason| (words.reason)(*reason)).enumerate();
    let reasons = reasons.map(|(at, why)| if at == 0 { why.to_owned() } else { in_running_text(why) });
    let why = el("p").test("twin-why").child(el("b").child(reasons.collect::<Vec<_>>().join(", ")));
    let sides = desk.with_names(|names| both.each_ref().map(|record| side(desk, names, record)));
    let (name, own) = (named(pair), named(pair));
    let is_joining = move || held.joining.see().as_ref().as_ref() == Some(&own);
    let doings = move || match is_joining() {
        true => joining(desk, held, both.clone()),
        false => choices(desk, held, both.clone(), name.clone()),
    };
    let card = el("section").class("card stack").test("twin").attr("aria-label", words.title);
    card.child(why)
        .child(div("sides").child(sides))
        .child(desk.with_names(|names| comparison(desk, names, &pair.one, &pair.other)))
        .follow(doings)
}

/// The name of a record as it stands in lists, its own where it was joined.
pub fn name_of(desk: Desk, names: Names, record: &RecordId) -> String {
    match record.kind() {
        Some(Kind::Visit | Kind::Session) => {
            let entry = line(names, record);
            let day = entry.as_ref().map(|entry| names.lang.date_short(&entry.date)).filter(|day| !day.is_empty());
            let title = entry.map(|entry| title(desk, &entry)).unwrap_or_else(|| record.to_string());
            day.into_iter().chain([title]).collect::<Vec<_>>().join(" · ")
        }
        _ => names.own(record),
    }
}

pub fn link_to(desk: Desk, names: Names, record: &RecordId) -> El {
    link("title", "to-twin", Route::Record(record.clone()).hash()).child(name_of(desk, names, record))
}

/// What it is called, and who wrote it when.
fn side(desk: Desk, names: Names, record: &RecordId) -> El {
    let first = names.log.record(record).and_then(|view| view.first());
    let by =
        first.map(|first| [names.device(first.device()), names.lang.moment(first.at(), &desk.today())].join(" · "));
    let side = div("side").test("twin-side").child(el("p").child(el("b").child(link_to(desk, names, record))));
    side.child(by.map(|by| el("p").class("small stone").child(by)))
}

/// Field by field: what differs, what only one says, and in a line what is the same.
fn comparison(desk: Desk, names: Names, one: &RecordId, other: &RecordId) -> El {
    let words = desk.words().twins();
    let rows = compare(names.log, one, other);
    let (same, rows): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.difference == Difference::Same);
    let row = |row: &Row| {
        let mark = match row.difference {
            Difference::Differs => tag("tag wait", Some(Pic::Warning), words.differs).test("differs"),
            _ => tag("tag", Some(Pic::Plus), words.only_here).test("only-here-said"),
        };
        let value = |value: &Value| match value {
            Value::Null => el("dd").class("stone").child(words.nothing),
            value => el("dd").child(short(in_words(names, &row.field, value))),
        };
        let label = el("dt").class("line").child(label(desk, &row.field)).child(mark);
        div("versus").child(label).child(row.values.each_ref().map(value))
    };
    let rows: Vec<El> = rows.iter().map(row).collect();
    let same: Vec<String> = same.iter().map(|row| label(desk, &row.field)).collect();
    let same = (!same.is_empty())
        .then(|| el("p").class("small stone").test("twin-same").child((words.same_in)(&same.join(", "))));
    div("stack tight").child((!rows.is_empty()).then(|| el("dl").class("stack tight").child(rows))).child(same)
}

fn short(text: String) -> String {
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text,
    }
}

fn choices(desk: Desk, held: Held, both: [RecordId; 2], name: [String; 2]) -> El {
    let words = desk.words().twins();
    let (opened, later) = (name.clone(), name);
    let same = button("btn", "is-same", move || held.joining.set(Some(opened.clone())));
    let apart = move || {
        let [one, other] = both.clone();
        desk.change(words.kept_apart, move |notebook| vec![keep_apart(notebook, &one, &other)]);
    };
    let put_off = move || held.put_off.update(|put_off| put_off.push(later.clone()));
    div("line").child([
        same.child(words.same),
        button("btn quiet", "not-same", apart).child(words.apart),
        button("btn plain", "decide-later", put_off).child(words.later),
    ])
}

/// Which of the two stands, what it takes over, and the Save.
fn joining(desk: Desk, held: Held, both: [RecordId; 2]) -> El {
    let words = desk.words().twins();
    let notebook = desk.notebook.peek();
    let [one, other] = both.clone();
    let stands = Shared::new(fuller(&notebook, &one, &other).to_string());
    let takes_over = Shared::new(true);
    let labels = desk.with_names_now(|names| {
        both.each_ref().map(|record| {
            let by = names.log.record(record).and_then(|view| view.first()).map(|first| names.device(first.device()));
            let label = by.into_iter().fold(name_of(desk, names, record), |name, by| [&name, " · ", &by].concat());
            Chip { value: record.to_string(), label }
        })
    });
    let which = chips(
        Group { name: "stands".to_owned(), legend: words.which, many: false },
        move || labels.to_vec(),
        move |value| *stands.see() == value,
        move |value| stands.set(value),
    );
    let pair = move || {
        let [one, other] = both.clone();
        if *stands.see() == other.as_str() { (one, other) } else { (other, one) }
    };
    let chosen = pair.clone();
    let taking = move || {
        let (other, into) = chosen();
        let lacks = lacking(&desk.notebook.peek(), &other, &into);
        let fields: Vec<String> = lacks.iter().map(|field| label(desk, field)).collect();
        (!fields.is_empty()).then(|| {
            let input = el("input")
                .attr("type", "checkbox")
                .is("checked", move || takes_over.get())
                .on("change", move |_| takes_over.update(|takes| *takes = !*takes));
            let text = el("span").child((words.take_over)(&fields.join(", ")));
            el("label").class("chip whole").test("take-over").child([input, text])
        })
    };
    let press = move || {
        let (other, into) = pair();
        let takes = takes_over.peek_value();
        let drafts = move |notebook: &_| join(notebook, &other, &into, takes);
        desk.change_then(words.joined, drafts, move || held.joining.set(None));
    };
    let save = button("btn", "join", press).child(icon(Pic::Check)).child(words.join);
    let cancel = button("btn plain", "join-cancel", move || held.joining.set(None)).child(desk.words().common.cancel);
    div("stack")
        .test("joining")
        .child(which)
        .child(el("p").class("hint").child(words.which_hint))
        .follow(taking)
        .child(div("line").child([save, cancel]))
}
