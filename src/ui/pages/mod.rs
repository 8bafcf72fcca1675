//! The pages, one file each.

mod exchange;
mod first_start;
mod history;
mod lists;
mod loading;
mod photos;
mod preview;
mod record;
mod saving;
mod session_facts;
mod settings;
mod today;
mod training_form;
mod visit_form;

use super::desk::Desk;
use super::html::Node;
use crate::app::{Form, FormKind, Route};
use crate::record::Kind;
use crate::ui::browser;
pub use first_start::first_start;
use leptos::prelude::*;

/// The page of an address.
pub fn page(desk: Desk, route: Route) -> AnyView {
    match route {
        Route::Today => today::today(desk).into_one(),
        Route::Visits => lists::visits(desk).into_one(),
        Route::Trainings => lists::trainings(desk).into_one(),
        Route::Exchange => exchange::exchange(desk),
        Route::Settings => settings::settings(desk).into_one(),
        Route::Record(record) => record::record(desk, record),
        Route::NewVisit => new_form(desk, Kind::Visit),
        Route::NewTraining => new_form(desk, Kind::Session),
        Route::Edit(record) => {
            let kept = desk.kept_form(&record);
            open_form(
                desk,
                kept.or_else(|| {
                    let notebook = desk.notebook.peek();
                    Form::edit(&notebook, &record)
                }),
            )
        }
    }
}

/// A new form gets its name at once, so that a draft of it is found again at its own address.
fn new_form(desk: Desk, kind: Kind) -> AnyView {
    let now = browser::now();
    let form = match kind {
        Kind::Visit => desk.new_record(Kind::Visit).map(|visit| Form::new_visit(visit, now)),
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
