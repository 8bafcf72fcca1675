//! Settings: language, name, this device, the example, what this is.

use super::first_start::{language, settings_not_kept};
use crate::app::Route;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::offline::offline;
use crate::ui::parts::trouble::store_error;
use crate::ui::shared::{Derived, Shared};

pub fn settings(desk: Desk) -> [El; 2] {
    let words = desk.words().settings();
    let head = div("head")
        .child(div("only-narrow").child(back_to(desk, &Route::Today)))
        .child(div("grow").child(el("h1").attr("tabindex", "-1").child(words.title)));
    let who = el("section").class("card stack").attr("aria-label", words.language).child([language(desk), name(desk)]);
    let example = card("example", words.example).child(el("p").child(words.example_hint));
    let example = example.follow(move || example_button(desk));
    let device = div("stack").follow(move || this_device(desk));
    [
        head,
        div("cols even").child(div("stack").child([who, tidying(desk), example])).child(div("stack").child([
            device,
            offline(desk),
            about(desk),
        ])),
    ]
}

fn card(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("card stack").attr("aria-labelledby", id).child(title)
}

/// The ways to the lists of words, to what people wrote differently and to the bin.
fn tidying(desk: Desk) -> El {
    let row = |test, route: Route, pic, name: &'static str| {
        let link = link("row", test, route.hash()).child(icon(pic)).child(el("b").class("grow").child(name));
        el("li").child(link.child(icon(Pic::Chevron)))
    };
    let rows = [
        row("to-help", Route::Help(None), Pic::Help, desk.words().today.help),
        row("to-review-page", Route::Review, Pic::Table, desk.words().nav.review),
        row("to-reports-page", Route::Reports, Pic::Report, desk.words().nav.report),
        row("to-directory", Route::Directory, Pic::Building, desk.words().nav.directory),
        row("to-words", Route::Words, Pic::Leaf, desk.words().vocabulary().title),
        row("to-clashes-page", Route::Clashes, Pic::Warning, desk.words().record().conflict),
        row("to-bin-page", Route::Bin, Pic::Trash, desk.words().bin.title),
    ];
    let card = el("section").class("card").attr("aria-label", desk.words().vocabulary().title);
    card.child(el("ul").class("rows").child(rows))
}

fn name(desk: Desk) -> El {
    let words = desk.words().settings();
    let name = Shared::new(desk.settings.peek().name.clone());
    let is_changed = Derived::new(move || {
        let typed = name.get();
        !typed.trim().is_empty() && desk.settings.see().name != typed.trim()
    });
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        if !is_changed.get() {
            return;
        }
        let typed = name.peek_value().trim().to_owned();
        let kept = desk.change_settings(|settings| settings.name = typed);
        leptos::task::spawn_local(async move {
            match desk.save_name().await {
                Ok(()) if kept.is_ok() => desk.say(words.name_saved),
                Ok(()) => settings_not_kept(desk),
                Err(error) => desk.say(store_error(desk, &error).text()),
            }
        });
    };
    let input = el("input")
        .class("input")
        .attr("id", "name")
        .attr("autocomplete", "off")
        .attr("maxlength", "80")
        .test("device-name")
        .value(move || name.get())
        .on_input(move |typed| name.set(typed));
    let button = move || el("button").class("btn").test("save-name").child(desk.words().common.save);
    el("form")
        .class("field")
        .on("submit", save)
        .child(el("label").attr("for", "name").child((words.who)(desk.device_word())))
        .child(input)
        .child(el("p").class("hint").child(words.who_hint))
        .follow(move || is_changed.get().then(button))
}

fn example_button(desk: Desk) -> El {
    let words = &desk.words().example;
    if desk.is_example.get() {
        button("btn quiet", "leave-example-here", move || desk.leave_example()).child(words.leave)
    } else {
        button("btn quiet", "open-example", move || desk.open_example()).child(icon(Pic::Leaf)).child(words.open)
    }
}

fn this_device(desk: Desk) -> El {
    let words = desk.words().settings();
    let held = (words.held)(desk.notebook.see().recorded());
    let device = desk.settings.see().device.clone();
    let two = |strong: El, small: String| el("span").class("grow").child(strong).child(el("small").child(small));
    let where_it_is = link("row", "to-my-data", Route::MyData.hash())
        .child(icon(Pic::Shield))
        .child(two(el("b").child(desk.words().my_data().title), held))
        .child(icon(Pic::Chevron));
    let named = el("li").class("row").child(icon(Pic::Info));
    let named = named.child(two(el("b").test("device-id").child(device), words.device_id.to_owned()));
    let rows = [el("li").child(where_it_is), named];
    card("device", (words.device)(desk.device_word())).child(el("ul").class("rows").child(rows))
}

fn about(desk: Desk) -> El {
    let words = desk.words().settings();
    let small = || el("p").class("small stone");
    let geonames = el("a").attr("href", "https://www.geonames.org/").attr("rel", "noreferrer").child("GeoNames");
    card("about", words.about)
        .child(el("p").child(el("i").attr("lang", "qu").child("Ayni")).child(", ").child(words.meaning))
        .child(small().child((words.version)(env!("CARGO_PKG_VERSION"))).child(" ").child(words.licence))
        .child(small().child(words.places_by).child(" ").child(geonames).child(", ").child(words.places_licence))
        .child(small().child(words.not_reviewed))
}
