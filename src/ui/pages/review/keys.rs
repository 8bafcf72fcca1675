//! The table by keyboard: arrows, Home, End, a page up and down, space to mark, Shift to mark several, Enter to open, Escape to
//! close.

use super::{Review, table};
use crate::app::review::MOST_AT_ONCE;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

pub fn press(page: Review, event: &web_sys::Event) {
    // A head in the table is a button of its own.
    if event.target() != event.current_target() {
        return;
    }
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let (at, count) = (page.at.peek_value(), page.shown.see().len());
    let last = count.saturating_sub(1);
    let is_with = key.ctrl_key() || key.meta_key();
    let to = match key.key().as_str() {
        "ArrowDown" => at.saturating_add(1).min(last),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(table::in_view()).min(last),
        "PageUp" => at.saturating_sub(table::in_view()),
        "Home" => 0,
        "End" => last,
        " " => {
            event.prevent_default();
            page.from.set(at);
            return mark_one(page, at);
        }
        "a" if is_with => {
            event.prevent_default();
            return mark_all(page);
        }
        "Enter" => {
            event.prevent_default();
            return page.open_at(at);
        }
        "Escape" if page.open.peek().is_some() || page.asked.peek().is_some() => {
            event.prevent_default();
            return page.close();
        }
        _ => return,
    };
    event.prevent_default();
    page.at.set(to);
    if key.shift_key() {
        mark_to(page, to);
    } else {
        page.from.set(to);
    }
    table::reveal(to);
}

/// Marks a row, or takes its mark away.
pub fn mark_one(page: Review, at: usize) {
    let Some(record) = page.record_at(at) else { return };
    page.asked.set(None);
    page.marked.update(|marked| {
        if !marked.remove(&record) {
            marked.insert(record);
        }
    });
}

/// Marks all rows between where marking began and here.
pub fn mark_to(page: Review, to: usize) {
    let from = page.from.peek_value();
    let (first, last) = (from.min(to), from.max(to));
    let records: Vec<_> = (first..=last).take(MOST_AT_ONCE).filter_map(|at| page.record_at(at)).collect();
    page.asked.set(None);
    page.marked.update(|marked| marked.extend(records));
}

/// Marks all that are shown.
pub fn mark_all(page: Review) {
    let (shown, rows) = (page.shown.see(), page.rows.peek());
    let records = shown.iter().filter_map(|at| Some(rows.get(*at as usize)?.record.clone()));
    page.asked.set(None);
    page.marked.set(crate::record::gather::set(records));
}
