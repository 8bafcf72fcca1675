//! The count pad: to be hit without looking. A tap adds one with a buzz; taking away is armed first, for one tap.

use super::icon::{Pic, icon};
use crate::app::Form;
use crate::record::cells::{self, AGE_BANDS, CellKey, SEXES};
use crate::record::{Choice, Field, Kind, Value};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use leptos::prelude::*;

/// The last taps, so that each can be taken back, and whether the next tap takes away.
#[derive(Clone, Copy)]
pub struct PadState {
    pub is_less: RwSignal<bool>,
    /// The cells before each tap, latest last, with what the tap was.
    past: RwSignal<Vec<(Vec<Value>, Tap)>>,
}

/// Which key was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tap {
    pub sex: Choice,
    pub age: usize,
    pub step: i64,
}

/// Only this role is counted on the pad for now: producers.
const ROLE: Choice = Choice::Producer;

impl PadState {
    pub fn new() -> Self {
        PadState { is_less: RwSignal::new(false), past: RwSignal::new(Vec::new()) }
    }

    /// The last tap that was not taken back.
    pub fn last(self) -> Option<Tap> {
        self.past.with(|past| past.last().map(|(_, tap)| *tap))
    }

    pub fn can_undo(self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    fn tap(self, filling: Filling, sex: Choice, age: usize) {
        let Some(band) = AGE_BANDS.get(age) else { return };
        let step = if self.is_less.get_untracked() { -1 } else { 1 };
        self.is_less.set(false);
        let before = cells_of(filling);
        let after = cells::tap(&before, CellKey { sex, age: band, role: ROLE }, step);
        if after == before {
            return;
        }
        browser::buzz();
        self.past.update(|past| past.push((before, Tap { sex, age, step })));
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
    filling.form.with_untracked(|form| form.main().list(Field::Cells).to_vec())
}

/// The keys, women and men and not recorded by age.
pub fn pad(filling: Filling, state: PadState) -> impl IntoView {
    let words = move || Desk::get().words();
    let sum = move |sex: Choice| {
        filling
            .form
            .with(|form: &Form| cells::sum_of(form.main().list(Field::Cells), sex))
            .map_or("–".to_owned(), |sum| sum.to_string())
    };
    let columns = [("w", Choice::Female), ("m", Choice::Male), ("o", Choice::OtherOrNotStated)];
    let row = move |(age, band): (usize, &'static str)| {
        let key = move |(class, sex): (&'static str, Choice)| {
            let count = Memo::new(move |_| {
                let key = CellKey { sex, age: band, role: ROLE };
                filling.form.with(|form| cells::count(form.main().list(Field::Cells), key))
            });
            let name = move || [(words().pad.sex)(sex), ", ", (words().pad.age_long)(band)].concat();
            view! {
                <td>
                    <button
                        type="button"
                        class=["key ", class].concat()
                        class:blank=move || count.get().is_none()
                        class:last=move || state.last().is_some_and(|tap| tap.sex == sex && tap.age == age)
                        data-test=["key-", class, "-", band].concat()
                        aria-label=move || (words().pad.key)(&name(), count.get(), state.is_less.get())
                        on:click=move |_| state.tap(filling, sex, age)
                    >
                        {move || count.get().map_or("–".to_owned(), |count| count.to_string())}
                    </button>
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row">{move || (words().pad.age)(band)}</th>
                {columns.map(key).collect_view()}
            </tr>
        }
    };
    debug_assert_eq!(columns.map(|(_, sex)| sex), SEXES);
    view! {
        <table class="pad" class:less=move || state.is_less.get() data-test="count-pad">
            <caption>{move || words().pad.caption}</caption>
            <thead>
                <tr>
                    <td></td>
                    {columns
                        .map(|(class, sex)| {
                            view! {
                                <th scope="col">
                                    {move || (words().pad.column)(sex)} <b data-test=["sum-", class].concat()>{move || sum(sex)}</b>
                                </th>
                            }
                        })
                        .collect_view()}
                </tr>
            </thead>
            <tbody>{AGE_BANDS.into_iter().enumerate().map(row).collect_view()}</tbody>
        </table>
    }
}

/// The running total, −1 and Undo, under the thumb.
pub fn tally(filling: Filling, state: PadState) -> impl IntoView {
    let words = move || Desk::get().words();
    let counted = Memo::new(move |_| filling.form.with(Form::counted));
    let told = move || match (state.is_less.get(), state.last()) {
        (true, _) => words().pad.tap_to_remove.to_owned(),
        (false, Some(tap)) => {
            AGE_BANDS.get(tap.age).map(|band| (words().pad.last)(tap.sex, band, tap.step < 0)).unwrap_or_default()
        }
        (false, None) => words().pad.tap_each.to_owned(),
    };
    let nouns = move || (words().labels.choice)(Choice::Attendances);
    view! {
        <div class="tally" data-test="tally">
            <output aria-live="polite" data-test="total">
                <b>{move || counted.get().unwrap_or_default().to_string()}</b>
                {move || crate::i18n::in_running_text(nouns())}
                <small>{told}</small>
            </output>
            <button
                class="btn quiet"
                type="button"
                aria-pressed=move || state.is_less.get().to_string()
                aria-label=move || words().pad.one_less
                data-test="pad-less"
                disabled=move || counted.get().is_none()
                on:click=move |_| state.is_less.update(|is_less| *is_less = !*is_less)
            >
                "−1"
            </button>
            <button
                class="btn quiet"
                type="button"
                data-test="pad-undo"
                disabled=move || !state.can_undo()
                on:click=move |_| state.undo(filling)
            >
                {icon(Pic::Undo)}
                {move || words().common.undo}
            </button>
        </div>
    }
}
