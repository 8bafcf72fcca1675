//! The page of a course: a field school with its season, its sessions, and the way to the next one.

use super::files::late_clashes_of;
use super::history::history;
use super::record::{facts, recorded_by, shown_rows};
use super::session_facts::COURSE;
use crate::app::courses::{Meeting, first_times, season};
use crate::app::{Names, Route, training_title};
use crate::i18n::in_running_text;
use crate::insight::chart::bars;
use crate::log::RecordView;
use crate::record::{Choice, Field, Fields};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::chart::{Chart, Named};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;

pub fn course(desk: Desk, names: Names, view: RecordView, is_history_open: Shared<bool>) -> Vec<El> {
    let words = desk.words();
    let fields = view.fields();
    let id = view.id().clone();
    let meetings = season(names.log, &id);
    let manner = fields.choice(Field::Method).map(|method| (words.labels.choice)(method));
    let title = match training_title(names, &fields) {
        title if title.is_empty() => words.lists.without_title_training.to_owned(),
        title => title,
    };
    let heading = div("grow")
        .child(el("p").class("stone small").child(manner.unwrap_or((words.labels.kind)(crate::record::Kind::Course))))
        .child(el("h1").attr("tabindex", "-1").test("record-title").child(title));
    let edit =
        link("btn quiet", "edit", Route::Edit(id.clone()).hash()).child(icon(Pic::Edit)).child(words.record().edit);
    let next = next_link(desk, Route::NextSession(id.clone()), "btn");
    let about = el("section").class("card").attr("aria-label", words.record().what_was_recorded);
    let left = div("stack")
        .child(late_clashes_of(desk, view))
        .child([numbers(desk, names, view, &fields, meetings.len()), sessions(desk, names, &meetings)]);
    let right = div("stack").child([
        about.child(facts(desk, names, &shown_rows(&fields, &COURSE))),
        recorded_by(desk, names, view),
        history(desk, names, view, is_history_open),
    ]);
    vec![
        div("head").child([back_to(desk, &Route::Trainings), heading, edit]),
        el("p").class("line").child(next),
        div("cols").child([left, right]),
    ]
}

/// The way to the form of the next session.
pub fn next_link(desk: Desk, route: Route, class: &'static str) -> El {
    link(class, "next-session", route.hash()).child(icon(Pic::Plus)).child(desk.words().courses().next_session)
}

/// How many were registered, how many finished, who came for the first time: each number says what it counts.
fn numbers(desk: Desk, names: Names, view: RecordView, fields: &Fields, sessions: usize) -> El {
    let words = desk.words();
    let fact = |number: i64, what: String, note: Option<String>| {
        let note = note.map(|note| el("small").child(note));
        el("p").class("fact").child(el("b").child(names.lang.number(number))).child(what).child(note)
    };
    let of_course = |field: Field| {
        let label = in_running_text((words.labels.short)(field));
        fields.int(field).map(|number| fact(number, label, None).test(field.name()))
    };
    let met = i64::try_from(sessions).unwrap_or(i64::MAX);
    let first = first_times(names.log, view.id()).into_iter().map(|first| {
        let what = (words.courses().first_time)(&first.period.from, &first.period.to);
        fact(first.count, what, Some((words.courses().said_by)(first.sessions, sessions))).test("first-time")
    });
    el("section").class("card").attr("aria-label", words.record().people).child(
        div("tiles")
            .child(fact(met, (words.courses().count)(sessions).to_owned(), None).test("sessions"))
            .child([of_course(Field::Enrolled), of_course(Field::Completed)])
            .child(first.collect::<Vec<_>>()),
    )
}

/// The season: a picture, and the same as a table.
fn sessions(desk: Desk, names: Names, meetings: &[Meeting]) -> El {
    let words = desk.words();
    let card = el("section").class("card stack").attr("aria-labelledby", "sessions");
    let card = card.child(el("h2").attr("id", "sessions").child(words.courses().sessions));
    if meetings.is_empty() {
        return card.child(el("p").class("hint").child(words.courses().no_sessions));
    }
    let row = |(at, meeting): (usize, &Meeting)| {
        let number = meeting.number.unwrap_or(i64::try_from(at.saturating_add(1)).unwrap_or_default());
        let total = total(desk, meeting);
        let apart = || in_running_text((words.labels.choice)(Choice::ThirdParty));
        let day = names.lang.date_short(&meeting.held_on);
        let day = if meeting.is_third_party { [&day, " · ", &apart()].concat() } else { day };
        let name = el("b").child((words.lists.session)(number));
        let text = el("span").class("grow").child(name).child(" ").child(el("small").child(day));
        let row = link("row", "open-session", Route::Record(meeting.session.clone()).hash()).child(text);
        el("li").child(row.child(el("span").class("r").child(total)).child(icon(Pic::Chevron)))
    };
    let rows = meetings.iter().enumerate().map(row).collect::<Vec<_>>();
    card.child(chart(desk, names, meetings)).child(el("ul").class("rows").child(rows))
}

fn total(desk: Desk, meeting: &Meeting) -> String {
    let total = meeting.total.map(|total| (desk.words().common.total)(total, meeting.unit));
    total.unwrap_or_else(|| desk.words().courses().no_total.to_owned())
}

/// Attendance over the season. Households and organisations are never put on one axis with people.
fn chart(desk: Desk, names: Names, meetings: &[Meeting]) -> Option<El> {
    let words = desk.words().courses();
    let drawn: Vec<&Meeting> = meetings.iter().filter(|meeting| meeting.counts_people()).collect();
    let bars = bars(&drawn.iter().map(|meeting| meeting.total).collect::<Vec<_>>()).filter(|_| drawn.len() > 1)?;
    let told = |meeting: &&Meeting| [&names.lang.date_short(&meeting.held_on), ": ", &total(desk, meeting)].concat();
    let spoken = [words.attendance, ": ", &drawn.iter().map(told).collect::<Vec<_>>().join("; ")].concat();
    let named = |meeting: &&Meeting| Named { name: day(&meeting.held_on), is_apart: meeting.is_third_party };
    let chart = Chart { bars, names: drawn.iter().map(named).collect(), spoken };
    let is_apart = drawn.iter().any(|meeting| meeting.is_third_party);
    let are_left_out = drawn.len() < meetings.len();
    let caption = el("figcaption").class("label").child(words.attendance);
    let hint = |holds: bool, text: &'static str| holds.then(|| el("p").class("hint").child(text));
    Some(
        el("figure")
            .test("chart")
            .child(caption)
            .child(chart)
            .child([hint(is_apart, words.chart_apart), hint(are_left_out, words.chart_units)]),
    )
}

/// "27/10": day and month in few signs.
fn day(date: &str) -> String {
    match (date.get(8..10), date.get(5..7)) {
        (Some(day), Some(month)) => [day, "/", month].concat(),
        _ => String::new(),
    }
}
