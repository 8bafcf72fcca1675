//! Journeys in a real browser against the release build.
#![cfg(not(target_arch = "wasm32"))]
