//! The folder that is watched, in IndexedDB: only there a browser keeps the way to it. A database of its own, which nothing that
//! people recorded depends on.

use super::connection::Connection;
use super::contract::StoreError;
use super::indexed_db::{commit, store_error};
use super::stores::Store;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use wasm_bindgen::JsValue;

const FOLDERS: &str = "folders";
static STORES: [Store; 1] = [Store { name: FOLDERS, is_numbered: false }];

const VERSION: u32 = 1;
/// There is one.
const KEY: &str = "watched";

/// An open database of it.
#[derive(Debug)]
pub struct FolderDb {
    connection: Connection,
}

impl FolderDb {
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Ok(FolderDb { connection: Connection::open(name, VERSION, &STORES).await? })
    }

    /// Keeps the browser's way to the folder in the place of the one before; with nothing there is none any more.
    pub async fn keep(&self, folder: Option<&JsValue>) -> Result<(), StoreError> {
        let database = self.connection.live().await?;
        let write = async {
            let transaction = database.transaction([FOLDERS]).with_mode(TransactionMode::Readwrite).build()?;
            let store = transaction.object_store(FOLDERS)?;
            match folder {
                Some(folder) => drop(store.put(folder.clone()).with_key(KEY).primitive()?.await?),
                None => store.delete(KEY).primitive()?.await?,
            }
            commit(transaction).await
        };
        write.await.map_err(store_error)
    }

    pub async fn folder(&self) -> Result<Option<JsValue>, StoreError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(FOLDERS).build()?;
            transaction.object_store(FOLDERS)?.get::<JsValue, _, _>(KEY).primitive()?.await
        };
        Ok(self.connection.read(read).await?.filter(|folder| !folder.is_undefined()))
    }
}
