//! What people wrote differently, all of it, until somebody decides; and who decided what.

mod decided;
mod many;
mod one;

use super::record::label;
use crate::app::clashes::{Spot, count, page_of, spots, spots_of, title};
use crate::app::{Names, Route};
use crate::record::{RecordId, gather};
use crate::ui::browser::focus::keep_focus;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};
use many::{Asked, many};
use one::{Writing, clash};

/// How many are drawn before somebody asks for more.
const STEP: usize = 50;

/// What is listed, and what somebody is about to do.
#[derive(Clone, Copy)]
struct Listing {
    desk: Desk,
    /// All that there is to decide.
    all: Derived<Vec<Spot>>,
    /// The device and the field that the list is limited to; empty for none.
    by: Shared<String>,
    field: Shared<String>,
    /// What was asked and not yet answered.
    asked: Shared<Option<Asked>>,
    writing: Writing,
}

/// The page.
pub fn clashes(desk: Desk) -> [El; 3] {
    let text = || Shared::new(String::new());
    let listing = Listing {
        desk,
        all: Derived::new(move || spots(&desk.notebook.see().log)),
        by: text(),
        field: text(),
        asked: Shared::new(None),
        writing: Writing::new(desk),
    };
    let is_any = Derived::new(move || !listing.all.see().is_empty());
    let words = desk.words().clashes();
    let lead = move || is_any.get().then(|| el("p").class("stone").child((words.lead)(listing.all.see().len())));
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(desk.words().record.conflict)).follow(lead);
    let body = move || {
        if is_any.get() {
            vec![filters(listing), many(listing), list(listing)]
        } else {
            let empty = el("section").class("card empty").test("no-clashes").child(icon(Pic::Check));
            vec![empty.child(el("h2").child(words.none)).child(el("p").child(words.none_hint))]
        }
    };
    [
        div("head").child([back_to(desk, &Route::Exchange), title]),
        div("stack").follow(body),
        div("stack").child(decided::decided(desk)),
    ]
}

/// On Today: that there is something to decide, and the way there.
pub fn line(desk: Desk) -> El {
    let count = Derived::new(move || count(&desk.notebook.see().log));
    div("stack").follow(move || {
        let count = count.get();
        let line = || link("note", "to-clashes", Route::Clashes.hash()).child(icon(Pic::Warning));
        let told = || el("span").class("grow").child((desk.words().clashes().waiting)(count));
        (count > 0).then(|| line().child(told()).child(icon(Pic::Chevron)))
    })
}

/// On the page of a record.
pub fn of_record(desk: Desk, record: &RecordId) -> El {
    let words = desk.words().clashes();
    let all = desk.with_names(|names| names.log.record(record).map(spots_of)).unwrap_or_default();
    let title =
        el("h2").class("line").attr("id", "clash").child(icon(Pic::Warning)).child(desk.words().record.conflict);
    let hint = el("p").class("hint").child(words.hint);
    let mut effort = one::effort();
    let clashes: Vec<El> = desk.with_names(|names| {
        let drawn = all.iter().filter_map(|spot| clash(desk, names, spot, None, &mut effort));
        drawn.collect()
    });
    let to_all = link("btn plain", "to-clashes", Route::Clashes.hash()).child(words.to_all);
    let card = el("section").class("card stack").attr("aria-labelledby", "clash");
    card.child([title, hint]).child(clashes).child(el("p").child(to_all))
}

impl Listing {
    /// What is listed now.
    fn listed(self) -> Vec<Spot> {
        let (by, field) = (self.by.see(), self.field.see());
        let fits = |spot: &&Spot| {
            (field.is_empty() || spot.field == *field)
                && (by.is_empty() || spot.by.iter().any(|device| device.as_str() == *by))
        };
        self.all.see().iter().filter(fits).cloned().collect()
    }
}

/// Whose, and which field.
fn filters(listing: Listing) -> El {
    let desk = listing.desk;
    let words = desk.words().clashes();
    let whose = Derived::new(move || {
        let all = listing.all.see();
        let devices = gather::set(all.iter().flat_map(|spot| &spot.by));
        desk.with_names(|names| by_label(devices.iter().map(|by| (by.to_string(), names.device(by))).collect()))
    });
    let which = Derived::new(move || {
        let all = listing.all.see();
        let fields = gather::set(all.iter().map(|spot| spot.field.as_str()));
        by_label(fields.iter().map(|field| ((*field).to_owned(), label(desk, field))).collect())
    });
    let group = |name: &'static str, legend, chosen: Shared<String>, options: Derived<Vec<(String, String)>>| {
        let all = Chip { value: String::new(), label: words.all.to_owned() };
        let options = move || {
            let options = options.get().into_iter().map(|(value, label)| Chip { value, label });
            std::iter::once(all.clone()).chain(options).collect()
        };
        let choose = move |value| {
            listing.asked.set(None);
            chosen.set(value);
        };
        let group = Group { name: name.to_owned(), legend, many: false };
        chips(group, options, move |value| *chosen.see() == value, choose)
    };
    div("stack tight").child(group("clash-by", words.by_whom, listing.by, whose)).child(group(
        "clash-field",
        words.which_field,
        listing.field,
        which,
    ))
}

/// Values and what they are called, in the order of that.
fn by_label(options: Vec<(String, String)>) -> Vec<(String, String)> {
    gather::ordered(options, |a: &(String, String), b| a.1.cmp(&b.1))
}

/// The first of what is listed, in a card for each record.
fn list(listing: Listing) -> El {
    let desk = listing.desk;
    let shown = Shared::new(STEP);
    let listed = Derived::new(move || listing.listed());
    let is_drawn = Shared::new(false);
    let cards = move || {
        // It is drawn anew when something was decided; who decided by keyboard stays there.
        if is_drawn.peek_value() {
            keep_focus();
        }
        is_drawn.set(true);
        let (all, shown) = (listed.see(), shown.get());
        let mut effort = one::effort();
        let first = all.get(..shown).unwrap_or(&all);
        let of_one = first.chunk_by(|a, b| a.record == b.record);
        desk.with_names(|names| {
            let card = |spots: &[Spot]| {
                let record = spots.first().map(|spot| spot.record.clone())?;
                let clashes =
                    spots.iter().filter_map(|spot| clash(desk, names, spot, Some(listing.writing), &mut effort));
                let clashes: Vec<El> = clashes.collect();
                Some(
                    el("section")
                        .class("card stack")
                        .test("clash-record")
                        .child(heading(desk, names, &record))
                        .child(clashes),
                )
            };
            of_one.filter_map(card).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let more =
            button("btn quiet wide", "more-clashes", move || shown.update(|shown| *shown = shown.saturating_add(STEP)));
        (listed.see().len() > shown.get()).then(|| more.child(desk.words().clashes().show_more))
    };
    div("stack").child(div("stack").test("clashes").follow(cards)).follow(more)
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

/// What kind of record it is, and what it goes by.
fn told(desk: Desk, names: Names, record: &RecordId) -> (&'static str, String) {
    let words = desk.words();
    let kind = record.kind().map_or(words.clashes().newer_kind, |kind| (words.labels.kind)(kind));
    let title = title(names, record);
    (kind, if title.is_empty() { kind.to_owned() } else { title })
}
