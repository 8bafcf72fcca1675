//! Making the stores of a new database.
//!
//! By the browser's own interface: the library's way of doing it writes its errors into text, which brings the writing of
//! fractions and two locks along: 6 KB of the first load.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbObjectStoreParameters, IdbOpenDbRequest};

/// A store that a new database gets.
#[derive(Debug)]
pub struct Store {
    pub name: &'static str,
    /// Rows are numbered in the order in which they are added; else each is put under a key.
    pub is_numbered: bool,
}

/// Sees to it that the database of this name is there with its stores. As long as what this returns is not closed, nobody
/// can take the database away.
pub async fn provide(name: &str, version: u32, stores: &'static [Store]) -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().transpose());
    let request = factory.ok_or(JsValue::NULL)??.open_with_u32(name, version)?;
    let upgraded = request.clone();
    let upgrade = Closure::once(move |_: Event| make(&upgraded, stores));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let ended = Promise::new(&mut |opened, refused| {
        request.set_onsuccess(Some(&opened));
        request.set_onerror(Some(&refused));
    });
    match JsFuture::from(ended).await {
        Ok(_) => Ok(request.result()?.unchecked_into()),
        Err(_) => Err(request.error()?.into()),
    }
}

/// What goes wrong here ends the transaction, and with it the opening.
fn make(request: &IdbOpenDbRequest, stores: &[Store]) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    for store in stores {
        let options = IdbObjectStoreParameters::new();
        options.set_auto_increment(store.is_numbered);
        database.create_object_store_with_optional_parameters(store.name, &options)?;
    }
    Ok(())
}
