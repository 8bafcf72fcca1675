//! Where one was when the app went away: a killed tab or a new start comes back to the same note, field and place, and a reload
//! to the same row of a list.

use super::desk::Desk;
use super::{browser, pages};
use crate::app::Route;
use crate::record::Value;

const PLACE: &str = "place";

/// Notes the form that is open, the field with the keyboard, and how far it is scrolled; of a list the first row that is seen,
/// and how far below the top it begins.
pub fn note(desk: Desk) {
    let hash = browser::hash();
    if desk.is_example.peek_value() {
        return;
    }
    let (field, scrolled) = match Route::parse(&hash) {
        Route::Edit(_) => browser::whereabouts(),
        Route::Visits | Route::Trainings => match desk.finding.window.place() {
            // Casts saturate.
            Some((row, top)) => (row.to_string(), top as i64),
            None => return leave(desk),
        },
        _ => return,
    };
    let place = Value::map([("at", hash.into()), ("field", field.into()), ("scrolled", scrolled.into())]);
    if let Some(local) = desk.local() {
        // Without it one comes back to the list of drafts; what was typed is kept by itself.
        let _ = local.set(PLACE, &place);
    }
}

/// The form or the list was left on purpose: its draft stays, the next start begins with Today.
pub fn leave(desk: Desk) {
    if let Some(local) = desk.local() {
        local.remove(PLACE);
    }
}

/// At the start: the form in which one was, if its draft is still there. Called before the first page is drawn.
pub fn return_to_form(desk: Desk) {
    let Some((hash, ..)) = place(desk) else { return };
    let route = Route::parse(&hash);
    let is_kept = matches!(&route, Route::Edit(record) if desk.kept_form(record).is_some());
    if is_kept && Route::parse(&browser::hash()) == Route::Today {
        browser::rename_address(&hash);
        desk.route.set(route);
    }
}

/// At the start: the row of the list at which one was. Called before the list is drawn.
pub fn return_to_list(desk: Desk) {
    if let Some((hash, row, top)) = place(desk)
        && hash == browser::hash()
        && let Ok(row) = row.parse()
    {
        desk.finding.window.return_to(row, top as f64);
    }
}

/// Once the page stands there: the same field, the same place.
pub fn return_to_field(desk: Desk) {
    if let Some((hash, field, scrolled)) = place(desk)
        && hash == browser::hash()
        && matches!(Route::parse(&hash), Route::Edit(_))
    {
        leptos::task::spawn_local(async move {
            // Photos and what else a form can hold may come after it, and would push apart what is below them. Where they do not come, the
            // form is as long as it will be.
            let _ = pages::MORE_FILE().await;
            browser::breathe().await;
            // Who already went into a field is not called back.
            if browser::whereabouts().0.is_empty() {
                browser::go_to(&field, scrolled);
            }
        });
    }
}

fn place(desk: Desk) -> Option<(String, String, i64)> {
    let mut place = desk.local()?.get(PLACE)?;
    let (at, field) = (place.take("at").into_text(), place.take("field").into_text());
    Some((at, field, place.take("scrolled").as_int().unwrap_or_default()))
}
