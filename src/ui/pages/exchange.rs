//! Files: saving one for others, loading those of others, and what is not yet safe elsewhere.

use super::loading::{Loading, Outcome, read_files, show_preview};
use super::today::not_safe;
use crate::exchange::{Made, file_name, write};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use leptos::prelude::*;
use web_sys::File;

pub fn exchange(desk: Desk) -> impl IntoView {
    let state = RwSignal::new(Loading::Idle(None));
    move || match state.get() {
        Loading::Reading(files) => reading(desk, files).into_any(),
        Loading::Preview(preview) => show_preview(desk, state, preview).into_any(),
        Loading::Idle(outcome) => idle(desk, state, outcome).into_any(),
    }
}

fn reading(desk: Desk, files: usize) -> impl IntoView {
    view! {
        <div class="head">
            <div class="grow">
                <h1 tabindex="-1">{(desk.words().exchange.reading)(files)}</h1>
                <p class="stone">{desk.words().preview.nothing_changes_yet}</p>
            </div>
        </div>
        <progress></progress>
    }
}

fn idle(desk: Desk, state: RwSignal<Loading>, outcome: Option<Outcome>) -> impl IntoView {
    let words = &desk.words().exchange;
    let in_example = move || {
        let example = &desk.words().example;
        view! {
            <section class="note calm" data-test="no-files-in-example">
                {icon(Pic::Info)} <p class="grow"><b>{example.no_files}</b>" "{example.no_files_hint}</p>
            </section>
        }
    };
    view! {
        <div class="head">
            <div class="grow"><h1 tabindex="-1">{words.title}</h1><p class="stone">{words.lead}</p></div>
        </div>
        {outcome.map(|outcome| result(desk, outcome))}
        <Show when=move || desk.is_example.get()>{in_example}</Show>
        {move || not_safe(desk)}
        <div class="cols even">{save_card(desk, state)} {load_card(desk, state)}</div>
        {unreadable(desk)}
    }
}

fn result(desk: Desk, outcome: Outcome) -> AnyView {
    let words = &desk.words().preview;
    match outcome {
        Outcome::Joined { changes, files, counts, confirmed } => {
            let conflicts = (counts.conflicts > 0).then(|| {
                view! {
                    <section class="note" data-test="conflicts-to-see">
                        {icon(Pic::Warning)} <p class="grow"><b>{(words.conflicts_to_see)(counts.conflicts)}</b></p>
                    </section>
                }
            });
            view! {
                <section class="note ok" role="status" data-test="import-result">
                    {icon(Pic::Check)}
                    <div class="grow">
                        <p><b>{(words.joined)(changes, files)}</b></p>
                        <p>{(words.joined_records)(counts.new_records, counts.changed_records)}</p>
                        {confirmed_line(desk, confirmed)}
                    </div>
                </section>
                {conflicts}
            }
            .into_any()
        }
        Outcome::NothingNew { confirmed } => view! {
            <section class="note calm" role="status" data-test="nothing-new">
                {icon(Pic::Info)}
                <div class="grow"><p><b>{words.nothing_new}</b>" "{words.nothing_new_hint}</p> {confirmed_line(desk, confirmed)}</div>
            </section>
        }
        .into_any(),
        Outcome::Cancelled => view! {
            <section class="note calm" role="status" data-test="load-cancelled">{icon(Pic::Info)} <p class="grow">{words.cancelled}</p></section>
        }
        .into_any(),
        Outcome::Failed(told) => alert("load-error", told).into_any(),
        Outcome::FileSaved(name) => view! {
            <section class="note ok" role="status" data-test="file-saved">
                {icon(Pic::Check)}
                <p class="grow"><b>{(desk.words().exchange.saved)(&name)}</b>" "{desk.words().exchange.saved_next}</p>
            </section>
        }
        .into_any(),
    }
}

fn confirmed_line(desk: Desk, confirmed: usize) -> Option<impl IntoView> {
    (confirmed > 0).then(|| view! { <p data-test="confirmed">{(desk.words().exchange.acknowledged)(confirmed)}</p> })
}

