//! Starting: open the store, read the log, draw. Whatever fails has a screen.

use super::browser;
use super::desk::{Desk, Trouble};
use super::pages::{self, House};
use super::shell::shell;
use super::{later, whereabouts};
use crate::app::Route;
use crate::storage::local::Local;
use crate::storage::{IndexedDb, Kept, LogStore, Memory, StoreError};
use leptos::prelude::*;

/// The database, the same in every version.
const DATABASE: &str = "ayni";

pub async fn start() {
    let local = Local::probe();
    let nothing_kept = local.is_none().then_some(Trouble::NothingKept);
    let in_memory = || Kept::InMemory(Memory::default());
    let (store, trouble) = match IndexedDb::open(DATABASE).await {
        Ok(store) => (Kept::OnDisk(store), nothing_kept),
        Err(StoreError::Blocked(_)) => (in_memory(), Some(Trouble::NothingKept)),
        Err(StoreError::Newer(_)) => match IndexedDb::open_newer(DATABASE).await {
            Ok(store) => (Kept::ReadOnly(store), Some(Trouble::Newer)),
            Err(_) => (in_memory(), Some(Trouble::NotOpened)),
        },
        Err(_) => (in_memory(), Some(Trouble::NotOpened)),
    };
    // It holds the signals of the desk, which live as long as the page: also where the page has no place to draw in.
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);
    let desk = Desk::new(local, store, trouble);
    desk.hear_tabs();
    if desk.refresh().await.is_err() {
        desk.trouble.set(Some(Trouble::NotOpened));
    }
    desk.check_held();
    check_device(desk).await;
    desk.find_drafts().await;
    listen(desk);
    desk.go_to(&browser::hash());
    whereabouts::return_to_form(desk);
    whereabouts::return_to_list(desk);
    let Some(place) = browser::mount_point() else { return };
    // The handle unmounts the app when dropped; it lives as long as the page.
    leptos::mount::mount_to(place, move || shell(desk)).forget();
    browser::remove_waiting_frame();
    whereabouts::return_to_field(desk);
    later::fetch_all(pages::FILES);
    pages::count_ahead(desk);
    browser::when_idle(move || pages::keep_house(desk, House::TidyUp));
}

/// A phone that was cloned, restored or emptied takes a new name before it writes anything (M8).
async fn check_device(desk: Desk) {
    // Nothing is written before it is known what is there.
    if desk.trouble.peek_value().is_some_and(|trouble| trouble.hides_pages() || trouble == Trouble::Newer) {
        return;
    }
    let Some(device) = desk.settings.peek().device() else { return };
    let Ok(writer) = desk.store().writer(&device).await else { return };
    if !desk.notebook.peek().follows_on(&device, &writer) {
        desk.rename_device();
    }
    // A name that could not be written is written with the next Save.
    let _ = desk.save_name().await;
}

/// Follows the address, and what other tabs wrote: on every page that is opened and whenever this one comes back into view.
fn listen(desk: Desk) {
    let follow = move || desk.follow_store();
    browser::on_window("hashchange", move || {
        desk.turn_page();
        let hash = browser::hash();
        if !matches!(Route::parse(&hash), Route::Edit(_)) {
            whereabouts::leave(desk);
        }
        desk.go_to(&hash);
        browser::scroll_to_top();
        follow();
    });
    let look = move || desk.finding.window.look();
    browser::on_window("scroll", look);
    browser::on_window("resize", look);
    browser::on_window("beforeprint", move || desk.finding.window.print(true));
    browser::on_window("afterprint", move || desk.finding.window.print(false));
    let leave = move || {
        whereabouts::note(desk);
        desk.mirror_now();
    };
    browser::on_hidden(leave);
    browser::on_window("pagehide", leave);
    browser::on_return(follow);
    browser::on_window("focus", follow);
}
