//! A figure broken down by one or two dimensions, with sums only where they are true (rule 4).

use super::facts::{Course, Session, Trainings, sum};
use super::filter::{Filter, Fit};
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::{Choice, RecordId, gather};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::slice::from_ref;

/// What each cell of a table counts. People are not among them: bounds of parts do not add up to those of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Sessions,
    Attendances,
}

/// By what a table has its rows or columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    Year,
    Month,
    Municipality,
    /// Department or province.
    Region,
    Topic,
    Area,
    Method,
    Organiser,
    Sex,
    Age,
    Role,
}

/// Keys are dates (`2026`, `2026-05`), codes, references or names of choices; empty where nothing was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    /// Row by row; nothing where nobody was counted, because blank is not zero.
    pub cells: Vec<Vec<Option<i64>>>,
    /// The sum of each row; none where columns overlap.
    pub row_sums: Option<Vec<i64>>,
    /// The sum of each column; none where rows overlap.
    pub column_sums: Option<Vec<i64>>,
    /// The sum of all; none where either overlaps.
    pub sum: Option<i64>,
    /// How far the total of the filter is above that sum: below zero where more stand in cells than on the list.
    pub difference: i64,
}

impl Dimension {
    pub const ALL: [(Dimension, &str); 11] = [
        (Dimension::Year, "year"),
        (Dimension::Month, "month"),
        (Dimension::Municipality, "municipality"),
        (Dimension::Region, "region"),
        (Dimension::Topic, "topic"),
        (Dimension::Area, "area"),
        (Dimension::Method, "method"),
        (Dimension::Organiser, "organiser"),
        (Dimension::Sex, "sex"),
        (Dimension::Age, "age"),
        (Dimension::Role, "role"),
    ];

    /// Nothing for a name that is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, one)| *one == name).map(|(dimension, _)| *dimension)
    }

    /// Whether one session, or one person in it, can stand in several rows (rule 4).
    fn overlaps(self, measure: Measure) -> bool {
        match self {
            Dimension::Topic | Dimension::Area => true,
            Dimension::Sex | Dimension::Age | Dimension::Role => measure == Measure::Sessions,
            _ => false,
        }
    }

    fn is_of_people(self) -> bool {
        matches!(self, Dimension::Sex | Dimension::Age | Dimension::Role)
    }

    /// The keys of a session under a dimension that is not of people.
    fn keys_of<'a>(self, session: &'a Session, course: &'a Course) -> Vec<Key<'a>> {
        let start = |text: &'a str, length: usize| text.get(..length).unwrap_or_default();
        let one = match self {
            Dimension::Topic if !course.topics.is_empty() => return course.topics.iter().map(Key::from).collect(),
            Dimension::Area if !course.areas.is_empty() => return course.areas.iter().map(Key::from).collect(),
            Dimension::Year => start(&session.held_on, 4),
            Dimension::Month => start(&session.held_on, 7),
            Dimension::Municipality => &course.municipality,
            Dimension::Region => start(&course.municipality, 4),
            Dimension::Method => &course.method,
            Dimension::Organiser => &course.organiser,
            Dimension::Topic | Dimension::Area | Dimension::Sex | Dimension::Age | Dimension::Role => "",
        };
        vec![one.into()]
    }
}

/// What a row or a column is called, where it stands in what was read: two hundred thousand cells copy no text.
type Key<'a> = Cow<'a, str>;

/// Some people of a session who are alike in sex, age and role.
struct Portion<'a> {
    sex: &'a str,
    age: Key<'a>,
    role: &'a str,
    count: i64,
}

impl<'a> Portion<'a> {
    fn key(&self, dimension: Dimension) -> Option<Key<'a>> {
        match dimension {
            Dimension::Sex => Some(self.sex.into()),
            Dimension::Age => Some(self.age.clone()),
            Dimension::Role => Some(self.role.into()),
            _ => None,
        }
    }
}

