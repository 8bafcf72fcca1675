//! A folder of the person's that the app may look into, where the browser knows of such a thing. It is never written into.

use super::incoming::{call, function, member};
use crate::app::folder::Seen;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::File;

/// A file there: what tells it from others, and a way to open it.
#[derive(Clone)]
pub struct InFolder {
    pub seen: Seen,
    pub file: File,
}

pub fn can_watch() -> bool {
    web_sys::window().is_some_and(|window| function(&window, "showDirectoryPicker").is_some())
}

/// Asks the person for a folder; nothing where they choose none.
pub async fn pick_folder() -> Option<JsValue> {
    call(&web_sys::window()?.into(), "showDirectoryPicker", &[]).await
}

pub fn folder_name(folder: &JsValue) -> String {
    member(folder, "name").and_then(|name| name.as_string()).unwrap_or_default()
}

/// Whether it may be looked into. With `ask`, which only a tap may do, the person is asked where it is not known.
pub async fn may_look(folder: &JsValue, ask: bool) -> bool {
    let reading = Object::new();
    // A new object takes any member.
    let _ = Reflect::set(&reading, &"mode".into(), &"read".into());
    let how = if ask { "requestPermission" } else { "queryPermission" };
    // A folder of the browser's own has nothing to ask.
    if function(folder, how).is_none() {
        return true;
    }
    call(folder, how, &[reading.into()]).await.is_some_and(|told| told.as_string().as_deref() == Some("granted"))
}

/// The files that may be ours by their names. What can not be opened is left out: it may have gone this very moment.
pub async fn look_into(folder: &JsValue) -> Option<Vec<InFolder>> {
    let all = Function::call0(&function(folder, "values")?, folder).ok()?;
    let mut found = Vec::new();
    loop {
        let next = call(&all, "next", &[]).await?;
        if member(&next, "done").is_some_and(|done| done.is_truthy()) {
            return Some(found);
        }
        let Some(entry) = member(&next, "value") else { continue };
        let is = |name: &str| member(&entry, name).and_then(|told| told.as_string()).unwrap_or_default();
        if is("kind") != "file" || !Seen::may_be_ours(&is("name")) {
            continue;
        }
        let Some(file) = call(&entry, "getFile", &[]).await.and_then(|file| file.dyn_into::<File>().ok()) else {
            continue;
        };
        // Sizes and times are whole numbers far below 2^53.
        let seen = Seen { name: file.name(), bytes: file.size() as i64, changed: file.last_modified() as i64 };
        found.push(InFolder { seen, file });
    }
}
