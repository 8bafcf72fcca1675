//! Words of a list as chips, and a new one added on the spot.

use super::chips::{Chip, Group, chips};
use super::fields::At;
use super::icon::{Pic, icon};
use crate::app::form_terms::PRACTICE;
use crate::app::terms::{Word, is_same_label, offered, same_term, similar_terms};
use crate::record::{Choice, Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::{Derived, Shared};
use wasm_bindgen::JsCast;

/// How many words are drawn before somebody asks for all.
const AT_FIRST: usize = 12;
/// How many words like the one being typed are offered.
const SIMILAR: usize = 4;

/// What a group of chips and the field under it know of each other.
#[derive(Clone, Copy)]
struct Words {
    desk: Desk,
    filling: Filling,
    at: At,
    list: Choice,
    limit: Shared<usize>,
    /// Counts up when a word was chosen that may not be drawn yet.
    chosen: Shared<u32>,
    is_open: Shared<bool>,
    typed: Shared<String>,
}

/// Words of a list that the team shares; as many as apply. What is chosen is written to a list of references.
pub fn term_chips(desk: Desk, filling: Filling, at: At, list: Choice) -> El {
    let words = Words {
        desk,
        filling,
        at,
        list,
        limit: Shared::new(AT_FIRST),
        chosen: Shared::new(0),
        is_open: Shared::new(false),
        typed: Shared::new(String::new()),
    };
    let offered = Derived::new(move || {
        words.chosen.see();
        let of_item = |item: &Value| item.member(PRACTICE).unwrap_or(item).clone();
        let chosen: Vec<Value> = filling.form.peek().list(at.kind, at.field).iter().map(of_item).collect();
        let (offered, all) = desk.with_names(|names| offered(names, list, &chosen, words.limit.get()));
        let chip = |term: &RecordId, label: String| Chip { value: term.to_string(), label };
        (offered.into_iter().map(|word| chip(&word.term, word.label)).collect::<Vec<_>>(), all)
    });
    let new = Derived::new(move || filling.form.see().new_terms(list));
    let options = move || {
        let new = new.get().into_iter().map(|(term, label)| Chip { value: term.to_string(), label });
        offered.get().0.into_iter().chain(new).collect()
    };
    let more = move || {
        let (shown, all) = offered.get();
        (shown.len() < all).then(|| {
            let more = button("btn plain", "", move || words.limit.set(usize::MAX)).test([&at.id(), "-all"].concat());
            more.child((desk.words().common.show_all)(all))
        })
    };
    let add = move || if words.is_open.get() { words.field() } else { vec![words.opener()] };
    chips(
        Group { name: at.id(), legend: (desk.words().labels.field)(at.field), many: true },
        options,
        move |value| words.holds(value),
        move |value| words.toggle(&value),
    )
    .follow(more)
    .child(div("stack tight").follow(add))
}

impl Words {
    fn part(self, name: &str) -> String {
        [&self.at.id(), "-", name].concat()
    }

    fn holds(self, term: &str) -> bool {
        let notebook = self.desk.notebook.see();
        self.filling.form.see().holds_term(&notebook.log, self.at.kind, self.at.field, term)
    }

    fn toggle(self, term: &str) {
        let notebook = self.desk.notebook.peek();
        self.filling.edit(|form| form.toggle_term(&notebook.log, self.at.kind, self.at.field, term));
    }

    fn opener(self) -> El {
        let open = move || {
            self.typed.set(String::new());
            self.is_open.set(true);
        };
        let button = button("chip", "", open).test(self.part("add"));
        button.child(icon(Pic::Plus)).child(self.desk.words().vocabulary().add_another)
    }

    /// The field for a new word, and words like it that are there already. Nothing is refused.
    fn field(self) -> Vec<El> {
        let words = self.desk.words().vocabulary();
        let similar = Derived::new(move || {
            self.desk.with_names(|names| similar_terms(names, self.list, &self.typed.get(), SIMILAR))
        });
        let input = el("input")
            .class("input")
            .attr("id", self.part("new"))
            .attr("autocomplete", "off")
            .attr("maxlength", "80")
            .test(self.part("new"))
            .value(move || self.typed.get())
            .on_input(move |typed| self.typed.set(typed))
            .on("keydown", move |event| self.key(&event));
        let offers = move || {
            let similar = similar.get();
            (!similar.is_empty()).then(|| {
                let offer = |word: Word| {
                    let note = word.is_retired.then(|| el("small").child(words.retired));
                    let chosen = word.term.to_string();
                    button("chip", "", move || self.choose(&chosen))
                        .test(self.part("similar"))
                        .child(word.label)
                        .child(note)
                };
                let offers = div("chips").child(similar.into_iter().map(offer).collect::<Vec<_>>());
                div("stack tight")
                    .child(el("p").class("hint").attr("role", "status").child(words.similar))
                    .child(offers)
            })
        };
        let add = button("btn quiet", "", move || self.add()).test(self.part("new-add")).child(words.add);
        let cancel = button("btn plain", "", move || self.is_open.set(false)).test(self.part("new-cancel"));
        let buttons = div("line").child([add, cancel.child(self.desk.words().common.cancel)]);
        vec![
            div("field").child(el("label").attr("for", self.part("new")).child(words.new_word)).child(input),
            div("found").follow(offers),
            buttons,
        ]
    }

    fn key(self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        match event.key().as_str() {
            "Enter" => {
                // Enter adds the word and never saves the form around it.
                event.prevent_default();
                self.add();
            }
            "Escape" => self.is_open.set(false),
            _ => {}
        }
    }

    /// What was typed becomes a word of the form; what is called so already is chosen instead.
    fn add(self) {
        let typed = self.typed.peek_value();
        if typed.trim().is_empty() {
            return;
        }
        let in_form = self.filling.form.peek().new_terms(self.list);
        let in_form = in_form.into_iter().find(|(_, label)| is_same_label(label, &typed)).map(|(term, _)| term);
        let known = in_form.or_else(|| self.desk.with_names(|names| same_term(names, self.list, &typed)));
        if let Some(known) = known {
            self.choose(known.as_str());
        } else if let Some(term) = self.desk.new_record(Kind::Term) {
            let (lang, At { kind, field }) = (self.desk.lang.peek_value(), self.at);
            self.filling.edit(|form| form.create_term(kind, field, self.list, term, &typed, lang));
            self.is_open.set(false);
        }
    }

    fn choose(self, term: &str) {
        if !self.holds(term) {
            self.toggle(term);
        }
        self.chosen.update(|count| *count = count.wrapping_add(1));
        self.is_open.set(false);
    }
}
