//! What the page's own scripts (`assets/*.js`) tell, and what they are asked to do.

use super::find;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// What the page's own scripts say of it by this attribute.
pub fn told(attribute: &str) -> String {
    find("html").and_then(|page| page.get_attribute(attribute)).unwrap_or_default()
}

/// Uses the newer build that waits: the page loads again. False where a form is open.
pub fn take_newer() -> bool {
    call("ayniTakeUpdate", &JsValue::UNDEFINED).is_some_and(|taken| taken.is_truthy())
}

/// Says which record is open in a form; empty for none.
pub fn open_in_form(record: &str) {
    // Where it can not be said, nobody is warned, and nothing is lost: both writings stay.
    let _ = call("ayniOpen", &JsValue::from_str(record));
}

/// Has the page's own script save all that is kept here in a file, without the app's help: `saved`, `nothing` or `failed`.
pub async fn save_all() -> String {
    answer("ayniSaveAll", &JsValue::UNDEFINED).await.and_then(|told| told.as_string()).unwrap_or_default()
}

/// Sets room aside for a Save on a full phone, where there is plenty.
pub async fn fill_ballast() {
    // Without it a full phone refuses a Save a little sooner.
    let _ = answer("ayniBallast", &JsValue::TRUE).await;
}

/// Gives up what was set aside; false where there was nothing.
pub async fn free_ballast() -> bool {
    answer("ayniBallast", &JsValue::FALSE).await.is_some_and(|freed| freed.is_truthy())
}

/// The files that were opened with the app or shared with it, and are not done with.
pub async fn arrived() -> Vec<File> {
    let list = answer("ayniArrived", &JsValue::FALSE).await.and_then(|list| list.dyn_into::<Array>().ok());
    list.iter().flat_map(Array::iter).filter_map(|file| file.dyn_into().ok()).collect()
}

/// They were read or declined.
pub async fn forget_arrived() {
    // What is left is offered again.
    let _ = answer("ayniArrived", &JsValue::TRUE).await;
}

/// What stands under a name that a script has put into the window.
pub(super) fn of_window(name: &str) -> Option<JsValue> {
    let found = Reflect::get(&js_sys::global(), &JsValue::from_str(name)).ok()?;
    (!found.is_undefined()).then_some(found)
}

fn call(name: &str, about: &JsValue) -> Option<JsValue> {
    of_window(name)?.dyn_into::<Function>().ok()?.call1(&JsValue::NULL, about).ok()
}

async fn answer(name: &str, about: &JsValue) -> Option<JsValue> {
    let promise: Promise = call(name, about)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
