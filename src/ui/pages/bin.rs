//! The bin: what is in it, who put it there, and the way back; and what the page of a record says of it.

use crate::app::bin::{Binned, bin as all_binned, put_away, put_there, take_back};
use crate::app::{Names, Route};
use crate::log::{Bin, RecordView};
use crate::record::{Kind, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Derived;

pub fn bin(desk: Desk) -> [El; 2] {
    let words = &desk.words().bin;
    let binned = Derived::new(move || {
        let notebook = desk.notebook.see();
        desk.with_names(|names| all_binned(&notebook, names))
    });
    let body = move || {
        let binned = binned.get();
        if binned.is_empty() {
            let empty = el("section").class("card empty").test("bin-empty").child(icon(Pic::Trash));
            let visits = link("btn quiet", "to-visits", Route::Visits.hash()).child(icon(Pic::Visit));
            let visits = visits.child(desk.words().nav.visits);
            return vec![empty.child(el("h2").child(words.empty)).child(el("p").child(words.empty_hint)).child(visits)];
        }
        let rows: Vec<El> = binned.into_iter().map(|binned| row(desk, binned)).collect();
        let card = el("section").class("card").attr("aria-label", words.title);
        vec![el("p").class("hint").child(words.hint), card.child(el("ul").class("rows").child(rows))]
    };
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(words.title));
    [div("head").child([back_to(desk, &Route::Settings), title]), div("stack").follow(body)]
}

fn row(desk: Desk, binned: Binned) -> El {
    let words = desk.words();
    let kind = binned.record.kind();
    let pic = match kind {
        Some(Kind::Visit) => Pic::Visit,
        Some(Kind::Session) => Pic::Training,
        Some(Kind::Agreement) => Pic::People,
        _ => Pic::File,
    };
    let kind_name = kind.map(|kind| (words.labels.kind)(kind)).unwrap_or_default();
    let title = if binned.title.is_empty() { kind_name.to_owned() } else { binned.title };
    // Only visits and trainings have a page of their own.
    let has_page = matches!(kind, Some(Kind::Visit | Kind::Session));
    let href = Route::Record(binned.record.clone()).hash();
    let name = el("b").child(title);
    let name = if has_page { link("", "open-record", href).child(name) } else { name };
    let along = (binned.along > 0).then(|| [" · ", &desk.lang.get().count(binned.along, words.bin.along)].concat());
    let told = el("span")
        .class("grow")
        .child(name)
        .child(el("small").child(kind_name).child(along))
        .child(el("small").child((words.bin.put_by)(&binned.by, &binned.at, &desk.today())));
    el("li").class("row").test("binned").child(icon(pic)).child([told, back(desk, binned.record)])
}

/// The button that takes a record back.
fn back(desk: Desk, record: RecordId) -> El {
    let words = &desk.words().bin;
    let press = move || desk.change(words.taken_back, |notebook| take_back(notebook, &record));
    button("btn quiet", "take-back", press).child(words.take_back)
}

/// On the page of a record: that it is in the bin, or that it was put there by one who did not know all of it.
pub fn notice(desk: Desk, names: Names, view: RecordView) -> Option<El> {
    let words = &desk.words().bin;
    let id = view.id().clone();
    let (by, at) = put_there(names, view)?;
    let by = (words.put_by)(&by, &at, &desk.today());
    let note = |class, test, pic| el("section").class(class).attr("role", "status").test(test).child(icon(pic));
    let told = |what: &'static str, more: El| div("grow").child(el("p").child(el("b").child(what))).child(more);
    match view.bin() {
        Bin::Outside => None,
        Bin::Inside => {
            let told = told(words.is_there, el("p").child(by));
            Some(note("note", "in-bin", Pic::Trash).child([told, back(desk, id)]))
        }
        Bin::EditedSince => {
            let why = el("p").child(words.edited_since_hint).child(" ").child(by);
            let named = id.clone();
            let keep = move || desk.change(words.kept, |notebook| take_back(notebook, &named));
            let keep = button("btn", "keep-record", keep).child(words.keep);
            let choices = div("line").child([keep, put(desk, id)]);
            Some(note("note", "edited-since", Pic::Warning).child([told(words.edited_since, why), choices]))
        }
    }
}

/// The button that puts the record of this page into the bin. Nothing is asked: it can be undone at once, and later.
pub fn put(desk: Desk, record: RecordId) -> El {
    let words = &desk.words().bin;
    let press = move || {
        let list = Route::Record(record.clone()).section();
        let away = |notebook: &_| put_away(notebook, &record);
        desk.change_then(words.is_there, away, move || browser::go_instead(&desk.address(&list)));
    };
    button("btn plain stop", "to-bin", press).child(icon(Pic::Trash)).child(words.put)
}
