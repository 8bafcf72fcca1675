//! The keyboard stays where it was while a page is drawn anew: on the same control, else on the heading above what was there.

use super::{find, focus_without_scrolling};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What had the keyboard, with all that it can be found again by: elements may be other ones afterwards.
struct Held {
    element: Element,
    says: String,
    /// The place among those that say the same.
    number: usize,
    heading: Option<String>,
}

/// Called when a page is about to be drawn anew.
pub fn keep_focus() {
    let Some(held) = hold() else { return };
    // The page stands when this gets its turn.
    leptos::task::spawn_local(async move {
        give_back(&held);
    });
}

fn hold() -> Option<Held> {
    let element = active()?;
    let says = says(&element);
    let number = alike(&element.tag_name(), &says).iter().position(|other| *other == element)?;
    let section = element.closest("[aria-labelledby]").ok().flatten();
    let heading = section.and_then(|section| section.get_attribute("aria-labelledby"));
    Some(Held { element, says, number, heading })
}

fn give_back(held: &Held) -> Option<()> {
    let now = active();
    // Whoever moved it on purpose knows better.
    if now.as_ref().is_some_and(|now| *now != held.element || says(now) == held.says) {
        return Some(());
    }
    let same = alike(&held.element.tag_name(), &held.says).into_iter().nth(held.number);
    let heading = || find(&["main [id=\"", held.heading.as_deref()?, "\"]"].concat());
    let next =
        same.and_then(|same| same.dyn_into::<HtmlElement>().ok()).or_else(heading).or_else(|| find("main h1"))?;
    if next.tab_index() < 0 {
        // Fails only for a malformed name.
        let _ = next.set_attribute("tabindex", "-1");
    }
    focus_without_scrolling(&next);
    Some(())
}

/// What has the keyboard in the page itself; nothing where it is at the start.
fn active() -> Option<Element> {
    let active = web_sys::window()?.document()?.active_element()?;
    active.closest("main").ok().flatten().filter(|main| *main != active).map(|_| active)
}

fn alike(tag: &str, told: &str) -> Vec<Element> {
    let Some(main) = find("main") else { return Vec::new() };
    let all = main.get_elements_by_tag_name(tag);
    (0..all.length()).filter_map(|at| all.item(at)).filter(|element| says(element) == told).collect()
}

/// By what a person or a test knows a control.
fn says(element: &Element) -> String {
    let named = |name| element.get_attribute(name).unwrap_or_default();
    [&named("data-test"), " ", &named("aria-label"), " ", &element.text_content().unwrap_or_default()].concat()
}
