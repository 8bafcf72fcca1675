//! Texts that could not be read.

use crate::storage::{LogStore, Quarantined};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;

/// Texts in quarantine (M2), to be looked at and taken along as a file.
pub fn unreadable(desk: Desk) -> El {
    let texts = Shared::new(Vec::<Quarantined>::new());
    leptos::task::spawn_local(async move {
        // A store that can not be read has its own alarm; here there is then nothing to show.
        texts.set(desk.store().quarantine().await.unwrap_or_default());
    });
    let list = move || {
        let words = desk.words().exchange();
        let texts = texts.get();
        let row = |text: &Quarantined| {
            let start = text.text.chars().take(200).collect::<String>();
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
        let summary = el("summary").class("line").child([el("h2").child(words.quarantine_title), count]);
        (!texts.is_empty()).then(|| {
            el("details")
                .class("card")
                .test("quarantine")
                .child([summary, el("p").class("hint").child(words.quarantine_hint)])
                .child(el("ul").class("rows").child(rows))
                .child(save.child(icon(Pic::SaveFile)).child(words.quarantine_save))
        })
    };
    div("stack").follow(list)
}
