//! A photo on the screen.

use super::scale::thumbnail;
use crate::exchange::Photo;
use crate::storage::PhotoStore;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};
use crate::ui::shared::Shared;
use leptos::prelude::on_cleanup;

/// The picture of this name, small or as it is kept, once it is read. `shows` is told to those who do not see it.
pub fn picture(desk: Desk, sha256: &str, is_small: bool, shows: String) -> El {
    let address = Shared::new(String::new());
    on_cleanup(move || browser::forget_address(&address.peek()));
    let name = sha256.to_owned();
    leptos::task::spawn_local(async move {
        let read = if is_small { read_small(desk, &name).await } else { read(desk, &name).await };
        let made = read.and_then(|(bytes, kind)| browser::address_of(&bytes, kind));
        match made {
            Some(made) if address.is_gone() => browser::forget_address(&made),
            Some(made) => address.set(made),
            None => {}
        }
    });
    div("picture").follow(move || {
        let address = address.get();
        (!address.is_empty())
            .then(|| el("img").attr("src", address).attr("alt", shows.clone()).attr("draggable", "false"))
    })
}

/// The bytes and their media type; what can not be read is as if it were not here.
async fn read(desk: Desk, sha256: &str) -> Option<(Vec<u8>, &'static str)> {
    let bytes = desk.photo_store().await.ok()?.photo(sha256).await.ok()??;
    Photo::by_content(bytes).ok().map(|photo| (photo.bytes, photo.kind))
}

/// The small picture; the first time one is asked for of a photo from a file, it is made.
async fn read_small(desk: Desk, sha256: &str) -> Option<(Vec<u8>, &'static str)> {
    const KIND: &str = "image/jpeg";
    let store = desk.photo_store().await.ok()?;
    if let Ok(Some(small)) = store.thumbnail(sha256).await {
        return Some((small, KIND));
    }
    let photo = Photo::by_content(store.photo(sha256).await.ok()??).ok()?;
    let small = thumbnail(&photo).await?;
    // It can be made again.
    let _ = store.keep_thumbnail(sha256, &small).await;
    Some((small, KIND))
}
