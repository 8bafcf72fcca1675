//! A record, read: what was recorded, by whom, what it said before, and where two people wrote different things.

use super::bin::{notice, put};
use super::course::next_link;
use super::files::{late_clashes_of, late_history_of, late_notes_of, late_photos_of, late_returned_of};
use super::session_facts::session_facts;
use crate::app::agreements::{Promise, of_visit};
use crate::app::courses::season;
use crate::app::{Names, Route, training_title, visit_title};
use crate::i18n::in_running_text;
use crate::log::{Change, RecordView};
use crate::record::{Field, Fields, Kind, Name, RecordId, Value};
use crate::ui::browser::focus::keep_focus;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, follow, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::promises::{Closing, Place, list};
use crate::ui::parts::table::tag;
use crate::ui::parts::values::in_words;
use crate::ui::shared::Shared;
use leptos::prelude::*;

/// The fields of a visit in the order of reading; what a newer version added comes after them.
const VISIT: [Field; 23] = [
    Field::Exchange,
    Field::EndsOn,
    Field::Municipality,
    Field::PlaceAsWritten,
    Field::Community,
    Field::VisitType,
    Field::ProductionAreas,
    Field::Themes,
    Field::Delegation,
    Field::PeopleMet,
    Field::Participants,
    Field::Purpose,
    Field::Observations,
    Field::Assessment,
    Field::WhatWorked,
    Field::Difficulties,
    Field::Practices,
    Field::Products,
    Field::Lessons,
    Field::Quotes,
    Field::Recommendations,
    Field::Location,
    Field::Remarks,
];

/// What a heading or a tag says already, and what only programs read.
const NOT_AMONG_FACTS: [Field; 7] = [
    Field::StartsOn,
    Field::HostOrganisation,
    Field::Status,
    Field::ReturnedBecause,
    Field::ReviewedAs,
    Field::Confidentiality,
    Field::Trashed,
];

/// The address names a record that is not here, or no longer.
pub fn not_here(desk: Desk) -> El {
    let told = desk.words().errors.no_such_record.on(desk.device_word());
    el("section")
        .class("empty")
        .test("not-here")
        .child(icon(Pic::Search))
        .child(el("h1").attr("tabindex", "-1").child(told.happened))
        .child([el("p").child(told.safe), el("p").child(told.to_do)])
        .child(link("btn", "to-today", Route::Today.hash()).child(desk.words().nav.today))
}

/// What stays as it is while the page is drawn anew: a commitment being closed, whether the history is open.
#[derive(Clone, Copy)]
pub struct Held {
    closing: Closing,
    pub is_history_open: Shared<bool>,
}

/// The page of a visit or a session.
pub fn record(desk: Desk, record: RecordId) -> AnyView {
    drawn(desk, record, page)
}

/// A page of a record, drawn anew whenever something of it was changed.
pub fn drawn(desk: Desk, record: RecordId, page: fn(Desk, Held, Names, RecordView) -> Vec<El>) -> AnyView {
    let held = Held { closing: Closing::new(), is_history_open: Shared::new(false) };
    let is_drawn = Shared::new(false);
    follow(move || {
        // The page is drawn anew when something of it was changed; who changed it by keyboard stays there.
        if is_drawn.peek_value() {
            keep_focus();
        }
        is_drawn.set(true);
        let shown = desk.with_names(|names| names.log.record(&record).map(|view| page(desk, held, names, view)));
        shown.unwrap_or_else(|| vec![not_here(desk)])
    })
}

fn page(desk: Desk, held: Held, names: Names, view: RecordView) -> Vec<El> {
    let words = desk.words().record();
    let fields = view.fields();
    let id = view.id().clone();
    let is_visit = id.kind() == Some(Kind::Visit);
    let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| names.log.record(&course));
    let (back, kind, date, title, untitled) = if is_visit {
        let title = visit_title(names, &fields);
        let untitled = desk.words().lists.without_title_visit;
        (Route::Visits, words.visit, fields.text(Field::StartsOn), title, untitled)
    } else {
        let title = course.map(|course| training_title(names, &course.fields())).unwrap_or_default();
        let untitled = desk.words().lists.without_title_training;
        (Route::Trainings, words.training, fields.text(Field::HeldOn), title, untitled)
    };
    let title = if title.is_empty() { untitled.to_owned() } else { title };
    let date = if date.is_empty() { kind.to_owned() } else { [kind, " · ", &names.lang.date_full(date)].concat() };
    let heading = div("grow")
        .child(el("p").class("stone small").child(date))
        .child(el("h1").attr("tabindex", "-1").test("record-title").child(title));
    let is_binned = view.is_binned();
    let like = (is_visit && !is_binned).then(|| {
        let words = desk.words().visit_more();
        link("btn quiet", "new-like", Route::NewLike(id.clone()).hash())
            .child(icon(Pic::Plus))
            .child(words.new_like_this)
    });
    let of_course = course.filter(|_| !is_binned).map(|course| belonging(desk, names, course));
    let edit = || link("btn quiet", "edit", Route::Edit(id.clone()).hash()).child(icon(Pic::Edit)).child(words.edit);
    let facts = if is_visit {
        let facts = el("section").class("card").attr("aria-label", words.what_was_recorded);
        vec![facts.child(visit_facts(desk, names, view))]
    } else {
        session_facts(desk, names, view, course)
    };
    let promises = of_visit(&desk.notebook.see(), names, &id, &desk.today());
    let place = if is_binned { Place::Bin } else { Place::Visit };
    let left = div("stack").child(late_clashes_of(desk, view).filter(|_| !is_binned)).child(facts);
    let right = div("stack")
        .child((!promises.is_empty()).then(|| commitments(desk, held, place, promises)))
        .child(late_photos_of(desk, id.clone()))
        .child([recorded_by(desk, names, view), late_history_of(desk, id.clone(), held.is_history_open)]);
    let back = if is_binned { Route::Bin } else { back };
    let mut page = vec![div("head").child([back_to(desk, &back), heading]).child((!is_binned).then(edit))];
    page.extend(notice(desk, names, view));
    page.extend(late_returned_of(desk, &id));
    page.extend((!is_binned).then(|| late_notes_of(desk, id.clone())));
    page.push(el("p").class("line").child(tags(desk, &fields, view)));
    page.extend(of_course);
    page.push(div("cols").child([left, right]));
    page.extend((!is_binned).then(|| el("p").class("line").child(like).child(put(desk, id))));
    page
}

