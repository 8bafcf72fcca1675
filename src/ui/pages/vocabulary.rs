//! The lists of words that a team shares: how often each is used; add, rename, retire, join.

use crate::app::terms::{LISTS, Word, WordEntry, join, new_term, part, rename, retire, to_join_with, word_list};
use crate::app::{Notebook, Route};
use crate::record::{Choice, Draft, Field, Kind, RecordId};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::tag;
use crate::ui::shared::{Derived, Shared};

/// Which list is shown, which of its words is open, and what is typed.
#[derive(Clone, Copy)]
struct Tidying {
    desk: Desk,
    /// The name of the list in the log.
    list: Shared<String>,
    open: Shared<Option<RecordId>>,
    label_es: Shared<String>,
    label_en: Shared<String>,
    /// The reference of the word to join with; empty for none.
    other: Shared<String>,
    added: Shared<String>,
}

pub fn vocabulary(desk: Desk) -> [El; 2] {
    let words = desk.words().vocabulary();
    let text = || Shared::new(String::new());
    let list = Shared::new(Choice::ProductionArea.name().to_owned());
    let page = Tidying {
        desk,
        list,
        open: Shared::new(None),
        label_es: text(),
        label_en: text(),
        other: text(),
        added: text(),
    };
    let chip = move |list: &Choice| Chip { value: list.name().to_owned(), label: (words.list)(*list).to_owned() };
    let which = chips(
        Group { name: "word-list".to_owned(), legend: words.which, many: false },
        move || LISTS.iter().map(chip).collect(),
        move |value| *page.list.see() == value,
        move |value| {
            page.open.set(None);
            page.list.set(value);
        },
    );
    let entries = Derived::new(move || desk.with_names(|names| word_list(names, page.choice())));
    let rows = move || entries.get().into_iter().map(|entry| page.row(entry)).collect::<Vec<_>>();
    let empty = move || entries.see().is_empty().then(|| el("p").class("hint").test("no-words").child(words.empty));
    let card =
        el("section").class("card stack").attr_when("aria-label", move || Some((words.list)(page.choice()).to_owned()));
    let card = card.child(page.adding()).follow(empty).child(el("ul").class("rows").test("words").follow(rows));
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(words.title));
    let hint = el("p").class("hint").child(words.hint);
    [div("head").child([back_to(desk, &Route::Settings), title]), div("stack").child([hint, which, card])]
}

impl Tidying {
    fn choice(self) -> Choice {
        Choice::from_name(&self.list.get()).unwrap_or(Choice::ProductionArea)
    }

    /// Saves what is made of the notebook as it is now; nothing where there is nothing to save.
    fn save(self, make: impl FnOnce(&Notebook) -> Option<Draft>) {
        let made = |notebook: &_| make(notebook).into_iter().collect();
        self.desk.change_then(self.desk.saved_word(), made, move || self.open.set(None));
    }

    /// A line of text under its label.
    fn text(self, id: &'static str, label: &'static str, text: Shared<String>) -> El {
        let input = el("input")
            .class("input")
            .attr("id", id)
            .attr("autocomplete", "off")
            .attr("maxlength", "80")
            .test(id)
            .value(move || text.get())
            .on_input(move |typed| text.set(typed));
        div("field").child(el("label").attr("for", id).child(label)).child(input)
    }

    fn adding(self) -> El {
        let words = self.desk.words().vocabulary();
        let add = move |event: web_sys::Event| {
            event.prevent_default();
            let label = self.added.peek_value();
            if let Some(term) = self.desk.new_record(Kind::Term).filter(|_| !label.trim().is_empty()) {
                let draft = new_term(term, self.choice(), &label, self.desk.lang.peek_value());
                self.added.set(String::new());
                self.save(|_| Some(draft));
            }
        };
        let button = el("button").class("btn quiet").test("word-add").child(icon(Pic::Plus)).child(words.add);
        let field = self.text("word-new", words.new_word, self.added);
        el("form").class("stack tight").on("submit", add).child([field, div("line").child(button)])
    }

