//! The frame around every page: stripe, bar, banner of the example, the page, and the word at the foot.

use super::browser;
use super::desk::{Desk, Toast};
use super::html::{El, Node, button, div, el, link};
use super::pages;
use super::parts::icon::{Pic, icon, mark};
use super::parts::trouble::{open_elsewhere, trouble};
use super::wires::effect;
use crate::app::Route;
use crate::ui::shared::Derived;
use leptos::prelude::AnyView;

/// The whole app.
pub fn shell(desk: Desk) -> AnyView {
    let page_view = move || match desk.route.get() {
        Route::NewVisit
        | Route::NewLike(_)
        | Route::NewTraining
        | Route::NextSession(_)
        | Route::New(_)
        | Route::Edit(_) => "form",
        Route::Record(_)
        | Route::Settings
        | Route::MyData
        | Route::Help(_)
        | Route::Directory
        | Route::Twins
        | Route::Bin
        | Route::Clashes
        | Route::Words
        | Route::Figures
        | Route::Indicators
        | Route::OtherFiles
        | Route::Counting => "page",
        _ => "top",
    };
    // They live as long as the page.
    std::mem::forget(effect(Box::new(move |()| browser::set_document(desk.lang.get(), &title(desk)))));
    std::mem::forget(effect(Box::new(move |()| desk.say_what_is_open())));
    let is_first_start = Derived::new(move || desk.settings.see().is_first_start() && !desk.is_example.get());
    let hides_pages = Derived::new(move || desk.trouble.get().is_some_and(|trouble| trouble.hides_pages()));
    let skip = button("skip btn", "skip", || browser::focus("#main")).follow(move || desk.words().a11y.skip);
    let main = el("main")
        .class("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .follow(move || trouble(desk))
        .follow(move || open_elsewhere(desk))
        // Under the first start there is no page yet: nothing to hear or to reach with the keyboard. And no list looks empty that
        // is not.
        .follow(move || (!is_first_start.get() && !hides_pages.get()).then(|| pages::page(desk, desk.route.get())));
    let frame = div("frame")
        .attr_when("data-view", move || Some(page_view().to_owned()))
        .child(skip)
        .child(div("stripe").attr("aria-hidden", "true"))
        .follow(move || desk.is_example.get().then(|| banner(desk)))
        .child(bar(desk))
        .child(main);
    let toast = move || desk.toast.get().map(|toast| said(desk, toast));
    let toasts = el("div").attr("role", "status").attr("aria-live", "polite").follow(toast);
    let first_start =
        super::html::follow(move || (is_first_start.get() && !hides_pages.get()).then(|| pages::first_start(desk)));
    (frame, first_start, toasts).into_one()
}

/// A word at the foot, and the way to undo what it speaks of.
fn said(desk: Desk, toast: Toast) -> El {
    let Toast { text, undo, .. } = toast;
    let can_undo = !undo.is_empty();
    let undo = button("btn plain", "undo", move || desk.undo(&undo));
    let undo = can_undo.then(|| undo.child(icon(Pic::Undo)).child(desk.words().common.undo));
    div("toast").test("toast").child(icon(Pic::Check)).child(el("span").class("grow").child(text)).child(undo)
}

fn title(desk: Desk) -> String {
    [name(desk, &desk.route.get().section()), " · Ayni"].concat()
}

/// What a section of the app is called.
fn name(desk: Desk, section: &Route) -> &'static str {
    let nav = &desk.words().nav;
    match section {
        Route::Visits => nav.visits,
        Route::Trainings => nav.trainings,
        Route::Exchange => nav.exchange,
        Route::Settings => nav.settings,
        Route::Directory => nav.directory,
        Route::Figures => nav.figures,
        Route::Review => nav.review,
        Route::Reports => nav.report,
        _ => nav.today,
    }
}

fn bar(desk: Desk) -> El {
    let tab = move |(route, pic, class, test): (Route, Pic, &'static str, &'static str)| {
        let (here, named) = (route.clone(), route.clone());
        el("a")
            .class(class)
            .attr_when("href", move || Some(desk.address(&route)))
            .test(test)
            .attr_when("aria-current", move || (desk.route.get().section() == here).then(|| "page".to_owned()))
            .child(icon(pic))
            .follow(move || name(desk, &named))
            .follow(move || (test == "tab-settings").then(|| dot(desk)))
    };
    let tabs = [
        (Route::Today, Pic::Today, "", "tab-today"),
        (Route::Visits, Pic::Visit, "", "tab-visits"),
        (Route::Trainings, Pic::Training, "", "tab-trainings"),
        (Route::Exchange, Pic::Exchange, "", "tab-exchange"),
        (Route::Review, Pic::Table, "wide", "tab-review"),
        (Route::Figures, Pic::Chart, "wide", "tab-figures"),
        (Route::Reports, Pic::Report, "wide", "tab-reports"),
        (Route::Directory, Pic::Building, "wide", "tab-directory"),
        (Route::Settings, Pic::Settings, "wide", "tab-settings"),
    ];
    let settings = link("icon-btn", "open-settings", Route::Settings.hash())
        .child(icon(Pic::Settings))
        .child(el("span").class("unseen").follow(move || desk.words().nav.settings))
        .follow(move || dot(desk));
    let topbar =
        div("topbar").child(link("brand", "brand", Route::Today.hash()).child(mark()).child("Ayni")).child(settings);
    let nav = el("nav")
        .class("nav")
        .attr_when("aria-label", move || Some(desk.words().a11y.main_nav.to_owned()))
        .child(tabs.map(tab));
    let stays_here = move || (desk.words().common.stays_here)(desk.device_word());
    let note = el("p").class("bar-note").child(icon(Pic::Shield)).child(el("span").follow(stays_here));
    el("header").class("bar").child([topbar, nav, note])
}

/// The quiet mark that a newer build waits, for the ear as well.
fn dot(desk: Desk) -> Option<El> {
    let is_newer = !desk.offline.see().waiting.is_empty();
    let told = || el("span").class("unseen").child(desk.words().newer());
    is_newer.then(|| el("i").class("dot").test("newer-dot").child(told()))
}

fn banner(desk: Desk) -> El {
    let words = &desk.words().example;
    let told = el("span").child(el("b").child(words.name)).child(": ").child(words.not_yours);
    div("banner")
        .attr("role", "region")
        .attr("aria-label", words.name)
        .test("example-banner")
        .child(told)
        .child(button("btn", "leave-example", move || desk.leave_example()).child(words.leave))
}
