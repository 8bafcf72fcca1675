//! The log in IndexedDB: rows of lines in `rows`, the last number of each device in `writers`, unreadable texts in
//! `quarantine`. Every write is one transaction with strict durability, so "saved" means "on the disk".

use super::connection::Connection;
use super::contract::{Import, LastImport, LogStore, Quarantined, Row, RowNumber, Saved, StoreError, Writer, row_text};
use super::packing;
use super::stores::Store;
use crate::log::{Change, ChangeId, DeviceId, Tick, canonical};
use crate::record::{Value, json};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

const ROWS: &str = "rows";
const WRITERS: &str = "writers";
const QUARANTINE: &str = "quarantine";
const ALL: [&str; 3] = [ROWS, WRITERS, QUARANTINE];
static STORES: [Store; 3] = [
    Store { name: ROWS, is_numbered: true },
    Store { name: WRITERS, is_numbered: false },
    Store { name: QUARANTINE, is_numbered: true },
];

/// The version stays at 1 as long as possible: raising it fights with open tabs and with going back a version.
const VERSION: u32 = 1;

/// An open database. It is shared by all tabs; nothing read from it is kept here.
#[derive(Debug)]
pub struct IndexedDb {
    connection: Connection,
}

impl IndexedDb {
    /// Opens the database of this name, making it on the first start.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Ok(IndexedDb { connection: Connection::open(name, VERSION, &STORES).await? })
    }

    /// Opens one that a newer version of the program made. It is not to be written.
    pub async fn open_newer(name: &str) -> Result<Self, StoreError> {
        Ok(IndexedDb { connection: Connection::open_newer(name, &STORES).await? })
    }

    /// Whether a row holds what it was given. The browser called it written; this is the proof.
    async fn holds(&self, row: RowNumber, lines: &JsValue) -> Result<(), StoreError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(ROWS).build()?;
            transaction.object_store(ROWS)?.get::<JsValue, _, _>(row).primitive()?.await
        };
        // Another tab may have joined it with others meanwhile; then it was read there.
        let is_same = match self.connection.read(read).await? {
            Some(kept) if kept == *lines => true,
            _ => {
                let text = lines.as_string().unwrap_or_default();
                let later = self.rows(row.saturating_sub(1)).await?;
                later.iter().any(|row| row.lines.contains(&text))
            }
        };
        if is_same { Ok(()) } else { Err(StoreError::Differs) }
    }
}

