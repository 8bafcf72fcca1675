//! What was sent back, where whoever wrote it sees it: on Today, on its page and in its form.

use crate::app::{Names, Route};
use crate::log::RecordView;
use crate::record::{Choice, Field, Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Derived;

/// How many are named on Today.
const NAMED: usize = 5;

/// The reason, above the record.
pub fn of_record(desk: Desk, record: &RecordId) -> Option<El> {
    let words = desk.words().review();
    let reason = desk.with_names_now(|names| {
        let view = names.log.record(record).filter(|view| is_returned(*view))?;
        Some(view.fields().text(Field::ReturnedBecause).to_owned())
    })?;
    let told = el("p").class("grow").child(el("b").child(words.sent_back)).child(el("br"));
    Some(div("note").attr("role", "note").test("sent-back").child(icon(Pic::Undo)).child(told.child(reason)))
}

/// On Today: what this device wrote and was sent back.
pub fn line(desk: Desk) -> El {
    let all = Derived::new(move || desk.with_names(|names| sent_back(desk, names)));
    div("stack").follow(move || {
        let words = desk.words().review();
        let all = all.see();
        let row = |(record, title, reason): &(RecordId, String, String)| {
            let title = if title.is_empty() { words.mend } else { title };
            let told = el("span")
                .class("grow")
                .child(el("b").child(title.to_owned()))
                .child(el("small").child(reason.clone()));
            el("li").child(
                link("row", "to-sent-back", Route::Record(record.clone()).hash())
                    .child(icon(Pic::Undo))
                    .child(told)
                    .child(icon(Pic::Chevron)),
            )
        };
        let rows: Vec<El> = all.iter().take(NAMED).map(row).collect();
        (!all.is_empty()).then(|| {
            let title = el("h2").attr("id", "sent-back").child((words.to_mend)(all.len()));
            let card = el("section").class("card").attr("aria-labelledby", "sent-back").test("sent-back-list");
            card.child(title).child(el("ul").class("rows").child(rows))
        })
    })
}

/// The record, what it goes by, and why it was sent back.
fn sent_back(desk: Desk, names: Names) -> Vec<(RecordId, String, String)> {
    let own = desk.device();
    let views = [Kind::Visit, Kind::Session].into_iter().flat_map(|kind| names.log.records_of(kind));
    let returned = views.filter(|view| is_returned(*view) && !view.is_binned());
    let mine = returned.filter(|view| view.first().map(|change| *change.device()) == own);
    let told = |view: RecordView| {
        let reason = view.fields().text(Field::ReturnedBecause).to_owned();
        (view.id().clone(), crate::app::clashes::title(names, view.id()), reason)
    };
    mine.map(told).collect()
}

pub fn is_returned(view: RecordView) -> bool {
    view.shown(Field::Status.name()).and_then(Value::as_text) == Some(Choice::Returned.name())
}
