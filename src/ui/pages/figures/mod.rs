//! Figures of trainings: sessions, attendances, different people; tables; what others reported; what to look at.

mod asked;
mod by_others;
mod doubts;
mod map;
mod numbers;
pub mod reading;
mod table;
mod twice;
mod visits;

pub use doubts::session_link;
pub use visits::waiting;

use crate::app::Route;
use crate::insight::trainings::{Figures, figures as count};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};

pub fn figures(desk: Desk) -> [El; 3] {
    let words = desk.words().figures();
    let counting = desk.counting;
    // Whenever the notebook changes, it is counted anew.
    let reader = div("").attr("hidden", "").follow(move || {
        desk.notebook.see();
        desk.count_anew();
    });
    let counted = Derived::new(move || {
        let trainings = counting.trainings.see();
        Some(count(&trainings, &counting.asked.see().filter()))
    });
    let is_empty = Derived::new(move || counting.trainings.see().sessions.is_empty());
    let is_ready = Derived::new(move || counting.is_ready.get());
    let visits = reading::visits(desk);
    let body = move || match (is_empty.get(), is_ready.get()) {
        (true, false) => vec![el("p").class("stone").attr("role", "status").child(words.counting)],
        (true, true) => vec![empty(desk)],
        // While it is counted anew, the last figures stay.
        (false, _) => vec![asked::asked(desk), numbers::numbers(desk, counted), soon(move || parts(desk, counted))],
    };
    let settings = link("btn plain", "counting-settings", Route::Counting.hash()).child(icon(Pic::Settings));
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(desk.words().nav.figures));
    let indicators = link("btn quiet", "to-indicators", Route::Indicators.hash()).child(icon(Pic::Chart));
    let indicators = indicators.child(desk.words().indicators().title);
    let ways = [title, indicators, settings.child(words.settings)];
    let head = div("head").child(back_to(desk, &Route::Trainings)).child(ways);
    let trainings = div("stack").follow(body);
    let of_visits = soon(move || {
        let both = div("cols").child([visits::visits(desk, visits), visits::commitments(desk, visits)]);
        div("stack").child([both, map::map(desk, visits)])
    });
    [head, reader, div("stack").test("figures").child([trainings, of_visits])]
}

/// What stands further down comes a moment later: the numbers do not wait for it.
fn soon(view: impl Fn() -> El + Send + 'static) -> El {
    let is_time = Shared::new(false);
    leptos::task::spawn_local(async move {
        browser::breathe().await;
        if !is_time.is_gone() {
            is_time.set(true);
        }
    });
    div("stack").follow(move || is_time.get().then(&view))
}

fn parts(desk: Desk, counted: Derived<Option<Figures>>) -> El {
    let left = div("stack").follow(move || twice::twice(desk, counted)).child(table::table(desk));
    let right = div("stack").follow(move || by_others::by_others(desk, counted)).child(doubts::doubts(desk, counted));
    div("cols").child([left, right])
}

fn empty(desk: Desk) -> El {
    let words = desk.words().figures();
    let new = link("btn", "new-training", Route::NewTraining.hash()).child(icon(Pic::Plus));
    el("section")
        .class("card empty")
        .test("no-figures")
        .child(icon(Pic::Training))
        .child(el("h2").child(words.empty))
        .child(el("p").child(words.empty_hint))
        .child(new.child(desk.words().today.new_training))
}
