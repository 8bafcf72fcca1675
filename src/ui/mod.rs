//! The screens: Leptos components and the only callers of browser functions.
//!
//! `browser` is what only a browser can do; `desk` the state all screens share; `filling` a form on the screen; `finding` the
//! search; `offline` what is kept of the app; `photo` photos; `pages` one file each; `parts` what pages are made of. Not here: rules. A component that needs a paragraph
//! of logic has found a function that belongs in `app` or below.

mod browser;
mod counting;
mod desk;
mod drafts;
mod filling;
mod finding;
mod html;
mod later;
mod offline;
mod pages;
mod parts;
pub mod photo;
mod pieces;
mod shared;
mod shell;
mod start;
mod tabs;
mod undo;
mod whereabouts;
mod window;
mod wires;

/// Opens what the browser keeps, then draws the app in place of the waiting frame.
pub fn run() {
    // A release build stops at once instead of telling where it broke; see `xtask/src/tools/small_std.rs`.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(start::start());
}
