//! Files on their way in.

use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Some of the bytes of a file, from one to before another. Nothing where the browser does not give them.
pub async fn read_part(file: &File, from: f64, to: f64) -> Option<Vec<u8>> {
    let part = file.slice_with_f64_and_f64(from, to).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
