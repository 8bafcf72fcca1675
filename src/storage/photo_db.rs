//! Photos in IndexedDB: bytes in `photos`, small pictures in `thumbnails`, what is known of each in `about`.
//!
//! A database of its own, so that the one of the log stays at its first version. Bytes are kept as ArrayBuffer: several
//! versions of Safari lose blobs.

use super::connection::Connection;
use super::contract::StoreError;
use super::indexed_db::{commit, store_error};
use super::photos::{HeldPhoto, NewPhoto, PhotoError, PhotoStore, is_named};
use super::stores::Store;
use crate::log::canonical;
use crate::record::{Value, json};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

const PHOTOS: &str = "photos";
const THUMBNAILS: &str = "thumbnails";
const ABOUT: &str = "about";
const ALL: [&str; 3] = [PHOTOS, THUMBNAILS, ABOUT];
static STORES: [Store; 3] = [
    Store { name: PHOTOS, is_numbered: false },
    Store { name: THUMBNAILS, is_numbered: false },
    Store { name: ABOUT, is_numbered: false },
];

const VERSION: u32 = 1;

/// An open database of photos.
#[derive(Debug)]
pub struct PhotoDb {
    connection: Connection,
}

impl PhotoDb {
    /// Opens the database of this name, making it when the first photo is kept.
    pub async fn open(name: &str) -> Result<Self, PhotoError> {
        Ok(PhotoDb { connection: Connection::open(name, VERSION, &STORES).await? })
    }

    async fn put(&self, photos: &[NewPhoto<'_>]) -> Result<(), StoreError> {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        for photo in photos {
            put(&transaction, PHOTOS, photo.sha256, buffer(photo.bytes)).await.map_err(store_error)?;
            if !photo.thumbnail.is_empty() {
                put(&transaction, THUMBNAILS, photo.sha256, buffer(photo.thumbnail)).await.map_err(store_error)?;
            }
            put(&transaction, ABOUT, photo.sha256, about(photo).into()).await.map_err(store_error)?;
        }
        commit(transaction).await.map_err(store_error)
    }

    async fn bytes(&self, store: &str, name: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(store).build()?;
            transaction.object_store(store)?.get::<JsValue, _, _>(name).primitive()?.await
        };
        let found: Option<JsValue> = self.connection.read(read).await?;
        let found = found.and_then(|found| found.dyn_into::<ArrayBuffer>().ok());
        Ok(found.map(|found| Uint8Array::new(&found).to_vec()))
    }
}

impl PhotoStore for PhotoDb {
    async fn keep(&self, photos: &[NewPhoto<'_>]) -> Result<(), PhotoError> {
        self.put(photos).await?;
        for photo in photos {
            if self.photo(photo.sha256).await?.is_none() {
                let names: Vec<String> = photos.iter().map(|photo| photo.sha256.to_owned()).collect();
                self.remove(&names).await?;
                return Err(PhotoError::Differs);
            }
        }
        Ok(())
    }

    async fn held(&self) -> Result<Vec<HeldPhoto>, PhotoError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(ABOUT).build()?;
            let store = transaction.object_store(ABOUT)?;
            let names = store.get_all_keys::<String>().primitive()?.await?.collect::<Result<Vec<String>, _>>()?;
            let about = store.get_all::<String>().primitive()?.await?.collect::<Result<Vec<String>, _>>()?;
            Ok(names.into_iter().zip(about).map(|(sha256, about)| held(sha256, &about)).collect())
        };
        Ok(self.connection.read(read).await?)
    }

    async fn photo(&self, sha256: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        Ok(self.bytes(PHOTOS, sha256).await?.filter(|bytes| is_named(sha256, bytes)))
    }

    async fn thumbnail(&self, sha256: &str) -> Result<Option<Vec<u8>>, PhotoError> {
        self.bytes(THUMBNAILS, sha256).await
    }

    async fn keep_thumbnail(&self, sha256: &str, bytes: &[u8]) -> Result<(), PhotoError> {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        let write = async {
            let store = transaction.object_store(ABOUT)?;
            if store.get::<String, _, _>(sha256).primitive()?.await?.is_some() {
                put(&transaction, THUMBNAILS, sha256, buffer(bytes)).await?;
            }
            commit(transaction).await
        };
        Ok(write.await.map_err(store_error)?)
    }

    async fn remove(&self, names: &[String]) -> Result<(), PhotoError> {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        let write = async {
            for store in ALL {
                let store = transaction.object_store(store)?;
                for name in names {
                    store.delete(name.as_str()).primitive()?.await?;
                }
            }
            commit(transaction).await
        };
        Ok(write.await.map_err(store_error)?)
    }
}

fn write(database: &Database) -> Result<Transaction<'_>, StoreError> {
    let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    let transaction = database.transaction(ALL).with_mode(TransactionMode::Readwrite).with_options(strict);
    transaction.build().map_err(store_error)
}

async fn put(transaction: &Transaction<'_>, store: &str, name: &str, value: JsValue) -> Result<(), Error> {
    transaction.object_store(store)?.put(value).with_key(name).primitive()?.await.map(drop)
}

/// A copy of the bytes that JavaScript owns.
fn buffer(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).buffer().into()
}

fn about(photo: &NewPhoto) -> String {
    let int = |number: u64| Value::Int(i64::try_from(number).unwrap_or_default());
    let size = u64::try_from(photo.bytes.len()).unwrap_or_default();
    canonical(&Value::map([("made_at", int(photo.made_at)), ("size", int(size))]))
}

fn held(sha256: String, about: &str) -> HeldPhoto {
    let about = json::read(about).unwrap_or(Value::Null);
    let int = |name: &str| about.member(name).and_then(Value::as_int).unwrap_or_default();
    HeldPhoto {
        sha256,
        size: usize::try_from(int("size")).unwrap_or_default(),
        made_at: u64::try_from(int("made_at")).unwrap_or_default(),
    }
}
