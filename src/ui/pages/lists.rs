//! The lists of visits and of trainings.

use crate::app::courses::{courses, is_season};
use crate::app::{Route, trainings as all_trainings, visits as all_visits};
use crate::log::Log;
use crate::record::{Kind, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::search::{clear_all, search};
use crate::ui::parts::table::{Columns, Lines, records};
use crate::ui::shared::{Derived, Shared};

/// How long after a list was opened the search is got ready, in milliseconds: the list comes first.
const SEARCH_AFTER: i32 = 300;
/// How many courses stand above the list of trainings before somebody asks for all.
const SEASONS: usize = 3;

pub fn visits(desk: Desk) -> [El; 3] {
    let words = &desk.words().lists;
    let page = Page {
        kind: Kind::Visit,
        columns: Columns::Visits,
        pic: Pic::Visit,
        title: words.visits,
        empty: [words.no_visits, words.no_visits_hint],
        new: desk.words().today.new_visit,
        test: "new-visit",
        route: Route::NewVisit,
    };
    list(desk, page, all_visits)
}

pub fn trainings(desk: Desk) -> [El; 4] {
    let words = &desk.words().lists;
    let page = Page {
        kind: Kind::Session,
        columns: Columns::Trainings,
        pic: Pic::Training,
        title: words.trainings,
        empty: [words.no_trainings, words.no_trainings_hint],
        new: desk.words().today.new_training,
        test: "new-training",
        route: Route::NewTraining,
    };
    let [head, list, bin] = list(desk, page, all_trainings);
    [head, seasons(desk), list, bin]
}

/// The courses that go on over a season, the one that met last first.
fn seasons(desk: Desk) -> El {
    let words = &desk.words().lists;
    let shown = Shared::new(SEASONS);
    let all = Derived::new(move || desk.with_names(|names| courses(names, usize::MAX, is_season)));
    div("found").follow(move || {
        let all = all.get();
        let row = |(course, name): &(RecordId, String)| {
            let text = el("b").class("grow").child(name.clone());
            let row = link("row", "open-course", Route::Record(course.clone()).hash());
            el("li").child(row.child(icon(Pic::Training)).child(text).child(icon(Pic::Chevron)))
        };
        let rows: Vec<El> = all.iter().take(shown.get()).map(row).collect();
        let more = (all.len() > rows.len()).then(|| {
            let more = button("btn plain", "all-courses", move || shown.set(usize::MAX));
            more.child((desk.words().common.show_all)(all.len()))
        });
        (!rows.is_empty()).then(|| {
            el("section")
                .class("card")
                .attr("aria-labelledby", "courses")
                .test("courses")
                .child(el("h2").attr("id", "courses").child(words.courses))
                .child(el("ul").class("rows").child(rows))
                .child(more)
        })
    })
}

/// What tells one list from the other.
#[derive(Clone)]
struct Page {
    kind: Kind,
    columns: Columns,
    pic: Pic,
    title: &'static str,
    /// What an empty list says, and what it teaches.
    empty: [&'static str; 2],
    new: &'static str,
    test: &'static str,
    route: Route,
}

fn list(desk: Desk, page: Page, records_of: fn(&Log) -> Vec<RecordId>) -> [El; 3] {
    let (kind, title) = (page.kind, page.title);
    let state = desk.finding.list(kind);
    let wait = if state.asked.peek().is_empty() { SEARCH_AFTER } else { 0 };
    browser::after(wait, move || desk.prepare_search());
    let all = Derived::new(move || records_of(&desk.notebook.see().log));
    let is_empty = Derived::new(move || all.see().is_empty());
    // The page first, then the order of all records, then their rows: each holds the screen for a moment of its own.
    let is_in_order = Shared::new(false);
    leptos::task::spawn_local(async move {
        browser::breathe().await;
        if !is_in_order.is_gone() {
            all.see();
            browser::breathe().await;
            is_in_order.set(true);
        }
    });
    let numbers = Derived::new(move || desk.numbers(&all.see()));
    let words = Derived::new(move || state.asked.see().words());
    let shown = Derived::new(move || {
        let asked = state.asked.see();
        if asked.is_empty() || !desk.can_search() {
            return (0..all.see().len() as u32).collect();
        }
        desk.found(&numbers.see(), kind, &asked)
    });
    let body = move || {
        if !is_in_order.get() {
            return Vec::new();
        }
        let page = page.clone();
        let new = link("btn", page.test, page.route.hash()).child(icon(Pic::Plus)).child(page.new);
        if is_empty.get() {
            let [nothing, hint] = page.empty;
            let empty = el("section").class("card empty").child(icon(page.pic));
            return vec![empty.child(el("h2").child(nothing)).child(el("p").child(hint)).child(new)];
        }
        let result = move || {
            let lines = Lines { all: all.see(), shown: shown.see(), words: words.see() };
            if lines.shown.is_empty() {
                return nothing_found(desk, kind);
            }
            let card = el("section").class("card").attr("aria-label", page.title);
            card.child(records(desk, page.columns, page.title, lines))
        };
        vec![
            div("line").child(new).child((kind == Kind::Session).then(|| figures_link(desk))),
            search(desk, kind, move || (shown.see().len(), all.see().len())),
            div("stack").follow(result),
        ]
    };
    let head = div("head").child(div("grow").child(el("h1").attr("tabindex", "-1").child(title)));
    let bin = link("btn plain", "bin-link", Route::Bin.hash()).child(icon(Pic::Trash)).child(desk.words().bin.title);
    [head, div("stack").follow(body), el("p").class("line").child(bin)]
}

/// What they add up to.
fn figures_link(desk: Desk) -> El {
    link("btn quiet", "to-figures", Route::Figures.hash()).child(icon(Pic::Chart)).child(desk.words().nav.figures)
}

/// What was asked for is in none of the records.
fn nothing_found(desk: Desk, kind: Kind) -> El {
    let words = &desk.words().search;
    el("section")
        .class("card empty")
        .test("nothing-found")
        .child(icon(Pic::Search))
        .child(el("h2").child(words.nothing))
        .child(el("p").child(words.nothing_hint))
        .child(button("btn quiet", "clear-all", move || clear_all(desk, kind)).child(words.clear_all))
}
