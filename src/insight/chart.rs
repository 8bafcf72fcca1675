//! Where the bars of a chart stand: whole units of its own, so that what draws it only writes numbers down.

/// A chart of bars over an axis, in units of its picture. The picture is [`WIDTH`] wide and [`HEIGHT`] high.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars {
    pub bars: Vec<Bar>,
    /// The lines across, the lowest first: at zero.
    pub lines: Vec<Line>,
}

/// One bar, from left to right as the values came. One without a value stands in its place with no height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub left: i64,
    pub width: i64,
    pub top: i64,
    pub height: i64,
    pub value: Option<i64>,
    /// Whether there is room to say what it stands for; with many bars only some of them do.
    pub is_named: bool,
}

impl Bar {
    /// Where its name and its number stand.
    pub fn middle(self) -> i64 {
        self.left + self.width / 2
    }
}

/// A line across, with the number that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub value: i64,
    pub y: i64,
}

pub const WIDTH: i64 = 320;
pub const HEIGHT: i64 = 150;
/// The ground on which the bars stand; the names are under it.
pub const GROUND: i64 = 126;
/// Left of the bars stand the numbers of the lines.
pub const LEFT: i64 = 30;
/// Over the highest line there is room for the number of a bar.
const SKY: i64 = 18;
/// A bar is no wider than this, so that two sessions do not look like two walls.
const WIDEST: i64 = 40;
/// A name under a bar takes so much.
const NAME: i64 = 34;
/// No more lines than this above the ground.
const LINES: i64 = 4;
/// Values are taken no greater than this; no count is.
const GREATEST: i64 = 1_000_000_000;

/// The bars of these values; nothing where there is no value at all.
pub fn bars(values: &[Option<i64>]) -> Option<Bars> {
    let values: Vec<Option<i64>> = values.iter().map(|value| value.map(|value| value.clamp(0, GREATEST))).collect();
    let greatest = values.iter().flatten().max().copied()?;
    let step = step(greatest);
    let highest = (greatest + step - 1) / step * step;
    let highest = highest.max(step);
    let y = |value: i64| GROUND - value * (GROUND - SKY) / highest;
    let lines = (0..=highest / step).map(|line| Line { value: line * step, y: y(line * step) }).collect();
    let room = (WIDTH - LEFT) * 100 / i64::try_from(values.len()).unwrap_or(i64::MAX).max(1);
    let width = (room * 7 / 1000).clamp(1, WIDEST);
    let every = (NAME * 100 + room - 1) / room.max(1);
    let bar = |(at, value): (i64, &Option<i64>)| {
        let left = LEFT + (at * room + room / 2) / 100 - width / 2;
        let top = value.map_or(GROUND, y);
        let is_named = at % every.max(1) == 0;
        Bar { left, width, top, height: GROUND - top, value: *value, is_named }
    };
    Some(Bars { bars: (0..).zip(&values).map(bar).collect(), lines })
}

/// The step from line to line: 1, 2 or 5, or such a number of tens, hundreds and so on.
pub(super) fn step(greatest: i64) -> i64 {
    let mut ten = 1;
    loop {
        if let Some(step) = [ten, ten * 2, ten * 5].into_iter().find(|step| step * LINES >= greatest) {
            return step;
        }
        ten *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights(values: &[Option<i64>]) -> Vec<i64> {
        bars(values).expect("a chart").bars.iter().map(|bar| bar.height).collect()
    }

    #[test]
    fn lines_stand_at_round_numbers_and_there_are_few_of_them() {
        let check = |greatest: i64, expected: &[i64]| {
            let chart = bars(&[Some(greatest)]).expect("a chart");
            assert_eq!(chart.lines.iter().map(|line| line.value).collect::<Vec<_>>(), expected, "{greatest}");
        };
        check(0, &[0, 1]);
        check(1, &[0, 1]);
        check(4, &[0, 1, 2, 3, 4]);
        check(5, &[0, 2, 4, 6]);
        check(25, &[0, 10, 20, 30]);
        check(35, &[0, 10, 20, 30, 40]);
        check(9999, &[0, 5000, 10000]);
        assert!(bars(&[Some(i64::MAX)]).is_some_and(|chart| chart.lines.len() <= 5));
    }

    #[test]
    fn a_bar_is_as_high_as_its_share_of_the_highest_line() {
        assert_eq!(heights(&[Some(40), Some(20), Some(0)]), [108, 54, 0]);
        let chart = bars(&[Some(40), Some(20)]).expect("a chart");
        assert!(chart.bars.iter().all(|bar| bar.top + bar.height == GROUND));
        assert_eq!(chart.lines.last().map(|line| line.y), chart.bars.first().map(|bar| bar.top));
    }

    #[test]
    fn blank_is_not_zero_and_nothing_is_no_chart() {
        let chart = bars(&[Some(3), None]).expect("a chart");
        assert_eq!(chart.bars.iter().map(|bar| bar.value).collect::<Vec<_>>(), [Some(3), None]);
        assert_eq!((bars(&[]), bars(&[None, None])), (None, None));
    }

    #[test]
    fn bars_stay_in_the_picture_and_beside_one_another() {
        for number in [1, 2, 3, 12, 40, 200, 500] {
            let chart = bars(&vec![Some(7); number]).expect("a chart");
            assert_eq!(chart.bars.len(), number);
            let all = |bar: &Bar| bar.left >= LEFT && bar.left + bar.width <= WIDTH && bar.top >= SKY;
            assert!(chart.bars.iter().all(all), "{number}");
            let named: Vec<i64> = chart.bars.iter().filter(|bar| bar.is_named).map(|bar| bar.middle()).collect();
            assert!(named.windows(2).all(|pair| pair[1] - pair[0] >= NAME - 1), "{number}: {named:?}");
        }
    }
}
