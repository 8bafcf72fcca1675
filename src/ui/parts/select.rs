//! One of many, chosen the way the device does it.

use crate::ui::html::{El, div, el};

/// A labelled choice. `values` are pairs of value and words; `any` is what no value means.
pub fn select(
    id: impl Into<String>,
    label: &'static str,
    any: Option<&'static str>,
    values: Vec<(String, String)>,
    chosen: &str,
    then: impl Fn(String) + 'static,
) -> El {
    let option = |(value, words): (String, String)| {
        let is_chosen = value == chosen;
        let option = el("option").attr("value", value).child(words);
        if is_chosen { option.attr("selected", "") } else { option }
    };
    let any = any.map(|any| el("option").attr("value", "").child(any));
    let options: Vec<El> = values.into_iter().map(option).collect();
    let id = id.into();
    let select =
        el("select").class("input").attr("id", id.clone()).test(id.clone()).child(any).child(options).on_input(then);
    div("field").child(el("label").attr("for", id).child(label)).child(select)
}
