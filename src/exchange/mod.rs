//! How records travel: writing a file, reading one, and saying what it would change before anything is written.
//!
//! A file is a header, the lines of the log, and a trailer (section 4 of the format). A reader gives every change that
//! proves itself and names what it could not read; it never guesses and never changes anything itself.
//!
//! Pure. Not here: where the bytes come from and go to (`ui`), keeping them (`storage`).

mod acknowledge;
mod arriving;
mod incoming;
mod photo;
mod picture;
mod preview;
mod public;
mod read;
mod salvage;
pub mod seal;
mod sections;
mod sniff;
mod write;

pub use acknowledge::{acknowledge, photos_not_there};
pub use incoming::Incoming;
pub use photo::{MAX_PHOTO, Photo};
pub use picture::Format;
pub use preview::{
    Asks, Counts, FileContent, FileReport, Files, Preview, Whole, preview, preview_holding, preview_steps,
};
pub use public::{Public, blotted, coarse};
pub use read::{Damaged, Header, Note, Parcel, read, read_with_photos};
pub use sniff::Refused;
pub use write::{Contains, MAX_PART, Made, Writing, file_name, have_value, write, write_parts};

/// The version of the file format that this program writes, and the greatest it reads.
pub const VERSION: i64 = 1;

/// Files larger than this are refused before memory is spent (I3): 512 MB.
pub const MAX_BYTES: u64 = 512_000_000;

/// More changes than this in one file are refused (I3).
pub const MAX_CHANGES: usize = 1_000_000;