    fn row(self, entry: WordEntry) -> El {
        let words = self.desk.words().vocabulary();
        let term = entry.word.term.clone();
        let uses = (words.uses)(entry.times);
        let note = match &entry.joined_into {
            Some(other) => (words.same_as)(other),
            None => uses,
        };
        let put_away = (entry.word.is_retired && entry.joined_into.is_none()).then(|| tag("tag", None, words.retired));
        let (named, here, inside) = (term.clone(), term.clone(), term.clone());
        let (es, en) = (entry.label_es.clone(), entry.label_en.clone());
        let press = move || {
            let is_open = self.open.peek().as_ref().as_ref() == Some(&named);
            self.label_es.set(es.clone());
            self.label_en.set(en.clone());
            self.other.set(String::new());
            self.open.set((!is_open).then(|| named.clone()));
        };
        let told =
            el("span").class("grow").child(el("b").child(entry.word.label.clone())).child(el("small").child(note));
        let turn = el("span").class("turn").child(icon(Pic::Chevron));
        let head = button("row", "word", press)
            .attr_when("aria-expanded", move || Some((self.open.get().as_ref() == Some(&here)).to_string()))
            .child(told)
            .child(put_away)
            .child(turn);
        let is_open = Derived::new(move || self.open.get().as_ref() == Some(&inside));
        el("li").test("word-row").child(head).follow(move || is_open.get().then(|| self.opened(&entry)))
    }

    /// What can be done with a word.
    fn opened(self, entry: &WordEntry) -> El {
        let words = self.desk.words().vocabulary();
        let term = entry.word.term.clone();
        let body = div("stack opened").test("word-open");
        if entry.joined_into.is_some() {
            return body.child(div("line").child(self.act("word-part", Pic::Undo, words.part, term, part)));
        }
        let again = |notebook: &_, term: &_| retire(notebook, term, false);
        if entry.word.is_retired {
            return body.child(div("line").child(self.act("word-use-again", Pic::Undo, words.use_again, term, again)));
        }
        let away = |notebook: &_, term: &_| retire(notebook, term, true);
        let retire = self.act("word-retire", Pic::Close, words.retire, term.clone(), away);
        body.child([self.renaming(term.clone()), self.joining(term), div("line").child(retire)])
    }

    /// A button that does one thing to a word.
    fn act(
        self,
        test: &'static str,
        pic: Pic,
        label: &'static str,
        term: RecordId,
        make: fn(&Notebook, &RecordId) -> Draft,
    ) -> El {
        let press = move || self.save(|notebook| Some(make(notebook, &term)));
        button("btn quiet", test, press).child(icon(pic)).child(label)
    }

    fn renaming(self, term: RecordId) -> El {
        let label = self.desk.words().labels.short;
        let is_blank = move || self.label_es.see().trim().is_empty() && self.label_en.see().trim().is_empty();
        let save = move |event: web_sys::Event| {
            event.prevent_default();
            if !is_blank() {
                let (es, en) = (self.label_es.peek(), self.label_en.peek());
                self.save(|notebook| Some(rename(notebook, &term, &es, &en)));
            }
        };
        let button =
            el("button").class("btn").test("word-save").is("disabled", is_blank).child(self.desk.words().common.save);
        el("form").class("stack tight").on("submit", save).child([
            self.text("word-es", label(Field::LabelEs), self.label_es),
            self.text("word-en", label(Field::LabelEn), self.label_en),
            div("line").child(button),
        ])
    }

    /// "It is the same as …": the other words in use, to choose from.
    fn joining(self, term: RecordId) -> El {
        let words = self.desk.words().vocabulary();
        let list = self.choice();
        let others = self.desk.with_names(|names| to_join_with(names, list, &term));
        let option = |word: Word| el("option").attr("value", word.term.to_string()).child(word.label);
        let select = el("select")
            .class("input")
            .attr("id", "word-other")
            .test("word-other")
            .on("change", move |event| self.other.set(leptos::prelude::event_target_value(&event)))
            .child(el("option").attr("value", "").child(words.join_choose))
            .child(others.into_iter().map(option).collect::<Vec<_>>());
        let press = move || {
            let other = RecordId::parse(&self.other.peek());
            self.save(|notebook| join(notebook, &term, &other?));
        };
        let join = button("btn quiet", "word-join", press).is("disabled", move || self.other.see().is_empty());
        let label = el("label").attr("for", "word-other").child(words.join);
        let hint = el("p").class("hint").child(words.join_hint);
        div("field").child([label, select, hint, div("line").child(join.child(words.join_do))])
    }
}
