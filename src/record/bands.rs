//! Age bands: whole years with numeric bounds, a setting of the workspace. Bands can be put together for a donor, never split.
//!
//! The id of a band says its bounds (`under_18`, `18_29`, `60_plus`), so that a count keeps its meaning when the setting
//! changes, and a count of another team can be read without its setting.

use super::{Field, Fields, Value, gather};

/// The id of the band that says that nobody asked.
pub const NOT_RECORDED: &str = "not_recorded";

/// The greatest age that a bound can be.
pub const MAX_AGE: i64 = 120;

/// More bands than this do not fit a pad that is to be hit without looking.
pub const MAX_BANDS: usize = 8;

/// Whole years, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    pub from: i64,
    /// Nothing for a band that is open above.
    pub to: Option<i64>,
}

/// Why bands can not stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandFault {
    /// None, or more than [`MAX_BANDS`].
    Number,
    /// A bound is no whole number of years from 0 to [`MAX_AGE`], or a band ends before it begins.
    Bounds,
    /// An age would stand in two bands.
    Overlap,
}

impl Band {
    pub const fn new(from: i64, to: Option<i64>) -> Self {
        Band { from, to }
    }

    /// The band that an id in the log stands for; nothing for [`NOT_RECORDED`] and for what is no band.
    pub fn of_id(id: &str) -> Option<Self> {
        let years = |text: &str| text.parse::<i64>().ok().filter(|years| (0..=MAX_AGE).contains(years));
        let band = if let Some(end) = id.strip_prefix("under_") {
            Band::new(0, Some(years(end)?.checked_sub(1)?))
        } else if let Some(start) = id.strip_suffix("_plus") {
            Band::new(years(start)?, None)
        } else {
            let (start, end) = id.split_once('_')?;
            Band::new(years(start)?, Some(years(end)?))
        };
        band.is_sound().then_some(band)
    }

    /// A band as people write it: `18-29`, `60+`, `<18`; also by its id.
    pub fn of_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let id = match (text.strip_prefix('<'), text.strip_suffix('+')) {
            (Some(end), _) => ["under_", end.trim()].concat(),
            (_, Some(start)) => [start.trim(), "_plus"].concat(),
            _ => text.replace(['-', '–'], "_"),
        };
        Self::of_id(&id)
    }

    /// The id in the log.
    pub fn id(self) -> String {
        match (self.from, self.to) {
            (0, Some(to)) => format!("under_{}", to.saturating_add(1)),
            (from, Some(to)) => format!("{from}_{to}"),
            (from, None) => format!("{from}_plus"),
        }
    }

    fn is_sound(self) -> bool {
        let fits = |years: i64| (0..=MAX_AGE).contains(&years);
        fits(self.from) && self.to.is_none_or(|to| fits(to) && to >= self.from)
    }

    /// Whether every age of another band is one of this one.
    pub fn holds(self, other: Band) -> bool {
        self.from <= other.from && self.to.is_none_or(|to| other.to.is_some_and(|other| other <= to))
    }

    /// Whether some age is of both.
    pub fn meets(self, other: Band) -> bool {
        let begins_in_time = |one: Band, other: Band| other.to.is_none_or(|end| one.from <= end);
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}

/// The bands where nobody chose others.
pub const DEFAULT: [Band; 4] =
    [Band::new(0, Some(17)), Band::new(18, Some(29)), Band::new(30, Some(59)), Band::new(60, None)];

/// The bands of a workspace, youngest first; those of the program where the setting is missing or can not be read.
pub fn bands(setting: &Fields) -> Vec<Band> {
    let one = |value: &Value| {
        let from = value.member("from")?.as_int()?;
        Some(Band::new(from, value.member("to").and_then(Value::as_int)))
    };
    let written: Vec<Band> = setting.list(Field::AgeBands).iter().filter_map(one).collect();
    checked(written).unwrap_or_else(|_| DEFAULT.to_vec())
}

/// The bands in order, or why they can not stand side by side.
pub fn checked(bands: Vec<Band>) -> Result<Vec<Band>, BandFault> {
    if bands.is_empty() || bands.len() > MAX_BANDS {
        return Err(BandFault::Number);
    }
    if !bands.iter().all(|band| band.is_sound()) {
        return Err(BandFault::Bounds);
    }
    let bands = gather::ordered(bands, Band::cmp);
    let overlap = bands.iter().zip(bands.iter().skip(1)).any(|(one, next)| one.meets(*next));
    if overlap { Err(BandFault::Overlap) } else { Ok(bands) }
}

