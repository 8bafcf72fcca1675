//! What there is to decide, in a card for each record. However long it is, the screen is never held: a few cards are drawn at a time,
//! and a decision draws one card anew.

use super::one::clash;
use super::{Listing, told};
use crate::app::Names;
use crate::app::clashes::{Side, Spot, page_of, sides};
use crate::insight::diff::Effort;
use crate::record::{RecordId, gather};
use crate::ui::browser;
use crate::ui::browser::focus::keep_focus;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::shared::{Derived, Shared};
use std::collections::BTreeSet;

/// How many are to be seen before somebody asks for more.
pub const STEP: usize = 50;
/// How many are drawn before the screen gets its turn.
const AT_ONCE: usize = 8;

/// What is drawn. Records stay where they are when they were decided, so that nothing moves and an undo finds its place.
#[derive(Clone, Copy)]
struct Drawn {
    /// What came in one go. What stands there is not drawn anew when more comes.
    blocks: Shared<Vec<Vec<RecordId>>>,
    /// How many are to be seen.
    wanted: Shared<usize>,
}

pub fn list(listing: Listing) -> El {
    let anew = move || {
        // Other filters, another list.
        let _ = (listing.by.see(), listing.field.see());
        let drawn = Drawn { blocks: Shared::new(vec![Vec::new()]), wanted: Shared::new(STEP) };
        vec![block(listing, drawn, 0), more(listing, drawn)]
    };
    div("stack").test("clashes").follow(anew)
}

/// What came in one go, and what came after it.
fn block(listing: Listing, drawn: Drawn, number: usize) -> El {
    let records = drawn.blocks.peek().get(number).cloned().unwrap_or_default();
    let next = number.saturating_add(1);
    let has_next = Derived::new(move || drawn.blocks.see().len() > next);
    let cards: Vec<El> = records.into_iter().map(|record| card(listing, record)).collect();
    div("stack").child(cards).follow(move || has_next.get().then(|| block(listing, drawn, next)))
}

/// The button for more. Also sees to it that as many are there as are wanted.
fn more(listing: Listing, drawn: Drawn) -> El {
    div("stack").follow(move || {
        let all = listing.all.see();
        let blocks = drawn.blocks.see();
        let is_drawn: BTreeSet<&RecordId> = gather::set(blocks.iter().flatten());
        let (seen, waiting): (Vec<&Spot>, Vec<&Spot>) =
            all.iter().filter(|spot| listing.lists(spot)).partition(|spot| is_drawn.contains(&spot.record));
        if waiting.is_empty() {
            return None;
        }
        if seen.len() < drawn.wanted.get() {
            let next = next_records(&waiting);
            browser::after(0, move || {
                // The page may have been left, or the list filtered, meanwhile.
                if !drawn.blocks.is_gone() {
                    drawn.blocks.update(|blocks| {
                        // Whoever asked twice gets it once.
                        let is_new = |record: &RecordId| !blocks.iter().flatten().any(|drawn| drawn == record);
                        let next = next.into_iter().filter(is_new).collect();
                        blocks.push(next);
                    });
                }
            });
            return None;
        }
        let press = move || drawn.wanted.update(|wanted| *wanted = wanted.saturating_add(STEP));
        Some(button("btn quiet wide", "more-clashes", press).child(listing.desk.words().clashes().show_more))
    })
}

/// The records of the first few.
fn next_records(waiting: &[&Spot]) -> Vec<RecordId> {
    let mut records: Vec<RecordId> = Vec::new();
    for (count, spot) in (0..).zip(waiting) {
        if records.last() != Some(&spot.record) {
            if count >= AT_ONCE {
                break;
            }
            records.push(spot.record.clone());
        }
    }
    records
}

/// One record, drawn anew when something of it is decided or written; gone while there is nothing to decide.
fn card(listing: Listing, record: RecordId) -> El {
    let desk = listing.desk;
    let of = record.clone();
    let held = Derived::new(move || {
        let all = listing.all.see();
        let notebook = desk.notebook.see();
        let view = notebook.log.record(&of);
        let listed = all.iter().filter(|spot| spot.record == of && listing.lists(spot));
        let with_sides = |spot: &Spot| Some((spot.clone(), sides(view?, &spot.field)));
        listed.filter_map(with_sides).collect::<Vec<(Spot, Vec<Side>)>>()
    });
    let is_drawn = Shared::new(false);
    div("stack").follow(move || {
        let held = held.see();
        // Who decided by keyboard stays there.
        if is_drawn.peek_value() {
            keep_focus();
        }
        is_drawn.set(true);
        if held.is_empty() {
            return None;
        }
        let mut effort = Effort::of_a_screen();
        Some(desk.with_names_now(|names| {
            let clash = |(spot, _): &(Spot, _)| clash(desk, names, spot, Some(listing.writing), &mut effort);
            let clashes: Vec<El> = held.iter().filter_map(clash).collect();
            let card = el("section").class("card stack").test("clash-record");
            card.child(heading(desk, names, &record)).child(clashes)
        }))
    })
}

/// What the record is, with the way to it.
fn heading(desk: Desk, names: Names, record: &RecordId) -> El {
    let (kind, title) = told(desk, names, record);
    let name = match page_of(names.log, record) {
        Some(page) => link("title", "open-record", page.hash()).child(title),
        None => el("span").child(title),
    };
    div("").child(el("p").class("stone small").child(kind)).child(el("h2").child(name))
}
