//! Which rows are shown, and in which order.

use super::{Row, State};
use crate::record::{Choice, Kind, gather};
use std::cmp::Ordering;

/// What stands in a column beside the name of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Date,
    State,
    With,
    Place,
    By,
    Confidentiality,
    Missing,
    Clashes,
    Area,
    Total,
    ChangedOn,
}

impl Column {
    pub const ALL: [Column; 11] = [
        Column::Date,
        Column::State,
        Column::With,
        Column::Place,
        Column::By,
        Column::Confidentiality,
        Column::Missing,
        Column::Clashes,
        Column::Area,
        Column::Total,
        Column::ChangedOn,
    ];

    /// Its name in the settings of a device.
    pub fn name(self) -> &'static str {
        match self {
            Column::Date => "date",
            Column::State => "state",
            Column::With => "with",
            Column::Place => "place",
            Column::By => "by",
            Column::Confidentiality => "confidentiality",
            Column::Missing => "missing",
            Column::Clashes => "clashes",
            Column::Area => "area",
            Column::Total => "total",
            Column::ChangedOn => "changed_on",
        }
    }

    /// Whether records of a kind have it.
    pub fn is_of(self, kind: Kind) -> bool {
        use Column::*;
        match kind {
            Kind::Visit => self != Total,
            Kind::Session => self != Confidentiality,
            Kind::Agreement => !matches!(self, Place | Confidentiality | Area | Total),
            _ => matches!(self, With | Place | By | Missing | Clashes | ChangedOn),
        }
    }

    /// Whether it stands there before somebody chose.
    fn is_usual(self) -> bool {
        !matches!(self, Column::Area | Column::ChangedOn | Column::Clashes | Column::Place)
    }
}

/// The columns of a kind: those that somebody chose on this device, else the usual ones. `chosen` is empty where nobody did.
pub fn columns(kind: Kind, chosen: &[String]) -> Vec<Column> {
    let is_chosen = |column: Column| match chosen {
        [] => column.is_usual(),
        chosen => chosen.iter().any(|name| name == column.name()),
    };
    Column::ALL.into_iter().filter(|column| column.is_of(kind) && is_chosen(*column)).collect()
}

/// By what the rows are ordered: by a column, or by name where it is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    pub by: By,
    pub is_down: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// As they come: the latest first.
    #[default]
    Latest,
    Name,
    Column(Column),
}

impl Sort {
    /// What pressing a head does: up, down, and as they come.
    pub fn press(self, by: By) -> Self {
        match (self.by == by, self.is_down) {
            (false, _) => Sort { by, is_down: false },
            (true, false) => Sort { by, is_down: true },
            (true, true) => Sort::default(),
        }
    }
}

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    /// Complete, mended or changed since: what waits for a reviewer.
    ToReview,
    Returned,
    /// Something that a complete record needs.
    Missing,
    /// People wrote different things.
    Clashing,
}

impl Which {
    pub const ALL: [Which; 5] = [Which::All, Which::ToReview, Which::Returned, Which::Missing, Which::Clashing];

    fn wants(self, row: &Row) -> bool {
        match self {
            Which::All => true,
            Which::ToReview => match row.state {
                State::Mended | State::ChangedSince | State::Is(Choice::Complete) => true,
                // A session has no status before somebody reviewed it.
                State::None => row.record.kind() == Some(Kind::Session),
                State::Is(_) => false,
            },
            Which::Returned => row.state == State::Is(Choice::Returned),
            Which::Missing => !row.missing.is_empty(),
            Which::Clashing => row.clashes > 0,
        }
    }
}

/// The places of the rows that are shown, in their order; of `found` alone where something is looked for.
pub fn order(rows: &[Row], found: Option<&[u32]>, which: Which, sort: Sort) -> Vec<u32> {
    let all = || (0..rows.len() as u32).collect();
    let shown: Vec<u32> = found.map_or_else(all, <[u32]>::to_vec);
    let row = |at: &u32| rows.get(*at as usize);
    let shown = shown.into_iter().filter(|at| row(at).is_some_and(|row| which.wants(row))).collect();
    if sort.by == By::Latest {
        return shown;
    }
    gather::ordered(shown, |a, b| match (row(a), row(b)) {
        (Some(a), Some(b)) => compare(a, b, sort),
        _ => Ordering::Equal,
    })
}

/// What says nothing comes last, whichever way one sorts.
fn compare(a: &Row, b: &Row, sort: Sort) -> Ordering {
    let blank = is_blank(a, sort.by).cmp(&is_blank(b, sort.by));
    let told = || if sort.is_down { value(b, a, sort.by) } else { value(a, b, sort.by) };
    blank.then_with(told)
}

fn is_blank(row: &Row, by: By) -> bool {
    match by {
        By::Latest => false,
        By::Name => row.title.folded.is_empty(),
        By::Column(column) => match column {
            Column::Date => row.date.is_empty(),
            Column::State => row.state == State::None,
            Column::With => row.with.folded.is_empty(),
            Column::Place => row.place.folded.is_empty(),
            Column::By => row.by.folded.is_empty(),
            Column::Confidentiality => row.confidentiality.is_none(),
            Column::Missing | Column::Clashes | Column::ChangedOn => false,
            Column::Area => row.area.folded.is_empty(),
            Column::Total => row.total.is_none(),
        },
    }
}

fn value(a: &Row, b: &Row, by: By) -> Ordering {
    let text = |a: &super::Text, b: &super::Text| a.folded.cmp(&b.folded);
    match by {
        By::Latest => Ordering::Equal,
        By::Name => text(&a.title, &b.title),
        By::Column(column) => match column {
            Column::Date => a.date.cmp(&b.date),
            Column::State => a.state.cmp(&b.state),
            Column::With => text(&a.with, &b.with),
            Column::Place => text(&a.place, &b.place),
            Column::By => text(&a.by, &b.by),
            Column::Confidentiality => a.confidentiality.cmp(&b.confidentiality),
            Column::Missing => a.missing.len().cmp(&b.missing.len()),
            Column::Clashes => a.clashes.cmp(&b.clashes),
            Column::Area => text(&a.area, &b.area),
            Column::Total => a.total.cmp(&b.total),
            Column::ChangedOn => a.changed_at.cmp(&b.changed_at),
        },
    }
}
