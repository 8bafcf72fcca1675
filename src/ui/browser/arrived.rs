//! Files that were opened with the app (`assets/arriving.js`) or shared with it (`assets/sw.js`), until they are done with.

use super::incoming::{call, function, member};
use super::page_script::of_window;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, File};

/// Where the worker keeps what was shared, before the folder of the app.
const SHARED: &str = "ayni-arrived ";

/// All that have arrived.
pub async fn arrived() -> Vec<File> {
    let mut files: Vec<File> = opened().iter().flat_map(Array::iter).filter_map(|file| file.dyn_into().ok()).collect();
    files.extend(shared().await.unwrap_or_default());
    files
}

/// They were read or declined.
pub async fn forget_arrived() {
    if let Some(opened) = opened() {
        opened.set_length(0);
    }
    if let (Some(caches), Some(name)) = (of_window("caches"), kept_under()) {
        // What is left is offered again.
        let _ = call(&caches, "delete", &[name]).await;
    }
}

fn opened() -> Option<Array> {
    of_window("ayniOpened")?.dyn_into().ok()
}

async fn shared() -> Option<Vec<File>> {
    let (caches, name) = (of_window("caches")?, kept_under()?);
    // Opening it would make it.
    call(&caches, "has", std::slice::from_ref(&name)).await.filter(JsValue::is_truthy)?;
    let cache = call(&caches, "open", &[name]).await?;
    let places: Array = call(&cache, "keys", &[]).await?.dyn_into().ok()?;
    let mut files = Vec::new();
    for place in places.iter() {
        let Some(kept) = call(&cache, "match", &[place]).await else { continue };
        files.extend(file(&kept).await);
    }
    Some(files)
}

async fn file(kept: &JsValue) -> Option<File> {
    let bytes: Blob = call(kept, "blob", &[]).await?.dyn_into().ok()?;
    let headers = member(kept, "headers")?;
    let name = function(&headers, "get")?.call1(&headers, &"x-ayni-name".into()).ok()?.as_string().unwrap_or_default();
    let name = js_sys::decode_uri_component(&name).map_or(name, String::from);
    File::new_with_blob_sequence(&Array::of1(&bytes), &name).ok()
}

/// The same name as in the worker; several copies of the app may live in folders of one host.
fn kept_under() -> Option<JsValue> {
    let path = web_sys::window()?.location().pathname().ok()?;
    let folder = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or_default();
    Some([SHARED, folder].concat().into())
}

/// Whether another app shared something that could not be kept here; it is said once.
pub fn was_not_kept() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let is_so = window.location().search().is_ok_and(|asked| asked == "?share=failed");
    if is_so {
        super::rename_address(&["./", &super::hash()].concat());
    }
    is_so
}
