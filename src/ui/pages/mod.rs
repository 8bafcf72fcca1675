//! The pages, one file each.

mod exchange;
mod first_start;
mod history;
mod lists;
mod loading;
mod record;
mod session_facts;
mod settings;
mod today;
mod training_form;
mod visit_form;

use super::desk::Desk;
use crate::app::{Form, Route};
use crate::record::Kind;
use crate::ui::browser;
pub use first_start::first_start;
use leptos::prelude::*;

/// The page of an address.
pub fn page(desk: Desk, route: Route) -> AnyView {
    match route {
        Route::Today => today::today(desk).into_any(),
        Route::Visits => lists::visits(desk).into_any(),
        Route::Trainings => lists::trainings(desk).into_any(),
        Route::Exchange => exchange::exchange(desk).into_any(),
        Route::Settings => settings::settings(desk).into_any(),
        Route::Record(record) => record::record(desk, record).into_any(),
        Route::NewVisit => new_form(desk, Kind::Visit),
        Route::NewTraining => new_form(desk, Kind::Session),
        Route::Edit(record) => {
            let form = desk
                .kept_form(&record)
                .or_else(|| desk.notebook.with_untracked(|notebook| Form::edit(notebook, &record)));
            match form {
                Some(form) => open_form(desk, form),
                None => record::not_here(desk).into_any(),
            }
        }
    }
}

/// A new form gets its name at once, so that a draft of it is found again at its own address.
fn new_form(desk: Desk, kind: Kind) -> AnyView {
    let now = browser::now();
    let form = match kind {
        Kind::Visit => desk.new_record(Kind::Visit).map(|visit| Form::new_visit(visit, now)),
        _ => desk
            .new_record(Kind::Session)
            .zip(desk.new_record(Kind::Course))
            .map(|(session, course)| Form::new_training(session, course, now)),
    };
    match form {
        Some(form) => open_form(desk, form),
        None => record::not_here(desk).into_any(),
    }
}

fn open_form(desk: Desk, form: Form) -> AnyView {
    match form.kind {
        crate::app::FormKind::Visit => visit_form::visit_form(desk, form).into_any(),
        crate::app::FormKind::Training => training_form::training_form(desk, form).into_any(),
    }
}
