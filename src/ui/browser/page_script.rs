//! What the page's own scripts (`assets/offline.js`) tell, and what they are asked to do.

use super::find;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// What the page's own scripts say of it by this attribute.
pub fn told(attribute: &str) -> String {
    find("html").and_then(|page| page.get_attribute(attribute)).unwrap_or_default()
}

/// Uses the newer build that waits: the page loads again. False where a form is open.
pub fn take_newer() -> bool {
    let function = js_sys::Reflect::get(&js_sys::global(), &"ayniTakeUpdate".into());
    let function: Option<js_sys::Function> = function.ok().and_then(|function| function.dyn_into().ok());
    function.and_then(|function| function.call0(&JsValue::NULL).ok()).is_some_and(|taken| taken.is_truthy())
}
