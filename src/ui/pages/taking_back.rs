//! Taking back a load as a whole, as long as nothing was saved, sent or loaded after it.

use super::exchange::notice;
use super::joining::remove_photos;
use super::loading::{Load, Outcome};
use crate::app::last_load::LastLoad;
use crate::exchange::Preview;
use crate::log::Entry;
use crate::storage::{Import, LastImport, LogStore, RowNumber};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::Pic;
use crate::ui::shared::Shared;

/// What has to be known before a load to be able to take it back. Nothing where it can not: what is erased stays erased (M6), and
/// what this device wrote itself goes on from its own numbers (M8).
pub async fn begin(desk: Desk, import: &Import<'_>, found: &Preview) -> Option<LastLoad> {
    let own = desk.device()?;
    let can_be_undone = import.erased.is_empty()
        && import.reread.is_empty()
        && !found.entries.iter().any(|entry| entry.device() == &own || is_erasure(entry));
    if !can_be_undone {
        return None;
    }
    let unread = desk.store().quarantine().await.ok()?.len();
    Some(LastLoad {
        import: LastImport {
            row: 0,
            rows: import.row_count(),
            bytes: import.bytes(),
            unread: (unread, unread.saturating_add(import.quarantined.len())),
        },
        at: browser::now().rfc3339(),
        files: found.files.iter().filter(|file| file.content.is_ok()).count(),
        changes: import.lines.len(),
        photos: found.photos.iter().map(|photo| photo.sha256.clone()).collect(),
        before: desk.settings.peek_value(),
    })
}

fn is_erasure(entry: &Entry) -> bool {
    entry.record().kind_name() == "erasure"
}

/// The load was written as this row.
pub fn remember(desk: Desk, load: Option<LastLoad>, row: Option<RowNumber>) {
    let load = load.zip(row).map(|(load, row)| LastLoad { import: LastImport { row, ..load.import }, ..load });
    desk.remember_load(load.as_ref());
}

/// The way back, for as long as there is one.
pub fn offer(desk: Desk, page: Load) -> El {
    let load = Shared::new(None::<LastLoad>);
    let is_asking = Shared::new(false);
    leptos::task::spawn_local(async move {
        let found = desk.last_load().await;
        if !load.is_gone() {
            load.set(found);
        }
    });
    let view = move || {
        // Whatever is written ends it.
        let _ = desk.notebook.see();
        let last = load.get()?;
        let words = desk.words().loads();
        let told = (words.loaded)(last.files, &last.at, &desk.today());
        if !is_asking.get() {
            let ask = button("btn quiet", "take-load-back", move || is_asking.set(true)).child(words.take_back);
            return Some(notice("note calm", "last-load", Pic::Undo, told, vec![ask]));
        }
        let no = button("btn quiet", "keep-load", move || is_asking.set(false)).child(words.keep);
        let yes = button("btn", "take-load-back-yes", move || {
            leptos::task::spawn_local(take_back(desk, page, last.clone()));
        });
        let sure = el("p").child((words.sure)(load.peek().as_ref().as_ref().map_or(0, |last| last.changes)));
        let more = vec![sure, div("line").child([no, yes.child(words.take_back)])];
        Some(notice("note", "last-load", Pic::Undo, told, more))
    };
    div("stack").follow(view)
}

async fn take_back(desk: Desk, page: Load, load: LastLoad) {
    let words = desk.words().loads();
    let outcome = match desk.take_load_back(&load).await {
        Ok(true) => {
            let named: Vec<String> = desk.notebook.peek().log.attachments().into_iter().map(str::to_owned).collect();
            let free: Vec<String> = load.photos.iter().filter(|name| !named.contains(name)).cloned().collect();
            // What can not be taken away is seen nowhere.
            let _ = remove_photos(desk, &free).await;
            Outcome::TakenBack(load.changes)
        }
        Ok(false) => Outcome::Failed(words.not_taken_back.on(desk.device_word())),
        Err(_) => Outcome::Failed(words.take_back_failed.on(desk.device_word())),
    };
    page.end(outcome);
}
