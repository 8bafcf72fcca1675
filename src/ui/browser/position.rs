//! Where the device is, by the browser: measured again and again until one stops, without a network as well.

use crate::record::Location;
use leptos::__reexports::send_wrapper::SendWrapper;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Geolocation, Position, PositionError, PositionOptions};

/// Why there is no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPosition {
    /// The person or the browser does not allow it.
    Refused,
    /// No signal, no receiver, or it took longer than a minute.
    Unknown,
}

/// A measurement that goes on until the last of these is dropped.
#[derive(Clone, Default)]
pub struct Watch {
    // Held for what dropping it does.
    _running: Option<Arc<SendWrapper<Running>>>,
}

struct Running {
    geolocation: Geolocation,
    number: i32,
    _found: Closure<dyn Fn(Position)>,
    _failed: Closure<dyn Fn(PositionError)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.geolocation.clear_watch(self.number);
    }
}

/// Calls `then` with each point that is measured, as exactly as the device can.
pub fn watch(then: impl Fn(Result<Location, NoPosition>) + Copy + 'static) -> Watch {
    let Some(geolocation) = web_sys::window().and_then(|window| window.navigator().geolocation().ok()) else {
        then(Err(NoPosition::Unknown));
        return Watch::default();
    };
    let found = Closure::new(move |position: Position| then(read(&position).ok_or(NoPosition::Unknown)));
    let failed = Closure::new(move |error: PositionError| {
        then(Err(if error.code() == PositionError::PERMISSION_DENIED {
            NoPosition::Refused
        } else {
            NoPosition::Unknown
        }));
    });
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_maximum_age(0);
    options.set_timeout(60_000);
    let on_failure = failed.as_ref().unchecked_ref();
    let started = geolocation.watch_position_with_error_callback_and_options(
        found.as_ref().unchecked_ref(),
        Some(on_failure),
        &options,
    );
    match started {
        Ok(number) => {
            let running = Running { geolocation, number, _found: found, _failed: failed };
            Watch { _running: Some(Arc::new(SendWrapper::new(running))) }
        }
        Err(_) => {
            then(Err(NoPosition::Unknown));
            Watch::default()
        }
    }
}

/// Degrees become millionths, metres whole ones; casts saturate, and what is no number becomes 0 metres of accuracy at most.
fn read(position: &Position) -> Option<Location> {
    let coords = position.coords();
    let micro = |degrees: f64| (degrees.is_finite()).then(|| (degrees * 1e6).round() as i64);
    Location::new(micro(coords.latitude())?, micro(coords.longitude())?, Some(coords.accuracy().ceil() as i64))
}
