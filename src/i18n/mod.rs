//! Every word a person reads, in Spanish and English; a missing one fails the build.
//!
//! [`Words`] is a tree of plain structs, one for each screen, of texts (`&'static str`) and of functions where a text
//! depends on a number, a name or the kind of device. Each language fills in the same tree: `es/` and `en/`. To add a
//! text, add a member in `words/`; the compiler then asks for it in every language. To add a language, add one folder
//! and one variant of [`Lang`].
//!
//! Which word to use for what is decided in one place for all screens, files and reports; `tests/words.rs`
//! holds those that must not come back. Names in the log ([`Kind`](crate::record::Kind), [`Field`](crate::record::Field),
//! [`Choice`](crate::record::Choice)) have labels by exhaustive `match`.
//!
//! Pure. Not here: what the person typed (that is never translated), terms and names of records (`app::Names`).

mod dates;
mod en;
mod es;
mod later;
mod numbers;
#[cfg(test)]
mod tests;
mod words;

use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::text::lower;

pub use dates::{Date, Near, days_ahead, near, time};
pub use words::*;

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Es,
    En,
}

impl Lang {
    pub const ALL: &[Lang] = &[Lang::Es, Lang::En];

    /// As it stands in settings and in the `lang` attribute of the page.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Es => "es",
            Lang::En => "en",
        }
    }

    /// From a BCP 47 tag as browsers give it, such as `es-BO`. What is not Spanish is English.
    pub fn from_code(code: &str) -> Self {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("es") { Lang::Es } else { Lang::En }
    }

    /// The name of the language in itself, for the choice at the first start.
    pub const fn name(self) -> &'static str {
        self.words().name
    }

    /// "a, b y c". Not a member of [`Words`]: what stands there is loaded by everyone, needed or not.
    pub fn and(self, items: &[&str]) -> String {
        match self {
            Lang::Es => es::and(items),
            Lang::En => en::and(items),
        }
    }

    pub const fn words(self) -> &'static Words {
        match self {
            Lang::Es => &es::ES,
            Lang::En => &en::EN,
        }
    }
}

/// What a person calls the thing in their hands: "this phone", "this computer".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    Phone,
    Computer,
}

/// What an error says, always in this order, a sentence or two each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub happened: String,
    pub safe: String,
    pub to_do: String,
}

impl Trouble {
    /// All of it in one paragraph.
    pub fn text(&self) -> String {
        [&self.happened, " ", &self.safe, " ", &self.to_do].concat()
    }
}

/// A text with its holes filled in: each `{}` takes the next of the parts.
fn fill(text: &str, parts: &[&str]) -> String {
    // Such a text has no `{phone|computer}`, so it is the same on both.
    fill_on(Device::Phone, text, parts)
}

/// The same for a text that also says, as in `{this phone|this computer}`, what is in one's hands.
#[inline(never)]
fn fill_on(device: Device, text: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(match hole.split_once('|') {
            Some((phone, _)) if device == Device::Phone => phone,
            Some((_, computer)) => computer,
            None => parts.next().copied().unwrap_or_default(),
        });
        rest = after;
    }
    filled + rest
}

/// The name of an age band by its id: under, from … to, from … on. What is no band of this version is shown as it is.
fn age(id: &str, not_recorded: &str, [under, between, plus]: [&str; 3]) -> String {
    match Band::of_id(id) {
        _ if id == NOT_RECORDED => not_recorded.to_owned(),
        None => id.to_owned(),
        Some(Band { from: 0, to: Some(to) }) => fill(under, &[&to.saturating_add(1).to_string()]),
        Some(Band { from, to: Some(to) }) => fill(between, &[&from.to_string(), &to.to_string()]),
        Some(Band { from, to: None }) => fill(plus, &[&from.to_string()]),
    }
}

/// A label as it stands inside a sentence, a tag or after a colon: "lista firmada", but "ONG" stays.
pub fn in_running_text(label: &str) -> String {
    let mut rest = label.chars();
    match (rest.next(), rest.clone().next()) {
        (Some(first), Some(second)) if lower(second) != second => [&first.to_string(), rest.as_str()].concat(),
        (Some(first), _) => [&lower(first).to_string(), rest.as_str()].concat(),
        (None, _) => String::new(),
    }
}
