//! The same session twice? Both are shown; a person decides and can undo it (rule 8).

use super::doubts::session_link;
use crate::app::twice::{join, keep_apart};
use crate::app::{Route, line};
use crate::insight::trainings::{Alert, Figures, Session};
use crate::record::RecordId;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Derived;

/// More of them at once would hide the figures.
const SHOWN: usize = 5;

pub fn twice(desk: Desk, counted: Derived<Option<Figures>>) -> Vec<El> {
    let counted = counted.see();
    let warnings = counted.as_ref().as_ref().map(|figures| figures.warnings.as_slice()).unwrap_or_default();
    let pairs = warnings.iter().filter(|warning| warning.alert == Alert::SameSession);
    let mut cards: Vec<El> = pairs.filter_map(|pair| proposal(desk, &pair.sessions)).take(SHOWN).collect();
    if !cards.is_empty() {
        let all = link("btn plain", "to-twins", Route::Twins.hash()).child(desk.words().twins().more_sessions);
        cards.push(el("p").class("line").child(all));
    }
    cards
}

fn proposal(desk: Desk, pair: &[usize]) -> Option<El> {
    let trainings = desk.counting.trainings.see();
    let [one, other] = pair else { return None };
    let (one, other) = (trainings.sessions.get(*one)?, trainings.sessions.get(*other)?);
    let words = desk.words().figures();
    let sides = div("sides").child([side(desk, one, &other.record), side(desk, other, &one.record)]);
    let (first, second) = (one.record.clone(), other.record.clone());
    let press = move || {
        let (first, second) = (first.clone(), second.clone());
        desk.change(words.kept_apart, move |notebook| vec![keep_apart(notebook, &first, &second)]);
    };
    let title = el("h2").class("line").child(icon(Pic::Info)).child(words.twice);
    let apart = button("btn plain", "are-two", press).child(words.are_two);
    let card = el("section").class("card stack").attr("aria-label", words.twice).test("twice");
    Some(card.child([title, el("p").class("hint").child(words.twice_why), sides, apart]))
}

/// One of the two, and the way to let it stand for both.
fn side(desk: Desk, session: &Session, other: &RecordId) -> El {
    let words = desk.words();
    let total = session.total.map(|total| (words.common.total)(total, Some(session.unit.choice())));
    let by = session.by.map(|device| desk.with_names(|names| names.device(&device)));
    let place = desk.with_names(|names| line(names, &session.record)).map(|entry| entry.place);
    let small = [place.filter(|place| !place.is_empty()), by];
    let small = small.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let (kept, other) = (session.record.clone(), other.clone());
    let press = move || {
        let (kept, other) = (kept.clone(), other.clone());
        desk.change(words.figures().joined, move |notebook| vec![join(notebook, &other, &kept)]);
    };
    div("side")
        .test("twice-side")
        .child(el("p").child(session_link(desk, &session.record)))
        .child((!small.is_empty()).then(|| el("p").class("small stone").child(small)))
        .child(el("p").child(el("b").child(total.unwrap_or_else(|| "—".to_owned()))))
        .child(button("btn quiet", "keep-this", press).child(words.figures().keep_this))
}
