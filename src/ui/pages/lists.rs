//! The lists of visits and of trainings.

use crate::app::{Entry, Route, trainings as all_trainings, visits as all_visits};
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::{Columns, records};
use leptos::prelude::*;

pub fn visits(desk: Desk) -> impl IntoView {
    let words = &desk.words().lists;
    let page = Page {
        columns: Columns::Visits,
        pic: Pic::Visit,
        title: words.visits,
        empty: [words.no_visits, words.no_visits_hint],
        new: (Route::NewVisit, desk.words().today.new_visit, "new-visit"),
    };
    list(desk, page, Memo::new(move |_| desk.with_names(all_visits)))
}

pub fn trainings(desk: Desk) -> impl IntoView {
    let words = &desk.words().lists;
    let page = Page {
        columns: Columns::Trainings,
        pic: Pic::Training,
        title: words.trainings,
        empty: [words.no_trainings, words.no_trainings_hint],
        new: (Route::NewTraining, desk.words().today.new_training, "new-training"),
    };
    list(desk, page, Memo::new(move |_| desk.with_names(all_trainings)))
}

/// What tells one list from the other.
#[derive(Clone)]
struct Page {
    columns: Columns,
    pic: Pic,
    title: &'static str,
    /// What an empty list says, and what it teaches.
    empty: [&'static str; 2],
    new: (Route, &'static str, &'static str),
}

fn list(desk: Desk, page: Page, entries: Memo<Vec<Entry>>) -> impl IntoView + use<> {
    let title = page.title;
    let Page { columns, pic, empty: [nothing, hint], new: (route, new, test), .. } = page;
    let button = move || {
        view! {
            <a class="btn" href=route.hash() data-test=test>
                {icon(Pic::Plus)}
                {new}
            </a>
        }
    };
    let body = move || {
        let entries = entries.get();
        if entries.is_empty() {
            view! {
                <section class="card empty">
                    {icon(pic)} <h2>{nothing}</h2> <p>{hint}</p> {button()}
                </section>
            }
            .into_any()
        } else {
            view! {
                <div class="line">{button()}</div>
                <section class="card" aria-label=title>{records(desk, columns, title, entries)}</section>
            }
            .into_any()
        }
    };
    view! {
        <div class="head">
            <div class="grow"><h1 tabindex="-1">{title}</h1></div>
        </div>
        {body}
    }
}
