//! What the built app weighs on its way to a phone.

use crate::first_load;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// What a first load may take at most, in bytes, compressed with brotli: 250 KB.
pub const BUDGET: usize = 250_000;

/// One file of the app, in bytes.
pub struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// Fetched when the app is opened for the first time.
    first: bool,
    /// A part of the program that is fetched afterwards, in the background.
    later: bool,
}

/// Weighs each file below `dist`. Fails where there is none or one can not be read.
pub fn measure(dist: &Path) -> Result<Vec<Size>> {
    let files = first_load::read(dist).context("`cargo xtask build` makes it")?;
    let first = first_load::first_load(&files);
    files.into_iter().map(|(name, bytes)| weigh(first.contains(&name), name, &bytes)).collect()
}

fn weigh(first: bool, name: String, bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut packed = Vec::new();
    let params = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    // A host sends a file as it is where packing makes it larger, as with most pictures.
    let smaller = |packed: usize| packed.min(bytes.len());
    let later = !first && name.ends_with(".wasm");
    Ok(Size {
        name,
        raw: bytes.len(),
        gzip: smaller(gzip.finish()?.len()),
        brotli: smaller(packed.len()),
        first,
        later,
    })
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
        let mark = if size.first {
            " *"
        } else if size.later {
            " +"
        } else {
            ""
        };
        line(size.raw, size.gzip, size.brotli, &format!("{}{mark}", size.name));
    }
    type Which = fn(&&Size) -> bool;
    let sums: [(Which, &str); 3] = [
        (|_| true, "in all"),
        (|size| size.later, "fetched afterwards, in the background (files marked +)"),
        (|size| size.first, "first load (files marked *)"),
    ];
    for (which, name) in sums {
        let sum = |of: fn(&Size) -> usize| sizes.iter().filter(which).map(of).sum::<usize>();
        line(sum(|size| size.raw), sum(|size| size.gzip), sum(|size| size.brotli), name);
    }
    text + &verdict(sizes) + "\n"
}

/// `first load 183012 of 202000 bytes (brotli)`, in words.
pub fn verdict(sizes: &[Size]) -> String {
    let weight = first_load_brotli(sizes);
    let verdict = if within_budget(sizes) { "within the budget" } else { "TOO HEAVY" };
    format!("first load {weight} of {BUDGET} bytes (brotli): {verdict}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_counts_what_a_first_load_fetches_and_nothing_else() {
        let size = |brotli, first| Size { name: "f".into(), raw: 1, gzip: 1, brotli, first, later: false };
        let check = |sizes: &[Size], expected| assert_eq!(within_budget(sizes), expected, "{}", table(sizes));
        check(&[size(BUDGET, true), size(1, false)], true);
        check(&[size(BUDGET, true), size(1, true)], false);
        check(&[], true);
    }

    #[test]
    fn a_part_that_comes_later_is_named_and_not_counted() {
        let weighed = weigh(false, "ayni-1-figures.wasm".into(), &[1, 2, 3]).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(first_load_brotli(std::slice::from_ref(&weighed)), 0);
        let table = table(&[weighed]);
        assert!(table.contains("ayni-1-figures.wasm +"), "{table}");
    }

    #[test]
    fn a_picture_is_not_counted_heavier_than_it_is() {
        let weighed = weigh(true, "x.png".into(), &[1, 200, 3]).map(|size| (size.gzip, size.brotli));
        assert_eq!(weighed.ok(), Some((3, 3)));
    }
}
