//! A few ids: nearly always one.

use super::ChangeId;

/// The heads of a field, or the changes under one number of a device. One id takes no memory of its own.
#[derive(Clone, Debug, Default)]
pub(super) enum Ids {
    #[default]
    None,
    One(ChangeId),
    Many(Vec<ChangeId>),
}

impl Ids {
    pub fn as_slice(&self) -> &[ChangeId] {
        match self {
            Ids::None => &[],
            Ids::One(id) => std::slice::from_ref(id),
            Ids::Many(ids) => ids,
        }
    }

    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    pub fn push(&mut self, id: ChangeId) {
        match self {
            Ids::None => *self = Ids::One(id),
            Ids::One(first) => *self = Ids::Many(vec![*first, id]),
            Ids::Many(ids) => ids.push(id),
        }
    }

    pub fn retain(&mut self, keep: impl Fn(&ChangeId) -> bool) {
        match self {
            Ids::None => {}
            Ids::One(id) => {
                if !keep(id) {
                    *self = Ids::None;
                }
            }
            Ids::Many(ids) => ids.retain(keep),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kept_in_the_order_in_which_they_came() {
        let id = |letter: &str| ChangeId::parse(&letter.repeat(26)).expect("26 letters");
        let mut ids = Ids::default();
        assert_eq!((ids.as_slice(), ids.len()), (&[][..], 0));
        for letter in ["b", "a", "c"] {
            ids.push(id(letter));
        }
        assert_eq!(ids.as_slice(), ["b", "a", "c"].map(id));
        ids.retain(|held| *held != id("a"));
        assert_eq!(ids.as_slice(), ["b", "c"].map(id));
        let mut one = Ids::One(id("a"));
        one.retain(|_| true);
        assert_eq!(one.len(), 1);
        one.retain(|_| false);
        assert_eq!(one.len(), 0);
    }
}
