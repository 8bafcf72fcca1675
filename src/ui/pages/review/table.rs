//! The table itself. Only the rows that are seen are in the page; the keyboard is in the table, which says on which row it is.

use super::{Review, keys};
use crate::app::review::{By, Column, Row, State, columns};
use crate::i18n::in_running_text;
use crate::record::{Choice, Kind};
use crate::ui::browser;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::Pic;
use crate::ui::parts::table::tag;
use crate::ui::shared::Derived;
use wasm_bindgen::JsCast;

/// Rows that are drawn above and below what is seen.
const MORE: usize = 10;
/// Rows that are drawn at once.
const DRAWN: usize = 40;
const SCROLLED: &str = ".review-rows";
const GRID: &str = "#review-grid";

pub fn columns_of(page: Review) -> Vec<Column> {
    columns(page.kind_now(), &page.desk.settings.see().review_columns)
}

/// What a column is called; "how much" of what, by kind.
pub fn name(page: Review, column: Column) -> &'static str {
    let names = page.desk.words().review().column_names;
    let at = Column::ALL.iter().position(|other| *other == column);
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

pub fn table(page: Review) -> El {
    let words = page.desk.words().review();
    let count = Derived::new(move || page.shown.see().len());
    let columns = Derived::new(move || columns_of(page).len());
    let grid = el("table")
        .class("review-table")
        .attr("id", "review-grid")
        .attr("role", "grid")
        .attr("tabindex", "0")
        .attr("aria-label", words.title)
        .attr("aria-describedby", "review-keys")
        .attr("aria-multiselectable", "true")
        .test("review-grid")
        .attr_when("aria-rowcount", move || Some(count.get().saturating_add(1).to_string()))
        .attr_when("aria-activedescendant", move || Some(["row-", &page.at.get().to_string()].concat()))
        .attr_when("style", move || Some(["--columns:", &columns.get().to_string()].concat()))
        .on("keydown", move |event| keys::press(page, &event))
        .child(el("thead").attr("role", "rowgroup").follow(move || heads(page)))
        .child(el("tbody").attr("role", "rowgroup").follow(move || drawn(page)));
    let hint = el("p").class("hint wide-only").attr("id", "review-keys").child(words.keys);
    let rows = div("review-rows card").on("scroll", move |_| look(page)).child(grid);
    div("stack tight").child([rows, hint])
}

fn heads(page: Review) -> El {
    let words = page.desk.words().review();
    let sort = page.sort.get();
    let head = |by, name: &'static str| {
        let sorted = match (sort.by == by, sort.is_down) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let arrow = match sorted {
            "ascending" => " ↑",
            "descending" => " ↓",
            _ => "",
        };
        let press = button("sort", "sort", move || page.sort_by(by)).child([name, arrow].concat());
        el("th").attr("role", "columnheader").attr("scope", "col").attr("aria-sort", sorted).child(press)
    };
    let mut heads = vec![el("td").attr("role", "gridcell").class("check"), head(By::Name, words.name)];
    heads.extend(columns_of(page).into_iter().map(|column| head(By::Column(column), name(page, column))));
    el("tr").attr("role", "row").attr("aria-rowindex", "1").child(heads)
}

fn drawn(page: Review) -> Vec<El> {
    let (shown, rows) = (page.shown.see(), page.rows.see());
    let columns = columns_of(page);
    // Fewer may be shown than there were when one scrolled.
    let first = Some(page.first.get()).filter(|first| *first < shown.len()).unwrap_or(0);
    let end = first.saturating_add(DRAWN).min(shown.len());
    let space = |rows: usize| {
        let style = ["--n:", &rows.to_string()].concat();
        el("tr").class("space").attr("aria-hidden", "true").attr("style", style)
    };
    let mut drawn = vec![space(first)];
    let seen = shown.get(first..end).unwrap_or_default();
    drawn.extend(
        (first..).zip(seen).filter_map(|(at, row_at)| Some(row(page, at, rows.get(*row_at as usize)?, &columns))),
    );
    drawn.push(space(shown.len().saturating_sub(end)));
    drawn
}

fn row(page: Review, at: usize, row: &Row, columns: &[Column]) -> El {
    let words = page.desk.words().review();
    let title = title(page, row);
    let (marked, opened) = (row.record.clone(), row.record.clone());
    let is_marked = move || page.marked.see().contains(&marked);
    let (is_checked, is_selected) = (is_marked.clone(), is_marked);
    let check = el("input")
        .attr("type", "checkbox")
        .attr("tabindex", "-1")
        .attr("aria-label", (words.choose)(&title))
        .test("review-mark")
        .is("checked", is_checked)
        .on("click", move |event| {
            event.stop_propagation();
            let is_more = event.dyn_ref::<web_sys::MouseEvent>().is_some_and(web_sys::MouseEvent::shift_key);
            page.at.set(at);
            if is_more {
                keys::mark_to(page, at);
            } else {
                page.from.set(at);
                keys::mark_one(page, at);
            }
        });
    let check =
        cell("check").child(el("label").class("mark").child(check).on("click", |event| event.stop_propagation()));
    let name = cell("first").child(el("b").child(title));
    let cells: Vec<El> = columns.iter().map(|column| cell("").child(value(page, row, *column))).collect();
    el("tr")
        .attr("role", "row")
        .attr("id", ["row-", &at.to_string()].concat())
        .attr("aria-rowindex", at.saturating_add(2).to_string())
        .attr_when("aria-selected", move || Some(is_selected().to_string()))
        .class_when("at", move || page.at.get() == at)
        .class_when("open", move || page.open.see().as_ref() == &Some(opened.clone()))
        .test("review-row")
        .on("click", move |_| {
            page.open_at(at);
            focus();
        })
        .child([check, name])
        .child(cells)
}

