//! Files: saving one for others, loading those of others, and what is not yet safe elsewhere.

use super::files::late_way_to_twins;
use super::load_card::load_card;
use super::loading::{Load, Loading, Outcome};
use super::locked;
use super::preview::show_preview;
use super::quarantine::unreadable;
use super::sending::save_card;
use super::taking_back;
use super::today::not_safe_here;
use super::ways_in::hear;
use super::working::working;
use crate::app::Route;
use crate::app::hints::Hint;
use crate::i18n::{Device, Topic};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, follow, link};
use crate::ui::parts::hint::{hint, how};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use leptos::prelude::*;

pub fn exchange(desk: Desk) -> AnyView {
    let load = Load::new(desk);
    hear(load);
    follow(move || match load.state.get() {
        Loading::Working => working(desk, load),
        Loading::Locked(question) => locked::ask(desk, &question),
        Loading::Preview(found) => show_preview(desk, load, found),
        Loading::Idle(outcome) => idle(desk, load, outcome),
    })
}

fn idle(desk: Desk, load: Load, outcome: Option<Outcome>) -> Vec<El> {
    let words = desk.words().exchange();
    let title = el("h1").attr("tabindex", "-1").child(words.title);
    let mut page = vec![div("head").child(div("grow").child(title).child(el("p").class("stone").child(words.lead)))];
    page.push(hint(desk, if desk.device_word() == Device::Computer { Hint::Load } else { Hint::Share }));
    page.extend(outcome.map(|outcome| result(desk, outcome)));
    page.push(taking_back::offer(desk, load));
    page.push(
        div("stack").follow(move || if desk.is_example.get() { Some(in_example(desk)) } else { not_safe_here(desk) }),
    );
    page.push(div("cols even").child([save_card(desk, load.state), load_card(load)]));
    page.push(super::other_files::way(desk));
    page.push(unreadable(desk, load));
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

/// The same, with the way to what the help says of it.
pub(super) fn card_with_help(desk: Desk, id: &'static str, title: &'static str, topic: Topic) -> El {
    let head = el("h2").class("grow").attr("id", id).child(title);
    let head = div("head").child(head).child(how(desk, topic, title));
    el("section").class("card stack").attr("aria-labelledby", id).child(head)
}

pub(super) fn card(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("card stack").attr("aria-labelledby", id).child(title)
}
