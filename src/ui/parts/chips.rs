//! Choices as chips: one of a few, or as many as apply.

use leptos::prelude::*;

/// What a chip stands for and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub value: String,
    pub label: String,
}

/// A group of chips. With `many`, each is on or off by itself; else choosing one leaves the others.
pub fn chips(
    name: String,
    legend: &'static str,
    hint: &'static str,
    many: bool,
    options: Signal<Vec<Chip>>,
    is_on: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let kind = if many { "checkbox" } else { "radio" };
    let test = name.clone();
    let chip = move |option: Chip| {
        let (value, shown) = (option.value.clone(), option.value.clone());
        let test = [&name, "-", option.value.rsplit('/').next().unwrap_or_default()].concat();
        view! {
            <label class="chip">
                <input
                    type=kind
                    name=name.clone()
                    data-test=test
                    prop:checked=move || is_on(&shown)
                    on:change=move |_| choose(value.clone())
                />
                <span>{option.label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field" data-test=test>
            <legend>{legend} {(!hint.is_empty()).then(|| view! { <span class="stone">" "{hint}</span> })}</legend>
            <div class="chips">
                <For each=move || options.get() key=|option| option.value.clone() children=chip />
            </div>
        </fieldset>
    }
}
