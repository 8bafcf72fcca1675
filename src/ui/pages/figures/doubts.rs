//! What is worth a second look, each with the sessions it is about.

use crate::app::{Names, Route};
use crate::insight::trainings::{Alert, Figures, Session, Warning};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
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
    let named = sessions.iter().take(NAMED).map(|session| el("li").child(session_link(desk, session)));
    let more = sessions.len().checked_sub(NAMED).filter(|more| *more > 0);
    let more = more.map(|more| el("li").class("stone").child(["+ ", &more.to_string()].concat()));
    el("details")
        .class("doubt")
        .test(test)
        .child(el("summary").child(el("span").class("grow").child(sentence)).child(count))
        .child(el("ul").class("plain").child(named.collect::<Vec<_>>()).child(more))
}

/// The day and the name of a session, which lead to it.
pub fn session_link(desk: Desk, session: &Session) -> El {
    link("title", "to-session", Route::Record(session.record.clone()).hash()).child(session_name(desk, session))
}

pub fn session_name(desk: Desk, session: &Session) -> String {
    let trainings = desk.counting.trainings.see();
    let course = trainings.course(session);
    let name = course.map(|course| course.name.trim().to_owned()).filter(|name| !name.is_empty());
    let topics = |names: Names| {
        let topics = course.map(|course| course.topics.iter().map(|topic| names.of(topic)).collect::<Vec<_>>());
        topics.unwrap_or_default().join(", ")
    };
    let name = name.unwrap_or_else(|| desk.with_names(topics));
    let name = if name.is_empty() { desk.words().lists.without_title_training.to_owned() } else { name };
    match session.held_on.as_str() {
        "" => name,
        day => [&desk.lang.get().date_short(day), " · ", &name].concat(),
    }
}

/// Where it was, in words; empty where nothing stands there.
pub fn place_of(desk: Desk, session: &Session) -> String {
    let trainings = desk.counting.trainings.see();
    let code = trainings.course(session).map(|course| course.municipality.clone()).unwrap_or_default();
    if code.is_empty() { code } else { desk.with_names(|names| names.municipality(&code)) }
}

/// A line of words with small ones under it.
pub fn with_small(strong: El, small: String) -> El {
    div("").child(strong).child((!small.is_empty()).then(|| el("p").class("small stone").child(small)))
}
