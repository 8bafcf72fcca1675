//! The table of figures: sessions, attendances and people as bounds, of all trainings and of their parts (rules 2 to 5).
//!
//! Nothing is summed here: each line is asked of `insight::trainings` by a filter of its own.

use super::Cell;
use super::cells::Reader;
use super::mask::masked;
use crate::i18n::Column as What;
use crate::insight::trainings::{
    AgeWanted, Dimension, Figures, Filter, Measure, PlaceWanted, Session, Trainings, figures, table,
};
use crate::record::Choice;
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::pace::Pace;
use crate::record::periods::Period;
use crate::report::names::key_in_words;

/// By what the figures are broken down, in the order of the table.
const BY: [Dimension; 9] = [
    Dimension::Year,
    Dimension::Month,
    Dimension::Municipality,
    Dimension::Topic,
    Dimension::Method,
    Dimension::Organiser,
    Dimension::Sex,
    Dimension::Age,
    Dimension::Role,
];

/// So many records is counting all sessions once worth: then the screen gets its turn.
const PER_LINE: usize = 100;

/// One line, before it is put into columns.
#[derive(Default)]
struct Line {
    by: Cell,
    one_of: Cell,
    sessions: Cell,
    attendances: Cell,
    people: [Cell; 2],
    by_others: Cell,
    note: Cell,
}

impl Line {
    fn cell(&self, what: What) -> Cell {
        let [from, to] = &self.people;
        let cell = match what {
            What::Breakdown => &self.by,
            What::OneOf => &self.one_of,
            What::Sessions => &self.sessions,
            What::Attendances => &self.attendances,
            What::PeopleFrom => from,
            What::PeopleTo => to,
            What::ByOthers => &self.by_others,
            _ => &self.note,
        };
        cell.clone()
    }
}

/// The rows of the table.
pub async fn rows(
    reader: Reader<'_>,
    trainings: &Trainings,
    settings: (&[Band], &[Period]),
    columns: &[What],
    pace: &Pace,
) -> Vec<Vec<Cell>> {
    let words = reader.words().other_files();
    let (bands, periods) = settings;
    let all = figures(trainings, &Filter::default());
    let mut lines = vec![line(reader, words.all_trainings, Cell::text(words.everything), &all)];
    for period in periods {
        pace.spend(PER_LINE).await;
        let filter = Filter { from: Some(period.from.clone()), to: Some(period.to.clone()), ..Filter::default() };
        let days = [&period.from, &period.to].map(|day| reader.names.lang.date_short(day));
        let [from, to] = days.each_ref().map(String::as_str);
        let figures_words = reader.words().figures();
        let one_of = Cell::text((figures_words.from_to)(from, to));
        lines.push(line(reader, figures_words.period, one_of, &figures(trainings, &filter)));
    }
    for by in BY {
        pace.spend(PER_LINE).await;
        parts(reader, trainings, by, bands, &mut lines, pace).await;
    }
    let session = |at: &usize| trainings.sessions.get(*at);
    for (told, sessions) in [(words.reported, &all.by_others), (words.summed_anyway, &all.summed_anyway)] {
        lines.extend(sessions.iter().filter_map(session).map(|session| reported(reader, trainings, session, told)));
    }
    lines.iter().map(|line| columns.iter().map(|what| line.cell(*what)).collect()).collect()
}

fn count(sessions: usize) -> Cell {
    Cell::Whole(i64::try_from(sessions).unwrap_or(i64::MAX))
}

fn line(reader: Reader, by: &str, one_of: Cell, figures: &Figures) -> Line {
    let words = reader.words().other_files();
    let note = if figures.people.is_exact() { words.exact_note } else { words.bounds_note };
    Line {
        by: Cell::text(by),
        one_of,
        sessions: count(figures.sessions),
        attendances: Cell::Whole(figures.attendances),
        people: [figures.people.lower, figures.people.upper].map(Cell::Whole),
        by_others: Cell::Empty,
        note: Cell::text(note),
    }
}

