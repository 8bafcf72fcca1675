//! In a browser: mounts the app. In a terminal: runs the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    use leptos::prelude::*;
    leptos::mount::mount_to_body(|| view! { <p>"Ayni"</p> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