fn save_card(desk: Desk, state: RwSignal<Loading>) -> impl IntoView {
    let words = &desk.words().exchange;
    let own = move || {
        let entries = desk.with_names(crate::app::everything);
        let own = entries.iter().filter(|entry| entry.kind != crate::record::Kind::Agreement).count();
        if own == 0 { words.nothing_to_save.to_owned() } else { (words.save_what)(own, None) }
    };
    view! {
        <section class="card stack" aria-labelledby="save">
            <h2 id="save">{words.save_title}</h2>
            <p>{own}</p>
            <p class="hint">{words.save_contains}</p>
            <button
                class="btn full"
                type="button"
                data-test="save-file"
                disabled=move || desk.is_example.get()
                on:click=move |_| state.set(Loading::Idle(Some(save_file(desk))))
            >
                {icon(Pic::SaveFile)} {words.save}
            </button>
        </section>
    }
}

/// Hands everything to the person as one file.
fn save_file(desk: Desk) -> Outcome {
    let not_made = || Outcome::Failed((desk.words().errors.file_not_made)(desk.device_word()));
    let Some(device) = desk.device() else { return not_made() };
    let (now, by) = (browser::now(), desk.settings.with_untracked(|settings| settings.name.clone()));
    let at = now.rfc3339();
    let made = Made { at: &at, by: &by, device: &device };
    let text = desk.notebook.with_untracked(|notebook| write(&notebook.log, &made));
    let name = file_name(&by, &device, &now.date());
    if browser::download(&name, &text).is_none() {
        return not_made();
    }
    // Only a reminder; where settings are not kept, the file is there all the same.
    let _ = desk.change_settings(|settings| settings.last_file_at = at);
    Outcome::FileSaved(name)
}

fn load_card(desk: Desk, state: RwSignal<Loading>) -> impl IntoView {
    let words = &desk.words().exchange;
    let is_over = RwSignal::new(false);
    let input = NodeRef::<leptos::html::Input>::new();
    let load = move |files: Vec<File>| {
        if !files.is_empty() && !desk.is_example.get_untracked() {
            leptos::task::spawn_local(read_files(desk, state, files));
        }
    };
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            load(browser::files(input.files()));
            // The same file can then be chosen again.
            input.set_value("");
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        load(browser::files(event.data_transfer().and_then(|transfer| transfer.files())));
    };
    let over = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let open = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <section class="card stack" aria-labelledby="load">
            <h2 id="load">{words.load_title}</h2>
            <div
                class="drop"
                class:over=move || is_over.get()
                data-test="drop-zone"
                on:dragover=over
                on:dragleave=move |_| is_over.set(false)
                on:drop=dropped
            >
                {icon(Pic::LoadFile)}
                <p>
                    <span class="only-wide">{move || if is_over.get() { words.drop_here } else { words.drag_here }}" "</span>
                    {words.several}
                </p>
                <button
                    class="btn quiet full"
                    type="button"
                    data-test="load-files"
                    disabled=move || desk.is_example.get()
                    on:click=open
                >
                    {words.choose_files}
                </button>
                // No filter on names: several phones would grey the files out.
                <input type="file" multiple hidden node_ref=input data-test="file-input" on:change=chosen />
            </div>
            <p class="hint">{words.load_hint}</p>
        </section>
    }
}

/// Texts in quarantine (M2), to be looked at and taken along as a file.
fn unreadable(desk: Desk) -> impl IntoView {
    let words = &desk.words().exchange;
    let texts = LocalResource::new(move || async move {
        use crate::storage::LogStore;
        desk.store().quarantine().await.unwrap_or_default()
    });
    move || {
        let texts = texts.get().filter(|texts| !texts.is_empty())?;
        let file = texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join("\n");
        let row = |text: &crate::storage::Quarantined| {
            view! {
                <li class="row">
                    <span class="grow">
                        <b>{(words.quarantined)(&text.file, text.line)}</b>
                        <small>{text.text.chars().take(200).collect::<String>()}</small>
                    </span>
                </li>
            }
        };
        Some(view! {
            <details class="card" data-test="quarantine">
                <summary class="line"><h2>{words.quarantine_title}</h2> <span class="tag bad">{texts.len()}</span></summary>
                <p class="hint">{words.quarantine_hint}</p>
                <ul class="rows">{texts.iter().map(row).collect_view()}</ul>
                <button
                    class="btn quiet"
                    type="button"
                    data-test="quarantine-save"
                    on:click=move |_| {
                        if browser::download("ayni-quarantine.txt", &file).is_none() {
                            desk.say((desk.words().errors.file_not_made)(desk.device_word()).text());
                        }
                    }
                >
                    {icon(Pic::SaveFile)} {words.quarantine_save}
                </button>
            </details>
        })
    }
}
