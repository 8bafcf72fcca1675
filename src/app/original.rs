//! The file that a camera or a gallery hands over, looked at before anything decodes it: what it is, how large, when it was
//! taken. What is refused here costs no memory.

use crate::exchange;

/// Bytes of an original: 60 MB. The photo that is kept of it is far smaller.
pub const MAX_ORIGINAL: u64 = 60_000_000;

/// Picture elements of an original: the largest sensors of phones that give them all, 108 megapixels, and a little more.
const MAX_PIXELS: u64 = 110_000_000;

/// Bytes at the beginning of a file in which its size and date stand, behind small pictures and colour tables.
pub const HEAD: u64 = 4_000_000;

/// The longer edge of a photo that is kept.
pub const EDGE: u32 = 1600;

/// The longer edge of a small picture for lists.
pub const SMALL_EDGE: u32 = 240;

/// Bytes that a photo should not go beyond.
pub const TYPICAL: usize = 300_000;

/// What a photo file is before it is decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    pub format: Format,
    /// As the sensor wrote it, before it is turned upright.
    pub width: u32,
    pub height: u32,
    /// `YYYY-MM-DD`, where the camera wrote it down; else empty.
    pub taken_on: String,
}

/// The formats of originals, by their content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One that may travel.
    Picture(exchange::Format),
    /// What iPhones write: few browsers can decode it.
    Heic,
}

/// Why no photo was made of a file. Nothing was stored of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAPhoto {
    Empty,
    /// By its content it is none of the formats, whatever its name says.
    OtherContent,
    /// More bytes than [`MAX_ORIGINAL`].
    TooManyBytes,
    TooManyPixels,
    /// Begins as a photo does, and can not be decoded to its end.
    Broken,
    /// HEIC, which this browser can not decode.
    Heic,
    /// The browser gave a blank picture or none: as a rule it ran out of memory.
    Blank,
}

/// Looks at the beginning of a file of `size` bytes.
pub fn look(head: &[u8], size: u64) -> Result<Original, NotAPhoto> {
    if size == 0 || head.is_empty() {
        return Err(NotAPhoto::Empty);
    }
    let format = format(head).ok_or(NotAPhoto::OtherContent)?;
    if size > MAX_ORIGINAL {
        return Err(NotAPhoto::TooManyBytes);
    }
    let (width, height) = match format {
        Format::Heic => heic_size(head),
        Format::Picture(format) => format.size(head),
    }
    .filter(|(width, height)| *width > 0 && *height > 0)
    .ok_or(NotAPhoto::Broken)?;
    if u64::from(width).saturating_mul(u64::from(height)) > MAX_PIXELS {
        return Err(NotAPhoto::TooManyPixels);
    }
    Ok(Original { format, width, height, taken_on: exif_date(head).unwrap_or_default() })
}

fn format(head: &[u8]) -> Option<Format> {
    const BRANDS: [&[u8]; 9] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"heif", b"mif1", b"msf1"];
    match head {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => BRANDS.contains(&brand.get(..4)?).then_some(Format::Heic),
        _ => exchange::Format::of(head).map(Format::Picture),
    }
}

