//! Commitments on the screen: who, what, by when, and closing one in place with a word on how.

use super::chips::{Chip, Group, chips};
use super::icon::{Pic, icon};
use super::table::tag;
use super::trouble::why;
use crate::app::Route;
use crate::app::agreements::{Due, Promise, close, reopen, with_host};
use crate::app::bin::put_away;
use crate::i18n::in_running_text;
use crate::record::{Choice, Field, Kind, RecordId};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::shared::{Derived, Shared};
use wasm_bindgen::JsCast;

/// Where commitments are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// With their host and the way to their visit.
    Today,
    /// On the page of their visit: also closed ones, and the bin.
    Visit,
    /// In the form of another visit to the same host.
    Form,
    /// On the page of a visit in the bin: only to be read.
    Bin,
}

/// The one being closed and what is typed. It outlives the list, which is drawn anew when something changes.
#[derive(Clone, Copy)]
pub struct Closing {
    which: Shared<Option<RecordId>>,
    is_dropped: Shared<bool>,
    how: Shared<String>,
    is_missing: Shared<bool>,
}

impl Closing {
    pub fn new() -> Self {
        Closing {
            which: Shared::new(None),
            is_dropped: Shared::new(false),
            how: Shared::new(String::new()),
            is_missing: Shared::new(false),
        }
    }

    fn begin(self, record: Option<RecordId>) {
        self.is_dropped.set(false);
        self.how.set(String::new());
        self.is_missing.set(false);
        self.which.set(record);
    }

    fn save(self, desk: Desk, record: &RecordId) {
        let how = self.how.peek();
        if how.trim().is_empty() {
            self.is_missing.set(true);
            return;
        }
        let as_what = if self.is_dropped.peek_value() { Choice::Dropped } else { Choice::Done };
        let closed = |notebook: &_| vec![close(notebook, record, as_what, &how, &desk.today())];
        desk.change_then(desk.saved_word(), closed, move || self.begin(None));
    }
}

/// Open commitments of earlier visits to the host that is chosen in a form.
pub fn notice(desk: Desk, filling: Filling) -> El {
    let closing = Closing::new();
    let promises = Derived::new(move || {
        let form = filling.form.see();
        let host = form.text(Kind::Visit, Field::HostOrganisation);
        desk.with_names(|names| with_host(names, &desk.today(), host, form.key()))
    });
    div("stack").follow(move || {
        let promises = promises.get();
        (!promises.is_empty()).then(|| {
            let title = el("h3").attr("id", "promises-of-host").child(desk.words().commitments.with_host);
            let section =
                el("section").class("promise").attr("aria-labelledby", "promises-of-host").test("promises-of-host");
            section.child(title).child(list(desk, closing, Place::Form, promises))
        })
    })
}

/// In a form: a commitment was taken out, and the way to put it back.
pub fn removed(desk: Desk, filling: Filling) -> El {
    let removed = Derived::new(move || filling.form.see().removed_agreement());
    div("found").follow(move || {
        removed.get().map(|record| {
            let press = move || filling.edit(|form| form.restore_agreement(&record));
            let undo = button("btn quiet", "commitment-restore", press).child(icon(Pic::Undo));
            let told = el("p").class("grow").child(desk.words().commitments.removed);
            div("note calm").attr("role", "status").child([told, undo.child(desk.words().common.undo)])
        })
    })
}

/// Commitments one below the other.
pub fn list(desk: Desk, closing: Closing, place: Place, promises: Vec<Promise>) -> El {
    el("ul")
        .class("rows")
        .child(promises.into_iter().map(|promise| row(desk, closing, place, promise)).collect::<Vec<_>>())
}

fn row(desk: Desk, closing: Closing, place: Place, promise: Promise) -> El {
    let words = desk.words();
    let record = promise.record.clone();
    let due = match promise.due_on.as_str() {
        "" => String::new(),
        due => (words.lists.due_on)(due, &desk.today()),
    };
    let host = if place == Place::Today { promise.host.as_str() } else { "" };
    let line = joined(&[&promise.responsible, &due, host]);
    let closed = (!promise.is_open()).then(|| {
        let day = desk.lang.get().day(&promise.closed_on, &desk.today());
        el("small").test("how-closed").child(joined(&[&promise.how, &day]))
    });
    let name =
        if promise.what.is_empty() { (words.labels.kind)(Kind::Agreement).to_owned() } else { promise.what.clone() };
    let name = el("b").child(name);
    let named = match promise.visit.clone().filter(|_| place == Place::Today) {
        Some(visit) => link("", "promise-visit", Route::Record(visit).hash()).child(name),
        None => name,
    };
    let told = el("span").class("grow").child(named).child(el("small").child(line)).child(closed);
    let shown = div("row").child(told).child(state(desk, &promise));
    let inside = record.clone();
    let form = move || (closing.which.get().as_ref() == Some(&inside)).then(|| form(desk, closing, inside.clone()));
    el("li")
        .test("commitment")
        .child(shown)
        .child((place != Place::Bin).then(|| actions(desk, closing, place, &promise)))
        .follow(form)
}

