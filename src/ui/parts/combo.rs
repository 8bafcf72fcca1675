//! A field in which one searches and picks: with the finger, or with the arrow keys, Enter and Escape.

use super::icon::{Pic, icon};
use leptos::prelude::*;

/// One thing to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What [`Combo::choose`] gets.
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

/// A search field. `id` names it in the page: `municipality` gives `municipality-search`, `municipality-option` …
pub fn combo(
    id: &'static str,
    words: ComboWords,
    picked: impl Fn() -> Option<Picked> + Copy + Send + Sync + 'static,
    offers: impl Fn(&str) -> Vec<Offer> + Copy + Send + Sync + 'static,
    choose: impl Fn(Offer) + Copy + Send + Sync + 'static,
    clear: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let part = move |name: &str| [id, "-", name].concat();
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let current = RwSignal::new(0_usize);
    let picked = Memo::new(move |_| picked());
    let found = Memo::new(move |_| if is_open.get() { offers(&typed.get()) } else { Vec::new() });
    let take = move |offer: Offer| {
        is_open.set(false);
        typed.set(String::new());
        choose(offer);
    };
    let move_by = move |step: isize| {
        let last = found.with(Vec::len).saturating_sub(1);
        current.update(|at| *at = at.saturating_add_signed(step).min(last));
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            is_open.set(true);
            move_by(1);
        }
        "ArrowUp" => {
            event.prevent_default();
            move_by(-1);
        }
        "Enter" => {
            // Enter picks; it never sends the form half-filled.
            event.prevent_default();
            if let Some(offer) = found.with(|found| found.get(current.get_untracked()).cloned()) {
                take(offer);
            }
        }
        "Escape" => is_open.set(false),
        _ => {}
    };
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        current.set(0);
        is_open.set(true);
    };
    let option = move |(index, offer): (usize, Offer)| {
        let chosen = offer.clone();
        let test = part(if offer.is_other { "other" } else { "option" });
        view! {
            <li
                role="option"
                id=[id, "-option-", &index.to_string()].concat()
                class:other=offer.is_other
                data-test=test
                aria-selected=move || (current.get() == index).to_string()
                // Pressing must not take the focus from the field, which would close the list before the click.
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| take(chosen.clone())
            >
                {icon(offer.pic)}
                <span class="grow">{offer.title} {(!offer.note.is_empty()).then(|| view! { <small>{offer.note}</small> })}</span>
            </li>
        }
    };
    let search = move || {
        view! {
            <div class="box">
                {icon(Pic::Search)}
                <input
                    id=id
                    role="combobox"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-controls=part("list")
                    aria-expanded=move || found.with(|found| !found.is_empty()).to_string()
                    aria-activedescendant=move || {
                        found.with(|found| !found.is_empty()).then(|| [id, "-option-", &current.get().to_string()].concat())
                    }
                    placeholder=words.placeholder
                    data-test=part("search")
                    prop:value=typed
                    on:input=on_input
                    on:focus=move |_| is_open.set(true)
                    on:blur=move |_| is_open.set(false)
                    on:keydown=on_key
                />
            </div>
            <Show when=move || found.with(|found| !found.is_empty())>
                <ul class="suggest" id=part("list") role="listbox" aria-label=words.list data-test=part("list")>
                    {move || found.get().into_iter().enumerate().map(option).collect_view()}
                </ul>
            </Show>
        }
    };
    let chosen = move |picked: Picked| {
        view! {
            <div class="box picked" data-test=part("picked")>
                {icon(picked.pic)}
                <span class="grow"><b>{picked.title}</b>" "<span class="small stone">{picked.note}</span></span>
                <button class="icon-btn" type="button" aria-label=words.clear data-test=part("clear") on:click=move |_| clear()>
                    {icon(Pic::Close)}
                </button>
            </div>
        }
    };
    view! {
        <div class="field">
            <label for=id>{words.label}</label>
            {move || match picked.get() {
                Some(picked) => chosen(picked).into_any(),
                None => search().into_any(),
            }}
        </div>
    }
}
