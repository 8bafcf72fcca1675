//! What every store promises.

use crate::log::{Change, ChangeId, DeviceId, Entry, Rejected, Stub, Tick};
use crate::record::Value;
use std::future::Future;

/// Where a row stands: 1, 2, 3 … in the order of writing, over all tabs.
pub type RowNumber = u32;

/// Lines that were written together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub number: RowNumber,
    /// Lines of the log, one below the other.
    pub lines: String,
}

/// What a device wrote last, as the store knows it: the base of the next `seq`, `prev` and `tick` (section 2, C5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writer {
    /// 0 before the first change.
    pub seq: i64,
    pub tip: Option<ChangeId>,
    pub tick: Tick,
}

/// What a Save wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub row: RowNumber,
    pub changes: Vec<Change>,
}

/// A text that could not be accepted, kept whole so that a person can read it and try again (M2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The file it came from, as the person saw it.
    pub file: String,
    /// Line of the file, from 1.
    pub line: usize,
    pub reason: String,
    pub text: String,
}

impl Quarantined {
    /// As a store keeps it.
    pub fn to_value(&self) -> Value {
        Value::map([
            ("file", self.file.as_str().into()),
            ("line", i64::try_from(self.line).unwrap_or_default().into()),
            ("reason", self.reason.as_str().into()),
            ("text", self.text.as_str().into()),
        ])
    }

    /// Reads back what [`Quarantined::to_value`] gave.
    pub fn from_value(mut kept: Value) -> Self {
        Quarantined {
            file: kept.take("file").into_text(),
            line: kept.take("line").as_int().and_then(|line| usize::try_from(line).ok()).unwrap_or_default(),
            reason: kept.take("reason").into_text(),
            text: kept.take("text").into_text(),
        }
    }
}

/// Bytes of one row of an import.
const MAX_ROW: usize = 4_000_000;

/// What an import writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import<'a> {
    /// Lines that are new.
    pub lines: Vec<&'a str>,
    pub quarantined: Vec<Quarantined>,
    /// What stays of changes that are kept now in full (M6).
    pub erased: Vec<Stub>,
    /// Texts that could not be read before and are read now.
    pub reread: Vec<Quarantined>,
}

/// The last import, for who wants to take it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastImport {
    /// The last row of it.
    pub row: RowNumber,
    /// How many rows it is.
    pub rows: RowNumber,
    /// Bytes of its rows together. What was erased or joined with others since is of another length.
    pub bytes: usize,
    /// How many texts could not be read before it and after it.
    pub unread: (usize, usize),
}

impl Import<'_> {
    /// Its lines as rows, each joined when it is asked for; none where there are no lines.
    pub(super) fn rows(&self) -> impl Iterator<Item = String> {
        self.parts().map(|lines| lines.join("\n"))
    }

    /// How many rows it becomes. They stand one behind the other.
    pub fn row_count(&self) -> RowNumber {
        RowNumber::try_from(self.parts().count()).unwrap_or(RowNumber::MAX)
    }

    /// Mostly it is one row; a very long one would hold the screen while it is written and read.
    fn parts(&self) -> impl Iterator<Item = &[&str]> {
        let mut left = self.lines.as_slice();
        std::iter::from_fn(move || {
            let mut size = 0_usize;
            let fits = |line: &&&str| {
                size = size.saturating_add(line.len());
                size <= MAX_ROW
            };
            let count = left.iter().take_while(fits).count().max(1);
            let (part, later) = left.split_at_checked(count)?;
            left = later;
            Some(part)
        })
    }

    /// Bytes of its rows, for [`LastImport`].
    pub fn bytes(&self) -> usize {
        let of = |lines: &[&str]| {
            lines.iter().map(|line| line.len()).sum::<usize>().saturating_add(lines.len()).saturating_sub(1)
        };
        self.parts().map(of).sum()
    }

    /// A row as it has to be kept from now on, with stubs in the place of what was erased; nothing where it stays.
    pub(super) fn rewritten(&self, lines: &str) -> Option<String> {
        let named = self.named(lines);
        if named.is_empty() {
            return None;
        }
        let stub = |line: &str| {
            let id = Entry::read(line).ok()?.id();
            named.iter().find(|stub| stub.id() == id).map(|stub| stub.line())
        };
        let kept: Vec<&str> = lines.lines().map(|line| stub(line).unwrap_or(line)).collect();
        Some(kept.join("\n")).filter(|kept| kept != lines)
    }

    /// Whether a text that could not be read goes: it is read now, or is a damaged copy of what was erased.
    pub(super) fn takes_along(&self, kept: &Quarantined) -> bool {
        if self.reread.contains(kept) {
            return true;
        }
        let plain: String = kept.text.chars().filter(|c| !c.is_whitespace()).collect();
        self.named(&plain).iter().any(|stub| plain.contains(&["\"id\":\"", stub.id().as_str(), "\""].concat()))
    }

    fn named(&self, text: &str) -> Vec<&Stub> {
        self.erased.iter().filter(|stub| text.contains(stub.id().as_str())).collect()
    }
}

