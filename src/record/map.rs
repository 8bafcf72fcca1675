//! Members by name, sorted: what an object of a change is made of.
//!
//! Objects here are small, a record has a few dozen fields, and there are several kinds of them. A sorted list needs a tenth of
//! the code of a tree for each, which phones have to load.

use super::{Name, gather};

/// Names, each once, in ascending order of their UTF-8, and what stands under them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Map<V>(Vec<(Name, V)>);

impl<V> Default for Map<V> {
    fn default() -> Self {
        Map::new()
    }
}

impl<V> Map<V> {
    pub const fn new() -> Self {
        Map(Vec::new())
    }

    /// From members in any order; the name that stands twice, if one does.
    pub fn of(members: Vec<(Name, V)>) -> Result<Self, Name> {
        let mut members = members;
        let is_sorted = |members: &[(Name, V)]| members.is_sorted_by(|(a, _), (b, _)| a < b);
        // Lines of the log are sorted already.
        if !is_sorted(&members) {
            members = gather::ordered(members, |(a, _), (b, _)| a.cmp(b));
        }
        let twice = members.windows(2).find_map(|pair| match pair {
            [(a, _), (b, _)] if a == b => Some(a.clone()),
            _ => None,
        });
        twice.map_or(Ok(Map(members)), Err)
    }

    /// Where the name stands, or where it would.
    fn find(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(held, _)| held.as_str().cmp(name))
    }

    pub fn get(&self, name: &str) -> Option<&V> {
        self.find(name).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.find(name).ok().and_then(|at| self.0.get_mut(at)).map(|(_, value)| value)
    }

    pub fn contains_key(&self, name: &str) -> bool {
        self.find(name).is_ok()
    }

    /// Puts a value under a name, in place of the one that stood there.
    pub fn insert(&mut self, name: impl Into<Name>, value: V) {
        self.put(name.into(), value);
    }

    fn put(&mut self, name: Name, value: V) {
        match self.find(&name) {
            Ok(at) => {
                if let Some((_, held)) = self.0.get_mut(at) {
                    *held = value;
                }
            }
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    pub fn remove(&mut self, name: &str) -> Option<V> {
        self.find(name).ok().map(|at| self.0.remove(at).1)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (Name, V)> {
        self.0.iter()
    }

    pub fn keys(&self) -> impl Iterator<Item = &Name> {
        self.0.iter().map(|(name, _)| name)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<V> IntoIterator for Map<V> {
    type Item = (Name, V);
    type IntoIter = std::vec::IntoIter<(Name, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Of equal names the last counts.
impl<N: Into<Name>, V> FromIterator<(N, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let mut map = Map::new();
        for (name, value) in members {
            map.insert(name, value);
        }
        map
    }
}

impl<K: Into<Name>, V, const N: usize> From<[(K, V); N]> for Map<V> {
    fn from(members: [(K, V); N]) -> Self {
        members.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(members: &[(&str, i64)]) -> Map<i64> {
        members.iter().copied().collect()
    }

    #[test]
    fn members_are_found_by_name_and_stand_in_order() {
        let mut map = map(&[("b", 1), ("é", 2), ("a", 3), ("b", 4)]);
        assert_eq!(map.keys().map(Name::as_str).collect::<Vec<_>>(), ["a", "b", "é"]);
        assert_eq!((map.get("b"), map.get("c"), map.len()), (Some(&4), None, 3));
        assert_eq!((map.remove("b"), map.remove("b"), map.contains_key("b")), (Some(4), None, false));
    }

    #[test]
    fn a_name_that_stands_twice_is_told() {
        let of = |names: &[&str]| Map::of(names.iter().map(|name| (Name::from(*name), ())).collect());
        assert_eq!(of(&["c", "a", "c"]).err().as_deref(), Some("c"));
        assert_eq!(of(&["c", "a"]).map(|map| map.len()), Ok(2));
    }
}
