//! The system's share sheet.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException, File, FilePropertyBag};

/// Why nothing was shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotShared {
    /// The person closed the sheet.
    #[error("the share sheet was closed")]
    Cancelled,
    /// The browser or the app that was chosen did not take the files.
    #[error("the share sheet did not take the files")]
    Refused,
}

/// Whether the browser shares files at all. It is asked with a text, because some say yes to anything and then refuse.
pub fn can_share() -> bool {
    let asked = || {
        let navigator = navigator()?;
        let can: Function = of(&navigator, "canShare")?.dyn_into().ok()?;
        let probe = file("ayni.txt", &Blob::new().ok()?)?;
        let probe = data(&[probe])?;
        can.call1(&navigator, &probe).ok()?.as_bool()
    };
    asked().unwrap_or_default()
}

/// Opens the sheet with these files. It has to be called while a tap still counts: nothing may be waited for in between.
pub async fn share(files: &[(String, Blob)]) -> Result<(), NotShared> {
    let asked = || -> Option<Promise> {
        let navigator = navigator()?;
        let share: Function = of(&navigator, "share")?.dyn_into().ok()?;
        let files: Option<Vec<File>> = files.iter().map(|(name, blob)| file(name, blob)).collect();
        let data = data(&files?)?;
        share.call1(&navigator, &data).ok()?.dyn_into().ok()
    };
    let shared = JsFuture::from(asked().ok_or(NotShared::Refused)?).await;
    shared.map(drop).map_err(|error| {
        let name = error.dyn_into::<DomException>().map(|error| error.name()).unwrap_or_default();
        if name == "AbortError" { NotShared::Cancelled } else { NotShared::Refused }
    })
}

fn navigator() -> Option<JsValue> {
    Some(web_sys::window()?.navigator().into())
}

fn of(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}

fn data(files: &[File]) -> Option<Object> {
    let list = Array::new();
    for file in files {
        list.push(file);
    }
    let data = Object::new();
    Reflect::set(&data, &JsValue::from_str("files"), &list).ok()?;
    Some(data)
}

/// The type says text as well: sheets look at both.
fn file(name: &str, blob: &Blob) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    File::new_with_blob_sequence_and_options(&Array::of1(blob), name, &kind).ok()
}
