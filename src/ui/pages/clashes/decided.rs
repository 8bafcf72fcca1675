//! Who decided what, and a table of it to take along.

use super::one::told as value_told;
use super::{STEP, told};
use crate::app::Names;
use crate::app::clashes::page_of;
use crate::app::decisions::{Decision, decisions, table};
use crate::record::Value;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::pages::record::label;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::tag;
use crate::ui::shared::{Derived, Shared};

/// How much of a value stands in the list; all of it is in the table and in the history.
const LONG: usize = 200;

/// Closed until somebody wants to know.
pub fn decided(desk: Desk) -> El {
    let words = desk.words().clashes();
    let is_open = Shared::new(false);
    let shown = Shared::new(STEP);
    let all = Derived::new(move || if is_open.get() { decisions(&desk.notebook.see().log) } else { Vec::new() });
    let list = move || {
        if !is_open.get() {
            return Vec::new();
        }
        let (all, shown_now) = (all.see(), shown.get());
        if all.is_empty() {
            return vec![el("p").class("hint").child(words.none_decided)];
        }
        let rows: Vec<El> =
            desk.with_names(|names| all.iter().take(shown_now).map(|one| row(desk, names, one)).collect());
        let list = el("ul").class("rows").child(rows);
        let more = button("btn quiet wide", "more-decisions", move || {
            shown.update(|shown| *shown = shown.saturating_add(STEP))
        });
        let more = (all.len() > shown_now).then(|| more.child(words.show_more));
        let save = button("btn quiet", "save-decisions", move || save_table(desk)).child(icon(Pic::SaveFile));
        vec![div("line").child(save.child(words.save_table)), list].into_iter().chain(more).collect()
    };
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    el("details")
        .class("card")
        .test("decided")
        .on("toggle", move |_| is_open.set(browser::is_there("[data-test=decided][open]")))
        .child(el("summary").class("line").child([el("h2").child(words.decided), turn]))
        .child(div("stack").follow(list))
}

fn row(desk: Desk, names: Names, one: &Decision) -> El {
    let words = desk.words().clashes();
    let (_, title) = told(desk, names, &one.record);
    let name = match page_of(names.log, &one.record) {
        Some(page) => link("title", "open-record", page.hash()).child(title),
        None => el("span").child(title),
    };
    let say = |value: &Value| shortened(value_told(desk, names, &one.field, value));
    let aside = one.aside.iter().take(LONG).map(|value| el("p").child((words.set_aside)(&say(value))));
    let when = names.lang.moment(&one.at, &desk.today());
    let by = el("small").child([&names.device(&one.by), " · ", &when].concat());
    let since = (!one.stands).then(|| tag("tag", None, words.changed_since));
    let text = div("grow")
        .child(el("b").child(name).child(" · ").child(label(desk, &one.field)))
        .child(el("p").child((words.kept)(&say(&one.kept))))
        .child(aside.collect::<Vec<_>>())
        .child(by);
    el("li").class("row").test("decision").child(text).child(since)
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(LONG).and_then(|(end, _)| text.get(..end)) {
        Some(start) => [start, "…"].concat(),
        None => text,
    }
}

fn save_table(desk: Desk) {
    let words = desk.words().clashes();
    let common = &desk.words().common;
    let head = words.columns.iter().map(|column| (*column).to_owned()).collect();
    let rows = desk.with_names(|names| {
        let row = |one: Decision| {
            let (_, title) = told(desk, names, &one.record);
            let say = |value: &Value| value_told(desk, names, &one.field, value);
            let aside = one.aside.iter().map(say).collect::<Vec<_>>().join(" | ");
            let (field, kept, by) = (label(desk, &one.field), say(&one.kept), names.device(&one.by));
            let stands = if one.stands { common.yes } else { common.no };
            vec![one.record.to_string(), title, field, kept, aside, by, one.at, stands.to_owned()]
        };
        std::iter::once(head).chain(decisions(names.log).into_iter().map(row)).collect::<Vec<_>>()
    });
    if browser::download(words.table_name, &table(&rows, words.separator)).is_none() {
        desk.say(desk.words().errors.file_not_made.on(desk.device_word()).text());
    }
}