fn joined(parts: &[&str]) -> String {
    let some: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    some.join(" · ")
}

/// Overdue or due soon, done or dropped; an open one that has time says so only on the page of its visit.
fn state(desk: Desk, promise: &Promise) -> El {
    let words = desk.words();
    let status = in_running_text((words.labels.choice)(promise.status));
    match (promise.status, promise.due) {
        (Choice::Done, _) => tag("tag ok", Some(Pic::Check), status),
        (Choice::Dropped, _) => tag("tag", Some(Pic::Close), status),
        (_, Due::Overdue) => tag("tag bad", Some(Pic::Warning), words.commitments.overdue),
        (_, Due::Soon) => tag("tag wait", Some(Pic::Info), words.commitments.soon),
        _ => tag("tag", None, status),
    }
}

fn actions(desk: Desk, closing: Closing, place: Place, promise: &Promise) -> El {
    let words = desk.words();
    let (record, named, binned) = (promise.record.clone(), promise.record.clone(), promise.record.clone());
    let first = if promise.is_open() {
        let is_here = move || closing.which.see().as_ref().as_ref() == Some(&named);
        let press = move || {
            let is_open = closing.which.peek().as_ref().as_ref() == Some(&record);
            closing.begin((!is_open).then(|| record.clone()));
        };
        button("btn quiet", "close-promise", press)
            .attr("aria-label", (words.commitments.close)(&promise.what))
            .attr_when("aria-expanded", move || Some(is_here().to_string()))
            .child(icon(Pic::Check))
            .child(words.common.close)
    } else {
        let press = move || desk.change(desk.saved_word(), |notebook| vec![reopen(notebook, &record)]);
        button("btn quiet", "reopen-promise", press).child(icon(Pic::Undo)).child(words.commitments.reopen)
    };
    let to_bin = (place == Place::Visit).then(|| {
        let press = move || desk.change(desk.words().bin.is_there, |notebook| put_away(notebook, &binned));
        let label = [words.bin.put, ": ", &promise.what].concat();
        button("icon-btn stop", "promise-to-bin", press).attr("aria-label", label).child(icon(Pic::Trash))
    });
    div("line doing").child(first).child(to_bin)
}

/// Done or dropped, and a word on how. It is no form of its own: it may stand inside one.
fn form(desk: Desk, closing: Closing, record: RecordId) -> El {
    let words = &desk.words().commitments;
    let label = desk.words().labels.choice;
    let options = move || {
        let chip = |choice: Choice| Chip { value: choice.name().to_owned(), label: label(choice).to_owned() };
        vec![chip(Choice::Done), chip(Choice::Dropped)]
    };
    let how_it_ended = chips(
        Group { name: "closing".to_owned(), legend: words.how_it_ended, many: false },
        options,
        move |value| closing.is_dropped.get() == (value == Choice::Dropped.name()),
        move |value| closing.is_dropped.set(value == Choice::Dropped.name()),
    );
    let (by_key, by_button) = (record.clone(), record);
    let on_key = move |event: web_sys::Event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Enter") {
            // Enter closes the commitment and never saves the form around it.
            event.prevent_default();
            closing.save(desk, &by_key);
        }
    };
    let input = el("input")
        .class("input")
        .attr("id", "closing-how")
        .attr("autocomplete", "off")
        .test("closing-how")
        .value(move || closing.how.get())
        .on_input(move |typed| closing.how.set(typed))
        .on("keydown", on_key);
    let is_missing = move || closing.is_missing.get() && closing.how.see().trim().is_empty();
    let how = div("field")
        .class_when("wrong", is_missing)
        .child(el("label").attr("for", "closing-how").child(words.how))
        .child([input, el("p").class("hint").child(words.how_hint)])
        .follow(move || is_missing().then(|| why("how-missing", words.how_missing)));
    let buttons = [
        button("btn", "closing-save", move || closing.save(desk, &by_button)).child(desk.words().common.save),
        button("btn plain", "closing-cancel", move || closing.begin(None)).child(desk.words().common.cancel),
    ];
    div("stack closing").test("closing-form").child([how_it_ended, how, div("line").child(buttons)])
}
