//! Files: saving one for others, loading those of others, and what is not yet safe elsewhere.

use super::files::late_way_to_twins;
use super::loading::{Loading, Outcome, read_files};
use super::locked;
use super::preview::show_preview;
use super::quarantine::unreadable;
use super::sending::save_card;
use super::taking_back;
use super::today::not_safe_here;
use crate::app::Route;
use crate::i18n::Device;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, follow, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use crate::ui::shared::Shared;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, File};

/// Where the hidden file field is found.
const FILE_INPUT: &str = "#file-input";

pub fn exchange(desk: Desk) -> AnyView {
    let state = Shared::new(Loading::Idle(None));
    follow(move || match state.get() {
        Loading::Reading(files) => reading(desk, files),
        Loading::Locked(question) => locked::ask(desk, &question),
        Loading::Preview(preview) => show_preview(desk, state, preview, Arc::default()),
        Loading::Again(preview, texts) => show_preview(desk, state, preview, texts),
        Loading::Idle(outcome) => idle(desk, state, outcome),
    })
}

fn reading(desk: Desk, files: usize) -> Vec<El> {
    let head = div("grow")
        .child(el("h1").attr("tabindex", "-1").child((desk.words().exchange().reading)(files)))
        .child(el("p").class("stone").child(desk.words().preview().nothing_changes_yet));
    vec![div("head").child(head), el("progress")]
}

fn idle(desk: Desk, state: Shared<Loading>, outcome: Option<Outcome>) -> Vec<El> {
    let words = desk.words().exchange();
    let title = el("h1").attr("tabindex", "-1").child(words.title);
    let mut page = vec![div("head").child(div("grow").child(title).child(el("p").class("stone").child(words.lead)))];
    page.extend(outcome.map(|outcome| result(desk, outcome)));
    page.push(taking_back::offer(desk, state));
    page.push(
        div("stack").follow(move || if desk.is_example.get() { Some(in_example(desk)) } else { not_safe_here(desk) }),
    );
    page.push(div("cols even").child([save_card(desk, state), load_card(desk, state)]));
    page.push(unreadable(desk, state));
    page
}

/// A notice with a picture: what is said in bold, and more about it.
pub(super) fn notice(class: &'static str, test: &'static str, pic: Pic, bold: String, more: Vec<El>) -> El {
    let text = div("grow").child(el("p").child(el("b").child(bold))).child(more);
    el("section").class(class).attr("role", "status").test(test).child(icon(pic)).child(text)
}

fn in_example(desk: Desk) -> El {
    let example = &desk.words().example;
    let hint = vec![el("p").child(example.no_files_hint)];
    notice("note calm", "no-files-in-example", Pic::Info, example.no_files.to_owned(), hint)
}

fn result(desk: Desk, outcome: Outcome) -> El {
    let words = desk.words().preview();
    let confirmed = |records: usize| {
        let told = (records > 0).then(|| (desk.words().exchange().acknowledged)(records))?;
        Some(el("p").test("confirmed").child(told))
    };
    match outcome {
        Outcome::Joined { changes, files, counts, confirmed: records } => {
            let photos = (counts.photos > 0).then(|| (desk.words().photos().joined)(counts.photos));
            let mut more = Vec::new();
            let told = match photos {
                Some(photos) if changes == 0 => photos,
                photos => {
                    more.push(el("p").child((words.joined_records)(counts.new_records, counts.changed_records)));
                    more.extend(photos.map(|photos| el("p").test("joined-photos").child(photos)));
                    (words.joined)(changes, files)
                }
            };
            more.extend(confirmed(records));
            let is_desk = desk.device_word() == Device::Computer;
            more.extend(is_desk.then(|| el("p").test("send-back").child(desk.words().sending().send_back)));
            let joined = notice("note ok", "import-result", Pic::Check, told, more);
            let conflicts = (counts.conflicts > 0).then(|| {
                let told = (words.conflicts_to_see)(counts.conflicts);
                let see = link("btn quiet", "to-clashes", Route::Clashes.hash()).child(desk.words().see_clashes());
                notice("note", "conflicts-to-see", Pic::Warning, told, Vec::new()).child(see)
            });
            div("stack").child(joined).child(conflicts).child(late_way_to_twins(desk))
        }
        Outcome::NothingNew { confirmed: records } => {
            let mut more = vec![el("p").child(words.nothing_new_hint)];
            more.extend(confirmed(records));
            notice("note calm", "nothing-new", Pic::Info, words.nothing_new.to_owned(), more)
        }
        Outcome::TakenBack(changes) => {
            let loads = desk.words().loads();
            let hint = vec![el("p").child(loads.taken_back_hint)];
            notice("note calm", "load-taken-back", Pic::Undo, (loads.taken_back)(changes), hint)
        }
        Outcome::StillUnread => {
            let loads = desk.words().loads();
            let hint = vec![el("p").child(loads.still_unread_hint)];
            notice("note calm", "still-unread", Pic::Info, loads.still_unread.to_owned(), hint)
        }
        Outcome::Cancelled => notice("note calm", "load-cancelled", Pic::Info, words.cancelled.to_owned(), Vec::new()),
        Outcome::Failed(told) => alert("load-error", told),
        Outcome::FileSaved(name, parts) => {
            let words = desk.words().sending();
            let parts = (parts > 1).then(|| el("p").test("file-parts").child((desk.words().photos().parts)(parts)));
            let next = parts.into_iter().chain([el("p").child(words.next)]).collect();
            notice("note ok", "file-saved", Pic::Check, (words.saved)(&name), next)
        }
    }
}

pub(super) fn card(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("card stack").attr("aria-labelledby", id).child(title)
}

fn load_card(desk: Desk, state: Shared<Loading>) -> El {
    let words = desk.words().exchange();
    let is_over = Shared::new(false);
    let load = move |files: Vec<File>| {
        if !files.is_empty() && !desk.is_example.peek_value() {
            leptos::task::spawn_local(read_files(desk, state, files));
        }
    };
    let dropped = move |event: Event| {
        event.prevent_default();
        is_over.set(false);
        let transfer = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
        load(browser::files(transfer.and_then(|transfer| transfer.files())));
    };
    let over = move |event: Event| {
        event.prevent_default();
        is_over.set(true);
    };
    let choose = button("btn quiet full", "load-files", || browser::press(FILE_INPUT))
        .is("disabled", move || desk.is_example.get())
        .child(words.choose_files);
    // No filter on names: several phones would grey the files out.
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("hidden", "")
        .attr("id", FILE_INPUT.trim_start_matches('#'))
        .test("file-input")
        .on("change", move |event| load(browser::take_files(&event)));
    let drag = move || if is_over.get() { words.drop_here } else { words.drag_here };
    let told = el("p").child(el("span").class("only-wide").follow(drag).child(" ")).child(words.several);
    let zone = div("drop")
        .class_when("over", move || is_over.get())
        .test("drop-zone")
        .on("dragover", over)
        .on("dragleave", move |_| is_over.set(false))
        .on("drop", dropped)
        .child(icon(Pic::LoadFile))
        .child([told, choose, input]);
    card("load", words.load_title).child([zone, el("p").class("hint").child(words.load_hint)])
}
