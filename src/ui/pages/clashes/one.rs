//! One field in which people wrote different things: the values side by side, where they differ, and the ways to decide.

use crate::app::bin::{put_away, take_back};
use crate::app::clashes::{Decided, Side, Spot, Way, decide, form_of, is_about_bin, keep_both, sides, values, way};
use crate::app::{Names, Notebook};
use crate::insight::diff::{Effort, compare};
use crate::record::{RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::pages::record::label;
use crate::ui::parts::fields::personal_hint;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::values::in_words;
use crate::ui::shared::Shared;

/// More sides than this are counted, not drawn.
const SIDES: usize = 12;
/// A piece of a text longer than this is shown by its beginning and its end, until somebody wants to see all of it.
const LONG: usize = 600;
const END: usize = 200;

/// Under which name a text that is being written is kept.
const KEPT: &str = "clash-text";

/// The text that somebody writes in the place of what others wrote. There is one at a time; it is kept at every key press.
#[derive(Clone, Copy)]
pub struct Writing {
    /// The record and the field; both empty for none.
    of: Shared<(String, String)>,
    text: Shared<String>,
}

impl Writing {
    /// As it was left.
    pub fn new(desk: Desk) -> Self {
        let kept = desk.local().filter(|_| !desk.is_example.peek_value()).and_then(|local| local.get(KEPT));
        let mut kept = kept.unwrap_or(Value::Null);
        let [record, field, text] = ["record", "field", "text"].map(|name| kept.take(name).into_text());
        Writing { of: Shared::new((record, field)), text: Shared::new(text) }
    }

    fn is_of(self, spot: &Spot) -> bool {
        let of = self.of.see();
        (of.0.as_str(), of.1.as_str()) == (spot.record.as_str(), spot.field.as_str())
    }

    fn begin(self, desk: Desk, spot: &Spot, text: String) {
        self.of.set((spot.record.to_string(), spot.field.clone()));
        self.write(desk, text);
    }

    fn write(self, desk: Desk, text: String) {
        let of = self.of.peek_value();
        let kept = Value::map([("record", of.0.into()), ("field", of.1.into()), ("text", text.as_str().into())]);
        self.text.set(text);
        if let Some(local) = desk.local().filter(|_| !desk.is_example.peek_value()) {
            // Where there is no room, it is on the screen until the page is left.
            let _ = local.set(KEPT, &kept);
        }
    }

    fn end(self, desk: Desk) {
        self.of.set(Default::default());
        if let Some(local) = desk.local() {
            local.remove(KEPT);
        }
    }
}

/// Nothing where it was decided meanwhile. Where there is no `writing`, no other text can be written.
pub fn clash(desk: Desk, names: Names, spot: &Spot, writing: Option<Writing>, effort: &mut Effort) -> Option<El> {
    let view = names.log.record(&spot.record)?;
    let sides = sides(view, &spot.field);
    if sides.len() < 2 {
        return None;
    }
    let words = desk.words().clashes();
    let about_bin = is_about_bin(&spot.field);
    let what = if about_bin { words.bin.to_owned() } else { label(desk, &spot.field) };
    let texts: Vec<String> = sides.iter().map(|side| told(desk, names, &spot.field, &side.value)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).take(SIDES).collect();
    let mut nothing = Effort::none();
    let is_text = way(&spot.field) != Way::Other;
    let pieces = if is_text {
        compare(&texts, effort)
    } else {
        texts.iter().flat_map(|text| compare(&[*text], &mut nothing)).collect()
    };
    let is_whole = Shared::new(false);
    let is_long = pieces.iter().flatten().any(|piece| piece.text.len() > LONG);
    let drawn = sides.iter().zip(pieces).map(|(side, pieces)| {
        let pieces = pieces.into_iter().map(|piece| (piece.text.to_owned(), piece.differs)).collect::<Vec<_>>();
        one_side(desk, names, spot, side, pieces, is_whole)
    });
    let drawn: Vec<El> = drawn.collect();
    let rest = sides.len().saturating_sub(SIDES);
    let rest = (rest > 0).then(|| el("p").class("hint").child((words.more_values)(rest)));
    let whole = move || {
        let button = || button("btn plain", "whole-text", move || is_whole.set(true)).child(words.whole_text);
        (is_long && !is_whole.get()).then(button)
    };
    let ways = if about_bin { bin_ways(desk, &spot.record) } else { ways(desk, names, spot, writing) };
    Some(
        div("clash")
            .test("conflict")
            .child(el("h3").child(what))
            .child(div("sides").child(drawn))
            .child(rest)
            .child(div("line").follow(whole).child(ways))
            .child(writing.map(|writing| box_to_write(desk, spot, writing))),
    )
}

/// A value in words; of the bin, what somebody did.
pub fn told(desk: Desk, names: Names, field: &str, value: &Value) -> String {
    let words = desk.words().clashes();
    match value {
        Value::Bool(true) if is_about_bin(field) => words.put_there.to_owned(),
        _ if is_about_bin(field) => words.taken_back.to_owned(),
        _ => in_words(names, field, value),
    }
}

/// One of the values, who wrote it, and the way to keep it.
fn one_side(
    desk: Desk,
    names: Names,
    spot: &Spot,
    side: &Side,
    pieces: Vec<(String, bool)>,
    is_whole: Shared<bool>,
) -> El {
    let by = side.by.iter().map(|(device, at)| {
        let when = names.lang.moment(at, &desk.today());
        el("small").child([&names.device(device), " · ", &when].concat())
    });
    let by: Vec<El> = by.take(SIDES).collect();
    let text = move || pieces.iter().map(|(text, differs)| piece(text, *differs, is_whole.get())).collect::<Vec<_>>();
    let words = desk.words().clashes();
    let keep = (!is_about_bin(&spot.field)).then(|| {
        let decided = Decided { record: spot.record.clone(), field: spot.field.clone(), value: side.value.clone() };
        let press = move || desk.change(words.kept_this, |notebook| decide(notebook, std::slice::from_ref(&decided)));
        button("btn quiet", "keep-this", press).child(words.keep_this)
    });
    div("side").test("conflict-side").child(by).child(el("p").follow(text)).child(keep)
}

fn piece(text: &str, differs: bool, is_whole: bool) -> El {
    let text = if text.len() > LONG && !is_whole { shortened(text) } else { text.to_owned() };
    if differs { el("mark").child(text) } else { el("span").child(text) }
}

/// The beginning and the end, in whole words where there are some.
fn shortened(text: &str) -> String {
    let start = text.char_indices().nth(END).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let end = text.char_indices().rev().nth(END).and_then(|(start, _)| text.get(start..)).unwrap_or_default();
    let start = start.rsplit_once(char::is_whitespace).map_or(start, |(words, _)| words);
    let end = end.split_once(char::is_whitespace).map_or(end, |(_, words)| words);
    [start, " […] ", end].concat()
}

/// Both, another text, or the form.
fn ways(desk: Desk, names: Names, spot: &Spot, writing: Option<Writing>) -> Vec<El> {
    let words = desk.words().clashes();
    let Some(view) = names.log.record(&spot.record) else { return Vec::new() };
    let values = values(view, &spot.field);
    let mut ways = Vec::new();
    if keep_both(&spot.field, &values).is_some() {
        let of = spot.clone();
        let make = move |notebook: &Notebook| {
            let both = crate::app::clashes::both(&notebook.log, std::slice::from_ref(&of));
            decide(notebook, &both)
        };
        let press = move || desk.change(words.kept_both, &make);
        ways.push(button("btn quiet", "keep-both", press).child(words.keep_both));
    }
    match (way(&spot.field), writing) {
        (Way::Lines | Way::Line | Way::Name, Some(writing)) => {
            let of = spot.clone();
            let shown = values.into_iter().next().map(Value::into_text).unwrap_or_default();
            let press = move || {
                writing.begin(desk, &of, shown.clone());
                crate::ui::browser::reveal_soon("[data-test=clash-writing]".to_owned());
            };
            ways.push(button("btn quiet", "write-other", press).child(icon(Pic::Edit)).child(words.write));
        }
        (Way::Other | Way::List, Some(_)) => {
            ways.extend(form_of(names.log, &spot.record).map(|form| {
                link("btn quiet", "correct-in-form", form.hash()).child(icon(Pic::Edit)).child(words.in_form)
            }));
        }
        _ => {}
    }
    ways
}

fn bin_ways(desk: Desk, record: &RecordId) -> Vec<El> {
    let bin = &desk.words().bin;
    let (back, away) = (record.clone(), record.clone());
    let back = move || desk.change(bin.taken_back, |notebook| take_back(notebook, &back));
    let away = move || desk.change(bin.is_there, |notebook| put_away(notebook, &away));
    vec![
        button("btn quiet", "clash-take-back", back).child(icon(Pic::Undo)).child(bin.take_back),
        button("btn quiet", "clash-to-bin", away).child(icon(Pic::Trash)).child(desk.words().clashes().leave_in_bin),
    ]
}

/// Where another text is written, while it is.
fn box_to_write(desk: Desk, spot: &Spot, writing: Writing) -> El {
    let words = desk.words().clashes();
    let (spot, is_line) = (spot.clone(), way(&spot.field) != Way::Lines);
    div("stack").follow(move || {
        if !writing.is_of(&spot) {
            return None;
        }
        let of = spot.clone();
        let save = move |event: web_sys::Event| {
            event.prevent_default();
            let value = Value::Text(writing.text.peek_value().trim().to_owned());
            let decided = Decided { record: of.record.clone(), field: of.field.clone(), value };
            let make = |notebook: &_| decide(notebook, std::slice::from_ref(&decided));
            desk.change_then(words.written, make, move || writing.end(desk));
        };
        let input = if is_line { el("input").attr("autocomplete", "off") } else { el("textarea") };
        let input = input
            .class("input")
            .attr("id", "clash-text")
            .test("clash-text")
            .value(move || writing.text.get())
            .on_input(move |typed| writing.write(desk, typed));
        let label = el("label").attr("for", "clash-text").child((words.write_label)(&label(desk, &spot.field)));
        let field = div("field").child([label, input]).follow(move || personal_hint(desk, &writing.text.get()));
        let cancel = button("btn plain", "clash-cancel", move || writing.end(desk)).child(desk.words().common.cancel);
        let buttons =
            div("line").child([el("button").class("btn").test("clash-save").child(desk.words().common.save), cancel]);
        Some(el("form").class("stack tight").test("clash-writing").on("submit", save).child([field, buttons]))
    })
}
