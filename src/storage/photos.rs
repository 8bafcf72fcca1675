//! What every store of photos promises, and the one in memory.
//!
//! A photo is named by the SHA-256 of its bytes (F6), so a store can tell by itself whether it still is what was given to it.

use super::contract::StoreError;
use crate::log::sha256_hex;
use std::cell::RefCell;
use std::future::Future;

/// A photo to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewPhoto<'a> {
    /// In hex.
    pub sha256: &'a str,
    pub bytes: &'a [u8],
    /// A small picture of it for lists; may be empty, and made later.
    pub thumbnail: &'a [u8],
    /// Milliseconds since 1970 when it was chosen on this device; 0 for one that came in a file.
    pub made_at: u64,
}

/// What is known of a photo without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPhoto {
    pub sha256: String,
    /// In bytes.
    pub size: usize,
    /// As in [`NewPhoto::made_at`].
    pub made_at: u64,
}

/// Why a photo could not be kept or read. Nothing else in the store changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The browser gives no storage here.
    #[error("this browser gives no storage for photos: {0}")]
    Blocked(String),
    /// No room left on the device or in the browser's share of it.
    #[error("no room left: {0}")]
    Full(String),
    /// The browser closed the store, refused for another reason, or the store belongs to a newer version.
    #[error("the store of photos failed: {0}")]
    Failed(String),
    /// What the store gave back is not what was given to it; it was thrown away.
    #[error("a photo was read back differently")]
    Differs,
}

impl From<StoreError> for PhotoError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Blocked(told) => PhotoError::Blocked(told),
            StoreError::Full(told) => PhotoError::Full(told),
            StoreError::Newer(told) | StoreError::Failed(told) => PhotoError::Failed(told),
            StoreError::NotAChange(_) | StoreError::Forked | StoreError::Lost => PhotoError::Failed(String::new()),
            StoreError::Differs => PhotoError::Differs,
        }
    }
}

/// A store of photos by name. Each call is one durable transaction.
pub trait PhotoStore {
    /// Keeps photos, all of them or none. When it returns, they are on the disk, were read back, and are what their names
    /// say. "Stored" may be said only after that. One that is held already is no error.
    fn keep(&self, photos: &[NewPhoto<'_>]) -> impl Future<Output = Result<(), PhotoError>>;

    /// What is held, by name.
    fn held(&self) -> impl Future<Output = Result<Vec<HeldPhoto>, PhotoError>>;

    /// The bytes of a photo, if it is held. What is no longer what its name says counts as not held.
    fn photo(&self, sha256: &str) -> impl Future<Output = Result<Option<Vec<u8>>, PhotoError>>;

    /// The small picture of a photo, if one was made.
    fn thumbnail(&self, sha256: &str) -> impl Future<Output = Result<Option<Vec<u8>>, PhotoError>>;

    /// Puts a small picture beside a photo that is held.
    fn keep_thumbnail(&self, sha256: &str, bytes: &[u8]) -> impl Future<Output = Result<(), PhotoError>>;

    /// Takes photos away for ever, with all that belongs to them. Names that are not held do no harm.
    fn remove(&self, names: &[String]) -> impl Future<Output = Result<(), PhotoError>>;
}

/// Whether bytes are what their name says.
pub(super) fn is_named(sha256: &str, bytes: &[u8]) -> bool {
    sha256_hex(bytes) == sha256
}

/// Photos that are forgotten when it is dropped: for tests, the example, and where the browser gives no storage.
#[derive(Debug, Default)]
pub struct MemoryPhotos {
    inner: RefCell<Vec<InMemory>>,
}

#[derive(Debug)]
struct InMemory {
    about: HeldPhoto,
    bytes: Vec<u8>,
    thumbnail: Vec<u8>,
}

impl MemoryPhotos {
    fn find<T>(&self, sha256: &str, of: impl Fn(&InMemory) -> T) -> Option<T> {
        self.inner.borrow().iter().find(|photo| photo.about.sha256 == sha256).map(of)
    }
}

impl PhotoStore for MemoryPhotos {
    async fn keep(&self, photos: &[NewPhoto<'_>]) -> Result<(), PhotoError> {
        if !photos.iter().all(|photo| is_named(photo.sha256, photo.bytes)) {
            return Err(PhotoError::Differs);
        }
        for photo in photos {
            let before = self.find(photo.sha256, |held| held.thumbnail.clone()).unwrap_or_default();
            let thumbnail = if photo.thumbnail.is_empty() { before } else { photo.thumbnail.to_vec() };
            let about = HeldPhoto { sha256: photo.sha256.to_owned(), size: photo.bytes.len(), made_at: photo.made_at };
            let mut inner = self.inner.borrow_mut();
            inner.retain(|held| held.about.sha256 != photo.sha256);
            let at = inner.partition_point(|held| held.about.sha256 < about.sha256);
            inner.insert(at, InMemory { about, bytes: photo.bytes.to_vec(), thumbnail });
        }
        Ok(())
    }

    async fn held(&self) -> Result<Vec<HeldPhoto>, PhotoError> {
        Ok(self.inner.borrow().iter().map(|photo| photo.about.clone()).collect())
    }

    async fn photo(&self, sha256: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        Ok(self.find(sha256, |photo| photo.bytes.clone()))
    }

    async fn thumbnail(&self, sha256: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        Ok(self.find(sha256, |photo| photo.thumbnail.clone()).filter(|thumbnail| !thumbnail.is_empty()))
    }

    async fn keep_thumbnail(&self, sha256: &str, bytes: &[u8]) -> Result<(), PhotoError> {
        let mut inner = self.inner.borrow_mut();
        if let Some(photo) = inner.iter_mut().find(|photo| photo.about.sha256 == sha256) {
            photo.thumbnail = bytes.to_vec();
        }
        Ok(())
    }

    async fn remove(&self, names: &[String]) -> Result<(), PhotoError> {
        self.inner.borrow_mut().retain(|photo| !names.contains(&photo.about.sha256));
        Ok(())
    }
}
