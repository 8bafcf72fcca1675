//! A set of small numbers, a bit each.

/// Numbers of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set(Vec<u64>);

const BITS: u32 = u64::BITS;

impl Set {
    pub fn insert(&mut self, number: u32) {
        let place = (number / BITS) as usize;
        let bit = 1 << (number % BITS);
        match self.0.get_mut(place) {
            Some(word) => *word |= bit,
            None => {
                self.0.resize(place, 0);
                self.0.push(bit);
            }
        }
    }

    pub fn has(&self, number: u32) -> bool {
        let word = self.0.get((number / BITS) as usize).copied().unwrap_or_default();
        word >> (number % BITS) & 1 == 1
    }

    /// Takes in what the other has.
    pub fn add(&mut self, other: &Set) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Leaves only what the other has as well.
    pub fn retain(&mut self, other: &Set) {
        self.0.truncate(other.0.len());
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    /// Leaves out what the other has.
    pub fn remove(&mut self, other: &Set) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= !other);
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_or_not() {
        let mut set = Set::default();
        assert!(set.is_empty() && !set.has(0));
        [0, 63, 64, 700].into_iter().for_each(|number| set.insert(number));
        let mut other = Set::default();
        [1, 64].into_iter().for_each(|number| other.insert(number));
        set.retain(&other);
        let left: Vec<u32> = (0..1_000).filter(|number| set.has(*number)).collect();
        assert_eq!(left, [64]);
    }
}
