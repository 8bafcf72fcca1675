//! Indicators: what is to be reached, how far it is, and the records that say so.

mod form;
mod told;

pub use form::open as form;
pub use told::record;

use crate::app::{Names, Route};
use crate::i18n::Lang;
use crate::insight::indicators::{Indicator, indicators as all};
use crate::insight::visits::Visits;
use crate::record::Kind;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::pages::figures::{reading, waiting};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};

/// What is wanted of a page of indicators: the visits as they are read, and whether the trainings are.
#[derive(Clone, Copy)]
struct Read {
    visits: Shared<Option<Visits>>,
    is_ready: Derived<bool>,
}

impl Read {
    fn begin(desk: Desk) -> (Self, El) {
        let counting = desk.counting;
        let reader = div("").attr("hidden", "").follow(move || {
            desk.notebook.see();
            desk.count_anew();
        });
        let visits = reading::visits(desk);
        let was_ready = Shared::new(false);
        let is_ready = Derived::new(move || {
            // While it is counted anew, the last numbers stay.
            let is_ready = was_ready.peek_value() || (counting.is_ready.get() && visits.see().is_some());
            if is_ready {
                was_ready.set(true);
            }
            is_ready
        });
        (Read { visits, is_ready }, reader)
    }
}

pub fn indicators(desk: Desk) -> [El; 3] {
    let words = desk.words().indicators();
    let (read, reader) = Read::begin(desk);
    let new = || {
        let link = link("btn", "new-indicator", Route::New(Kind::Indicator).hash());
        link.child(icon(Pic::Plus)).child(words.new)
    };
    let body = move || {
        let held = desk.with_names(|names| all(names.log));
        if held.is_empty() {
            let hint = el("p").child(words.empty_hint);
            let title = el("h2").child(words.empty);
            let card = el("section").class("card empty").test("no-indicators").child(icon(Pic::Training));
            return vec![card.child([title, hint]).child(new())];
        }
        let mut cards: Vec<El> = held.iter().map(|indicator| card(desk, indicator, read)).collect();
        cards.push(el("p").class("hint").child(words.no_percent));
        cards
    };
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(words.title));
    let head = div("head").child([back_to(desk, &Route::Figures), title, new()]);
    [head, reader, div("stack").test("indicators").follow(body)]
}

fn card(desk: Desk, indicator: &Indicator, read: Read) -> El {
    let name = desk.with_names(|names| name_of(names, indicator));
    let link = link("title", "open-indicator", Route::Record(indicator.record.clone()).hash()).child(name);
    let indicator = indicator.clone();
    let counted = move || match read.is_ready.get() {
        true => told::reached(desk, &indicator, read.visits),
        false => vec![waiting(desk)],
    };
    el("section").class("card stack tight").test("indicator").child(el("h2").child(link)).follow(counted)
}

/// "1.2 · Mujeres capacitadas": in the person's language, else in the other one.
pub fn name_of(names: Names, indicator: &Indicator) -> String {
    let (first, second) = match names.lang {
        Lang::Es => (&indicator.name_es, &indicator.name_en),
        Lang::En => (&indicator.name_en, &indicator.name_es),
    };
    let name = [first, second].into_iter().find(|name| !name.is_empty());
    let parts: Vec<&str> = [Some(&indicator.code), name].into_iter().flatten().map(String::as_str).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] => names.lang.words().indicators().unnamed.to_owned(),
        parts => parts.join(" · "),
    }
}
