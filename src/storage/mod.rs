//! The log on a device: an append-only list of rows of lines, behind one contract.
//!
//! A Save is a row of one line or a few, an import a row of many; start-up reads the rows, oldest first. A store knows
//! lines and the last number each device wrote, nothing else: the set is built from the lines and never stored as truth.
//! [`Memory`] serves tests and the example workspace, `IndexedDb` the browser; both pass the same tests
//! (`tests/storage/contract.rs`). Settings and the draft being typed are small and must survive a killed tab, so they
//! live in local storage (`local`); `DraftDb` mirrors the drafts, because local storage may lose the last seconds with the
//! battery. Photos are bytes by name in a store of their own, behind a contract of its own ([`PhotoStore`]).

#[cfg(target_arch = "wasm32")]
mod connection;
mod contract;
#[cfg(target_arch = "wasm32")]
mod draft_db;
#[cfg(target_arch = "wasm32")]
mod folder_db;
#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod kept_photos;
#[cfg(target_arch = "wasm32")]
pub mod local;
mod memory;
mod packing;
#[cfg(target_arch = "wasm32")]
mod photo_db;
mod photos;
#[cfg(target_arch = "wasm32")]
mod stores;

pub use contract::{
    Import, LastImport, LogStore, Quarantined, Row, RowNumber, Saved, StoreError, Writer, WriterMismatch,
};
#[cfg(target_arch = "wasm32")]
pub use draft_db::DraftDb;
#[cfg(target_arch = "wasm32")]
pub use folder_db::FolderDb;
#[cfg(target_arch = "wasm32")]
pub use indexed_db::IndexedDb;
#[cfg(target_arch = "wasm32")]
pub use kept::Kept;
#[cfg(target_arch = "wasm32")]
pub use kept_photos::KeptPhotos;
pub use memory::Memory;
#[cfg(target_arch = "wasm32")]
pub use photo_db::PhotoDb;
pub use photos::{HeldPhoto, MemoryPhotos, NewPhoto, PhotoError, PhotoStore};
