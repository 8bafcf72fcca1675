//! A folder that is watched: what is new in it is offered. The app never writes into it.

use super::loading::{Load, Source};
use crate::app::folder::{AllSeen, Seen};
use crate::storage::{FolderDb, StoreError};
use crate::ui::browser::{self, InFolder};
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use leptos::__reexports::send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

/// The database that keeps the way to the folder.
const DATABASE: &str = "ayni-folder";
/// What was loaded from it, in local storage.
const SEEN: &str = "folder_seen";

/// The folder as it was last looked at.
#[derive(Clone, Default)]
pub enum Watched {
    /// It is not known yet.
    #[default]
    Looking,
    None,
    /// The browser lets nobody look into it before a tap.
    Asleep(SendWrapper<JsValue>),
    /// It can not be opened any more.
    Gone(SendWrapper<JsValue>),
    There(SendWrapper<There>),
}

#[derive(Clone)]
pub struct There {
    folder: JsValue,
    new: Vec<InFolder>,
}

impl Load {
    /// Looks into the folder that is watched; with `ask`, by a tap, the browser may ask the person.
    pub fn look_again(self, ask: bool) {
        if browser::can_watch() {
            leptos::task::spawn_local(async move {
                // Without its database there is no folder to watch, and all other ways in are open.
                let folder = match FolderDb::open(DATABASE).await {
                    Ok(kept) => kept.folder().await.ok().flatten(),
                    Err(_) => None,
                };
                self.show_folder(folder, ask).await;
            });
        }
    }

    async fn show_folder(self, folder: Option<JsValue>, ask: bool) {
        let watched = match folder {
            None => Watched::None,
            Some(folder) if !browser::may_look(&folder, ask).await => Watched::Asleep(SendWrapper::new(folder)),
            Some(folder) => match browser::look_into(&folder).await {
                None => Watched::Gone(SendWrapper::new(folder)),
                Some(files) => {
                    let seen = self.all_seen();
                    let new = files.into_iter().filter(|file| seen.is_new(&file.seen)).collect();
                    Watched::There(SendWrapper::new(There { folder, new }))
                }
            },
        };
        if !self.watched.is_gone() {
            self.watched.set(watched);
        }
    }

    fn all_seen(self) -> AllSeen {
        let kept = self.desk.local().and_then(|local| local.get(SEEN));
        kept.map(AllSeen::from_value).unwrap_or_default()
    }

    /// These were loaded, and are not offered again.
    pub fn note_seen(self, files: Vec<Seen>) {
        let mut seen = self.all_seen();
        seen.note(files);
        // What can not be noted is offered again, which does no harm.
        let _ = self.desk.local().map(|local| local.set(SEEN, &seen.to_value()));
        self.look_again(false);
    }

    async fn keep_folder(self, folder: Option<JsValue>) -> Result<(), StoreError> {
        FolderDb::open(DATABASE).await?.keep(folder.as_ref()).await
    }

    fn pick(self) {
        leptos::task::spawn_local(async move {
            let Some(folder) = browser::pick_folder().await else { return };
            // Where it can not be kept, it is watched as long as the page is open.
            let _ = self.keep_folder(Some(folder.clone())).await;
            self.show_folder(Some(folder), true).await;
        });
    }

    fn stop(self) {
        leptos::task::spawn_local(async move {
            let _ = self.keep_folder(None).await;
            self.show_folder(None, false).await;
        });
    }
}

/// What is new in the folder, or a way to begin watching one; nothing where the browser knows of no folders.
pub fn watched(load: Load) -> Option<El> {
    let part = move || match load.watched.get() {
        Watched::Looking => None,
        Watched::None => Some(not_watched(load)),
        Watched::Asleep(folder) => {
            let words = load.desk.words().loading();
            let told = (words.folder_asleep)(&browser::folder_name(&folder));
            Some(part(load, told, words.folder_look, None))
        }
        Watched::Gone(folder) => {
            let words = load.desk.words().loading();
            Some(part(load, (words.folder_gone)(&browser::folder_name(&folder)), words.folder_again, None))
        }
        Watched::There(there) => Some(there_is(load, &there)),
    };
    browser::can_watch().then(|| div("stack tight").test("folder").follow(part))
}

fn not_watched(load: Load) -> El {
    let words = load.desk.words().loading();
    let watch = button("btn quiet full", "watch-folder", move || load.pick())
        .is("disabled", move || load.desk.is_example.get())
        .child(icon(Pic::Search))
        .child(words.folder_watch);
    div("stack tight").child([watch, el("p").class("hint").child(words.folder_hint)])
}

fn there_is(load: Load, there: &There) -> El {
    let words = load.desk.words().loading();
    let name = browser::folder_name(&there.folder);
    let (count, new) = (there.new.len(), SendWrapper::new(there.new.clone()));
    let take = move || {
        let seen = new.iter().map(|file| file.seen.clone()).collect();
        load.take(new.iter().map(|file| file.file.clone()).collect(), Source::Folder(seen));
    };
    let take = (count > 0).then(|| {
        button("btn", "load-folder", take).is("disabled", move || load.desk.is_example.get()).child(words.folder_load)
    });
    part(load, (words.folder_new)(count, &name), words.folder_again, take)
}

fn part(load: Load, told: String, look: &'static str, take: Option<El>) -> El {
    let words = load.desk.words().loading();
    let told = el("p").attr("role", "status").test("folder-told").child(told);
    let look = button("btn quiet", "look-again", move || load.look_again(true)).child(look);
    let stop = button("btn plain", "stop-watching", move || load.stop()).child(words.folder_stop);
    div("stack tight").child(told).child(div("line").child(take).child([look, stop]))
}
