//! What only a real browser can show: `cargo xtask test wasm` runs these in headless Chromium.
#![cfg(target_arch = "wasm32")]

mod drafts;
mod faults;
mod photos;
mod refusals;
mod storage;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_tests_run_where_people_use_the_app() {
    assert!(web_sys::window().is_some(), "there is a window, so this is a browser and not Node");
}
