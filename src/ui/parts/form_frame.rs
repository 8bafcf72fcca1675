//! What every form has: its head with the state of the draft, choices and terms as chips, its foot with Save.

use super::chips::{Chip, chips};
use super::fields::At;
use super::icon::{Pic, icon};
use super::trouble::{alert, store_error};
use crate::app::{Route, terms};
use crate::record::Choice;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use leptos::prelude::*;

pub fn head(desk: Desk, filling: Filling, back: Route, title: &'static str) -> impl IntoView + use<> {
    let words = &desk.words().form;
    let state = move || {
        match filling.kept.get() {
        None => view! { <p class="stone small">{words.draft_fresh}</p> }.into_any(),
        Some(Ok(time)) => view! { <p class="saved" data-test="draft-saved">{icon(Pic::Check)}{(words.draft_saved)(&time)}</p> }.into_any(),
        Some(Err(_)) => {
            view! { <p class="why" role="alert" data-test="draft-not-kept">{icon(Pic::Warning)}{words.draft_not_kept}</p> }.into_any()
        }
    }
    };
    view! {
        <div class="head">
            <a class="icon-btn" href=back.hash() aria-label=desk.words().common.back data-test="back">
                {icon(Pic::Back)}
            </a>
            <div class="grow"><h1 tabindex="-1">{title}</h1> {state}</div>
        </div>
    }
}

/// A choice of a few, fixed by the program.
pub fn choice_chips(desk: Desk, filling: Filling, at: At, choices: &[Choice]) -> impl IntoView + use<> {
    let chip = |choice: &Choice| Chip {
        value: choice.name().to_owned(),
        label: (desk.words().labels.choice)(*choice).to_owned(),
    };
    chips(
        at.id(),
        (desk.words().labels.field)(at.field),
        "",
        false,
        Signal::stored(choices.iter().map(chip).collect()),
        move |value| filling.form.with(|form| form.text(at.kind, at.field) == value),
        move |value| filling.set_text(at.kind, at.field, value),
    )
}

/// Terms of a list that the team shares; as many as apply.
pub fn term_chips(desk: Desk, filling: Filling, at: At, list: Choice) -> impl IntoView {
    let options = Memo::new(move |_| {
        let terms = desk.with_names(|names| terms(names, list));
        terms.into_iter().map(|(term, label)| Chip { value: term.to_string(), label }).collect::<Vec<_>>()
    });
    chips(
        at.id(),
        (desk.words().labels.field)(at.field),
        "",
        true,
        options.into(),
        move |value| filling.holds(at.kind, at.field, value),
        move |value| filling.edit(|form| form.toggle(at.kind, at.field, &value)),
    )
}

/// The way to give a draft up: asked once, because it can not be taken back.
pub fn discard(desk: Desk, filling: Filling, back: Route) -> impl IntoView {
    let words = &desk.words().today;
    let asks = RwSignal::new(false);
    let is_typed = Memo::new(move |_| filling.form.with(|form| form.is_typed_in()));
    let throw = {
        let back = back.hash();
        move |_| {
            filling.discard();
            browser::go_instead(&back);
        }
    };
    let buttons = move || {
        let throw = throw.clone();
        if asks.get() {
            view! {
                <div class="line" role="group" aria-label=words.throw_draft_away>
                    <p class="grow">{words.throw_draft_away_ask}</p>
                    <button class="btn quiet" type="button" on:click=move |_| asks.set(false)>{desk.words().common.cancel}</button>
                    <button class="btn quiet stop" type="button" data-test="discard-yes" on:click=throw>
                        {icon(Pic::Trash)} {words.throw_draft_away}
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <button class="btn plain stop" type="button" data-test="discard" on:click=move |_| asks.set(true)>
                    {icon(Pic::Trash)} {words.throw_draft_away}
                </button>
            }
            .into_any()
        }
    };
    view! { <Show when=move || is_typed.get()>{buttons.clone()}</Show> }
}

/// What is missing, and Save, always in reach of the thumb. A note can be saved with anything missing.
/// `above` stands over them in the same bar.
pub fn foot(desk: Desk, filling: Filling, above: impl IntoView + 'static) -> impl IntoView {
    let words = &desk.words().form;
    let missing = Memo::new(move |_| filling.form.with(|form| form.missing()));
    let save = move || if filling.is_saving.get() { words.saving } else { words.save };
    view! {
        {move || filling.failure.get().map(|error| alert("save-error", store_error(desk, &error)))}
        <div class="foot">
            {above}
            <p class="missing grow" data-test="missing">{move || missing.with(|missing| (words.missing)(missing))}</p>
            <button class="btn" data-test="save" disabled=move || filling.is_saving.get()>{save}</button>
        </div>
    }
}
