//! What is worth a second look, each with the sessions it is about.

use crate::app::{Route, line};
use crate::insight::trainings::{Alert, Figures, Session, Warning};
use crate::record::RecordId;
use crate::ui::desk::Desk;
use crate::ui::html::{El, el, link};
use crate::ui::parts::table::title;
use crate::ui::shared::Derived;

/// So many are named; what is wrong with more is not mended one by one.
const NAMED: usize = 30;

pub fn doubts(desk: Desk, counted: Derived<Option<Figures>>) -> El {
    let words = desk.words().figures();
    let list = move || {
        let counted = counted.see();
        let warnings = counted.as_ref().as_ref().map(|figures| figures.warnings.as_slice()).unwrap_or_default();
        // Pairs have a card of their own.
        let shown = warnings.iter().filter(|warning| warning.alert != Alert::SameSession);
        let doubts: Vec<El> = shown.map(|warning| doubt(desk, warning)).collect();
        if doubts.is_empty() { vec![el("p").class("stone").child(words.no_doubts)] } else { doubts }
    };
    let card = el("section").class("card stack tight").attr("aria-labelledby", "doubts").test("doubts");
    card.child(el("h2").attr("id", "doubts").child(words.doubts)).follow(list)
}

fn doubt(desk: Desk, warning: &Warning) -> El {
    let words = desk.words();
    let trainings = desk.counting.trainings.see();
    let sessions: Vec<&Session> = warning.sessions.iter().filter_map(|at| trainings.sessions.get(*at)).collect();
    let test = ["doubt-", &warning.alert.name().replace('_', "-")].concat();
    let sentence = (words.figures().alert)(warning.alert);
    if sessions.is_empty() {
        return el("p").test(test).child(sentence);
    }
    let count =
        el("span").class("tag").child(desk.lang.get().number(i64::try_from(sessions.len()).unwrap_or(i64::MAX)));
    let named = sessions.iter().take(NAMED).map(|session| el("li").child(session_link(desk, &session.record)));
    let more = sessions.len().checked_sub(NAMED).filter(|more| *more > 0);
    let more = more.map(|more| el("li").class("stone").child(["+ ", &more.to_string()].concat()));
    el("details")
        .class("doubt")
        .test(test)
        .child(el("summary").child(el("span").class("grow").child(sentence)).child(count))
        .child(el("ul").class("plain").child(named.collect::<Vec<_>>()).child(more))
}

/// The day and the name of a session as the lists have them, which lead to it.
pub fn session_link(desk: Desk, record: &RecordId) -> El {
    let entry = desk.with_names(|names| line(names, record));
    let name = entry.map(|entry| {
        let day = Some(desk.lang.get().date_short(&entry.date)).filter(|day| !day.is_empty());
        day.into_iter().chain([title(desk, &entry)]).collect::<Vec<_>>().join(" · ")
    });
    let name = name.unwrap_or_else(|| record.to_string());
    link("title", "to-session", Route::Record(record.clone()).hash()).child(name)
}
