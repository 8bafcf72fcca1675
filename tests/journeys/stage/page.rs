//! What a person does on a page. Each action waits until its element is there and can be used.

use super::browser::Browser;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::path::Path;

/// The first element that can be seen, in the middle of the screen: the edges may be covered by bars.
const SEEN: &str = "
    const seen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const found = [...document.querySelectorAll(arguments[0])].find(seen);
    found?.scrollIntoView({ block: 'center', behavior: 'instant' });
    return found ?? null;";

/// What can be pressed and shows the text: best the whole text, else a part of it.
const WITH_TEXT: &str = "
    const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim();
    const wanted = plain(arguments[0]);
    const kinds = 'button, a, label, summary, option, [role=button], [role=tab], [role=option], [role=radio], [role=checkbox]';
    const usable = [...document.querySelectorAll(kinds)].filter(element => element.checkVisibility() && !element.disabled);
    const words = element => plain(element.innerText || element.getAttribute('aria-label'));
    const found = usable.find(element => words(element) === wanted) ?? usable.find(element => words(element).includes(wanted));
    found?.scrollIntoView({ block: 'center', behavior: 'instant' });
    return found ?? null;";

/// Marks what stands in a field, so that typing replaces it. True where the field takes no typing but a value.
const BEFORE_TYPING: &str = "
    const [field, text] = arguments;
    if (['date', 'time', 'datetime-local', 'month', 'color', 'range'].includes(field.type) || field.tagName === 'SELECT') {
        const kind = field.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
        return true;
    }
    field.focus();
    field.select();
    return false;";

/// Drops files onto an element as a file manager would. Each is a name and a text.
const DROP: &str = "
    const [target, files] = arguments;
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));";

/// WebDriver's sign for the Backspace key.
const BACKSPACE: &str = "\u{E003}";

impl Browser {
    /// Opens the app at a place of it, such as `#/visits`.
    #[track_caller]
    pub fn open(&self, hash: &str) {
        let address = format!("{}{hash}", self.app.borrow());
        self.open_address(&address);
    }

    /// From now on the app is at another address, which ends with `/`.
    pub fn move_to(&self, address: &str) {
        self.app.replace(address.to_owned());
    }

    /// Opens any address.
    #[track_caller]
    pub fn open_address(&self, address: &str) {
        let gone = self.with(|session| session.ask(async |client| client.goto(address).await));
        gone.unwrap_or_else(|error| panic!("{}: {address} can not be opened: {error}", self.name));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        let loaded = self.with(|session| session.ask(async |client| client.refresh().await));
        loaded.unwrap_or_else(|error| panic!("{}: the page can not be loaded again: {error}", self.name));
    }

    /// Presses the first visible element that fits.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.act(css, SEEN, async |element| element.click().await);
    }

    /// Presses the button, link or label that says `text`.
    #[track_caller]
    pub fn click_text(&self, text: &str) {
        self.act(text, WITH_TEXT, async |element| element.click().await);
    }

    /// Puts `text` into a field in place of what it held; also for dates (`2026-11-24`) and selections (the value).
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) {
        // The driver can not press keys for signs beyond U+FFFF: those are put in as from a phone's keyboard.
        let from_keyboard = text.chars().all(|c| u32::from(c) <= 0xFFFF);
        self.until(&format!("the field {css}"), |session| {
            let Some(field) = session.element(SEEN, &[json!(css)])? else { return Ok(None) };
            if session.script(BEFORE_TYPING, &[json!(field), json!(text)])? == Value::Bool(true) {
                return Ok::<_, CmdError>(Some(()));
            }
            if from_keyboard {
                let keys = if text.is_empty() { BACKSPACE } else { text };
                session.wait(field.send_keys(keys))?;
            } else {
                session.chromium("Input.insertText", json!({ "text": text }))?;
            }
            Ok(Some(()))
        });
    }

    /// Presses keys in a field, after what it holds. Special keys are those of WebDriver: `"\u{E007}"` is Enter.
    #[track_caller]
    pub fn type_keys(&self, css: &str, keys: &str) {
        self.act(css, SEEN, async |element| element.send_keys(keys).await);
    }

    /// Puts a finger on the first visible element that fits, and leaves it there.
    #[track_caller]
    pub fn touch(&self, css: &str) {
        let middle = "
            const { left, top, width, height } = arguments[0].getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };";
        self.until(&format!("{css} to put a finger on"), |session| {
            let Some(element) = session.element(SEEN, &[json!(css)])? else { return Ok(None) };
            let point = session.script(middle, &[json!(element)])?;
            let touch = json!({ "type": "touchStart", "touchPoints": [point] });
            session.chromium("Input.dispatchTouchEvent", touch).map(Some)
        });
    }

    /// Lifts the finger again.
    #[track_caller]
    pub fn lift(&self) {
        let lift = json!({ "type": "touchEnd", "touchPoints": [] });
        let lifted = self.with(|session| session.chromium("Input.dispatchTouchEvent", lift.clone()));
        lifted.unwrap_or_else(|error| panic!("{}: the finger can not be lifted: {error}", self.name));
    }

    /// Chooses files in a file field, which may be hidden behind a button.
    #[track_caller]
    pub fn upload(&self, css: &str, paths: &[&Path]) {
        let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        let find = "return document.querySelector(arguments[0])";
        self.act(css, find, async |element| element.send_keys(&paths.join("\n")).await);
    }

    /// Drops files, each a name and a text, onto an element.
    #[track_caller]
    pub fn drop_files(&self, css: &str, files: &[(&str, &str)]) {
        self.until(&format!("{css} to drop files on"), |session| {
            let Some(target) = session.element(SEEN, &[json!(css)])? else { return Ok(None) };
            session.script(DROP, &[json!(target), json!(files)]).map(Some)
        });
    }

    /// Runs a script in each page that is opened from now on, before the page's own.
    #[track_caller]
    pub fn run_at_start(&self, script: &str) {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        let added = self.with(|session| session.chromium(command, json!({ "source": script })));
        added.unwrap_or_else(|error| panic!("{}: the script was refused: {error}", self.name));
    }

    /// Runs a script in the page; what it returns comes back as JSON.
    #[track_caller]
    pub fn run_js(&self, script: &str, args: &[Value]) -> Value {
        let result = self.with(|session| session.script(script, args));
        result.unwrap_or_else(|error| panic!("{}: the script failed: {error}\n{script}", self.name))
    }

    #[track_caller]
    fn act(&self, what: &str, find: &str, act: impl AsyncFn(&Element) -> Result<(), CmdError>) {
        self.until(&format!("{what:?} to use it"), |session| {
            let Some(element) = session.element(find, &[json!(what)])? else { return Ok(None) };
            session.wait(act(&element)).map(Some)
        });
    }
}
