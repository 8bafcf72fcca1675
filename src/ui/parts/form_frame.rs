//! What every form has: its head with the state of the draft, choices as chips, its foot with Save.

use super::chips::{Chip, Group, chips};
use super::fields::At;
use super::icon::{Pic, icon};
use super::missing::missing;
pub use super::term_chips::term_chips;
use super::trouble::{alert, store_error, why};
use crate::app::Route;
use crate::record::{Choice, Field};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, Node, button, div, el, link};
use crate::ui::shared::{Derived, Shared};

/// The way back, at the start of a page that has one.
pub fn back_to(desk: Desk, route: &Route) -> El {
    link("icon-btn", "back", desk.address(route)).attr("aria-label", desk.words().common.back).child(icon(Pic::Back))
}

pub fn head(desk: Desk, filling: Filling, back: &Route, title: impl Node) -> El {
    let words = desk.words().form();
    let state = move || match filling.kept.get() {
        None => el("p").class("stone small").child(words.draft_fresh),
        Some(Ok(time)) => {
            el("p").class("saved").test("draft-saved").child(icon(Pic::Check)).child((words.draft_saved)(&time))
        }
        Some(Err(_)) => why("draft-not-kept", words.draft_not_kept),
    };
    let title = el("h1").attr("tabindex", "-1").child(title);
    div("head").child(back_to(desk, back)).child(div("grow").child(title).follow(state))
}

/// A choice of a few, fixed by the program.
pub fn choice_chips(desk: Desk, filling: Filling, at: At, choices: Vec<Choice>) -> El {
    let label = desk.words().labels.choice;
    let chip = move |choice: &Choice| Chip { value: choice.name().to_owned(), label: label(*choice).to_owned() };
    chips(
        Group { name: at.id(), legend: (desk.words().labels.field)(at.field), many: false },
        move || choices.iter().map(chip).collect(),
        move |value| filling.form.see().text(at.kind, at.field) == value,
        move |value| filling.set_text(at.kind, at.field, value),
    )
}

/// The way to give a draft up: asked once, because it can not be taken back.
pub fn discard(desk: Desk, filling: Filling, back: Route) -> El {
    let words = &desk.words().today;
    let asks = Shared::new(false);
    let is_typed = Derived::new(move || filling.form.see().is_typed_in());
    let throw = move |back: &Route| {
        filling.discard();
        browser::go_instead(&desk.address(back));
    };
    div("line").follow(move || {
        let back = back.clone();
        let throw_away =
            |test| el("button").class("btn plain stop").attr("type", "button").test(test).child(icon(Pic::Trash));
        match (is_typed.get(), asks.get()) {
            (false, _) => Vec::new(),
            (true, false) => {
                vec![throw_away("discard").child(words.throw_draft_away).on("click", move |_| asks.set(true))]
            }
            (true, true) => vec![
                el("p").class("grow").child(words.throw_draft_away_ask),
                button("btn quiet", "discard-no", move || asks.set(false)).child(desk.words().common.cancel),
                throw_away("discard-yes").child(words.throw_draft_away).on("click", move |_| throw(&back)),
            ],
        }
    })
}

/// What is missing, and Save, always in reach of the thumb. A note can be saved with anything missing.
/// `above` stands over them in the same bar.
pub fn foot(desk: Desk, filling: Filling, above: impl Node, show: impl Fn(Field) + Copy + Send + 'static) -> El {
    let words = desk.words().form();
    let failure = move || filling.failure.get().map(|error| alert("save-error", store_error(desk, &error)));
    let save = el("button")
        .class("btn")
        .test("save")
        .is("disabled", move || filling.is_saving.get())
        .follow(move || if filling.is_saving.get() { words.saving } else { words.save });
    let [list, missing] = missing(desk, filling, show);
    // Why a Save did not work stands where the thumb is, not somewhere above.
    div("foot").child(div("failure").follow(failure)).child(list).child(above).child(missing).child(save)
}
