//! Photos: in a form, on the page of a record, in files.

use super::exchange::JOIN;
use super::{count, number, one};
use crate::i18n::{PhotoErrors, Photos, fill, fill_on, tell};

pub const PHOTOS: Photos = Photos {
    title: "Photos",
    take: "Take a photo",
    choose: "Choose from the gallery",
    hint: "They are saved at once, smaller and without the place where they were taken.",
    storing: |at, of| fill("Saving photo {} of {}…", &[&number(at), &number(of)]),
    stored: |stored, of| fill("{} of {} saved", &[&number(stored), &count(of, "photo", "photos")]),
    room: |n| fill("There is room for {} more.", &[&about(n)]),
    little_room: |n, device| {
        fill_on(device, "Little room is left on {this phone|this computer}: for {} more.", &[&about(n)])
    },
    consent_hint: "Only photos with consent appear in reports and in public files.",
    remove: |n| fill("Take photo {} out", &[&number(n)]),
    removed: "Photo taken out.",
    open: |shows| fill("See it large: {}", &[shows]),
    not_here: |who| fill("This photo is not here yet. {} has it: ask for their file with photos.", &[who]),
    asked_again: "The desk does not have this photo yet. It goes with the next file.",
    to_bin: "Put into the bin",
    binned: "The photo is in the bin.",
    in_bin: |n| fill("{} in the bin", &[&count(n, "photo", "photos")]),
    take_back: "Take back",
    in_file: |n, size| fill("It also holds {} ({}).", &[&count(n, "photo", "photos"), size]),
    not_in_file: |n| {
        fill(
            "{} here and {} not go into the file.",
            &[&count(n, "photo is not", "photos are not"), one(n, "does", "do")],
        )
    },
    parts: |n| {
        fill(
            "Because of the photos there are {}. Send all of them; they can be loaded in any order.",
            &[&count(n, "file", "files")],
        )
    },
    coming: |n| one(n, "new photo", "new photos"),
    accept: |n| fill("{} {}", &[JOIN, &count(n, "photo", "photos")]),
    joined: |n| fill("{} in your notebook.", &[&count(n, "new photo", "new photos")]),
    errors: ERRORS,
};

/// From a thousand on no closer than that.
fn about(n: usize) -> String {
    if n > 1000 { "more than 1,000 photos".to_owned() } else { count(n, "photo", "photos") }
}

const NOTE_IS_SAFE: &str = "Your note and the other photos have not changed.";

const ERRORS: PhotoErrors = PhotoErrors {
    empty: tell("“{}” is empty: it did not arrive whole.", NOTE_IS_SAFE, "Take it again, or choose another one."),
    other_content: tell(
        "“{}” is no photo that Ayni can read.",
        NOTE_IS_SAFE,
        "Choose a JPEG, PNG or WebP photo, or take one with “Take a photo”.",
    ),
    too_many_bytes: tell(
        "“{}” is too large: more than 60 MB.",
        NOTE_IS_SAFE,
        "Choose a smaller size in the camera and take it again.",
    ),
    too_many_pixels: tell(
        "“{}” is too large: more than 110 megapixels.",
        NOTE_IS_SAFE,
        "Choose a smaller size in the camera and take it again.",
    ),
    broken: tell(
        "“{}” is damaged: it can not be read to its end.",
        NOTE_IS_SAFE,
        "Open it in the gallery. If it looks whole there, make a screenshot and choose that; if not, take it again.",
    ),
    heic: tell(
        "“{}” is in HEIC format, which this browser can not read.",
        NOTE_IS_SAFE,
        "On the iPhone, set Settings › Camera › Formats to “Most Compatible”. Or send the photo to yourself as JPEG and choose that.",
    ),
    blank: tell(
        "The browser could not make “{}” smaller: it may lack memory.",
        NOTE_IS_SAFE,
        "Close other apps and tabs, and add it again.",
    ),
    blocked: tell(
        "“{}” could not be saved: this browser does not let Ayni keep anything.",
        NOTE_IS_SAFE,
        "Leave private mode or allow data for this site, and add it again.",
    ),
    full: tell(
        "“{}” could not be saved: the {phone|computer} is full.",
        NOTE_IS_SAFE,
        "Remove photos or videos you do not need, outside Ayni, and add it again.",
    ),
    failed: tell(
        "“{}” could not be saved: the browser did not allow it.",
        NOTE_IS_SAFE,
        "Add it again. If it happens again, save the note, open Ayni anew and try once more.",
    ),
    differs: tell(
        "“{}” was not stored well, and was taken out.",
        NOTE_IS_SAFE,
        "Add it again. If it happens again, save a file soon: the memory of the {phone|computer} may be failing.",
    ),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photos_are_counted_in_words() {
        assert_eq!((PHOTOS.stored)(4, 4), "4 of 4 photos saved");
        assert_eq!((PHOTOS.stored)(0, 1), "0 of 1 photo saved");
        assert_eq!((PHOTOS.room)(40), "There is room for 40 photos more.");
        assert_eq!((PHOTOS.not_in_file)(2), "2 photos are not here and do not go into the file.");
    }
}
