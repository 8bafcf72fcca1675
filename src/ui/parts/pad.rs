//! The count pad: to be hit without looking. A tap adds one with a buzz; taking away is armed first, for one tap.

use super::icon::{Pic, icon};
use crate::app::workspace::age_bands;
use crate::record::bands;
use crate::record::cells::{self, CellKey};
use crate::record::{Choice, Field, Kind, Value};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Shared;

/// The last taps, so that each can be taken back, and whether the next tap takes away.
#[derive(Clone, Copy)]
pub struct PadState {
    pub is_less: Shared<bool>,
    /// The cells before each tap, latest last, with what the tap was.
    past: Shared<Vec<(Vec<Value>, Tap)>>,
}

/// Which key was hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tap {
    pub sex: Choice,
    /// Id of an age band.
    pub age: String,
    pub step: i64,
}

/// Only this role is counted on the pad for now: producers.
const ROLE: Choice = Choice::Producer;

/// Name, look and meaning of each column. "Not recorded" is a column, never a guess.
const COLUMNS: [(&str, &str, Choice); 3] =
    [("w", "key w", Choice::Female), ("m", "key m", Choice::Male), ("o", "key o", Choice::OtherOrNotStated)];

impl PadState {
    pub fn new() -> Self {
        PadState { is_less: Shared::new(false), past: Shared::new(Vec::new()) }
    }

    /// The last tap that was not taken back.
    pub fn last(self) -> Option<Tap> {
        self.past.see().last().map(|(_, tap)| tap.clone())
    }

    pub fn can_undo(self) -> bool {
        !self.past.see().is_empty()
    }

    fn tap(self, filling: Filling, sex: Choice, age: &str) {
        let step = if self.is_less.peek_value() { -1 } else { 1 };
        self.is_less.set(false);
        let before = cells_of(filling);
        let after = cells::tap(&before, CellKey { sex, age, role: ROLE }, step);
        if after == before {
            return;
        }
        browser::buzz();
        self.past.update(|past| past.push((before, Tap { sex, age: age.to_owned(), step })));
        filling.edit(|form| form.set(Kind::Session, Field::Cells, after));
    }

    /// Takes the last tap back.
    pub fn undo(self, filling: Filling) {
        let mut last = None;
        self.past.update(|past| last = past.pop());
        self.is_less.set(false);
        if let Some((before, _)) = last {
            browser::buzz();
            filling.edit(|form| form.set(Kind::Session, Field::Cells, before));
        }
    }
}

fn cells_of(filling: Filling) -> Vec<Value> {
    filling.form.peek().main().list(Field::Cells).to_vec()
}

/// The keys: women, men and not recorded by age.
pub fn pad(desk: Desk, filling: Filling, state: PadState) -> El {
    let words = &desk.words().pad;
    let sum = move |sex: Choice| {
        let sum = {
            let form = filling.form.see();
            cells::sum_of(form.main().list(Field::Cells), sex)
        };
        sum.map_or("–".to_owned(), |sum| sum.to_string())
    };
    let column = |(class, sex): (&'static str, Choice)| {
        let sum = el("b").test(["sum-", class].concat()).follow(move || sum(sex));
        el("th").attr("scope", "col").child((words.column)(sex)).child(" ").child(sum)
    };
    let key = |class: &'static str, sex: Choice, band: &str| {
        let band = std::sync::Arc::<str>::from(band);
        let counted = band.clone();
        let count = move || {
            let form = filling.form.see();
            cells::count(form.main().list(Field::Cells), CellKey { sex, age: &counted, role: ROLE })
        };
        let (is_blank, named, shown) = (count.clone(), count.clone(), count);
        let (last, tapped) = (band.clone(), band.clone());
        let name = [(words.sex)(sex), ", ", &(words.age_long)(&band)].concat();
        let key = el("button")
            .attr("type", "button")
            .class(class)
            .class_when("blank", move || is_blank().is_none())
            .class_when("last", move || state.last().is_some_and(|tap| tap.sex == sex && *tap.age == *last))
            .test(["key-", class.trim_start_matches("key "), "-", &band].concat())
            .attr_when("aria-label", move || Some((words.key)(&name, named(), state.is_less.get())))
            .on("click", move |_| state.tap(filling, sex, &tapped))
            .follow(move || shown().map_or("–".to_owned(), |count| count.to_string()));
        el("td").child(key)
    };
    let row = |band: &String| {
        let head = el("th").attr("scope", "row").child((words.age)(band));
        el("tr").child(head).child(COLUMNS.map(|(_, class, sex)| key(class, sex, band)))
    };
    let rows = {
        let notebook = desk.notebook.peek();
        bands::rows(&age_bands(&notebook.log), filling.form.peek().main().list(Field::Cells))
    };
    let head = el("tr").child(el("td")).child(COLUMNS.map(|(name, _, sex)| column((name, sex))));
    el("table")
        .class("pad")
        .class_when("less", move || state.is_less.get())
        .test("count-pad")
        .child(el("caption").child(words.caption))
        .child(el("thead").child(head))
        .child(el("tbody").child(rows.iter().map(row).collect::<Vec<_>>()))
}

/// The running total, −1 and Undo, under the thumb.
pub fn tally(desk: Desk, filling: Filling, state: PadState) -> El {
    let words = desk.words();
    let counted = move || filling.form.see().counted();
    let told = move || match (state.is_less.get(), state.last()) {
        (true, _) => words.pad.tap_to_remove.to_owned(),
        (false, Some(tap)) => (words.pad.last)(tap.sex, &tap.age, tap.step < 0),
        (false, None) => words.pad.tap_each.to_owned(),
    };
    let total = el("output")
        .attr("aria-live", "polite")
        .test("total")
        .child(el("b").follow(move || counted().unwrap_or_default().to_string()))
        .child(crate::i18n::in_running_text((words.labels.choice)(Choice::Attendances)))
        .child(el("small").follow(told));
    let less = button("btn quiet", "pad-less", move || state.is_less.update(|is_less| *is_less = !*is_less))
        .attr_when("aria-pressed", move || Some(state.is_less.get().to_string()))
        .attr("aria-label", words.pad.one_less)
        .is("disabled", move || counted().is_none())
        .child("−1");
    let undo = button("btn quiet", "pad-undo", move || state.undo(filling))
        .is("disabled", move || !state.can_undo())
        .child(icon(Pic::Undo))
        .child(words.common.undo);
    div("tally").test("tally").child([total, less, undo])
}