/// As the setting holds them: `{"id","from","to"}`, without `to` where a band is open above.
pub fn to_value(bands: &[Band]) -> Value {
    let one = |band: &Band| match band.to {
        Some(to) => Value::map([("from", band.from.into()), ("id", band.id().into()), ("to", to.into())]),
        None => Value::map([("from", band.from.into()), ("id", band.id().into())]),
    };
    Value::List(bands.iter().map(one).collect())
}

/// The ids for the rows of a table: the bands, then those that stand in cells without being among them (another team's, or
/// an older setting's), then "not recorded". No count is left without a row.
pub fn rows(bands: &[Band], cells: &[Value]) -> Vec<String> {
    let mut rows: Vec<String> = bands.iter().map(|band| band.id()).collect();
    let ids = cells.iter().filter_map(|cell| cell.member("age")?.as_text());
    for id in ids.filter(|id| *id != NOT_RECORDED) {
        if !rows.iter().any(|row| row == id) {
            rows.push(id.to_owned());
        }
    }
    rows.push(NOT_RECORDED.to_owned());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_band_says_its_bounds() {
        let check = |id: &str, band: Band| {
            assert_eq!(Band::of_id(id), Some(band), "{id}");
            assert_eq!(band.id(), id);
        };
        check("under_18", Band::new(0, Some(17)));
        check("18_29", Band::new(18, Some(29)));
        check("60_plus", Band::new(60, None));
        for no_band in ["not_recorded", "", "_", "under_", "under_0", "29_18", "18_", "-1_5", "18_999", "x_plus", "18"]
        {
            assert_eq!(Band::of_id(no_band), None, "{no_band}");
        }
    }

    #[test]
    fn bands_can_be_put_together_and_never_split() {
        let check = |wide: &str, narrow: &str, holds: bool| {
            let band = |id| Band::of_id(id).expect("a band");
            assert_eq!(band(wide).holds(band(narrow)), holds, "{wide} {narrow}");
        };
        check("30_plus", "30_59", true);
        check("30_plus", "60_plus", true);
        check("15_29", "18_29", true);
        check("15_29", "under_18", false);
        check("30_59", "30_plus", false);
        check("18_29", "18_29", true);
    }

    #[test]
    fn an_age_stands_in_one_band() {
        let check = |bands: &[(i64, Option<i64>)], expected: Result<usize, BandFault>| {
            let bands = bands.iter().map(|(from, to)| Band::new(*from, *to)).collect();
            assert_eq!(checked(bands).map(|bands| bands.len()), expected);
        };
        check(&[(30, None), (15, Some(29))], Ok(2));
        check(&[], Err(BandFault::Number));
        check(&[(0, Some(1)); 9], Err(BandFault::Number));
        check(&[(18, Some(17))], Err(BandFault::Bounds));
        check(&[(-1, Some(17))], Err(BandFault::Bounds));
        check(&[(0, Some(121))], Err(BandFault::Bounds));
        check(&[(0, Some(18)), (18, None)], Err(BandFault::Overlap));
        check(&[(18, None), (60, None)], Err(BandFault::Overlap));
    }

    #[test]
    fn a_setting_reads_back_as_it_was_written_and_a_broken_one_does_not_hide_the_pad() {
        let mut setting = Fields::default();
        assert_eq!(bands(&setting), DEFAULT);
        let chosen = [Band::new(15, Some(29)), Band::new(30, None)];
        setting.set(Field::AgeBands, to_value(&chosen));
        assert_eq!(bands(&setting), chosen);
        setting.set(Field::AgeBands, Value::List(vec!["x".into()]));
        assert_eq!(bands(&setting), DEFAULT);
    }

    #[test]
    fn no_count_is_left_without_a_row() {
        let cell = |age: &str| Value::map([("age", age.into())]);
        let cells = [cell("15_29"), cell(NOT_RECORDED), cell("15_29")];
        assert_eq!(rows(&[Band::new(18, Some(29))], &cells), ["18_29", "15_29", NOT_RECORDED]);
    }
}
