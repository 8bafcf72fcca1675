//! What went wrong, on the page: what happened, what is safe, what to do.

use super::icon::{Pic, icon};
use crate::app::Route;
use crate::i18n;
use crate::storage::StoreError;
use crate::ui::desk::{Desk, Trouble};
use crate::ui::html::{El, div, el};

/// The trouble that start-up met, if any, on top of every page.
pub fn trouble(desk: Desk) -> Option<El> {
    let (errors, device) = (&desk.words().errors, desk.device_word());
    let (test, told) = match desk.trouble.get()? {
        Trouble::NothingKept => ("storage-blocked", errors.blocked.on(device)),
        Trouble::NotOpened(StoreError::Newer(_)) => ("store-newer", errors.newer.on(device)),
        Trouble::NotOpened(_) => ("store-error", errors.not_opened.on(device)),
        Trouble::DamagedLines(lines) => ("store-damaged", (errors.store_damaged)(lines, device)),
    };
    Some(alert(test, told))
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
        StoreError::Failed(_) => errors.failed,
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
