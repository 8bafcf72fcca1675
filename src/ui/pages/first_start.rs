//! The first start: language and name, nothing else.

use crate::i18n::Lang;
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon, mark};
use leptos::prelude::*;

pub fn first_start(desk: Desk) -> impl IntoView {
    let name = RwSignal::new(desk.settings.with_untracked(|settings| settings.name.clone()));
    let is_missing = RwSignal::new(false);
    let words = move || &desk.words().start;
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() {
            is_missing.set(true);
            crate::ui::browser::focus("#who");
            return;
        }
        begin(desk, typed);
    };
    view! {
        <div class="start" role="dialog" aria-modal="true" aria-labelledby="start-title" data-test="first-start">
            <div class="stripe" aria-hidden="true"></div>
            <form novalidate on:submit=begin>
                <div class="stack tight">
                    {mark()} <h1 id="start-title">"Ayni"</h1> // tidy: not-a-text
                    <p class="lead">{move || words().slogan}</p>
                </div>
                {language(desk)}
                <div class="field" class:wrong=move || is_missing.get()>
                    <label for="who">{move || words().who}</label>
                    <input
                        class="input"
                        id="who"
                        autocomplete="off"
                        maxlength="80"
                        placeholder=move || words().who_placeholder
                        aria-describedby="who-hint"
                        data-test="device-name"
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                    <p class="hint" id="who-hint">{move || words().who_hint}</p>
                    <Show when=move || is_missing.get()>
                        <p class="why" role="alert">{icon(Pic::Warning)} <span>{move || words().who_missing}</span></p>
                    </Show>
                </div>
                <div class="stack tight">
                    <button class="btn full" data-test="start">{move || words().start}</button>
                    <button class="btn plain full" type="button" data-test="open-example" on:click=move |_| desk.open_example()>
                        {move || words().see_example}
                    </button>
                </div>
                <p class="hint line">
                    {icon(Pic::Shield)} <span class="grow">{move || (words().privacy)(desk.device_word())}</span>
                </p>
            </form>
        </div>
    }
}

/// Two big choices, each in its own language.
pub fn language(desk: Desk) -> impl IntoView {
    let option = move |lang: Lang| {
        view! {
            <label class="chip">
                <input
                    type="radio"
                    name="lang"
                    data-test=["language-", lang.code()].concat()
                    prop:checked=move || desk.lang.get() == lang
                    on:change=move |_| choose(desk, lang)
                />
                <span lang=lang.code()>{lang.name()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{move || desk.words().start.language}</legend>
            <div class="choose">{Lang::ALL.iter().map(|lang| option(*lang)).collect_view()}</div>
        </fieldset>
    }
}

/// Before the first start is done, the language is only tried on.
fn choose(desk: Desk, lang: Lang) {
    desk.lang.set(lang);
    if !desk.settings.with_untracked(|settings| settings.is_first_start()) {
        let kept = desk.change_settings(|settings| settings.language = lang.code().to_owned());
        if kept.is_err() {
            desk.say((desk.words().errors.settings_not_kept)(desk.device_word()).text());
        }
    }
}

fn begin(desk: Desk, name: String) {
    let lang = desk.lang.get_untracked();
    desk.rename_device();
    let kept = desk.change_settings(|settings| {
        settings.language = lang.code().to_owned();
        settings.name = name;
    });
    leptos::task::spawn_local(async move {
        if desk.save_name().await.is_err() || kept.is_err() {
            desk.say((desk.words().errors.settings_not_kept)(desk.device_word()).text());
        }
    });
}
