//! Ways in that begin elsewhere than on the page: a paste, a file that was opened with the app or shared with it, and coming back
//! to a page that watches a folder.

use super::loading::{Load, Outcome, Source};
use crate::ui::browser;
use crate::ui::html::{El, button};
use crate::ui::parts::icon::{Pic, icon};
use std::cell::Cell;

thread_local! {
    /// The page that is open, or was the last that was.
    static PAGE: Cell<Option<Load>> = const { Cell::new(None) };
}

/// Hears what comes for this page from now on, and takes what has come already.
pub fn hear(load: Load) {
    let was_heard = PAGE.replace(Some(load)).is_some();
    take_arrived(load);
    load.look_again(false);
    if was_heard {
        return;
    }
    let page = || PAGE.get().filter(|load| load.is_free());
    // These live as long as the app; they speak to the page that is open.
    browser::on_window("ayni-arrived", move || page().into_iter().for_each(take_arrived));
    let look = move || page().into_iter().for_each(|load| load.look_again(false));
    browser::on_window("focus", look);
    browser::on_return(look);
    browser::on_window_event("paste", move |event| {
        if let Some(load) = page() {
            load.take(browser::pasted(&event, load.desk.words().loading().pasted), Source::Chosen);
        }
    });
}

fn take_arrived(load: Load) {
    if browser::was_not_kept() {
        let told = load.desk.words().errors.file_not_opened.on(load.desk.device_word());
        load.end(Outcome::Failed(told));
    }
    leptos::task::spawn_local(async move {
        load.take(browser::arrived().await, Source::Arrived);
    });
}

/// A button for what was copied, where the browser can give it.
pub fn paste_button(load: Load) -> Option<El> {
    let words = load.desk.words().loading();
    let press = move || {
        leptos::task::spawn_local(async move {
            let text = browser::copied().await.unwrap_or_default();
            let file = (!text.trim().is_empty()).then(|| browser::file_of(&text, words.pasted)).flatten();
            match file {
                Some(file) => load.take(vec![file], Source::Chosen),
                None => load.desk.say(words.nothing_to_paste),
            }
        });
    };
    let button = || button("btn quiet full", "paste", press).is("disabled", move || load.desk.is_example.get());
    browser::can_paste().then(|| button().child(icon(Pic::LoadFile)).child(words.paste))
}