impl LogStore for IndexedDb {
    async fn rows(&self, after: RowNumber) -> Result<Vec<Row>, StoreError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(ROWS).build()?;
            let store = transaction.object_store(ROWS)?;
            if after > 0 && store.get_key::<RowNumber, _>(after..).primitive()?.await?.is_none() {
                return Ok(None);
            }
            let later = || (after.saturating_add(1))..;
            let numbers = store.get_all_keys::<RowNumber>().with_query::<RowNumber, _>(later()).primitive()?.await?;
            let rows = store.get_all::<String>().with_query::<RowNumber, _>(later()).primitive()?.await?;
            let numbers: Vec<RowNumber> = numbers.collect::<Result<_, _>>()?;
            let rows: Vec<String> = rows.collect::<Result<_, _>>()?;
            Ok(Some(numbers.into_iter().zip(rows).map(|(number, lines)| Row { number, lines }).collect()))
        };
        self.connection.read(read).await?.ok_or(StoreError::Lost)
    }

    async fn save<F>(&self, device: &DeviceId, make: F) -> Result<Saved, StoreError>
    where
        F: FnOnce(&Writer) -> Result<Vec<Change>, StoreError>,
    {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        let before = read_writer(&transaction, device).await.map_err(store_error)?;
        // An error from here on drops the transaction, which rolls back.
        let changes = make(&before)?;
        let after = before.after(device, &changes)?;
        let lines = JsValue::from(row_text(&changes));
        let write = async {
            let store = transaction.object_store(ROWS)?;
            let row = store.add(lines.clone()).with_key_type::<RowNumber>().primitive()?.await?;
            let writers = transaction.object_store(WRITERS)?;
            writers.put(write_writer(&after)).with_key(device.as_str()).primitive()?.await?;
            commit(transaction).await?;
            Ok(row)
        };
        let row = write.await.map_err(store_error)?;
        self.holds(row, &lines).await?;
        Ok(Saved { row, changes })
    }

    async fn import(&self, import: &Import<'_>) -> Result<Option<RowNumber>, StoreError> {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        let write = async {
            if !import.erased.is_empty() {
                rewrite(&transaction, ROWS, |row| import.rewritten(row)).await?;
            }
            if !import.erased.is_empty() || !import.reread.is_empty() {
                let takes_along = |text: &str| {
                    json::read_up_to(text, usize::MAX)
                        .is_ok_and(|kept| import.takes_along(&Quarantined::from_value(kept)))
                };
                rewrite(&transaction, QUARANTINE, |text| takes_along(text).then(String::new)).await?;
            }
            let mut rows: Vec<RowNumber> = Vec::new();
            let store = transaction.object_store(ROWS)?;
            for lines in import.rows() {
                rows.push(store.add(JsValue::from(lines)).with_key_type::<RowNumber>().primitive()?.await?);
            }
            let store = transaction.object_store(QUARANTINE)?;
            for text in &import.quarantined {
                store.add(canonical(&text.to_value())).with_key_type::<RowNumber>().primitive()?.await?;
            }
            commit(transaction).await?;
            Ok(rows)
        };
        let rows = write.await.map_err(store_error)?;
        for (row, lines) in rows.iter().zip(import.rows()) {
            self.holds(*row, &JsValue::from(lines)).await?;
        }
        Ok(rows.last().copied())
    }

    async fn take_back(&self, import: &LastImport) -> Result<bool, StoreError> {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        let take = async {
            let store = transaction.object_store(ROWS)?;
            let later = store.get_key::<RowNumber, _>((import.row.saturating_add(1))..).primitive()?.await?;
            let first = import.row.saturating_sub(import.rows).saturating_add(1);
            let rows = store.get_all::<String>().with_query::<RowNumber, _>(first..=import.row).primitive()?.await?;
            let rows = rows.collect::<Result<Vec<String>, _>>()?;
            let unread = transaction.object_store(QUARANTINE)?;
            let texts =
                unread.get_all_keys::<RowNumber>().primitive()?.await?.collect::<Result<Vec<RowNumber>, _>>()?;
            let (before, after) = import.unread;
            let bytes: usize = rows.iter().map(String::len).sum();
            let is_same = bytes == import.bytes && bytes > 0;
            if later.is_some() || !is_same || texts.len() != after {
                return Ok(false);
            }
            // The rows stay, without lines: who has read them looks for what comes after.
            for row in first..=import.row {
                store.put(String::new()).with_key(row).primitive()?.await?;
            }
            for text in texts.into_iter().skip(before) {
                unread.delete(text).primitive()?.await?;
            }
            commit(transaction).await?;
            Ok(true)
        };
        take.await.map_err(store_error)
    }

    async fn writer(&self, device: &DeviceId) -> Result<Writer, StoreError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(WRITERS).build()?;
            read_writer(&transaction, device).await
        };
        self.connection.read(read).await
    }

    async fn quarantine(&self) -> Result<Vec<Quarantined>, StoreError> {
        let read = async |database: &Database| {
            let transaction = database.transaction(QUARANTINE).build()?;
            let texts = transaction.object_store(QUARANTINE)?.get_all::<String>().primitive()?.await?;
            texts.collect::<Result<Vec<String>, _>>()
        };
        let texts: Vec<String> = self.connection.read(read).await?;
        Ok(texts
            .iter()
            .filter_map(|text| json::read_up_to(text, usize::MAX).ok())
            .map(Quarantined::from_value)
            .collect())
    }

    async fn pack(&self) -> Result<usize, StoreError> {
        let database = self.connection.live().await?;
        let transaction = write(&database)?;
        let pack = async {
            let store = transaction.object_store(ROWS)?;
            let numbers = store.get_all_keys::<RowNumber>().primitive()?.await?;
            let numbers: Vec<RowNumber> = numbers.collect::<Result<_, _>>()?;
            if numbers.len() < packing::MANY {
                return Ok(0);
            }
            // The browser's own texts: they need not come into the memory of the app.
            let rows = store.get_all::<JsValue>().primitive()?.await?.collect::<Result<Vec<JsValue>, _>>()?;
            let length = |row: &JsValue| row.dyn_ref::<JsString>().map_or(usize::MAX, |text| size(text.length()));
            let lengths: Vec<usize> = rows.iter().map(length).collect();
            let mut gone = 0_usize;
            for run in packing::runs(&lengths) {
                let (Some(numbers), Some(rows)) = (numbers.get(run.clone()), rows.get(run)) else { continue };
                let Some((last, others)) = numbers.split_last() else { continue };
                // What was taken back left nothing.
                let some = rows.iter().filter(|row| row.dyn_ref::<JsString>().is_some_and(|text| text.length() > 0));
                let joined = some.collect::<js_sys::Array>().join("\n");
                store.put(JsValue::from(joined)).with_key(*last).primitive()?.await?;
                for number in others {
                    store.delete(*number).primitive()?.await?;
                }
                gone = gone.saturating_add(others.len());
            }
            commit(transaction).await?;
            Ok(gone)
        };
        pack.await.map_err(store_error)
    }
}

