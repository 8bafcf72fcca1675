//! A protected file among those that are loaded: its passphrase is asked for (S3).

use super::loading::{Load, Loading};
use super::protecting::passphrase_box;
use crate::exchange::Incoming;
use crate::exchange::seal::{Closed, parse};
use crate::ui::browser::sealing::{can_seal, open};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use crate::ui::shared::Shared;
use js_sys::{Function, Promise};
use leptos::__reexports::send_wrapper::SendWrapper;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What is asked about one file.
pub struct Question {
    name: String,
    /// The passphrase that was given last did not open it.
    was_wrong: bool,
    answer: SendWrapper<Function>,
}

impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

/// The bytes of the file inside, if this one is protected and somebody has its passphrase. The passphrase is tried on the next
/// files too: the parts of one file have the same.
pub async fn opened(load: Load, name: &str, file: &Incoming, passphrase: &mut String) -> Option<Vec<u8>> {
    // What is not protected, or in a form that no passphrase opens, is told apart by whoever reads it.
    let sealed = file.sealed().filter(|sealed| can_seal() && parse(sealed.as_bytes()).is_ok())?;
    let mut was_wrong = false;
    loop {
        // As it was typed; then without the space that keyboards of phones put after a word.
        let mut tries = vec![passphrase.as_str(), passphrase.trim()];
        tries.dedup();
        for phrase in tries.into_iter().filter(|phrase| !phrase.is_empty()) {
            match open(sealed.as_bytes(), phrase).await {
                Ok(inside) => return Some(inside),
                Err(Closed::WrongOrDamaged) => {}
                Err(Closed::Form | Closed::Rounds) => return None,
            }
        }
        let mut answer = None;
        let promise = Promise::new(&mut |resolve, _| answer = Some(resolve));
        let question = Question { name: name.to_owned(), was_wrong, answer: SendWrapper::new(answer?) };
        load.set(Loading::Locked(Arc::new(question)));
        let given = JsFuture::from(promise).await.ok().and_then(|given| given.as_string()).unwrap_or_default();
        load.set(Loading::Working);
        if given.is_empty() {
            // Left out: the preview then says that it is protected.
            return None;
        }
        *passphrase = given;
        was_wrong = true;
    }
}

/// The page that asks.
pub fn ask(desk: Desk, question: &Question) -> Vec<El> {
    let words = desk.words().sending();
    let typed = Shared::new(String::new());
    let answer = question.answer.clone();
    let give = move |text: &str| {
        // The promise was made by this page and takes any answer.
        let _ = answer.call1(&JsValue::NULL, &JsValue::from_str(text));
    };
    let (leave, open) = (give.clone(), give);
    let open = move || {
        let phrase = typed.peek_value();
        if !phrase.trim().is_empty() {
            open(&phrase);
        }
    };
    let sent = open.clone();
    let head = div("grow")
        .child(el("h1").attr("tabindex", "-1").child(words.locked))
        .child(el("p").class("stone").test("locked-file").child(question.name.clone()));
    let wrong = question.was_wrong.then(|| alert("passphrase-wrong", words.not_opened.on(desk.device_word())));
    let input = passphrase_box(typed);
    let field = div("field").child([el("label").attr("for", "passphrase").child(words.passphrase), input]);
    let form = el("form")
        .class("card stack")
        .test("locked")
        .on("submit", move |event| {
            event.prevent_default();
            sent();
        })
        .child([el("p").child(words.locked_hint), field]);
    let leave = button("btn quiet grow", "leave-locked", move || leave("")).child(words.leave_locked);
    let open = button("btn grow", "open-locked", open)
        .is("disabled", move || typed.get().trim().is_empty())
        .child(icon(Pic::Shield))
        .child(words.open_locked);
    vec![div("head").child(head), div("stack").child(wrong).child(form), div("foot").child([leave, open])]
}
