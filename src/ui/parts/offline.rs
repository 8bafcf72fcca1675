//! A card: whether the app works without internet, and the newer version, if one waits.

use super::icon::{Pic, icon};
use super::trouble::alert;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::offline::Readiness;

pub fn offline(desk: Desk) -> El {
    let title = move || desk.words().offline().title;
    el("section")
        .class("card stack")
        .attr("aria-labelledby", "offline")
        .child(el("h2").attr("id", "offline").follow(title))
        .follow(move || readiness(desk))
        .follow(move || (!desk.offline.see().waiting.is_empty()).then(|| newer(desk)))
}

fn readiness(desk: Desk) -> El {
    let (words, state) = (desk.words().offline(), desk.offline.see());
    let line = |test, pic, text: String| {
        let text = el("p").class("grow").child(text);
        div("note calm").attr("role", "status").test(test).child(icon(pic)).child(text)
    };
    match state.readiness {
        Readiness::Ready => line("offline-ready", Pic::Check, (words.ready)(&state.kept)),
        Readiness::Coming => line("offline-coming", Pic::Info, words.coming.to_owned()),
        Readiness::Failed => alert("offline-failed", words.failed.on(desk.device_word())),
        Readiness::None => alert("offline-none", words.none.on(desk.device_word())),
    }
}

fn newer(desk: Desk) -> El {
    let words = desk.words().offline();
    let told = div("grow stack tight").child(el("p").child(el("b").child(words.newer)));
    let take = button("btn", "use-newer", move || {
        if !browser::take_newer() {
            desk.say(desk.words().offline().form_open);
        }
    });
    div("note")
        .test("newer-version")
        .child(told.child(el("p").child(words.newer_hint)))
        .child(take.child(words.use_now))
}