fn write(database: &Database) -> Result<Transaction<'_>, StoreError> {
    let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    let transaction = database.transaction(ALL).with_mode(TransactionMode::Readwrite).with_options(strict);
    transaction.build().map_err(store_error)
}

fn size(length: u32) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

/// Goes over all texts of a store and puts another one in the place of those for which there is one; an empty one takes
/// the text out.
async fn rewrite(
    transaction: &Transaction<'_>,
    store: &str,
    other: impl Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    let store = transaction.object_store(store)?;
    let numbers = store.get_all_keys::<RowNumber>().primitive()?.await?.collect::<Result<Vec<RowNumber>, _>>()?;
    for number in numbers {
        let text: Option<String> = store.get(number).primitive()?.await?;
        match text.and_then(|text| other(&text)) {
            Some(empty) if empty.is_empty() => store.delete(number).primitive()?.await?,
            Some(text) => drop(store.put(text).with_key(number).primitive()?.await?),
            None => {}
        }
    }
    Ok(())
}

/// Some browsers find only here that there is no room. Then no request failed, and the transaction alone knows why.
pub(super) async fn commit(transaction: Transaction<'_>) -> Result<(), Error> {
    let ended = transaction.as_sys().clone();
    transaction.commit().await.map_err(|error| ended.error().map_or(error, Error::from))
}

async fn read_writer(transaction: &Transaction<'_>, device: &DeviceId) -> Result<Writer, Error> {
    let store = transaction.object_store(WRITERS)?;
    let kept: Option<String> = store.get(device.as_str()).primitive()?.await?;
    let writer = kept.and_then(|json| {
        let value = json::read(&json).ok()?;
        let text = |name: &str| value.member(name).and_then(Value::as_text);
        Some(Writer {
            seq: value.member("seq").and_then(Value::as_int)?,
            tip: ChangeId::parse(text("tip")?),
            tick: Tick::parse(text("tick")?)?,
        })
    });
    Ok(writer.unwrap_or_default())
}

fn write_writer(writer: &Writer) -> String {
    let tip = writer.tip.map(|tip| tip.to_string()).unwrap_or_default();
    canonical(&Value::map([("seq", writer.seq.into()), ("tip", tip.into()), ("tick", writer.tick.to_string().into())]))
}

pub(super) fn store_error(error: Error) -> StoreError {
    let (name, told) = match &error {
        Error::DomException(refused) => told(refused.as_sys()),
        _ => untold(),
    };
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full(told),
        _ => StoreError::Failed(told),
    }
}

pub(super) fn open_error(refused: JsValue) -> StoreError {
    let (name, told) = refused.dyn_ref().map_or_else(untold, told);
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full(told),
        "VersionError" => StoreError::Newer(told),
        // The store may be there with all that was written: no reason to begin an empty one.
        "UnknownError" | "AbortError" => StoreError::Failed(told),
        _ => StoreError::Blocked(told),
    }
}

/// The name of what the browser refused with, and its own words. Not by the `Display` of the library, which brings the
/// writing of fractions along: 2 KB for everybody.
fn told(refused: &DomException) -> (String, String) {
    (refused.name(), [refused.name(), refused.message()].join(": "))
}

fn untold() -> (String, String) {
    (String::new(), "the browser gave no reason".to_owned())
}
