//! Printing: the page that is shown, or one of its own, with its own style, from a frame that nobody sees.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

const FRAME: &str = "print-frame";

/// Opens the browser's print dialog with the page that is shown.
pub fn print_page() {
    if let Some(window) = web_sys::window() {
        // A browser that prints nothing has nothing to say either.
        let _ = window.print();
    }
}

/// Opens the browser's print dialog with this page: whole HTML. Nothing where the browser refuses.
pub fn print(html: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    if let Some(old) = document.get_element_by_id(FRAME) {
        old.remove();
    }
    let frame: HtmlElement = document.create_element("iframe").ok()?.dyn_into().ok()?;
    frame.set_id(FRAME);
    frame.set_attribute("aria-hidden", "true").ok()?;
    frame.set_attribute("tabindex", "-1").ok()?;
    frame.set_attribute("srcdoc", html).ok()?;
    // Printed once its pictures are there; a frame that is not shown at all is printed empty by some browsers.
    frame.set_attribute("style", "position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0").ok()?;
    frame.set_attribute("onload", "this.contentWindow.focus();this.contentWindow.print()").ok()?;
    document.body()?.append_child(&frame).ok()?;
    Some(())
}
