//! In a browser: mounts the screens. In a terminal: says where the app is.

#[cfg(target_arch = "wasm32")]
fn main() {
    ayni::ui::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Ayni runs in a browser: `cargo xtask run` builds it and prints the address.");
}
