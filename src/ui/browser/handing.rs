//! Bytes as a file for the person, and as an address for the page.

use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// A file of bytes; its type says nothing, so that no browser opens it in the place of the app.
pub fn bytes_file(bytes: &[u8]) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    let bytes: JsValue = js_sys::Uint8Array::from(bytes).into();
    Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &kind).ok()
}

/// An address under which the page finds these bytes, until it is closed or [`forget_address`] is called.
pub fn address_of(bytes: &[u8], kind: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

pub fn forget_address(address: &str) {
    // Fails for no text.
    let _ = Url::revoke_object_url(address);
}
