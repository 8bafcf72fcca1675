//! Choices as chips: one of a few, or as many as apply.

use crate::ui::html::{El, div, el};
use std::sync::Arc;

/// What a chip stands for and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub value: String,
    pub label: String,
}

/// How a group of chips is named, and whether each is on or off by itself (`many`).
#[derive(Clone, Debug)]
pub struct Group {
    /// For tests and for the group in the page.
    pub name: String,
    pub legend: &'static str,
    pub many: bool,
}

/// What the chips of a group ask and tell, behind pointers: there are many groups, and one code for all of them.
struct Owner {
    is_on: Box<dyn Fn(&str) -> bool + Send + Sync>,
    choose: Box<dyn Fn(String) + Send + Sync>,
}

/// A group of chips; `options` may follow signals.
pub fn chips(
    group: Group,
    options: impl Fn() -> Vec<Chip> + Send + 'static,
    is_on: impl Fn(&str) -> bool + Send + Sync + 'static,
    choose: impl Fn(String) + Send + Sync + 'static,
) -> El {
    let owner = Owner { is_on: Box::new(is_on), choose: Box::new(choose) };
    group_of(group, Box::new(options), Arc::new(owner))
}

#[inline(never)]
fn group_of(group: Group, options: Box<dyn Fn() -> Vec<Chip> + Send>, owner: Arc<Owner>) -> El {
    let Group { name, legend, many } = group;
    let field = el("fieldset").class("field").test(name.clone()).child(el("legend").child(legend));
    let chip = move |option| chip(&name, many, option, &owner);
    field.child(div("chips").follow(move || options().into_iter().map(&chip).collect::<Vec<_>>()))
}

fn chip(name: &str, many: bool, option: Chip, owner: &Arc<Owner>) -> El {
    let (value, shown) = (option.value.clone(), option.value.clone());
    let (asked, told) = (owner.clone(), owner.clone());
    let test = [name, "-", option.value.rsplit('/').next().unwrap_or_default()].concat();
    let input = el("input")
        .attr("type", if many { "checkbox" } else { "radio" })
        .attr("name", name.to_owned())
        .is("checked", move || (asked.is_on)(&shown))
        .on("change", move |_| (told.choose)(value.clone()));
    el("label").class("chip").test(test).child(input).child(el("span").child(option.label))
}
