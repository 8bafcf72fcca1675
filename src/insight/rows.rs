//! Where the bars of a lying chart stand: a name over each bar, so that long Spanish names have room; parts, bounds and a target.

use super::chart::{Line, step};

/// The picture is so wide; how high, the number of its rows says.
pub const WIDTH: i64 = 720;
/// Room right of the longest bar for its number.
const RIGHT: i64 = 110;
/// A line of a name, and a bar.
const NAME: i64 = 30;
const BAR: i64 = 30;
const GAP: i64 = 22;
/// Above the first row stand the numbers of the lines.
const TOP: i64 = 40;
/// So many letters of a name fit on a line.
const LETTERS: usize = 58;
/// Values are taken no greater than this; no count is.
const GREATEST: i64 = 1_000_000_000;

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub name: String,
    /// Of one bar, one after the other; nothing where no number was recorded, because blank is not zero.
    pub parts: Vec<Option<i64>>,
    /// Where the number lies between two: the upper one, the parts being the lower.
    pub up_to: Option<i64>,
    /// What is to be reached.
    pub target: Option<i64>,
}

/// A chart of rows in units of its picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    pub rows: Vec<Row>,
    /// Upright lines; of each the value and how far it is from the left.
    pub lines: Vec<(i64, i64)>,
    pub height: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub name: Vec<String>,
    /// Of the first line of the name, its foot.
    pub name_y: i64,
    pub top: i64,
    pub height: i64,
    /// Left and width of each part, in the order of the parts; of width 0 where there is nothing.
    pub parts: Vec<(i64, i64)>,
    /// Left and width of what may be beyond the parts.
    pub may_be: Option<(i64, i64)>,
    pub target: Option<i64>,
    /// Where what is drawn ends: the number stands right of it.
    pub end: i64,
}

impl Said {
    fn sum(&self) -> i64 {
        self.parts.iter().flatten().fold(0, |sum: i64, part| sum.saturating_add(*part)).clamp(0, GREATEST)
    }
}

/// The rows of these values; nothing where there is none at all.
pub fn rows(said: &[Said]) -> Option<Rows> {
    let far = |row: &Said| {
        row.sum().max(row.up_to.unwrap_or_default()).max(row.target.unwrap_or_default()).clamp(0, GREATEST)
    };
    let greatest = said.iter().map(far).max()?;
    let step = step(greatest);
    let highest = (greatest.saturating_add(step).saturating_sub(1) / step.max(1)).saturating_mul(step).max(step).max(1);
    let width = WIDTH.saturating_sub(RIGHT);
    let x = |value: i64| value.clamp(0, GREATEST).saturating_mul(width) / highest;
    let lines: Vec<Line> =
        (0..=highest / step.max(1)).map(|line| Line { value: line.saturating_mul(step), y: 0 }).collect();
    let mut top = TOP;
    let mut rows = Vec::with_capacity(said.len());
    for row in said {
        let name = wrapped(&row.name, LETTERS);
        let name_y = top.saturating_add(NAME).saturating_sub(8);
        let lines = i64::try_from(name.len()).unwrap_or(1);
        let bar = top.saturating_add(NAME.saturating_mul(lines));
        let mut from: i64 = 0;
        let mut parts = Vec::with_capacity(row.parts.len());
        for part in &row.parts {
            let to = from.saturating_add(part.unwrap_or_default().max(0));
            parts.push((x(from), x(to).saturating_sub(x(from))));
            from = to;
        }
        let may_be = row.up_to.filter(|up_to| *up_to > from).map(|up_to| (x(from), x(up_to).saturating_sub(x(from))));
        let end = x(from).max(may_be.map_or(0, |(left, width)| left.saturating_add(width)));
        let target = row.target.map(x);
        rows.push(Row {
            name,
            name_y,
            top: bar,
            height: BAR,
            parts,
            may_be,
            target,
            end: end.max(target.unwrap_or_default()),
        });
        top = bar.saturating_add(BAR).saturating_add(GAP);
    }
    Some(Rows { rows, lines: lines.iter().map(|line| (line.value, x(line.value))).collect(), height: top })
}

/// A name in at most two lines, broken between words; what is longer ends in "…".
fn wrapped(name: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let length = line.chars().count().saturating_add(word.chars().count());
        if line.is_empty() || length < letters {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    let is_cut = lines.len() > 2;
    lines.truncate(2);
    for line in &mut lines {
        if line.chars().count() > letters {
            *line = line.chars().take(letters.saturating_sub(1)).chain(['…']).collect();
        }
    }
    if let Some(last) = lines.last_mut().filter(|last| is_cut && !last.ends_with('…')) {
        last.push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(parts: &[Option<i64>], up_to: Option<i64>, target: Option<i64>) -> Said {
        Said { name: "Comercialización y ferias".to_owned(), parts: parts.to_vec(), up_to, target }
    }

    #[test]
    fn a_bar_is_as_long_as_its_number_and_its_parts_follow_one_another() {
        let chart = rows(&[said(&[Some(10), Some(30)], None, None), said(&[Some(20)], None, None)]).expect("a chart");
        assert_eq!(chart.lines.first().map(|line| line.1), Some(0));
        assert_eq!(chart.lines.last().map(|line| line.0), Some(40));
        let parts = |at: usize| chart.rows[at].parts.clone();
        assert_eq!((parts(0), parts(1)), (vec![(0, 152), (152, 458)], vec![(0, 305)]));
        assert_eq!(chart.rows[0].end, 610);
        assert!(chart.rows[1].top >= chart.rows[0].top + chart.rows[0].height);
        assert!(chart.height > chart.rows[1].top + chart.rows[1].height);
    }

    #[test]
    fn bounds_and_a_target_stand_where_they_are() {
        let chart = rows(&[said(&[Some(25)], Some(75), Some(100))]).expect("a chart");
        let row = &chart.rows[0];
        assert_eq!((row.may_be, row.target, row.end), (Some((152, 305)), Some(610), 610));
        assert_eq!(rows(&[said(&[Some(5)], Some(5), None)]).expect("a chart").rows[0].may_be, None);
    }

    #[test]
    fn nothing_is_no_chart_and_blank_draws_nothing() {
        assert_eq!(rows(&[]), None);
        let chart = rows(&[said(&[None, Some(0)], None, None)]).expect("a chart");
        assert_eq!(chart.rows[0].parts, [(0, 0), (0, 0)]);
        assert!(rows(&[said(&[Some(i64::MAX), Some(i64::MAX)], None, Some(-3))]).is_some());
    }

    #[test]
    fn long_names_are_broken_between_words_and_never_lost_without_saying_so() {
        let check = |name: &str, expected: &[&str]| assert_eq!(wrapped(name, 12), expected, "{name}");
        check("Café", &["Café"]);
        check("", &[""]);
        check("Producción agroecológica", &["Producción", "agroecológi…"]);
        check("Asociación de productoras de leche", &["Asociación", "de…"]);
        check("uno dos tres cuatro", &["uno dos tres", "cuatro"]);
    }
}