/// The changes that a Save made do not follow on what the store knows of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriterMismatch;

/// Why a store could not do it. Nothing was written, unless a variant says otherwise, and what was written before is untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser gives no storage here: site data blocked, private mode, Lockdown Mode.
    #[error("this browser gives no storage here: {0}")]
    Blocked(String),
    /// No room left on the device or in the browser's share of it.
    #[error("no room left: {0}")]
    Full(String),
    /// The store was made by a newer version of the program.
    #[error("the store belongs to a newer version: {0}")]
    Newer(String),
    /// The browser closed the store, or refused for another reason.
    #[error("the store failed: {0}")]
    Failed(String),
    /// The browser called it written and gave something else back. Whether it is kept is not known; writing it again does no
    /// harm, because changes are named by what they say.
    #[error("what was written was read back differently")]
    Differs,
    /// Rows that were read before are gone: somebody or the browser cleared the store while the app was open.
    #[error("rows that were there before are gone")]
    Lost,
    /// What was to be saved is no acceptable change: a text or a list is longer than a change can hold (C4).
    #[error("not a change: {0}")]
    NotAChange(#[from] Rejected),
    /// Two changes with one number would come about; this device needs a new name first (M8).
    #[error("this device's numbers do not follow on; it needs a new name")]
    Forked,
}

impl From<WriterMismatch> for StoreError {
    fn from(_: WriterMismatch) -> Self {
        StoreError::Forked
    }
}

/// An append-only store of lines. Each call is one durable transaction: when it returns, all of it is kept and was read back,
/// or, with an error, nothing of it. "Saved" may be said only after that.
pub trait LogStore {
    /// The rows after `after` (0 for all), oldest first. [`StoreError::Lost`] where neither row `after` nor a later one is left.
    fn rows(&self, after: RowNumber) -> impl Future<Output = Result<Vec<Row>, StoreError>>;

    /// One Save. `make` is called inside the transaction with what this device wrote last in any tab, and returns the
    /// changes to append, whose numbers must follow on.
    fn save<F>(&self, device: &DeviceId, make: F) -> impl Future<Output = Result<Saved, StoreError>>
    where
        F: FnOnce(&Writer) -> Result<Vec<Change>, StoreError>;

    /// One import, all of it or nothing (I1): its lines as one row, or as several where they are long, what could not be read,
    /// and stubs in the place of what was erased for ever (M6). Gives the last row; none where there are no lines.
    fn import(&self, import: &Import<'_>) -> impl Future<Output = Result<Option<RowNumber>, StoreError>>;

    /// Takes the last import back: its rows are emptied, and the texts of it that could not be read go. False, and nothing is
    /// changed, where anything was written since, or its rows hold something else.
    fn take_back(&self, import: &LastImport) -> impl Future<Output = Result<bool, StoreError>>;

    /// What this device wrote last.
    fn writer(&self, device: &DeviceId) -> impl Future<Output = Result<Writer, StoreError>>;

    /// Everything that could not be read, oldest first.
    fn quarantine(&self) -> impl Future<Output = Result<Vec<Quarantined>, StoreError>>;

    /// Joins small rows beside each other: the same lines in the same order in fewer rows. A joined row has the number of the
    /// last one in it, so that whoever read up to there has read it, and whoever did not reads it. Gives how many rows went.
    fn pack(&self) -> impl Future<Output = Result<usize, StoreError>>;
}

impl Writer {
    /// The state after writing these changes; a mismatch unless their numbers follow on without a gap.
    pub fn after(&self, device: &DeviceId, changes: &[Change]) -> Result<Writer, WriterMismatch> {
        changes.iter().try_fold(self.clone(), |writer, change| {
            let follows = change.device() == device && change.seq() == writer.seq + 1 && change.tick() > writer.tick;
            follows
                .then(|| Writer { seq: change.seq(), tip: Some(change.id()), tick: change.tick() })
                .ok_or(WriterMismatch)
        })
    }
}

/// The lines of several changes as one row holds them.
pub(super) fn row_text(changes: &[Change]) -> String {
    changes.iter().map(Change::line).collect::<Vec<_>>().join("\n")
}
