//! A picture as a file: SVG as it is, PNG drawn by the browser.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement};

/// An SVG as a file that is not named yet.
pub fn svg_file(text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&JsValue::from_str(text)), &kind).ok()
}

/// The same as PNG, so many pixels wide and high; nothing where the browser can not draw it.
pub async fn png_file(svg: &str, width: u32, height: u32) -> Option<Blob> {
    let document = web_sys::window()?.document()?;
    let image = document.create_element("img").ok()?;
    let address = super::address_of(svg.as_bytes(), "image/svg+xml")?;
    image.set_attribute("src", &address).ok()?;
    let decoded = call(&image, "decode", &[]).and_then(|decoding| decoding.dyn_into::<Promise>().ok());
    let drawn = match decoded {
        Some(decoding) => JsFuture::from(decoding).await.ok(),
        None => None,
    };
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let size = [0.0, 0.0, f64::from(width), f64::from(height)].map(JsValue::from_f64);
    let [x, y, wide, high] = size;
    let drawn = drawn.and_then(|_| call(&context, "drawImage", &[image.into(), x, y, wide, high]));
    super::forget_address(&address);
    drawn?;
    let encoding = Promise::new(&mut |encoded, failed| {
        if canvas.to_blob(&encoded).is_err() {
            // A function of the promise's own; calling it can not fail.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(encoding).await.ok()?.dyn_into().ok()
}

fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let list = js_sys::Array::new();
    arguments.iter().for_each(|argument| {
        list.push(argument);
    });
    function.apply(object, &list).ok()
}
