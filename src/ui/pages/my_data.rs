//! Where everything is, how much of it is not safe elsewhere, and what to do about it.

use super::today::oldest;
use crate::app::Route;
use crate::i18n::Topic;
use crate::storage::PhotoStore;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::hint::how;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::offline::offline;
use crate::ui::shared::Shared;

/// Less than this, in bytes, is little: a few dozen photos.
const LITTLE: u64 = 50_000_000;

/// What the browser says of what is stored here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    /// Bytes used and left.
    room: Option<(u64, u64)>,
    is_kept: Option<bool>,
    /// It was asked on this page, and did not promise.
    was_refused: bool,
    photos: usize,
    photo_bytes: u64,
}

pub fn my_data(desk: Desk) -> [El; 2] {
    let words = desk.words().my_data();
    let found = Shared::new(Found::default());
    leptos::task::spawn_local(look(desk, found));
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(words.title));
    let how = how(desk, Topic::NewPhone, words.title);
    let head = div("head").child([back_to(desk, &Route::Settings), title, how]);
    let lead = el("p").class("stone").child((words.lead)(desk.device_word()));
    let left = div("stack").child([safe(desk, found), carried(desk), offline(desk)]);
    let right = div("stack").child([iphone(desk), div("stack").follow(move || here(desk, found))]);
    [head, div("stack").child([lead, div("cols even").child([left, right])])]
}

async fn look(desk: Desk, found: Shared<Found>) {
    let mut told = Found { room: browser::room().await, is_kept: browser::is_kept().await, ..Found::default() };
    if let Ok(store) = desk.photo_store().await {
        let held = store.held().await.unwrap_or_default();
        told.photos = held.len();
        told.photo_bytes = held.iter().map(|photo| u64::try_from(photo.size).unwrap_or_default()).sum();
    }
    if !found.is_gone() {
        found.set(told);
    }
}

fn card(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("card stack tight").attr("aria-labelledby", id).child(title)
}

fn row(pic: Pic, strong: impl Into<String>, small: Option<&'static str>) -> El {
    let small = small.map(|small| el("small").child(small));
    el("li")
        .class("row")
        .child(icon(pic))
        .child(el("span").class("grow").child(el("b").child(strong.into())).child(small))
}

/// How many records, and how many of them are nowhere else.
fn safe(desk: Desk, found: Shared<Found>) -> El {
    let words = desk.words().my_data();
    let told = move || {
        let (all, open) = (desk.notebook.see().recorded(), desk.not_safe());
        let device = desk.device_word();
        let (class, pic, lines) = match (all, open.records) {
            _ if desk.is_example.get() => ("note calm", Pic::Info, vec![desk.words().example.no_files_hint.to_owned()]),
            (0, 0) => ("note calm", Pic::Info, vec![words.nothing.to_owned()]),
            (_, 0) => ("note ok", Pic::Check, vec![(words.all_safe)(all)]),
            (_, records) => {
                let only = (desk.words().today.only_here)(records, device);
                ("note", Pic::Shield, vec![only, oldest(desk, &open), (words.if_lost)(device).to_owned()])
            }
        };
        let share = (open.records > 0 && !desk.is_example.get())
            .then(|| link("btn", "to-exchange", Route::Exchange.hash()).child(desk.words().today.share));
        let begin = (all == 0 && !desk.is_example.get())
            .then(|| link("btn", "new-visit", Route::NewVisit.hash()).child(desk.words().today.new_visit));
        let mut lines = lines.into_iter();
        let bold = el("p").child(el("b").child(lines.next().unwrap_or_default()));
        let text = div("grow stack tight").child(bold).child(lines.map(|line| el("p").child(line)).collect::<Vec<_>>());
        el("section")
            .class(class)
            .attr("role", "status")
            .test("safety")
            .child(icon(pic))
            .child(text)
            .child(share)
            .child(begin)
    };
    let photos = move || {
        let (found, all) = (found.see(), desk.notebook.see().recorded());
        let photos =
            (found.photos > 0).then(|| (words.photos)(found.photos, &desk.lang.get().bytes(found.photo_bytes)));
        let told = [Some((words.of_all)(all)), photos].into_iter().flatten().collect::<Vec<_>>().join(" ");
        el("p").test("held").child(told)
    };
    div("stack").follow(told).child(div("").follow(photos)).child(el("p").class("hint").child(words.what_is_safe))
}

