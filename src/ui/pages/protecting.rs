//! A passphrase for the file: what it means is said before one is set (S3).

use super::sending::folded;
use crate::app::sending::What;
use crate::ui::browser::sealing::can_seal;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;

/// Fewer letters than these are tried out by a machine in no time.
const LEAST: usize = 12;

/// That the file leaves protected, and the way back.
pub fn is_protected(
    desk: Desk,
    what: Shared<What>,
    passphrase: Shared<String>,
    changed: impl Fn() + Copy + Send + 'static,
) -> Option<El> {
    let words = desk.words().sending();
    if what.get() == What::Public || passphrase.get().is_empty() {
        return None;
    }
    let remove = move || {
        passphrase.set(String::new());
        changed();
    };
    let note = el("section").class("note ok").attr("role", "status").test("is-protected").child(icon(Pic::Shield));
    let told = el("p").class("grow").child(el("b").child(words.is_protected));
    Some(note.child(told).child(button("btn quiet", "unprotect", remove).child(words.unprotect)))
}

/// `changed` is called when there is another passphrase, or none any more. A copy for the public is for everyone.
pub fn protecting(
    desk: Desk,
    what: Shared<What>,
    passphrase: Shared<String>,
    changed: impl Fn() + Copy + Send + 'static,
) -> Option<El> {
    let words = desk.words().sending();
    if what.get() == What::Public || !passphrase.get().is_empty() {
        return None;
    }
    let folded = folded("protect", words.protect);
    if !can_seal() {
        return Some(folded.child(el("p").class("hint").child(words.can_not_protect)));
    }
    let typed = Shared::new(String::new());
    let is_short = Shared::new(false);
    let set = move || {
        let phrase = typed.peek_value().trim().to_owned();
        is_short.set(phrase.chars().count() < LEAST);
        if !is_short.peek_value() {
            passphrase.set(phrase);
            changed();
        }
    };
    let input = passphrase_box(typed)
        .attr("aria-describedby", "passphrase-hint")
        .attr_when("aria-invalid", move || is_short.get().then(|| "true".to_owned()));
    let why = move || {
        is_short
            .get()
            .then(|| el("p").class("why").attr("role", "alert").test("passphrase-short").child(words.passphrase_short))
    };
    let field = div("field")
        .child(el("label").attr("for", "passphrase").child(words.passphrase))
        .child(input)
        .child(el("p").class("hint").attr("id", "passphrase-hint").child(words.passphrase_hint))
        .follow(why);
    let use_it = button("btn quiet full", "use-passphrase", set).child(words.use_passphrase);
    let told =
        [el("p").child(words.protect_how), el("p").child(el("b").child((words.protect_forgotten)(desk.device_word())))];
    Some(folded.child(div("stack tight").child(told).child([field, use_it])))
}

/// Where a passphrase is typed. It is seen meanwhile: what nobody can read back is forgotten, and whoever looks on holds the
/// records anyway.
pub(super) fn passphrase_box(typed: Shared<String>) -> El {
    el("input")
        .class("box")
        .attr("id", "passphrase")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .test("passphrase")
        .value(move || typed.get())
        .on_input(move |text| typed.set(text))
}
