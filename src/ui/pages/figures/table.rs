//! A table by one or two dimensions, with sums only where they are true (rule 4).

use super::visits::DRAWN;
use crate::app::figures::key_in_words;
use crate::i18n::in_running_text;
use crate::insight::rows::Said;
use crate::insight::trainings::{Dimension, Measure, Table, behind as sessions_behind, table as break_down};
use crate::record::bands::Band;
use crate::report::pictures::of_rows;
use crate::report::svg::Picture;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};
use crate::ui::parts::behind::Behind;
use crate::ui::parts::picture::figure;
use crate::ui::parts::select::select;
use crate::ui::parts::trouble::why;
use crate::ui::shared::Derived;

pub fn table(desk: Desk) -> El {
    let words = desk.words().figures();
    let counting = desk.counting;
    let choices = move || {
        counting.taken_back.see();
        choices(desk)
    };
    let broken_down = Derived::new(move || {
        let asked = counting.asked.see();
        let by = [Some(asked.rows), asked.columns.filter(|columns| *columns != asked.rows)];
        let bands: Vec<Band> = asked.bands().unwrap_or_default();
        (by, break_down(&counting.trainings.see(), &asked.filter(), asked.measure, by, &bands))
    });
    let behind = Behind::new(desk, "behind-table");
    let shown = move || {
        let broken_down = broken_down.see();
        let (by, table) = broken_down.as_ref();
        grid(desk, *by, table, behind)
    };
    let card = el("section").class("card stack").attr("aria-labelledby", "figure-table").test("figure-table");
    card.child(el("h2").attr("id", "figure-table").child(words.table))
        .child(div("filters").follow(choices))
        .follow(shown)
        .child(behind.list())
}

