//! The share of women: one number, so it is worked out in one place.

use super::Trainings;
use super::filter::Filter;
use super::table::{Dimension, Measure, table};
use crate::record::Choice;

/// Attendances by sex, where sex was recorded of at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Women {
    pub women: i64,
    pub men: i64,
    /// All of them, those too whose sex was not recorded.
    pub all: i64,
}

impl Women {
    /// Nothing where nobody was counted by sex, or only some of the people are asked for.
    pub fn of(trainings: &Trainings, filter: &Filter) -> Option<Self> {
        if filter.is_of_some() {
            return None;
        }
        let sexes = table(trainings, filter, Measure::Attendances, [Some(Dimension::Sex), None], &[]);
        let of = |sex: Choice| {
            let at = sexes.rows.iter().position(|row| row == sex.name());
            at.and_then(|at| sexes.cells.get(at)?.first().copied().flatten()).unwrap_or_default()
        };
        let (women, men) = (of(Choice::Female), of(Choice::Male));
        let all = sexes.sum.filter(|_| women.saturating_add(men) > 0)?;
        Some(Women { women, men, all })
    }

    /// Whole percent of all attendances.
    pub fn percent(self) -> i64 {
        self.women.saturating_mul(200).saturating_add(self.all) / self.all.saturating_mul(2).max(1)
    }

    /// Those whose sex was not recorded.
    pub fn without(self) -> i64 {
        self.all.saturating_sub(self.women).saturating_sub(self.men).max(0)
    }
}
