//! Puts the small parts that several pages share into one file: a phone asks a host for one file of a hundred kilobytes sooner than
//! for forty of two.

use super::script::PACKED;
use anyhow::{Context, Result, ensure};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The name of that file, after that of the app. It is a row of modules; the script knows where each begins and ends.
const SHARED: &str = "shared";
/// What is larger than this is fetched by those pages alone that use it, in bytes.
const SMALL: usize = 10_000;

/// Packs what is small, and tells the script where it stands. Called when all names are as they stay.
pub fn app(dist: &Path) -> Result<()> {
    let stem = super::stem(dist)?;
    let script = dist.join(format!("{stem}.js"));
    let told = fs::read_to_string(&script).with_context(|| format!("{} can not be read", script.display()))?;
    ensure!(told.contains(PACKED), "the script does not know of packed parts");
    let mut row = Vec::new();
    let mut places = String::new();
    let mut packed = Vec::new();
    for number in 0..1_000 {
        let part = format!("{SHARED}-{number}");
        let path = dist.join(format!("{stem}-{part}.wasm"));
        let Ok(bytes) = fs::read(&path) else { continue };
        if bytes.len() <= SMALL {
            write!(places, "{part:?}: [{}, {}], ", row.len(), row.len() + bytes.len())?;
            row.extend(bytes);
            packed.push(path);
        }
    }
    if packed.is_empty() {
        return Ok(());
    }
    fs::write(dist.join(format!("{stem}-{SHARED}.wasm")), row)?;
    packed.iter().try_for_each(fs::remove_file)?;
    let known = format!("{{ {} }}", places.trim_end_matches(", "));
    Ok(fs::write(&script, told.replace(PACKED, &known))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_parts_stand_in_one_file_and_the_script_knows_where() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("ayni-pack-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let file = |name: &str| folder.join(name);
        let large = vec![7; SMALL + 1];
        let files: [(&str, &[u8]); 6] = [
            ("ayni-1_bg.wasm", b"app"),
            ("ayni-1.js", b"const packed = { \"none\": [0, 0] };\nlet a;"),
            ("ayni-1-shared-10.wasm", b"ten"),
            ("ayni-1-shared-2.wasm", b"second"),
            ("ayni-1-shared-3.wasm", &large),
            ("ayni-1-notes.wasm", b"notes"),
        ];
        files.iter().try_for_each(|(name, bytes)| fs::write(file(name), bytes))?;
        app(&folder)?;
        assert_eq!(fs::read(file("ayni-1-shared.wasm"))?, b"secondten");
        let script = fs::read_to_string(file("ayni-1.js"))?;
        assert_eq!(script, "const packed = { \"shared-2\": [0, 6], \"shared-10\": [6, 9] };\nlet a;");
        let there = |name: &str| file(name).is_file();
        assert!(!there("ayni-1-shared-10.wasm") && there("ayni-1-shared-3.wasm") && there("ayni-1-notes.wasm"));
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