/// The greatest size that stands in the boxes of a HEIC file: of its tiles each has one, too.
fn heic_size(head: &[u8]) -> Option<(u32, u32)> {
    let size = |at: usize| {
        let number = |from: usize| Some(u32::from_be_bytes(head.get(from..from.checked_add(4)?)?.try_into().ok()?));
        // Behind the name stand version and flags.
        Some((number(at.checked_add(8)?)?, number(at.checked_add(12)?)?))
    };
    let places = head.windows(4).enumerate().filter(|(_, name)| *name == b"ispe");
    places.filter_map(|(at, _)| size(at)).max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

/// The first date in the EXIF part: `YYYY:MM:DD hh:mm:ss`. Only a proposal, so the directory it stands in is not walked.
fn exif_date(head: &[u8]) -> Option<String> {
    const FORM: &[u8; 19] = b"0000:00:00 00:00:00";
    let exif = head.windows(6).position(|part| part == b"Exif\0\0")?;
    let exif = head.get(exif..)?;
    let exif = exif.get(..65_536).unwrap_or(exif);
    let fits = |part: &&[u8]| {
        part.iter().zip(FORM).all(|(byte, form)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form })
    };
    let date = exif.windows(FORM.len()).filter(fits).find_map(|part| {
        let date = std::str::from_utf8(part.get(..10)?).ok()?.replace(':', "-");
        let number = |from: usize, to: usize| date.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        (year >= 1990 && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(date)
    })?;
    Some(date)
}

/// The size of a picture that has to fit: its longer edge is `edge`, or what it was if that is less.
pub fn fit(width: u32, height: u32, edge: u32) -> (u32, u32) {
    let longer = width.max(height).max(1);
    if longer <= edge {
        return (width.max(1), height.max(1));
    }
    let scaled = |side: u32| {
        let doubled = u64::from(side) * u64::from(edge) * 2 + u64::from(longer);
        u32::try_from(doubled / (u64::from(longer) * 2)).unwrap_or(edge).max(1)
    };
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: Format = Format::Picture(exchange::Format::Jpeg);

    fn jpeg(width: u16, height: u16, between: &[u8]) -> Vec<u8> {
        let size = [height.to_be_bytes(), width.to_be_bytes()].concat();
        [&b"\xff\xd8"[..], between, b"\xff\xc0\0\x11\x08", &size, b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"].concat()
    }

    fn exif(text: &str) -> Vec<u8> {
        let body = [b"Exif\0\0MM\0*\0\0\0\x08", text.as_bytes()].concat();
        let length = u16::try_from(body.len() + 2).expect("short").to_be_bytes();
        [&b"\xff\xe1"[..], &length, &body].concat()
    }

    fn heic(sizes: &[(u32, u32)]) -> Vec<u8> {
        let mut bytes = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
        for (width, height) in sizes {
            bytes.extend(b"\0\0\0\x14ispe\0\0\0\0");
            bytes.extend(width.to_be_bytes());
            bytes.extend(height.to_be_bytes());
        }
        bytes
    }

    #[test]
    fn a_file_is_known_by_its_content_and_refused_before_it_is_decoded() {
        let check = |bytes: Vec<u8>, size: u64, expected: Result<(Format, u32, u32), NotAPhoto>| {
            let found = look(&bytes, size).map(|original| (original.format, original.width, original.height));
            assert_eq!(found, expected);
        };
        check(jpeg(4000, 3000, b""), 3_000_000, Ok((JPEG, 4000, 3000)));
        check(jpeg(12_000, 9_000, b""), 40_000_000, Ok((JPEG, 12_000, 9_000)));
        check(heic(&[(512, 512), (8064, 6048)]), 5_000_000, Ok((Format::Heic, 8064, 6048)));
        check(jpeg(16_320, 12_240, b""), 40_000_000, Err(NotAPhoto::TooManyPixels));
        check(heic(&[(20_000, 20_000)]), 5_000_000, Err(NotAPhoto::TooManyPixels));
        check(heic(&[(u32::MAX, u32::MAX)]), 5_000_000, Err(NotAPhoto::TooManyPixels));
        check(jpeg(4000, 3000, b""), MAX_ORIGINAL + 1, Err(NotAPhoto::TooManyBytes));
        check(jpeg(0, 3000, b""), 3_000_000, Err(NotAPhoto::Broken));
        check(b"\xff\xd8\xff\xe0 picture".to_vec(), 12, Err(NotAPhoto::Broken));
        check(heic(&[]), 5_000_000, Err(NotAPhoto::Broken));
        check(b"Lista de la visita".to_vec(), 18, Err(NotAPhoto::OtherContent));
        check(b"GIF89a".to_vec(), 6, Err(NotAPhoto::OtherContent));
        check(b"\0\0\0\x18ftypmp42".to_vec(), 12, Err(NotAPhoto::OtherContent));
        check(b"\0\0\0\x18ftyp".to_vec(), 8, Err(NotAPhoto::OtherContent));
        check(Vec::new(), 0, Err(NotAPhoto::Empty));
    }

    #[test]
    fn the_day_that_the_camera_wrote_down_is_proposed() {
        let check = |text: &str, expected: &str| {
            let original = look(&jpeg(4, 3, &exif(text)), 300).expect("a photo");
            assert_eq!(original.taken_on, expected, "{text}");
        };
        check("2015:10:27 08:11:22\0", "2015-10-27");
        check("Cámara 0000:00:00 00:00:00\x002026:11:24 18:00:00\0", "2026-11-24");
        check("2026:13:24 18:00:00", "");
        check("sin fecha", "");
        let before_exif = [&b"\xff\xfe\0\x152015:10:27 08:11:22"[..], &exif("x")].concat();
        assert_eq!(look(&jpeg(4, 3, &before_exif), 300).expect("a photo").taken_on, "");
    }

    #[test]
    fn a_picture_that_fits_stays_and_a_larger_one_keeps_its_form() {
        let check = |width, height, expected| assert_eq!(fit(width, height, 1600), expected);
        check(8064, 6048, (1600, 1200));
        check(3000, 4000, (1200, 1600));
        check(1600, 900, (1600, 900));
        check(20, 10, (20, 10));
        check(100_000, 1, (1600, 1));
        check(0, 0, (1, 1));
        check(u32::MAX, u32::MAX, (1600, 1600));
    }
}
