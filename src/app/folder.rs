//! A folder that is watched: which of its files are new.

use crate::record::{Value, gather};
use std::collections::BTreeSet;

/// What tells a file in a folder from what it was before, without opening it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    pub name: String,
    pub bytes: i64,
    /// Milliseconds since 1970.
    pub changed: i64,
}

impl Seen {
    /// Only a guess, so that not each photo of the folder is opened: what a file is, its content tells (F1).
    pub fn may_be_ours(name: &str) -> bool {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        matches!(ending.as_deref(), Some("json" | "txt"))
    }
}

/// The files that were loaded already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllSeen(BTreeSet<Seen>);

impl AllSeen {
    /// Whether it is offered: neither was it loaded, nor is it as it was then.
    pub fn is_new(&self, file: &Seen) -> bool {
        !self.0.contains(file)
    }

    /// Takes note of files that were loaded. Of one that has changed only the last is remembered.
    pub fn note(&mut self, loaded: Vec<Seen>) {
        for file in loaded {
            self.0.retain(|seen| seen.name != file.name);
            self.0.insert(file);
        }
    }

    pub fn to_value(&self) -> Value {
        let file = |seen: &Seen| Value::List(vec![seen.name.as_str().into(), seen.bytes.into(), seen.changed.into()]);
        Value::List(self.0.iter().map(file).collect())
    }

    /// What is of another form was not seen.
    pub fn from_value(kept: Value) -> Self {
        let file = |kept: Value| match kept.as_list()? {
            [name, bytes, changed] => {
                Some(Seen { name: name.as_text()?.to_owned(), bytes: bytes.as_int()?, changed: changed.as_int()? })
            }
            _ => None,
        };
        AllSeen(gather::set(kept.into_list().into_iter().filter_map(file)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, bytes: i64, changed: i64) -> Seen {
        Seen { name: name.to_owned(), bytes, changed }
    }

    #[test]
    fn a_file_is_new_until_it_was_loaded_and_again_when_it_changed() {
        let mut seen = AllSeen::default();
        let (a, b) = (file("a.json", 7, 1), file("b.txt", 7, 1));
        assert!(seen.is_new(&a) && seen.is_new(&b));
        seen.note(vec![a.clone()]);
        assert!(!seen.is_new(&a) && seen.is_new(&b));
        assert!(seen.is_new(&file("a.json", 8, 1)) && seen.is_new(&file("a.json", 7, 2)));
        assert_eq!(AllSeen::from_value(seen.to_value()), seen);
        assert_eq!(AllSeen::from_value("odd".into()), AllSeen::default());
        seen.note(vec![b.clone(), file("a.json", 8, 1)]);
        assert!(seen.is_new(&a) && !seen.is_new(&b), "the last of a name counts");
    }

    #[test]
    fn only_texts_are_looked_at() {
        let check = |name, expected| assert_eq!(Seen::may_be_ours(name), expected, "{name}");
        check("ayni-intag.json", true);
        check("AYNI.TXT", true);
        check("photo.jpg", false);
        check("json", false);
        check("a.json.zip", false);
    }
}
