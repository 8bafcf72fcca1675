//! What is said in place: a hint the first time one is there, and a quiet way to what the help says of the page.

use super::icon::{Pic, icon};
use crate::app::hints::{Hint, is_done, is_due};
use crate::app::{Route, Settings};
use crate::i18n::Topic;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::shared::Derived;

/// Added to the address of a topic that is opened from the page that it explains: the way back leads there.
pub const FROM_PAGE: &str = "?from";

/// For the head of a page or of a card that is called so.
pub fn how(desk: Desk, topic: Topic, page: &str) -> El {
    let address = [&Route::Help(Some(topic)).hash(), FROM_PAGE].concat();
    let name = [desk.words().today.how_it_works, ": ", page].concat();
    link("icon-btn how", "how", address).attr("aria-label", name).child(icon(Pic::Help))
}

/// A line in the page that goes away by itself once its thing was done, or when it is closed, and never comes back. In the
/// example there is nothing to learn by doing.
pub fn hint(desk: Desk, hint: Hint) -> El {
    note_done(desk, hint);
    let due = Derived::new(move || {
        !desk.is_example.get() && {
            let settings = desk.settings.see();
            !settings.hints_gone.contains(hint.name()) && is_due(hint, &desk.notebook.see(), &settings)
        }
    });
    div("stack").follow(move || due.get().then(|| shown(desk, hint)))
}

fn shown(desk: Desk, hint: Hint) -> El {
    let words = desk.words().hints();
    let text = match hint {
        Hint::Visit => words.visit,
        Hint::Count => words.count,
        Hint::Share => words.share,
        Hint::Load => words.load,
        Hint::Review => words.review,
        Hint::Report => words.report,
    };
    let close = button("icon-btn", "close-hint", move || {
        // Where it is not kept, it comes again with the next page, as everything does then.
        let _ = desk.change_settings(|settings| gone(settings, hint));
        browser::focus("main h1");
    });
    el("section")
        .class("note calm tight")
        .attr("aria-label", words.title)
        .test("hint")
        .child(icon(Pic::Leaf))
        .child(el("p").class("grow").child(text))
        .child(close.attr("aria-label", words.close).child(icon(Pic::Close)))
}

fn gone(settings: &mut Settings, hint: Hint) {
    settings.hints_gone.insert(hint.name().to_owned());
}

/// What was done once is noted, so that its hint does not come back with an emptied notebook.
fn note_done(desk: Desk, hint: Hint) {
    leptos::task::spawn_local(async move {
        let settings = desk.settings.peek();
        let is_noted = desk.is_example.peek_value() || settings.hints_gone.contains(hint.name());
        if !is_noted && is_done(hint, &desk.notebook.peek(), &settings) {
            drop(settings);
            let _ = desk.change_settings(|settings| gone(settings, hint));
        }
    });
}
