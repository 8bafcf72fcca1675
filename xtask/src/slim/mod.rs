//! What a build leaves, without what only a reader of it needs: about 5 KB less for a phone.
//!
//! wasm-bindgen calls the browser's functions by names such as `__wbg_setItem_5f84aab45d9e1a0c`, once in the module and
//! once in the script. The hashes in them are as good as random, so they do not compress; here both get the same short
//! name. Where the two do not fit together, the build fails rather than leave an app that does not start.

mod module;
mod script;

use anyhow::{Context, Result, ensure};
use module::Module;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What the scripts are called in the module, with their number.
const FROM: &str = "$";

/// Slims every script at the top of the folder with the module that it loads, and with the parts that are fetched later.
pub fn app(folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).context("the built app can not be read")?;
    let paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    for path in &paths {
        if path.extension().is_some_and(|end| end == "js") {
            script_with_modules(path, &paths).with_context(|| format!("{} can not be slimmed", path.display()))?;
        }
    }
    Ok(())
}

fn script_with_modules(script_path: &Path, all: &[PathBuf]) -> Result<()> {
    let script = fs::read_to_string(script_path)?;
    let stem = script_path.file_stem().unwrap_or_default().to_string_lossy();
    let named = |path: &Path, from: &str| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(from));
    let module_path = script_path.with_file_name(format!("{stem}_bg.wasm"));
    if !module_path.is_file() {
        return Ok(fs::write(script_path, script::slim(&script))?);
    }
    let paths: Vec<&PathBuf> =
        [&module_path].into_iter().chain(all.iter().filter(|path| named(path, &format!("{stem}-")))).collect();
    let bytes = paths.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
    let modules = bytes.iter().map(|bytes| Module::read(bytes)).collect::<Result<Vec<_>>>()?;
    let (script, modules) = together(&script, modules)?;
    fs::write(script_path, script)?;
    for (path, module) in paths.iter().zip(modules) {
        fs::write(path, module)?;
    }
    Ok(())
}

/// All with the same short names, and without what none uses of the other. The first module is the one that the script loads,
/// the others are parts that import from it.
fn together(script: &str, mut modules: Vec<Module>) -> Result<(String, Vec<Vec<u8>>)> {
    let (module, parts) = modules.split_first_mut().context("there is no module")?;
    let of_parts: BTreeSet<String> =
        parts.iter().flat_map(|part| &part.imports).map(|import| import.name.clone()).collect();
    for name in &of_parts {
        ensure!(module.exports.iter().any(|export| export.name == *name), "a part asks for {name}, which is not there");
    }
    module
        .exports
        .retain(|export| of_parts.contains(&export.name) || script::says(script, &format!("wasm.{}", export.name)));
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
    ensure!(!names.values().any(|short| script::says(script, short)), "the script has names like the short ones");
    let mut script = script::renamed(&script::slim(script), &names);
    // The scripts by which the module knows what it imports are names as well, in quotes.
    let from: BTreeSet<String> = module.imports.iter().map(|import| import.from.clone()).collect();
    for (number, from) in from.iter().enumerate() {
        let short = format!("{FROM}{number}");
        script = script.replace(&format!("\"{from}\":"), &format!("{short:?}:"));
        module
            .imports
            .iter_mut()
            .filter(|import| import.from == *from)
            .for_each(|import| import.from.clone_from(&short));
    }
    for module in &mut modules {
        module.imports.iter_mut().for_each(|import| short(&mut import.name));
        module.exports.iter_mut().for_each(|export| short(&mut export.name));
    }
    Ok((script, modules.iter().map(Module::write).collect()))
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
        let (script, modules) = together(script, vec![Module::read(&example())?])?;
        assert_eq!(script, "import0 = {\n$0: function() { wasm.$1(); },\n};\n({ \"$0\": import0 })\n");
        let module = Module::read(modules.first().context("no module")?)?;
        assert_eq!(module.imports.iter().map(|import| import.name.as_str()).collect::<Vec<_>>(), ["$0"]);
        assert_eq!(module.exports.iter().map(|export| export.name.as_str()).collect::<Vec<_>>(), ["$1"]);
        Ok(())
    }

    #[test]
    fn a_script_that_lacks_what_the_module_asks_for_is_refused() -> Result<()> {
        assert!(together("import0 = {};", vec![Module::read(&example())?]).is_err());
        Ok(())
    }
}
