//! "Is it the same?": what may have been written down twice, each pair side by side with the reason; a person decides (rule 8).

mod card;
mod decided;
mod notes;
mod reading;

pub use notes::{notes_of, to_twins};

use crate::app::Route;
use crate::insight::trainings::twice;
use crate::insight::twins::{Found, MOST, Pair, Reason, Twins};
use crate::record::Kind;
use crate::ui::browser::focus::keep_focus;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};

/// How many pairs of a kind are drawn before somebody asks for more.
const SHOWN: usize = 20;

/// In the order of the page.
const KINDS: [Kind; 4] = [Kind::Visit, Kind::Session, Kind::Organisation, Kind::Place];

/// What stays while the page is drawn anew.
#[derive(Clone, Copy)]
pub struct Held {
    /// Pairs to be decided later, until the page is opened again: the names of both.
    put_off: Shared<Vec<[String; 2]>>,
    /// The pair that is about to be joined.
    joining: Shared<Option<[String; 2]>>,
    /// How many pairs of each kind are drawn.
    shown: Shared<usize>,
}

/// A pair by the names of both.
fn named(pair: &Pair) -> [String; 2] {
    [pair.one.to_string(), pair.other.to_string()]
}

pub fn twins(desk: Desk) -> [El; 4] {
    let words = desk.words().twins();
    let (reader, found) = reading::twins(desk);
    let sessions = Derived::new(move || sessions(desk));
    let held = Held { put_off: Shared::new(Vec::new()), joining: Shared::new(None), shown: Shared::new(SHOWN) };
    let body = move || match found.get() {
        None => vec![el("p").class("stone").attr("role", "status").child(words.comparing)],
        Some(found) => {
            // Who decides one after the other by keyboard goes on where they were.
            keep_focus();
            groups(desk, held, &found, &sessions.see())
        }
    };
    let title = el("h1").attr("tabindex", "-1").child(words.title);
    let title = div("grow").child(title).child(el("p").class("stone").child(words.hint));
    let head = div("head").child([back_to(desk, &Route::Directory), title]);
    [head, reader, div("stack").test("twins").follow(body), decided::decided(desk)]
}

/// The sessions of one day, place and topic, as the figures propose them.
fn sessions(desk: Desk) -> Found {
    let trainings = desk.counting.trainings.see();
    let reasons = || vec![Reason::SameDay, Reason::SamePlace, Reason::SameTopic, Reason::TwoDevices];
    let pairs = twice(&trainings).into_iter().filter_map(|pair| {
        let [one, other] = pair.map(|at| trainings.sessions.get(at).map(|session| session.record.clone()));
        Some(Pair { one: one?, other: other?, reasons: reasons() })
    });
    let pairs: Vec<Pair> = pairs.collect();
    Found { count: pairs.len(), is_more: pairs.len() >= MOST, pairs }
}

fn groups(desk: Desk, held: Held, twins: &Twins, sessions: &Found) -> Vec<El> {
    let words = desk.words().twins();
    let found = KINDS.map(|kind| (kind, twins.of(kind).unwrap_or(sessions)));
    if found.iter().all(|(_, found)| found.pairs.is_empty()) {
        let empty = el("section").class("card empty").test("no-twins").child(icon(Pic::Check));
        let load = link("btn quiet", "to-exchange", Route::Exchange.hash()).child(icon(Pic::LoadFile));
        let load = load.child(desk.words().exchange().load_title);
        return vec![empty.child(el("h2").child(words.none)).child(el("p").child(words.none_hint)).child(load)];
    }
    let some = found.into_iter().filter(|(_, found)| !found.pairs.is_empty());
    some.map(|(kind, found)| group(desk, held, kind, found.clone())).collect()
}

fn group(desk: Desk, held: Held, kind: Kind, found: Found) -> El {
    let words = desk.words().twins();
    let shown = held.shown;
    let title = el("h2").attr("id", ["twins-", kind.name()].concat()).child((words.kind)(kind));
    let count = el("span").class("tag").test("twins-count").child(desk.lang.get().number(found.count as i64));
    let bound = (found.count > found.pairs.len())
        .then(|| el("p").class("hint").test("twins-bound").child((words.bound)(found.pairs.len(), found.count)));
    let more = found.is_more.then(|| el("p").class("hint").child(words.may_be_more));
    let pairs = move || {
        let put_off = held.put_off.see();
        let open: Vec<&Pair> = found.pairs.iter().filter(|pair| !put_off.contains(&named(pair))).collect();
        let cards: Vec<El> = open.iter().take(shown.get()).map(|pair| card::card(desk, held, pair)).collect();
        let (drawn, all) = (cards.len(), open.len());
        let more = (all > drawn).then(|| {
            let press = move || shown.update(|shown| *shown = shown.saturating_add(SHOWN));
            button("btn quiet wide", "more-twins", press).child((words.more)(all.saturating_sub(drawn)))
        });
        let away = found.pairs.len().saturating_sub(all);
        let back = (away > 0).then(|| {
            let of_kind = move |pair: &[String; 2]| pair.iter().all(|name| name.starts_with(kind.name()));
            let press = move || held.put_off.update(|put_off| put_off.retain(|pair| !of_kind(pair)));
            let told = el("span").class("grow").child((words.put_off)(away));
            let again = button("btn plain", "twins-again", press).child(words.show_again);
            div("note calm").attr("role", "status").test("twins-put-off").child(icon(Pic::Info)).child([told, again])
        });
        div("stack").child(cards).child(more).child(back)
    };
    el("section")
        .class("stack")
        .attr("aria-labelledby", ["twins-", kind.name()].concat())
        .test(["twins-", kind.name()].concat())
        .child(div("line").child([title, count]))
        .child(bound)
        .child(more)
        .follow(pairs)
}