/// The table of a filter. Ages are put together in `bands` where these hold them whole; else they stand by themselves.
pub fn table(
    trainings: &Trainings,
    filter: &Filter,
    measure: Measure,
    by: [Option<Dimension>; 2],
    bands: &[Band],
) -> Table {
    let mut sums: BTreeMap<[Key; 2], i64> = BTreeMap::new();
    let mut total: i64 = 0;
    let of_people = by.iter().flatten().any(|dimension| dimension.is_of_people());
    let own = trainings.sessions.iter().filter(|session| !session.stands_apart() && filter.takes(trainings, session));
    for session in own.filter(|session| measure == Measure::Sessions || session.people().is_some()) {
        let Some(course) = trainings.course(session) else { continue };
        let all = all_of(trainings, filter, measure, session);
        total = total.saturating_add(all);
        let portions = match of_people {
            true => portions(trainings, filter, session, bands),
            // All of them at once: no key is looked up in it.
            false => vec![Portion { sex: "", age: Key::default(), role: "", count: all }],
        };
        each_cell(&portions, measure, by, (session, course), &mut |key, count| {
            let held = sums.entry(key).or_default();
            *held = held.saturating_add(count);
        });
    }
    in_order(sums, measure, by, total)
}

fn all_of(trainings: &Trainings, filter: &Filter, measure: Measure, session: &Session) -> i64 {
    match measure {
        Measure::Sessions => 1,
        Measure::Attendances => filter.share(trainings, session).sure,
    }
}

/// The cells to which a session adds something, and how much.
fn each_cell<'a>(
    portions: &[Portion<'a>],
    measure: Measure,
    by: [Option<Dimension>; 2],
    (session, course): (&'a Session, &'a Course),
    add: &mut dyn FnMut([Key<'a>; 2], i64),
) {
    let [of_rows, of_columns] = by;
    let alike = by.map(|by| by.map_or_else(|| vec![Key::default()], |by| by.keys_of(session, course)));
    let [all_rows, all_columns] = &alike;
    let mut met = BTreeSet::new();
    let is_met = |portion: &&Portion| measure == Measure::Attendances || portion.count > 0;
    for portion in portions.iter().filter(is_met) {
        let (row, column) = (of_rows.and_then(|by| portion.key(by)), of_columns.and_then(|by| portion.key(by)));
        let rows = row.as_ref().map_or(all_rows.as_slice(), from_ref);
        let columns = column.as_ref().map_or(all_columns.as_slice(), from_ref);
        let pairs = rows.iter().flat_map(|row| columns.iter().map(move |column| [row.clone(), column.clone()]));
        for key in pairs {
            // A session counts once, however many of its cells are alike.
            let count = match measure {
                Measure::Sessions => i64::from(met.insert(key.clone())),
                Measure::Attendances => portion.count,
            };
            add(key, count);
        }
    }
}

/// The sessions behind the cell of a row and a column; where one of them is not given, behind the sum over it.
pub fn behind(
    trainings: &Trainings,
    filter: &Filter,
    measure: Measure,
    by: [Option<Dimension>; 2],
    bands: &[Band],
    (row, column): (Option<&str>, Option<&str>),
) -> Vec<RecordId> {
    let is_behind = |session: &&Session| {
        let is_own = !session.stands_apart() && filter.takes(trainings, session);
        let Some(course) = trainings.course(session).filter(|_| is_own) else { return false };
        if measure == Measure::Attendances && session.people().is_none() {
            return false;
        }
        let portions = match by.iter().flatten().any(|dimension| dimension.is_of_people()) {
            true => portions(trainings, filter, session, bands),
            false => {
                let count = all_of(trainings, filter, measure, session);
                vec![Portion { sex: "", age: Key::default(), role: "", count }]
            }
        };
        let mut is_in = false;
        each_cell(&portions, measure, by, (session, course), &mut |[of_row, of_column], count| {
            is_in |=
                count > 0 && row.is_none_or(|row| of_row == row) && column.is_none_or(|column| of_column == column);
        });
        is_in
    };
    trainings.sessions.iter().filter(is_behind).map(|session| session.record.clone()).collect()
}

/// The people of a session who are surely meant, by what is recorded of them; those in no cell come last.
fn portions<'a>(trainings: &'a Trainings, filter: &Filter, session: &Session, bands: &[Band]) -> Vec<Portion<'a>> {
    let mut portions = Vec::new();
    for cell in session.cells.iter().filter(|cell| filter.fit(trainings, cell) == Fit::Yes) {
        let age = trainings.age(cell);
        let wide = age.and_then(|age| age.band).and_then(|band| bands.iter().find(|wide| wide.holds(band)));
        let own = || age.map_or(Key::default(), |age| age.id.as_str().into());
        let age = wide.map_or_else(own, |wide| wide.id().into());
        let role = cell.role.map_or("", Choice::name);
        portions.push(Portion { sex: cell.sex.name(), age, role, count: cell.count });
    }
    let rest = if filter.is_of_some() { 0 } else { session.without_cell() };
    if rest > 0 {
        let sex = Choice::OtherOrNotStated.name();
        portions.push(Portion { sex, age: NOT_RECORDED.into(), role: "", count: rest });
    }
    portions
}

