//! Our reader of the sizes of pictures against a common library for it (I6).

use ayni::exchange::Format;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::Cell;

fn theirs(bytes: &[u8]) -> Option<(Format, u32, u32)> {
    let format = match imagesize::image_type(bytes).ok()? {
        imagesize::ImageType::Jpeg => Format::Jpeg,
        imagesize::ImageType::Png => Format::Png,
        imagesize::ImageType::Webp => Format::WebP,
        _ => return None,
    };
    let size = imagesize::blob_size(bytes).ok()?;
    Some((format, u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

fn ours(bytes: &[u8]) -> Option<(Format, u32, u32)> {
    let format = Format::of(bytes)?;
    let (width, height) = format.size(bytes)?;
    Some((format, width, height))
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).expect("short").to_be_bytes();
    [&[0xff, marker][..], &length, body].concat()
}

/// Which format, its size, what stands before it in a JPEG, what follows, and how much of the end is lost, if it is.
type Case = (usize, [u16; 2], Vec<(u8, Vec<u8>)>, [u8; 20], usize, bool);

/// I6
#[test]
fn i6_the_size_of_a_picture_is_read_as_others_read_it() {
    let body = proptest::collection::vec(any::<u8>(), 0..40);
    let segments =
        proptest::collection::vec((prop_oneof![0xe0_u8..=0xef, Just(0xdb), Just(0xc4), Just(0xfe)], body), 0..5);
    let parts = (0..6_usize, any::<[u16; 2]>(), segments, any::<[u8; 20]>(), 0..60_usize, any::<bool>());
    let (read, refused) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(Config { cases: 4_000, failure_persistence: None, ..Config::default() });
    let check = |(kind, [width, height], segments, tail, cut, is_cut): Case| {
        let mut bytes = match kind {
            0 | 1 => {
                let before: Vec<u8> = segments.iter().flat_map(|(marker, body)| segment(*marker, body)).collect();
                let size = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[3; 10]].concat();
                [b"\xff\xd8", &before[..], &segment(if kind == 0 { 0xc0 } else { 0xc2 }, &size)].concat()
            }
            2 => {
                let size = [u32::from(width).to_be_bytes(), u32::from(height).to_be_bytes()].concat();
                [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &size[..], &tail].concat()
            }
            3 => [b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0", &tail[..]].concat(),
            4 => [b"RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x2f", &tail[..]].concat(),
            _ => {
                let size = [(width & 0x3fff).to_le_bytes(), (height & 0x3fff).to_le_bytes()].concat();
                [b"RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a", &size[..]].concat()
            }
        };
        if is_cut {
            bytes.truncate(bytes.len().saturating_sub(cut));
        }
        // The library looks at no less than twelve bytes.
        bytes.resize(bytes.len().max(12), 0);
        let found = ours(&bytes);
        prop_assert_eq!(found, theirs(&bytes), "{:02x?}", bytes);
        let met = if found.is_some() { &read } else { &refused };
        met.set(met.get() + 1);
        Ok(())
    };
    runner.run(&parts, check).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(
        read.get() > 500 && refused.get() > 500,
        "met {} that can be read and {} that can not",
        read.get(),
        refused.get()
    );
}
