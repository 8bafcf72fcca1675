//! Stands in for the `wasm-streams` crate, of which Leptos' server functions ask two conversions.
//!
//! Ayni has no server and calls no server function. The real crate exports thirty functions to JavaScript, which no
//! linker can drop because a page might call them: 5 KB that every phone would load for nothing. Here the conversions
//! are the same in form and give streams that end with an error, should a server function ever be written after all.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser, of which nothing is read or written here.
pub struct ReadableStream(Option<web_sys::ReadableStream>);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        ReadableStream(Some(raw))
    }

    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        ReadableStream(None)
    }

    /// The stream of the browser; an empty object, which the browser refuses with an error, where there is none.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0.unwrap_or_else(|| wasm_bindgen::JsCast::unchecked_into(JsValue::UNDEFINED))
    }

    pub fn into_stream(self) -> IntoStream {
        IntoStream { has_ended: false }
    }
}

/// One error, then the end.
pub struct IntoStream {
    has_ended: bool,
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.has_ended {
            return Poll::Ready(None);
        }
        self.has_ended = true;
        Poll::Ready(Some(Err(JsValue::from_str("this app reads no streams"))))
    }
}
