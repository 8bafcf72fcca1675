//! Keeps the screen lit while people are being counted, where the browser can. It is a comfort: where it can not, nothing is said.

use super::on_return;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static IS_WANTED: Cell<bool> = const { Cell::new(false) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// What the browser gave, to be handed back.
    static HELD: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// From now on the screen stays lit, also after the page was out of view: the browser lets go whenever that happens.
pub fn keep_awake() {
    IS_WANTED.set(true);
    if !LISTENS.replace(true) {
        on_return(ask);
    }
    ask();
}

/// The screen may go dark again.
pub fn let_sleep() {
    IS_WANTED.set(false);
    if let Some(held) = HELD.take() {
        let _ = call(&held, "release", None);
    }
}

fn ask() {
    if !IS_WANTED.get() {
        return;
    }
    leptos::task::spawn_local(async {
        let navigator = web_sys::window().map(|window| JsValue::from(window.navigator()));
        let lock = navigator.and_then(|navigator| js_sys::Reflect::get(&navigator, &"wakeLock".into()).ok());
        let Some(promise) = lock.and_then(|lock| call(&lock, "request", Some("screen"))) else { return };
        // Refused while the battery is low, or the page is out of view.
        let Ok(held) = JsFuture::from(js_sys::Promise::from(promise)).await else { return };
        let before = HELD.replace(Some(held));
        if let Some(before) = before {
            let _ = call(&before, "release", None);
        }
        if !IS_WANTED.get() {
            let_sleep();
        }
    });
}

/// Calls a function of an object; nothing where there is no such function, or it refuses.
fn call(of: &JsValue, name: &str, with: Option<&str>) -> Option<JsValue> {
    let function: js_sys::Function = js_sys::Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    match with {
        Some(text) => function.call1(of, &text.into()).ok(),
        None => function.call0(of).ok(),
    }
}
