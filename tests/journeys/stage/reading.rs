//! What a person sees on a page. Each question waits until there is an answer.

use super::browser::Browser;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

/// The texts of all visible elements that fit, without line breaks.
const TEXTS: &str = "
    const all = [...document.querySelectorAll(arguments[0])].filter(element => element.checkVisibility());
    return all.map(element => element.innerText.replace(/\\s+/g, ' ').trim());";

/// Whether a text can be seen anywhere on the page, whatever the line breaks.
const PAGE_HAS: &str = "
    const plain = text => text.replace(/\\s+/g, ' ').trim();
    return plain(document.body?.innerText ?? '').includes(plain(arguments[0]));";

impl Browser {
    /// Waits until an element that fits can be seen.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.until(&format!("{css:?} to be seen"), |session| {
            Ok::<_, CmdError>(texts(session.script(TEXTS, &[json!(css)])?).first().map(drop))
        });
    }

    /// Waits until no element that fits can be seen.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        self.until(&format!("{css:?} to go away"), |session| {
            Ok::<_, CmdError>(texts(session.script(TEXTS, &[json!(css)])?).is_empty().then_some(()))
        });
    }

    /// Waits until the page shows the text.
    #[track_caller]
    pub fn wait_text(&self, text: &str) {
        self.until(&format!("the text {text:?}"), |session| {
            Ok::<_, CmdError>((session.script(PAGE_HAS, &[json!(text)])? == true).then_some(()))
        });
    }

    /// Waits until the page does not show the text any more.
    #[track_caller]
    pub fn wait_no_text(&self, text: &str) {
        self.until(&format!("the text {text:?} to go away"), |session| {
            Ok::<_, CmdError>((session.script(PAGE_HAS, &[json!(text)])? == false).then_some(()))
        });
    }

    /// Waits until a script returns something true.
    #[track_caller]
    pub fn wait_js(&self, what: &str, script: &str) {
        self.until(what, |session| Ok::<_, CmdError>((session.script(script, &[])? == true).then_some(())));
    }

    /// The text of the first visible element that fits.
    #[track_caller]
    pub fn text_of(&self, css: &str) -> String {
        self.until(&format!("the text of {css:?}"), |session| {
            Ok::<_, CmdError>(texts(session.script(TEXTS, &[json!(css)])?).into_iter().next())
        })
    }

    /// The texts of all elements that fit and can be seen now; does not wait.
    #[track_caller]
    pub fn texts_of(&self, css: &str) -> Vec<String> {
        texts(self.run_js(TEXTS, &[json!(css)]))
    }

    /// What a field holds.
    #[track_caller]
    pub fn value_of(&self, css: &str) -> String {
        self.property_of(css, "value")
    }

    /// An attribute of the first element that fits.
    #[track_caller]
    pub fn attribute_of(&self, css: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
        self.run_js(script, &[json!(css), json!(name)]).as_str().map(str::to_owned)
    }

    #[track_caller]
    fn property_of(&self, css: &str, name: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.[arguments[1]] ?? null";
        self.until(&format!("the {name} of {css:?}"), |session| {
            let value = session.script(script, &[json!(css), json!(name)])?;
            Ok::<_, CmdError>(value.as_str().map(str::to_owned))
        })
    }
}

fn texts(value: Value) -> Vec<String> {
    let all = value.as_array().cloned().unwrap_or_default();
    all.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}
