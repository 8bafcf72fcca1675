//! A store that forgets when it is dropped: for tests, for the example workspace, and where the browser gives none.

use super::contract::{Import, LastImport, LogStore, Quarantined, Row, RowNumber, Saved, StoreError, Writer, row_text};
use super::packing;
use crate::log::{Change, DeviceId};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Rows in memory. A clone is what a copied phone has: the same rows and the same numbers.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    inner: RefCell<Inner>,
}

#[derive(Clone, Debug, Default)]
struct Inner {
    rows: BTreeMap<RowNumber, String>,
    writers: BTreeMap<DeviceId, Writer>,
    quarantine: Vec<Quarantined>,
}

impl Inner {
    fn push(&mut self, lines: String) -> RowNumber {
        let number = self.last().saturating_add(1);
        self.rows.insert(number, lines);
        number
    }

    fn last(&self) -> RowNumber {
        self.rows.last_key_value().map_or(0, |(number, _)| *number)
    }
}

impl LogStore for Memory {
    async fn rows(&self, after: RowNumber) -> Result<Vec<Row>, StoreError> {
        let inner = self.inner.borrow();
        if inner.last() < after {
            return Err(StoreError::Lost);
        }
        let later = inner.rows.range(after.saturating_add(1)..);
        Ok(later.map(|(number, lines)| Row { number: *number, lines: lines.clone() }).collect())
    }

    async fn save<F>(&self, device: &DeviceId, make: F) -> Result<Saved, StoreError>
    where
        F: FnOnce(&Writer) -> Result<Vec<Change>, StoreError>,
    {
        let before = self.writer(device).await?;
        let changes = make(&before)?;
        let after = before.after(device, &changes)?;
        let mut inner = self.inner.borrow_mut();
        inner.writers.insert(*device, after);
        Ok(Saved { row: inner.push(row_text(&changes)), changes })
    }

    async fn import(&self, import: &Import<'_>) -> Result<Option<RowNumber>, StoreError> {
        let mut inner = self.inner.borrow_mut();
        for row in inner.rows.values_mut() {
            if let Some(rewritten) = import.rewritten(row) {
                *row = rewritten;
            }
        }
        inner.quarantine.retain(|kept| !import.takes_along(kept));
        inner.quarantine.extend_from_slice(&import.quarantined);
        Ok(import.rows().map(|row| inner.push(row)).last())
    }

    async fn take_back(&self, import: &LastImport) -> Result<bool, StoreError> {
        let mut inner = self.inner.borrow_mut();
        let (before, after) = import.unread;
        let is_last = inner.last() == import.row && inner.quarantine.len() == after;
        let first = import.row.saturating_sub(import.rows).saturating_add(1);
        let bytes: usize = inner.rows.range(first..).map(|(_, lines)| lines.len()).sum();
        if !is_last || bytes != import.bytes || bytes == 0 {
            return Ok(false);
        }
        inner.rows.range_mut(first..).for_each(|(_, lines)| lines.clear());
        inner.quarantine.truncate(before);
        Ok(true)
    }

    async fn writer(&self, device: &DeviceId) -> Result<Writer, StoreError> {
        Ok(self.inner.borrow().writers.get(device).cloned().unwrap_or_default())
    }

    async fn quarantine(&self) -> Result<Vec<Quarantined>, StoreError> {
        Ok(self.inner.borrow().quarantine.clone())
    }

    async fn pack(&self) -> Result<usize, StoreError> {
        let mut inner = self.inner.borrow_mut();
        let (numbers, lengths): (Vec<RowNumber>, Vec<usize>) =
            inner.rows.iter().map(|(number, lines)| (*number, lines.len())).unzip();
        let before = numbers.len();
        if before < packing::MANY {
            return Ok(0);
        }
        for run in packing::runs(&lengths) {
            let Some((last, others)) = numbers.get(run).and_then(<[_]>::split_last) else { continue };
            let mut joined: Vec<String> = others.iter().filter_map(|number| inner.rows.remove(number)).collect();
            joined.extend(inner.rows.remove(last));
            // What was taken back left nothing.
            joined.retain(|lines| !lines.is_empty());
            inner.rows.insert(*last, joined.join("\n"));
        }
        Ok(before.saturating_sub(inner.rows.len()))
    }
}
