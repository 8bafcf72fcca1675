//! The name of a member of an object.

use super::Field;
use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

/// A name as it stands in a change. The names that this version knows are not kept with each of a hundred thousand changes:
/// they point into the program.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(Cow<'static, str>);

/// Names that are no fields: what a change consists of (section 2 of the format), and what stands in lists of objects.
const OTHERS: [&str; 15] = [
    "age", "at", "by", "count", "device", "id", "over", "prev", "record", "role", "schema", "seen", "seq", "set", "sex",
];
const COUNT_OF_SLOTS: usize = 256;

/// Which name that this version knows stands in which slot, counted from 1: in the one that [`slot_of`] gives it, or in the
/// next that was free. A change has a dozen names, and a file a hundred thousand changes.
static SLOTS: [u8; COUNT_OF_SLOTS] = {
    let mut slots = [0; COUNT_OF_SLOTS];
    let mut next = 0;
    while next < OTHERS.len() + Field::ALL.len() {
        let mut slot = slot_of(name_of(next));
        while slots[slot] > 0 {
            slot = (slot + 1) % COUNT_OF_SLOTS;
        }
        next += 1;
        slots[slot] = next as u8;
    }
    slots
};

const fn name_of(number: usize) -> &'static str {
    if number < OTHERS.len() { OTHERS[number] } else { Field::ALL[number - OTHERS.len()].name() }
}

const fn slot_of(name: &str) -> usize {
    match name.as_bytes() {
        [first, .., last] => (*first as usize * 7 + *last as usize * 31 + name.len() * 13) % COUNT_OF_SLOTS,
        _ => 0,
    }
}

fn known(name: &str) -> Option<&'static str> {
    let around = SLOTS.iter().cycle().skip(slot_of(name)).take(COUNT_OF_SLOTS);
    let numbers = around.map_while(|number| number.checked_sub(1));
    numbers.map(|number| name_of(usize::from(number))).find(|held| *held == name)
}

impl Name {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Name(known(name).map_or_else(|| Cow::Owned(name.to_owned()), Cow::Borrowed))
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        Name(known(&name).map_or(Cow::Owned(name), Cow::Borrowed))
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0.into_owned()
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_whether_the_program_knows_it_or_not() {
        for name in ["title", "set", "of_a_newer_version", ""] {
            assert_eq!(Name::from(name), Name::from(name.to_owned()));
            assert_eq!(Name::from(name).as_str(), name);
            assert_eq!(String::from(Name::from(name)), name);
        }
        let (unknown, known) = (Name::from("z"), Name::from("title"));
        assert!(unknown > known);
    }

    #[test]
    fn names_that_the_program_knows_take_no_memory() {
        for name in OTHERS.into_iter().chain(Field::ALL.iter().map(|field| field.name())) {
            assert_eq!(known(name), Some(name));
        }
        assert_eq!((known(""), known("a"), known("titel")), (None, None, None));
    }
}
