//! The count pad's cells: how many people by sex, age band and role. Blank is not zero.

use super::{Choice, Value, gather};

/// The most that one number of people can be ("Counting honestly", 1).
pub const MAX_COUNT: i64 = 9999;

/// The columns of the pad. "Not recorded" is a column, never a guess.
pub const SEXES: [Choice; 3] = [Choice::Female, Choice::Male, Choice::OtherOrNotStated];

/// One combination; at most one cell of each stands in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellKey<'a> {
    pub sex: Choice,
    /// Id of an age band, or [`super::bands::NOT_RECORDED`].
    pub age: &'a str,
    pub role: Choice,
}

impl CellKey<'_> {
    fn fits(&self, cell: &Value) -> bool {
        let is = |member: &str, name: &str| cell.member(member).and_then(Value::as_text) == Some(name);
        is("sex", self.sex.name()) && is("age", self.age) && is("role", self.role.name())
    }
}

/// The count of one combination; nothing where nobody was counted.
pub fn count(cells: &[Value], key: CellKey) -> Option<i64> {
    cells.iter().find(|cell| key.fits(cell)).and_then(count_of)
}

/// The roles that can stand in cells, producers first.
pub const ROLES: [Choice; 6] =
    [Choice::Producer, Choice::Official, Choice::Promoter, Choice::Staff, Choice::Student, Choice::Other];

/// The cells after one more or fewer in one combination, within 0 to [`MAX_COUNT`]. A cell that comes back to zero by
/// taps was a slip and goes blank again.
pub fn tap(cells: &[Value], key: CellKey, step: i64) -> Vec<Value> {
    let now = count(cells, key).unwrap_or_default().saturating_add(step).clamp(0, MAX_COUNT);
    put(cells, key, Some(now).filter(|now| *now > 0))
}

/// The cells with a count as it was typed; nothing makes the cell blank, and a typed zero stays a zero.
pub fn put(cells: &[Value], key: CellKey, count: Option<i64>) -> Vec<Value> {
    let mut cells: Vec<Value> = cells.iter().filter(|cell| !key.fits(cell)).cloned().collect();
    if let Some(now) = count.filter(|count| (0..=MAX_COUNT).contains(count)) {
        cells.push(Value::map([
            ("age", key.age.into()),
            ("count", now.into()),
            ("role", key.role.name().into()),
            ("sex", key.sex.name().into()),
        ]));
    }
    gather::ordered(cells, Value::cmp)
}

/// The sum of all cells; nothing where there is none, because blank is not zero.
pub fn sum(cells: &[Value]) -> Option<i64> {
    cells
        .iter()
        .filter_map(count_of)
        .fold(None, |sum: Option<i64>, count| Some(sum.unwrap_or_default().saturating_add(count)))
}

/// The sum of the cells of one sex.
pub fn sum_of(cells: &[Value], sex: Choice) -> Option<i64> {
    let is_sex = |cell: &&Value| cell.member("sex").and_then(Value::as_text) == Some(sex.name());
    sum(&cells.iter().filter(is_sex).cloned().collect::<Vec<_>>())
}

fn count_of(cell: &Value) -> Option<i64> {
    cell.member("count").and_then(Value::as_int).filter(|count| (0..=MAX_COUNT).contains(count))
}

/// Whether more came for the first time than came at all ("Counting honestly", 1).
pub fn is_first_time_above(first_time: Option<i64>, total: Option<i64>) -> bool {
    first_time.zip(total).is_some_and(|(first_time, total)| first_time > total)
}

/// A number of people as typed: whole, 0 to [`MAX_COUNT`]; nothing for anything else.
pub fn parse_count(text: &str) -> Option<i64> {
    text.trim().parse().ok().filter(|count| (0..=MAX_COUNT).contains(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WOMAN: CellKey = CellKey { sex: Choice::Female, age: "18_29", role: Choice::Producer };
    const MAN: CellKey = CellKey { sex: Choice::Male, age: "18_29", role: Choice::Producer };

    #[test]
    fn taps_add_up_and_can_be_taken_back() {
        let mut cells = Vec::new();
        for (key, step) in [(WOMAN, 1), (WOMAN, 1), (MAN, 1), (WOMAN, -1), (WOMAN, 1)] {
            cells = tap(&cells, key, step);
        }
        assert_eq!((count(&cells, WOMAN), count(&cells, MAN), sum(&cells)), (Some(2), Some(1), Some(3)));
        assert_eq!(sum_of(&cells, Choice::Female), Some(2));
        assert_eq!(cells.len(), 2, "at most one cell of each combination");
    }

    #[test]
    fn blank_is_not_zero() {
        assert_eq!(sum(&[]), None);
        let cells = tap(&tap(&[], WOMAN, 1), WOMAN, -1);
        assert_eq!((count(&cells, WOMAN), sum(&cells)), (None, None));
        assert_eq!(tap(&[], WOMAN, -1), []);
    }

    #[test]
    fn a_typed_zero_is_a_count() {
        let cells = put(&[], WOMAN, Some(0));
        assert_eq!((count(&cells, WOMAN), sum(&cells)), (Some(0), Some(0)));
        assert_eq!(put(&cells, WOMAN, None), []);
        assert_eq!(put(&put(&[], WOMAN, Some(30)), WOMAN, Some(12)).len(), 1);
    }

    #[test]
    fn counts_are_whole_numbers_up_to_9999() {
        let check = |text: &str, expected: Option<i64>| assert_eq!(parse_count(text), expected, "{text:?}");
        check("25", Some(25));
        check(" 0 ", Some(0));
        check("9999", Some(9999));
        for bad in ["", "-1", "10000", "2.5", "2,5", "veinte"] {
            check(bad, None);
        }
        assert_eq!(count(&tap(&[], WOMAN, 20_000), WOMAN), Some(9999));
    }
}
