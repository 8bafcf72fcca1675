//! The store of photos that a running app uses: the browser's, or memory where it gives none and for the example.

use super::PhotoDb;
use super::photos::{HeldPhoto, MemoryPhotos, NewPhoto, PhotoError, PhotoStore};

/// One of the two stores.
#[derive(Debug)]
pub enum KeptPhotos {
    OnDisk(PhotoDb),
    InMemory(MemoryPhotos),
}

impl PhotoStore for KeptPhotos {
    async fn keep(&self, photos: &[NewPhoto<'_>]) -> Result<(), PhotoError> {
        match self {
            KeptPhotos::OnDisk(store) => store.keep(photos).await,
            KeptPhotos::InMemory(store) => store.keep(photos).await,
        }
    }

    async fn held(&self) -> Result<Vec<HeldPhoto>, PhotoError> {
        match self {
            KeptPhotos::OnDisk(store) => store.held().await,
            KeptPhotos::InMemory(store) => store.held().await,
        }
    }

    async fn photo(&self, sha256: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        match self {
            KeptPhotos::OnDisk(store) => store.photo(sha256).await,
            KeptPhotos::InMemory(store) => store.photo(sha256).await,
        }
    }

    async fn thumbnail(&self, sha256: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        match self {
            KeptPhotos::OnDisk(store) => store.thumbnail(sha256).await,
            KeptPhotos::InMemory(store) => store.thumbnail(sha256).await,
        }
    }

    async fn keep_thumbnail(&self, sha256: &str, bytes: &[u8]) -> Result<(), PhotoError> {
        match self {
            KeptPhotos::OnDisk(store) => store.keep_thumbnail(sha256, bytes).await,
            KeptPhotos::InMemory(store) => store.keep_thumbnail(sha256, bytes).await,
        }
    }

    async fn remove(&self, names: &[String]) -> Result<(), PhotoError> {
        match self {
            KeptPhotos::OnDisk(store) => store.remove(names).await,
            KeptPhotos::InMemory(store) => store.remove(names).await,
        }
    }
}
