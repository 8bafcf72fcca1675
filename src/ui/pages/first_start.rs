//! The first start: language and name, nothing else.

use crate::i18n::Lang;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon, mark};
use crate::ui::parts::trouble::why;
use crate::ui::shared::Shared;

pub fn first_start(desk: Desk) -> El {
    let name = Shared::new(desk.settings.peek().name.clone());
    let is_missing = Shared::new(false);
    let words = move || &desk.words().start;
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        let typed = name.peek_value().trim().to_owned();
        is_missing.set(typed.is_empty());
        if typed.is_empty() {
            crate::ui::browser::focus("#who");
        } else {
            begin(desk, typed);
        }
    };
    let title = div("stack tight")
        .child(mark())
        .child(el("h1").attr("id", "start-title").child("Ayni"))
        .child(el("p").class("lead").follow(move || words().slogan));
    let input = el("input")
        .class("input")
        .attr("id", "who")
        .attr("autocomplete", "off")
        .attr("maxlength", "80")
        .attr_when("placeholder", move || Some(words().who_placeholder.to_owned()))
        .attr("aria-describedby", "who-hint")
        .test("device-name")
        .value(move || name.get())
        .on_input(move |typed| name.set(typed));
    let who = div("field")
        .class_when("wrong", move || is_missing.get())
        .child(el("label").attr("for", "who").follow(move || words().who))
        .child(input)
        .child(el("p").class("hint").attr("id", "who-hint").follow(move || words().who_hint))
        .follow(move || is_missing.get().then(|| why("name-missing", words().who_missing)));
    let buttons =
        div("stack tight").child(el("button").class("btn full").test("start").follow(move || words().start)).child(
            button("btn plain full", "open-example", move || desk.open_example()).follow(move || words().see_example),
        );
    let privacy = el("span").class("grow").follow(move || (words().privacy)(desk.device_word()));
    let form = el("form").attr("novalidate", "").on("submit", submit).child([
        title,
        language(desk),
        who,
        buttons,
        el("p").class("hint line").child(icon(Pic::Shield)).child(privacy),
    ]);
    div("start")
        .attr("role", "dialog")
        .attr("aria-modal", "true")
        .attr("aria-labelledby", "start-title")
        .test("first-start")
        .child([div("stripe").attr("aria-hidden", "true"), form])
}

/// Two big choices, each in its own language.
pub fn language(desk: Desk) -> El {
    let option = move |lang: &Lang| {
        let lang = *lang;
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "lang")
            .is("checked", move || desk.lang.get() == lang)
            .on("change", move |_| choose(desk, lang));
        el("label")
            .class("chip")
            .test(["language-", lang.code()].concat())
            .child(input)
            .child(el("span").attr("lang", lang.code()).child(lang.name()))
    };
    let options: Vec<El> = Lang::ALL.iter().map(option).collect();
    el("fieldset")
        .class("field")
        .child(el("legend").follow(move || desk.words().start.language))
        .child(div("choose").child(options))
}

/// Before the first start is done, the language is only tried on.
fn choose(desk: Desk, lang: Lang) {
    desk.lang.set(lang);
    if !desk.settings.peek().is_first_start() {
        let kept = desk.change_settings(|settings| settings.language = lang.code().to_owned());
        if kept.is_err() {
            settings_not_kept(desk);
        }
    }
}

fn begin(desk: Desk, name: String) {
    let lang = desk.lang.peek_value();
    desk.rename_device();
    let kept = desk.change_settings(|settings| {
        settings.language = lang.code().to_owned();
        settings.name = name;
    });
    leptos::task::spawn_local(async move {
        if desk.save_name().await.is_err() || kept.is_err() {
            settings_not_kept(desk);
        }
    });
}

/// Says that name and language last only as long as the page.
pub fn settings_not_kept(desk: Desk) {
    desk.say(desk.words().errors.settings_not_kept.on(desk.device_word()).text());
}
