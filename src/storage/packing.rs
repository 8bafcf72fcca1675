//! Which rows are worth being joined into one: many Saves make many small rows, and each costs time at every start.

/// A row that is longer than this stays as it is, in UTF-16 units: reading one again must not hold the screen.
const LONG: usize = 256 * 1024;
/// Fewer rows beside each other than this are not worth a write.
const FEW: usize = 16;

/// With fewer rows than this a start is quick enough.
pub const MANY: usize = 64;

/// Runs of neighbouring rows, each to become one row, by where they stand in the list of lengths.
pub fn runs(lengths: &[usize]) -> Vec<std::ops::Range<usize>> {
    let (mut runs, mut start, mut sum) = (Vec::new(), 0, 0_usize);
    let mut close = |start: usize, end: usize| {
        if end.saturating_sub(start) >= FEW {
            runs.push(start..end);
        }
    };
    for (at, length) in lengths.iter().enumerate() {
        sum = sum.saturating_add(*length);
        if sum > LONG {
            close(start, at);
            let stays_alone = *length > LONG;
            (start, sum) = if stays_alone { (at.saturating_add(1), 0) } else { (at, *length) };
        }
    }
    close(start, lengths.len());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_small_rows_become_few_and_long_ones_stay() {
        let check = |lengths: &[usize], expected: &[(usize, usize)]| {
            let runs = runs(lengths).into_iter().map(|run| (run.start, run.end)).collect::<Vec<_>>();
            assert_eq!(runs, expected);
        };
        check(&[], &[]);
        check(&[600; 15], &[]);
        check(&[600; 16], &[(0, 16)]);
        check(&[[LONG + 1].as_slice(), &[600; 20]].concat(), &[(1, 21)]);
        check(&[[600; 20].as_slice(), &[LONG + 1], &[600; 20]].concat(), &[(0, 20), (21, 41)]);
        check(&[LONG / 2; 20], &[]);
        check(&[[LONG / 20; 20].as_slice(), &[1; 20]].concat(), &[(0, 24), (24, 40)]);
        check(&[LONG / 20; 41], &[(0, 20), (20, 40)]);
        check(&[usize::MAX; 40], &[]);
    }

    #[test]
    fn what_was_packed_is_not_packed_again() {
        let mut lengths = vec![600; 5_000];
        for _ in 0..3 {
            let runs = runs(&lengths);
            let joined = |run: &std::ops::Range<usize>| lengths.get(run.clone()).map_or(0, |of| of.iter().sum());
            let before = lengths.len();
            let packed: Vec<usize> = runs.iter().map(joined).collect();
            let single = lengths.iter().enumerate().filter(|(at, _)| !runs.iter().any(|run| run.contains(at)));
            lengths = packed.iter().copied().chain(single.map(|(_, length)| *length)).collect();
            assert!(lengths.len() < 50, "{} of {before} rows are left", lengths.len());
        }
        assert!(runs(&lengths).is_empty());
    }
}
