//! Where things are: the repository, what is built, what is logged.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the clone: the parent of this package's folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The app as any static host can serve it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's own target folder, wherever the environment puts it.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// What the programs started from here printed, one file each, overwritten each time.
pub fn log(name: &str) -> PathBuf {
    target().join("xtask").join(format!("{}.log", name.replace(' ', "-")))
}

/// The first file called `name` in the folders of `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file())
}