/// What left here, and what came back.
fn carried(desk: Desk) -> El {
    let words = desk.words().my_data();
    let rows = move || {
        let settings = desk.settings.see();
        let today = desk.today();
        let file = match settings.last_file_at.as_str() {
            "" => desk.words().settings().no_file_yet.to_owned(),
            at => (desk.words().settings().last_file)(at, &today),
        };
        let confirmed = match settings.last_confirmed_at.as_str() {
            "" => words.never_confirmed.to_owned(),
            at => (words.confirmed)(at, &today, &settings.last_confirmed_by),
        };
        let pic = if settings.last_confirmed_at.is_empty() { Pic::Info } else { Pic::Check };
        [row(Pic::File, file, None).test("last-file"), row(pic, confirmed, None).test("last-confirmed")]
    };
    card("carried", words.carried).child(el("ul").class("rows").follow(rows))
}

/// This device and its browser.
fn here(desk: Desk, found: Shared<Found>) -> El {
    let words = desk.words().my_data();
    let device = desk.device_word();
    let Found { room, is_kept, was_refused, .. } = found.get();
    let room = match room {
        None => row(Pic::Device, words.room_unknown, None),
        Some((used, left)) => {
            let [used, left] = [used, left].map(|bytes| desk.lang.get().bytes(bytes));
            let little = room.filter(|(_, left)| *left < LITTLE).map(|_| el("small").child(words.little_left));
            let left = el("small").child((words.left)(&left));
            let told = el("span").class("grow").child(el("b").child((words.used)(&used))).child(left).child(little);
            el("li").class("row").child(icon(Pic::Device)).child(told)
        }
    };
    let ask = button("btn quiet whole", "ask-to-keep", move || {
        leptos::task::spawn_local(async move {
            let promised = browser::ask_to_keep().await;
            if !found.is_gone() {
                found.update(|found| {
                    found.is_kept = promised;
                    found.was_refused = promised != Some(true);
                });
            }
        });
    });
    let kept = match is_kept {
        Some(true) => row(Pic::Check, words.kept, Some(words.kept_hint)),
        Some(false) if was_refused => row(Pic::Warning, words.not_kept, Some((words.not_promised)(device))),
        Some(false) => row(Pic::Warning, words.not_kept, Some(words.not_kept_hint)).child(ask.child(words.ask_to_keep)),
        None => row(Pic::Warning, words.not_kept, Some(words.not_kept_hint)),
    };
    let installed = if browser::is_installed() {
        row(Pic::Today, words.installed, None)
    } else {
        let install = browser::can_install()
            .then(|| button("btn quiet whole", "install", browser::install).child((words.install)(device)));
        row(Pic::Today, words.not_installed, Some((words.how_to_install)(device))).child(install)
    };
    let lock = row(Pic::Shield, (words.lock)(device), Some((words.lock_hint)(device)));
    let rows = [room.test("room"), kept.test("kept"), installed.test("installed"), lock.test("lock")];
    card("here", (desk.words().settings().device)(device)).child(el("ul").class("rows").child(rows))
}

/// What an iPhone does with a tab, and the way out of it.
fn iphone(desk: Desk) -> El {
    let words = desk.words().my_data();
    let steps = || {
        let step = |(what, how): (&'static str, &'static str)| {
            el("li").child(el("b").child(what)).child(el("small").child(how))
        };
        let steps = el("ol").class("steps").child(words.iphone_steps.map(step));
        let card = card("iphone", words.iphone).test("iphone").child(el("p").child(words.iphone_why));
        card.child(steps)
    };
    div("stack").child(browser::is_iphone_tab().then(steps))
}
