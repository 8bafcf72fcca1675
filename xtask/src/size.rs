//! What the built app weighs on its way to a phone.

use crate::first_load::{Files, first_load};
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// What a first load may take at most, in bytes, compressed with brotli.
pub const BUDGET: usize = 385_000;

/// What it shall take once all is built, in bytes: 250 KB.
const GOAL: usize = 250_000;

/// One file of the app, in bytes.
pub struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// Fetched when the app is opened for the first time.
    first: bool,
}

/// Weighs each file below `dist`. Fails where there is none or one can not be read.
pub fn measure(dist: &Path) -> Result<Vec<Size>> {
    let mut files = Files::new();
    collect(dist, "", &mut files).context("dist/ can not be read; `cargo xtask build` makes it")?;
    let first = first_load(&files);
    files.into_iter().map(|(name, bytes)| weigh(first.contains(&name), name, &bytes)).collect()
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

fn weigh(first: bool, name: String, bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut packed = Vec::new();
    let params = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    // A host sends a file as it is where packing makes it larger, as with most pictures.
    let smaller = |packed: usize| packed.min(bytes.len());
    Ok(Size { name, raw: bytes.len(), gzip: smaller(gzip.finish()?.len()), brotli: smaller(packed.len()), first })
}

/// Bytes of a first load, compressed with brotli.
pub fn first_load_brotli(sizes: &[Size]) -> usize {
    sizes.iter().filter(|size| size.first).map(|size| size.brotli).sum()
}

/// Whether a first load is as light as promised.
pub fn within_budget(sizes: &[Size]) -> bool {
    first_load_brotli(sizes) <= BUDGET
}

/// One line a file, the sums, and the first load against its budget.
pub fn table(sizes: &[Size]) -> String {
    let mut text = format!("{:>10} {:>10} {:>10}\n", "raw", "gzip", "brotli");
    let mut line = |raw: usize, gzip: usize, brotli: usize, name: &str| {
        writeln!(text, "{raw:>10} {gzip:>10} {brotli:>10}  {name}").ok();
    };
    for size in sizes {
        line(size.raw, size.gzip, size.brotli, &format!("{}{}", size.name, if size.first { " *" } else { "" }));
    }
    let sum = |of: &dyn Fn(&Size) -> usize, only_first: bool| {
        sizes.iter().filter(|size| size.first || !only_first).map(of).sum::<usize>()
    };
    for (only_first, name) in [(false, "in all"), (true, "first load (files marked *)")] {
        line(
            sum(&|size| size.raw, only_first),
            sum(&|size| size.gzip, only_first),
            sum(&|size| size.brotli, only_first),
            name,
        );
    }
    text + &verdict(sizes) + "\n"
}

/// `first load 183012 of 202000 bytes (brotli)`, in words.
pub fn verdict(sizes: &[Size]) -> String {
    let weight = first_load_brotli(sizes);
    let verdict = if within_budget(sizes) { "within the budget" } else { "TOO HEAVY" };
    format!("first load {weight} of {BUDGET} bytes (brotli): {verdict}; the goal is {GOAL}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_counts_what_a_first_load_fetches_and_nothing_else() {
        let size = |brotli, first| Size { name: "f".into(), raw: 1, gzip: 1, brotli, first };
        let check = |sizes: &[Size], expected| assert_eq!(within_budget(sizes), expected, "{}", table(sizes));
        check(&[size(BUDGET, true), size(1, false)], true);
        check(&[size(BUDGET, true), size(1, true)], false);
        check(&[], true);
    }

    #[test]
    fn a_picture_is_not_counted_heavier_than_it_is() {
        let weighed = weigh(true, "x.png".into(), &[1, 200, 3]).map(|size| (size.gzip, size.brotli));
        assert_eq!(weighed.ok(), Some((3, 3)));
    }
}