fn in_order(sums: BTreeMap<[Key; 2], i64>, measure: Measure, by: [Option<Dimension>; 2], total: i64) -> Table {
    let keys = |at: usize| {
        let mut weights: BTreeMap<&str, i64> = BTreeMap::new();
        for (key, count) in &sums {
            let weight = weights.entry(key.get(at).map_or("", Key::as_ref)).or_default();
            *weight = weight.saturating_add(*count);
        }
        let keys = weights.into_iter().map(|(key, weight)| (key.to_owned(), weight)).collect();
        ordered(keys, by.get(at).copied().flatten())
    };
    let (rows, columns) = (keys(0), keys(1));
    let cell = |row: &str, column: &str| sums.get(&[row.into(), column.into()]).copied();
    let cells: Vec<Vec<Option<i64>>> =
        rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
    let [rows_overlap, columns_overlap] = by.map(|by| by.is_some_and(|dimension| dimension.overlaps(measure)));
    let row_sums = || cells.iter().map(|row| sum(row.iter().flatten().copied())).collect();
    let column_sum = |at: usize| sum(cells.iter().filter_map(|row| row.get(at).copied().flatten()));
    let column_sums = || (0..columns.len()).map(column_sum).collect();
    let all = (!rows_overlap && !columns_overlap).then(|| sum(sums.values().copied()));
    Table {
        row_sums: (!columns_overlap).then(row_sums),
        column_sums: (!rows_overlap).then(column_sums),
        sum: all,
        difference: all.map_or(0, |all| total.saturating_sub(all)),
        rows,
        columns,
        cells,
    }
}

/// Time, age and sex have an order of their own; of the rest the greatest comes first. What was not recorded comes last.
fn ordered(keys: Vec<(String, i64)>, dimension: Option<Dimension>) -> Vec<String> {
    let place = |key: &str, weight: i64| -> (bool, i64) {
        let is_blank = key.is_empty() || key == NOT_RECORDED || key == Choice::OtherOrNotStated.name();
        let place = match dimension {
            Some(Dimension::Year | Dimension::Month | Dimension::Sex) | None => 0,
            Some(Dimension::Age) => Band::of_id(key).map_or(i64::MAX, |band| band.from),
            Some(_) => weight.saturating_neg(),
        };
        (is_blank, place)
    };
    let keys =
        gather::ordered(keys, |(a, one): &(String, i64), (b, other)| (place(a, *one), a).cmp(&(place(b, *other), b)));
    keys.into_iter().map(|(key, _)| key).collect()
}
