//! Small groups in public files: a count of 1 to 4 is shown as "<5".
//!
//! Where the counts of a group add up to a total that stands beside them, one hidden count could be worked out from the others:
//! then the smallest of these is hidden as well, as "≥5".

use super::Cell;

/// Counts below this are hidden.
const LEAST: i64 = 5;

/// Hides what must not be told. `add_up` says whether their sum is known to the reader.
pub fn masked(counts: &[Option<i64>], add_up: bool) -> Vec<Cell> {
    let mut cells: Vec<Cell> = counts.iter().map(|count| masked_alone(*count)).collect();
    let hidden = cells.iter().filter(|cell| **cell == Cell::Few).count();
    if add_up && hidden == 1 {
        let shown = counts.iter().enumerate().filter_map(|(at, count)| Some((at, count.filter(|n| *n >= LEAST)?)));
        if let Some(cell) = shown.min_by_key(|(_, count)| *count).and_then(|(at, _)| cells.get_mut(at)) {
            *cell = Cell::Many;
        }
    }
    cells
}

/// A count whose total is not known to the reader.
pub fn masked_alone(count: Option<i64>) -> Cell {
    match count {
        Some(1..LEAST) => Cell::Few,
        count => Cell::whole(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_in_a_small_group_can_be_worked_out() {
        let check = |counts: &[Option<i64>], expected: &[&str]| {
            let told: Vec<String> = masked(counts, true)
                .iter()
                .map(|cell| match cell {
                    Cell::Whole(number) => number.to_string(),
                    cell => cell.hidden().unwrap_or_default().to_owned(),
                })
                .collect();
            assert_eq!(told, expected, "{counts:?}");
        };
        check(&[Some(12), Some(8), None], &["12", "8", ""]);
        check(&[Some(12), Some(2), None], &["≥5", "<5", ""]);
        check(&[Some(30), Some(12), Some(4)], &["30", "≥5", "<5"]);
        check(&[Some(30), Some(1), Some(4)], &["30", "<5", "<5"]);
        check(&[Some(5), Some(0)], &["5", "0"]);
        // Nothing else to hide behind.
        check(&[Some(3), Some(0)], &["<5", "0"]);
        check(&[], &[]);
        assert_eq!(masked(&[Some(12), Some(2)], false), [Cell::Whole(12), Cell::Few]);
    }
}
