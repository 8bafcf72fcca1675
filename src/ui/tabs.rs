//! Other tabs of the same app. What they write is seen here within a moment; a record that is open in two forms is said.
//!
//! The message is a hint and says nothing: what was written stands in the store, and is read there.

use super::browser;
use super::desk::Desk;
use super::shared::Shared;
use crate::app::Route;
use leptos::__reexports::send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// All tabs of one host hear it, also those of an Ayni under another path: they look and find nothing new.
const CHANNEL: &str = "ayni";

/// The way to the other tabs.
pub struct Tabs {
    channel: Option<SendWrapper<BroadcastChannel>>,
    /// The record whose form is open here and in another tab; empty for none.
    pub elsewhere: Shared<String>,
}

impl Tabs {
    pub fn new() -> Self {
        Tabs {
            channel: BroadcastChannel::new(CHANNEL).ok().map(SendWrapper::new),
            elsewhere: Shared::new(String::new()),
        }
    }
}

impl Desk {
    /// Something was written.
    pub fn tell_tabs(self) {
        if let Some(channel) = &self.tabs.channel {
            // Who does not hear it looks when somebody comes back to it.
            let _ = channel.post_message(&JsValue::TRUE);
        }
    }

    /// What was written was taken back: who has read it reads all anew.
    pub fn tell_tabs_to_read_anew(self) {
        if let Some(channel) = &self.tabs.channel {
            // Who does not hear it shows what was taken back until it is loaded again, and keeps nothing of it.
            let _ = channel.post_message(&JsValue::FALSE);
        }
    }

    /// Hears what others write. To be called before the store is read for the first time, so that nothing falls in between.
    pub fn hear_tabs(self) {
        if let Some(channel) = &self.tabs.channel {
            let heard: Box<dyn Fn(MessageEvent)> = Box::new(move |message| match message.data().as_bool() {
                // What is typed is in the drafts, and the form comes back with it.
                Some(false) => browser::load_again(),
                _ => self.follow_store(),
            });
            // It lives as long as the page.
            channel.set_onmessage(Some(Closure::wrap(heard).into_js_value().unchecked_ref()));
        }
        // Local storage says itself when it has arrived here.
        browser::on_window("storage", move || self.look_at_drafts());
        browser::on_window("ayni-elsewhere", move || self.tabs.elsewhere.set(browser::told("data-elsewhere")));
    }

    /// Says to the other tabs which record is open in a form.
    pub fn say_what_is_open(self) {
        match self.route.get() {
            Route::Edit(record) => browser::open_in_form(record.as_str()),
            _ => browser::open_in_form(""),
        }
    }
}
