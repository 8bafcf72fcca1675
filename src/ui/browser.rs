//! What only a browser can do, each as one small function. Where it refuses, there is a plain answer and no panic.

mod arrived;
mod awake;
pub mod focus;
mod folder;
mod handing;
mod incoming;
mod keeping;
mod page_script;
pub mod picture;
pub mod position;
pub mod printing;
pub mod sealing;
pub mod sharing;

pub use arrived::{arrived, forget_arrived, was_not_kept};
pub use awake::{keep_awake, let_sleep};
pub use folder::{InFolder, can_watch, folder_name, look_into, may_look, pick_folder};
pub use handing::{address_of, bytes_file, forget_address};
pub use incoming::{can_paste, copied, file_of, pasted, read_part};
pub use keeping::{
    ask_to_keep, can_install, install, is_installed, is_iphone_tab, is_kept, is_trapped_by_downloads, room, room_left,
};
pub use page_script::{fill_ballast, free_ballast, open_in_form, save_all, take_newer, told};

use crate::app::Now;
use crate::i18n::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlElement, Url};

/// The moment, by this device's own clock.
pub fn now() -> Now {
    let date = js_sys::Date::new_0();
    // The clock gives whole milliseconds well within both types; casts saturate.
    Now { ms: date.get_time().max(0.0) as u64, offset_minutes: -(date.get_timezone_offset() as i32) }
}

/// Random bytes from the browser's strong source; from its weak one where there is no other.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let strong = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = strong.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        bytes.iter_mut().for_each(|byte| *byte = (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}

/// The language the browser asks for.
pub fn language() -> Lang {
    let wanted = web_sys::window().and_then(|window| window.navigator().language());
    Lang::from_code(&wanted.unwrap_or_default())
}

/// True on what one holds in the hand: a coarse pointer and a narrow screen.
pub fn is_phone() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse) and (max-width: 56em)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// The part of the address after `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address of the app; the screen follows by the event that this causes.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Only a malformed address is refused, and these are our own.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to an address without leaving the present one in the history.
pub fn go_instead(hash: &str) {
    let replaced = web_sys::window().map(|window| window.location().replace(hash));
    if !matches!(replaced, Some(Ok(()))) {
        go(hash);
    }
}

/// To where one came from.
pub fn go_back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Loads the page again.
pub fn load_again() {
    if let Some(window) = web_sys::window() {
        // A page may always be loaded again.
        let _ = window.location().reload();
    }
}

/// A short buzz, where the device can.
pub fn buzz() {
    if let Some(window) = web_sys::window()
        && js_sys::Reflect::has(&window.navigator(), &"vibrate".into()).unwrap_or_default()
    {
        window.navigator().vibrate_with_duration(12);
    }
}

/// How far the page is scrolled, and how much of it is seen, in pixels.
pub fn scrolled() -> (f64, f64) {
    let window = web_sys::window();
    let scrolled = window.as_ref().and_then(|window| window.scroll_y().ok());
    let height = window.and_then(|window| window.inner_height().ok()?.as_f64());
    (scrolled.unwrap_or_default(), height.unwrap_or_default())
}

/// Scrolls on by so many pixels.
pub fn scroll_by(pixels: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}

pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets the language and the title of the document.
pub fn set_document(lang: Lang, title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // Fails only for a malformed attribute name.
            let _ = root.set_attribute("lang", lang.code());
        }
    }
}

/// Takes the waiting frame of the page away; the app has drawn its own.
pub fn remove_waiting_frame() {
    if let Some(frame) = find("#frame") {
        frame.remove();
    }
}

/// The place in the page where the app is drawn.
pub fn mount_point() -> Option<HtmlElement> {
    find("#app")
}

/// The first element that fits.
pub fn find(selector: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Whether the page has what is looked for.
pub fn is_there(selector: &str) -> bool {
    find(selector).is_some()
}

/// Moves the keyboard and the screen reader to the start of a new page.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        // A refusal leaves the focus where it was.
        let _ = element.focus();
    }
}

/// Hands a text to the person as a file. Nothing where the browser can not.
pub fn download(name: &str, text: &str) -> Option<()> {
    download_file(name, &text_file(text)?)
}

/// A text as a file that is not named yet. The browser keeps it, outside of the app's own memory.
pub fn text_file(text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &kind).ok()
}

/// Hands a file to the person.
pub fn download_file(name: &str, file: &Blob) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let address = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The address stays valid until the page closes: some browsers read it only after the click has returned.
    Some(())
}

/// The files of a list as a vector.
pub fn files(list: Option<web_sys::FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect()).unwrap_or_default()
}

/// Calls `then` whenever the browser fires `event` at the window.
pub fn on_window(event: &str, then: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, event, Box::new(then));
    }
}

