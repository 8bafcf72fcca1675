//! A list that grows in place: lessons, quotes, people met. Each has a few fields of its own.

use super::chips::{Chip, Group, chips};
use super::fields::{At, personal_hint};
use super::icon::{Pic, icon};
use crate::i18n::{Items, in_running_text};
use crate::record::Choice;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Derived;

/// One field of each item: its name in the log, what it is asked by, how it is filled in.
#[derive(Clone, Copy)]
pub struct Member {
    pub name: &'static str,
    pub label: &'static str,
    pub how: How,
}

#[derive(Clone, Copy)]
pub enum How {
    Line,
    Lines,
    One(&'static [Choice]),
    /// An organisation that is known already, from a list.
    Organisation,
}

/// The list with the way to add to it.
pub fn items(desk: Desk, filling: Filling, at: At, words: &'static Items, members: Vec<Member>) -> El {
    let first = members.first().map_or("", |member| member.name);
    let count = Derived::new(move || filling.form.see().list(at.kind, at.field).len());
    let list = move || {
        let item = |number| item(desk, filling, at, words, &members, number);
        el("ul").class("stack").child((0..count.get()).map(item).collect::<Vec<_>>())
    };
    let add = move || {
        filling.edit(|form| form.add_item(at.kind, at.field));
        let last = filling.form.peek().list(at.kind, at.field).len().saturating_sub(1);
        browser::reveal_soon(["#", &part_id(at, last, first)].concat());
    };
    let add =
        button("btn quiet full", "", add).test([&at.id(), "-add"].concat()).child(icon(Pic::Plus)).child(words.add);
    div("stack tight")
        .test(at.id())
        .child(el("p").class("label").child((desk.words().labels.field)(at.field)))
        .child(el("p").class("hint").child(words.hint))
        .follow(list)
        .child(put_back(desk, filling, at))
        .child(add)
}

/// `visit-lessons-0-text`: the id in the page of a field of an item.
fn part_id(at: At, number: usize, member: &str) -> String {
    [&at.id(), "-", &number.to_string(), "-", member].concat()
}

fn item(desk: Desk, filling: Filling, at: At, words: &'static Items, members: &[Member], number: usize) -> El {
    let name = (words.numbered)(number.saturating_add(1));
    let remove = remove(desk, filling, at, number, &name);
    let fields: Vec<El> = members.iter().map(|member| field(desk, filling, at, *member, number)).collect();
    let legend = el("legend").child(name);
    el("li").child(el("fieldset").class("promise stack tight").child([legend, remove]).child(fields))
}

/// Takes an item out of the list. Under the list it can be put back at once.
pub fn remove(desk: Desk, filling: Filling, at: At, number: usize, name: &str) -> El {
    let out = move || filling.take_out(at, number);
    button("icon-btn", "", out)
        .test([&at.id(), "-remove"].concat())
        .attr("aria-label", (desk.words().visit_more().remove)(name))
        .child(icon(Pic::Trash))
}

/// Under a list from which something was just taken out: the way to put it back.
pub fn put_back(desk: Desk, filling: Filling, at: At) -> El {
    let words = &desk.words().common;
    div("found").follow(move || {
        let is_here = matches!(&*filling.taken_out.see(), Some((of, ..)) if *of == at);
        is_here.then(|| {
            let undo = button("btn plain", "", move || filling.put_back()).test([&at.id(), "-put-back"].concat());
            undo.child(icon(Pic::Undo)).child(words.undo)
        })
    })
}

/// One field of one item; also used where items are chosen instead of added.
pub fn field(desk: Desk, filling: Filling, at: At, member: Member, number: usize) -> El {
    let id = part_id(at, number, member.name);
    let text = Derived::new(move || filling.form.see().item_text(at.kind, at.field, number, member.name).to_owned());
    let write = move |typed: String| filling.edit(|form| form.set_item(at.kind, at.field, number, member.name, typed));
    let input = match member.how {
        How::One(choices) => {
            let label = desk.words().labels.choice;
            let chip =
                move |choice: &Choice| Chip { value: choice.name().to_owned(), label: label(*choice).to_owned() };
            return chips(
                Group { name: id, legend: member.label, many: false },
                move || choices.iter().map(chip).collect(),
                move |value| text.get() == value,
                write,
            );
        }
        How::Organisation => organisations(desk, filling, text),
        How::Line => el("input").attr("autocomplete", "off").on_input(write).value(move || text.get()),
        How::Lines => el("textarea").on_input(write).value(move || text.get()),
    };
    let input = match member.how {
        How::Organisation => input.on("change", move |event| write(leptos::prelude::event_target_value(&event))),
        _ => input,
    };
    let label = el("label").attr("for", id.clone()).child(member.label);
    let input = input.class("input").attr("id", id.clone()).test(id);
    div("field").child([label, input]).follow(move || personal_hint(desk, &text.get()))
}

/// The organisations that are known or created in this form, by name.
fn organisations(desk: Desk, filling: Filling, chosen: Derived<String>) -> El {
    let all = desk.with_names_now(|names| crate::app::all_organisations(names, &filling.form.peek()));
    let option = |value: String, name: String| {
        let own = value.clone();
        el("option").attr("value", value).is("selected", move || chosen.get() == own).child(name)
    };
    let none = option(String::new(), desk.words().visit_more().person_no_organisation.to_owned());
    el("select").child(none).child(all.into_iter().map(|(value, name)| option(value, name)).collect::<Vec<_>>())
}

/// What a list holds so far, for the closed heading above it: "2".
pub fn filled(desk: Desk, filling: Filling, fields: &'static [At]) -> El {
    let count = Derived::new(move || {
        let form = filling.form.see();
        fields.iter().filter(|at| form.fields_of(at.kind).is_some_and(|fields| !fields.is_blank(at.field))).count()
    });
    let tag = move || {
        let label = in_running_text(desk.words().a11y.filled);
        (count.get() > 0).then(|| {
            el("span").class("tag ok").attr("title", label).child(icon(Pic::Check)).child(count.get().to_string())
        })
    };
    el("span").follow(tag)
}
