//! The store that a running app uses: the browser's, one of a newer version for reading, or memory where the browser gives none
//! and for the example.

use super::contract::{Import, LastImport, LogStore, Quarantined, Row, RowNumber, Saved, StoreError, Writer};
use super::{IndexedDb, Memory};
use crate::log::{Change, DeviceId};

/// One of the stores.
#[derive(Debug)]
pub enum Kept {
    OnDisk(IndexedDb),
    /// A newer version made it: it is read, and files are made of it, and never written.
    ReadOnly(IndexedDb),
    InMemory(Memory),
}

impl LogStore for Kept {
    async fn rows(&self, after: RowNumber) -> Result<Vec<Row>, StoreError> {
        match self {
            Kept::OnDisk(store) | Kept::ReadOnly(store) => store.rows(after).await,
            Kept::InMemory(store) => store.rows(after).await,
        }
    }

    async fn save<F>(&self, device: &DeviceId, make: F) -> Result<Saved, StoreError>
    where
        F: FnOnce(&Writer) -> Result<Vec<Change>, StoreError>,
    {
        match self {
            Kept::OnDisk(store) => store.save(device, make).await,
            Kept::ReadOnly(_) => Err(read_only()),
            Kept::InMemory(store) => store.save(device, make).await,
        }
    }

    async fn import(&self, import: &Import<'_>) -> Result<Option<RowNumber>, StoreError> {
        match self {
            Kept::OnDisk(store) => store.import(import).await,
            Kept::ReadOnly(_) => Err(read_only()),
            Kept::InMemory(store) => store.import(import).await,
        }
    }

    async fn take_back(&self, import: &LastImport) -> Result<bool, StoreError> {
        match self {
            Kept::OnDisk(store) => store.take_back(import).await,
            Kept::ReadOnly(_) => Err(read_only()),
            Kept::InMemory(store) => store.take_back(import).await,
        }
    }

    async fn writer(&self, device: &DeviceId) -> Result<Writer, StoreError> {
        match self {
            Kept::OnDisk(store) | Kept::ReadOnly(store) => store.writer(device).await,
            Kept::InMemory(store) => store.writer(device).await,
        }
    }

    async fn quarantine(&self) -> Result<Vec<Quarantined>, StoreError> {
        match self {
            Kept::OnDisk(store) | Kept::ReadOnly(store) => store.quarantine().await,
            Kept::InMemory(store) => store.quarantine().await,
        }
    }

    async fn pack(&self) -> Result<usize, StoreError> {
        match self {
            Kept::OnDisk(store) => store.pack().await,
            Kept::ReadOnly(_) => Err(read_only()),
            Kept::InMemory(store) => store.pack().await,
        }
    }
}

fn read_only() -> StoreError {
    StoreError::Newer("it is only read".to_owned())
}
