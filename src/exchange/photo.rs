//! Photos in a file (F6), and what is checked before anything decodes them (I6).

use super::picture::Format;
use crate::log::{Rejected, sha256_hex};
use crate::record::{Value, json};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Bytes of one photo (I6): 10 MB.
pub const MAX_PHOTO: usize = 10_000_000;

/// Picture elements of one photo (I6).
const MAX_PIXELS: u64 = 50_000_000;

/// A photo that is what it says it is. Its bytes have not been decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// In hex: the name by which changes call it.
    pub sha256: String,
    /// The media type.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

impl Photo {
    /// Checks bytes of which nothing is known yet.
    pub fn of(kind: &str, bytes: Vec<u8>) -> Result<Self, Rejected> {
        let wrong = |what| Err(Rejected::Photo(what));
        if bytes.len() > MAX_PHOTO {
            return wrong("more than 10 MB");
        }
        let Some(format) = Format::ALL.into_iter().find(|format| format.media_type() == kind) else {
            return wrong("neither JPEG nor PNG nor WebP");
        };
        if Format::of(&bytes) != Some(format) {
            return wrong("the bytes are of another type");
        }
        match format.size(&bytes) {
            None => return wrong("no size can be read from it"),
            Some((width, height)) if u64::from(width) * u64::from(height) > MAX_PIXELS => {
                return wrong("more than 50 megapixels");
            }
            Some(_) => {}
        }
        let kind = format.media_type();
        Ok(Photo { sha256: sha256_hex(&bytes), kind, bytes })
    }

    /// A photo by its bytes alone.
    pub fn by_content(bytes: Vec<u8>) -> Result<Self, Rejected> {
        let format = Format::of(&bytes).ok_or(Rejected::Photo("neither JPEG nor PNG nor WebP"))?;
        Photo::of(format.media_type(), bytes)
    }

    /// Width and height in pixels, as its bytes say.
    pub fn size(&self) -> Option<(u32, u32)> {
        Format::of(&self.bytes)?.size(&self.bytes)
    }

    /// The line by which it travels.
    pub fn line(&self) -> String {
        let number = self.bytes.len().to_string();
        let data = STANDARD.encode(&self.bytes);
        let parts = ["{\"sha256\":\"", &self.sha256, "\",\"type\":\"", self.kind, "\",\"bytes\":", &number];
        [parts.concat().as_str(), ",\"data\":\"", &data, "\"}"].concat()
    }
}

/// Reads one element of `attachments`.
pub(super) fn read(text: &str) -> Result<Photo, Rejected> {
    let element = json::read(text)?;
    let says = |name: &str| element.member(name).and_then(Value::as_text);
    let (Some(hash), Some(kind), Some(data)) = (says("sha256"), says("type"), says("data")) else {
        return Err(Rejected::Photo("a part of it is missing"));
    };
    // Four letters carry three bytes; refused before memory is spent.
    if data.len() / 4 * 3 > MAX_PHOTO + 2 {
        return Err(Rejected::Photo("more than 10 MB"));
    }
    let bytes = STANDARD.decode(data).map_err(|_| Rejected::Photo("not base64"))?;
    let stated = element.member("bytes").and_then(Value::as_int).and_then(|size| usize::try_from(size).ok());
    if stated != Some(bytes.len()) {
        return Err(Rejected::Photo("of another size than stated"));
    }
    let photo = Photo::of(kind, bytes)?;
    if photo.sha256 != hash { Err(Rejected::Photo("of another hash than stated")) } else { Ok(photo) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest picture that a PNG can hold, as far as its head goes.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn f6_a_photo_travels_as_it_is() {
        let photo = Photo::of("image/png", png(3, 2)).expect("a picture");
        assert_eq!(read(&photo.line()), Ok(photo));
    }

    #[test]
    fn a_photo_is_known_by_its_content() {
        assert_eq!(Photo::by_content(png(3, 2)), Photo::of("image/png", png(3, 2)));
        assert!(Photo::by_content(b"GIF89a".to_vec()).is_err());
    }

    #[test]
    fn i6_what_is_no_photo_or_another_one_is_refused_before_it_is_decoded() {
        let line = Photo::of("image/png", png(3, 2)).expect("a picture").line();
        let check = |line: String, expected: &'static str| assert_eq!(read(&line), Err(Rejected::Photo(expected)));
        check(line.replace("\"sha256\":\"", "\"sha256\":\"0"), "of another hash than stated");
        check(line.replace("\"bytes\":", "\"bytes\":1"), "of another size than stated");
        check(line.replace("image/png", "image/jpeg"), "the bytes are of another type");
        check(line.replace("image/png", "image/svg+xml"), "neither JPEG nor PNG nor WebP");
        check(line.replace("\"data\":\"", "\"data\":\"\\n"), "not base64");
        check(line.replace("\"data\":\"", "\"data\":\"="), "not base64");
        check(line.replace("\"type\"", "\"kind\""), "a part of it is missing");
        let of = |kind, bytes| Photo::of(kind, bytes).err();
        assert_eq!(of("image/png", png(10_000, 5_001)), Some(Rejected::Photo("more than 50 megapixels")));
        assert_eq!(of("image/png", png(u32::MAX, u32::MAX)), Some(Rejected::Photo("more than 50 megapixels")));
        assert_eq!(of("image/png", vec![0; MAX_PHOTO + 1]), Some(Rejected::Photo("more than 10 MB")));
    }
}