fn choices(desk: Desk) -> Vec<El> {
    let words = desk.words().figures();
    let counting = desk.counting;
    let asked = counting.asked.peek();
    let dimensions = || {
        let named =
            |(dimension, name): &(Dimension, &str)| ((*name).to_owned(), (words.dimension)(*dimension).to_owned());
        Dimension::ALL.iter().map(named).collect::<Vec<_>>()
    };
    let name =
        |dimension: Dimension| Dimension::ALL.iter().find(|(one, _)| *one == dimension).map_or("", |(_, name)| *name);
    let rows = select("table-rows", words.rows, None, dimensions(), name(asked.rows), move |value| {
        counting.ask(|asked| asked.rows = Dimension::from_name(&value).unwrap_or(asked.rows));
    });
    let columns = asked.columns.map_or("", name);
    let columns = select("table-columns", words.columns, Some(words.no_columns), dimensions(), columns, move |value| {
        counting.ask(|asked| asked.columns = Dimension::from_name(&value));
    });
    let upper = |noun: &str| {
        let mut letters = noun.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let measures = vec![
        ("attendances".to_owned(), upper((words.attendances)(2))),
        ("sessions".to_owned(), upper((words.sessions)(2))),
    ];
    let measure = if asked.measure == Measure::Sessions { "sessions" } else { "attendances" };
    let measure = select("table-counts", words.counts, None, measures, measure, move |value| {
        counting.ask(|asked| {
            asked.measure = if value == "sessions" { Measure::Sessions } else { Measure::Attendances };
        });
    });
    let mut all = vec![rows, columns, measure];
    all.push(bands(desk));
    all
}

/// Ages to put together, asked for where the table has ages.
fn bands(desk: Desk) -> El {
    let words = desk.words().figures();
    let counting = desk.counting;
    let has_ages = Derived::new(move || {
        let asked = counting.asked.see();
        asked.rows == Dimension::Age || asked.columns == Some(Dimension::Age)
    });
    let is_wrong = Derived::new(move || counting.asked.see().bands().is_none());
    div("").follow(move || {
        has_ages.get().then(|| {
            let input = el("input")
                .class("input")
                .attr("id", "table-bands")
                .attr("autocomplete", "off")
                .attr("placeholder", "15-29, 30+")
                .test("table-bands")
                .value(move || counting.asked.peek().bands.clone())
                .on_input(move |text| counting.ask(|asked| asked.bands = text));
            div("field")
                .class_when("wrong", move || is_wrong.get())
                .child(el("label").attr("for", "table-bands").child(words.put_together))
                .child(input)
                .child(el("p").class("hint").child(words.put_together_hint))
                .follow(move || is_wrong.get().then(|| why("no-bands", words.no_bands)))
        })
    })
}

fn grid(desk: Desk, by: [Option<Dimension>; 2], table: &Table, behind: Behind) -> Vec<El> {
    let words = desk.words().figures();
    let lang = desk.lang.get();
    let number = |number: Option<i64>| number.map_or_else(|| "–".to_owned(), |number| lang.number(number));
    let cell = |count: Option<i64>| el("td").class("r").child(number(count));
    let open = |count: Option<i64>, row: Option<&str>, column: Option<&str>, what: String| match count {
        Some(count) if count > 0 => {
            let (row, column) = (row.map(str::to_owned), column.map(str::to_owned));
            let records = move || {
                let asked = desk.counting.asked.peek();
                let bands = asked.bands().unwrap_or_default();
                let trainings = desk.counting.trainings.peek();
                let place = (row.as_deref(), column.as_deref());
                sessions_behind(&trainings, &asked.filter(), asked.measure, by, &bands, place)
            };
            el("td").class("r").child(behind.number_of(lang.number(count), &what, records))
        }
        count => cell(count),
    };
    let [rows, columns] = by;
    let named = |by: Option<Dimension>, key: &str| {
        by.map(|by| desk.with_names(|names| key_in_words(names, by, key))).unwrap_or_default()
    };
    let heads: Vec<El> = match columns {
        Some(_) => {
            let head = |key: &String| el("th").class("r").attr("scope", "col").child(named(columns, key));
            table.columns.iter().map(head).collect()
        }
        None => Vec::new(),
    };
    // With one dimension a row is its sum.
    let row_sums = table.row_sums.as_ref();
    let is_single = columns.is_none();
    let sum_head = || el("th").class("r").attr("scope", "col");
    let sum_head = match (is_single, row_sums) {
        (true, _) => Some(sum_head().child(words.sum)),
        (false, Some(_)) => Some(sum_head().child(words.sum)),
        (false, None) => None,
    };
    let row = |(at, key): (usize, &String)| {
        let cells = table.cells.get(at).map(Vec::as_slice).unwrap_or_default();
        let name = named(rows, key);
        let sum = row_sums.filter(|_| !is_single).and_then(|sums| sums.get(at));
        let sum = sum.map(|sum| open(Some(*sum), Some(key), None, name.clone()));
        let column_of = |at: usize| table.columns.get(at).filter(|_| !is_single);
        let cells = cells.iter().enumerate().map(|(at, count)| {
            let column = column_of(at);
            let parts = [Some(name.clone()), column.map(|column| named(columns, column))];
            let what = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            open(*count, Some(key), column.map(String::as_str), what)
        });
        let cells: Vec<El> = cells.collect();
        el("tr").test("figure-row").child(el("th").attr("scope", "row").child(name)).child(cells).child(sum)
    };
    let foot = table.column_sums.as_ref().map(|sums| {
        let all = table.sum.filter(|_| !is_single);
        let all = all.map(|sum| open(Some(sum), None, None, words.sum.to_owned()).test("figure-sum"));
        let blank = (all.is_none() && !is_single && row_sums.is_some()).then(|| el("td"));
        let sums = sums.iter().enumerate().map(|(at, sum)| {
            let column = table.columns.get(at).filter(|_| !is_single);
            let what = column.map_or_else(|| words.sum.to_owned(), |column| named(columns, column));
            open(Some(*sum), None, column.map(String::as_str), what)
        });
        let sums: Vec<El> = sums.collect();
        let row = el("tr").child(el("th").attr("scope", "row").child(words.sum)).child(sums).child(all).child(blank);
        el("tfoot").child(row)
    });
    let corner = rows.map(|rows| (words.dimension)(rows)).unwrap_or_default();
    let head = el("tr").child(el("th").attr("scope", "col").child(corner)).child(heads).child(sum_head);
    let caption = el("caption").class("unseen").child(words.table);
    let body = el("tbody").child(table.rows.iter().enumerate().map(row).collect::<Vec<_>>());
    let grid = el("table").class("grid").child([caption, el("thead").child(head), body]).child(foot);
    let mut parts = vec![match chart(desk, by, table) {
        Some(picture) => figure(desk, "trainings-chart", &picture, "trainings", grid),
        None => div("scroll").child(grid),
    }];
    parts.extend(notes(desk, by, table));
    parts
}

/// A bar for each row: of its parts, where it has few of them and they add up.
fn chart(desk: Desk, by: [Option<Dimension>; 2], table: &Table) -> Option<Picture> {
    let words = desk.words().figures();
    let [rows, columns] = by;
    let named = |by: Option<Dimension>, key: &String| {
        by.map(|by| desk.with_names(|names| key_in_words(names, by, key))).unwrap_or_default()
    };
    let is_single = columns.is_none();
    if !is_single && (table.row_sums.is_none() || table.columns.len() > PARTS) {
        return None;
    }
    let said = table.rows.iter().zip(&table.cells).take(DRAWN).map(|(key, cells)| Said {
        name: named(rows, key),
        parts: cells.clone(),
        ..Said::default()
    });
    let said: Vec<Said> = said.collect();
    let legend: Vec<String> = table.columns.iter().filter(|_| !is_single).map(|key| named(columns, key)).collect();
    let counts =
        if desk.counting.asked.see().measure == Measure::Sessions { words.sessions } else { words.attendances };
    let by = rows.map(|rows| (words.dimension)(rows)).unwrap_or_default();
    of_rows(desk.lang.get(), &[counts(2), " · ", by].concat(), &said, &legend)
}

/// More parts than these are not told apart by colour.
const PARTS: usize = 3;

/// Why a sum is missing, or differs.
fn notes(desk: Desk, by: [Option<Dimension>; 2], table: &Table) -> Vec<El> {
    let words = desk.words().figures();
    let hint = |text: String| el("p").class("hint").test("table-note").child(text);
    let [rows, columns] = by;
    let overlaps = [rows.filter(|_| table.column_sums.is_none()), columns.filter(|_| table.row_sums.is_none())];
    let overlaps = overlaps.into_iter().flatten().map(|dimension| hint((words.overlap)((words.dimension)(dimension))));
    let mut notes: Vec<El> = overlaps.collect();
    if table.difference != 0 {
        notes.push(hint((words.difference)(&desk.lang.get().number(table.difference))));
    }
    notes.push(hint(in_running_text(desk.words().record().blank_is_not_zero)));
    notes
}
