//! What went wrong, on the page: what happened, what is safe, what to do.

use super::icon::{Pic, icon};
use crate::app::Route;
use crate::i18n;
use crate::storage::StoreError;
use crate::ui::browser;
use crate::ui::desk::{Desk, Trouble};
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Shared;

/// What is wrong with what is kept, if anything, on top of every page.
pub fn trouble(desk: Desk) -> Option<El> {
    let (errors, device) = (&desk.words().errors, desk.device_word());
    let (test, told) = match desk.trouble.get()? {
        Trouble::NothingKept => ("storage-blocked", errors.blocked.on(device)),
        Trouble::NotOpened => ("store-error", errors.not_opened.on(device)),
        Trouble::Newer => ("store-newer", errors.newer.on(device)),
        Trouble::NotRead => ("store-not-read", errors.not_read.on(device)),
        Trouble::DamagedLines(lines) => ("store-damaged", (errors.store_damaged)(lines, device)),
        Trouble::Lacks(changes) => ("store-lacks", (errors.lacks)(changes, device)),
        Trouble::WrittenAgain => ("written-again", errors.written_again.on(device)),
        Trouble::AlmostFull => ("almost-full", errors.almost_full.on(device)),
    };
    let alarm = alert(test, told);
    Some(if desk.trouble.peek_value().is_some_and(|trouble| trouble.hides_pages()) {
        ways_out(desk, alarm)
    } else {
        alarm
    })
}

/// Where no page is shown: all that is there can be saved in a file, and then one can go on or try again.
fn ways_out(desk: Desk, alarm: El) -> El {
    let outcome = Shared::new(String::new());
    let save = button("btn", "save-all", move || {
        leptos::task::spawn_local(async move { outcome.set(browser::save_all().await) });
    });
    let told = move || {
        let rescue = &desk.words().errors.rescue;
        let told = match outcome.get().as_str() {
            "" => return None,
            "saved" => rescue.saved,
            "nothing" => rescue.nothing,
            _ => rescue.failed,
        };
        Some(el("p").attr("role", "status").test("save-all-result").child(told))
    };
    let can_go_on = matches!(desk.trouble.peek_value(), Some(Trouble::Lacks(_)));
    let next = move || {
        let rescue = &desk.words().errors.rescue;
        let go_on = || button("btn quiet", "go-on", move || desk.go_on()).child(rescue.go_on);
        let again = || button("btn quiet", "load-again", browser::load_again).child(rescue.load_again);
        match can_go_on {
            // Not before one has a file of what is there, or knows that none can be had.
            true => (!outcome.see().is_empty()).then(go_on),
            false => Some(again()),
        }
    };
    let save = save.child(icon(Pic::SaveFile)).follow(move || desk.words().errors.rescue.save_all);
    alarm.child(div("stack tight").child(save).follow(told).follow(next))
}

/// The form on the screen is open in another tab too.
pub fn open_elsewhere(desk: Desk) -> Option<El> {
    let elsewhere = desk.tabs.elsewhere.get();
    let is_here = matches!(desk.route.get(), Route::Edit(record) if record.as_str() == elsewhere);
    let told = || told(desk.words().errors.open_elsewhere.on(desk.device_word()));
    let note = || el("section").class("note").attr("role", "status").test("open-elsewhere").child(icon(Pic::Info));
    is_here.then(|| note().child(told()))
}

/// What a store could not do, in words.
pub fn store_error(desk: Desk, error: &StoreError) -> i18n::Trouble {
    let (errors, device) = (&desk.words().errors, desk.device_word());
    let tell = match error {
        StoreError::Blocked(_) => errors.blocked,
        StoreError::Full(_) => errors.full,
        StoreError::Newer(_) => errors.newer,
        StoreError::NotAChange(_) => errors.not_a_change,
        StoreError::Failed(_) | StoreError::Lost => errors.failed,
        StoreError::Differs => errors.differs,
        StoreError::Forked => errors.forked,
    };
    tell.on(device)
}

/// An error on the page.
pub fn alert(test: &'static str, what: i18n::Trouble) -> El {
    el("section").class("note bad").attr("role", "alert").test(test).child(icon(Pic::Warning)).child(told(what))
}

fn told(what: i18n::Trouble) -> El {
    div("grow stack tight")
        .child(el("p").child(el("b").child(what.happened)))
        .child(el("p").child(what.safe))
        .child(el("p").child(what.to_do))
}

/// A short reason under a field or a heading.
pub fn why(test: &'static str, reason: &'static str) -> El {
    let reason = el("span").child(reason);
    el("p").class("why").attr("role", "alert").test(test).child(icon(Pic::Warning)).child(reason)
}
