//! Figures of visits, by area, theme, place, kind and month, and of the commitments made on them.

use super::reading::asked;
use crate::app::Names;
use crate::app::figures::key_in_words;
use crate::insight::rows::Said;
use crate::insight::trainings::Dimension;
use crate::insight::visits::{By, Row, Visits};
use crate::record::RecordId;
use crate::report::pictures::of_rows;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};
use crate::ui::parts::behind::Behind;
use crate::ui::parts::picture::figure;
use crate::ui::parts::select::select;
use crate::ui::shared::Shared;

/// So many rows are drawn; the table has all.
pub const DRAWN: usize = 15;

pub fn visits(desk: Desk, read: Shared<Option<Visits>>) -> El {
    let words = desk.words().indicators();
    let by = Shared::new(By::Area);
    let behind = Behind::new(desk, "behind-visits");
    let values = By::ALL.iter().map(|(by, name)| ((*name).to_owned(), (words.by)(*by).to_owned())).collect();
    let choice = select("visits-by", words.visits_by, None, values, "area", move |value| {
        let chosen = By::ALL.iter().find(|(_, name)| *name == value);
        by.set(chosen.map_or(By::Area, |(by, _)| *by));
    });
    let shown = move || {
        let read = read.see();
        let Some(visits) = read.as_ref() else { return vec![waiting(desk)] };
        let (filter, by) = (asked(desk), by.get());
        let all: Vec<RecordId> = visits.taken(&filter).map(|visit| visit.record.clone()).collect();
        if all.is_empty() {
            return vec![el("p").class("stone").child(words.no_visits)];
        }
        let number = desk.lang.get().number(i64::try_from(all.len()).unwrap_or(i64::MAX));
        let tile = div("fact").test("figure-visits").child(el("b").child(behind.number(number, words.visits, &all)));
        let rule = (words.counted)(crate::insight::indicators::Measure::Visits);
        let tile = tile.child(el("small").child(rule));
        let mut parts = vec![tile];
        parts.push(rows(desk, by, &visits.rows(&filter, by), behind));
        parts.extend(by.overlaps().then(|| el("p").class("hint").child((words.overlap)((words.by)(by)))));
        parts
    };
    let card = el("section").class("card stack").attr("aria-labelledby", "visits-title").test("visits-card");
    let title = el("h2").attr("id", "visits-title").child(words.visits);
    card.child([title, div("filters").child(choice)]).follow(shown).child(behind.list())
}

pub fn waiting(desk: Desk) -> El {
    el("p").class("stone").attr("role", "status").child(desk.words().figures().counting)
}

/// The chart and the table of some rows.
fn rows(desk: Desk, by: By, rows: &[Row], behind: Behind) -> El {
    let words = desk.words().indicators();
    let lang = desk.lang.get();
    let count = |row: &Row| i64::try_from(row.records.len()).unwrap_or(i64::MAX);
    let named = |row: &Row| desk.with_names(|names| named(names, by, &row.key));
    let said: Vec<Said> = rows
        .iter()
        .take(DRAWN)
        .map(|row| Said { name: named(row), parts: vec![Some(count(row))], ..Said::default() })
        .collect();
    let title = [words.visits, " · ", (words.by)(by)].concat();
    let line = |row: &Row| {
        let name = named(row);
        let number = behind.number(lang.number(count(row)), &name, &row.records);
        el("tr").child(el("th").attr("scope", "row").child(name)).child(el("td").class("r").child(number))
    };
    let head = el("tr")
        .child(el("th").attr("scope", "col").child((words.by)(by)))
        .child(el("th").class("r").attr("scope", "col").child(words.visits));
    let body = el("tbody").child(rows.iter().map(line).collect::<Vec<_>>());
    let table = el("table").class("grid").child(el("caption").class("unseen").child(title.clone()));
    let table = table.child([el("thead").child(head), body]);
    let more = rows.len().checked_sub(DRAWN).filter(|more| *more > 0);
    let more = more.map(|more| el("p").class("hint").child((words.more_in_table)(more)));
    match of_rows(lang, &title, &said, &[]) {
        Some(picture) => div("stack tight").child(figure(desk, "visits-chart", &picture, "visits", table)).child(more),
        None => div("scroll").child(table),
    }
}

pub fn named(names: Names, by: By, key: &str) -> String {
    let as_of = match by {
        By::Area | By::Theme => Dimension::Area,
        By::Municipality => Dimension::Municipality,
        By::Region => Dimension::Region,
        By::Manner => Dimension::Method,
        By::Month => Dimension::Month,
    };
    key_in_words(names, as_of, key)
}

/// How the commitments stand today.
pub fn commitments(desk: Desk, read: Shared<Option<Visits>>) -> El {
    let words = desk.words().indicators();
    let behind = Behind::new(desk, "behind-commitments");
    let shown = move || {
        let read = read.see();
        let Some(visits) = read.as_ref() else { return vec![waiting(desk)] };
        let today = desk.today();
        let lang = desk.lang.get();
        let standing = visits.standing(&asked(desk), &today);
        if standing.open.is_empty() && standing.done.is_empty() && standing.dropped.is_empty() {
            return vec![el("p").class("stone").child(words.no_commitments)];
        }
        let lines = [
            ("open", words.open, &standing.open),
            ("overdue", words.overdue, &standing.overdue),
            ("done", words.done, &standing.done),
            ("done-late", words.done_late, &standing.done_late),
            ("dropped", words.dropped, &standing.dropped),
        ];
        let count = |records: &[RecordId]| i64::try_from(records.len()).unwrap_or(i64::MAX);
        let said = lines.map(|(_, name, records)| Said {
            name: name.to_owned(),
            parts: vec![Some(count(records))],
            ..Said::default()
        });
        let row = |(test, name, records): (&str, &'static str, &Vec<RecordId>)| {
            let number = behind.number(lang.number(count(records)), name, records);
            el("tr")
                .test(["commitments-", test].concat())
                .child(el("th").attr("scope", "row").child(name))
                .child(el("td").class("r").child(number))
        };
        let title = [words.commitments, " · ", &(words.as_of)(&lang.date_short(&today))].concat();
        let caption = el("caption").class("unseen").child(title.clone());
        let body = el("tbody").child(lines.map(row));
        let table = el("table").class("grid").child([caption, body]);
        let chart = of_rows(lang, &title, &said, &[]);
        let shown = match chart {
            Some(picture) => figure(desk, "commitments-chart", &picture, "commitments", table),
            None => div("scroll").child(table),
        };
        vec![el("p").class("stone").child((words.as_of)(&lang.date_short(&today))), shown]
    };
    let card = el("section").class("card stack").attr("aria-labelledby", "commitments").test("commitments-card");
    let title = el("h2").attr("id", "commitments").child(words.commitments);
    card.child(title).follow(shown).child(behind.list())
}
