//! The frame around every page: stripe, bar, banner of the example, the page, and the word at the foot.

use super::browser;
use super::desk::Desk;
use super::pages;
use super::parts::icon::{Pic, icon, mark};
use super::parts::trouble::trouble;
use crate::app::{Route, Settings};
use leptos::prelude::*;

/// The whole app.
pub fn shell(desk: Desk) -> impl IntoView {
    provide_context(desk);
    let page_view = move || match desk.route.get() {
        Route::NewVisit | Route::NewTraining | Route::Edit(_) => "form",
        Route::Record(_) | Route::Settings => "page",
        _ => "top",
    };
    Effect::new(move || browser::set_document(desk.lang.get(), &title(desk)));
    let is_first_start = move || desk.settings.with(Settings::is_first_start) && !desk.is_example.get();
    view! {
        <div class="frame" data-view=page_view>
            <button class="skip btn" type="button" on:click=|_| browser::focus("#main")>{move || desk.words().a11y.skip}</button>
            <div class="stripe" aria-hidden="true"></div>
            <Show when=move || desk.is_example.get()>{move || banner(desk)}</Show>
            {bar(desk)}
            <main class="main" id="main" tabindex="-1">
                {move || trouble(desk)}
                {move || pages::page(desk, desk.route.get())}
            </main>
        </div>
        <Show when=is_first_start>{move || pages::first_start(desk)}</Show>
        <div role="status" aria-live="polite">
            {move || desk.toast.get().map(|toast| view! { <div class="toast" data-test="toast">{icon(Pic::Check)}{toast.text}</div> })}
        </div>
    }
}

fn title(desk: Desk) -> String {
    let words = desk.words();
    let page = match desk.route.get().section() {
        Route::Visits => words.nav.visits,
        Route::Trainings => words.nav.trainings,
        Route::Exchange => words.nav.exchange,
        Route::Settings => words.nav.settings,
        _ => words.nav.today,
    };
    [page, " · Ayni"].concat()
}

fn bar(desk: Desk) -> impl IntoView {
    let tab = move |route: Route, pic: Pic, name: &'static str, wide: bool| {
        let (href, here) = (route.hash(), route);
        let label = move || {
            let nav = &desk.words().nav;
            match here {
                Route::Visits => nav.visits,
                Route::Trainings => nav.trainings,
                Route::Exchange => nav.exchange,
                Route::Settings => nav.settings,
                _ => nav.today,
            }
        };
        let section = Route::parse(&href);
        view! {
            <a
                href=href
                class:wide=wide
                data-test=["tab-", name].concat()
                aria-current=move || (desk.route.get().section() == section).then_some("page")
            >
                {icon(pic)}
                {label}
            </a>
        }
    };
    view! {
        <header class="bar">
            <div class="topbar">
                <a class="brand" href="#/" data-test="brand">{mark()} "Ayni"</a> // tidy: not-a-text
                <a class="icon-btn" href="#/settings" aria-label=move || desk.words().nav.settings data-test="open-settings">
                    {icon(Pic::Settings)}
                </a>
            </div>
            <nav class="nav" aria-label=move || desk.words().a11y.main_nav>
                {tab(Route::Today, Pic::Today, "today", false)}
                {tab(Route::Visits, Pic::Visit, "visits", false)}
                {tab(Route::Trainings, Pic::Training, "trainings", false)}
                {tab(Route::Exchange, Pic::Exchange, "exchange", false)}
                {tab(Route::Settings, Pic::Settings, "settings", true)}
            </nav>
            <p class="bar-note">{icon(Pic::Shield)} <span>{move || (desk.words().common.stays_here)(desk.device_word())}</span></p>
        </header>
    }
}

fn banner(desk: Desk) -> impl IntoView {
    let words = &desk.words().example;
    view! {
        <div class="banner" role="region" aria-label=words.name data-test="example-banner">
            <span>
                <b>{words.name}": "</b>
                {words.not_yours}
            </span>
            <button class="btn" type="button" data-test="leave-example" on:click=move |_| desk.leave_example()>
                {words.leave}
            </button>
        </div>
    }
}
