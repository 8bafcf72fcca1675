//! Ayni: a field notebook for South–South exchanges.
//!
//! The rooms in reading order; each may use only those above it. Data flows one way: a form → `record` (draft,
//! then change) → `log` (accepted) → `storage` (durable) → "saved" → view → screens. An import is the same way with
//! many changes. Nothing else writes.

pub mod app;
pub mod exchange;
pub mod log;
pub mod record;
pub mod storage;
