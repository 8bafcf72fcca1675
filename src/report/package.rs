//! A ZIP of parts, made in memory: spreadsheets (.xlsx) and documents (.docx) are such, and several tables in one file.
//!
//! No moment stands in it, so the same parts give the same bytes. A long part is made smaller while it is being written, so that
//! neither all of it is held at once nor the screen for long.

use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params};
use rawzip::{CompressionMethod, Crc32, DataDescriptorOutput, ZipArchiveWriter};
use std::io::Write as _;

/// The first four bytes of every ZIP.
pub const SIGNATURE: [u8; 4] = *b"PK\x03\x04";

/// A raw stream, as a ZIP holds it.
const RAW: i32 = 0;

pub struct Package {
    parts: ZipArchiveWriter<Vec<u8>>,
    /// Whether some part could not be taken in: a name of more than 65,535 bytes.
    is_broken: bool,
}

impl Default for Package {
    fn default() -> Self {
        Package { parts: ZipArchiveWriter::new(Vec::new()), is_broken: false }
    }
}

impl Package {
    /// A short part. The name is a path with `/`.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let mut part = Part::default();
        part.write(bytes);
        self.put(name, part);
    }

    /// A part that would not become smaller: a photo.
    pub fn add_as_is(&mut self, name: &str, bytes: &[u8]) {
        let told = DataDescriptorOutput::new(rawzip::crc32(bytes), length(bytes.len()));
        self.take(name, CompressionMethod::STORE, bytes, told);
    }

    /// A part that was written piece by piece.
    pub fn put(&mut self, name: &str, part: Part) {
        let (bytes, told) = part.close();
        self.take(name, CompressionMethod::DEFLATE, &bytes, told);
    }

    fn take(&mut self, name: &str, method: CompressionMethod, bytes: &[u8], told: DataDescriptorOutput) {
        let started = self.parts.new_file(name).compression_method(method).start();
        let taken = started.is_ok_and(|(mut entry, _)| entry.write_all(bytes).is_ok() && entry.finish(told).is_ok());
        self.is_broken |= !taken;
    }

    /// The bytes of the file; nothing where a part could not be taken in.
    pub fn finish(self) -> Option<Vec<u8>> {
        self.parts.finish().ok().filter(|_| !self.is_broken)
    }
}

/// A part while it is being written.
pub struct Part {
    squeeze: Box<CompressorOxide>,
    small: Vec<u8>,
    crc: Crc32,
    size: usize,
}

impl Default for Part {
    fn default() -> Self {
        let level = CompressionLevel::DefaultLevel as i32;
        let flags = create_comp_flags_from_zip_params(level, RAW, 0);
        Part { squeeze: Box::new(CompressorOxide::new(flags)), small: Vec::new(), crc: Crc32::new(), size: 0 }
    }
}

impl Part {
    pub fn write(&mut self, bytes: &[u8]) {
        self.crc.update(bytes);
        self.size = self.size.saturating_add(bytes.len());
        self.squeeze(bytes, TDEFLFlush::None);
    }

    fn squeeze(&mut self, bytes: &[u8], flush: TDEFLFlush) {
        let small = &mut self.small;
        compress_to_output(&mut self.squeeze, bytes, flush, |piece| {
            small.extend_from_slice(piece);
            true
        });
    }

    fn close(mut self) -> (Vec<u8>, DataDescriptorOutput) {
        self.squeeze(&[], TDEFLFlush::Finish);
        (self.small, DataDescriptorOutput::new(self.crc.checksum(), length(self.size)))
    }
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::inflate::decompress_to_vec;
    use rawzip::ZipArchive;

    /// What a reader finds under each name.
    fn read(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let archive = ZipArchive::from_slice(bytes).expect("a ZIP");
        let mut entries = archive.entries();
        let mut found = Vec::new();
        while let Some(entry) = entries.next_entry().expect("an entry") {
            let name = entry.file_path().try_normalize().expect("a path").as_ref().to_owned();
            let held = archive.get_entry(entry.wayfinder()).expect("its bytes");
            let bytes = match entry.compression_method() {
                CompressionMethod::STORE => held.data().to_vec(),
                _ => decompress_to_vec(held.data()).expect("a raw stream"),
            };
            assert_eq!((rawzip::crc32(&bytes), length(bytes.len())), (entry.crc32(), entry.uncompressed_size_hint()));
            found.push((name, bytes));
        }
        found
    }

    #[test]
    fn what_goes_in_comes_out_whole_and_smaller() {
        let long = "una fila tras otra;".repeat(20_000);
        let mut part = Part::default();
        long.as_bytes().chunks(777).for_each(|piece| part.write(piece));
        let mut package = Package::default();
        package.add("xl/corta.xml", "<á/>".as_bytes());
        package.put("larga.csv", part);
        package.add_as_is("foto.png", &[1, 2, 3]);
        package.add("vacía", &[]);
        let bytes = package.finish().expect("all parts were taken");
        assert!(bytes.starts_with(&SIGNATURE) && bytes.len() * 20 < long.len(), "{} bytes", bytes.len());
        let expected = [
            ("xl/corta.xml", "<á/>".as_bytes()),
            ("larga.csv", long.as_bytes()),
            ("foto.png", &[1, 2, 3]),
            ("vacía", &[]),
        ];
        assert_eq!(read(&bytes), expected.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    }

    #[test]
    fn a_part_that_can_not_be_named_is_never_left_out_quietly() {
        let mut package = Package::default();
        package.add(&"a".repeat(70_000), b"x");
        assert_eq!(package.finish(), None);
    }
}