/// A line for each year, month, municipality and so on. What was not recorded has sessions and attendances, and no bounds of people.
async fn parts(
    reader: Reader<'_>,
    trainings: &Trainings,
    by: Dimension,
    bands: &[Band],
    lines: &mut Vec<Line>,
    pace: &Pace,
) {
    let words = reader.words();
    let counted = |measure| table(trainings, &Filter::default(), measure, [Some(by), None], bands);
    let (attendances, sessions) = (counted(Measure::Attendances), counted(Measure::Sessions));
    let first = |row: Option<&Vec<Option<i64>>>| row.and_then(|row| row.first().copied().flatten());
    let counts: Vec<Option<i64>> = attendances.cells.iter().map(|row| first(Some(row))).collect();
    let is_of_people = matches!(by, Dimension::Sex | Dimension::Age | Dimension::Role);
    let told = match reader.is_public() && is_of_people {
        true => masked(&counts, true),
        false => counts.into_iter().map(Cell::whole).collect(),
    };
    // Sessions in which nobody was counted stand in the other table alone.
    let at = |key: &String| attendances.rows.iter().position(|row| row == key);
    for (row, key) in sessions.rows.iter().enumerate() {
        pace.spend(PER_LINE).await;
        let attendances = at(key).and_then(|at| told.get(at)).cloned().unwrap_or_default();
        let people = match filter(by, key) {
            Some(filter) if attendances.hidden().is_none() => {
                let people = figures(trainings, &filter).people;
                [people.lower, people.upper].map(Cell::Whole)
            }
            _ => Default::default(),
        };
        let name = match by {
            Dimension::Topic | Dimension::Organiser if !key.is_empty() => reader.named(key),
            _ => Cell::text(reader.told(key_in_words(reader.names, by, key))),
        };
        let is_overlapping = matches!(by, Dimension::Topic) || is_of_people;
        let overlap = is_overlapping.then_some(words.other_files().overlap).unwrap_or_default();
        lines.push(Line {
            by: Cell::text((words.figures().dimension)(by)),
            one_of: name,
            sessions: Cell::whole(first(sessions.cells.get(row))),
            attendances,
            people,
            by_others: Cell::Empty,
            note: Cell::text(overlap),
        });
    }
}

/// What a line is about; nothing where that was not recorded.
fn filter(by: Dimension, key: &str) -> Option<Filter> {
    let all = Filter::default();
    let days = |from: &str, to: &str| Filter {
        from: Some([key, from].concat()),
        to: Some([key, to].concat()),
        ..Filter::default()
    };
    let one = || vec![key.to_owned()];
    if key.is_empty() {
        return None;
    }
    Some(match by {
        Dimension::Year => days("-01-01", "-12-31"),
        // Days are compared as texts, so that every month ends by the 31st.
        Dimension::Month => days("-01", "-31"),
        Dimension::Municipality | Dimension::Region => {
            Filter { places: vec![PlaceWanted { code: key.to_owned(), community: String::new() }], ..all }
        }
        Dimension::Topic => Filter { topics: one(), ..all },
        Dimension::Area => Filter { areas: one(), ..all },
        Dimension::Method => Filter { methods: one(), ..all },
        Dimension::Organiser => Filter { organisers: one(), ..all },
        Dimension::Sex => Filter { sex: Some(Choice::from_name(key)?), ..all },
        Dimension::Role => Filter { role: Some(Choice::from_name(key)?), ..all },
        Dimension::Age if key == NOT_RECORDED => Filter { age: Some(AgeWanted::NotRecorded), ..all },
        Dimension::Age => Filter { age: Some(AgeWanted::Band(Band::of_id(key)?)), ..all },
    })
}

/// What others reported, with what it counts: never in the columns that are added up.
fn reported(reader: Reader, trainings: &Trainings, session: &Session, told: &str) -> Line {
    let words = reader.words();
    let course = trainings.course(session).map(|course| reader.told(course.name.clone())).unwrap_or_default();
    let day = reader.names.lang.date_short(&session.held_on);
    let parts: Vec<String> = [course, day].into_iter().filter(|part| !part.is_empty()).collect();
    Line {
        by: Cell::text(words.other_files().reported),
        one_of: Cell::text(parts.join(", ")),
        by_others: Cell::whole(session.total),
        note: Cell::text([told, ": ", (words.labels.choice)(session.unit.choice())].concat()),
        ..Line::default()
    }
}
