//! The lists of visits and of trainings.

use crate::app::{Entry, Names, Route, trainings as all_trainings, visits as all_visits};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::{Columns, records};

pub fn visits(desk: Desk) -> [El; 2] {
    let words = &desk.words().lists;
    let page = Page {
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

pub fn trainings(desk: Desk) -> [El; 2] {
    let words = &desk.words().lists;
    let page = Page {
        columns: Columns::Trainings,
        pic: Pic::Training,
        title: words.trainings,
        empty: [words.no_trainings, words.no_trainings_hint],
        new: desk.words().today.new_training,
        test: "new-training",
        route: Route::NewTraining,
    };
    list(desk, page, all_trainings)
}

/// What tells one list from the other.
#[derive(Clone)]
struct Page {
    columns: Columns,
    pic: Pic,
    title: &'static str,
    /// What an empty list says, and what it teaches.
    empty: [&'static str; 2],
    new: &'static str,
    test: &'static str,
    route: Route,
}

fn list(desk: Desk, page: Page, entries: fn(Names) -> Vec<Entry>) -> [El; 2] {
    let title = page.title;
    let body = move || {
        let entries = desk.with_names(entries);
        let new = link("btn", page.test, page.route.hash()).child(icon(Pic::Plus)).child(page.new);
        if entries.is_empty() {
            let [nothing, hint] = page.empty;
            let empty = el("section").class("card empty").child(icon(page.pic));
            return vec![empty.child(el("h2").child(nothing)).child(el("p").child(hint)).child(new)];
        }
        let card = el("section").class("card").attr("aria-label", page.title);
        vec![div("line").child(new), card.child(records(desk, page.columns, page.title, entries))]
    };
    let head = div("head").child(div("grow").child(el("h1").attr("tabindex", "-1").child(title)));
    [head, div("stack").follow(body)]
}
