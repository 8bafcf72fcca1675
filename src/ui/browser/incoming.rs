//! Files on their way in.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, Event, File};

/// Some of the bytes of a file, from one to before another. Nothing where the browser does not give them.
pub async fn read_part(file: &File, from: f64, to: f64) -> Option<Vec<u8>> {
    let part = file.slice_with_f64_and_f64(from, to).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// A text as if it had come in a file of this name.
pub fn file_of(text: &str, name: &str) -> Option<File> {
    File::new_with_str_sequence(&Array::of1(&JsValue::from_str(text)), name).ok()
}

/// What a paste brings: files, or a text as a file of this name. Nothing where it is meant for a field.
pub fn pasted(event: &Event, name: &str) -> Vec<File> {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if target.is_some_and(|target| target.matches("input, textarea").unwrap_or_default()) {
        return Vec::new();
    }
    // Asked for by its name: the type of the event would be one more of the browser's for a single member.
    let data = member(event, "clipboardData").and_then(|data| data.dyn_into::<DataTransfer>().ok());
    let Some(data) = data else { return Vec::new() };
    let files = super::files(data.files());
    if !files.is_empty() {
        return files;
    }
    let text = data.get_data("text/plain").unwrap_or_default();
    if text.trim().is_empty() { Vec::new() } else { file_of(&text, name).into_iter().collect() }
}

/// Whether the browser lets a button read what was copied.
pub fn can_paste() -> bool {
    clipboard().is_some_and(|clipboard| function(&clipboard, "readText").is_some())
}

/// The text that was copied; nothing where the person or the browser refuses.
pub async fn copied() -> Option<String> {
    call(&clipboard()?, "readText", &[]).await?.as_string()
}

fn clipboard() -> Option<JsValue> {
    member(&web_sys::window()?.navigator(), "clipboard")
}

/// A member of something of the browser's that not every browser has.
pub(super) fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

pub(super) fn function(of: &JsValue, name: &str) -> Option<Function> {
    member(of, name)?.dyn_into().ok()
}

/// Calls what gives a promise, and waits for it. Nothing where it is not there or refuses.
pub(super) async fn call(of: &JsValue, name: &str, about: &[JsValue]) -> Option<JsValue> {
    let about: Array = about.iter().collect();
    let promise: Promise = function(of, name)?.apply(of, &about).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
