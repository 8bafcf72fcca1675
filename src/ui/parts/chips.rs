//! Choices as chips: one of a few, or as many as apply.

use crate::ui::html::{El, div, el};

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

/// A group of chips; `options` may follow signals.
pub fn chips(
    group: Group,
    options: impl Fn() -> Vec<Chip> + Send + 'static,
    is_on: impl Fn(&str) -> bool + Copy + Send + 'static,
    choose: impl Fn(String) + Copy + Send + 'static,
) -> El {
    let (name, legend, many) = (group.name.clone(), group.legend, group.many);
    let chip = move |option: Chip| {
        let (value, shown) = (option.value.clone(), option.value.clone());
        let test = [&name, "-", option.value.rsplit('/').next().unwrap_or_default()].concat();
        let input = el("input")
            .attr("type", if many { "checkbox" } else { "radio" })
            .attr("name", name.clone())
            .is("checked", move || is_on(&shown))
            .on("change", move |_| choose(value.clone()));
        el("label").class("chip").test(test).child(input).child(el("span").child(option.label))
    };
    el("fieldset")
        .class("field")
        .test(group.name)
        .child(el("legend").child(legend))
        .child(div("chips").follow(move || options().into_iter().map(&chip).collect::<Vec<_>>()))
}
