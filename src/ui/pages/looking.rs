//! Looking at what is in the files, record by record, before it is accepted.

use super::loading::Found;
use super::record::label;
use super::sending::folded;
use crate::app::Names;
use crate::app::looked::{Becomes, Turn, looked, title, turns};
use crate::log::Log;
use crate::record::{RecordId, Value};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::tag;
use crate::ui::parts::values::in_words;
use crate::ui::shared::Shared;
use std::sync::Arc;

/// Changes taken in before the screen gets its turn.
const PIECE: usize = 200;
/// Rows shown at a time.
const ROWS: usize = 50;

/// What would be, once it was worked out.
#[derive(Default)]
struct Then {
    log: Log,
    records: Vec<(Becomes, RecordId)>,
}

#[derive(Clone, Copy)]
struct Look {
    desk: Desk,
    then: Shared<Option<Arc<Then>>>,
    shown: Shared<usize>,
    opened: Shared<Option<RecordId>>,
}

pub fn look(desk: Desk, found: Arc<Found>) -> Option<El> {
    let words = desk.words().loads();
    let look = Look { desk, then: Shared::new(None), shown: Shared::new(ROWS), opened: Shared::new(None) };
    let has_begun = Shared::new(false);
    let is_any = !found.preview.entries.is_empty();
    // It is worked out only for who wants to see it.
    let open = move |_| {
        if !has_begun.peek_value() {
            has_begun.set(true);
            leptos::task::spawn_local(look.work_out(found.clone()));
        }
    };
    let list = move || match look.then.get() {
        None => vec![el("p").class("hint").child(words.looking)],
        Some(then) => look.list(&then),
    };
    is_any.then(|| {
        let card = folded("look", words.look).on("toggle", open);
        el("section").class("card").child(card.child(div("stack tight").follow(list)))
    })
}

impl Look {
    async fn work_out(self, found: Arc<Found>) {
        let before = self.desk.notebook.peek();
        let mut log = before.log.clone();
        for piece in found.preview.entries.chunks(PIECE) {
            piece.iter().for_each(|entry| {
                log.accept(entry.clone());
            });
            browser::breathe().await;
            if self.then.is_gone() {
                return;
            }
        }
        let records = looked(&before.log, &log, &found.preview.entries);
        self.then.set(Some(Arc::new(Then { log, records })));
    }

    fn list(self, then: &Arc<Then>) -> Vec<El> {
        let words = self.desk.words().loads();
        let shown = self.shown.get();
        let rows = then.records.iter().take(shown).map(|(becomes, record)| self.row(then, *becomes, record));
        let rows = el("ul").class("rows").child(rows.collect::<Vec<_>>());
        let more = then.records.len().saturating_sub(shown);
        let more = (more > 0).then(|| {
            let press = move || self.shown.update(|shown| *shown = shown.saturating_add(ROWS));
            button("btn quiet full", "look-more", press).child((words.look_more)(more))
        });
        vec![rows].into_iter().chain(more).collect()
    }

    fn row(self, then: &Arc<Then>, becomes: Becomes, record: &RecordId) -> El {
        let Look { desk, opened, .. } = self;
        let words = desk.words().loads();
        let names = Names { log: &then.log, lang: desk.lang.get() };
        let kind = record.kind().map(|kind| (desk.words().labels.kind)(kind)).unwrap_or_default();
        let (class, told) = match becomes {
            Becomes::Clash => ("tag bad", words.clashes),
            Becomes::Binned => ("tag wait", words.to_bin),
            Becomes::Changed => ("tag", words.changed),
            Becomes::New => ("tag ok", words.is_new),
        };
        let text = el("span").class("grow").child(el("b").child(title(names, record))).child(el("small").child(kind));
        let (own, pressed) = (record.clone(), record.clone());
        let is_open = move || opened.see().as_ref().as_ref() == Some(&own);
        let expanded = is_open.clone();
        let press = move || {
            let is_open = opened.peek().as_ref().as_ref() == Some(&pressed);
            opened.set((!is_open).then(|| pressed.clone()));
        };
        let head = button("row full", "look-record", press)
            .attr_when("aria-expanded", move || Some(expanded().to_string()))
            .child(text)
            .child(tag(class, None, told))
            .child(icon(Pic::Chevron));
        let (then, record) = (then.clone(), record.clone());
        let facts = move || is_open().then(|| self.facts(&then, &record));
        el("li").child(head).child(div("").follow(facts))
    }

    /// What each field says now, and would say.
    fn facts(self, then: &Then, record: &RecordId) -> El {
        let desk = self.desk;
        let words = desk.words().loads();
        let names = Names { log: &then.log, lang: desk.lang.get() };
        let says = |field: &str, value: &Value| in_words(names, field, value);
        let row = |turn: &Turn| {
            let before = turn.before.as_ref().map(|value| el("del").child(says(&turn.field, value)));
            let after: Vec<El> = match turn.after.as_slice() {
                [] => vec![el("p").class("stone").child(words.cleared)],
                values => values.iter().map(|value| el("p").child(says(&turn.field, value))).collect(),
            };
            let told = el("dd").child(before).child(after);
            div("wide").test("look-field").child(el("dt").child(label(desk, &turn.field))).child(told)
        };
        let turns = turns(&desk.notebook.peek().log, &then.log, record);
        el("dl").class("facts").child(turns.iter().map(row).collect::<Vec<_>>())
    }
}
