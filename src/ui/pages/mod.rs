//! The pages, one file each.

mod bin;
mod clashes;
mod counting_settings;
mod course;
mod directory;
mod exchange;
mod figures;
mod files;
mod first_start;
mod folder;
mod help;
mod history;
mod indicators;
mod joining;
mod lists;
mod load_card;
mod loading;
mod locked;
mod looking;
mod my_data;
mod other_files;
mod photos;
mod plain_form;
mod plain_record;
mod preview;
mod protecting;
mod quarantine;
mod record;
mod reports;
mod review;
mod saving;
mod sending;
mod session_about;
mod session_facts;
mod session_notes;
mod settings;
mod taking_back;
mod today;
mod training_form;
mod twins;
mod visit_form;
mod visit_more;
mod vocabulary;
mod ways_in;
mod working;

use super::desk::Desk;
use super::html::Node;
use super::later::later;
use crate::app::{Form, FormKind, Route, recent};
use crate::record::{Kind, RecordId};
use crate::ui::browser;
pub use files::{ALL as FILES, House, MORE as MORE_FILE, count_ahead, keep_house};
use files::{Clashing, Counted, Room};
pub use first_start::first_start;
use leptos::prelude::*;

/// The page of an address.
pub fn page(desk: Desk, route: Route) -> AnyView {
    match route {
        Route::Today => today::today(desk).into_one(),
        Route::Visits => lists::visits(desk).into_one(),
        Route::Trainings => lists::trainings(desk).into_one(),
        // What is in the bin is read; it has to be taken back before it is edited.
        Route::Edit(record) if is_binned(desk, &record) => page(desk, Route::Record(record)),
        Route::NewVisit | Route::NewLike(_) | Route::NewTraining | Route::NextSession(_) => note(desk, route),
        Route::Record(ref record) | Route::Edit(ref record) if is_note(record) => note(desk, route),
        Route::Exchange => later(desk, files::EXCHANGE, move || files::draw_exchange(desk)),
        Route::Clashes => later(desk, files::CLASHES, move || files::draw_clashes(desk, Clashing::All)),
        Route::Figures => later(desk, files::FIGURES, move || files::draw_figures(desk, Counted::All)),
        Route::Twins => later(desk, files::FIGURES, move || files::draw_figures(desk, Counted::Twins)),
        Route::Counting => later(desk, files::FIGURES, move || files::draw_figures(desk, Counted::Settings)),
        Route::Indicators => later(desk, files::FIGURES, move || files::draw_figures(desk, Counted::Indicators)),
        Route::Help(topic) => later(desk, files::HELP, move || files::draw_help(desk, topic)),
        Route::Review => later(desk, files::REVIEW, move || files::draw_review(desk)),
        Route::New(Kind::Indicator) => indicator(desk, route),
        Route::Record(ref record) | Route::Edit(ref record) if record.kind() == Some(Kind::Indicator) => {
            indicator(desk, route)
        }
        Route::Reports | Route::OtherFiles | Route::New(Kind::Report) => report(desk, route),
        Route::Record(ref record) | Route::Edit(ref record) if record.kind() == Some(Kind::Report) => {
            report(desk, route)
        }
        Route::Settings
        | Route::MyData
        | Route::Directory
        | Route::Bin
        | Route::Words
        | Route::New(_)
        | Route::Record(_)
        | Route::Edit(_) => later(desk, files::ROOMS, move || files::draw_room(desk, Room::Page(route.clone()))),
    }
}

fn report(desk: Desk, route: Route) -> AnyView {
    later(desk, files::REPORTS, move || files::draw_reports(desk, route.clone()))
}

/// A note that is written or read.
fn note(desk: Desk, route: Route) -> AnyView {
    later(desk, files::NOTES, move || files::draw_note(desk, route.clone()))
}

/// The same, once its file is here.
fn note_here(desk: Desk, route: Route) -> AnyView {
    match route {
        Route::NewVisit => new_form(desk, Kind::Visit, None),
        Route::NewLike(visit) => new_form(desk, Kind::Visit, Some(visit)),
        Route::NewTraining => new_form(desk, Kind::Session, None),
        Route::NextSession(course) => {
            let form = desk.new_record(Kind::Session).and_then(|session| {
                let notebook = desk.notebook.peek();
                Form::next_session(&notebook, &course, session, browser::now())
            });
            open_form(desk, form)
        }
        Route::Edit(record) => open_form(desk, form_of(desk, &record)),
        Route::Record(record) => record::record(desk, record),
        _ => record::not_here(desk).view(),
    }
}

fn indicator(desk: Desk, route: Route) -> AnyView {
    later(desk, files::FIGURES, move || files::draw_figures(desk, Counted::Indicator(route.clone())))
}

fn is_note(record: &RecordId) -> bool {
    matches!(record.kind(), Some(Kind::Visit | Kind::Session))
}

/// The form of a record: as it was left, else with what the record holds.
fn form_of(desk: Desk, record: &RecordId) -> Option<Form> {
    desk.kept_form(record).or_else(|| {
        let notebook = desk.notebook.peek();
        Form::edit(&notebook, record)
    })
}

fn is_binned(desk: Desk, record: &RecordId) -> bool {
    desk.notebook.peek().log.record(record).is_some_and(|view| view.is_binned())
}

/// A new form gets its name at once, so that a draft of it is found again at its own address.
fn new_form(desk: Desk, kind: Kind, like: Option<RecordId>) -> AnyView {
    let now = browser::now();
    let form = match kind {
        Kind::Visit => desk.new_record(Kind::Visit).map(|visit| {
            let mut form = Form::new_visit(visit, now);
            form.take_over(Kind::Visit, &recent::start(&desk.notebook.peek().log, like.as_ref(), &now.date()));
            form
        }),
        _ => {
            let names = desk.new_record(Kind::Session).zip(desk.new_record(Kind::Course));
            names.map(|(session, course)| Form::new_training(session, course, now))
        }
    };
    open_form(desk, form)
}

fn open_form(desk: Desk, form: Option<Form>) -> AnyView {
    match form {
        Some(form) if form.kind == FormKind::Visit => visit_form::visit_form(desk, form).view(),
        Some(form) => training_form::training_form(desk, form).view(),
        None => record::not_here(desk).view(),
    }
}
