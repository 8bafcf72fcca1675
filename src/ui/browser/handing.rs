//! Handing a file of bytes to the person.

use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// A file of bytes; its type says nothing, so that no browser opens it in the place of the app.
pub fn bytes_file(bytes: &[u8]) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    let bytes: JsValue = js_sys::Uint8Array::from(bytes).into();
    Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &kind).ok()
}