fn cell(class: &'static str) -> El {
    el("td").attr("role", "gridcell").class(class)
}

/// What a record is called in the table.
pub fn title(page: Review, row: &Row) -> String {
    let words = page.desk.words();
    match row.record.kind() {
        _ if !row.title.shown.trim().is_empty() => row.title.shown.clone(),
        Some(Kind::Session) => words.lists.without_title_training.to_owned(),
        Some(Kind::Visit) => words.lists.without_title_visit.to_owned(),
        kind => kind.map(words.labels.kind).unwrap_or_default().to_owned(),
    }
}

fn value(page: Review, row: &Row, column: Column) -> Option<El> {
    let (words, lang) = (page.desk.words(), page.desk.lang.get());
    let review = words.review();
    let text = |text: &str| (!text.is_empty()).then(|| el("span").child(text.to_owned()));
    match column {
        Column::Date => text(&lang.date_short(&row.date)).filter(|_| !row.date.is_empty()),
        Column::State => state(page, row.state),
        Column::With => text(&row.with.shown),
        Column::Place => text(&row.place.shown),
        Column::By => text(&row.by.shown),
        Column::Confidentiality => {
            row.confidentiality.and_then(|choice| text(&in_running_text((words.labels.choice)(choice))))
        }
        Column::Missing => {
            let missing: Vec<&str> = row.missing.iter().map(|field| (words.labels.short)(*field)).collect();
            text(&missing.join(", "))
        }
        Column::Clashes => {
            (row.clashes > 0).then(|| tag("tag bad", Some(Pic::Warning), (review.different)(row.clashes)))
        }
        Column::Area => text(&row.area.shown),
        Column::Total => text(&row.total.map(|total| lang.number(total)).unwrap_or_default()),
        Column::ChangedOn => row.changed_at.get(..10).and_then(|day| text(&lang.date_short(day))),
    }
}

/// The tag that says how far a record is.
pub fn state(page: Review, state: State) -> Option<El> {
    let words = page.desk.words();
    let (class, pic, label) = match state {
        State::None => return None,
        State::Mended => ("tag wait", Pic::Edit, words.review().mended.to_owned()),
        State::ChangedSince => ("tag wait", Pic::Warning, words.review().changed.to_owned()),
        State::Is(choice) => {
            let label = in_running_text((words.labels.choice)(choice));
            match choice {
                Choice::Reviewed | Choice::Done => ("tag ok", Pic::Check, label),
                Choice::Returned => ("tag bad", Pic::Undo, label),
                Choice::Draft => ("tag wait", Pic::Edit, label),
                _ => ("tag", Pic::Info, label),
            }
        }
    };
    Some(tag(class, Some(pic), label).test("review-state"))
}

// Where one is in the table.

fn row_height() -> f64 {
    let height = browser::find("[data-test=review-row]").map(|row| row.get_bounding_client_rect().height());
    height.filter(|height| *height > 1.0).unwrap_or(48.0)
}

fn head_height() -> f64 {
    browser::find("#review-grid thead").map_or(0.0, |head| head.get_bounding_client_rect().height())
}

/// How many rows are seen at once.
pub fn in_view() -> usize {
    let height = browser::find(SCROLLED).map_or(0.0, |rows| f64::from(rows.client_height()));
    (((height - head_height()) / row_height()) as usize).max(1)
}

/// Draws what is seen now.
fn look(page: Review) {
    let Some(rows) = browser::find(SCROLLED) else { return };
    let seen = (f64::from(rows.scroll_top()) / row_height()) as usize;
    let first = page.first.peek_value();
    let is_near = seen >= first.saturating_add(2)
        && seen.saturating_add(in_view()).saturating_add(2) <= first.saturating_add(DRAWN);
    if !is_near || (first > 0 && seen < MORE) {
        let to = seen.saturating_sub(MORE);
        if to != first {
            page.first.set(to);
        }
    }
}

pub fn scroll_to(top: f64) {
    if let Some(rows) = browser::find(SCROLLED) {
        rows.set_scroll_top(top as i32);
    }
}

/// Scrolls so far that a row is seen.
pub fn reveal(at: usize) {
    let Some(rows) = browser::find(SCROLLED) else { return };
    let (row, top) = (row_height(), f64::from(rows.scroll_top()));
    let place = at as f64 * row;
    let room = f64::from(rows.client_height()) - head_height();
    if place < top {
        scroll_to(place);
    } else if place + row > top + room {
        scroll_to(place + row - room);
    }
}

pub fn focus() {
    browser::focus(GRID);
}
