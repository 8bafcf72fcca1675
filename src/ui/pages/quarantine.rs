//! What could not be read (M2, I4): to be looked at, taken along as a file, and tried again with what this version can read.

use super::loading::{Found, Load, Loading, Outcome};
use crate::exchange::{Parcel, Refused, preview_holding, read_with_photos};
use crate::storage::{LogStore, Quarantined};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;
use leptos::__reexports::send_wrapper::SendWrapper;
use std::sync::Arc;

/// So much of a text is shown.
const SHOWN: usize = 200;

pub fn unreadable(desk: Desk, load: Load) -> El {
    let texts = Shared::new(Vec::<Quarantined>::new());
    let readable = Shared::new(0_usize);
    leptos::task::spawn_local(async move {
        // A store that can not be read has its own alarm; here there is then nothing to show.
        let kept = desk.store().quarantine().await.unwrap_or_default();
        // A newer version may read what an older one could not: that is found out before anybody asks.
        let can_be_read = parcels(&kept).len();
        if !texts.is_gone() {
            texts.set(kept);
            readable.set(can_be_read);
        }
    });
    let list = move || {
        let texts = texts.get();
        (!texts.is_empty()).then(|| card(desk, load, &texts, readable))
    };
    div("stack").follow(list)
}

fn card(desk: Desk, load: Load, texts: &[Quarantined], readable: Shared<usize>) -> El {
    let (words, loads) = (desk.words().exchange(), desk.words().loads());
    let row = |text: &Quarantined| {
        let start = text.text.chars().take(SHOWN).collect::<String>();
        let what = el("b").child((words.quarantined)(&text.file, text.line));
        el("li").class("row").child(el("span").class("grow").child([what, el("small").child(start)]))
    };
    let rows: Vec<El> = texts.iter().map(row).collect();
    let count = el("span").class("tag bad").child(rows.len().to_string());
    let file = texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join("\n");
    let save = button("btn quiet", "quarantine-save", move || {
        if browser::download("ayni-quarantine.txt", &file).is_none() {
            desk.say(desk.words().errors.file_not_made.on(desk.device_word()).text());
        }
    });
    let again = button("btn quiet", "quarantine-again", move || leptos::task::spawn_local(read_again(desk, load)));
    let can_now = move || {
        let count = readable.get();
        (count > 0).then(|| el("p").test("quarantine-readable").child(el("b").child((loads.readable_now)(count))))
    };
    let summary = el("summary").class("line").child([el("h2").child(words.quarantine_title), count]);
    let buttons = div("line")
        .child(again.child(icon(Pic::Undo)).child(loads.read_again))
        .child(save.child(icon(Pic::SaveFile)).child(words.quarantine_save));
    el("details")
        .class("card")
        .test("quarantine")
        .attr_when("open", move || (readable.get() > 0).then(String::new))
        .child([summary, el("p").class("hint").child(words.quarantine_hint)])
        .child(div("").follow(can_now))
        .child(el("ul").class("rows").child(rows))
        .child(buttons)
}

/// Those that can be read now, each with what is in it.
fn parcels(texts: &[Quarantined]) -> Vec<(&Quarantined, Parcel)> {
    let read = |text: &Quarantined| read_with_photos(text.text.as_bytes()).ok();
    let holds_something = |parcel: &Parcel| !parcel.entries.is_empty() || !parcel.photos.is_empty();
    texts.iter().filter_map(|text| Some((text, read(text).filter(holds_something)?))).collect()
}

/// Shows what this version reads of it, as of any file. What is accepted leaves what could not be read.
pub async fn read_again(desk: Desk, load: Load) {
    let kept = desk.store().quarantine().await.unwrap_or_default();
    let parcels = parcels(&kept);
    if parcels.is_empty() {
        load.end(Outcome::StillUnread);
        return;
    }
    let texts: Vec<Quarantined> = parcels.iter().map(|(text, _)| (*text).clone()).collect();
    let files: Vec<(String, Result<Parcel, Refused>)> =
        parcels.into_iter().map(|(text, parcel)| (text.file.clone(), Ok(parcel))).collect();
    // Where it can not be found out, photos are kept again, which does no harm.
    let _ = desk.see_photos().await;
    let held = desk.photos.held.peek_value().unwrap_or_default();
    let rows_seen = desk.rows_seen();
    let preview = preview_holding(&desk.notebook.peek().log, held, files);
    let files = SendWrapper::new(Vec::new());
    load.set(Loading::Preview(Arc::new(Found { preview, files, rows_seen, is_again: false, reread: texts })));
}
