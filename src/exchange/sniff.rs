//! What a file is that is not ours (I7), known by its content, never by its name (F1).

/// Why a file as a whole is not taken in. Nothing changes; the person is told what it is and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the file is empty")]
    Empty,
    /// `&'static str`: the name of the picture format, such as "JPEG".
    #[error("the file is a picture ({0})")]
    Picture(&'static str),
    /// Also Word, Excel and LibreOffice files, which are ZIP archives inside.
    #[error("the file is a ZIP archive or an office document")]
    Zip,
    #[error("the file is a PDF")]
    Pdf,
    #[error("the file is a web page")]
    Html,
    /// A text that holds no change.
    #[error("the file is a plain text")]
    Text,
    /// JSON, but not an export, and without a single change in it.
    #[error("the file is JSON, but not a file of Ayni")]
    OtherJson,
    /// Only UTF-8 is read (I2). The name of the encoding as far as it shows.
    #[error("the file is written in {0}; only UTF-8 is read")]
    Encoding(&'static str),
    /// Over 512 MB or a million changes (I3).
    #[error("the file is too big")]
    TooBig,
    /// Written by a newer version of the format (I4).
    #[error("the file has version {0} of the format; a newer version of Ayni reads it")]
    NewerVersion(i64),
    /// A copy for reading (F3): it has no changes to merge.
    #[error("the file is a copy for reading and holds nothing to merge")]
    ForReading,
    /// A sealed file (section 7), which this version does not open.
    #[error("the file is protected with a passphrase")]
    Sealed,
    /// It is an export, but not one change in it can be read.
    #[error("the file is an export of Ayni, but nothing in it could be read")]
    NothingReadable,
    /// Not text at all, and none of the above.
    #[error("the file is not text")]
    Binary,
}

/// Formats that are told apart by their first bytes.
pub fn by_first_bytes(bytes: &[u8]) -> Option<Refused> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let inside = |at: usize, magic: &[u8]| bytes.get(at..at + magic.len()) == Some(magic);
    let blank = bytes.iter().all(|b| b.is_ascii_whitespace());
    let refused = match () {
        () if blank => Refused::Empty,
        () if starts(b"\xff\xd8\xff") => Refused::Picture("JPEG"),
        () if starts(b"\x89PNG") => Refused::Picture("PNG"),
        () if starts(b"GIF8") => Refused::Picture("GIF"),
        () if starts(b"RIFF") && inside(8, b"WEBP") => Refused::Picture("WebP"),
        () if inside(4, b"ftyphei") || inside(4, b"ftypmif1") => Refused::Picture("HEIC"),
        () if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") => Refused::Zip,
        () if starts(b"%PDF-") => Refused::Pdf,
        () if starts(b"\xff\xfe") || starts(b"\xfe\xff") => Refused::Encoding("UTF-16"),
        () if inside(1, b"\0{\0") || inside(0, b"{\0") => Refused::Encoding("UTF-16"),
        () => return None,
    };
    Some(refused)
}

/// What a text is in which no change was found. `valid_utf8` tells whether every byte was.
pub fn without_changes(text: &str, is_json: bool, valid_utf8: bool) -> Refused {
    let start = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
    match () {
        () if start.starts_with("<!doctype html") || start.starts_with("<html") => Refused::Html,
        () if text.contains("\"ayni-export\"") => Refused::NothingReadable,
        () if is_json => Refused::OtherJson,
        () if text.contains('\0') => Refused::Binary,
        () if !valid_utf8 => Refused::Encoding("ISO-8859-1 / Windows-1252"),
        () => Refused::Text,
    }
}
