//! Drafts in IndexedDB, beside those in local storage: that one is at hand at once, this one is on the disk at once. A text under
//! each name, no more.
//!
//! A database of its own, so that the one of the log stays at its first version and never waits for a draft.

use super::connection::Connection;
use super::contract::StoreError;
use super::indexed_db::{commit, store_error};
use super::stores::Store;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};

const DRAFTS: &str = "drafts";
static STORES: [Store; 1] = [Store { name: DRAFTS, is_numbered: false }];

const VERSION: u32 = 1;

/// An open database of drafts.
#[derive(Debug)]
pub struct DraftDb {
    connection: Connection,
}

impl DraftDb {
    /// Opens the database of this name, making it on the first start.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Ok(DraftDb { connection: Connection::open(name, VERSION, &STORES).await? })
    }

    /// Puts each text under its name, in the place of what was there; an empty one takes away what was there. All or nothing,
    /// and on the disk when it returns.
    pub async fn keep(&self, drafts: &[(String, String)]) -> Result<(), StoreError> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let database = self.connection.live().await?;
        let transaction =
            database.transaction([DRAFTS]).with_mode(TransactionMode::Readwrite).with_options(strict).build();
        let write = async {
            let transaction = transaction?;
            let store = transaction.object_store(DRAFTS)?;
            for (name, text) in drafts {
                match text.is_empty() {
                    true => store.delete(name.as_str()).primitive()?.await?,
                    false => drop(store.put(text.clone()).with_key(name.as_str()).primitive()?.await?),
                }
            }
            commit(transaction).await
        };
        write.await.map_err(store_error)
    }

    /// All of them, each with its name.
    pub async fn all(&self) -> Result<Vec<(String, String)>, StoreError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(DRAFTS).build()?;
            let store = transaction.object_store(DRAFTS)?;
            let names = store.get_all_keys::<String>().primitive()?.await?.collect::<Result<Vec<String>, _>>()?;
            let texts = store.get_all::<String>().primitive()?.await?.collect::<Result<Vec<String>, _>>()?;
            Ok(names.into_iter().zip(texts).collect())
        };
        self.connection.read(read).await
    }
}
