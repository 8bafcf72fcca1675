//! Settings: language, name, this device, the example, what this is.

use super::first_start::language;
use crate::app::Route;
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::store_error;
use leptos::prelude::*;

pub fn settings(desk: Desk) -> impl IntoView {
    let words = &desk.words().settings;
    view! {
        <div class="head">
            <a class="icon-btn only-narrow" href=Route::Today.hash() aria-label=desk.words().common.back data-test="back">
                {icon(Pic::Back)}
            </a>
            <div class="grow"><h1 tabindex="-1">{words.title}</h1></div>
        </div>
        <div class="cols even">
            <div class="stack">
                <section class="card stack" aria-label=words.language>{language(desk)} {name(desk)}</section>
                <section class="card stack" aria-labelledby="example">
                    <h2 id="example">{words.example}</h2>
                    <p>{words.example_hint}</p>
                    {move || example_button(desk)}
                </section>
            </div>
            <div class="stack">{move || this_device(desk)} {about(desk)}</div>
        </div>
    }
}

fn name(desk: Desk) -> impl IntoView {
    let words = &desk.words().settings;
    let name = RwSignal::new(desk.settings.with_untracked(|settings| settings.name.clone()));
    let is_changed = move || {
        let typed = name.get();
        !typed.trim().is_empty() && desk.settings.with(|settings| settings.name != typed.trim())
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() || !is_changed() {
            return;
        }
        let kept = desk.change_settings(|settings| settings.name = typed);
        leptos::task::spawn_local(async move {
            match desk.save_name().await {
                Ok(()) if kept.is_ok() => desk.say(words.name_saved),
                Ok(()) => desk.say((desk.words().errors.settings_not_kept)(desk.device_word()).text()),
                Err(error) => desk.say(store_error(desk, &error).text()),
            }
        });
    };
    view! {
        <form class="field" on:submit=save>
            <label for="name">{(words.who)(desk.device_word())}</label>
            <input
                class="input"
                id="name"
                autocomplete="off"
                maxlength="80"
                data-test="device-name"
                prop:value=name
                on:input=move |event| name.set(event_target_value(&event))
            />
            <p class="hint">{words.who_hint}</p>
            <Show when=is_changed>
                <button class="btn" data-test="save-name">{desk.words().common.save}</button>
            </Show>
        </form>
    }
}

fn example_button(desk: Desk) -> AnyView {
    let words = &desk.words().example;
    if desk.is_example.get() {
        view! {
            <button class="btn quiet" type="button" data-test="leave-example-here" on:click=move |_| desk.leave_example()>
                {words.leave}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button class="btn quiet" type="button" data-test="open-example" on:click=move |_| desk.open_example()>
                {icon(Pic::Leaf)} {words.open}
            </button>
        }
        .into_any()
    }
}

fn this_device(desk: Desk) -> impl IntoView {
    let words = &desk.words().settings;
    let shipped = |record: &crate::log::RecordView| record.history().iter().all(|change| change.device().is_shipped());
    let held = desk.notebook.with(|notebook| notebook.log.records().filter(|record| !shipped(record)).count());
    let last_file = desk.settings.with(|settings| match settings.last_file_at.as_str() {
        "" => words.no_file_yet.to_owned(),
        at => (words.last_file)(at, &desk.today()),
    });
    let device = desk.settings.with(|settings| settings.device.clone());
    view! {
        <section class="card" aria-labelledby="device">
            <h2 id="device">{(words.device)(desk.device_word())}</h2>
            <ul class="rows">
                <li class="row">
                    {icon(Pic::Device)}
                    <span class="grow">
                        <b>{(words.held)(held, None)}</b>
                        <small>{(words.stays_here)(desk.device_word())}</small>
                    </span>
                </li>
                <li class="row">{icon(Pic::File)} <span class="grow"><b>{last_file}</b></span></li>
                <li class="row">
                    {icon(Pic::Info)} <span class="grow"><small>{words.device_id}</small><b data-test="device-id">{device}</b></span>
                </li>
            </ul>
        </section>
    }
}

fn about(desk: Desk) -> impl IntoView {
    let words = &desk.words().settings;
    view! {
        <section class="card stack tight" aria-labelledby="about">
            <h2 id="about">{words.about}</h2>
            <p>
                <i lang="qu">"Ayni"</i> // tidy: not-a-text
                {words.meaning}
            </p>
            <p class="small stone">{(words.version)(env!("CARGO_PKG_VERSION"))} " " {words.licence}</p>
            <p class="small stone">
                {words.places_by} " " <a href="https://www.geonames.org/" rel="noreferrer">"GeoNames"</a> // tidy: not-a-text
                {words.places_licence}
            </p>
            <p class="small stone">{words.not_reviewed}</p>
        </section>
    }
}