/// Calls `then` with each event of this name that reaches the window.
pub fn on_window_event(event: &str, then: impl Fn(web_sys::Event) + 'static) {
    if let Some(window) = web_sys::window() {
        let closure = Closure::<dyn Fn(web_sys::Event)>::new(then);
        // Fails only for a target that takes no listeners.
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        closure.forget();
    }
}

/// Calls `then` whenever the page comes back into view.
pub fn on_return(then: impl Fn() + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let page = document.clone();
    let returned = move || {
        if !page.hidden() {
            then();
        }
    };
    listen(&document, "visibilitychange", Box::new(returned));
}

/// The listener lives as long as the page.
fn listen(target: &web_sys::EventTarget, event: &str, then: Box<dyn Fn()>) {
    let closure = Closure::wrap(then);
    // Fails only for a target that takes no listeners.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls `then` once after so many milliseconds.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let closure = Closure::once_into_js(then);
        let called =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), milliseconds);
        // Without timers a message simply stays.
        let _ = called;
    }
}

/// Calls `then` once when the browser has nothing else to do; where it does not say so, after a while.
pub fn when_idle(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    if js_sys::Reflect::has(&window, &JsValue::from_str("requestIdleCallback")).unwrap_or_default() {
        let closure = Closure::once_into_js(then);
        // It is there, so it is not refused.
        let _ = window.request_idle_callback(closure.unchecked_ref());
    } else {
        after(1_000, then);
    }
}

/// Changes the address shown without any event: a reload then comes back to the same place.
pub fn rename_address(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // A refusal leaves the old address, which still works.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Gives the screen a moment before more work is done.
pub async fn breathe() {
    let pause = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Without timers the work goes on at the next turn all the same.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
        }
    });
    // The promise is never refused.
    let _ = JsFuture::from(pause).await;
}

/// Presses what is found so, as a finger would.
pub fn press(selector: &str) {
    if let Some(element) = find(selector) {
        element.click();
    }
}

/// Brings a part of the page into view once it stands there: headings above it are opened, and it gets the keyboard.
pub fn reveal_soon(selector: String) {
    leptos::task::spawn_local(async move {
        breathe().await;
        reveal(&selector);
    });
}

fn reveal(selector: &str) -> Option<()> {
    let element = find(selector)?;
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around {
        // Fails only for a malformed attribute name.
        let _ = details.set_attribute("open", "");
        around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    element.scroll_into_view_with_bool(true);
    let inside = element.query_selector("input, textarea, select, button").ok().flatten();
    let to_focus = if element.matches("input, textarea, select, button").unwrap_or_default() { None } else { inside };
    focus_without_scrolling(&to_focus.and_then(|inside| inside.dyn_into().ok()).unwrap_or(element));
    Some(())
}

/// A refusal leaves the focus where it was.
fn focus_without_scrolling(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// The id of what has the keyboard, and how far the page is scrolled, in pixels.
pub fn whereabouts() -> (String, i64) {
    let window = web_sys::window();
    let active = window.as_ref().and_then(|window| window.document()?.active_element());
    let scrolled = window.and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    (active.map(|element| element.id()).unwrap_or_default(), scrolled as i64)
}

/// Goes back to where [`whereabouts`] was.
pub fn go_to(id: &str, scrolled: i64) {
    let field = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if !id.is_empty() && field.is_some() {
        reveal(&["[id=\"", id, "\"]"].concat());
    }
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, scrolled as f64);
    }
}

/// Calls `then` when the page goes out of view: on phones the last that is sure to come.
pub fn on_hidden(then: impl Fn() + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let page = document.clone();
    let left = move || {
        if page.hidden() {
            then();
        }
    };
    listen(&document, "visibilitychange", Box::new(left));
}

/// The files chosen in the field of this event, which is emptied, so that the same file can be chosen again.
pub fn take_files(event: &web_sys::Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.map_or_else(Vec::new, |input| {
        let chosen = files(input.files());
        input.set_value("");
        chosen
    })
}

/// The digits in the field of this event. Whatever else was typed goes out of it again.
pub fn only_digits(event: &web_sys::Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.map_or_else(String::new, |input| {
        let typed = input.value();
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        if digits != typed {
            input.set_value(&digits);
        }
        digits
    })
}

/// Whether it is the Enter key.
pub fn is_enter(event: &web_sys::Event) -> bool {
    event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Enter")
}

/// The text of a file that stands beside the app. Nothing where it can not be had.
pub async fn fetch(name: &str) -> Option<String> {
    // From the same build as this page, also where a newer one is in use already.
    let address = [name, "?", &told("data-build")].concat();
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(&address)).await.ok()?;
    let answer: web_sys::Response = answer.dyn_into().ok()?;
    let text = JsFuture::from(answer.ok().then(|| answer.text())?.ok()?).await.ok()?;
    text.as_string()
}

/// Opens the dialog that is found so, above everything else; Escape closes it.
pub fn show_dialog(selector: &str) {
    let dialog = find(selector).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok());
    // One that is open already stays open.
    let _ = dialog.map(|dialog| dialog.show_modal());
}
