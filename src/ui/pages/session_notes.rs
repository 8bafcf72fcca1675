//! Over what a session says: whether another one counts for it as well, and what is worth a second look.

use super::figures::session_link;
use crate::app::Names;
use crate::app::twice::take_apart;
use crate::insight::joins::{is_counted_elsewhere, resolve};
use crate::insight::trainings::{Alert, Reading, of_session};
use crate::log::RecordView;
use crate::record::RecordId;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};

/// All of it, for the session as it is now.
pub fn session_notes(desk: Desk, record: &RecordId) -> Vec<El> {
    let notes = desk.with_names(|names| {
        let view = names.log.record(record)?;
        Some([joined(desk, names, view), doubts(desk, names, view)])
    });
    notes.into_iter().flatten().flatten().collect()
}

/// Someone said that it is the same as another, which counts for both (rule 8); the way to undo it.
fn joined(desk: Desk, names: Names, view: RecordView) -> Option<El> {
    let words = desk.words().figures();
    let id = view.id().clone();
    if !is_counted_elsewhere(names.log, view) {
        return None;
    }
    let other = resolve(names.log, id.clone());
    let press = move || {
        let id = id.clone();
        desk.change(words.taken_apart, move |notebook| vec![take_apart(notebook, &id)]);
    };
    let told = el("span").class("grow").child(words.joined_into).child(" ");
    let told = told.child(session_link(desk, &other));
    let apart = button("btn plain", "take-apart", press).child(icon(Pic::Undo)).child(words.take_apart);
    Some(div("note").test("joined").child(icon(Pic::Info)).child([told, apart]))
}

/// What is worth a second look in this session (rules 1, 3 and 7), as the figures say it of many.
fn doubts(desk: Desk, names: Names, view: RecordView) -> Option<El> {
    let words = desk.words().figures();
    let mut reading = Reading::default();
    reading.add(names.log, view);
    let trainings = reading.finish();
    let mut found: Vec<Alert> = Vec::new();
    trainings
        .sessions
        .iter()
        .filter(|session| !session.stands_apart())
        .for_each(|session| of_session(&trainings, session, &mut |alert| found.push(alert)));
    // A conflict has a card of its own.
    found.retain(|alert| *alert != Alert::Conflict);
    let line = |alert: &Alert| {
        let test = ["doubt-", &alert.name().replace('_', "-")].concat();
        el("li").test(test).child((words.alert)(*alert))
    };
    let list: Vec<El> = found.iter().map(line).collect();
    let title = el("b").child(words.doubts);
    let told = div("grow").child([title, el("ul").class("dots").child(list)]);
    (!found.is_empty()).then(|| div("note tight").test("session-doubts").child(icon(Pic::Info)).child(told))
}