/// The course of a session: how many it has, the way to it, and to the next one.
fn belonging(desk: Desk, names: Names, course: RecordView) -> El {
    let words = desk.words().courses();
    let sessions = season(names.log, course.id()).len();
    let count = desk.lang.get().count(sessions, words.count);
    let to_course = link("btn quiet", "to-course", Route::Record(course.id().clone()).hash()).child(words.to_course);
    let told = (sessions > 1).then(|| el("small").child(count));
    div("line").child(to_course.child(told)).child(next_link(
        desk,
        Route::NextSession(course.id().clone()),
        "btn quiet",
    ))
}

pub fn tags(desk: Desk, fields: &Fields, view: RecordView) -> Vec<El> {
    let words = desk.words();
    let choice = |field, test| {
        let choice = fields.choice(field)?;
        Some(tag("tag", None, in_running_text((words.labels.choice)(choice))).test(test))
    };
    let where_it_is = || {
        let notebook = desk.notebook.see();
        let (common, device) = (&words.common, desk.device_word());
        if !notebook.log.is_covered_by(view.id().as_str(), &notebook.safe) {
            Some(tag("tag wait", Some(Pic::Device), (common.only_here)(device)).test("only-here"))
        } else {
            (!notebook.safe.is_empty()).then(|| tag("tag ok", Some(Pic::Check), (common.safe)(device)).test("safe"))
        }
    };
    let tags = [
        choice(Field::Status, "status"),
        choice(Field::Confidentiality, "confidentiality"),
        if desk.is_example.get() { None } else { where_it_is() },
        view.has_newer().then(|| tag("tag new", None, words.record().from_newer)),
    ];
    tags.into_iter().flatten().collect()
}

pub fn visit_facts(desk: Desk, names: Names, view: RecordView) -> El {
    let fields = view.fields();
    let mut rows = shown_rows(&fields, &VISIT);
    let is_other = |name: &Name| {
        Field::from_name(name).is_none_or(|field| !VISIT.contains(&field) && !NOT_AMONG_FACTS.contains(&field))
    };
    let other = fields.0.into_iter().filter(|(name, value)| is_other(name) && !value.is_blank());
    rows.extend(other);
    facts(desk, names, &rows)
}

/// The fields that say something, in this order.
pub fn shown_rows(fields: &Fields, which: &[Field]) -> Vec<(Name, Value)> {
    let rows = which.iter().filter_map(|field| Some((field.name().into(), fields.get(*field)?.clone())));
    rows.filter(|(_, value)| !value.is_blank()).collect()
}

/// Labels and values, one below the other.
pub fn facts(desk: Desk, names: Names, rows: &[(Name, Value)]) -> El {
    let row = |(name, value): &(Name, Value)| {
        let value = el("dd").test(["fact-", &name.replace('_', "-")].concat()).child(in_words(names, name, value));
        div("wide").child(el("dt").child(label(desk, name))).child(value)
    };
    el("dl").class("facts").child(rows.iter().map(row).collect::<Vec<_>>())
}

/// What a field is called; one of a newer version by its name in the log.
pub fn label(desk: Desk, name: &str) -> String {
    let words = desk.words();
    match Field::from_name(name) {
        Some(field) => (words.labels.short)(field).to_owned(),
        None => (words.record().unknown_field)(name),
    }
}

fn commitments(desk: Desk, held: Held, place: Place, promises: Vec<Promise>) -> El {
    el("section")
        .class("card")
        .attr("aria-labelledby", "commitments")
        .child(el("h2").attr("id", "commitments").child(desk.words().commitments.title))
        .child(list(desk, held.closing, place, promises))
}

/// Who began it and who saved it last.
pub fn recorded_by(desk: Desk, names: Names, view: RecordView) -> El {
    let words = desk.words().record();
    let today = desk.today();
    let told =
        |say: fn(&str, &str, &str) -> String, change: &Change| say(&names.device(change.device()), change.at(), &today);
    let (first, last) = (view.first(), view.last());
    let edited = last.filter(|last| first.is_some_and(|first| first.id() != last.id()));
    el("section")
        .class("card")
        .child(el("p").test("recorded-by").child(first.map(|change| told(words.recorded_by, change))))
        .child(edited.map(|change| el("p").class("small stone").test("edited-by").child(told(words.edited_by, change))))
}
