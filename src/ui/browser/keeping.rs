//! What the browser does with what is stored here: how much it is, whether it is kept, whether the app is installed.

use super::page_script::of_window;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Bytes used by this page and left to it. Nothing where the browser does not say.
pub async fn room() -> Option<(u64, u64)> {
    let asked = manager()?.estimate().ok()?;
    let told: StorageEstimate = JsFuture::from(asked).await.ok()?.unchecked_into();
    let (quota, usage) = (told.get_quota()?, told.get_usage()?);
    // Casts saturate.
    Some((usage.max(0.0) as u64, (quota - usage).max(0.0) as u64))
}

/// Bytes of storage that the browser still gives to this page. Nothing where it does not say.
pub async fn room_left() -> Option<u64> {
    room().await.map(|(_, left)| left)
}

/// Whether the browser promised not to clear what is stored. Nothing where it makes no such promises.
pub async fn is_kept() -> Option<bool> {
    answer(manager()?.persisted().ok()?).await
}

/// Asks it to promise. Some decide by themselves, some ask the person.
pub async fn ask_to_keep() -> Option<bool> {
    answer(manager()?.persist().ok()?).await
}

async fn answer(promise: Promise) -> Option<bool> {
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// There is none in old browsers and on pages that are not secure.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    (!manager.is_undefined()).then(|| manager.unchecked_into())
}

/// Whether the app was opened from the home screen, or in a window of its own.
pub fn is_installed() -> bool {
    let media = web_sys::window().and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten());
    media.is_some_and(|media| media.matches()) || standalone() == Some(true)
}

/// Whether it is a tab on an iPhone or an iPad: what is stored there and what the home screen has are two things.
pub fn is_iphone_tab() -> bool {
    standalone() == Some(false)
}

/// Whether a download leaves the person in a page without a way back: in apps on the home screen of iPhones and iPads.
pub fn is_trapped_by_downloads() -> bool {
    standalone() == Some(true)
}

/// Only Safari on iPhones and iPads has this.
fn standalone() -> Option<bool> {
    Reflect::get(&web_sys::window()?.navigator(), &JsValue::from_str("standalone")).ok()?.as_bool()
}

/// Whether the browser offered to install the app.
pub fn can_install() -> bool {
    offer().is_some()
}

/// Asks the person to install it; the offer can be used once.
pub fn install() {
    let prompt = offer().and_then(|offer| {
        let prompt: Function = Reflect::get(&offer, &JsValue::from_str("prompt")).ok()?.dyn_into().ok()?;
        prompt.call0(&offer).ok()
    });
    // Refused: the browser's menu still has it.
    let _ = prompt;
    if let Some(window) = web_sys::window() {
        let _ = Reflect::delete_property(&window, &JsValue::from_str(OFFER));
    }
}

/// Where `assets/tabs.js` keeps the browser's offer.
const OFFER: &str = "ayniInstall";

fn offer() -> Option<JsValue> {
    of_window(OFFER)
}
