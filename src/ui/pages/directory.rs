//! The directory: exchanges, organisations and places, each with what it is and the way to its page.

use super::files::late_way_to_twins;
use crate::app::{Listed, Route, listed};
use crate::record::Kind;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;

pub fn directory(desk: Desk) -> [El; 4] {
    let words = desk.words().directory();
    let typed = Shared::new(String::new());
    let title = el("h1").attr("tabindex", "-1").child(desk.words().nav.directory);
    let head = div("head")
        .child(div("only-narrow").child(back_to(desk, &Route::Settings)))
        .child(div("grow").child(title).child(el("p").class("stone").child(words.hint)));
    let input = el("input")
        .attr("type", "search")
        .attr("aria-label", words.search)
        .attr("placeholder", words.search)
        .test("directory-search")
        .value(move || typed.get())
        .on_input(move |text| typed.set(text));
    let kinds = [
        (Kind::Exchange, words.exchanges, words.no_exchanges, words.new_exchange, Pic::Exchange),
        (Kind::Organisation, words.organisations, words.no_organisations, words.new_organisation, Pic::Building),
        (Kind::Place, words.places, words.no_places, words.new_place, Pic::Pin),
    ];
    let cards = kinds.map(|(kind, title, none, new, pic)| {
        let list = move || {
            let all = desk.with_names(|names| listed(names, kind, &typed.see()));
            if all.is_empty() {
                let told = if typed.see().trim().is_empty() { none } else { words.nothing_fits };
                return el("p").class("hint").child(told);
            }
            el("ul").class("rows").child(all.into_iter().map(|one| row(desk, pic, one)).collect::<Vec<_>>())
        };
        let add = link("btn quiet", "", Route::New(kind).hash()).test(["new-", kind.name()].concat());
        el("section")
            .class("card stack")
            .attr("aria-label", title)
            .test(["directory-", kind.name()].concat())
            .child(div("head").child(el("h2").class("grow").child(title)).child(add.child(icon(Pic::Plus)).child(new)))
            .follow(list)
    });
    [head, late_way_to_twins(desk), div("box").child(icon(Pic::Search)).child(input), div("stack").child(cards)]
}

fn row(desk: Desk, pic: Pic, one: Listed) -> El {
    let what = one.what.map(|choice| (desk.words().labels.choice)(choice));
    let note = el("small").child(what).child((what.is_some() && !one.note.is_empty()).then_some(" · ")).child(one.note);
    let text = el("span").class("grow").child(el("b").child(one.name)).child(note);
    el("li").child(
        link("row", "open-listed", Route::Record(one.record).hash())
            .child(icon(pic))
            .child(text)
            .child(icon(Pic::Chevron)),
    )
}
