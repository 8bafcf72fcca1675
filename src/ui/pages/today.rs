//! Today: what to do, what is unfinished, what was recorded lately, what is not yet safe elsewhere.

use crate::app::{FormKind, Route, UnfinishedForm, everything};
use crate::record::Kind;
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::{Columns, records, state, title};
use leptos::prelude::*;

/// How many of the latest entries a phone shows.
const LATEST: usize = 8;

pub fn today(desk: Desk) -> impl IntoView {
    let words = &desk.words().today;
    let entries = Memo::new(move |_| desk.with_names(everything));
    let unfinished = Memo::new(move |_| desk.unfinished());
    let is_empty = move || entries.with(Vec::is_empty) && unfinished.with(Vec::is_empty);
    let heading = move || if is_empty() { words.ready } else { desk.words().nav.today };
    view! {
        <div class="head">
            <div class="grow">
                <p class="stone small">{move || desk.lang.get().date_long(&desk.today())}</p>
                <h1 tabindex="-1">{heading}</h1>
            </div>
        </div>
        <div class="cols even">
            <div class="stack">
                <div class="doings">
                    <a class="do" href=Route::NewVisit.hash() data-test="new-visit">{icon(Pic::Visit)}{words.new_visit}</a>
                    <a class="do maize" href=Route::NewTraining.hash() data-test="new-training">
                        {icon(Pic::Training)}{words.new_training}
                    </a>
                </div>
                {move || not_safe(desk)}
            </div>
            <Show when=move || !unfinished.with(Vec::is_empty)>
                <section class="card" aria-labelledby="drafts">
                    <h2 id="drafts">{words.drafts}</h2>
                    <ul class="rows">{move || unfinished.get().into_iter().map(|form| draft(desk, form)).collect_view()}</ul>
                </section>
            </Show>
            <Show when=is_empty>{move || how_it_works(desk)}</Show>
        </div>
        <Show when=move || !entries.with(Vec::is_empty)>
            {move || latest(desk, entries)}
        </Show>
        <Show when=move || is_empty() && !desk.is_example.get()>
            <p class="line">
                <button class="btn plain" type="button" data-test="open-example" on:click=move |_| desk.open_example()>
                    {words.see_example}
                </button>
            </p>
        </Show>
    }
}

/// "n records not yet safe elsewhere", with the way to mend it.
pub fn not_safe(desk: Desk) -> Option<AnyView> {
    let words = &desk.words().today;
    let open = desk.notebook.with(|notebook| notebook.not_safe());
    if open.records == 0 || desk.is_example.get() {
        return None;
    }
    let told = (words.only_here)(open.records, desk.device_word());
    let oldest = (words.oldest)(&open.oldest_at, &desk.today());
    let on_exchange = desk.route.get() == Route::Exchange;
    Some(
        view! {
            <section class="note" aria-label=words.not_safe_region data-test="not-safe">
                {icon(Pic::Shield)}
                <p class="grow"><b>{told}</b>" "{oldest}</p>
                {(!on_exchange)
                    .then(|| view! { <a class="btn quiet" href=Route::Exchange.hash() data-test="to-exchange">{words.share}</a> })}
            </section>
        }
        .into_any(),
    )
}

fn draft(desk: Desk, form: UnfinishedForm) -> impl IntoView {
    let words = &desk.words().today;
    let (pic, new) = match form.kind {
        FormKind::Visit => (Pic::Visit, words.draft_visit),
        FormKind::Training => (Pic::Training, words.draft_training),
    };
    let name = if form.is_new { new } else { words.draft_edit };
    let when = (words.draft_of)(&form.typed_at, &desk.today());
    view! {
        <li>
            <a class="row" href=Route::Edit(form.key).hash() data-test="continue-draft">
                {icon(pic)}
                <span class="grow"><b>{name}</b><small>{when}</small></span>
                {icon(Pic::Chevron)}
            </a>
        </li>
    }
}

fn how_it_works(desk: Desk) -> impl IntoView {
    let words = &desk.words().today;
    let step = |(what, why): (&'static str, &'static str)| view! { <li><b>{what}</b><small>{why}</small></li> };
    view! {
        <section class="card" aria-labelledby="how">
            <h2 id="how">{words.how_it_works}</h2>
            <ol class="steps">{words.steps.into_iter().map(step).collect_view()}</ol>
        </section>
    }
}

/// On a phone the latest few as rows, on a desktop the table of everything.
fn latest(desk: Desk, entries: Memo<Vec<crate::app::Entry>>) -> impl IntoView {
    let words = &desk.words().today;
    let row = move |entry: crate::app::Entry| {
        let pic = match entry.kind {
            Kind::Session => Pic::Training,
            Kind::Agreement => Pic::People,
            _ => Pic::Visit,
        };
        let when = desk.lang.get().moment(&entry.recorded_at, &desk.today());
        let end = state(desk, &entry).unwrap_or_else(|| icon(Pic::Chevron).into_any());
        view! {
            <li>
                <a class="row" href=Route::Record(entry.page.clone()).hash() data-test="open-record">
                    {icon(pic)}
                    <span class="grow"><b>{title(desk, &entry)}</b><small>{when}" · "{entry.by}</small></span>
                    {end}
                </a>
            </li>
        }
    };
    view! {
        <section class="card only-narrow" aria-labelledby="recent">
            <h2 id="recent">{words.latest}</h2>
            <ul class="rows">{move || entries.get().into_iter().take(LATEST).map(row).collect_view()}</ul>
        </section>
        <section class="card only-wide" aria-labelledby="all">
            <h2 id="all">{words.everything}</h2>
            {move || records(desk, Columns::Everything, words.everything, entries.get())}
        </section>
    }
}
