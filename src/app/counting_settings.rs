//! Age bands and reporting periods while they are being set: texts as typed, and what Save makes of them.

use super::{Notebook, workspace};
use crate::record::bands::{Band, BandFault, checked, to_value};
use crate::record::periods::Period;
use crate::record::{Draft, Field, RecordId, Value, gather};

/// Every number and date as it stands in its field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountingSettings {
    /// From and to; an empty "to" is open above.
    pub bands: Vec<[String; 2]>,
    pub periods: Vec<[String; 2]>,
}

/// Why they can not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingFault {
    Bands(BandFault),
    /// A period without two dates, or one that ends before it begins.
    Period,
}

impl CountingSettings {
    /// As the workspace has them now.
    pub fn of(notebook: &Notebook) -> Self {
        let bands = workspace::age_bands(&notebook.log).into_iter();
        let band = |band: Band| [band.from.to_string(), band.to.map(|to| to.to_string()).unwrap_or_default()];
        let periods = workspace::reporting_periods(&notebook.log).into_iter();
        CountingSettings {
            bands: bands.map(band).collect(),
            periods: periods.map(|period| [period.from, period.to]).collect(),
        }
    }

    /// The bands, or why they can not stand.
    pub fn age_bands(&self) -> Result<Vec<Band>, BandFault> {
        let years = |text: &str| text.trim().parse::<i64>().ok();
        let band = |[from, to]: &[String; 2]| {
            let to = if to.trim().is_empty() { None } else { Some(years(to)?) };
            Some(Band::new(years(from)?, to))
        };
        let bands = self.bands.iter().map(band).collect::<Option<Vec<Band>>>();
        checked(bands.ok_or(BandFault::Bounds)?)
    }

    /// The periods, the earliest first; nothing where one of them is none.
    pub fn reporting_periods(&self) -> Option<Vec<Period>> {
        let period = |[from, to]: &[String; 2]| {
            let value = Value::map([("from", from.trim().into()), ("to", to.trim().into())]);
            Period::from_value(&value)
        };
        let periods = self.periods.iter().map(period).collect::<Option<Vec<Period>>>()?;
        Some(gather::ordered(periods, Period::cmp))
    }

    /// The draft whose Save sets them for the whole workspace.
    pub fn draft(&self, notebook: &Notebook) -> Result<Draft, SettingFault> {
        let bands = self.age_bands().map_err(SettingFault::Bands)?;
        let periods = self.reporting_periods().ok_or(SettingFault::Period)?;
        let mut draft = notebook.draft(&RecordId::workspace());
        draft.fields.set(Field::AgeBands, to_value(&bands));
        draft.fields.set(Field::ReportingPeriods, Value::List(periods.iter().map(Period::to_value).collect()));
        Ok(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::hand::Hand;

    fn pairs(pairs: &[[&str; 2]]) -> Vec<[String; 2]> {
        pairs.iter().map(|pair| pair.map(str::to_owned)).collect()
    }

    #[test]
    fn what_one_device_sets_holds_for_all() {
        let (mut desk, mut phone) = (Hand::of("desk"), Hand::of("phone"));
        assert_eq!(CountingSettings::of(&phone.notebook).bands.len(), 4);
        let chosen = CountingSettings {
            bands: pairs(&[["30", ""], ["15", "29"]]),
            periods: pairs(&[["2026-07-01", "2026-12-31"], ["2026-01-01", "2026-06-30"]]),
        };
        let draft = chosen.draft(&desk.notebook).expect("they can be saved");
        desk.save(&[draft]);
        phone.join(&desk);
        let read = CountingSettings::of(&phone.notebook);
        assert_eq!(read.bands, pairs(&[["15", "29"], ["30", ""]]));
        assert_eq!(read.periods, pairs(&[["2026-01-01", "2026-06-30"], ["2026-07-01", "2026-12-31"]]));
    }

    #[test]
    fn what_can_not_stand_is_said_and_changes_nothing() {
        let hand = Hand::of("desk");
        let check = |bands: &[[&str; 2]], periods: &[[&str; 2]], expected: SettingFault| {
            let settings = CountingSettings { bands: pairs(bands), periods: pairs(periods) };
            assert_eq!(settings.draft(&hand.notebook), Err(expected), "{bands:?} {periods:?}");
        };
        check(&[], &[], SettingFault::Bands(BandFault::Number));
        check(&[["", "17"]], &[], SettingFault::Bands(BandFault::Bounds));
        check(&[["18", "x"]], &[], SettingFault::Bands(BandFault::Bounds));
        check(&[["0", "18"], ["18", ""]], &[], SettingFault::Bands(BandFault::Overlap));
        check(&[["0", ""]], &[["2026-01-01", ""]], SettingFault::Period);
        check(&[["0", ""]], &[["2026-02-01", "2026-01-01"]], SettingFault::Period);
    }
}
