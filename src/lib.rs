//! Ayni: a field notebook for South–South exchanges.
//!
//! The rooms in reading order; each may use only those above it. Data flows one way: a form → `record` (draft,
//! then change) → `log` (accepted) → `storage` (durable) → "saved" → view → screens. An import is the same way with
//! many changes. Nothing else writes.

pub mod record;

pub mod log;

pub mod exchange;

pub mod insight;

pub mod i18n;

pub mod report;

pub mod storage;

pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
