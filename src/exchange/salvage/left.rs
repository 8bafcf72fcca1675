//! What stands between the things that were taken from a broken text, and whether a change was there.

use crate::exchange::sections::is_like_change;

/// What was not taken.
pub(super) struct Left<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Objects in it that are no changes, from where to where.
    pub passed: Vec<(usize, usize)>,
}

impl Left<'_> {
    /// Where lines end. One does not end inside an object that is whole.
    pub fn line_ends(&self, begin: usize, end: usize) -> impl Iterator<Item = usize> {
        let mut at = begin;
        let mut passed = self.passed.iter().filter(move |(start, _)| *start < end).peekable();
        std::iter::from_fn(move || {
            loop {
                let plain = passed.peek().map_or(end, |(start, _)| *start);
                if let Some(found) = self.text.get(at..plain).and_then(|text| text.find('\n')) {
                    at += found + 1;
                    return Some(at);
                }
                at = passed.next()?.1;
            }
        })
    }

    /// Whether it looks like a piece of a change, whatever stands in objects that are none.
    pub fn is_like_piece(&self, start: usize, end: usize) -> bool {
        if !self.text.get(start..end).is_some_and(|text| text.contains('"')) {
            return false;
        }
        let mut plain = String::new();
        let mut at = start;
        let first = self.passed.partition_point(|(begin, _)| *begin < start);
        let inside = self.passed.get(first..).unwrap_or_default();
        for (begin, behind) in inside.iter().take_while(|(_, behind)| *behind <= end) {
            plain.push_str(self.text.get(at..*begin).unwrap_or_default());
            plain.push_str("{}");
            at = *behind;
        }
        plain.push_str(self.text.get(at..end).unwrap_or_default());
        let begins = plain.strip_prefix('{').map(str::trim_start).unwrap_or_default();
        begins.starts_with("\"at\"") || begins.starts_with("\"by\"") || is_like_change(&plain)
    }
}
