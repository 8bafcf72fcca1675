//! A way to a database that browsers may close under us: it is opened again when that is found out.
//!
//! Safari closes databases of pages that were out of view, Chromium those whose site data were cleared, and a newer version of
//! the app asks for it. Only asking for a transaction tells whether one is still open.

use super::contract::StoreError;
use super::indexed_db::{open_error, store_error};
use super::stores::{self, Store};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A database of this name with these stores, open or to be opened again.
#[derive(Debug)]
pub struct Connection {
    name: String,
    /// Nothing for whatever version there is: then nothing is made.
    version: Option<u32>,
    stores: &'static [Store],
    database: RefCell<Rc<Database>>,
}

impl Connection {
    /// Opens it, making it with its stores where there is none.
    pub async fn open(name: &str, version: u32, stores: &'static [Store]) -> Result<Self, StoreError> {
        Self::of(name, Some(version), stores).await
    }

    /// Opens what a newer version of the program made, for reading.
    pub async fn open_newer(name: &str, stores: &'static [Store]) -> Result<Self, StoreError> {
        Self::of(name, None, stores).await
    }

    async fn of(name: &str, version: Option<u32>, stores: &'static [Store]) -> Result<Self, StoreError> {
        let database = RefCell::new(Rc::new(opened(name, version, stores).await?));
        Ok(Connection { name: name.to_owned(), version, stores, database })
    }

    /// The database, open. Boxed, as what follows: every call of the store waits for it, and each would bring it along.
    pub fn live(&self) -> Opening<'_> {
        Box::pin(async {
            let database = self.database.borrow().clone();
            if is_open(&database, self.stores) { Ok(database) } else { self.reopen().await }
        })
    }

    /// Reads once more, from a database opened anew, where the browser lost the first one while it was read.
    pub async fn read<T, F>(&self, read: F) -> Result<T, StoreError>
    where
        F: AsyncFn(&Database) -> Result<T, Error>,
    {
        let mut is_again = false;
        loop {
            let database = if is_again { self.reopen() } else { self.live() }.await?;
            match read(&database).await {
                Err(error) if is_again => return Err(store_error(error)),
                Err(_) => is_again = true,
                Ok(value) => return Ok(value),
            }
        }
    }

    fn reopen(&self) -> Opening<'_> {
        Box::pin(async {
            let database = Rc::new(opened(&self.name, self.version, self.stores).await?);
            self.database.borrow_mut().clone_from(&database);
            Ok(database)
        })
    }
}

/// A database that is being opened.
type Opening<'a> = Pin<Box<dyn Future<Output = Result<Rc<Database>, StoreError>> + 'a>>;

async fn opened(name: &str, version: Option<u32>, stores: &'static [Store]) -> Result<Database, StoreError> {
    let made = match version {
        Some(version) => Some(stores::provide(name, version, stores).await.map_err(open_error)?),
        None => None,
    };
    let database = match version {
        Some(version) => Database::open(name).with_version(version).await,
        None => Database::open(name).await,
    };
    if let Some(made) = made {
        made.close();
    }
    let database = database.map_err(|error| match error {
        OpenDbError::Base(Error::DomException(refused)) => open_error(refused.as_sys().clone().into()),
        _ => open_error(JsValue::NULL),
    })?;
    // A newer version of the app has to wait for nobody. This one then finds the database newer, and says so.
    let asked = database.as_sys().clone();
    let close = Closure::once_into_js(move || asked.close());
    database.as_sys().set_onversionchange(close.dyn_ref());
    Ok(database)
}

/// A transaction in which nothing is asked ends by itself.
fn is_open(database: &Database, stores: &[Store]) -> bool {
    stores.first().is_some_and(|store| database.as_sys().transaction_with_str(store.name).is_ok())
}
