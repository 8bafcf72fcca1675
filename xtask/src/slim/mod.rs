//! What a build leaves in `dist/`, without what only a reader of it needs: about 5 KB less for a phone.
//!
//! wasm-bindgen calls the browser's functions by names such as `__wbg_setItem_5f84aab45d9e1a0c`, once in the module and
//! once in the script. The hashes in them are as good as random, so they do not compress; here both get the same short
//! name. Where the two do not fit together, the build fails rather than leave an app that does not start.

mod module;
mod script;

use crate::place;
use anyhow::{Context, Result, ensure};
use module::Module;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What the script is called in the module.
const FROM: &str = "$";

/// Slims every script at the top of `dist/` with the module that it loads.
pub fn app() -> Result<()> {
    for entry in fs::read_dir(place::dist()).context("dist/ can not be read")? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "js") {
            pair(&path).with_context(|| format!("{} can not be slimmed", path.display()))?;
        }
    }
    Ok(())
}

fn pair(script_path: &Path) -> Result<()> {
    let script = fs::read_to_string(script_path)?;
    let stem = script_path.file_stem().unwrap_or_default().to_string_lossy();
    let module_path = script_path.with_file_name(format!("{stem}_bg.wasm"));
    if !module_path.is_file() {
        return Ok(fs::write(script_path, script::slim(&script))?);
    }
    let bytes = fs::read(&module_path)?;
    let (script, module) = together(&script, Module::read(&bytes)?)?;
    fs::write(script_path, script)?;
    Ok(fs::write(module_path, module)?)
}

/// Both with the same short names, and without what neither uses of the other.
fn together(script: &str, mut module: Module) -> Result<(String, Vec<u8>)> {
    module.exports.retain(|export| script::says(script, &format!("wasm.{}", export.name)));
    let imports = module.imports.iter().map(|import| import.name.as_str());
    for name in imports.clone() {
        ensure!(script::says(script, name), "the script does not offer {name}, which the module asks for");
    }
    let exports = module.exports.iter().map(|export| export.name.as_str());
    // Names that people gave, such as `memory`, are words of their own in the script as well.
    let bound = imports.chain(exports).filter(|name| name.starts_with("__w")).map(str::to_owned);
    let names = short_names(bound.chain(script::helpers(script)));
    let short = |name: &mut String| {
        if let Some(short) = names.get(name.as_str()) {
            name.clone_from(short);
        }
    };
    module.imports.iter_mut().for_each(|import| short(&mut import.name));
    module.exports.iter_mut().for_each(|export| short(&mut export.name));
    ensure!(!names.values().any(|short| script::says(script, short)), "the script has names like the short ones");
    let script = script::renamed(&script::slim(script), &names);
    // The one script by which the module knows all that it imports is a name as well, in quotes.
    let from = module.from()?;
    let script = script.replace(&format!("\"{from}\":"), &format!("{FROM:?}:"));
    Ok((script, module.write(FROM)))
}

/// `$0`, `$1` and so on, in the order in which the module has them.
fn short_names(long: impl Iterator<Item = String>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for name in long {
        let next = format!("${}", script::digits(names.len()));
        names.entry(name).or_insert(next);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One function imported, one exported that the script uses, one that it does not.
    fn example() -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            bytes.extend([id, content.len() as u8]);
            bytes.extend(content);
        };
        section(1, b"\x01\x60\0\0");
        section(2, b"\x01\x06./a.js\x08__wbg_ab\0\0");
        section(7, b"\x02\x08__wbg_cd\0\0\x04main\0\0");
        section(0, b"\x04name...");
        bytes
    }

    #[test]
    fn script_and_module_have_the_same_short_names() -> Result<()> {
        let script = "import0 = {\n    __wbg_ab: function() { wasm.__wbg_cd(); },\n};\n({ \"./a.js\": import0 })\n";
        let (script, module) = together(script, Module::read(&example())?)?;
        assert_eq!(script, "import0 = {\n$0: function() { wasm.$1(); },\n};\n({ \"$\": import0 })\n");
        let module = Module::read(&module)?;
        assert_eq!(module.imports.iter().map(|import| import.name.as_str()).collect::<Vec<_>>(), ["$0"]);
        assert_eq!(module.exports.iter().map(|export| export.name.as_str()).collect::<Vec<_>>(), ["$1"]);
        Ok(())
    }

    #[test]
    fn a_script_that_lacks_what_the_module_asks_for_is_refused() -> Result<()> {
        assert!(together("import0 = {};", Module::read(&example())?).is_err());
        Ok(())
    }
}
