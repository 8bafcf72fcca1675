//! What a picture is and how large, from its first bytes, without decoding it.
//!
//! Of our own: a library for it reads by way of streams and their errors, which phones would have to load.
//! `tests/rules/pictures.rs` compares the two.

/// A format of pictures that may travel (I6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Jpeg,
    Png,
    WebP,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::Jpeg, Format::Png, Format::WebP];

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Jpeg => "image/jpeg",
            Format::Png => "image/png",
            Format::WebP => "image/webp",
        }
    }

    /// By content; nothing for any other.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
            _ => None,
        }
    }

    /// Width and height as they stand in the file, before it is turned upright; nothing where they can not be read.
    pub fn size(self, bytes: &[u8]) -> Option<(u32, u32)> {
        match self {
            Format::Jpeg => jpeg(bytes),
            Format::Png => Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?)),
            Format::WebP => webp(bytes),
        }
    }
}

/// A number of so many bytes, the greatest first.
fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// The same, the least first.
fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// From segment to segment up to the one that begins the picture itself.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2_usize;
    loop {
        if big(bytes, at, 1)? != 0xff {
            return None;
        }
        match big(bytes, at.checked_add(1)?, 1)? {
            // Bytes to fill up stand before a marker.
            0xff => at += 1,
            // C4, C8 and CC stand between them and are something else.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((big(bytes, at.checked_add(7)?, 2)?, big(bytes, at.checked_add(5)?, 2)?));
            }
            0xd8..=0xda => return None,
            _ => {
                let length = usize::try_from(big(bytes, at.checked_add(2)?, 2)?).ok()?;
                at = at.checked_add(2)?.checked_add(length.max(2))?;
            }
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)?.checked_add(1)?, little(bytes, 27, 3)?.checked_add(1)?)),
        b"VP8L" => {
            let both = little(bytes, 21, 4)?;
            Some(((both & 0x3fff) + 1, (both >> 14 & 0x3fff) + 1))
        }
        // The two bits above the size say how it is to be scaled.
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        _ => None,
    }
}
