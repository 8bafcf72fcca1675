//! In a browser: mounts the screens. In a terminal: runs the commands.

#[cfg(target_arch = "wasm32")]
fn main() {
    ayni::ui::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ayni::cli::run()
}
