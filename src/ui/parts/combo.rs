//! A field in which one searches and picks: with the finger, or with the arrow keys, Enter and Escape.

use super::icon::{Pic, icon};
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::{Derived, Shared};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// One thing to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What the form is told.
    pub value: String,
    pub title: String,
    /// A second line that tells two alike apart; may be empty.
    pub note: String,
    pub pic: Pic,
    /// Set apart from what was found: "leave it as written", "create it".
    pub is_other: bool,
}

/// What is picked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    pub title: String,
    pub note: String,
    pub pic: Pic,
}

/// The words of a field.
#[derive(Clone, Copy)]
pub struct ComboWords {
    pub label: &'static str,
    pub placeholder: &'static str,
    /// Read out for the list of suggestions.
    pub list: &'static str,
    /// Read out for the button that takes the choice back.
    pub clear: &'static str,
}

/// What a field asks of its owner. `id` names it in the page: `municipality` gives `municipality-search` …
#[derive(Clone, Copy)]
pub struct Combo<P, O, C> {
    pub id: &'static str,
    pub words: ComboWords,
    pub picked: P,
    /// What fits what was typed.
    pub offers: O,
    /// One was picked; with nothing, the choice was taken back.
    pub choose: C,
}

/// The list that is open under the field.
#[derive(Clone, Copy)]
struct Search {
    id: &'static str,
    typed: Shared<String>,
    is_open: Shared<bool>,
    current: Shared<usize>,
    found: Derived<Vec<Offer>>,
    choose: Callback<Option<Offer>>,
}

impl<P, O, C> Combo<P, O, C>
where
    P: Fn() -> Option<Picked> + Copy + Send + Sync + 'static,
    O: Fn(&str) -> Vec<Offer> + Copy + Send + Sync + 'static,
    C: Fn(Option<Offer>) + Copy + Send + Sync + 'static,
{
    pub fn view(self) -> El {
        let Combo { id, words, picked, offers, choose } = self;
        let typed = Shared::new(String::new());
        let is_open = Shared::new(false);
        let choose = Callback::new(choose);
        let search = Search {
            id,
            typed,
            is_open,
            current: Shared::new(0),
            found: Derived::new(move || if is_open.get() { offers(&typed.get()) } else { Vec::new() }),
            choose,
        };
        let picked = Derived::new(picked);
        div("field").child(el("label").attr("for", id).child(words.label)).follow(move || match picked.get() {
            Some(picked) => vec![chosen(id, words, picked, choose)],
            None => search.view(words),
        })
    }
}

fn chosen(id: &'static str, words: ComboWords, picked: Picked, choose: Callback<Option<Offer>>) -> El {
    div("box picked")
        .test([id, "-picked"].concat())
        .child(icon(picked.pic))
        .child(
            el("span")
                .class("grow")
                .child(el("b").child(picked.title))
                .child(" ")
                .child(el("span").class("small stone").child(picked.note)),
        )
        .child(
            button("icon-btn", "", move || choose.run(None))
                .attr("aria-label", words.clear)
                .test([id, "-clear"].concat())
                .child(icon(Pic::Close)),
        )
}

impl Search {
    fn part(self, name: &str) -> String {
        [self.id, "-", name].concat()
    }

    fn view(self, words: ComboWords) -> Vec<El> {
        let Search { id, typed, is_open, current, found, .. } = self;
        let active = move || (!found.see().is_empty()).then(|| [id, "-option-", &current.get().to_string()].concat());
        let input = el("input")
            .attr("id", id)
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", self.part("list"))
            .attr("placeholder", words.placeholder)
            .attr_when("aria-expanded", move || Some((!found.see().is_empty()).to_string()))
            .attr_when("aria-activedescendant", active)
            .test(self.part("search"))
            .value(move || typed.get())
            .on_input(move |text| {
                typed.set(text);
                current.set(0);
                is_open.set(true);
            })
            .on("focus", move |_| is_open.set(true))
            .on("blur", move |_| is_open.set(false))
            .on("keydown", move |event| self.key(event));
        let list = move || {
            let found = found.get();
            (!found.is_empty()).then(|| {
                el("ul")
                    .class("suggest")
                    .attr("id", self.part("list"))
                    .attr("role", "listbox")
                    .attr("aria-label", words.list)
                    .test(self.part("list"))
                    .child(found.into_iter().enumerate().map(|(at, offer)| self.option(at, offer)).collect::<Vec<_>>())
            })
        };
        vec![div("box").child(icon(Pic::Search)).child(input), div("found").follow(list)]
    }

    fn option(self, at: usize, offer: Offer) -> El {
        let Search { current, .. } = self;
        let note = (!offer.note.is_empty()).then(|| el("small").child(offer.note.clone()));
        el("li")
            .class(if offer.is_other { "other" } else { "" })
            .attr("role", "option")
            .attr("id", [self.id, "-option-", &at.to_string()].concat())
            .test(self.part(if offer.is_other { "other" } else { "option" }))
            .attr_when("aria-selected", move || Some((current.get() == at).to_string()))
            // Pressing must not take the focus from the field, which would close the list before the click.
            .on("mousedown", |event| event.prevent_default())
            .child(icon(offer.pic))
            .child(el("span").class("grow").child(offer.title.clone()).child(note))
            .on("click", move |_| self.take(offer.clone()))
    }

    fn take(self, offer: Offer) {
        self.is_open.set(false);
        self.typed.set(String::new());
        self.choose.run(Some(offer));
    }

    fn key(self, event: web_sys::Event) {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let move_by = |step: isize| {
            event.prevent_default();
            let last = self.found.see().len().saturating_sub(1);
            self.current.update(|at| *at = at.saturating_add_signed(step).min(last));
        };
        match event.key().as_str() {
            "ArrowDown" => {
                self.is_open.set(true);
                move_by(1);
            }
            "ArrowUp" => move_by(-1),
            "Enter" => {
                // Enter picks; it never sends the form half-filled.
                event.prevent_default();
                let current = self.current.peek_value();
                if let Some(offer) = self.found.see().get(current).cloned() {
                    self.take(offer);
                }
            }
            "Escape" => self.is_open.set(false),
            _ => {}
        }
    }
}
