//! What people wrote differently, all of it, until somebody decides; and who decided what.

mod decided;
mod list;
mod many;
mod one;

use super::record::label;
use crate::app::clashes::{Spot, count, spots, spots_of, title};
use crate::app::{Names, Route};
use crate::i18n::Topic;
use crate::insight::diff::Effort;
use crate::record::{RecordId, gather};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::hint::how;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};
use list::{STEP, list};
use many::{Asked, many};
use one::{Writing, clash};

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
    // Only what it counts is followed: of a value and one that follows from it, a view hears of the first no more.
    let lead = move || match listing.all.see().len() {
        0 => None,
        count => Some(el("p").class("stone").child((words.lead)(count))),
    };
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(desk.words().record().conflict)).follow(lead);
    let body = move || {
        if is_any.get() {
            vec![many(listing), list(listing)]
        } else {
            let empty = el("section").class("card empty").test("no-clashes").child(icon(Pic::Check));
            let load = link("btn quiet", "to-exchange", Route::Exchange.hash()).child(icon(Pic::LoadFile));
            let load = load.child(desk.words().exchange().load_title);
            vec![empty.child(el("h2").child(words.none)).child(el("p").child(words.none_hint)).child(load)]
        }
    };
    [
        div("head").child([
            back_to(desk, &Route::Exchange),
            title,
            how(desk, Topic::Clashes, desk.words().record().conflict),
        ]),
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
        el("h2").class("line").attr("id", "clash").child(icon(Pic::Warning)).child(desk.words().record().conflict);
    let hint = el("p").class("hint").child(words.hint);
    let mut effort = Effort::of_a_screen();
    let clashes: Vec<El> = desk.with_names(|names| {
        let drawn = all.iter().filter_map(|spot| clash(desk, names, spot, None, &mut effort));
        drawn.collect()
    });
    let to_all = link("btn plain", "to-clashes", Route::Clashes.hash()).child(words.to_all);
    let card = el("section").class("card stack").attr("aria-labelledby", "clash");
    card.child([title, hint]).child(clashes).child(el("p").child(to_all))
}

impl Listing {
    /// Whether it fits the filters; followed.
    fn lists(self, spot: &Spot) -> bool {
        let (by, field) = (self.by.see(), self.field.see());
        (field.is_empty() || spot.field == *field)
            && (by.is_empty() || spot.by.iter().any(|device| device.as_str() == *by))
    }

    /// What is listed now.
    fn listed(self) -> Vec<Spot> {
        self.all.see().iter().filter(|spot| self.lists(spot)).cloned().collect()
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

/// What kind of record it is, and what it goes by.
fn told(desk: Desk, names: Names, record: &RecordId) -> (&'static str, String) {
    let words = desk.words();
    let kind = record.kind().map_or(words.clashes().newer_kind, |kind| (words.labels.kind)(kind));
    let title = title(names, record);
    (kind, if title.is_empty() { kind.to_owned() } else { title })
}
