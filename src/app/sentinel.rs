//! What the store held when it was last seen, kept in another place than the store: a store that comes back with less has lost
//! something, and that is said instead of showing an empty list.

use crate::record::Value;

/// How many changes and stubs were held, of this device and of others; without what the program ships.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sentinel(pub usize);

impl Sentinel {
    /// How many of them are missing where so many are held now; lines that no longer prove themselves are there, and are said
    /// by themselves.
    pub fn missing(self, held: usize, damaged: usize) -> usize {
        self.0.saturating_sub(held.saturating_add(damaged))
    }

    pub fn to_value(self) -> Value {
        i64::try_from(self.0).unwrap_or(i64::MAX).into()
    }

    /// What is of another form guards nothing.
    pub fn from_value(kept: &Value) -> Self {
        Sentinel(kept.as_int().and_then(|held| usize::try_from(held).ok()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_what_was_there_and_is_neither_whole_nor_damaged() {
        let check = |was, held, damaged, expected| assert_eq!(Sentinel(was).missing(held, damaged), expected);
        check(0, 0, 0, 0);
        check(7, 7, 0, 0);
        check(7, 9, 0, 0);
        check(7, 0, 0, 7);
        check(7, 5, 2, 0);
        check(7, 5, 1, 1);
        check(7, usize::MAX, usize::MAX, 0);
    }

    #[test]
    fn a_sentinel_reads_back_as_it_was_kept() {
        for held in [0, 1, 1_000_000] {
            assert_eq!(Sentinel::from_value(&Sentinel(held).to_value()), Sentinel(held));
        }
        for odd in [Value::Null, "7".into(), (-1).into()] {
            assert_eq!(Sentinel::from_value(&odd), Sentinel(0));
        }
    }
}
