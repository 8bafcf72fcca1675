//! How records are kept: immutable changes, named by the hash of what they say, in a set that only grows.
//!
//! Merging is the union of two sets (M1); what screens show is a pure function of the set. Nothing here decides by a
//! clock what is lost: a change names the earlier values its author saw and replaces (`over`), and where two people
//! wrote without seeing each other, both values stay. The one exception to "nothing is lost" is a person's right to have
//! something erased (M6): then a stub stays in the place of the change.
//!
//! Pure: time and randomness are passed in. Not here: files (`exchange`), devices (`storage`), meaning (`record`).

mod canonical;
mod change;
mod check;
mod entry;
mod heads;
mod id;
mod ids;
mod set;
mod stub;
mod tick;
mod view;

pub use canonical::{canonical, canonical_object};
pub use change::{Change, Compose, ERASURE, TRASHED};
pub use check::{MAX_OVER, MAX_TEXT, Rejected, is_rfc3339};
pub use entry::Entry;
pub use id::{ChangeId, DeviceId, Hashing, change_id, sha256_hex};
pub use set::{Have, Log, Mark};
pub use stub::Stub;
pub use tick::{Clock, Tick};
pub use view::{Bin, Conflict, RecordView, Variant, in_order};

/// The version of the field vocabulary that this program writes.
pub const SCHEMA: i64 = 1;

/// The devices by which the app itself ships records (C6); nobody's work, so never "not yet safe".
pub const SHIPPED: [&str; 2] = ["ayni000000", "example000"];
