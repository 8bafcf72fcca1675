//! What other pages say of it: the page of a record that it was joined, stands for another, or may be the same as one; and that there
//! is something to look at.

use super::card::link_to;
use super::reading;
use crate::app::twice::take_apart;
use crate::app::{Names, Route};
use crate::insight::joins::{is_counted_elsewhere, standing, with_joined};
use crate::insight::twins::Pair;
use crate::log::RecordView;
use crate::record::RecordId;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;

/// All of it, for a record as it is now. The page stands already when this comes.
pub fn notes_of(desk: Desk, record: RecordId) -> [El; 2] {
    let (reader, found) = reading::twins(desk);
    let notes = move || {
        let found = found.see();
        let pairs = found.as_ref().as_ref().zip(record.kind()).and_then(|(twins, kind)| twins.of(kind));
        let is_of = |pair: &&Pair| pair.one == record || pair.other == record;
        let pairs: Vec<&Pair> = pairs.into_iter().flat_map(|found| &found.pairs).filter(is_of).collect();
        desk.with_names(|names| {
            let view = names.log.record(&record).filter(|view| !view.is_binned())?;
            let mut notes = Vec::new();
            notes.extend(was_joined(desk, names, view));
            notes.extend(with_joined(names.log, &record).iter().skip(1).map(|other| stands_for(desk, names, other)));
            notes.extend(pairs.first().map(|pair| may_be(desk, names, &record, pair)));
            Some(notes)
        })
    };
    [reader, div("stack found").follow(notes)]
}

/// It was joined into another, where all of it is read.
fn was_joined(desk: Desk, names: Names, view: RecordView) -> Option<El> {
    let words = desk.words().twins();
    let id = view.id().clone();
    if !is_counted_elsewhere(names.log, view) {
        return None;
    }
    let other = standing(names.log, id.clone());
    let told = el("p").child(el("b").child(words.was_joined)).child(" ").child(link_to(desk, names, &other));
    let told = div("grow").child([told, el("p").class("small").child(words.was_joined_hint)]);
    Some(div("note").test("joined").child(icon(Pic::Info)).child([told, part(desk, id)]))
}

/// Another one was joined into it.
fn stands_for(desk: Desk, names: Names, other: &RecordId) -> El {
    let words = desk.words().twins();
    let told = el("span").class("grow").child(words.stands_for).child(" ").child(link_to(desk, names, other));
    div("note calm").test("stands-for").child(icon(Pic::Info)).child([told, part(desk, other.clone())])
}

fn part(desk: Desk, record: RecordId) -> El {
    let words = desk.words().twins();
    let press = move || {
        let record = record.clone();
        desk.change(words.parted, move |notebook| vec![take_apart(notebook, &record)]);
    };
    button("btn plain", "take-apart", press).child(icon(Pic::Undo)).child(words.part)
}

fn may_be(desk: Desk, names: Names, record: &RecordId, pair: &Pair) -> El {
    let words = desk.words().twins();
    let other = if pair.one == *record { &pair.other } else { &pair.one };
    let told = el("span").class("grow").child(words.may_be).child(" ").child(link_to(desk, names, other));
    let look = link("btn quiet", "to-twins", Route::Twins.hash()).child(words.look);
    div("note").test("may-be-same").child(icon(Pic::Info)).child([told, look])
}

/// A line that leads to the page, where there is something to look at.
pub fn to_twins(desk: Desk) -> [El; 2] {
    let words = desk.words().twins();
    let (reader, found): (El, Shared<Option<_>>) = reading::twins(desk);
    let told = move || {
        let count = found.see().as_ref().as_ref().map_or(0, crate::insight::twins::Twins::count);
        let count = count.saturating_add(super::sessions(desk).count);
        (count > 0).then(|| {
            let line = link("note calm", "to-twins", Route::Twins.hash()).child(icon(Pic::Info));
            line.child(el("span").class("grow").child((words.to_look_at)(count))).child(icon(Pic::Chevron))
        })
    };
    [reader, div("found").follow(told)]
}
