//! Files: saving one for others, loading those of others, and what is not yet safe elsewhere.

use super::load_card::load_card;
use super::loading::{Load, Loading, Outcome};
use super::preview::show_preview;
use super::quarantine::unreadable;
use super::saving::{Bundle, bundle, save_file};
use super::today::not_safe_here;
use super::ways_in::hear;
use super::working::working;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, follow};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use crate::ui::shared::Shared;
use leptos::prelude::*;

pub fn exchange(desk: Desk) -> AnyView {
    let load = Load::new(desk);
    hear(load);
    follow(move || match load.state.get() {
        Loading::Working => working(desk, load),
        Loading::Preview(found) => show_preview(desk, load, found),
        Loading::Idle(outcome) => idle(desk, load, outcome),
    })
}

fn idle(desk: Desk, load: Load, outcome: Option<Outcome>) -> Vec<El> {
    let words = desk.words().exchange();
    let title = el("h1").attr("tabindex", "-1").child(words.title);
    let mut page = vec![div("head").child(div("grow").child(title).child(el("p").class("stone").child(words.lead)))];
    page.extend(outcome.map(|outcome| result(desk, outcome)));
    page.push(
        div("stack").follow(move || if desk.is_example.get() { Some(in_example(desk)) } else { not_safe_here(desk) }),
    );
    page.push(div("cols even").child([save_card(desk, load.state), load_card(load)]));
    page.push(unreadable(desk));
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
            let joined = notice("note ok", "import-result", Pic::Check, told, more);
            let conflicts = (counts.conflicts > 0).then(|| {
                let told = (words.conflicts_to_see)(counts.conflicts);
                notice("note", "conflicts-to-see", Pic::Warning, told, Vec::new())
            });
            div("stack").child(joined).child(conflicts)
        }
        Outcome::NothingNew { confirmed: records } => {
            let mut more = vec![el("p").child(words.nothing_new_hint)];
            more.extend(confirmed(records));
            notice("note calm", "nothing-new", Pic::Info, words.nothing_new.to_owned(), more)
        }
        Outcome::Cancelled => notice("note calm", "load-cancelled", Pic::Info, words.cancelled.to_owned(), Vec::new()),
        Outcome::Failed(told) => alert("load-error", told),
        Outcome::FileSaved(name, parts) => {
            let words = desk.words().exchange();
            let parts = (parts > 1).then(|| el("p").test("file-parts").child((desk.words().photos().parts)(parts)));
            let next = parts.into_iter().chain([el("p").child(words.saved_next)]).collect();
            notice("note ok", "file-saved", Pic::Check, (words.saved)(&name), next)
        }
    }
}

pub(super) fn card(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("card stack").attr("aria-labelledby", id).child(title)
}

fn save_card(desk: Desk, state: Shared<Loading>) -> El {
    let words = desk.words().exchange();
    let held = move || match desk.notebook.see().recorded() {
        0 => words.nothing_to_save.to_owned(),
        records => (words.save_what)(records),
    };
    let found = Shared::new(Bundle::default());
    let is_saving = Shared::new(false);
    leptos::task::spawn_local(async move {
        let seen = bundle(desk).await;
        if !found.is_gone() {
            found.set(seen);
        }
    });
    let photos = move || {
        let (photos, words) = (found.get(), desk.words().photos());
        let in_file = (photos.count > 0).then(|| {
            el("p").test("save-photos").child((words.in_file)(photos.count, &desk.lang.get().bytes(photos.bytes)))
        });
        let missing = (photos.missing > 0)
            .then(|| el("p").class("hint").test("save-photos-missing").child((words.not_in_file)(photos.missing)));
        (in_file, missing)
    };
    let press = move || {
        if is_saving.peek_value() {
            return;
        }
        is_saving.set(true);
        leptos::task::spawn_local(async move {
            let outcome = save_file(desk).await;
            if !is_saving.is_gone() {
                is_saving.set(false);
                state.set(Loading::Idle(Some(outcome)));
            }
        });
    };
    let save = button("btn full", "save-file", press)
        .is("disabled", move || desk.is_example.get() || is_saving.get())
        .child(icon(Pic::SaveFile))
        .follow(move || if is_saving.get() { desk.words().form.saving } else { words.save });
    let hint = el("p").class("hint").child(words.save_contains);
    let photos = div("stack tight").follow(photos);
    card("save", words.save_title).child([el("p").follow(held), photos, hint, save])
}
