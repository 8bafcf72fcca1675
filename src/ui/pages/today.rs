//! Today: what to do, what is unfinished, what was recorded lately, what is not yet safe elsewhere.

use super::files::late_clashes;
use crate::app::agreements::pressing;
use crate::app::reminder::{PutOff, Reminder, reminder};
use crate::app::{FormKind, NotSafe, Route, UnfinishedForm, everything, line};
use crate::record::{Kind, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::promises::{Closing, Place, list};
use crate::ui::parts::table::{Columns, Lines, records, state, title};
use crate::ui::shared::{Derived, Shared};
use std::sync::Arc;

/// How many of the latest entries a phone shows.
const LATEST: usize = 8;
/// How many commitments are shown before somebody asks for all.
const PRESSING: usize = 5;

pub fn today(desk: Desk) -> [El; 5] {
    let words = &desk.words().today;
    let entries = Derived::new(move || everything(&desk.notebook.see().log));
    let unfinished = Derived::new(move || desk.unfinished());
    let is_empty = move || entries.see().is_empty() && unfinished.see().is_empty();
    let heading = move || if is_empty() { words.ready } else { desk.words().nav.today };
    let head = div("grow")
        .child(el("p").class("stone small").child(desk.lang.get().date_long(&desk.today())))
        .child(el("h1").attr("tabindex", "-1").follow(heading));
    let doings = div("doings")
        .child(link("do", "new-visit", Route::NewVisit.hash()).child(icon(Pic::Visit)).child(words.new_visit))
        .child(
            link("do maize", "new-training", Route::NewTraining.hash())
                .child(icon(Pic::Training))
                .child(words.new_training),
        );
    let drafts = move || {
        let unfinished = unfinished.get();
        if unfinished.is_empty() {
            return is_empty().then(|| how_it_works(desk));
        }
        let rows: Vec<El> = unfinished.into_iter().map(|form| draft(desk, form)).collect();
        Some(card("drafts", words.drafts).child(el("ul").class("rows").child(rows)))
    };
    let doing = div("stack").child(doings).follow(move || not_safe(desk)).child(late_clashes(desk)).child(iphone(desk));
    let help = link("btn plain", "to-help", Route::Help(None).hash()).child(icon(Pic::Help)).child(words.help);
    let see_example = move || {
        let see = || button("btn plain", "open-example", move || desk.open_example()).child(words.see_example);
        (is_empty() && !desk.is_example.get()).then(see)
    };
    [
        div("head").child(head),
        div("cols even").child(doing).follow(drafts),
        promises(desk),
        div("stack").follow(move || (!entries.see().is_empty()).then(|| latest(desk, entries.see()))),
        el("p").class("line").follow(see_example).child(help),
    ]
}

/// Commitments that are overdue or soon due, to be closed on the spot.
fn promises(desk: Desk) -> El {
    let closing = Closing::new();
    let pressing = Derived::new(move || desk.with_names(|names| pressing(names, &desk.today())));
    let shown = Shared::new(PRESSING);
    div("stack").follow(move || {
        let all = pressing.get();
        let (count, first) = (all.len(), all.into_iter().take(shown.get()).collect());
        let more = (count > shown.get()).then(|| {
            let more = button("btn quiet wide", "all-promises", move || shown.set(usize::MAX));
            more.child((desk.words().common.show_all)(count))
        });
        let card = || card("promises", desk.words().commitments.title).test("promises");
        (count > 0).then(|| card().child(list(desk, closing, Place::Today, first)).child(more))
    })
}

fn card(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("card").attr("aria-labelledby", id).child(title)
}

/// "n records not yet safe elsewhere", with the way to mend it. Few and new ones are said in a line; so is what was put off.
fn not_safe(desk: Desk) -> Option<El> {
    let words = &desk.words().today;
    let open = desk.not_safe();
    if desk.is_example.get() {
        return None;
    }
    let note = match reminder(&open, &desk.settings.see().put_off, &desk.today()) {
        Reminder::Nothing => return None,
        Reminder::Quiet => {
            let told = (words.only_here)(open.records, desk.device_word());
            let line = el("section").attr("aria-label", words.not_safe_region).test("not-safe");
            line.child(to_my_data(Pic::Shield, told))
        }
        Reminder::Due => {
            let share = link("btn quiet", "to-exchange", Route::Exchange.hash()).child(words.share);
            let put_off = move || {
                let put_off = PutOff::until(browser::now().tomorrow(), &open);
                // Where it is not kept, the reminder comes again: the careful side.
                let _ = desk.change_settings(|settings| settings.put_off = put_off);
            };
            let buttons = div("line").child(share).child(button("btn plain", "put-off", put_off).child(words.put_off));
            let open = desk.not_safe();
            only_here(desk, &open).child(buttons)
        }
    };
    Some(note)
}

/// The same without a way to mend it, on the page where that is.
pub fn not_safe_here(desk: Desk) -> Option<El> {
    let open = desk.not_safe();
    (open.records > 0 && !desk.is_example.get()).then(|| only_here(desk, &open))
}

fn only_here(desk: Desk, open: &NotSafe) -> El {
    let words = &desk.words().today;
    let told = el("b").child((words.only_here)(open.records, desk.device_word()));
    let told = el("p").class("grow").child(told).child(" ").child(oldest(desk, open));
    let note = el("section").class("note").attr("aria-label", words.not_safe_region).test("not-safe");
    note.child(icon(Pic::Shield)).child(told)
}

/// A line that leads to the page on one's data.
fn to_my_data(pic: Pic, told: impl Into<String>) -> El {
    let line = link("note calm", "to-my-data", Route::MyData.hash()).child(icon(pic));
    line.child(el("span").class("grow").child(told.into())).child(icon(Pic::Chevron))
}

/// "The oldest is from yesterday."
pub fn oldest(desk: Desk, open: &NotSafe) -> String {
    (desk.words().today.oldest)(&open.oldest_at, &desk.today())
}

/// In a tab on an iPhone: the home screen first.
fn iphone(desk: Desk) -> Option<El> {
    let note = || div("").test("iphone-first").child(to_my_data(Pic::Info, desk.words().today.iphone));
    browser::is_iphone_tab().then(note)
}

fn draft(desk: Desk, form: UnfinishedForm) -> El {
    let words = &desk.words().today;
    let (pic, new) = match form.kind {
        FormKind::Visit => (Pic::Visit, words.draft_visit),
        FormKind::Training => (Pic::Training, words.draft_training),
        FormKind::Plain => (Pic::Building, (desk.words().labels.kind)(form.key.kind().unwrap_or(Kind::Organisation))),
    };
    let name = if form.is_new { new } else { words.draft_edit };
    let when = (words.draft_of)(&form.typed_at, &desk.today());
    let row = row("continue-draft", Route::Edit(form.key).hash(), pic, name.to_owned(), when);
    el("li").child(row.child(icon(Pic::Chevron)))
}

/// A line of a list that leads somewhere.
fn row(test: &'static str, href: String, pic: Pic, name: String, note: String) -> El {
    let text = el("span").class("grow").child(el("b").child(name)).child(el("small").child(note));
    link("row", test, href).child(icon(pic)).child(text)
}

fn how_it_works(desk: Desk) -> El {
    let words = &desk.words().today;
    let step =
        |(what, why): (&'static str, &'static str)| el("li").child(el("b").child(what)).child(el("small").child(why));
    card("how", words.how_it_works).child(el("ol").class("steps").child(words.steps.map(step)))
}

/// On a phone the latest few as rows, on a desktop the table of everything.
fn latest(desk: Desk, entries: Arc<Vec<RecordId>>) -> [El; 2] {
    let words = &desk.words().today;
    let row_of = |record: &RecordId| {
        let entry = desk.with_names(|names| line(names, record))?;
        let pic = match entry.kind {
            Kind::Session => Pic::Training,
            Kind::Agreement => Pic::People,
            _ => Pic::Visit,
        };
        let when = [&desk.lang.get().moment(&entry.recorded_at, &desk.today()), " · ", &entry.by].concat();
        let href = Route::Record(entry.page.clone()).hash();
        Some(el("li").child(row("open-record", href, pic, title(desk, &entry), when).child(state(desk, &entry))))
    };
    let rows: Vec<El> = entries.iter().take(LATEST).filter_map(row_of).collect();
    let table = records(desk, Columns::Everything, words.everything, Lines::all(entries));
    [
        div("only-narrow").child(card("recent", words.latest).child(el("ul").class("rows").child(rows))),
        div("only-wide").child(card("all", words.everything).child(table)),
    ]
}
