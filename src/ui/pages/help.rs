//! The help: a list of topics, each with a picture of the app and short steps. On paper the list is all of it.

use crate::app::{Route, help as topics};
use crate::i18n::{Step, Topic};
use crate::ui::browser;
use crate::ui::browser::printing::print_page;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::hint::FROM_PAGE;
use crate::ui::parts::icon::{Pic, icon};

/// It comes with the page: whoever never asks loads none of it.
const STYLE: &str = include_str!("../../../style/help.css");

pub fn help(desk: Desk, topic: Option<Topic>) -> Vec<El> {
    let page = match topic {
        None => all(desk),
        Some(topic) => one(desk, topic),
    };
    [el("style").child(STYLE)].into_iter().chain(page).collect()
}

/// What there is. All of it stands below for the printer alone, with its pictures, which are on the device anyway.
fn all(desk: Desk) -> Vec<El> {
    let words = desk.words().help();
    let title = el("h1").attr("tabindex", "-1").child(words.title);
    let title = div("grow").child(title).child(el("p").class("stone").child(words.lead));
    let on_paper = Topic::ALL.map(|topic| {
        let told = (words.topic)(topic);
        let title = [el("h2").child(told.name), el("p").class("stone").child(told.about)];
        el("section").class("topic").child(title).child(explained(desk, topic))
    });
    let example = (!desk.is_example.get()).then(|| {
        let open = button("btn plain", "open-example", move || desk.open_example());
        open.child(icon(Pic::Leaf)).child(desk.words().example.open)
    });
    vec![
        div("head").child(back_to(desk, &Route::Settings)).child(title),
        list(desk, &Topic::ALL, words.title),
        div("line").child(example).child(print_button(words.print_all)),
        el("p").class("hint").child(desk.words().settings().not_reviewed),
        div("on-paper").child(on_paper.into_iter().collect::<Vec<_>>()),
    ]
}

fn one(desk: Desk, topic: Topic) -> Vec<El> {
    let words = desk.words().help();
    let told = (words.topic)(topic);
    let title = el("h1").attr("tabindex", "-1").child(told.name);
    let title = div("grow").child(title).child(el("p").class("stone").child(told.about));
    let others: Vec<Topic> = Topic::ALL.into_iter().filter(|other| *other != topic).collect();
    vec![
        div("head").child(back(desk)).child(title),
        el("section").class("part card").attr("aria-label", told.name).child(explained(desk, topic)),
        div("line").child(begin(desk, topic)).child(print_button(words.print)),
        div("stack tight not-on-paper").child(el("h2").child(words.others)).child(list(desk, &others, words.others)),
    ]
}

/// To the page from which it was opened, as it was left there; else to the list.
fn back(desk: Desk) -> El {
    back_to(desk, &Route::Help(None)).on("click", |event| {
        if browser::hash().ends_with(FROM_PAGE) {
            event.prevent_default();
            browser::go_back();
        }
    })
}

fn list(desk: Desk, topics: &[Topic], name: &'static str) -> El {
    let row = |topic: &Topic| {
        let told = (desk.words().help().topic)(*topic);
        let text = el("span").class("grow").child(el("b").child(told.name)).child(el("small").child(told.about));
        let row = link("row", "", Route::Help(Some(*topic)).hash()).test(["topic-", topics::name(*topic)].concat());
        el("li").child(row.child(icon(pic(*topic))).child(text).child(icon(Pic::Chevron)))
    };
    let rows: Vec<El> = topics.iter().map(row).collect();
    let list = el("ul").class("rows").child(rows);
    el("nav").class("card not-on-paper").attr("aria-label", name).test("topics").child(list)
}

const fn pic(topic: Topic) -> Pic {
    match topic {
        Topic::FirstVisit => Pic::Visit,
        Topic::Counting => Pic::Training,
        Topic::Sending => Pic::Exchange,
        Topic::Loading => Pic::LoadFile,
        Topic::Clashes => Pic::People,
        Topic::Report => Pic::Report,
        Topic::NewPhone => Pic::Device,
        Topic::Hosting => Pic::Building,
    }
}

/// The picture and the steps.
fn explained(desk: Desk, topic: Topic) -> El {
    let told = (desk.words().help().topic)(topic);
    let [width, height] = topics::size(topic).map(|pixels| pixels.to_string());
    // From the same build as this page, also where a newer one is in use already.
    let source = [&topics::picture(topic, desk.lang.get()), "?", &browser::told("data-build")].concat();
    let picture = el("img")
        .attr("src", source)
        .attr("alt", told.picture)
        .attr("width", width)
        .attr("height", height)
        .attr("decoding", "async")
        .test("help-picture");
    let steps: Vec<El> = told.steps.iter().map(|one| el("li").child(sentence(one))).collect();
    div("explained").child(el("ol").class("steps").test("help-steps").child(steps)).child(picture)
}

/// With what stands on buttons in bold.
fn sentence(step: &Step) -> El {
    let parts = step.text.split("{}").enumerate();
    parts.fold(el("span"), |sentence, (number, part)| {
        let name = number.checked_sub(1).and_then(|before| step.names.get(before));
        sentence.child(name.map(|name| el("b").child(*name))).child(part)
    })
}

/// The way to where one begins with it, called as that page is.
fn begin(desk: Desk, topic: Topic) -> El {
    let words = desk.words();
    let name = match topic {
        Topic::FirstVisit => words.today.new_visit,
        Topic::Counting => words.today.new_training,
        Topic::Sending | Topic::Loading => words.nav.exchange,
        Topic::Clashes => words.record().conflict,
        Topic::Report => words.nav.review,
        Topic::NewPhone => words.my_data().title,
        Topic::Hosting => words.nav.settings,
    };
    link("btn", "begin", topics::begins_at(topic).hash()).child(name)
}

fn print_button(name: &'static str) -> El {
    button("btn quiet", "print-help", print_page).child(name)
}
